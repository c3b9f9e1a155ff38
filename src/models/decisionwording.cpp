// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording.h"
#include "wordingtext.h"

#include "domain/differencetext.h"

using namespace Qt::StringLiterals;

namespace models {

using domain::Decision;
using domain::DecisionKind;
using domain::DecisionState;

namespace {

// A reason of the ledger is the code of a rule or the word of a kind of error.
QString why(const Decision &decision)
{
    const QString known = reasonText(decision.stateReason, decision.stateDetail);
    if (!known.isEmpty())
        return known;
    const auto kind = domain::errorKind(decision.stateReason);
    return kind ? reasonText(*kind) : shown(decision.stateReason);
}

QString nextTry(const Decision &decision, const TimeText &times)
{
    return decision.nextStep ? u' ' + tr("The next try is at %1.").arg(times.absolute(*decision.nextStep)) : QString();
}

QString staleSentence(const Decision &decision)
{
    QString text = tr("Stopped before sending, because the facts have changed.");
    const QList<domain::FactDifference> differences = domain::differencesIn(decision.stateDetail);
    for (const domain::FactDifference &difference : differences)
        text += u' ' + sentence(difference);
    return text + u' ' + tr("Confirm it again or cancel it.");
}

bool isForPortal(const Decision &decision)
{
    return decision.stateReason == "openPortal"_L1;
}

QString portalSentence()
{
    return tr("To be carried out by a person.") + u' ' + reasonStep(u"openPortal"_s);
}

QString needsPersonSentence(const Decision &decision)
{
    if (isForPortal(decision))
        return portalSentence();
    const QString step = reasonStep(decision.stateReason);
    const QString text = decision.stateReason.isEmpty() ? tr("Sent, but not confirmed.")
                                                        : tr("Sent, but not confirmed: %1.").arg(why(decision));
    return step.isEmpty() ? text : text + u' ' + step;
}

QString verifyingSentence(const Decision &decision)
{
    if (isForPortal(decision))
        return portalSentence();
    if (!decision.stateReason.isEmpty())
        return tr("It is not known whether it arrived (%1); reads look for it.").arg(why(decision));
    const QString text = tr("The service has accepted it; reads look for its effect.");
    return decision.stateDetail.isEmpty() ? text : text + u' ' + tr("So far: %1.").arg(shown(decision.stateDetail));
}

QString unknownSentence(const Decision &decision)
{
    if (isForPortal(decision))
        return portalSentence();
    return decision.stateReason.isEmpty() ? tr("It is not known whether it arrived.")
                                          : tr("It is not known whether it arrived: %1.").arg(why(decision));
}

QString verifiedSentence(const Decision &decision)
{
    if (decision.stateReason == "settledByPerson"_L1) {
        const QString note = shown(decision.stateDetail);
        return note.isEmpty() ? tr("Closed by a person; no read has shown it.")
                              : tr("Closed by a person, no read has shown it: %1").arg(note);
    }
    if (!decision.stateReason.isEmpty()) { // where it is, but perhaps not by us
        const QString step = reasonStep(decision.stateReason);
        const QString text = tr("Confirmed: %1.").arg(why(decision));
        return step.isEmpty() ? text : text + u' ' + step;
    }
    if (decision.stateDetail == "alreadyInDestination"_L1)
        return tr("Confirmed: it was so already.");
    if (decision.kind == DecisionKind::RejectAction)
        return tr(
            "Confirmed: the comment is on the incident. The item stays open in the portal until it expires there.");
    if (decision.kind == DecisionKind::MarkHandled)
        return tr("Noted here.");
    return tr("Confirmed by a later read.");
}

} // namespace

QString name(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::ApproveAction: return tr("Approve");
    case DecisionKind::RejectAction: return tr("Reject");
    case DecisionKind::MarkHandled: return tr("Mark as handled");
    case DecisionKind::Assign: return tr("Assign");
    case DecisionKind::AddTag: return tr("Add a tag");
    case DecisionKind::RemoveTag: return tr("Remove a tag");
    case DecisionKind::Classify: return tr("Classify");
    case DecisionKind::SetStatus: return tr("Set the status");
    case DecisionKind::Resolve: return tr("Resolve");
    case DecisionKind::Comment: return tr("Comment");
    }
    Q_UNREACHABLE();
}

