// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All incidents and alerts. What can be filtered or changed often lies in packed rows; the rest (texts, evidence) is kept as
// a value only for incidents that a story told or somebody changed, and is otherwise written anew by its source each time
// it is read. So a hundred thousand incidents fit easily. Lives in the tenant thread.

#include "stamp.h"
#include "words.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <unordered_map>
#include <vector>

namespace simulator {

using IncidentIndex = quint32; // position in the order of creation
using AlertIndex = quint32;

inline constexpr quint32 toldByStory = 0xffffffff; // origin of what no source can write again

struct IncidentFacts {
    Ticks created = 0;
    Ticks updated = 0;
    quint32 origin = toldByStory; // number at the source
    quint32 assignee = 0; // see IncidentStore::assignee
    IncidentStatus status = IncidentStatus::Active;
    Severity severity = Severity::Medium;
    Classification classification = Classification::Unknown;
    Determination determination = Determination::Unknown;
};

struct IncidentText {
    QString displayName;
    QString description;
    QString summary;
    QString resolvingComment;
    QString lastModifiedBy;
    QString redirectId; // after a merge
    QStringList customTags;
    QStringList systemTags;
    QJsonArray comments;
    int priorityScore = -1; // below zero: not computed
};

struct AlertFacts {
    Ticks created = 0;
    Ticks updated = 0;
    Ticks resolved = 0; // zero: it is not
    IncidentIndex incident = 0;
    quint32 origin = toldByStory;
    quint32 assignee = 0;
    quint16 ordinal = 0; // among the alerts of its origin
    AlertStatus status = AlertStatus::New;
    Severity severity = Severity::Medium;
    Classification classification = Classification::Absent;
    Determination determination = Determination::Absent;
    ServiceSource source = ServiceSource::Office365;
    InvestigationState investigation = InvestigationState::Absent;
};

// Writes the texts of what is not kept.
class TextSource {
public:
    virtual ~TextSource() = default;
    [[nodiscard]] virtual IncidentText incidentText(quint32 origin) const = 0;
    // Appends the members of the alert as JSON text without the surrounding braces.
    virtual void writeAlertMembers(quint32 origin, int ordinal, bool masked, QByteArray &out) const = 0;
};

class IncidentStore {
public:
    IncidentStore(quint64 seed, const TextSource &source);

    IncidentIndex add(const IncidentFacts &facts, std::optional<IncidentText> text = {});
    AlertIndex add(const AlertFacts &facts, std::optional<QJsonObject> body = {});

    [[nodiscard]] IncidentIndex incidentCount() const { return static_cast<IncidentIndex>(m_incidents.size()); }
    [[nodiscard]] AlertIndex alertCount() const { return static_cast<AlertIndex>(m_alerts.size()); }
    [[nodiscard]] const IncidentFacts &incident(IncidentIndex index) const { return m_incidents[index]; }
    [[nodiscard]] const AlertFacts &alert(AlertIndex index) const { return m_alerts[index]; }
    [[nodiscard]] const std::vector<AlertIndex> &alertsOf(IncidentIndex index) const { return m_members[index]; }
    [[nodiscard]] quint64 revision() const { return m_revision; } // grows with every change of facts
    // Everything that was ever edited, in that order: who keeps something derived from the facts follows it.
    [[nodiscard]] const std::vector<IncidentIndex> &editedIncidents() const { return m_editedIncidents; }
    [[nodiscard]] const std::vector<AlertIndex> &editedAlerts() const { return m_editedAlerts; }

    IncidentFacts &edit(IncidentIndex index);
    AlertFacts &editAlert(AlertIndex index);
    void moveAlert(AlertIndex alert, IncidentIndex target);

    [[nodiscard]] IncidentText text(IncidentIndex index) const;
    IncidentText &editText(IncidentIndex index);
    [[nodiscard]] const QJsonObject *keptBody(AlertIndex index) const; // nullptr: its source writes it
    void writeMembers(AlertIndex index, bool masked, QByteArray &out) const; // by its source
    [[nodiscard]] QJsonObject body(AlertIndex index) const;
    QJsonObject &editBody(AlertIndex index);

    [[nodiscard]] QString incidentId(IncidentIndex index) const;
    [[nodiscard]] QString alertId(AlertIndex index) const;
    [[nodiscard]] std::optional<IncidentIndex> findIncident(QStringView id) const;
    [[nodiscard]] std::optional<AlertIndex> findAlert(const QString &id) const;

    [[nodiscard]] quint32 assignee(const QString &name); // a number for the name; zero for nobody
    [[nodiscard]] const QString &assigneeName(quint32 number) const { return m_assignees[number]; }

private:
    quint64 m_seed;
    const TextSource &m_source;
    quint64 m_revision = 0;
    std::vector<IncidentIndex> m_editedIncidents;
    std::vector<AlertIndex> m_editedAlerts;
    std::vector<IncidentFacts> m_incidents;
    std::vector<AlertFacts> m_alerts;
    std::vector<std::vector<AlertIndex>> m_members;
    std::unordered_map<IncidentIndex, IncidentText> m_texts; // nodes: references stay good while others are added
    std::unordered_map<AlertIndex, QJsonObject> m_bodies;
    std::vector<QString> m_assignees {QString()};
};

} // namespace simulator
