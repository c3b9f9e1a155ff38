// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "populate.h"

#include "air.h"
#include "mailwords.h"
#include "random.h"
#include "story.h"
#include "teller.h"
#include "organisation.h"

#include <algorithm>
#include <vector>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 populateStream = 50;
constexpr Ticks oldestIncident = 170 * oneDay;
constexpr Ticks mailDepth = 30 * oneDay; // mails of older incidents are gone

struct Entry {
    Ticks created;
    const Story *story; // nullptr: an ordinary incident
};

// Some recipients follow the link, soon after it came and before anything was done about it.
void addClick(Organisation &org, quint32 number, int which, quint32 delivery)
{
    Random random(org.seed, {populateStream, 3, number, static_cast<quint64>(which)});
    const MailCopy &copy = org.mails.delivery(delivery);
    const Mail &mail = org.mails.mailOf(delivery);
    if (mail.urls.isEmpty() || copy.original != Place::Inbox || !random.chance(25)) {
        return;
    }
    MailClick click {.at = mail.received + random.between(20, 170) * oneSecond};
    click.blocked = random.chance(50);
    click.through = !click.blocked && random.chance(60);
    click.address = u"198.51.100.%1"_s.arg(random.between(2, 250));
    org.mails.click(delivery, click);
}

void addMails(Organisation &org, quint32 number, const BackgroundPlan &plan)
{
    const int count = plan.hasMails ? plan.groups() * BackgroundPlan::mailsInGroup : 0;
    for (int i = 0; i < count; ++i) {
        PlannedMail planned =
            org.background.mail(number, i / BackgroundPlan::mailsInGroup, i % BackgroundPlan::mailsInGroup);
        const Ticks received = planned.mail.received;
        const quint32 delivery = org.mails.deliver(org.mails.add(std::move(planned.mail)), planned.recipient,
                                                     planned.original);
        if (planned.latest != planned.original) {
            org.mails.move(delivery, {.at = received + 3 * oneMinute,
                                        .by = MailMove::By::Zap,
                                        .action = movedWords(planned.latest),
                                        .result = u"Success"_s,
                                        .place = planned.latest});
        }
        addClick(org, number, i, delivery);
    }
}

// What arrives after time zero is investigated before the eyes of the analyst.
void beginInvestigation(Organisation &org, AlertIndex alert, Random &random)
{
    AlertFacts &facts = org.incidents.editAlert(alert);
    const bool proposes = facts.investigation == InvestigationState::PendingApproval;
    if (!proposes && facts.investigation != InvestigationState::PartiallyInvestigated) {
        return;
    }
    facts.investigation = InvestigationState::Running;
    changeEvidence(org, alert, [](QJsonObject &item) {
        const bool pending = isPendingItem(item);
        if (pending) {
            item.insert(u"remediationStatus"_s, u"running"_s);
        }
        return pending;
    });
    endInvestigationAt(org, alert, proposes ? InvestigationEnd::NeedsApproval : InvestigationEnd::NothingFound,
                       org.clock.now() + random.between(9, 26) * oneMinute);
}

IncidentIndex addOrdinary(Organisation &org, Ticks created)
{
    const quint32 number = org.background.add(created);
    const BackgroundPlan plan = org.background.plan(number);
    if (created > org.start - mailDepth) {
        addMails(org, number, plan);
    }
    const IncidentFacts facts = org.background.incidentFacts(number, org.incidents);
    const IncidentIndex index = org.incidents.add(facts);
    Random random(org.seed, {populateStream, 2, number});
    for (int ordinal = 0; ordinal < plan.alerts; ++ordinal) {
        AlertFacts alert = org.background.alertFacts(number, ordinal, facts);
        alert.incident = index;
        const AlertIndex added = org.incidents.add(alert);
        if (created >= org.start) {
            beginInvestigation(org, added, random);
        } else if (alert.investigation == InvestigationState::PendingApproval) {
            expireApprovalAt(org, added, created + approvalLife);
        }
    }
    return index;
}

