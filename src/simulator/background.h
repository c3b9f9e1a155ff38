// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The source of the ordinary incidents: gives their first facts and mails, and writes their texts and evidence whenever
// somebody reads them, without keeping any. Lives in the tenant thread.

#include "backgroundplan.h"
#include "incidentstore.h"
#include "texttemplate.h"

namespace simulator {

class Background : public TextSource {
public:
    Background(const PlanRules &rules, const People &people, Ticks start, QString expiredStatus);
    ~Background() override;

    [[nodiscard]] quint32 add(Ticks created); // returns the number of the incident
    [[nodiscard]] BackgroundPlan plan(quint32 number) const { return planOf(m_rules, number); }
    [[nodiscard]] PlannedMail mail(quint32 number, int group, int which) const;
    [[nodiscard]] bool isPending(quint32 number) const; // its mails wait for a decision at time zero

    // Facts as they are at time zero, or at creation when that is later.
    [[nodiscard]] IncidentFacts incidentFacts(quint32 number, IncidentStore &store) const;
    [[nodiscard]] AlertFacts alertFacts(quint32 number, int ordinal, const IncidentFacts &incident) const;

    [[nodiscard]] IncidentText incidentText(quint32 origin) const override;
    void writeAlertMembers(quint32 origin, int ordinal, bool masked, QByteArray &out) const override;

private:
    struct Filler;

    [[nodiscard]] Ticks created(quint32 number) const { return m_created[number]; }
    [[nodiscard]] QString mailStatus(quint32 number, const BackgroundPlan &plan) const;
    [[nodiscard]] const TextTemplate &shape(AlertKind kind, int variant, bool masked) const;

    PlanRules m_rules;
    const People &m_people;
    Ticks m_start;
    QString m_expiredStatus;
    std::vector<Ticks> m_created;
    mutable std::vector<std::optional<TextTemplate>> m_shapes; // made when first used; see shape()
};

} // namespace simulator