QString name(DecisionState state)
{
    switch (state) {
    case DecisionState::Held: return tr("Held");
    case DecisionState::Queued: return tr("Queued");
    case DecisionState::Preflight: return tr("Being checked");
    case DecisionState::Sending: return tr("Being sent");
    case DecisionState::Accepted: return tr("Accepted, not confirmed");
    case DecisionState::Verifying: return tr("Being confirmed");
    case DecisionState::Verified: return tr("Confirmed");
    case DecisionState::Refused: return tr("Not done");
    case DecisionState::Unknown: return tr("Outcome unknown");
    case DecisionState::NeedsPerson: return tr("Needs a person");
    case DecisionState::Stale: return tr("Facts changed");
    case DecisionState::Cancelled: return tr("Cancelled");
    case DecisionState::Expired: return tr("Expired");
    }
    Q_UNREACHABLE();
}

QString name(domain::ExecutorKind executor)
{
    switch (executor) {
    case domain::ExecutorKind::Graph: return tr("Change by Microsoft Graph");
    case domain::ExecutorKind::MailRemediation: return tr("Mail remediation with the application credential");
    case domain::ExecutorKind::Portal: return tr("By a person in the portal, confirmed here");
    case domain::ExecutorKind::Local: return tr("Note on this machine");
    }
    Q_UNREACHABLE();
}

QString whatWasDecided(const Decision &decision)
{
    const QString value = shown(decision.value);
    const auto judgement = domain::judgement(decision.value);
    switch (decision.kind) {
    case DecisionKind::ApproveAction:
        if (!decision.mailAction)
            break;
        return tr("%1: %2", "what is done: how many mails")
            .arg(name(*decision.mailAction), mailCount(decision.targets.size()));
    case DecisionKind::Assign:
        if (value == "me"_L1) // a choice before the desk has completed it
            return tr("Assign to me");
        return value.isEmpty() ? tr("Assign to nobody") : tr("Assign to %1").arg(value);
    case DecisionKind::AddTag: return tr("Add the tag \"%1\"").arg(value);
    case DecisionKind::RemoveTag: return tr("Remove the tag \"%1\"").arg(value);
    case DecisionKind::Classify: return tr("Classify as %1").arg(judgement ? name(*judgement) : value);
    case DecisionKind::SetStatus:
        return tr("Set the status to %1").arg(name(domain::word<domain::IncidentStatus>(decision.value)));
    case DecisionKind::Resolve:
        if (decision.value.isEmpty())
            break;
        return tr("Resolve as %1").arg(judgement ? name(*judgement) : value);
    case DecisionKind::RejectAction:
    case DecisionKind::MarkHandled:
    case DecisionKind::Comment: break;
    }
    return name(decision.kind);
}

QString stateSentence(const Decision &decision, const TimeText &times)
{
    const bool hasReason = !decision.stateReason.isEmpty() && decision.stateReason != "factsRead"_L1;
    switch (decision.state) {
    case DecisionState::Held:
        return tr("Held until %1; until then it can be undone.").arg(times.exact(decision.heldUntil));
    case DecisionState::Queued:
        return (hasReason ? tr("Waits to be sent: %1.").arg(why(decision)) : tr("Waits to be sent."))
            + nextTry(decision, times);
    case DecisionState::Preflight: return tr("The facts are read once more before it is sent.");
    case DecisionState::Sending: return tr("It is being sent and cannot be taken back any more.");
    case DecisionState::Accepted: return tr("The service has accepted it; a later read has to confirm it.");
    case DecisionState::Verifying: return verifyingSentence(decision);
    case DecisionState::Verified: return verifiedSentence(decision);
    case DecisionState::Refused: {
        const QString step = reasonStep(decision.stateReason);
        return (hasReason ? tr("Not done: %1.").arg(why(decision)) : tr("Not done."))
            + (step.isEmpty() ? QString() : u' ' + step);
    }
    case DecisionState::Unknown: return unknownSentence(decision);
    case DecisionState::NeedsPerson: return needsPersonSentence(decision);
    case DecisionState::Stale: return staleSentence(decision);
    case DecisionState::Cancelled: return tr("Cancelled before it was sent.");
    case DecisionState::Expired:
        return tr("Its time was over before it could be sent; decide anew if it is still wanted.");
    }
    Q_UNREACHABLE();
}

QString historySentence(const store::HistoryEntry &entry)
{
    if (entry.event == "decided"_L1)
        return tr("Decided");
    if (entry.event == "attempted"_L1)
        return tr("Sent");
    if (entry.event == "answered"_L1)
        return tr("Answered: %1").arg(name(entry.state));
    if (entry.event == "erased"_L1)
        return tr("Personal values erased");
    const QString reason = reasonText(entry.reason, entry.detail);
    return reason.isEmpty() ? name(entry.state) : tr("%1: %2", "a state: why").arg(name(entry.state), reason);
}

} // namespace models
