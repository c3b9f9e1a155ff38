// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "groundwork.h"

#include "domain/displaytext.h"
#include "domain/facts.h"
#include "domain/rules.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

using domain::Decision;
using domain::DecisionKind;
using domain::ExecutorKind;
using domain::Fact;
using domain::PendingAction;
using domain::Result;

namespace {

const QString tried = u"take a decision"_s;
constexpr qsizetype labelInComment = 120; // characters of an entity's name in a comment of ours

bool isAboutAction(DecisionKind kind)
{
    return kind == DecisionKind::ApproveAction || kind == DecisionKind::RejectAction
        || kind == DecisionKind::MarkHandled;
}

bool isMail(const PendingAction &action)
{
    return action.kind == domain::ActionKind::MailMessage || action.kind == domain::ActionKind::MailCluster;
}

const PendingAction *find(const QList<PendingAction> &actions, const domain::PendingActionId &id)
{
    const auto found =
        std::find_if(actions.begin(), actions.end(), [&id](const PendingAction &action) { return action.id == id; });
    return found == actions.end() ? nullptr : &*found;
}

// What is known of where the mails lie. A mail that nobody has looked for gets an empty fact, so that the preflight sees
// that it was not known when the person decided.
QList<Fact> locationFacts(const QList<domain::MailTarget> &targets, const QList<Fact> &known)
{
    QList<Fact> facts = known;
    for (const domain::MailTarget &target : targets) {
        const QString name = domain::latestLocationFact(target);
        const bool isKnown =
            std::any_of(known.begin(), known.end(), [&](const Fact &fact) { return fact.name == name; });
        if (!target.recipient.isEmpty() && !isKnown)
            facts.append({name, {}, u"cache"_s, {}});
    }
    return facts;
}

// The remediation call names messages one by one: it can stand for the whole action only if we know them all.
bool canBeRemediated(const PendingAction &action, const QList<Fact> &locations)
{
    const auto namesMailbox = [&locations](const domain::MailTarget &target) {
        return !target.recipient.isEmpty()
            || std::any_of(locations.begin(), locations.end(), [&target](const Fact &fact) {
                   const auto named = domain::targetOfLocationFact(fact.name);
                   return named && named->networkMessageId == target.networkMessageId && !named->recipient.isEmpty();
               });
    };
    return action.mailCount <= action.targets.size() && action.targets.size() <= domain::targetCap
        && std::all_of(action.targets.begin(), action.targets.end(), namesMailbox);
}

QString plainValue(const Choice &choice, const domain::Capabilities &capabilities)
{
    const QString value = choice.value.trimmed();
    switch (choice.kind) {
    case DecisionKind::Assign: return value.compare("me"_L1, Qt::CaseInsensitive) == 0 ? capabilities.upn : value;
    case DecisionKind::Classify:
    case DecisionKind::Resolve:
        if (const auto judgement = domain::judgement(value))
            return domain::judgementText(*judgement);
        return value;
    case DecisionKind::SetStatus: {
        const QString word = domain::wireWord(domain::word<domain::IncidentStatus>(value).value);
        return word.isEmpty() ? value : word;
    }
    case DecisionKind::ApproveAction: // went into the mail action
        return {};
    case DecisionKind::AddTag:
    case DecisionKind::RemoveTag:
    case DecisionKind::RejectAction:
    case DecisionKind::MarkHandled:
    case DecisionKind::Comment: break;
    }
    return value;
}

// A rejection is told by a comment; one that says nothing would tell nobody anything.
QString commentFor(const Choice &choice, const PendingAction *action)
{
    if (choice.kind != DecisionKind::RejectAction || !choice.comment.trimmed().isEmpty() || !action)
        return choice.comment.trimmed();
    return QCoreApplication::translate("models", "Rejected the pending action on \"%1\".",
                                       "a comment for the other analysts")
        .arg(domain::displayPlain(action->label, labelInComment));
}

// Why the server would not take it, as far as the cache knows.
std::optional<domain::Error> obstacle(const Choice &choice, const store::IncidentDetail &detail, bool hasAction)
{
    if (detail.archived)
        return domain::refusal(u"incidentArchived"_s, tried, detail.incident.id.text);
    if (detail.incident.redirectTo)
        return domain::refusal(u"incidentRedirected"_s, tried, detail.incident.redirectTo->text);
    if (isAboutAction(choice.kind) && !choice.action.isEmpty() && !hasAction)
        return domain::refusal(u"actionGone"_s, tried);
    return std::nullopt;
}

Result<std::optional<domain::MailAction>> mailActionFor(const Choice &choice, const PendingAction *action)
{
    if (choice.kind != DecisionKind::ApproveAction)
        return std::optional<domain::MailAction>();
    if (choice.mailAction)
        return choice.mailAction;
    if (!choice.value.trimmed().isEmpty()) {
        const auto chosen = domain::word<domain::MailAction>(choice.value.trimmed());
        if (chosen.value == domain::MailAction::Other)
            return domain::refusal(u"badValue"_s, tried, choice.value);
        return std::optional(chosen.value);
    }
    if (action && isMail(*action) && !action->recommended)
        return domain::refusal(u"chooseMailAction"_s, tried);
    return action ? action->recommended : std::nullopt;
}

std::optional<domain::Moment> newestUpdate(const QList<domain::Alert> &alerts)
{
    std::optional<domain::Moment> newest;
    for (const domain::Alert &alert : alerts)
        newest = newest ? std::max(*newest, alert.updated) : alert.updated;
    return newest;
}

QList<Fact> factsFor(const Choice &choice, const store::IncidentDetail &detail, const PendingAction *action,
                     const QList<Fact> &locations)
{
    QList<Fact> facts;
    const QStringList names = domain::factsReliedOn(choice.kind, !choice.value.trimmed().isEmpty());
    for (const QString &name : names) {
        if (const auto value = domain::incidentFact(detail.incident, name))
            facts.append({name, *value, u"cache"_s, detail.incident.updated});
        else if (const auto ofAction = action ? domain::actionFact(*action, name) : std::nullopt)
            facts.append({name, *ofAction, u"cache"_s, newestUpdate(detail.alerts)});
    }
    if (choice.kind == DecisionKind::ApproveAction && action)
        facts += locationFacts(action->targets, locations);
    return facts;
}

} // namespace

