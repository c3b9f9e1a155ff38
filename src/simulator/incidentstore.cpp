// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentstore.h"

#include "random.h"

#include <QJsonDocument>

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 idStream = 20;
constexpr IncidentIndex firstId = 101;
constexpr quint64 tailMask = (1ULL << 48) - 1;
constexpr quint64 tailFactor = 0x5bd1e995a3d7ULL; // odd, so it can be undone

constexpr quint64 undoOf(quint64 odd)
{
    quint64 inverse = odd; // each round doubles the number of right bits
    for (int i = 0; i < 6; ++i) {
        inverse *= 2 - odd * inverse;
    }
    return inverse;
}

// The last part of an alert's id tells its index, so that no table from ids to rows is needed.
quint64 tailOf(quint64 seed, AlertIndex index)
{
    return ((index + scramble(seed)) * tailFactor) & tailMask;
}

quint64 indexOf(quint64 seed, quint64 tail)
{
    return (tail * undoOf(tailFactor) - scramble(seed)) & tailMask;
}

QLatin1StringView prefixOf(ServiceSource source)
{
    switch (source) {
    case ServiceSource::Endpoint: return "da"_L1;
    case ServiceSource::Identity: return "aa"_L1;
    case ServiceSource::CloudApps: return "ca"_L1;
    case ServiceSource::Office365: return "fa"_L1;
    case ServiceSource::EntraProtection: return "ad"_L1;
    case ServiceSource::AppGovernance: return "ma"_L1;
    case ServiceSource::DataLossPrevention: return "dl"_L1;
    case ServiceSource::Cloud: return "dc"_L1;
    case ServiceSource::Sentinel: return "sn"_L1;
    case ServiceSource::InsiderRisk: return "ir"_L1;
    default: return "ra"_L1;
    }
}

} // namespace

IncidentStore::IncidentStore(quint64 seed, const TextSource &source)
    : m_seed(seed)
    , m_source(source)
{
}

IncidentIndex IncidentStore::add(const IncidentFacts &facts, std::optional<IncidentText> text)
{
    const IncidentIndex index = incidentCount();
    m_incidents.push_back(facts);
    m_members.emplace_back();
    if (text) {
        m_texts.emplace(index, *std::move(text));
    }
    ++m_revision;
    return index;
}

AlertIndex IncidentStore::add(const AlertFacts &facts, std::optional<QJsonObject> body)
{
    const AlertIndex index = alertCount();
    m_alerts.push_back(facts);
    m_members[facts.incident].push_back(index);
    if (body) {
        m_bodies.emplace(index, *std::move(body));
    }
    ++m_revision;
    return index;
}

IncidentFacts &IncidentStore::edit(IncidentIndex index)
{
    ++m_revision;
    m_editedIncidents.push_back(index);
    return m_incidents[index];
}

AlertFacts &IncidentStore::editAlert(AlertIndex index)
{
    ++m_revision;
    m_editedAlerts.push_back(index);
    return m_alerts[index];
}

void IncidentStore::moveAlert(AlertIndex alert, IncidentIndex target)
{
    std::erase(m_members[m_alerts[alert].incident], alert);
    m_members[target].push_back(alert);
    editAlert(alert).incident = target;
}

IncidentText IncidentStore::text(IncidentIndex index) const
{
    const auto kept = m_texts.find(index);
    return kept == m_texts.end() ? m_source.incidentText(m_incidents[index].origin) : kept->second;
}

IncidentText &IncidentStore::editText(IncidentIndex index)
{
    auto kept = m_texts.find(index);
    if (kept == m_texts.end()) {
        kept = m_texts.emplace(index, text(index)).first;
    }
    return kept->second;
}

const QJsonObject *IncidentStore::keptBody(AlertIndex index) const
{
    const auto kept = m_bodies.find(index);
    return kept == m_bodies.end() ? nullptr : &kept->second;
}

void IncidentStore::writeMembers(AlertIndex index, bool masked, QByteArray &out) const
{
    m_source.writeAlertMembers(m_alerts[index].origin, m_alerts[index].ordinal, masked, out);
}

QJsonObject IncidentStore::body(AlertIndex index) const
{
    const QJsonObject *kept = keptBody(index);
    if (kept != nullptr) {
        return *kept;
    }
    QByteArray text = "{";
    writeMembers(index, false, text);
    text += '}';
    return QJsonDocument::fromJson(text).object();
}

QJsonObject &IncidentStore::editBody(AlertIndex index)
{
    auto kept = m_bodies.find(index);
    if (kept == m_bodies.end()) {
        kept = m_bodies.emplace(index, body(index)).first;
    }
    return kept->second;
}

QString IncidentStore::incidentId(IncidentIndex index) const
{
    return QString::number(firstId + index);
}

QString IncidentStore::alertId(AlertIndex index) const
{
    const QString head = Random(m_seed, {idStream, index}).guid().left(24); // up to the last hyphen
    return prefixOf(m_alerts[index].source) + head
        + QString::number(tailOf(m_seed, index), 16).rightJustified(12, QChar(u'0'));
}

std::optional<IncidentIndex> IncidentStore::findIncident(QStringView id) const
{
    bool number = false;
    const uint value = id.toUInt(&number);
    if (!number || value < firstId || value - firstId >= incidentCount()) {
        return std::nullopt;
    }
    return value - firstId;
}

std::optional<AlertIndex> IncidentStore::findAlert(const QString &id) const
{
    bool number = false;
    const quint64 tail = id.right(12).toULongLong(&number, 16);
    const quint64 index = indexOf(m_seed, tail);
    if (!number || index >= alertCount() || alertId(static_cast<AlertIndex>(index)).compare(id, Qt::CaseInsensitive) != 0) {
        return std::nullopt;
    }
    return static_cast<AlertIndex>(index);
}

quint32 IncidentStore::assignee(const QString &name)
{
    const auto known = std::find(m_assignees.begin(), m_assignees.end(), name);
    if (known != m_assignees.end()) {
        return static_cast<quint32>(known - m_assignees.begin());
    }
    m_assignees.push_back(name);
    return static_cast<quint32>(m_assignees.size() - 1);
}

} // namespace simulator
