// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxsender.h"

#include <QLoggingCategory>

#include <utility>

using namespace Qt::StringLiterals;
using domain::Decision;
using domain::DecisionId;
using domain::DecisionState;
using domain::ErrorKind;
using domain::Moment;
using domain::Result;

namespace casemate::sync {

namespace {

Q_LOGGING_CATEGORY(lcOutbox, "sync.outbox")

constexpr qint64 forbiddenPauseSeconds = 60;
constexpr qint64 portalLookSeconds = 60;
constexpr qint64 longestAlarmSeconds = 3600; // wall time may jump: look now and then whatever it says

bool isOfTheDisk(const domain::Error &error)
{
    switch (error.kind) {
    case ErrorKind::StorageFull:
    case ErrorKind::StorageFailed:
    case ErrorKind::StorageUnreadable:
    case ErrorKind::StorageCorrupt:
    case ErrorKind::SchemaNewer:
    case ErrorKind::Busy: return true;
    default: return false;
    }
}

} // namespace

OutboxSender::OutboxSender(const OutboxSeams &seams, const SendRules &rules)
    : m_deliverySeams(seams.delivery)
    , m_seams(seams)
    , m_rules(rules)
    , m_prover(seams.delivery.ledger, seams.delivery.clock, rules, this)
    , m_aftermath({seams.delivery.ledger, seams.delivery.clock, seams.ingest, seams.incidents, seams.executors}, this)
{
    m_prover.setBeforeVerified([this](const Decision &decision) { return m_aftermath.recordComment(decision); });
    connect(&m_prover, &Prover::moved, this, &OutboxSender::ledgerChanged);
    connect(&m_prover, &Prover::ended, this, &OutboxSender::look);
    connect(&m_prover, &Prover::troubled, this, &OutboxSender::troubled);
    connect(&m_prover, &Prover::proved, this, [this](const Decision &decision, const std::optional<QByteArray> &bytes) {
        m_aftermath.showProof(decision, bytes);
        Q_EMIT proved(decision);
    });
    connect(&m_aftermath, &Aftermath::cacheChanged, this, &OutboxSender::cacheChanged);
    connect(&m_aftermath, &Aftermath::recorded, this, &OutboxSender::look);
}

void OutboxSender::start()
{
    m_isRunning = true;
    m_aftermath.replay();
    look();
}

void OutboxSender::retryNow()
{
    m_notBefore.clear();
    m_prover.lookNow();
    noteReached();
}

void OutboxSender::noteReached()
{
    m_link.succeed();
    m_linkPause.reset();
    m_prover.noteReached();
    if (m_isRunning)
        m_aftermath.replay();
    look();
}

void OutboxSender::look()
{
    if (m_lookIsDue || !m_isRunning)
        return;
    m_lookIsDue = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_lookIsDue = false;
            if (m_isRunning)
                work();
        },
        Qt::QueuedConnection);
}

void OutboxSender::work()
{
    if (m_seams.delivery.clock.elapsed() < m_diskPause)
        return; // its alarm is set
    const Moment now = m_seams.delivery.clock.now();
    auto open = m_seams.delivery.ledger.open();
    if (!open) {
        troubled(open.error());
        return;
    }
    const Result<bool> moved = moveOn(*open, now);
    if (!moved) {
        troubled(moved.error());
        return;
    }
    if (*moved) {
        m_disk.succeed();
        Q_EMIT ledgerChanged();
        look(); // on what they have become
        return;
    }
    open->removeIf([this](const Decision &decision) { return !isOurs(decision); });
    setOut(*open, now);
    proveDue(*open, now);
    setAlarm(*open, now);
}

bool OutboxSender::isBusyWith(const DecisionId &id) const
{
    return m_deliveries.contains(id) || m_prover.isBusyWith(id);
}

bool OutboxSender::isOurs(const Decision &decision) const
{
    const domain::Capabilities who = m_seams.delivery.capabilities();
    return decision.oid.compare(who.oid, Qt::CaseInsensitive) == 0
        && decision.tenantId.compare(who.tenantId, Qt::CaseInsensitive) == 0;
}

Result<bool> OutboxSender::moveOn(const QList<Decision> &open, Moment now)
{
    bool moved = false;
    for (const Decision &decision : open) {
        const auto step = isBusyWith(decision.id) ? std::nullopt : stepFor(decision, now);
        if (!step)
            continue;
        const auto after = m_seams.delivery.ledger.advance(decision.id, *step);
        if (!after)
            return after.error();
        moved = true;
    }
    return moved;
}

std::optional<store::Step> OutboxSender::stepFor(const Decision &decision, Moment now) const
{
    switch (nextMove(decision, now).move) {
    case Move::Queue: return store::Step {.to = DecisionState::Queued};
    case Move::Expire: return store::Step {.to = DecisionState::Expired};
    case Move::Reconcile: return store::Step {.to = DecisionState::Unknown, .reason = u"interrupted"_s};
    case Move::Verify:
        return store::Step {
            .to = DecisionState::Verifying, .reason = decision.stateReason, .detail = decision.stateDetail};
    case Move::HandOver:
        return store::Step {.to = DecisionState::NeedsPerson,
                            .reason = decision.stateReason,
                            .detail = decision.stateDetail,
                            .nextStep = now.plusSeconds(portalLookSeconds)};
    case Move::Nothing:
    case Move::Wait:
    case Move::Send:
    case Move::Prove: break;
    }
    return std::nullopt;
}

