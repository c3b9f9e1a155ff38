// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginecore.h"

#include "decisions.h"
#include "engineremote.h"
#include "outboxsender.h"
#include "puller.h"

#include <utility>

using namespace Qt::StringLiterals;
using domain::Capabilities;
using domain::Decision;
using domain::DecisionId;
using domain::Done;
using domain::Error;
using domain::ErrorKind;
using domain::Result;

namespace casemate::sync {

namespace {

// Whether a rule that forbade something may allow it now.
bool mayDoMore(const Capabilities &before, const Capabilities &now)
{
    return (now.signedIn && !before.signedIn) || (now.mayEditIncidents && !before.mayEditIncidents)
        || (now.hasApplicationCredential && !before.hasApplicationCredential) || (before.readOnly && !now.readOnly)
        || (now.signedIn && (now.oid != before.oid || now.tenantId != before.tenantId));
}

} // namespace

EngineCore::EngineCore(EngineSetup setup, Ingest &ingest)
    : m_setup(std::move(setup))
    , m_ingest(ingest)
{
}

EngineCore::~EngineCore()
{
    // Against the order of making: the sender and the pulls speak to the remote side until their end.
    m_decisions.reset();
    m_sender.reset();
    m_puller.reset();
    m_remote.reset();
}

void EngineCore::start()
{
    m_clock = m_setup.seams.clock();
    if (!m_setup.folder.isEmpty())
        openLedger();
    m_setup.seams.secrets(this, [this](const std::shared_ptr<remote::SecretStore> &secrets) { compose(secrets); });
}

void EngineCore::openLedger()
{
    auto opened = store::Ledger::open(m_setup.folder, *m_clock, m_setup.seams.storage);
    if (!opened) {
        m_ledgerError = opened.error();
        return;
    }
    m_ledger = std::move(*opened);
    m_history = std::make_unique<store::LedgerReader>(m_setup.folder, m_setup.seams.storage);
}

void EngineCore::compose(const std::shared_ptr<remote::SecretStore> &secrets)
{
    if (m_isStopping)
        return;
    m_remote = std::make_unique<EngineRemote>(m_setup, m_clock, secrets);
    connect(&m_remote->budget, &remote::Budget::changed, this, &EngineCore::budgetChanged);
    if (!m_setup.folder.isEmpty())
        composePulls();
    if (m_ledger)
        composeOutbox();
    m_remote->session.restore(this, [this](const Result<Capabilities> &) { beReady(); });
}

// Before anything is composed, these are the options that it is composed with.
void EngineCore::setPace(const EnginePace &pace)
{
    m_setup.options.pollEvery = pace.pollEvery;
    m_setup.options.budget = pace.budget;
    if (m_remote)
        m_remote->budget.setLimits(pace.budget);
    if (m_puller)
        m_puller->setPollEvery(pace.pollEvery);
}

void EngineCore::composePulls()
{
    // The pending round belongs to the puller and dies with it.
    auto *pending
        = new PendingReread(m_remote->incidents, m_ingest, *m_clock, m_setup.options.pull.pendingAtOnce, nullptr);
    m_puller = std::make_unique<Puller>(
        m_remote->feeds, *pending, m_ingest, *m_clock, m_setup.options.pull,
        Puller::Pace {.poll = m_setup.options.pollEvery, .pending = m_setup.options.pendingEvery});
    pending->setParent(m_puller.get());
    connect(pending, &PendingReread::changed, this, &EngineCore::cacheChanged);
    connect(m_puller.get(), &Puller::changed, this, &EngineCore::cacheChanged);
    connect(m_puller.get(), &Puller::stateChanged, this, &EngineCore::pullStateChanged);
    showFreshness();
}

// What earlier runs have stored, so that the age of the data is known before the first pull.
void EngineCore::showFreshness()
{
    domain::ask<store::FeedState>(
        &m_ingest, this, [](Ingest &ingest) { return ingest.feedState(store::Feed::Incidents); },
        [this](const Result<store::FeedState> &incidents) {
            if (!incidents || !incidents->watermark)
                return;
            domain::ask<store::FeedState>(
                &m_ingest, this, [](Ingest &ingest) { return ingest.feedState(store::Feed::Alerts); },
                [this, first = *incidents->watermark](const Result<store::FeedState> &alerts) {
                    if (alerts && alerts->watermark && m_puller)
                        m_puller->setFreshAsOf(std::min(first, *alerts->watermark));
                });
        });
}

void EngineCore::composeOutbox()
{
    if (m_setup.options.sendsOutbox) {
        const DeliverySeams delivery {*m_ledger, *m_history, *m_clock, [this] { return capabilities(); },
                                      [this] { return callsPausedUntil(); }};
        m_sender = std::make_unique<OutboxSender>(
            OutboxSeams {delivery, m_remote->executors(), m_ingest, m_remote->incidents}, m_setup.options.send);
        connect(m_sender.get(), &OutboxSender::ledgerChanged, this, &EngineCore::ledgerChanged);
        connect(m_sender.get(), &OutboxSender::cacheChanged, this, &EngineCore::cacheChanged);
        connect(m_sender.get(), &OutboxSender::proved, this, &EngineCore::showProved);
        if (m_puller)
            connect(m_puller.get(), &Puller::reached, m_sender.get(), &OutboxSender::noteReached);
    }
    m_decisions = std::make_unique<Decisions>(*m_ledger, *m_clock, m_sender.get(), m_setup.options.send);
}

// An approval that is proved may have changed what its alerts say. A comment and a note of ours have not.
void EngineCore::showProved(const Decision &decision)
{
    if (m_puller && decision.kind == domain::DecisionKind::ApproveAction)
        m_puller->readPending();
}

void EngineCore::beReady()
{
    m_isReady = true;
    noteCapabilities();
    connect(&m_remote->session, &remote::Session::capabilitiesChanged, this, &EngineCore::noteCapabilities);
    if (m_sender)
        m_sender->start();
    if (m_puller)
        m_puller->keepUp();
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &question : waiting)
        question();
}

