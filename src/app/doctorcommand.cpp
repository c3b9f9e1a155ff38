// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandcontext.h"
#include "commands.h"
#include "doctor.h"
#include "redaction.h"

#include "domain/displaytext.h"
#include "models/findingwording.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

using domain::Finding;
using domain::Findings;
using domain::FindingState;

namespace {

QJsonObject toJson(const Finding &finding)
{
    QJsonObject json {{u"id"_s, findingId(finding)},
                      {u"area"_s, word(areaOf(finding.subject))},
                      {u"subject"_s, word(finding.subject)},
                      {u"state"_s, word(finding.state)},
                      {u"cause"_s, word(finding.cause)},
                      {u"tenant"_s, finding.tenant},
                      {u"about"_s, finding.about},
                      {u"value"_s, finding.value},
                      {u"detail"_s, finding.detail},
                      {u"found"_s, models::foundText(finding, models::TimeText())},
                      {u"remedy"_s, models::remedy(finding)}};
    if (finding.number)
        json.insert(u"number"_s, *finding.number);
    if (finding.when)
        json.insert(u"when"_s, finding.when->wire());
    return json;
}

// The worst first, because that is what one looks for at a shell.
QByteArray findingTable(Findings findings)
{
    std::stable_sort(findings.begin(), findings.end(), [](const Finding &a, const Finding &b) { return a.state < b.state; });
    QList<QStringList> rows;
    for (const Finding &finding : std::as_const(findings)) {
        rows.append({models::name(finding.state), models::title(finding), models::foundText(finding, models::TimeText())});
        if (const QString todo = models::remedy(finding); !todo.isEmpty())
            rows.append({QString(), QString(), u"→ "_s + todo});
    }
    return table({u"STATE"_s, u"WHAT"_s, u"FOUND"_s}, rows);
}

ExitCode codeFor(const Findings &findings)
{
    switch (worst(findings)) {
    case FindingState::Bad: return ExitCode::Failed;
    case FindingState::Unknown: return ExitCode::Incomplete;
    default: return ExitCode::Done;
    }
}

void print(CommandContext &context, const Findings &findings, const QList<domain::Tenant> &tenants)
{
    if (context.arguments().wantsJson()) {
        QJsonArray array;
        for (const Finding &finding : findings)
            array.append(toJson(finding));
        context.out(lines(array));
    } else if (context.arguments().isSet(u"report"_s)) {
        context.out(models::reportText(findings, redactionFor(tenants), models::TimeText(), domain::SystemClock().now()).toUtf8());
    } else {
        context.out(findingTable(findings));
        context.out((models::summary(findings) + u'\n').toUtf8());
    }
}

} // namespace

void runDoctor(CommandContext &context)
{
    const QList<domain::Tenant> all = context.registry().tenants();
    QList<domain::Tenant> asked = all;
    if (context.arguments().isSet(u"tenant"_s)) {
        if (!context.chooseTenant())
            return;
        asked = {context.tenant()};
    }
    auto *doctor = new Doctor({.paths = context.paths(), .tenants = asked}, &context);
    QObject::connect(doctor, &Doctor::ended, &context, [&context, all](const Findings &findings) {
        print(context, findings, all);
        context.finish(codeFor(findings));
    });
    doctor->start(context.arguments().isSet(u"integrity"_s) ? domain::CheckDepth::WithDatabases : domain::CheckDepth::Quick);
}

} // namespace app
