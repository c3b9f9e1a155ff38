// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "approveflow.h"

#include "domain/rules.h"
#include "store/cachereader.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using domain::Decision;
using domain::DecisionState;

namespace casemate::test {

namespace {

constexpr int ioError = 10;
constexpr int diskFull = 13;
constexpr int mostLives = 5;
const QString incident = u"7"_s;
const QString message = u"m-1"_s;

bool isOfStatements(Fault::Kind kind)
{
    return kind == Fault::Kind::DiskFull || kind == Fault::Kind::DiskError || kind == Fault::Kind::KilledAtStatement;
}

QString word(DecisionState state)
{
    return domain::decisionStateWord(state);
}

} // namespace

ApproveFlow::ApproveFlow(const QString &prepared, const Fault &fault)
    : m_fault(fault)
{
    desk.fill();
    desk.bench.useFolder(prepared);
    desk.bench.signIn(true);
    desk.fate = [this](const remote::HttpRequest &request) { return fateOf(request); };
    switch (fault.kind) {
    case Fault::Kind::DiskFull: desk.bench.gate.failAt(fault.nth, diskFull); break;
    case Fault::Kind::DiskError: desk.bench.gate.failAt(fault.nth, ioError); break;
    case Fault::Kind::KilledAtStatement: desk.bench.gate.dieAt(fault.nth, ioError); break;
    default: desk.bench.gate.clear(); break;
    }
}

// The dead send nothing more and write nothing more, whatever is still on their stack.
Fate ApproveFlow::fateOf(const remote::HttpRequest &)
{
    if (isDead())
        return Fate::Unreachable;
    const bool isIt = !isOfStatements(m_fault.kind) && desk.bench.transport->count() == m_fault.nth && !m_hasStruck;
    if (!isIt || m_fault.kind == Fault::Kind::None)
        return Fate::Passes;
    m_hasStruck = true;
    if (m_fault.kind == Fault::Kind::Unreachable)
        return Fate::Unreachable;
    if (m_fault.kind == Fault::Kind::AnswerLost)
        return Fate::AnswerLost;
    desk.bench.gate.dieAt(1, ioError);
    desk.bench.isHalted = true;
    return m_fault.kind == Fault::Kind::KilledAfter ? Fate::AnswerLost : Fate::RequestLost;
}

bool ApproveFlow::isDead() const
{
    return desk.bench.isHalted || (m_fault.kind == Fault::Kind::KilledAtStatement && desk.bench.gate.hasStruck());
}

// Reading the ledger is what a run spends its time on: only after a change.
bool ApproveFlow::isOver()
{
    if (std::exchange(m_readAt, desk.bench.ledgerChanges) != desk.bench.ledgerChanges)
        m_isOver = approvalKept() && desk.bench.isSettled();
    return m_isOver;
}

void ApproveFlow::run()
{
    const auto begin = desk.bench.clock->elapsed();
    for (int lives = 0; lives < mostLives; ++lives) {
        live();
        m_hasStruck = m_hasStruck || desk.bench.gate.hasStruck();
        const bool hasDied = isDead();
        if (!hasDied && isOver())
            break;
        desk.bench.kill();
        if (hasDied)
            desk.bench.gate.clear();
    }
    m_length = std::chrono::duration_cast<std::chrono::seconds>(desk.bench.clock->elapsed() - begin);
}

void ApproveFlow::live()
{
    m_readAt = -1;
    desk.bench.start();
    if (!approvalKept()) {
        pull();
        decide();
    }
    desk.bench.runUntil([this] { return isDead() || isOver(); });
    if (isDead())
        return;
    desk.bench.turn(); // what comes after the proof
    desk.bench.clock->pass(std::chrono::seconds(2)); // a pull's window ends at the full second before
    pull();
}

template <class T, class Call>
std::optional<domain::Result<T>> ApproveFlow::ask(Call call)
{
    const auto answer = std::make_shared<std::optional<domain::Result<T>>>();
    QObject asker;
    call(domain::Answer<T>(&asker, [answer](domain::Result<T> result) { *answer = std::move(result); }));
    desk.bench.runUntil([this, answer] { return answer->has_value() || isDead(); });
    return *answer;
}

void ApproveFlow::pull()
{
    for (int tries = 0; tries < 3 && !isDead(); ++tries) {
        const auto pulled = ask<domain::PullState>([this](const auto &reply) { desk.bench.core().pull(false, reply); });
        if (pulled && *pulled)
            return;
    }
}

void ApproveFlow::decide()
{
    for (int tries = 0; tries < 3 && !isDead() && !approvalKept(); ++tries) {
        const Decision approval = desk.bench.approval();
        if (approval.id.isEmpty())
            return; // the pull has not got so far
        const auto taken =
            ask<domain::DecisionId>([&](const auto &reply) { desk.bench.core().decide(approval, reply); });
        if (taken && *taken)
            m_taken.append(approval.id);
    }
}

std::optional<Decision> ApproveFlow::approvalKept()
{
    const QList<Decision> decisions = desk.bench.decisionsOn(incident);
    for (const Decision &decision : decisions) {
        if (decision.kind == domain::DecisionKind::ApproveAction)
            return decision;
    }
    return std::nullopt;
}

QString ApproveFlow::ending()
{
    const auto approval = approvalKept();
    if (!approval)
        return u"undecided"_s;
    const Decision comment = desk.bench.stored(domain::approvalCommentId(approval->id));
    return word(approval->state) + u' ' + approval->stateReason + u", "_s
        + (comment.id.isEmpty() ? u"no comment"_s : u"comment "_s + word(comment.state) + u' ' + comment.stateReason);
}

QStringList ApproveFlow::faults()
{
    QStringList found;
    if (const QString fault = desk.bench.chainFault(); !fault.isEmpty())
        found.append(u"the audit chain: "_s + fault);
    for (const domain::DecisionId &id : std::as_const(m_taken)) {
        if (desk.bench.stored(id).id.isEmpty())
            found.append(u"a decision that was taken is lost"_s);
    }
    const QList<Decision> decisions = desk.bench.decisionsOn(incident);
    const auto approvals = std::count_if(decisions.begin(), decisions.end(), [](const Decision &decision) {
        return decision.kind == domain::DecisionKind::ApproveAction;
    });
    if (approvals != 1)
        found.append(u"%1 approvals are kept"_s.arg(approvals));
    if (!desk.bench.isSettled())
        found.append(u"it stands still"_s);
    if (desk.bench.cachedIncidents() != desk.bench.tenant.incidentStamps())
        found.append(u"the cache is behind the tenant after a pull"_s);
    if (const auto approval = approvalKept()) {
        addFaultsOfApproval(found, *approval);
        addFaultsOfComment(found, *approval);
    }
    return found;
}

void ApproveFlow::addFaultsOfApproval(QStringList &found, const Decision &approval)
{
    const qsizetype effects = desk.effects(u"remediation"_s).size();
    const bool maybe = approval.state == DecisionState::NeedsPerson;
    const bool saysYes = approval.state == DecisionState::Verified;
    if (effects > 1)
        found.append(u"%1 remediations"_s.arg(effects));
    if (effects == 1 && !maybe && !saysYes)
        found.append(u"a remediation of a decision that is "_s + word(approval.state));
    if (effects == 0 && saysYes)
        found.append(u"verified without a remediation"_s);
    if (approval.attempts > 1 || (effects > 0 && approval.attempts == 0))
        found.append(u"%1 attempts in the ledger"_s.arg(approval.attempts));
    const bool isMoved = desk.bench.tenant.mailLocation(message) == u"deletedFolder"_s;
    const remote::GraphDecoder decoder;
    const auto places = store::CacheReader(desk.bench.folder(), decoder).latestLocations(approval.targets);
    const bool isShown = places && !places->isEmpty() && places->first().value == u"deletedFolder"_s;
    if (saysYes && isMoved && !isShown)
        found.append(u"the cache does not show what was proved"_s);
    if (saysYes && !isMoved)
        found.append(u"verified while the mail lies where it was"_s);
}

void ApproveFlow::addFaultsOfComment(QStringList &found, const Decision &approval)
{
    const qsizetype effects = desk.effects(u"comment"_s).size();
    const Decision comment = desk.bench.stored(domain::approvalCommentId(approval.id));
    if (effects > 1)
        found.append(u"%1 comments"_s.arg(effects));
    if (comment.id.isEmpty() == (approval.state == DecisionState::Verified))
        found.append(u"a comment for each proved approval, and for no other"_s);
    if (effects == 1 && comment.state != DecisionState::Verified && comment.state != DecisionState::NeedsPerson)
        found.append(u"a comment was posted and is "_s + (comment.id.isEmpty() ? u"unknown"_s : word(comment.state)));
    if (effects == 0 && !comment.id.isEmpty() && comment.state == DecisionState::Verified)
        found.append(u"a comment is verified that nobody can read"_s);
}

} // namespace casemate::test
