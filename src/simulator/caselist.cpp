// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "caselist.h"

#include <algorithm>
#include <array>
#include <limits>

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
    const QString question = QString::number(query.byUpdate) + QString::number(query.oldestFirst)
        + QString::number(m_oldest) + query.filter;
    m_searches.remove_if([this](const Search &search) { return search.revision != m_store.revision(); });
    auto known = std::find_if(m_searches.begin(), m_searches.end(),
                              [&question](const Search &search) { return search.question == question; });
    if (known == m_searches.end()) {
        keepUp();
        auto begun = begin(query);
        if (!begun) {
            return Failure {begun.error()};
        }
        m_searches.push_front(begun.take());
        m_searches.front().question = question;
        if (m_searches.size() > mostKnown) {
            m_searches.pop_back();
        }
        known = m_searches.begin();
    }
    m_searches.splice(m_searches.begin(), m_searches, known);
    Search &search = m_searches.front();
    goOn(search, query.count ? std::numeric_limits<std::size_t>::max()
                             : static_cast<std::size_t>(query.skip) + static_cast<std::size_t>(query.top) + 1);
    return &search.found;
}

void CaseList::keepUp()
{
    const bool incidents = m_of == Of::Incidents;
    const quint32 count = incidents ? m_store.incidentCount() : m_store.alertCount();
    std::vector<Ticks> created;
    std::vector<Ticks> updated;
    for (auto i = static_cast<quint32>(m_created.size()); i < count; ++i) {
        created.push_back(timeOf(i, false));
        updated.push_back(timeOf(i, true));
    }
    m_created.append(created);
    m_updated.append(updated);
    const std::vector<quint32> &edits = incidents ? m_store.editedIncidents() : m_store.editedAlerts();
    for (; m_seenEdits < edits.size(); ++m_seenEdits) {
        const quint32 index = edits[m_seenEdits];
        m_created.move(index, timeOf(index, false));
        m_updated.move(index, timeOf(index, true));
    }
}

// The rows of the window that the filter sets to the time of the order; or, when it sets one to the other time that lets
// but few through, those.
Result<CaseList::Search> CaseList::begin(const ListQuery &query) const
{
    constexpr std::size_t few = 4096;
    auto parsed = parse(query.filter);
    if (!parsed) {
        return Failure {parsed.error()};
    }
    Search search {.question = {}, .revision = m_store.revision(), .filter = parsed.take(), .backwards = !query.oldestFirst};
    const auto created = search.filter.window(CreatedDateTime);
    const auto updated = search.filter.window(LastUpdateDateTime);
    const auto byCreated = m_created.between(created.first, created.last);
    const auto byUpdated = m_updated.between(updated.first, updated.last);
    const auto other = query.byUpdate ? byCreated : byUpdated;
    search.candidates = query.byUpdate ? byUpdated : byCreated;
    if (other.size() < few && other.size() < search.candidates.size()) {
        search.sorted.assign(other.begin(), other.end());
        std::sort(search.sorted.begin(), search.sorted.end(), [this, &query](quint32 left, quint32 right) {
            const Ticks a = timeOf(left, query.byUpdate);
            const Ticks b = timeOf(right, query.byUpdate);
            return a != b ? a < b : left < right;
        });
        search.candidates = search.sorted; // the buffer stays where it is when the search is moved
    }
    return search;
}

void CaseList::goOn(Search &search, std::size_t wanted) const
{
    const std::size_t count = search.candidates.size();
    while (search.looked < count && search.found.size() < wanted) {
        const std::size_t at = search.backwards ? count - 1 - search.looked : search.looked;
        const quint32 index = search.candidates[at];
        if (matches(search.filter, index)) {
            search.found.push_back(index);
        }
        ++search.looked;
    }
}

Result<ODataFilter> CaseList::parse(const QString &text) const
{
    if (text.trimmed().isEmpty()) {
        return ODataFilter();
    }
    const bool incidents = m_of == Of::Incidents;
    std::vector<FilterProperty> properties =
        propertiesOf(incidents ? wireWords<IncidentStatus>() : wireWords<AlertStatus>());
    if (!incidents) {
        properties.push_back({"serviceSource"_L1, FilterProperty::Kind::Word, wireWords<ServiceSource>()});
    }
    return ODataFilter::parse(text, properties,
                              incidents ? "microsoft.graph.security.incident"_L1 : "microsoft.graph.security.alert"_L1);
}

bool CaseList::matches(const ODataFilter &filter, quint32 index) const
{
    if (timeOf(index, false) < m_oldest) {
        return false;
    }
    if (m_of == Of::Incidents) {
        return filter.matches([this, index](int property) { return commonValue(m_store.incident(index), property, m_store); });
    }
    return filter.matches([this, index](int property) {
        const AlertFacts &facts = m_store.alert(index);
        return property == Source ? wordValue(static_cast<std::size_t>(facts.source), false)
                                  : commonValue(facts, property, m_store);
    });
}

Ticks CaseList::timeOf(quint32 index, bool updated) const
{
    if (m_of == Of::Incidents) {
        return updated ? m_store.incident(index).updated : m_store.incident(index).created;
    }
    return updated ? m_store.alert(index).updated : m_store.alert(index).created;
}

} // namespace simulator
