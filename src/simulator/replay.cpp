// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/replay.h"

#include "simulator/accessrules.h"
#include "simulator/graphanswer.h"
#include "simulator/masking.h"
#include "simulator/odatafilter.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

struct Replay::Feed {
    const QList<RecordedItem> *items = nullptr; // nullptr: there is no such list
    Operation operation = Operation::ReadIncidents;
    ListRules rules;
};

namespace {

using Kind = FilterProperty::Kind;

// What a recording holds may be newer than our vocabularies, so its words are compared as texts.
constexpr std::array filterable = {
    FilterProperty {"createdDateTime"_L1, Kind::Time}, FilterProperty {"lastUpdateDateTime"_L1, Kind::Time},
    FilterProperty {"assignedTo"_L1, Kind::Text},      FilterProperty {"classification"_L1, Kind::Text},
    FilterProperty {"determination"_L1, Kind::Text},   FilterProperty {"severity"_L1, Kind::Text},
    FilterProperty {"serviceSource"_L1, Kind::Text},   FilterProperty {"status"_L1, Kind::Text},
};

QStringList namesIn(const QList<RecordedItem> &items)
{
    QStringList names;
    for (const RecordedItem &item : items)
        names += item.fields.keys();
    names.removeDuplicates();
    return names;
}

QJsonObject only(const QJsonObject &fields, const QStringList &names)
{
    QJsonObject some;
    for (const QString &name : names) {
        if (fields.contains(name))
            some.insert(name, fields[name]);
    }
    return some;
}

// Of the members with a word, the status of an incident has words of its own that are masked.
QJsonObject masked(const QJsonObject &fields)
{
    QJsonObject shown = maskedDeep(fields).toObject();
    if (!fields.contains("incidentId"_L1) && shown.contains("status"_L1))
        shown.insert("status"_L1, maskedWord("incidentStatus"_L1, fields["status"_L1].toString()));
    return shown;
}

bool matches(const ODataFilter &filter, const RecordedItem &item)
{
    QString text; // outlives the view in the value, until the next property is read
    return filter.matches([&item, &text](int property) {
        const FilterProperty &wanted = filterable[static_cast<size_t>(property)];
        text = item.fields[wanted.name].toString();
        if (wanted.kind == Kind::Time)
            return FilterValue {.absent = text.isEmpty(), .number = parseStamp(text).value_or(0)};
        return FilterValue {.absent = text.isEmpty(), .text = text};
    });
}

} // namespace

Replay::Replay(Recording recording, Switches switches)
    : m_recording(std::move(recording))
    , m_incidentNames(namesIn(m_recording.incidents))
    , m_alertNames(namesIn(m_recording.alerts))
    , m_switches(std::move(switches))
{
}

Response Replay::graph(const Request &request, const Caller &caller, Ticks now) const
{
    QStringList segments = request.path.split(u'/', Qt::SkipEmptyParts);
    const QString version = segments.takeFirst();
    const GraphCall call {request, caller, now, segments, version.compare("beta"_L1, Qt::CaseInsensitive) == 0};
    const Feed feed = feedOf(call);
    if (!feed.items || call.segments.size() > 3)
        return call.badRequest(u"The recording holds nothing for '%1'."_s.arg(segments.join(u'/')));
    if (const QString refusal = refusalOf(caller, feed.operation); !refusal.isEmpty())
        return call.error(403, u"Forbidden"_s, refusal);
    if (!call.hasMethod("GET"))
        return call.wrongMethod();
    return call.segments.size() == 2 ? list(call, feed) : get(call, feed);
}

Replay::Feed Replay::feedOf(const GraphCall &call) const
{
    constexpr int collection = 1;
    Feed feed;
    if (!call.is(0, "security"_L1))
        return feed;
    if (call.is(collection, "incidents"_L1)) {
        feed = {&m_recording.incidents,
                Operation::ReadIncidents,
                {.typeName = "microsoft.graph.security.incident"_L1,
                 .context = "security/incidents"_L1,
                 .expands = true,
                 .properties = m_incidentNames}};
        feed.rules.topCap = m_switches.number("incidentTopCap"_L1);
        feed.rules.page = m_switches.number("incidentPage"_L1);
    } else if (call.is(collection, "alerts_v2"_L1)) {
        feed = {&m_recording.alerts,
                Operation::ReadAlerts,
                {.typeName = "microsoft.graph.security.alert"_L1,
                 .context = "security/alerts_v2"_L1,
                 .properties = m_alertNames}};
        feed.rules.topCap = m_switches.number("alertTopCap"_L1);
        feed.rules.page = m_switches.number("alertPage"_L1);
    }
    return feed;
}

Response Replay::list(const GraphCall &call, const Feed &feed) const
{
    const auto query = readListQuery(call.request, feed.rules, m_switches);
    if (!query)
        return call.badRequest(query.error());
    ODataFilter filter;
    if (!query->filter.trimmed().isEmpty()) {
        auto parsed = ODataFilter::parse(query->filter, filterable, feed.rules.typeName);
        if (!parsed)
            return call.badRequest(parsed.error());
        filter = parsed.take();
    }
    QList<const RecordedItem *> found;
    for (const RecordedItem &item : *feed.items) {
        if (matches(filter, item))
            found.append(&item);
    }
    const auto time = [&query](const RecordedItem *item) { return query->byUpdate ? item->updated : item->created; };
    std::stable_sort(found.begin(), found.end(), [&](const RecordedItem *left, const RecordedItem *right) {
        return query->oldestFirst ? time(left) < time(right) : time(left) > time(right);
    });
    const PagePlan plan = planPage(call.request, *query, feed.rules, found.size(), m_switches);
    QList<QByteArray> texts;
    for (int i = 0; i < plan.count; ++i)
        texts.append(text(*found[plan.first + i], *query, call));
    return pageAnswer(call, feed.rules, *query, plan, found.size(), texts);
}

Response Replay::get(const GraphCall &call, const Feed &feed) const
{
    const auto query = readListQuery(call.request, feed.rules, m_switches);
    if (!query)
        return call.badRequest(query.error());
    for (const RecordedItem &item : *feed.items) {
        if (item.id.compare(call.segment(2), Qt::CaseInsensitive) == 0)
            return jsonAnswer(text(item, *query, call));
    }
    return call.notFound();
}

// The bytes as recorded, unless the caller wants something else of the item than what was recorded.
QByteArray Replay::text(const RecordedItem &item, const ListQuery &query, const GraphCall &call) const
{
    const bool isMasked = !wantsAllMembers(call.request);
    const bool changesAlerts = query.expandAlerts || item.fields.contains("alerts"_L1);
    if (!isMasked && !changesAlerts && query.select.isEmpty())
        return item.bytes;
    QJsonObject fields = query.select.isEmpty() ? item.fields : only(item.fields, query.select);
    fields.remove("alerts"_L1);
    if (query.expandAlerts) {
        QJsonArray alerts;
        for (const QByteArray &alert : m_recording.alertsOf(item.id))
            alerts.append(QJsonDocument::fromJson(alert).object());
        fields.insert(u"alerts"_s, alerts);
    }
    return QJsonDocument(isMasked ? masked(fields) : fields).toJson(QJsonDocument::Compact);
}

} // namespace simulator
