// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "teller.h"

#include "mailfacts.h"
#include "mailwords.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 tellerStream = 40;
constexpr int peoplePerStory = 24;

} // namespace

Teller::Teller(Organisation &org, quint64 number, Ticks created)
    : m_org(org)
    , m_number(number)
    , m_created(created)
    , m_random(org.seed, {tellerStream, number})
{
}

Ticks Teller::at(int minutes) const
{
    return std::min(m_created + minutes * oneMinute, m_org.clock.now());
}

int Teller::personIndex(int which) const
{
    constexpr int first = 20; // after the analysts and the VIPs
    const int room = (m_org.people.size() - first) / peoplePerStory;
    return first + static_cast<int>(m_number % static_cast<quint64>(room)) * peoplePerStory + which;
}

const Person &Teller::person(int which) const
{
    return m_org.people.at(personIndex(which));
}

const Person &Teller::vip() const
{
    const std::vector<int> &vips = m_org.people.vips();
    return m_org.people.at(vips[static_cast<std::size_t>(m_number) % vips.size()]);
}

Device Teller::laptop(int which) const
{
    return laptopOf(m_org.seed, personIndex(which));
}

EvidenceHead Teller::head(int minutes, QLatin1StringView status, QLatin1StringView verdict, QStringList roles) const
{
    return {.created = stamp(at(minutes) + 2'718'281), .status = status, .verdict = verdict, .roles = std::move(roles)};
}

quint32 Teller::mail(Mail draft, int minutes, const QString &recipient, Place place)
{
    draft.networkMessageId = m_random.guid();
    draft.internetMessageId = u"<%1@%2>"_s.arg(m_random.hex(20), domainOf(draft.senderAddress));
    draft.received = at(minutes) + m_random.ticks(oneMinute);
    if (draft.size == 0) {
        draft.size = m_random.between(20'000, 90'000);
    }
    const quint32 index = m_org.mails.add(std::move(draft));
    return m_org.mails.deliver(index, recipient, place);
}

void Teller::move(quint32 delivery, int minutes, MailMove::By by, Place place)
{
    m_org.mails.move(delivery, {.at = at(minutes),
                                  .by = by,
                                  .action = movedWords(place),
                                  .result = u"Success"_s,
                                  .place = place});
}

void Teller::click(quint32 delivery, int minutes, MailClick click)
{
    click.at = at(minutes);
    m_org.mails.click(delivery, click);
}

MessageFacts Teller::message(quint32 delivery) const
{
    return messageFacts(m_org.mails, delivery);
}

void Teller::incident(const IncidentDraft &draft)
{
    IncidentFacts facts;
    facts.created = m_created;
    facts.updated = isLive() ? m_org.clock.takeStamp() : m_created + m_random.ticks(oneMinute);
    facts.status = draft.status;
    facts.severity = draft.severity;
    facts.assignee = draft.assignee.isEmpty() ? 0 : m_org.incidents.assignee(draft.assignee);
    IncidentText text;
    text.displayName = draft.title;
    text.description = draft.description;
    text.systemTags = draft.tags;
    text.priorityScore = draft.priority;
    m_incident = m_org.incidents.add(facts, std::move(text));
}

AlertIndex Teller::alert(const AlertDraft &draft)
{
    AlertFacts facts;
    facts.incident = m_incident;
    facts.created = std::min(at(draft.minutes) + m_random.ticks(30 * oneSecond), m_org.clock.now());
    facts.updated = isLive() ? m_org.clock.takeStamp() : facts.created + m_random.ticks(oneMinute);
    facts.status = draft.status;
    facts.severity = draft.severity;
    facts.source = draft.source;
    facts.investigation = draft.investigation;
    facts.assignee = m_org.incidents.incident(m_incident).assignee;
    if (draft.status == AlertStatus::Resolved) {
        facts.resolved = facts.updated;
    }
    IncidentFacts &incident = m_org.incidents.edit(m_incident);
    incident.updated = isLive() ? m_org.clock.takeStamp() : std::max(incident.updated, facts.updated + 1);
    for (const QJsonValue &item : draft.evidence) {
        m_org.mailboxRules.addFrom(item.toObject());
    }
    const AlertIndex index = m_org.incidents.add(
        facts, alertBody(draft.source, draft.text, stamp(facts.created - 25 * oneMinute), stamp(facts.created - oneMinute),
                         draft.evidence));
    if (draft.investigation == InvestigationState::PendingApproval) {
        expireApprovalAt(m_org, index, facts.created + approvalLife);
    }
    return index;
}

} // namespace simulator
