// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts.h"
#include "rules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

Error no(const QString &rule, const QString &detail = {})
{
    return refusal(rule, u"take a decision"_s, detail);
}

// A value goes into one line of somebody else's list: a control character there is a mistake or an attack.
bool isPlainLine(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
            || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
    });
}

bool isGoodValue(const Decision &decision)
{
    const QString value = decision.value.trimmed();
    switch (decision.kind) {
    case DecisionKind::Assign: return value.size() <= valueCap && isPlainLine(value) && !value.contains(u' ');
    case DecisionKind::AddTag:
    case DecisionKind::RemoveTag: return !value.isEmpty() && value.size() <= valueCap && isPlainLine(value);
    case DecisionKind::Classify: return judgement(value).hasValue();
    case DecisionKind::SetStatus: {
        const auto status = word<IncidentStatus>(value).value;
        return status == IncidentStatus::Active || status == IncidentStatus::InProgress;
    }
    case DecisionKind::Resolve: return value.isEmpty() || judgement(value).hasValue();
    case DecisionKind::ApproveAction:
    case DecisionKind::RejectAction:
    case DecisionKind::MarkHandled:
    case DecisionKind::Comment: break;
    }
    return value.isEmpty();
}

std::optional<Error> accountRule(const Decision &decision, const Capabilities &capabilities)
{
    if (capabilities.readOnly)
        return no(u"readOnly"_s, capabilities.readOnlyReason);
    if (capabilities.oid.isEmpty())
        return no(u"notSignedIn"_s);
    if (decision.oid != capabilities.oid || decision.tenantId.compare(capabilities.tenantId, Qt::CaseInsensitive) != 0)
        return no(u"otherAccount"_s, decision.upn);
    return std::nullopt;
}

std::optional<Error> capabilityRule(const Decision &decision, const Capabilities &capabilities)
{
    switch (decision.executor) {
    case ExecutorKind::Graph:
        if (!capabilities.mayEditIncidents)
            return no(u"noCapability"_s);
        break;
    case ExecutorKind::MailRemediation:
        if (!capabilities.hasApplicationCredential)
            return no(u"noApplicationCredential"_s);
        break;
    case ExecutorKind::Portal: // the portal asks for the role itself
    case ExecutorKind::Local: break;
    }
    return std::nullopt;
}

std::optional<Error> executorRule(const Decision &decision)
{
    const bool approves = decision.kind == DecisionKind::ApproveAction;
    const bool isNote = decision.kind == DecisionKind::MarkHandled;
    const bool fits = approves
        ? decision.executor == ExecutorKind::MailRemediation || decision.executor == ExecutorKind::Portal
        : isNote ? decision.executor == ExecutorKind::Local || decision.executor == ExecutorKind::Graph
                 : decision.executor == ExecutorKind::Graph;
    return fits ? std::nullopt : std::optional(no(u"wrongExecutor"_s, executorWord(decision.executor)));
}

std::optional<Error> commentRule(const Decision &decision)
{
    if (decision.kind == DecisionKind::Comment && decision.comment.trimmed().isEmpty())
        return no(u"emptyComment"_s);
    if (markedComment(decision.id, decision.comment).size() > commentCap)
        return no(u"commentTooLong"_s);
    return std::nullopt;
}

// The location facts of a target; of one without a recipient, those of all recipients of its message.
QList<Fact> locationFacts(const Decision &decision, const MailTarget &target)
{
    QList<Fact> facts;
    for (const Fact &fact : decision.facts) {
        const auto named = targetOfLocationFact(fact.name);
        if (named && named->networkMessageId == target.networkMessageId
            && (target.recipient.isEmpty() || named->recipient == target.recipient))
            facts.append(fact);
    }
    return facts;
}