ExecutorKind executorFor(DecisionKind kind, const PendingAction *action, const QList<Fact> &locations,
                         const domain::Capabilities &capabilities)
{
    if (kind == DecisionKind::MarkHandled)
        return ExecutorKind::Local;
    if (kind != DecisionKind::ApproveAction)
        return ExecutorKind::Graph;
    const bool isPossible = capabilities.hasApplicationCredential && action && canBeRemediated(*action, locations);
    return isPossible ? ExecutorKind::MailRemediation : ExecutorKind::Portal;
}

Result<Ground> readGround(store::CacheReader &cache, const Choice &choice)
{
    domain::IncidentId incident = choice.incident;
    if (incident.isEmpty() && !choice.action.isEmpty()) {
        const auto waiting = cache.pendingActions();
        if (!waiting)
            return waiting.error();
        const PendingAction *action = find(*waiting, choice.action);
        if (!action)
            return domain::refusal(u"actionGone"_s, tried);
        incident = action->incident;
    }
    if (incident.isEmpty())
        return domain::refusal(u"noIncident"_s, tried);
    auto detail = cache.incident(incident);
    if (!detail)
        return detail.error();
    Ground ground;
    ground.detail = std::move(*detail);
    if (!choice.action.isEmpty()) {
        // As the incident's own alerts have it, which is what the preflight will read again.
        if (const PendingAction *action = find(ground.detail.pending, choice.action))
            ground.action = *action;
        if (ground.action) {
            const auto locations = cache.latestLocations(ground.action->targets);
            if (!locations)
                return locations.error();
            ground.locations = *locations;
        }
    }
    return ground;
}

Result<Decision> completed(const Choice &choice, const Ground &ground, const domain::Capabilities &capabilities,
                           domain::Moment now, const DeskOptions &options)
{
    const PendingAction *action = ground.action ? &*ground.action : nullptr;
    if (const auto error = obstacle(choice, ground.detail, action != nullptr))
        return *error;
    const auto mailAction = mailActionFor(choice, action);
    if (!mailAction)
        return mailAction.error();
    Decision decision;
    decision.id = {QUuid::createUuid().toString(QUuid::WithoutBraces)};
    decision.kind = choice.kind;
    decision.incident = ground.detail.incident.id;
    decision.tenantId = capabilities.tenantId;
    decision.oid = capabilities.oid;
    decision.upn = capabilities.upn;
    decision.value = plainValue(choice, capabilities);
    decision.comment = commentFor(choice, action);
    decision.mailAction = *mailAction;
    decision.label = (action ? action->label : ground.detail.incident.displayName).raw();
    decision.facts = factsFor(choice, ground.detail, action, ground.locations);
    decision.executor = executorFor(choice.kind, action, ground.locations, capabilities);
    decision.decidedAt = now;
    decision.stateSince = now;
    decision.heldUntil = now.plusSeconds(options.hold.count());
    decision.expires = now.plusSeconds(options.life.count());
    if (action) {
        decision.action = action->id;
        if (choice.kind == DecisionKind::ApproveAction)
            decision.targets = action->targets;
        decision.expires = std::min(decision.expires, action->expires);
    }
    if (const auto allowed = domain::mayDecide(decision, capabilities, now); !allowed)
        return allowed.error();
    return decision;
}

} // namespace models
