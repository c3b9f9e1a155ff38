// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a story tells its incident with: people of its own, mails, alerts with evidence, and what is still to come. One for
// each telling. Lives in the tenant thread.

#include "air.h"
#include "alertbody.h"
#include "identityevidence.h"
#include "mailevidence.h"
#include "random.h"
#include "organisation.h"

namespace simulator {

struct IncidentDraft {
    QString title {};
    QString description {};
    Severity severity = Severity::Medium;
    IncidentStatus status = IncidentStatus::Active;
    QStringList tags {};
    int priority = -1;
    QString assignee {};
};

struct AlertDraft {
    AlertText text {};
    ServiceSource source = ServiceSource::Office365;
    Severity severity = Severity::Medium;
    int minutes = 0; // after the incident began
    QJsonArray evidence {};
    InvestigationState investigation = InvestigationState::Absent;
    AlertStatus status = AlertStatus::New;
};

class Teller {
public:
    // number: of the telling, so that people and mails differ when a story is told again
    Teller(Organisation &org, quint64 number, Ticks created);

    [[nodiscard]] Organisation &org() { return m_org; }
    [[nodiscard]] Random &random() { return m_random; }
    [[nodiscard]] Ticks at(int minutes) const; // after the incident began, but nothing lies in the future
    [[nodiscard]] Ticks later(int minutes) const { return m_created + minutes * oneMinute; } // for the agenda
    [[nodiscard]] const Person &person(int which) const; // not shared with other stories
    [[nodiscard]] const Person &vip() const;
    [[nodiscard]] Device laptop(int which) const;

    [[nodiscard]] EvidenceHead head(int minutes, QLatin1StringView status = QLatin1StringView("none"),
                                    QLatin1StringView verdict = QLatin1StringView("suspicious"), QStringList roles = {}) const;

    // A mail with the story's own random ids; what the caller set stays.
    quint32 mail(Mail draft, int minutes, const QString &recipient, Place place); // returns the delivery
    void move(quint32 delivery, int minutes, MailMove::By by, Place place);
    void click(quint32 delivery, int minutes, MailClick click);
    [[nodiscard]] MessageFacts message(quint32 delivery) const; // as evidence shows it

    void incident(const IncidentDraft &draft);
    AlertIndex alert(const AlertDraft &draft);

private:
    [[nodiscard]] int personIndex(int which) const;
    [[nodiscard]] bool isLive() const { return m_created >= m_org.start; } // not a part of time zero

    Organisation &m_org;
    quint64 m_number;
    Ticks m_created;
    Random m_random;
    IncidentIndex m_incident = 0;
};

} // namespace simulator
