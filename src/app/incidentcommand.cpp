// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandcontext.h"
#include "commands.h"
#include "jsonrows.h"

#include "domain/displaytext.h"

using namespace Qt::StringLiterals;

namespace app {

using domain::Result;

namespace {

void printRaw(CommandContext &context, const domain::IncidentId &id)
{
    context.readers().ask<store::ReceivedBytes>(
        &context, u"raw"_s, [id](store::ReadSession &session) { return session.cache().receivedBytes(id); },
        [&context](const Result<store::ReceivedBytes> &items) {
            if (!context.holds(items))
                return;
            if (!items->incident.isEmpty())
                context.out(items->incident + '\n');
            for (const QByteArray &alert : items->alerts)
                context.out(alert + '\n');
            context.finish(ExitCode::Done);
        });
}

QString shown(const domain::Untrusted &text)
{
    return text.isEmpty() ? u"-"_s : domain::displayPlain(text, 400);
}

QByteArray sheet(const store::IncidentDetail &detail)
{
    const domain::Incident &incident = detail.incident;
    QStringList tags;
    for (const domain::Untrusted &tag : incident.customTags)
        tags.append(domain::displayPlain(tag, 60));
    QString text = u"%1  %2\nstatus %3, severity %4, assigned to %5\nclassification %6 / %7\ntags %8\ncreated %9"_s.arg(
        domain::displayPlain(domain::Untrusted(incident.id.text)), shown(incident.displayName), shown(domain::Untrusted(incident.status.wire)),
        shown(domain::Untrusted(incident.severity.wire)), shown(incident.assignedTo), shown(domain::Untrusted(incident.classification.wire)),
        shown(domain::Untrusted(incident.determination.wire)), tags.isEmpty() ? u"-"_s : tags.join(u", "_s), incident.created.wire());
    text += u"  updated %1\n\n"_s.arg(incident.updated.wire());
    for (const domain::Alert &alert : detail.alerts) {
        text += u"%1  %2  [%3, %4, %5]\n"_s.arg(alert.created.wire(), shown(alert.title), shown(domain::Untrusted(alert.status.wire)),
                                                shown(domain::Untrusted(alert.serviceSource.wire)), shown(domain::Untrusted(alert.investigation.wire)));
        for (const domain::Evidence &evidence : alert.evidence)
            text += u"    %1: %2  [%3, %4]\n"_s.arg(shown(domain::Untrusted(evidence.type)), domain::displayPlain(evidence.label, 200),
                                                   shown(domain::Untrusted(evidence.verdict.wire)), shown(domain::Untrusted(evidence.remediation.wire)));
    }
    for (const domain::Comment &comment : incident.comments)
        text += u"\n%1 %2: %3\n"_s.arg(comment.created ? comment.created->wire() : u"-"_s, shown(comment.author), shown(comment.text));
    return text.toUtf8();
}

} // namespace

void runIncident(CommandContext &context)
{
    if (!context.openReaders())
        return;
    const domain::IncidentId id {context.arguments().positional.constFirst()};
    if (context.arguments().isSet(u"raw"_s)) {
        printRaw(context, id);
        return;
    }
    context.readers().ask<store::IncidentDetail>(
        &context, u"incident"_s, [id](store::ReadSession &session) { return session.cache().incident(id); },
        [&context](Result<store::IncidentDetail> detail) {
            if (!context.holds(detail))
                return;
            context.out(context.arguments().wantsJson() ? lines(toJson(*detail)) : sheet(*detail));
            context.finish(ExitCode::Done);
        });
}

} // namespace app
