// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingendpoint.h"

#include "accessrules.h"
#include "graphanswer.h"
#include "kqlengine.h"
#include "kqlparser.h"
#include "organisation.h"

#include <QRegularExpression>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr Ticks huntingDepth = 30 * oneDay;

std::optional<Ticks> readDuration(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^P(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+)S)?)?$"));
    const QRegularExpressionMatch match = form.match(text.toUpper());
    if (!match.hasMatch() || text.size() < 3) {
        return std::nullopt;
    }
    return match.captured(1).toLongLong() * oneDay + match.captured(2).toLongLong() * oneHour
        + match.captured(3).toLongLong() * oneMinute + match.captured(4).toLongLong() * oneSecond;
}

// The service matches the names of the parameters in any case.
QString member(const QJsonObject &body, QLatin1StringView name)
{
    for (auto entry = body.begin(); entry != body.end(); ++entry) {
        if (entry.key().compare(name, Qt::CaseInsensitive) == 0) {
            return entry.value().toString();
        }
    }
    return {};
}

QJsonObject rowObject(const KqlRelation &relation, quint32 row, bool annotated)
{
    QJsonObject object;
    for (std::size_t i = 0; i < relation.columns.size(); ++i) {
        const KqlColumn &column = relation.columns[i];
        object.insert(column.name, relation.cell(row, static_cast<int>(i)).asJson());
        if (annotated && column.wide) {
            object.insert(QString(column.name + u"@odata.type"_s), u"#Int64"_s);
        }
    }
    return object;
}

} // namespace

std::optional<HuntingWindow> readTimespan(const QString &text, Ticks now)
{
    const HuntingWindow whole {now - huntingDepth, now + 1};
    if (text.isEmpty()) {
        return whole;
    }
    const QString first = text.section(u'/', 0, 0);
    const QString last = text.section(u'/', 1);
    const auto length = readDuration(first);
    const auto start = length ? std::nullopt : parseStamp(first);
    const auto lastLength = readDuration(last);
    const auto end = last.isEmpty() ? std::optional(now + 1) : lastLength ? std::nullopt : parseStamp(last);
    if ((!length && !start) || (!end && !(start && lastLength))) {
        return std::nullopt;
    }
    const Ticks to = end ? *end : *start + *lastLength;
    const Ticks from = length ? to - *length : *start;
    return HuntingWindow {std::max(from, whole.from), std::min(to, whole.to)};
}

HuntingEndpoint::HuntingEndpoint(const Organisation &org)
    : m_org(org)
{
}

Response HuntingEndpoint::answer(const GraphCall &call) const
{
    const QString refusal = refusalOf(call.caller, Operation::Hunt);
    if (!refusal.isEmpty()) {
        return call.error(403, u"Forbidden"_s, refusal);
    }
    if (!call.hasMethod("POST")) {
        return call.wrongMethod();
    }
    const auto body = call.bodyObject();
    if (!body) {
        return call.badRequest(body.error());
    }
    const QString query = member(*body, "query"_L1);
    if (query.trimmed().isEmpty()) {
        return call.badRequest(u"The query is missing."_s);
    }
    return run(call, query, member(*body, "timespan"_L1));
}

Response HuntingEndpoint::run(const GraphCall &call, const QString &query, const QString &timespan) const
{
    const Ticks now = m_org.clock.now();
    const auto window = readTimespan(timespan, now);
    if (!window) {
        return call.badRequest(u"The timespan '%1' is not an ISO 8601 duration or interval."_s.arg(timespan));
    }
    const auto parsed = parseKql(query);
    if (!parsed) {
        return call.badRequest(parsed.error());
    }
    auto table = huntingTable(m_org, parsed->table, *window);
    if (!table) {
        return call.badRequest(u"Semantic error: Failed to resolve table or column expression named '%1'."_s.arg(parsed->table));
    }
    const auto result = runKql(*parsed, *std::move(table), now);
    if (!result) {
        return call.badRequest(result.error());
    }
    const auto limit = static_cast<std::size_t>(m_org.switches.number("huntingRowLimit"_L1));
    if (result->rows.size() > limit) {
        return call.badRequest(u"Query execution has exceeded the allowed result size. Optimize your query by limiting the amount of results and try again."_s);
    }
    QJsonArray schema;
    for (const KqlColumn &column : result->columns) {
        schema.append(QJsonObject {{u"name"_s, column.name}, {u"type"_s, schemaWord(column.type, column.wide)}});
    }
    QJsonArray rows;
    const bool annotated = m_org.switches.on("huntingAnnotations"_L1);
    for (const quint32 row : result->rows) {
        rows.append(rowObject(*result, row, annotated));
    }
    return jsonAnswer(QJsonObject {{u"@odata.context"_s, call.context(u"microsoft.graph.security.huntingQueryResults"_s)},
                                   {u"schema"_s, schema},
                                   {u"results"_s, rows}});
}

} // namespace simulator
