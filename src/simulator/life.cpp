// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "life.h"

#include "mailwords.h"
#include "organisation.h"
#include "populate.h"
#include "random.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 lifeStream = 70;
constexpr Ticks betweenMails = 25 * oneMinute; // on average
constexpr Ticks betweenDeletions = 70 * oneMinute;
constexpr Ticks betweenZaps = 5 * oneHour;
constexpr Ticks betweenIncidents = 170 * oneMinute;

// Does it, and again and again after pauses of half to one and a half of the mean.
void repeat(Organisation &org, quint64 purpose, quint64 turn, Ticks mean, const std::function<void()> &deed)
{
    Random random(org.seed, {lifeStream, purpose, turn});
    const Ticks due = org.clock.now() + mean / 2 + random.ticks(mean);
    org.agenda.at(due, [&org, purpose, turn, mean, deed] {
        if (org.switches.on("arrivals"_L1)) {
            deed();
        }
        repeat(org, purpose, turn + 1, mean, deed);
    });
}

} // namespace

Life::Life(Organisation &org)
    : m_org(org)
{
}

void Life::begin()
{
    repeat(m_org, 1, 0, betweenMails, [this] { deliverMail(); });
    repeat(m_org, 2, 0, betweenDeletions, [this] { moveMail(true); });
    repeat(m_org, 3, 0, betweenZaps, [this] { moveMail(false); });
    repeat(m_org, 4, 0, betweenIncidents, [this] { beginIncident(); });
}

void Life::advance(Ticks by)
{
    const Ticks end = m_org.clock.now() + by;
    for (auto next = m_org.agenda.nextTime(); next && *next <= end; next = m_org.agenda.nextTime()) {
        m_org.clock.moveTo(*next);
        const Agenda::Deed deed = m_org.agenda.takeFirst();
        deed();
    }
    m_org.clock.moveTo(end);
}

void Life::deliverMail()
{
    Random random(m_org.seed, {lifeStream, 10, m_draws++});
    Mail mail;
    mail.networkMessageId = random.guid();
    mail.subject = u"Arrival notice HL-%1"_s.arg(random.between(5000, 9999));
    mail.senderName = u"Port Agency"_s;
    mail.senderAddress = u"notices@port-agency.example"_s;
    mail.envelopeAddress = mail.senderAddress;
    mail.internetMessageId = u"<%1@port-agency.example>"_s.arg(random.hex(20));
    mail.senderIp = u"198.51.100.140"_s;
    mail.clusterId = static_cast<qint64>(random.next() >> 2);
    mail.size = random.between(4000, 60'000);
    mail.received = m_org.clock.now();
    const quint32 index = m_org.mails.add(std::move(mail));
    m_org.mails.deliver(index, m_org.people.at(random.below(m_org.people.size())).upn, Place::Inbox);
}

// Users delete anything; the filter takes back what it knows to be bad.
void Life::moveMail(bool byUser)
{
    constexpr int tries = 200;
    Random random(m_org.seed, {lifeStream, 11, m_draws++});
    for (int i = 0; i < tries; ++i) {
        const auto delivery = static_cast<quint32>(random.below(static_cast<int>(m_org.mails.deliveryCount())));
        const Place place = m_org.mails.delivery(delivery).latest;
        const bool bad = m_org.mails.mailOf(delivery).threat != MailThreat::None;
        if (place == Place::Inbox && (byUser || bad)) {
            const Place to = byUser ? Place::DeletedItems : Place::Quarantine;
            m_org.mails.move(delivery, {.at = m_org.clock.now(),
                                        .by = byUser ? MailMove::By::User : MailMove::By::Zap,
                                        .action = movedWords(to),
                                        .result = u"Success"_s,
                                        .place = to});
            return;
        }
    }
}

void Life::beginIncident()
{
    addOrdinaryIncident(m_org);
}

} // namespace simulator
