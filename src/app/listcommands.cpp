// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandcontext.h"
#include "commands.h"
#include "jsonrows.h"

#include "domain/displaytext.h"
#include "domain/filter.h"
#include "models/wording.h"

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace app {

using domain::Result;

namespace {

domain::FilterContext filterContext(const CommandContext &context)
{
    const QDateTime now = QDateTime::currentDateTime();
    return {domain::Moment::fromDateTime(now), now.offsetFromUtc(), context.tenant().upn};
}

// The text, and under it a caret at the fault.
void failFilter(CommandContext &context, const QString &text, const domain::FilterError &error)
{
    const auto shown = [](const QString &piece) { return domain::displayPlain(domain::Untrusted(piece)); };
    context.note(u"casemate: "_s + models::sentence(error) + u'\n' + shown(text) + u'\n' + QString(shown(text.left(error.position)).size(), u' ')
                 + u'^');
    context.finish(ExitCode::Usage);
}

std::optional<domain::Filter> filterOf(CommandContext &context)
{
    const QString text = context.arguments().value(u"filter"_s);
    const auto parsed = domain::Filter::parse(text);
    if (const auto *error = std::get_if<domain::FilterError>(&parsed)) {
        failFilter(context, text, *error);
        return std::nullopt;
    }
    return std::get<domain::Filter>(parsed);
}

QString cell(const domain::Untrusted &text, qsizetype cap = 60)
{
    return domain::displayPlain(text, cap);
}

QString local(domain::Moment moment)
{
    return moment.dateTime().toLocalTime().toString(u"yyyy-MM-dd HH:mm t"_s);
}

void printIncidents(CommandContext &context, const QList<domain::QueueRow> &rows)
{
    if (context.arguments().wantsJson()) {
        QJsonArray array;
        for (const domain::QueueRow &row : rows)
            array.append(toJson(row));
        context.out(lines(array));
    } else {
        QList<QStringList> cells;
        for (const domain::QueueRow &row : rows)
            cells.append({cell(domain::Untrusted(row.id.text)), cell(domain::Untrusted(row.severity.wire)), cell(domain::Untrusted(row.status.wire)),
                          cell(row.assignedTo, 32), QString::number(row.alerts), QString::number(row.pendingActions), local(row.updated),
                          cell(row.name, 100)});
        context.out(table({u"ID"_s, u"SEVERITY"_s, u"STATUS"_s, u"ASSIGNED"_s, u"ALERTS"_s, u"PENDING"_s, u"UPDATED"_s, u"NAME"_s}, cells));
    }
    context.finish(ExitCode::Done);
}

std::optional<qsizetype> limitOf(CommandContext &context, qsizetype otherwise)
{
    if (!context.arguments().isSet(u"limit"_s))
        return otherwise;
    bool isNumber = false;
    const qlonglong limit = context.arguments().value(u"limit"_s).toLongLong(&isNumber);
    if (isNumber && limit > 0)
        return limit;
    context.fail(domain::error(domain::ErrorKind::UsageWrong, u"read the command line"_s, u"--limit takes a number above 0"_s));
    return std::nullopt;
}

} // namespace

void runIncidents(CommandContext &context)
{
    const std::optional<domain::Filter> filter = filterOf(context);
    if (!filter)
        return;
    const QString sortText = context.arguments().isSet(u"sort"_s) ? context.arguments().value(u"sort"_s) : u"-updated"_s;
    const Result<domain::SortKey> sort = domain::sortKey(sortText);
    const std::optional<qsizetype> limit = limitOf(context, std::numeric_limits<qsizetype>::max());
    if (!limit || !context.holds(sort) || !context.openReaders())
        return;
    context.readers().ask<QList<domain::QueueRow>>(
        &context, u"incidents"_s, [](store::ReadSession &session) { return session.cache().queue(); },
        [&context, filter = *filter, sort = *sort, limit = *limit](Result<QList<domain::QueueRow>> rows) {
            if (!context.holds(rows))
                return;
            const domain::FilterContext around = filterContext(context);
            rows->removeIf([&](const domain::QueueRow &row) { return !filter.accepts(row, around); });
            std::sort(rows->begin(), rows->end(), [sort](const auto &a, const auto &b) { return domain::precedes(a, b, sort); });
            printIncidents(context, rows->first(std::min(limit, rows->size())));
        });
}

void runActions(CommandContext &context)
{
    struct Found {
        QList<domain::PendingAction> actions;
        QHash<domain::IncidentId, domain::QueueRow> incidents;
    };
    const std::optional<domain::Filter> filter = filterOf(context);
    if (!filter || !context.openReaders())
        return;
    const auto question = [](store::ReadSession &session) -> Result<Found> {
        const Result<QList<domain::PendingAction>> actions = session.cache().pendingActions();
        if (!actions)
            return actions.error();
        Found found {*actions, {}};
        QSet<domain::IncidentId> ids;
        for (const domain::PendingAction &action : *actions)
            ids.insert(action.incident);
        const Result<QList<domain::QueueRow>> rows = session.cache().rows(ids);
        if (!rows)
            return rows.error();
        for (const domain::QueueRow &row : *rows)
            found.incidents.insert(row.id, row);
        return found;
    };
    context.readers().ask<Found>(&context, u"actions"_s, question, [&context, filter = *filter](Result<Found> found) {
        if (!context.holds(found))
            return;
        const domain::FilterContext around = filterContext(context);
        QJsonArray array;
        QList<QStringList> cells;
        for (const domain::PendingAction &action : found->actions) {
            if (!filter.accepts(action, found->incidents.value(action.incident), around))
                continue;
            array.append(toJson(action));
            cells.append({action.id.text.left(12), cell(domain::Untrusted(action.incident.text)), cell(domain::Untrusted(action.evidenceType)),
                          action.recommended ? domain::wireWord(*action.recommended) : u"-"_s, QString::number(action.mailCount),
                          local(action.expires), cell(action.label, 100)});
        }
        context.out(context.arguments().wantsJson()
                        ? lines(array)
                        : table({u"ACTION"_s, u"INCIDENT"_s, u"TYPE"_s, u"RECOMMENDED (INFERRED)"_s, u"MAILS"_s, u"EXPIRES (INFERRED)"_s,
                                 u"ENTITY"_s},
                                cells));
        context.finish(ExitCode::Done);
    });
}

void runOutboxList(CommandContext &context)
{
    if (!context.openReaders())
        return;
    context.readers().ask<QList<domain::Decision>>(
        &context, u"outbox"_s, [](store::ReadSession &session) { return session.ledger().outbox(); },
        [&context](Result<QList<domain::Decision>> decisions) {
            if (!context.holds(decisions))
                return;
            QJsonArray array;
            QList<QStringList> cells;
            for (const domain::Decision &decision : *decisions) {
                array.append(toJson(decision));
                cells.append({decision.id.text, domain::decisionKindWord(decision.kind), cell(domain::Untrusted(decision.incident.text)),
                              domain::decisionStateWord(decision.state), domain::displayPlain(domain::Untrusted(decision.stateReason)),
                              cell(domain::Untrusted(decision.label), 80)});
            }
            context.out(context.arguments().wantsJson()
                            ? lines(array)
                            : table({u"DECISION"_s, u"KIND"_s, u"INCIDENT"_s, u"STATE"_s, u"REASON"_s, u"ENTITY"_s}, cells));
            context.finish(ExitCode::Done);
        });
}

void runHistory(CommandContext &context)
{
    const QString what = context.arguments().positional.value(0, u"list"_s);
    if (what != u"list" && what != u"verify") {
        context.fail(domain::error(domain::ErrorKind::UsageWrong, u"read the command line"_s, u"history knows list and verify"_s));
        return;
    }
    const std::optional<qsizetype> limit = limitOf(context, 200);
    if (!limit || !context.openReaders())
        return;
    if (what == u"verify") {
        context.readers().ask<store::ChainReport>(
            &context, u"verify"_s, [](store::ReadSession &session) { return session.ledger().verifyChain(); },
            [&context](Result<store::ChainReport> report) {
                if (!context.holds(report))
                    return;
                const QString head = QString::fromLatin1(report->head.hash.toHex());
                if (context.arguments().wantsJson())
                    context.out(lines(QJsonObject {{u"entries"_s, report->entries},
                                                   {u"head"_s, head},
                                                   {u"firstBad"_s, report->firstBad ? QJsonValue(*report->firstBad) : QJsonValue(QJsonValue::Null)},
                                                   {u"reason"_s, report->reason}}));
                else if (report->firstBad)
                    context.out(u"The history is damaged from entry %1 on (%2).\n"_s.arg(*report->firstBad).arg(report->reason).toUtf8());
                else
                    context.out(u"The history is whole: %1 entries, head %2.\n"_s.arg(report->entries).arg(head).toUtf8());
                context.finish(report->firstBad ? ExitCode::Failed : ExitCode::Done);
            });
        return;
    }
    context.readers().ask<QList<store::HistoryEntry>>(
        &context, u"history"_s, [limit = int(std::min<qsizetype>(*limit, 1'000'000))](store::ReadSession &session) { return session.ledger().history(limit); },
        [&context](Result<QList<store::HistoryEntry>> entries) {
            if (!context.holds(entries))
                return;
            QJsonArray array;
            QList<QStringList> cells;
            for (const store::HistoryEntry &entry : *entries) {
                array.append(toJson(entry));
                cells.append({QString::number(entry.seq), local(entry.at), cell(domain::Untrusted(entry.upn), 32), domain::decisionKindWord(entry.kind),
                              entry.event, domain::decisionStateWord(entry.state), cell(domain::Untrusted(entry.incident.text)),
                              cell(domain::Untrusted(entry.label), 80)});
            }
            context.out(context.arguments().wantsJson()
                            ? lines(array)
                            : table({u"NO"_s, u"AT"_s, u"WHO"_s, u"KIND"_s, u"EVENT"_s, u"STATE"_s, u"INCIDENT"_s, u"ENTITY"_s}, cells));
            context.finish(ExitCode::Done);
        });
}

} // namespace app
