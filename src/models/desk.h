// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where decisions are taken, by the window and by the command line alike: it takes what a person chose, completes it (who,
// which targets, which facts it relies on, which executor, until when), asks the rules, and hands it to the engine.
// prepare() makes the whole decision without taking it, so that a person confirms exactly what take() then takes.
// GUI thread, or the main thread of a command.

#include "choice.h"

#include "domain/clock.h"
#include "domain/engine.h"
#include "domain/pendingaction.h"
#include "store/readers.h"

namespace models {

class Desk final : public QObject
{
    Q_OBJECT
public:
    using PreparedFunction = std::function<void(domain::Result<domain::Decision>)>;
    using TakenFunction = std::function<void(domain::Result<domain::DecisionId>)>;
    using TakenAllFunction = std::function<void(QList<domain::Result<domain::DecisionId>>)>;

    Desk(domain::Engine &engine, store::Readers &readers, domain::Clock &clock, const DeskOptions &options = {},
         QObject *parent = nullptr);

    void setOptions(const DeskOptions &options); // of decisions from now on
    // Why decisions of this kind cannot be offered just now: account, permission, read only. Nothing: they can.
    [[nodiscard]] std::optional<domain::Error> objection(domain::DecisionKind kind) const;

    // Complete and allowed by the rules, or the reason why not. Error{Refused}, codes of domain::refusalCodes() and
    // "actionGone" (it no longer waits), "chooseMailAction" (nothing is recommended and nothing was chosen).
    void prepare(const Choice &choice, QObject *asker, PreparedFunction answer);
    // Takes what was prepared, with its facts as they were shown; its times start now.
    void take(const domain::Decision &prepared, QObject *asker, TakenFunction answer);

    void decide(const Choice &choice, QObject *asker, TakenFunction answer); // both in one
    void decideAll(const QList<Choice> &choices, QObject *asker,
                   TakenAllFunction answer); // one answer for each, in order

    // Takes back the newest decision that is still held. Refused "nothingToUndo".
    void undo(QObject *asker, std::function<void(domain::Result<domain::Decision>)> answer);

Q_SIGNALS:
    void decided(const domain::Decision &decision); // recorded; now held
    void undone(const domain::Decision &decision);

private:
    domain::Engine &m_engine;
    store::Readers &m_readers;
    domain::Clock &m_clock;
    DeskOptions m_options;
};

} // namespace models