void EngineCore::noteCapabilities()
{
    const Capabilities before = std::exchange(m_told, capabilities());
    if (m_told == before)
        return;
    Q_EMIT capabilitiesChanged(m_told);
    if (mayDoMore(before, m_told) && m_sender)
        m_sender->retryNow();
    if (m_told.signedIn && !before.signedIn && m_puller)
        m_puller->resume();
}

Capabilities EngineCore::capabilities() const
{
    Capabilities result = m_remote ? m_remote->session.capabilities() : Capabilities {};
    if (m_ledgerError) {
        result.readOnly = true;
        result.readOnlyReason = domain::errorKindWord(m_ledgerError->kind);
    }
    return result;
}

std::optional<domain::Moment> EngineCore::callsPausedUntil() const
{
    constexpr qint64 secondsUntilRoom = 5;
    const domain::BudgetState budget = m_remote->budget.state();
    const domain::Moment now = m_clock->now();
    if (budget.pausedUntil && *budget.pausedUntil > now)
        return budget.pausedUntil;
    if (budget.used >= budget.limit)
        return now.plusSeconds(secondsUntilRoom);
    return std::nullopt;
}

Error EngineCore::noFolder(const QString &tried) const
{
    return m_ledgerError.value_or(Error {.kind = ErrorKind::SignInNeeded, .tried = tried, .code = u"noAccount"_s});
}

void EngineCore::ask(std::function<void()> question)
{
    if (m_isReady)
        question();
    else
        m_waiting.append(std::move(question));
}

void EngineCore::whenReady(const Reply<Capabilities> &reply)
{
    ask([this, reply] { reply(capabilities()); });
}

void EngineCore::pull(bool full, const Reply<domain::PullState> &reply)
{
    ask([this, full, reply] {
        if (m_puller)
            m_puller->pull(full, reply);
        else
            reply(noFolder(u"pull"_s));
    });
}

void EngineCore::cancelPull()
{
    if (m_puller)
        m_puller->cancel();
}

