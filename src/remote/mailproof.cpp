// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailproof.h"

#include "domain/facts.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace remote {

using domain::MailAction;
using domain::MailLocation;

namespace {

// Moved: nobody's action is on record, or none can be.
enum class TargetState { MovedByAdministrator, Moved, MovedByOther, WasThere, NotYet, Elsewhere, Failed };

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

// The words differ between the two sources and are documented for neither, so only their beginnings count.
bool begins(const MailEvent &event, QLatin1StringView source, QLatin1StringView type)
{
    return event.source.startsWith(source, Qt::CaseInsensitive) || event.type.startsWith(type, Qt::CaseInsensitive);
}

bool isAdministrators(const MailEvent &event)
{
    return begins(event, "admin"_L1, "manual"_L1);
}

bool isRecipients(const MailEvent &event)
{
    return begins(event, "user"_L1, "user"_L1);
}

bool saysFailure(const QString &result)
{
    return result.startsWith("fail"_L1, Qt::CaseInsensitive) || result.startsWith("error"_L1, Qt::CaseInsensitive);
}

// A mail's timeline also tells of what leaves it where it is.
bool isMove(const MailEvent &event)
{
    static constexpr std::array others {"userUrlClick"_L1, "originalDelivery"_L1, "dynamicDelivery"_L1,
                                        "reprocessed"_L1, "systemTimeTravel"_L1};
    return !saysFailure(event.result) && std::none_of(others.begin(), others.end(), [&event](QLatin1StringView type) {
        return event.type.compare(type, Qt::CaseInsensitive) == 0;
    });
}

bool saysAlready(const QString &result)
{
    return result.startsWith("already"_L1, Qt::CaseInsensitive);
}

// The last things done to the mail since the decision's facts were read.
struct Record {
    const MailEvent *administrators = nullptr;
    const MailEvent *others = nullptr; // a move by the recipient or the service
};

Record recordOf(const MailSighting &sighting, const std::optional<domain::Moment> &since)
{
    Record record;
    for (const MailEvent &event : sighting.events) {
        if (!since || event.at < *since)
            continue;
        if (isAdministrators(event))
            record.administrators = &event;
        else if (isMove(event))
            record.others = &event;
    }
    return record;
}

TargetState whoPutItThere(MailAction action, bool hasMoved, const Record &record)
{
    if (record.administrators && !saysAlready(record.administrators->result))
        return TargetState::MovedByAdministrator;
    if (record.administrators) // a request that found it there: somebody was quicker
        return hasMoved ? TargetState::MovedByOther : TargetState::WasThere;
    // A mail that its reader has put among the deleted ones looks like one that we deleted: wait for better evidence.
    const bool mayBeReaders = !hasMoved || (record.others && isRecipients(*record.others));
    if (isDeletion(action) && mayBeReaders)
        return TargetState::NotYet;
    if (!hasMoved)
        return TargetState::WasThere;
    return record.others ? TargetState::MovedByOther : TargetState::Moved;
}

TargetState stateOf(const domain::Decision &decision, const domain::MailTarget &target, const MailSighting &sighting,
                    const std::optional<domain::Moment> &since)
{
    const MailAction action = decision.mailAction.value_or(MailAction::Other);
    const QString before = frozenLocation(decision, target);
    const bool hasMoved = before != locationValue(sighting.location);
    const Record record = recordOf(sighting, since);
    if (record.administrators && saysFailure(record.administrators->result))
        return TargetState::Failed;
    if (isDestination(action, sighting.location))
        return whoPutItThere(action, hasMoved, record);
    const bool isKnown = sighting.location.value != MailLocation::Unknown;
    return hasMoved && isKnown && !before.isEmpty() ? TargetState::Elsewhere : TargetState::NotYet;
}

// Why it may not have been us, of mails that all lie where they were wanted.
QString doubtAbout(const domain::Decision &decision, const QHash<TargetState, int> &count)
{
    if (count.value(TargetState::MovedByOther) > 0)
        return u"movedByOther"_s;
    if (!isUncertain(decision))
        return {};
    if (count.value(TargetState::MovedByAdministrator) > 0)
        return u"movedByAdministrator"_s;
    return count.value(TargetState::Moved) > 0 ? u"movedByUnknown"_s : QString();
}

} // namespace

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
    const int there = count.value(TargetState::MovedByAdministrator) + count.value(TargetState::Moved)
        + count.value(TargetState::MovedByOther) + count.value(TargetState::WasThere);
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
    return {.state = Proof::State::Proved,
            .detail = wasAlreadyThere ? u"alreadyInDestination"_s : tally,
            .error = {},
            .incidentBytes = {},
            .reason = doubtAbout(decision, count)};
}

} // namespace remote