// Mails that belong to no incident, so that hunting has something to leave out.
void addOrdinaryMails(Organisation &org)
{
    constexpr int count = 1500;
    constexpr std::array subjects {"Berth plan week"_L1, "Minutes of the meeting"_L1, "Lunch menu"_L1, "Container list"_L1,
                                   "Quote for pallets"_L1, "Holiday request"_L1, "Weekly figures"_L1};
    Random random(org.seed, {populateStream, 1});
    for (int i = 0; i < count; ++i) {
        const Person &sender = org.people.at(random.below(org.people.size()));
        Mail mail;
        mail.networkMessageId = random.guid();
        mail.subject = QString(random.pick(subjects)) + u' ' + QString::number(random.between(1, 52));
        const bool internal = random.chance(50);
        mail.direction = internal ? MailDirection::Internal : MailDirection::Inbound;
        mail.senderName = internal ? sender.displayName : u"Quayside Partners"_s;
        mail.senderAddress = internal ? sender.upn : u"office%1@quayside-partners.example"_s.arg(random.below(40));
        mail.envelopeAddress = mail.senderAddress;
        mail.internetMessageId = u"<%1@%2>"_s.arg(random.hex(20), domainOf(mail.senderAddress));
        mail.senderIp = internal ? u"10.20.0.25"_s : u"198.51.100.77"_s;
        mail.clusterId = static_cast<qint64>(random.next() >> 2);
        mail.size = random.between(3000, 2'000'000);
        mail.received = org.start - random.ticks(mailDepth);
        const quint32 index = org.mails.add(std::move(mail));
        const int copies = random.between(1, 3);
        for (int copy = 0; copy < copies; ++copy) {
            org.mails.deliver(index, org.people.at(random.below(org.people.size())).upn, Place::Inbox);
        }
    }
}

// No two incidents share a stamp, and none lies in the future.
void makeStampsUnique(Organisation &org)
{
    std::vector<IncidentIndex> order(org.incidents.incidentCount());
    for (IncidentIndex i = 0; i < org.incidents.incidentCount(); ++i) {
        order[i] = i;
    }
    std::stable_sort(order.begin(), order.end(), [&org](IncidentIndex left, IncidentIndex right) {
        return org.incidents.incident(left).updated < org.incidents.incident(right).updated;
    });
    Ticks last = 0;
    for (const IncidentIndex index : order) {
        const Ticks updated = org.incidents.incident(index).updated;
        if (updated <= last) {
            org.incidents.edit(index).updated = last + 1;
        }
        last = org.incidents.incident(index).updated;
    }
}

} // namespace

void populate(Organisation &org, int incidents)
{
    std::vector<Entry> entries;
    entries.reserve(static_cast<std::size_t>(incidents));
    for (const Story &story : stories().first(std::min(stories().size(), static_cast<std::size_t>(incidents)))) {
        entries.push_back({org.start - story.ageMinutes * oneMinute, &story});
    }
    Random random(org.seed, {populateStream});
    const int ordinary = incidents - static_cast<int>(entries.size());
    for (int i = 0; i < ordinary; ++i) {
        const Ticks step = oldestIncident / ordinary;
        // half an hour before time zero at the latest, so that all of an incident lies in the past
        entries.push_back({org.start - 30 * oneMinute - oldestIncident + i * step + random.ticks(step), nullptr});
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry &left, const Entry &right) { return left.created < right.created; });
    addOrdinaryMails(org);
    for (const Entry &entry : entries) {
        if (entry.story == nullptr) {
            addOrdinary(org, entry.created);
        } else {
            Teller teller(org, static_cast<quint64>(entry.story - stories().data()), entry.created);
            entry.story->tell(teller);
        }
    }
    org.storiesTold = static_cast<int>(stories().size());
    makeStampsUnique(org);
}

IncidentIndex addStory(Organisation &org, const Story &story)
{
    Teller teller(org, static_cast<quint64>(org.storiesTold++), org.clock.now());
    story.tell(teller);
    return org.incidents.incidentCount() - 1;
}

IncidentIndex addOrdinaryIncident(Organisation &org)
{
    const IncidentIndex index = addOrdinary(org, org.clock.now());
    for (const AlertIndex alert : org.incidents.alertsOf(index)) {
        org.incidents.editAlert(alert).updated = org.clock.takeStamp();
        org.incidents.editAlert(alert).created = org.clock.now();
    }
    org.incidents.edit(index).updated = org.clock.takeStamp();
    return index;
}

} // namespace simulator
