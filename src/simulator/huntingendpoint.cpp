// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingendpoint.h"

#include "accessrules.h"
#include "graphanswer.h"
#include "kqlparser.h"
#include "kqltranslation.h"
#include "organisation.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr Ticks huntingDepth = 30 * oneDay;

// Months and years as the service's platform counts them.
std::optional<Ticks> readDuration(const QString &text)
{
    static const QRegularExpression form(QStringLiteral(
        "^P(?=.)(?:(\\d{1,3})Y)?(?:(\\d{1,4})M)?(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?"
        "(?:T(?=.)(?:(\\d{1,6})H)?(?:(\\d{1,8})M)?(?:(\\d{1,9})(?:\\.(\\d{1,7}))?S)?)?$"));
    const QRegularExpressionMatch match = form.match(text.toUpper());
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const auto part = [&match](int number) { return match.captured(number).toLongLong(); };
    const Ticks days = part(1) * 365 + part(2) * 30 + part(3) * 7 + part(4);
    return days * oneDay + part(5) * oneHour + part(6) * oneMinute + part(7) * oneSecond
        + match.captured(8).leftJustified(7, QChar(u'0')).toLongLong();
}

// The service matches the names of the parameters in any case.
QJsonValue member(const QJsonObject &body, QLatin1StringView name)
{
    for (auto entry = body.begin(); entry != body.end(); ++entry) {
        if (entry.key().compare(name, Qt::CaseInsensitive) == 0) {
            return entry.value();
        }
    }
    return QJsonValue::Undefined;
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
    if ((!length && !start) || (!end && !(start && lastLength)) || text.endsWith(u'/')) {
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

Response HuntingEndpoint::answer(const GraphCall &call)
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
    const QJsonValue query = member(*body, "query"_L1);
    if (!query.isString() || query.toString().trimmed().isEmpty()) {
        return call.badRequest(u"The query is missing."_s);
    }
    const QJsonValue timespan = member(*body, "timespan"_L1);
    const auto window = readTimespan(timespan.toString(), m_org.clock.now());
    const bool wellFormed = timespan.isString() || timespan.isNull() || timespan.isUndefined();
    if (!window || !wellFormed) {
        return call.badRequest(u"The timespan '%1' is not an ISO 8601 duration or interval."_s.arg(timespan.toVariant().toString()));
    }
    return run(call, query.toString(), *window);
}

Response HuntingEndpoint::run(const GraphCall &call, const QString &query, HuntingWindow window)
{
    const Ticks now = m_org.clock.now();
    const qint64 quota = 1000LL * m_org.switches.number("huntingCpuQuota"_L1);
    if (const int seconds = m_quota.secondsToWait(now, quota); seconds > 0) {
        Response refusal = call.error(429, u"TooManyRequests"_s,
                                      u"CPU quota exceeded! You have exceeded processing resources allocated to this tenant. "
                                      "You can run queries again in %1 seconds."_s.arg(seconds));
        refusal.setHeader("Retry-After", QByteArray::number(seconds));
        return refusal;
    }
    const auto parsed = parseKql(query);
    if (!parsed) {
        return call.badRequest(parsed.error());
    }
    const HuntingAge age = m_org.switches.is("huntingColumns"_L1, "newer"_L1) ? HuntingAge::Newer : HuntingAge::Documented;
    const auto translated = translateKql(*parsed, age, now);
    if (!translated) {
        return call.badRequest(translated.error());
    }
    const HuntingOutcome outcome = runHunting({m_org, *translated, window, age, limits()});
    m_quota.spend(now, outcome.rowsRead);
    return result(call, outcome);
}

Response HuntingEndpoint::result(const GraphCall &call, const HuntingOutcome &outcome) const
{
    switch (outcome.end) {
    case HuntingOutcome::End::TooLarge:
        return call.badRequest(u"Query execution has exceeded the allowed result size. Optimize your query by limiting the amount "
                               "of results and try again."_s);
    case HuntingOutcome::End::TooLong:
        return call.error(504, u"UnknownError"_s,
                          u"Query execution has exceeded the allowed time of 3 minutes. Optimize your query and try again."_s);
    case HuntingOutcome::End::Failed: return call.badRequest(outcome.problem);
    case HuntingOutcome::End::Done: break;
    }
    const QByteArray context =
        QJsonDocument(QJsonObject {{u"@odata.context"_s, call.context(u"microsoft.graph.security.huntingQueryResults"_s)}})
            .toJson(QJsonDocument::Compact);
    return jsonAnswer(context.chopped(1) + ',' + outcome.members + '}');
}

HuntingLimits HuntingEndpoint::limits() const
{
    const Switches &switches = m_org.switches;
    return {.rows = switches.number("huntingRowLimit"_L1),
            .bytes = 1024LL * switches.number("huntingSizeLimit"_L1),
            .steps = 1000LL * switches.number("huntingStepLimit"_L1),
            .cutsRows = switches.is("huntingRowOverflow"_L1, "cut"_L1)};
}

} // namespace simulator
