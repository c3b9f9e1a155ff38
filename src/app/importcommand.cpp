// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casefiling.h"
#include "commandcontext.h"
#include "commands.h"
#include "language.h"

#include "models/filewording.h"
#include "sync/fileimporter.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace app {

using casemate::sync::FileImporter;
using casemate::sync::ImportReport;
using domain::Result;

namespace {

constexpr qsizetype toldAtMost = 20; // of the items left out; --json has them all

QJsonObject toJson(const domain::Tenant &tenant, const ImportReport &report)
{
    QJsonArray leftOut;
    for (const domain::PoisonItem &item : report.leftOut)
        leftOut.append(QJsonObject {{u"id"_s, item.id}, {u"code"_s, item.error.code}, {u"detail"_s, item.error.detail}});
    QJsonObject json {{u"id"_s, tenant.key},
                      {u"tenantId"_s, tenant.tenantId},
                      {u"incidents"_s, report.incidents},
                      {u"alerts"_s, report.alerts},
                      {u"incidentsNotInFile"_s, report.standIns},
                      {u"leftOut"_s, leftOut}};
    if (report.history)
        json.insert(u"history"_s, QJsonObject {{u"entries"_s, report.history->entries}, {u"proved"_s, !report.history->firstBad}});
    if (report.historyError)
        json.insert(u"historyError"_s, report.historyError->code);
    return json;
}

void tell(CommandContext &context, const domain::Tenant &tenant, const ImportReport &report)
{
    const InEnglish english;
    if (context.arguments().wantsJson()) {
        context.out(lines(toJson(tenant, report)));
        return;
    }
    context.out(u"%1: %2\n"_s.arg(tenant.key, models::importedSentence(report.incidents, report.alerts, report.standIns)).toUtf8());
    const QString history = models::caseHistorySentence(report.history, report.historyError);
    if (!history.isEmpty())
        context.out(history.toUtf8() + '\n');
    for (const domain::PoisonItem &item : report.leftOut.first(qMin(toldAtMost, report.leftOut.size())))
        context.note(u"casemate: "_s + models::leftOutSentence(item));
    if (report.leftOut.size() > toldAtMost)
        context.note(u"casemate: and %1 more; --json lists them all"_s.arg(report.leftOut.size() - toldAtMost));
}

} // namespace

void runImport(CommandContext &context)
{
    const QString name = context.arguments().value(u"name"_s);
    if (!name.isEmpty() && !context.holds(mayBeCalled(context.registry(), name)))
        return;
    if (!context.holds(context.paths().prepare()))
        return;
    auto *importer = new FileImporter(&context);
    importer->run({context.arguments().positional, name, context.paths()}, &context, [&context](const Result<ImportReport> &report) {
        if (!context.holds(report))
            return;
        const Result<domain::Tenant> tenant = keepImport(context.registry(), context.paths(), *report);
        if (!context.holds(tenant))
            return;
        tell(context, *tenant, *report);
        context.finish(report->isComplete() ? ExitCode::Done : ExitCode::Incomplete);
    });
}

void runExportCase(CommandContext &context)
{
    if (!context.openReaders())
        return;
    const domain::IncidentId incident {context.arguments().positional.at(0)};
    const QString path = context.arguments().positional.at(1);
    context.readers().ask<domain::Done>(
        &context, u"export"_s,
        [tenant = context.tenant(), incident, path](store::ReadSession &session) { return writeCase(session, tenant, incident, path); },
        [&context](const Result<domain::Done> &done) {
            if (context.holds(done))
                context.finish(ExitCode::Done);
        });
}

} // namespace app
