// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios/way.h"

#include "scenarios/agreement.h"
#include "scenarios/demotenant.h"

#include "remote/graphdecoder.h"
#include "remote/sessionrecord.h"
#include "store/datapaths.h"
#include "store/ledgerreader.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Result;

namespace scenarios {

namespace {

constexpr int patience = 60'000; // milliseconds; also on a busy machine under the sanitizers
constexpr int settling = 30'000; // milliseconds until every decision is at rest
constexpr int secondsAtATime = 5; // simulated
const QString timedOut = u"no answer in time"_s;

QString told(const domain::Error &error)
{
    return error.tried + u": "_s + domain::errorKindWord(error.kind) + u' ' + error.code + u' ' + error.detail;
}

template <class Value>
QString outcomeOf(const std::optional<Result<Value>> &answer)
{
    return !answer ? timedOut : *answer ? QString() : told(answer->error());
}

} // namespace

Result<domain::Done> FollowingBrowser::open(const QUrl &page)
{
    QNetworkRequest request(page);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    QNetworkReply *reply = m_network.get(request);
    QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    return domain::Done {};
}

Way::Way(ProgramRun &tenant)
    : m_tenant(tenant)
    , m_account(tenantOf(tenant.ready()))
{
}

Way::~Way()
{
    m_desk.reset();
    m_readers.reset();
    m_engine.reset();
}

QString Way::signIn()
{
    remote::NetworkTransport transport(m_account.cloud);
    remote::Session session(m_account, transport, *m_secrets, m_browser, m_clock);
    std::optional<Result<domain::Capabilities>> answer;
    session.signIn(this, [&answer](const Result<domain::Capabilities> &signedIn) { answer = signedIn; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, patience) || !*answer)
        return outcomeOf(answer);
    m_account.tenantId = (*answer)->tenantId;
    m_account.oid = (*answer)->oid;
    m_account.upn = (*answer)->upn;
    const auto credential = credentialOf(m_tenant.ready());
    if (!credential)
        return told(credential.error());
    std::optional<Result<domain::Done>> written;
    m_secrets->write(remote::credentialKey(m_account), remote::writtenCredential(*credential), this,
                     [&written](const Result<domain::Done> &done) { written = done; });
    if (!QTest::qWaitFor([&written] { return written.has_value(); }, patience) || !*written)
        return outcomeOf(written);
    return compose();
}

QString Way::compose()
{
    const store::DataPaths paths {m_data.path()};
    const auto folder = paths.prepareTenant(m_account.cloud.name, m_account.tenantId, m_account.oid);
    if (!folder)
        return told(folder.error());
    m_folder = *folder;
    casemate::sync::EngineOptions options;
    options.pollEvery = std::chrono::seconds(0);
    options.send.hold = std::chrono::seconds(0);
    options.send.firstProof = std::chrono::seconds(0);
    options.send.firstMailProof = std::chrono::seconds(0);
    options.send.mostBetweenProofs = std::chrono::seconds(1);
    options.send.settleTime = std::chrono::seconds(1);
    options.budget = {.security = 100'000, .sync = 100'000, .hunting = 100'000};
    casemate::sync::EngineSeams seams = casemate::sync::EngineSeams::real({});
    seams.secrets = [secrets = m_secrets](QObject *, const casemate::sync::EngineSeams::SecretsReady &ready) {
        ready(secrets);
    };
    seams.browser = [] { return std::make_shared<remote::CommandBrowser>(u"false"_s); }; // nobody signs in again
    m_decoder = std::make_shared<remote::GraphDecoder>(m_account.tenantId);
    m_engine = std::make_unique<casemate::sync::EngineProxy>(casemate::sync::EngineSetup {
        .tenant = m_account, .folder = m_folder, .options = options, .seams = seams, .decoder = m_decoder});
    m_readers = std::make_unique<store::Readers>(m_folder, *m_decoder);
    m_desk = std::make_unique<models::Desk>(*m_engine, *m_readers, m_clock,
                                            models::DeskOptions {.hold = std::chrono::seconds(0)});
    std::optional<Result<domain::Capabilities>> ready;
    m_engine->whenReady(this, [&ready](const Result<domain::Capabilities> &capabilities) { ready = capabilities; });
    (void)QTest::qWaitFor([&ready] { return ready.has_value(); }, patience);
    return outcomeOf(ready);
}

QString Way::pull()
{
    std::optional<Result<domain::PullState>> state;
    m_engine->pull(false, this, [&state](const Result<domain::PullState> &pulled) { state = pulled; });
    (void)QTest::qWaitFor([&state] { return state.has_value(); }, patience);
    return outcomeOf(state);
}

QStringList Way::decide(const QList<models::Choice> &choices)
{
    std::optional<QList<Result<domain::DecisionId>>> taken;
    m_desk->decideAll(choices, this, [&taken](const QList<Result<domain::DecisionId>> &all) { taken = all; });
    if (!QTest::qWaitFor([&taken] { return taken.has_value(); }, patience))
        return {timedOut};
    QStringList problems;
    for (const auto &one : *taken)
        problems.append(one ? QString() : told(one.error()));
    return problems;
}

QString Way::waitUntilAtRest()
{
    QElapsedTimer timer;
    timer.start();
    while (!isAtRest()) {
        if (timer.elapsed() > settling)
            return u"not every decision comes to rest"_s;
        m_tenant.control("POST", u"/control/clock/advance"_s, {{u"seconds"_s, secondsAtATime}});
        (void)QTest::qWaitFor([this] { return isAtRest(); }, 250);
    }
    return {};
}

bool Way::isAtRest() const
{
    store::LedgerReader ledger(m_folder);
    const auto open = ledger.outbox();
    return open && std::all_of(open->begin(), open->end(), [](const domain::Decision &decision) {
        return decision.state == domain::DecisionState::NeedsPerson || decision.state == domain::DecisionState::Stale;
    });
}

QList<domain::Decision> Way::decisions() const
{
    return decisionsIn(m_folder);
}

} // namespace scenarios
