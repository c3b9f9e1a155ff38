// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "colleagues.h"

#include "caseedits.h"
#include "organisation.h"
#include "portal.h"
#include "random.h"

#include <QJsonObject>

#include <algorithm>
#include <array>
#include <functional>
#include <vector>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr IncidentIndex recent = 300; // how far back anybody looks

const Person &colleague(const Organisation &org)
{
    constexpr int which = 1; // of the analysts: the first is whom most people sign in as
    return org.people.at(which);
}

std::optional<IncidentIndex> recentIncident(const Organisation &org, Random &random,
                                            const std::function<bool(const IncidentFacts &)> &isWanted)
{
    const IncidentIndex count = org.incidents.incidentCount();
    const IncidentIndex reach = std::min(count, recent);
    for (IncidentIndex tries = 0; tries < reach; ++tries) {
        const IncidentIndex index = count - 1 - static_cast<IncidentIndex>(random.below(static_cast<int>(reach)));
        if (isWanted(org.incidents.incident(index))) {
            return index;
        }
    }
    return std::nullopt;
}

void edit(Organisation &org, IncidentIndex index, const Person &person, const IncidentEdit &changes, const QJsonObject &told)
{
    applyEdit(org, index, changes, person.upn);
    org.effects.add(org.clock.now(), person.upn, u"patchIncident"_s, org.incidents.incidentId(index), told);
}

void take(Organisation &org, IncidentIndex index, const Person &person)
{
    edit(org, index, person, {.status = IncidentStatus::InProgress, .assignedTo = person.upn},
         {{u"status"_s, u"inProgress"_s}, {u"assignedTo"_s, person.upn}});
}

void comment(Organisation &org, IncidentIndex index, const Person &person, Random &random)
{
    constexpr std::array remarks {"Called the user, no click."_L1, "Sender is a known supplier, asking purchasing."_L1,
                                  "Same wave as yesterday's."_L1, "Waiting for the device to come online."_L1};
    const QString text = random.pick(remarks);
    addIncidentComment(org, index, text, person.displayName);
    org.effects.add(org.clock.now(), person.upn, u"comment"_s, QString(u"incident/"_s + org.incidents.incidentId(index)),
                    {{u"comment"_s, text}});
}

void resolve(Organisation &org, IncidentIndex index, const Person &person, Random &random)
{
    const bool isReal = random.chance(55);
    edit(org, index, person,
         {.status = IncidentStatus::Resolved,
          .classification = isReal ? Classification::TruePositive : Classification::FalsePositive,
          .determination = isReal ? Determination::Phishing : Determination::NotMalicious},
         {{u"status"_s, u"resolved"_s},
          {u"classification"_s, isReal ? u"truePositive"_s : u"falsePositive"_s},
          {u"determination"_s, isReal ? u"phishing"_s : u"notMalicious"_s}});
}

} // namespace

void workOnOneIncident(Organisation &org, Random &random)
{
    const Person &person = colleague(org);
    const quint32 own = org.incidents.assignee(person.upn);
    const auto mine = recentIncident(org, random, [own](const IncidentFacts &facts) {
        return facts.assignee == own && facts.status == IncidentStatus::InProgress;
    });
    const auto nobodys = recentIncident(org, random, [](const IncidentFacts &facts) {
        return facts.assignee == 0 && facts.status == IncidentStatus::Active;
    });
    if (mine && random.chance(30)) {
        resolve(org, *mine, person, random);
    } else if (mine && random.chance(50)) {
        comment(org, *mine, person, random);
    } else if (nobodys) {
        take(org, *nobodys, person);
    }
}

void decideOneInPortal(Organisation &org, Random &random)
{
    std::vector<IncidentIndex> waiting;
    for (AlertIndex alert = 0; alert < org.incidents.alertCount(); ++alert) {
        const AlertFacts &facts = org.incidents.alert(alert);
        if (facts.investigation == InvestigationState::PendingApproval) {
            waiting.push_back(facts.incident);
        }
    }
    if (!waiting.empty()) {
        decideInPortal(org, {.approve = random.chance(75), .incident = random.pick(waiting), .actor = colleague(org).upn});
    }
}

} // namespace simulator
