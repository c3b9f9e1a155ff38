// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailproof.h"

#include "domain/facts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace remote {

using domain::MailAction;
using domain::MailLocation;

namespace {

enum class TargetState { There, WasThere, NotYet, Elsewhere, Failed };

bool isDestination(MailAction action, const domain::Word<MailLocation> &location)
{
    switch (action) {
    case MailAction::MoveToInbox: return location.value == MailLocation::Inbox;
    case MailAction::MoveToJunk: return location.value == MailLocation::Junk;
    case MailAction::MoveToDeletedItems: return location.value == MailLocation::DeletedItems;
    case MailAction::SoftDelete:
    case MailAction::HardDelete:
        // The recoverable items have no word of their own: "deletedFolder", or "others".
        return location.value == MailLocation::DeletedItems
            || (location.value == MailLocation::Other && !location.wire.isEmpty());
    case MailAction::Other: break;
    }
    return false;
}

bool isDeletion(MailAction action)
{
    return action == MailAction::SoftDelete || action == MailAction::HardDelete;
}

QString frozenLocation(const domain::Decision &decision, const domain::MailTarget &target)
{
    for (const domain::Fact &fact : decision.facts) {
        const auto named = domain::targetOfLocationFact(fact.name);
        if (named && lowered(*named) == lowered(target))
            return fact.value;
    }
    return {};
}

bool isAdministrators(const MailEvent &event)
{
    return event.source.startsWith("admin"_L1, Qt::CaseInsensitive)
        || event.type.startsWith("manual"_L1, Qt::CaseInsensitive);
}

// The last thing an administrator did to the mail since the decision's facts were read.
const MailEvent *adminEvent(const MailSighting &sighting, const std::optional<domain::Moment> &since)
{
    for (auto event = sighting.events.crbegin(); since && event != sighting.events.crend(); ++event) {
        if (event->at >= *since && isAdministrators(*event))
            return &*event;
    }
    return nullptr;
}

bool saysFailure(const QString &result)
{
    return result.startsWith("fail"_L1, Qt::CaseInsensitive) || result.startsWith("error"_L1, Qt::CaseInsensitive);
}

TargetState stateOf(const domain::Decision &decision, const domain::MailTarget &target, const MailSighting &sighting,
                    const std::optional<domain::Moment> &since)
{
    const MailAction action = decision.mailAction.value_or(MailAction::Other);
    const QString before = frozenLocation(decision, target);
    const bool hasMoved = before != locationValue(sighting.location);
    const MailEvent *event = adminEvent(sighting, since);
    if (event && saysFailure(event->result))
        return TargetState::Failed;
    if (isDestination(action, sighting.location)) {
        if (hasMoved || event)
            return TargetState::There;
        // A mail that a user had put among the deleted ones looks like one that we deleted: wait for better evidence.
        return isDeletion(action) ? TargetState::NotYet : TargetState::WasThere;
    }
    const bool isKnown = sighting.location.value != MailLocation::Unknown;
    return hasMoved && isKnown && !before.isEmpty() ? TargetState::Elsewhere : TargetState::NotYet;
}

} // namespace

std::optional<domain::Moment> locationsReadAt(const domain::Decision &decision)
{
    std::optional<domain::Moment> oldest;
    for (const domain::Fact &fact : decision.facts) {
        if (domain::targetOfLocationFact(fact.name) && fact.sourceTime && (!oldest || *fact.sourceTime < *oldest))
            oldest = fact.sourceTime;
    }
    return oldest;
}

Proof mailProof(const domain::Decision &decision, const QList<domain::MailTarget> &targets,
                const QList<MailSighting> &sightings)
{
    const auto since = locationsReadAt(decision);
    QHash<TargetState, int> count;
    for (const domain::MailTarget &target : targets) {
        const auto seen = std::find_if(sightings.begin(), sightings.end(),
                                       [key = lowered(target)](const MailSighting &s) { return s.target == key; });
        ++count[seen == sightings.end() ? TargetState::NotYet : stateOf(decision, target, *seen, since)];
    }
    const int there = count.value(TargetState::There) + count.value(TargetState::WasThere);
    const QString tally = u"%1/%2"_s.arg(there).arg(targets.size());
    if (targets.isEmpty())
        return {Proof::State::Unreadable, u"noTargets"_s, {}, {}};
    if (count.value(TargetState::NotYet) > 0)
        return {Proof::State::NotYet, tally, {}, {}};
    if (count.value(TargetState::Failed) > 0)
        return {Proof::State::Contradicted, u"failed "_s + tally, {}, {}};
    if (count.value(TargetState::Elsewhere) > 0)
        return {Proof::State::Contradicted, u"elsewhere "_s + tally, {}, {}};
    const bool wasAlreadyThere = count.value(TargetState::WasThere) == targets.size();
    return {Proof::State::Proved, wasAlreadyThere ? u"alreadyInDestination"_s : tally, {}, {}};
}

} // namespace remote
