// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "caselist.h"

#include "odatafilter.h"

#include <algorithm>
#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostKnown = 8;

enum Property { AssignedTo, ClassificationWord, CreatedDateTime, DeterminationWord, LastUpdateDateTime, SeverityWord, StatusWord, Source };

FilterValue wordValue(std::size_t index, bool absent)
{
    return {.absent = absent, .number = static_cast<qint64>(index)};
}

// The properties that incidents and alerts have in common.
template<typename Facts>
FilterValue commonValue(const Facts &facts, int property, const IncidentStore &store)
{
    switch (property) {
    case AssignedTo: return {.absent = facts.assignee == 0, .text = store.assigneeName(facts.assignee)};
    case ClassificationWord:
        return wordValue(static_cast<std::size_t>(facts.classification), facts.classification == Classification::Absent);
    case CreatedDateTime: return {.number = facts.created};
    case DeterminationWord:
        return wordValue(static_cast<std::size_t>(facts.determination), facts.determination == Determination::Absent);
    case LastUpdateDateTime: return {.number = facts.updated};
    case SeverityWord: return wordValue(static_cast<std::size_t>(facts.severity), false);
    default: return wordValue(static_cast<std::size_t>(facts.status), false);
    }
}

std::vector<FilterProperty> propertiesOf(std::span<const QLatin1StringView> statuses)
{
    return {{"assignedTo"_L1, FilterProperty::Kind::Text},
            {"classification"_L1, FilterProperty::Kind::Word, wireWords<Classification>()},
            {"createdDateTime"_L1, FilterProperty::Kind::Time},
            {"determination"_L1, FilterProperty::Kind::Word, wireWords<Determination>()},
            {"lastUpdateDateTime"_L1, FilterProperty::Kind::Time},
            {"severity"_L1, FilterProperty::Kind::Word, wireWords<Severity>()},
            {"status"_L1, FilterProperty::Kind::Word, statuses}};
}

} // namespace

CaseList::CaseList(const IncidentStore &store, Of of)
    : m_store(store)
    , m_of(of)
{
}

Result<const CaseList::Indices *> CaseList::find(const ListQuery &query)
{
    const QString question = QString::number(query.byUpdate) + QString::number(query.oldestFirst) + query.filter;
    m_known.remove_if([this](const Known &known) { return known.revision != m_store.revision(); });
    const auto known = std::find_if(m_known.begin(), m_known.end(),
                                    [&question](const Known &entry) { return entry.question == question; });
    if (known != m_known.end()) {
        m_known.splice(m_known.begin(), m_known, known);
        return &m_known.front().indices;
    }
    auto found = search(query);
    if (!found) {
        return Failure {found.error()};
    }
    m_known.push_front({question, m_store.revision(), found.take()});
    if (m_known.size() > mostKnown) {
        m_known.pop_back();
    }
    return &m_known.front().indices;
}

Result<CaseList::Indices> CaseList::search(const ListQuery &query) const
{
    auto found = filtered(query.filter);
    if (!found) {
        return found;
    }
    Indices indices = found.take();
    std::stable_sort(indices.begin(), indices.end(), [this, &query](quint32 left, quint32 right) {
        const Ticks a = timeOf(left, query.byUpdate);
        const Ticks b = timeOf(right, query.byUpdate);
        // of the same time: the later index is the newer one
        return query.oldestFirst ? (a != b ? a < b : left < right) : (a != b ? a > b : left > right);
    });
    return indices;
}

Result<CaseList::Indices> CaseList::filtered(const QString &filter) const
{
    const bool incidents = m_of == Of::Incidents;
    std::vector<FilterProperty> properties =
        propertiesOf(incidents ? wireWords<IncidentStatus>() : wireWords<AlertStatus>());
    if (!incidents) {
        properties.push_back({"serviceSource"_L1, FilterProperty::Kind::Word, wireWords<ServiceSource>()});
    }
    ODataFilter parsed;
    if (!filter.trimmed().isEmpty()) {
        auto result = ODataFilter::parse(filter, properties,
                                         incidents ? "microsoft.graph.security.incident"_L1
                                                   : "microsoft.graph.security.alert"_L1);
        if (!result) {
            return Failure {result.error()};
        }
        parsed = result.take();
    }
    Indices indices;
    const quint32 count = incidents ? m_store.incidentCount() : m_store.alertCount();
    for (quint32 i = 0; i < count; ++i) {
        const bool match = incidents
            ? parsed.matches([this, i](int property) { return commonValue(m_store.incident(i), property, m_store); })
            : parsed.matches([this, i](int property) {
                  const AlertFacts &facts = m_store.alert(i);
                  return property == Source ? wordValue(static_cast<std::size_t>(facts.source), false)
                                            : commonValue(facts, property, m_store);
              });
        if (match) {
            indices.push_back(i);
        }
    }
    return indices;
}

Ticks CaseList::timeOf(quint32 index, bool updated) const
{
    if (m_of == Of::Incidents) {
        return updated ? m_store.incident(index).updated : m_store.incident(index).created;
    }
    return updated ? m_store.alert(index).updated : m_store.alert(index).created;
}

} // namespace simulator
