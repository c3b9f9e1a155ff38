// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandcontext.h"
#include "commands.h"
#include "console.h"
#include "decisionwatch.h"
#include "jsonrows.h"
#include "language.h"

#include "domain/displaytext.h"
#include "models/wording.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace app {

using domain::Decision;
using domain::DecisionKind;
using domain::DecisionState;
using domain::Result;

namespace {

domain::Error wrong(const QString &why)
{
    return domain::error(domain::ErrorKind::UsageWrong, u"read the command line"_s, why);
}

bool concernsAction(DecisionKind kind)
{
    return kind == DecisionKind::ApproveAction || kind == DecisionKind::RejectAction || kind == DecisionKind::MarkHandled;
}

ExitCode exitCodeOf(const QList<Decision> &decisions)
{
    ExitCode worst = ExitCode::Done;
    for (const Decision &decision : decisions) {
        if (decision.state == DecisionState::NeedsPerson || decision.state == DecisionState::Stale)
            return ExitCode::NeedsPerson;
        if (domain::isFinal(decision.state) && decision.state != DecisionState::Verified)
            worst = ExitCode::Failed;
    }
    return worst;
}

void print(CommandContext &context, const QList<Decision> &decisions)
{
    const InEnglish english;
    QJsonArray array;
    QList<QStringList> cells;
    for (const Decision &decision : decisions) {
        array.append(toJson(decision));
        cells.append({decision.id.text, domain::decisionStateWord(decision.state), domain::displayPlain(domain::Untrusted(decision.stateReason)),
                      models::whatWasDecided(decision)});
    }
    context.out(context.arguments().wantsJson() ? lines(array) : table({u"DECISION"_s, u"STATE"_s, u"REASON"_s, u"WHAT"_s}, cells));
}

void watch(CommandContext &context, const QList<domain::DecisionId> &ids)
{
    auto *watching = new DecisionWatch(context.console(), ids, &context);
    QObject::connect(watching, &DecisionWatch::rested, &context, [&context](const QList<Decision> &decisions) {
        print(context, decisions);
        context.finish(exitCodeOf(decisions));
    });
    QObject::connect(watching, &DecisionWatch::stuck, &context, [&context](const domain::Error &error, const QList<Decision> &decisions) {
        print(context, decisions);
        context.note(u"casemate: "_s + englishSentence(error));
        context.finish(error.kind == domain::ErrorKind::SignInNeeded ? ExitCode::SignInNeeded : ExitCode::Incomplete);
    });
    watching->start();
}

void printTaken(CommandContext &context, const QList<domain::DecisionId> &ids)
{
    context.readers().ask<QList<Decision>>(
        &context, u"taken"_s,
        [ids](store::ReadSession &session) -> Result<QList<Decision>> {
            QList<Decision> decisions;
            for (const domain::DecisionId &id : ids) {
                Result<Decision> decision = session.ledger().decision(id);
                if (!decision)
                    return decision.error();
                decisions.append(*decision);
            }
            return decisions;
        },
        [&context](const Result<QList<Decision>> &decisions) {
            if (!context.holds(decisions))
                return;
            print(context, *decisions);
            context.finish(ExitCode::Done);
        });
}

void take(CommandContext &context, const QList<models::Choice> &choices)
{
    context.console().desk().decideAll(choices, &context, [&context](const QList<Result<domain::DecisionId>> &taken) {
        QList<domain::DecisionId> ids;
        std::optional<domain::Error> refused;
        for (const Result<domain::DecisionId> &one : taken) {
            if (one)
                ids.append(*one);
            else if (refused)
                context.note(u"casemate: "_s + englishSentence(one.error()));
            else
                refused = one.error();
        }
        if (context.arguments().isSet(u"no-hold"_s) || context.arguments().isSet(u"wait"_s)) {
            for (const domain::DecisionId &id : ids)
                context.console().engine().releaseHold(id);
        }
        if (refused) {
            if (!ids.isEmpty())
                context.note(u"casemate: %1 of %2 decisions were taken"_s.arg(ids.size()).arg(taken.size()));
            context.fail(*refused);
        } else if (context.arguments().isSet(u"wait"_s)) {
            watch(context, ids);
        } else {
            printTaken(context, ids);
        }
    });
}

// A pending action may be named by the beginning of its id, as long as only one begins so.
Result<domain::PendingAction> named(const QList<domain::PendingAction> &actions, const QString &text)
{
    QList<domain::PendingAction> found;
    for (const domain::PendingAction &action : actions) {
        if (text.size() >= 6 && action.id.text.startsWith(text))
            found.append(action);
    }
    if (found.size() == 1)
        return found.constFirst();
    return domain::error(domain::ErrorKind::NotFound, u"find the pending action"_s,
                         found.isEmpty() ? u"nothing that waits is called %1; casemate actions lists what does"_s.arg(text)
                                         : u"several begin with %1"_s.arg(text));
}

void takeOnActions(CommandContext &context, const models::Choice &pattern, const QStringList &targets)
{
    context.readers().ask<QList<domain::PendingAction>>(
        &context, u"actions"_s, [](store::ReadSession &session) { return session.cache().pendingActions(); },
        [&context, pattern, targets](const Result<QList<domain::PendingAction>> &actions) {
            if (!context.holds(actions))
                return;
            QList<models::Choice> choices;
            for (const QString &target : targets) {
                const Result<domain::PendingAction> action = named(*actions, target);
                if (!context.holds(action))
                    return;
                choices.append(pattern);
                choices.last().action = action->id;
                choices.last().incident = action->incident;
            }
            take(context, choices);
        });
}

Result<models::Choice> choiceOf(const Arguments &arguments)
{
    const std::optional<DecisionKind> kind = domain::decisionKind(arguments.positional.constFirst());
    if (!kind)
        return wrong(u"there is no decision \"%1\"; casemate decide --help lists them"_s.arg(arguments.positional.constFirst()));
    models::Choice choice {.kind = *kind, .value = arguments.value(u"value"_s), .comment = arguments.value(u"comment"_s)};
    if (arguments.isSet(u"mail-action"_s)) {
        const domain::Word<domain::MailAction> action = domain::word<domain::MailAction>(arguments.value(u"mail-action"_s));
        if (action.value == domain::MailAction::Other)
            return wrong(u"--mail-action takes moveToInbox, moveToJunk, moveToDeletedItems, softDelete or hardDelete"_s);
        choice.mailAction = action.value;
    }
    if (*kind == DecisionKind::ApproveAction && !arguments.isSet(u"confirm"_s))
        return wrong(u"approving acts on other people's mail; add --confirm"_s);
    return choice;
}

void change(CommandContext &context, const QString &what, const domain::DecisionId &id)
{
    const auto end = [&context](const Result<domain::Done> &done) {
        if (context.holds(done))
            context.finish(ExitCode::Done);
    };
    domain::Engine &engine = context.console().engine();
    if (what == u"cancel")
        engine.cancelDecision(id, &context, end);
    else if (what == u"confirm")
        engine.confirmStale(id, &context, end);
    else if (what == u"settle")
        engine.settle(id, context.arguments().value(u"note"_s), &context, end);
    else
        context.fail(wrong(u"outbox knows list, send, cancel, confirm and settle"_s));
}

} // namespace

