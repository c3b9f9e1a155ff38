// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fakeengine.h"

using namespace Qt::StringLiterals;

namespace fixture {

using domain::Answer;
using domain::DecisionState;
using domain::Done;
using domain::Result;

FakeEngine::FakeEngine(store::Ledger &ledger)
    : m_ledger(ledger)
{
}

Result<Done> FakeEngine::advance(const domain::DecisionId &id, DecisionState to, const QString &detail)
{
    const auto moved = m_ledger.advance(id, {.to = to, .detail = detail});
    if (!moved)
        return moved.error();
    Q_EMIT ledgerChanged();
    return Done {};
}

void FakeEngine::pull(bool full, QObject *asker, std::function<void(Result<domain::PullState>)> answer)
{
    asked.append(full ? u"pullAll"_s : u"pull"_s);
    Answer<domain::PullState>(asker, std::move(answer))(pullNow);
}

void FakeEngine::decide(const domain::Decision &decision, QObject *asker, std::function<void(Result<domain::DecisionId>)> answer)
{
    const Answer<domain::DecisionId> reply(asker, std::move(answer));
    const auto recorded = m_ledger.record(decision);
    if (!recorded)
        return reply(recorded.error());
    decisions.append(decision);
    Q_EMIT ledgerChanged();
    reply(decision.id);
}

void FakeEngine::cancelDecision(const domain::DecisionId &id, QObject *asker, std::function<void(Result<Done>)> answer)
{
    asked.append(u"cancel "_s + id.text);
    Answer<Done>(asker, std::move(answer))(advance(id, DecisionState::Cancelled));
}

void FakeEngine::releaseHold(const domain::DecisionId &id)
{
    asked.append(u"release "_s + id.text);
    (void)advance(id, DecisionState::Queued);
}

void FakeEngine::confirmStale(const domain::DecisionId &id, QObject *asker, std::function<void(Result<Done>)> answer)
{
    asked.append(u"confirm "_s + id.text);
    Answer<Done>(asker, std::move(answer))(advance(id, DecisionState::Queued));
}

void FakeEngine::settle(const domain::DecisionId &id, const QString &note, QObject *asker, std::function<void(Result<Done>)> answer)
{
    asked.append(u"settle "_s + id.text + u": "_s + note);
    Answer<Done>(asker, std::move(answer))(advance(id, DecisionState::Verified, note));
}

void FakeEngine::signIn(QObject *asker, std::function<void(Result<domain::Capabilities>)> answer)
{
    asked.append(u"signIn"_s);
    Answer<domain::Capabilities>(asker, std::move(answer))(able);
}

void FakeEngine::signOut(QObject *asker, std::function<void(Result<Done>)> answer)
{
    asked.append(u"signOut"_s);
    Answer<Done>(asker, std::move(answer))(Done {});
}

void FakeEngine::readLatestLocations(const QList<domain::MailTarget> &targets, QObject *asker,
                                     std::function<void(Result<QList<domain::Fact>>)> answer)
{
    asked.append(u"locations "_s + QString::number(targets.size()));
    Answer<QList<domain::Fact>>(asker, std::move(answer))(QList<domain::Fact>());
}

} // namespace fixture