void OutboxSender::setOut(const QList<Decision> &open, Moment now)
{
    const bool isSignedIn = m_seams.delivery.capabilities().signedIn;
    SendRules rules = m_rules;
    if (m_link.hasFailed())
        rules.parallel = 1; // one asks whether the network is back
    const QSet<DecisionId> busy(m_deliveries.keyBegin(), m_deliveries.keyEnd());
    const QList<Decision> ready = settingOut(open, busy, now, rules);
    for (const Decision &decision : ready) {
        const bool isLocal = decision.executor == domain::ExecutorKind::Local;
        const bool isPaused = m_linkPause && *m_linkPause > now;
        if (m_notBefore.value(decision.id) <= now && (isLocal || (isSignedIn && !isPaused)))
            deliver(decision);
    }
}

void OutboxSender::deliver(const Decision &decision)
{
    auto *delivery = new Delivery(decision, m_seams.executors.of(decision), m_deliverySeams, m_rules, this);
    m_deliveries.insert(decision.id, delivery);
    connect(delivery, &Delivery::moved, this, &OutboxSender::ledgerChanged);
    connect(delivery, &Delivery::ended, this, [this, id = decision.id] { endDelivery(id); });
    delivery->start(m_link.hasFailed());
}

void OutboxSender::endDelivery(const DecisionId &id)
{
    Delivery *delivery = m_deliveries.take(id);
    delivery->deleteLater();
    if (delivery->error()) {
        pauseAfter(*delivery);
    } else {
        noteAnswer(delivery->decision());
        m_disk.succeed();
    }
    if (delivery->decision().state == DecisionState::Accepted)
        m_aftermath.apply(delivery->decision(), delivery->incidentBytes());
    closeIfQuiet();
    look();
}

// What went well without a network says nothing about it.
void OutboxSender::noteAnswer(const Decision &decision)
{
    if (decision.executor == domain::ExecutorKind::Local)
        return;
    m_link.succeed();
    m_linkPause.reset();
    m_prover.noteReached();
}

void OutboxSender::pauseAfter(const Delivery &delivery)
{
    const domain::Error &error = *delivery.error();
    const Moment now = m_seams.delivery.clock.now();
    if (isOfTheDisk(error)) {
        troubled(error);
    } else if (!isPassing(error)) {
        m_notBefore.insert(delivery.decision().id, now.plusSeconds(forbiddenPauseSeconds));
    } else if (!m_linkPause || *m_linkPause <= now) { // others that failed at the same time wait with it
        m_linkPause = now.plusSeconds(m_link.next().count());
    }
}

void OutboxSender::proveDue(const QList<Decision> &open, Moment now)
{
    if (!m_seams.delivery.capabilities().signedIn)
        return;
    for (const Decision &decision : open) {
        if (!m_prover.hasRoom())
            return;
        const auto next = m_prover.nextLook(decision.id);
        const bool isDue = nextMove(decision, now).move == Move::Prove && (!next || *next <= now);
        if (isDue && !isBusyWith(decision.id))
            m_prover.prove(decision, m_seams.executors.of(decision));
    }
}

void OutboxSender::setAlarm(const QList<Decision> &open, Moment now)
{
    Moment earliest = now.plusSeconds(longestAlarmSeconds);
    const auto consider = [&](std::optional<Moment> due) {
        if (due && *due > now)
            earliest = std::min(earliest, *due);
    };
    for (const Decision &decision : open) {
        const NextMove next = nextMove(decision, now);
        consider(next.due);
        if (next.move == Move::Send)
            consider(m_notBefore.value(decision.id));
        if (next.move == Move::Prove)
            consider(m_prover.nextLook(decision.id));
    }
    consider(m_linkPause);
    if (open.isEmpty())
        return;
    const std::chrono::milliseconds delay(earliest.msecs() - now.msecs() + 1);
    m_seams.delivery.clock.after(delay, this, [this, alarm = ++m_alarm] {
        if (alarm == m_alarm)
            look();
    });
}

void OutboxSender::troubled(const domain::Error &error)
{
    qCWarning(lcOutbox) << "the ledger cannot be used:" << domain::errorKindWord(error.kind) << error.code;
    const auto pause = m_disk.next();
    m_diskPause = m_seams.delivery.clock.elapsed() + pause;
    m_seams.delivery.clock.after(pause, this, [this] { look(); });
}

bool OutboxSender::letGo(const DecisionId &id)
{
    Delivery *delivery = m_deliveries.value(id);
    if (!delivery)
        return true;
    if (delivery->hasBegun())
        return false;
    m_deliveries.remove(id);
    delivery->disconnect(this);
    delete delivery;
    return true;
}

void OutboxSender::close(const std::function<void()> &done)
{
    m_isRunning = false;
    m_closed = done;
    const QList<DecisionId> under = m_deliveries.keys();
    for (const DecisionId &id : under)
        [[maybe_unused]] const bool gone = letGo(id);
    m_seams.delivery.clock.after(m_rules.closingTime, this, [this] {
        if (m_closed)
            std::exchange(m_closed, {})();
    });
    closeIfQuiet();
}

void OutboxSender::closeIfQuiet()
{
    if (m_closed && m_deliveries.isEmpty())
        std::exchange(m_closed, {})();
}

} // namespace casemate::sync