void EngineCore::decide(const Decision &decision, const Reply<DecisionId> &reply)
{
    ask([this, decision, reply] {
        if (!m_decisions) {
            reply(noFolder(u"take a decision"_s));
            return;
        }
        const Result<DecisionId> taken = m_decisions->take(decision, capabilities());
        if (taken)
            Q_EMIT ledgerChanged();
        reply(taken);
    });
}

void EngineCore::change(const Reply<Done> &reply, std::function<Result<Done>(Decisions &)> move)
{
    ask([this, reply, move = std::move(move)] {
        if (!m_decisions) {
            reply(noFolder(u"change a decision"_s));
            return;
        }
        const Result<Done> moved = move(*m_decisions);
        if (moved)
            Q_EMIT ledgerChanged();
        reply(moved);
    });
}

void EngineCore::cancelDecision(const DecisionId &id, const Reply<Done> &reply)
{
    change(reply, [id](Decisions &decisions) { return decisions.cancel(id); });
}

void EngineCore::releaseHold(const DecisionId &id)
{
    // Nobody waits for it; a decision that is not held any more has nothing to release.
    change(Reply<Done>(this, [](const Result<Done> &) {}), [id](Decisions &decisions) { return decisions.release(id); });
}

void EngineCore::confirmStale(const DecisionId &id, const Reply<Done> &reply)
{
    change(reply, [id](Decisions &decisions) { return decisions.confirm(id); });
}

void EngineCore::settle(const DecisionId &id, const QString &note, const Reply<Done> &reply)
{
    change(reply, [id, note](Decisions &decisions) { return decisions.settle(id, note); });
}

void EngineCore::signIn(const Reply<Capabilities> &reply)
{
    ask([this, reply] {
        m_remote->session.signIn(this, [this, reply](const Result<Capabilities> &signedIn) {
            if (signedIn && m_sender) // whoever signs in expects that what waits is tried, with or without new rights
                m_sender->retryNow();
            reply(signedIn ? Result<Capabilities>(capabilities()) : signedIn);
        });
    });
}

void EngineCore::cancelSignIn()
{
    if (m_remote)
        m_remote->session.cancelSignIn();
}

void EngineCore::signOut(const Reply<Done> &reply)
{
    ask([this, reply] {
        m_remote->session.signOut(this, [reply](const Result<Done> &done) { reply(done); });
    });
}

void EngineCore::readLatestLocations(const QList<domain::MailTarget> &targets, const Reply<QList<domain::Fact>> &reply)
{
    using Facts = QList<domain::Fact>;
    ask([this, targets, reply] {
        const auto source = capabilities().hasApplicationCredential ? remote::MailSource::AnalyzedEmails
                                                                    : remote::MailSource::Hunting;
        m_remote->locations.read(
            targets, source, remote::Lane::Foreground, this, [this, reply](const Result<Facts> &facts) {
                if (!facts || m_setup.folder.isEmpty()) {
                    reply(facts);
                    return;
                }
                domain::ask<domain::Changes>(
                    &m_ingest, this, [facts = *facts](Ingest &ingest) { return ingest.latestLocations(facts); },
                    [this, reply, facts = *facts](const Result<domain::Changes> &changes) {
                        if (changes && !changes->isEmpty())
                            Q_EMIT cacheChanged(*changes);
                        reply(changes ? Result<Facts>(facts) : Result<Facts>(changes.error()));
                    });
            });
    });
}

void EngineCore::setApplicationCredential(const QByteArray &json, const Reply<Done> &reply)
{
    ask([this, json, reply] {
        std::optional<remote::ApplicationCredential> credential;
        if (!json.isEmpty()) {
            const auto read = remote::ApplicationCredential::read(json);
            if (!read) {
                reply(read.error());
                return;
            }
            credential = *read;
        }
        m_remote->session.setApplicationCredential(credential, this,
                                                   [reply](const Result<Done> &done) { reply(done); });
    });
}

void EngineCore::stop()
{
    m_isStopping = true;
    m_waiting.clear();
    cancelPull();
    m_puller.reset(); // a round over pending alerts would go on asking
    cancelSignIn();
    if (m_sender)
        m_sender->close([this] { Q_EMIT stopped(); });
    else
        Q_EMIT stopped();
}

} // namespace casemate::sync
