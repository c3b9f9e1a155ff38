// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preflight.h"

#include "domain/differencetext.h"
#include "domain/facts.h"
#include "remote/mailproof.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::Decision;
using domain::DecisionKind;
using domain::DecisionState;
using domain::Fact;
using domain::FactDifference;

namespace casemate::sync {

namespace {

// Sent, answered with yes, and after the other decision's facts were frozen; else they would hold its value already.
bool actedAfter(const Decision &own, const Decision &decision)
{
    const bool wasApplied = own.state == DecisionState::Accepted || own.state == DecisionState::Verified
        || own.state == DecisionState::Verifying;
    return wasApplied && own.id != decision.id && own.incident == decision.incident && own.oid == decision.oid
        && own.decidedAt <= decision.decidedAt && own.stateSince >= decision.decidedAt;
}

// The value that a decision of ours leaves in a field; nothing if it leaves the field alone.
std::optional<QString> valueLeft(const Decision &own, const QString &fact)
{
    const auto judgement = domain::judgement(own.value);
    switch (own.kind) {
    case DecisionKind::Assign:
        return fact == QStringView(domain::factAssignedTo) ? std::optional(own.value.trimmed()) : std::nullopt;
    case DecisionKind::SetStatus:
        return fact == QStringView(domain::factIncidentStatus) ? std::optional(own.value.trimmed()) : std::nullopt;
    case DecisionKind::Resolve:
        if (fact == QStringView(domain::factIncidentStatus))
            return domain::wireWord(domain::IncidentStatus::Resolved);
        [[fallthrough]];
    case DecisionKind::Classify:
        if (judgement && fact == QStringView(domain::factClassification))
            return domain::wireWord(judgement->classification);
        if (judgement && fact == QStringView(domain::factDetermination))
            return domain::wireWord(judgement->determination);
        return std::nullopt;
    default: return std::nullopt;
    }
}

QStringList tagsIn(const QString &value)
{
    return value.split(u'\n', Qt::SkipEmptyParts);
}

bool isExplainedByOwnTags(const FactDifference &difference, const QList<Decision> &own)
{
    QStringList tags = tagsIn(difference.before);
    for (const Decision &earlier : own) {
        if (earlier.kind == DecisionKind::AddTag || earlier.kind == DecisionKind::RemoveTag)
            tags = domain::mergedTags(tags, earlier);
    }
    QStringList now = tagsIn(difference.now);
    tags.sort();
    now.sort();
    return tags == now;
}

bool isExplainedByOwn(const FactDifference &difference, const QList<Decision> &own)
{
    if (difference.name == QStringView(domain::factTags))
        return isExplainedByOwnTags(difference, own);
    return std::any_of(own.begin(), own.end(), [&](const Decision &earlier) {
        const auto left = valueLeft(earlier, difference.name);
        return left && left->compare(difference.now, Qt::CaseInsensitive) == 0;
    });
}

// As a target, or by a fact: a mailbox that only the last look has found is none that the person meant.
bool namesMailbox(const Decision &decision, const domain::MailTarget &mailbox, const QString &fact)
{
    return decision.targets.contains(mailbox)
        || std::any_of(decision.facts.begin(), decision.facts.end(),
                       [&fact](const Fact &known) { return known.name == fact; });
}

// Not read when the person decided, and now found where the action means what it meant then.
bool isAsMeant(const FactDifference &difference, const Decision &decision)
{
    const auto mailbox = domain::targetOfLocationFact(difference.name);
    if (!mailbox || !difference.before.isEmpty() || !namesMailbox(decision, *mailbox, difference.name))
        return false;
    const auto location = domain::word<domain::MailLocation>(difference.now);
    return domain::isCloudMailbox(location.value)
        && !remote::isDestination(decision.mailAction.value_or(domain::MailAction::Other), location);
}

// What may come back by itself or by a sign-in; the decision is kept.
bool isMissingForNow(const QString &rule)
{
    return rule == "readOnly"_L1 || rule == "notSignedIn"_L1 || rule == "otherAccount"_L1 || rule == "noCapability"_L1
        || rule == "noApplicationCredential"_L1;
}

} // namespace

QList<FactDifference> unexplained(QList<FactDifference> differences, const Decision &decision, const QList<Decision> &own)
{
    QList<Decision> acted;
    std::copy_if(own.begin(), own.end(), std::back_inserter(acted),
                 [&](const Decision &earlier) { return actedAfter(earlier, decision); });
    std::sort(acted.begin(), acted.end(), [](const Decision &a, const Decision &b) { return a.decidedAt < b.decidedAt; });
    differences.removeIf([&](const FactDifference &difference) {
        return isAsMeant(difference, decision) || isExplainedByOwn(difference, acted);
    });
    return differences;
}

Preflight judgePreflight(const Decision &decision, const QList<Fact> &current, const QList<Decision> &own,
                         const domain::Capabilities &capabilities, domain::Moment now)
{
    if (decision.expires <= now)
        return {.answer = Preflight::Answer::Expire};
    const auto differences = domain::differences(decision.facts, current);
    const auto changes = unexplained(differences, decision, own);
    if (!changes.isEmpty())
        return {.answer = Preflight::Answer::Stale,
                .reason = domain::errorKindWord(domain::ErrorKind::Stale),
                .detail = domain::differencesText(changes)};
    Decision asRead = decision;
    asRead.facts = current;
    asRead.state = DecisionState::Preflight;
    const auto allowed = domain::mayDecide(asRead, capabilities, now);
    if (allowed && !differences.isEmpty())
        return {.answer = Preflight::Answer::Freeze, .facts = current};
    if (allowed)
        return {.answer = Preflight::Answer::Go};
    const domain::Error &error = allowed.error();
    const auto answer = isMissingForNow(error.code) ? Preflight::Answer::Later : Preflight::Answer::Refuse;
    return {.answer = answer, .reason = error.code, .detail = error.detail};
}

QList<Fact> confirmedFacts(const Decision &stale)
{
    QList<Fact> facts = stale.facts;
    const QList<FactDifference> shown = domain::differencesIn(stale.stateDetail);
    for (const FactDifference &difference : shown) {
        const auto known = std::find_if(facts.begin(), facts.end(),
                                        [&](const Fact &fact) { return fact.name == difference.name; });
        const Fact now {difference.name, difference.now, u"preflight"_s, stale.stateSince};
        if (known != facts.end())
            *known = now;
        else
            facts.append(now);
    }
    return facts;
}

} // namespace casemate::sync