void runDecide(CommandContext &context)
{
    const Result<models::Choice> choice = choiceOf(context.arguments());
    const QStringList targets = context.arguments().positional.mid(1);
    if (!context.holds(choice) || !context.openReaders())
        return;
    // Capabilities are right once the last session has been looked for.
    context.console().live()->whenReady(&context, [&context, choice = *choice, targets](const Result<domain::Capabilities> &) {
        if (concernsAction(choice.kind)) {
            takeOnActions(context, choice, targets);
            return;
        }
        QList<models::Choice> choices;
        for (const QString &target : targets) {
            choices.append(choice);
            choices.last().incident = domain::IncidentId {target};
        }
        take(context, choices);
    });
}

void runOutboxChange(CommandContext &context)
{
    const QStringList &words = context.arguments().positional;
    if (!context.openReaders())
        return;
    if (words.size() == 2) {
        change(context, words.constFirst(), domain::DecisionId {words.at(1)});
        return;
    }
    if (words.constFirst() != u"send") {
        context.fail(wrong(u"outbox %1 needs the id of a decision"_s.arg(words.constFirst())));
        return;
    }
    context.readers().ask<QList<Decision>>(
        &context, u"outbox"_s, [](store::ReadSession &session) { return session.ledger().outbox(); },
        [&context](const Result<QList<Decision>> &open) {
            if (!context.holds(open))
                return;
            QList<domain::DecisionId> ids;
            for (const Decision &decision : *open) {
                ids.append(decision.id);
                if (decision.state == DecisionState::Held)
                    context.console().engine().releaseHold(decision.id);
            }
            if (ids.isEmpty()) {
                print(context, {});
                context.finish(ExitCode::Done);
            } else {
                watch(context, ids);
            }
        });
}

} // namespace app
