// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "life.h"

#include "colleagues.h"
#include "mailwords.h"
#include "organisation.h"
#include "populate.h"
#include "random.h"
#include "reporting.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 lifeStream = 70;
constexpr Ticks betweenMails = 25 * oneMinute; // on average
constexpr Ticks betweenDeletions = 70 * oneMinute;
constexpr Ticks betweenZaps = 5 * oneHour;
constexpr Ticks betweenIncidents = 170 * oneMinute;
constexpr Ticks betweenReports = 4 * oneHour;
constexpr Ticks betweenEdits = 55 * oneMinute;
constexpr Ticks betweenDecisions = 6 * oneHour;

// Does it, and again and again after pauses of half to one and a half of the mean.
struct Habit {
    quint64 purpose;
    Ticks mean;
    QLatin1StringView onlyWith; // the switch that lets it happen
};

void repeat(Organisation &org, const Habit &habit, quint64 turn, const std::function<void()> &deed)
{
    Random random(org.seed, {lifeStream, habit.purpose, turn});
    const Ticks due = org.clock.now() + habit.mean / 2 + random.ticks(habit.mean);
    org.agenda.at(due, [&org, habit, turn, deed] {
        if (org.switches.on(habit.onlyWith)) {
            deed();
        }
        repeat(org, habit, turn + 1, deed);
    });
}

} // namespace

Life::Life(Organisation &org)
    : m_org(org)
{
}

void Life::begin()
{
    constexpr QLatin1StringView arrivals {"arrivals"};
    constexpr QLatin1StringView colleagues {"colleagues"};
    repeat(m_org, {1, betweenMails, arrivals}, 0, [this] { deliverMail(); });
    repeat(m_org, {2, betweenDeletions, arrivals}, 0, [this] { moveMail(true); });
    repeat(m_org, {3, betweenZaps, arrivals}, 0, [this] { moveMail(false); });
    repeat(m_org, {4, betweenIncidents, arrivals}, 0, [this] { beginIncident(); });
    repeat(m_org, {5, betweenReports, arrivals}, 0, [this] { reportOne(); });
    repeat(m_org, {6, betweenEdits, colleagues}, 0, [this] {
        Random random(m_org.seed, {lifeStream, 12, m_draws++});
        workOnOneIncident(m_org, random);
    });
    repeat(m_org, {7, betweenDecisions, colleagues}, 0, [this] {
        Random random(m_org.seed, {lifeStream, 13, m_draws++});
        decideOneInPortal(m_org, random);
    });
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

// What looks bad, and now and then what does not.
void Life::reportOne()
{
    constexpr int tries = 500;
    constexpr Ticks noticed = 3 * oneDay; // nobody reports what came before
    Random random(m_org.seed, {lifeStream, 14, m_draws++});
    const bool wantsBad = random.chance(80);
    for (int i = 0; i < tries; ++i) {
        const auto delivery = static_cast<quint32>(random.below(static_cast<int>(m_org.mails.deliveryCount())));
        const Mail &mail = m_org.mails.mailOf(delivery);
        const bool isBad = mail.threat != MailThreat::None;
        if (m_org.mails.delivery(delivery).latest == Place::Inbox && isBad == wantsBad
            && mail.received > m_org.clock.now() - noticed) {
            reportMail(m_org, delivery);
            return;
        }
    }
}

void Life::beginIncident()
{
    addOrdinaryIncident(m_org);
}

} // namespace simulator