// Where the mail lies now decides whether there is anything to move. Not read at all (no fact, or an empty one) passes
// while a person decides without a network; before sending it has been read.
std::optional<Error> locationRule(const Decision &decision)
{
    const bool mustBeRead =
        decision.state == DecisionState::Preflight && decision.executor == ExecutorKind::MailRemediation;
    for (const MailTarget &target : decision.targets) {
        const QList<Fact> facts = locationFacts(decision, target);
        bool wasRead = false;
        for (const Fact &fact : facts) {
            if (fact.value.isEmpty())
                continue;
            wasRead = true;
            if (!isCloudMailbox(word<MailLocation>(fact.value).value))
                return no(u"notInCloudMailbox"_s, fact.value);
        }
        if (mustBeRead && !wasRead)
            return no(u"locationNotRead"_s);
    }
    return std::nullopt;
}

// Whether the call can name a mailbox: the target does, or the facts know who else got the message.
bool namesMailbox(const Decision &decision, const MailTarget &target)
{
    if (!target.recipient.isEmpty() || target.networkMessageId.isEmpty())
        return !target.networkMessageId.isEmpty();
    const QList<Fact> facts = locationFacts(decision, target);
    return std::any_of(facts.begin(), facts.end(),
                       [](const Fact &fact) { return !targetOfLocationFact(fact.name)->recipient.isEmpty(); });
}

std::optional<Error> mailRule(const Decision &decision)
{
    if (!decision.mailAction || *decision.mailAction == MailAction::Other)
        return no(u"notMail"_s);
    if (decision.targets.isEmpty())
        return no(u"noTargets"_s);
    if (decision.executor == ExecutorKind::MailRemediation) {
        if (decision.targets.size() > targetCap)
            return no(u"tooManyTargets"_s, QString::number(decision.targets.size()));
        const auto hasMailbox = [&decision](const MailTarget &target) { return namesMailbox(decision, target); };
        if (!std::all_of(decision.targets.begin(), decision.targets.end(), hasMailbox))
            return no(u"targetIncomplete"_s);
    }
    return locationRule(decision);
}

} // namespace

QStringList refusalCodes()
{
    return {u"alreadyFinal"_s,     u"readOnly"_s,          u"notSignedIn"_s,    u"otherAccount"_s,
            u"noIncident"_s,       u"wrongExecutor"_s,     u"noCapability"_s,   u"noApplicationCredential"_s,
            u"expired"_s,          u"badValue"_s,          u"emptyComment"_s,   u"commentTooLong"_s,
            u"noAction"_s,         u"notMail"_s,           u"noTargets"_s,      u"tooManyTargets"_s,
            u"targetIncomplete"_s, u"notInCloudMailbox"_s, u"locationNotRead"_s};
}

QString latestLocationFact(const MailTarget &target)
{
    return u"latestLocation/"_s + target.networkMessageId + u'/' + target.recipient;
}

Result<Done> mayDecide(const Decision &decision, const Capabilities &capabilities, Moment now)
{
    if (isFinal(decision.state))
        return no(u"alreadyFinal"_s, decisionStateWord(decision.state));
    if (const auto error = accountRule(decision, capabilities))
        return *error;
    if (decision.incident.isEmpty())
        return no(u"noIncident"_s);
    if (const auto error = executorRule(decision))
        return *error;
    if (const auto error = capabilityRule(decision, capabilities))
        return *error;
    if (decision.expires <= now)
        return no(u"expired"_s);
    if (!isGoodValue(decision))
        return no(u"badValue"_s, decision.value);
    if (const auto error = commentRule(decision))
        return *error;
    const bool aboutAction = decision.kind == DecisionKind::ApproveAction || decision.kind == DecisionKind::RejectAction
        || decision.kind == DecisionKind::MarkHandled;
    if (aboutAction && decision.action.isEmpty())
        return no(u"noAction"_s);
    if (decision.kind == DecisionKind::ApproveAction) {
        if (const auto error = mailRule(decision))
            return *error;
    }
    return Done {};
}

} // namespace domain
