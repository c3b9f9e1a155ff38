// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A session after its sign-in: refreshing, expiring, ending, coming back at the next start.

#include "remote/session.h"

#include "remote/fakeentra.h"
#include "remote/reply.h"
#include "remote/sessionrecord.h"
#include "support/handclock.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace casemate::test;
using domain::Capabilities;
using domain::Done;
using domain::ErrorKind;
using domain::Result;
using remote::Identity;
using remote::Secret;

namespace {

// A store that keeps count, and fails or waits when told.
class FakeSecrets final : public remote::SecretStore
{
public:
    QHash<QString, QByteArray> kept;
    std::optional<domain::Error> failure;
    bool holdsWrites = false;
    std::vector<std::function<void()>> heldWrites;

    void write(const QString &key, const Secret &secret, QObject *asker,
               std::function<void(Result<Done>)> answer) override
    {
        const domain::Answer<Done> reply(asker, std::move(answer));
        if (failure)
            return reply(*failure);
        const auto act = [this, key, bytes = secret.reveal().toByteArray(), reply] {
            kept.insert(key, bytes);
            reply(Done {});
        };
        if (holdsWrites)
            heldWrites.emplace_back(act);
        else
            act();
    }
    void read(const QString &key, QObject *asker, std::function<void(Result<Found>)> answer) override
    {
        const domain::Answer<Found> reply(asker, std::move(answer));
        if (failure)
            return reply(*failure);
        reply(kept.contains(key) ? Found(Secret(kept.value(key))) : Found());
    }
    void remove(const QString &key, QObject *asker, std::function<void(Result<Done>)> answer) override
    {
        const domain::Answer<Done> reply(asker, std::move(answer));
        if (failure)
            return reply(*failure);
        kept.remove(key);
        reply(Done {});
    }
    [[nodiscard]] bool isLasting() const override { return true; }
    [[nodiscard]] QString reason() const override { return {}; }
};

} // namespace

class Session final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void twentyCallsMakeOneRefresh();
    void aValidTokenIsGivenWithoutARequest();
    void itIsRenewedBeforeItsEnd();
    void aJumpOfTheWallClockChangesNothing();
    void aRefusedTokenIsReplacedOnce();
    void anOldRefusalDoesNotRefreshAgain();
    void theNewRefreshTokenIsStoredFirst();
    void aKeychainThatFailsCostsNoSession();
    void aRefusedRefreshEndsTheSession_data();
    void aRefusedRefreshEndsTheSession();
    void aPassingFailureKeepsTheSession();
    void theTokenEndpointIsLeftAlone_data();
    void theTokenEndpointIsLeftAlone();
    void aRefreshForAnotherAccountIsRefused_data();
    void aRefreshForAnotherAccountIsRefused();
    void theNextStartTakesItUpWithoutARequest();
    void theNextStartWithoutARecordNeedsASignIn();
    void aLockedKeychainIsNoSignOut();
    void signOutLeavesNothing();
    void signOutDuringARefresh();
    void oddLifetimesAreClamped_data();
    void oddLifetimesAreClamped();
    void theApplicationHasATokenOfItsOwn();
    void aCredentialGivenBeforeTheSignInIsFound();
    void aWrongApplicationSecretIsTold();
    void withoutACredentialNothingIsSent();
    void credentialsAreRead_data();
    void credentialsAreRead();
    void capabilitiesComeFromTheScopes_data();
    void capabilitiesComeFromTheScopes();
    void theEndOfTheSessionIsTold();

private:
    void make(const domain::Tenant &tenant);
    [[nodiscard]] bool signIn();
    [[nodiscard]] Result<QByteArray> token(Identity identity = Identity::Analyst, const Secret &refused = {});
    [[nodiscard]] static domain::Tenant knownTenant();

    std::unique_ptr<HandClock> m_clock;
    std::unique_ptr<FakeEntra> m_entra;
    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<FakeSecrets> m_secrets;
    std::unique_ptr<FakeBrowser> m_browser;
    std::unique_ptr<remote::Session> m_session;
};

void Session::init()
{
    m_session.reset();
    QCoreApplication::sendPostedEvents();
    m_clock = std::make_unique<HandClock>();
    m_entra = std::make_unique<FakeEntra>();
    m_transport = std::make_unique<FakeTransport>([this](const remote::HttpRequest &r) { return m_entra->answer(r); });
    m_secrets = std::make_unique<FakeSecrets>();
    m_browser = std::make_unique<FakeBrowser>(*m_entra);
    make(entraTenant());
}

void Session::make(const domain::Tenant &tenant)
{
    m_session = std::make_unique<remote::Session>(tenant, *m_transport, *m_secrets, *m_browser, *m_clock);
}

domain::Tenant Session::knownTenant()
{
    domain::Tenant tenant = entraTenant();
    tenant.oid = personOid;
    tenant.upn = u"ada@contoso.example"_s;
    return tenant;
}

bool Session::signIn()
{
    Reply<Capabilities> reply;
    m_session->signIn(this, reply.function());
    return QTest::qWaitFor([&reply] { return reply.came(); }) && reply.isGood();
}

Result<QByteArray> Session::token(Identity identity, const Secret &refused)
{
    Reply<Secret> reply;
    m_session->token(identity, refused, this, reply.function());
    if (!QTest::qWaitFor([&reply] { return reply.came(); }))
        return domain::Error {.kind = ErrorKind::TimedOut, .code = u"no answer"_s};
    return reply.isGood() ? Result<QByteArray>(reply.value().reveal().toByteArray())
                          : Result<QByteArray>(reply.error());
}

void Session::twentyCallsMakeOneRefresh()
{
    QVERIFY(signIn());
    m_clock->advance(2h);
    std::vector<std::unique_ptr<Reply<Secret>>> replies;
    for (int i = 0; i < 20; ++i) {
        replies.push_back(std::make_unique<Reply<Secret>>());
        m_session->token(Identity::Analyst, {}, this, replies.back()->function());
    }
    for (const auto &reply : replies) {
        QTRY_VERIFY(reply->came());
        QVERIFY(reply->isGood());
        QVERIFY(reply->value().isSameAs(Secret("access-canary-2")));
    }
    QCOMPARE(m_entra->refreshes, 1);
}

void Session::aValidTokenIsGivenWithoutARequest()
{
    QVERIFY(signIn());
    for (int i = 0; i < 5; ++i)
        QCOMPARE(*token(), QByteArray("access-canary-1"));
    QCOMPARE(m_entra->refreshes, 0);
}

void Session::itIsRenewedBeforeItsEnd()
{
    QVERIFY(signIn());
    m_clock->advance(3600s - 301s);
    QCOMPARE(*token(), QByteArray("access-canary-1"));
    m_clock->advance(2s);
    QCOMPARE(*token(), QByteArray("access-canary-2"));
    QCOMPARE(m_entra->refreshes, 1);
}

void Session::aJumpOfTheWallClockChangesNothing()
{
    QVERIFY(signIn());
    for (const int days : {1, -2, 400}) {
        m_clock->jumpWallClock(days * 24 * 3600);
        QCOMPARE(*token(), QByteArray("access-canary-1"));
    }
    QCOMPARE(m_entra->refreshes, 0);
    m_clock->advance(2h);
    m_clock->jumpWallClock(-365 * 24 * 3600);
    QCOMPARE(*token(), QByteArray("access-canary-2"));
}

void Session::aRefusedTokenIsReplacedOnce()
{
    QVERIFY(signIn());
    const Secret refused("access-canary-1");
    std::vector<std::unique_ptr<Reply<Secret>>> replies;
    for (int i = 0; i < 20; ++i) {
        replies.push_back(std::make_unique<Reply<Secret>>());
        m_session->token(Identity::Analyst, refused, this, replies.back()->function());
    }
    for (const auto &reply : replies) {
        QTRY_VERIFY(reply->came());
        QVERIFY(reply->value().isSameAs(Secret("access-canary-2")));
    }
    QCOMPARE(m_entra->refreshes, 1);
}

void Session::anOldRefusalDoesNotRefreshAgain()
{
    QVERIFY(signIn());
    const Secret refused("access-canary-1");
    QCOMPARE(*token(Identity::Analyst, refused), QByteArray("access-canary-2"));
    QCOMPARE(*token(Identity::Analyst, refused), QByteArray("access-canary-2")); // comes late
    QCOMPARE(m_entra->refreshes, 1);
}

void Session::theNewRefreshTokenIsStoredFirst()
{
    QVERIFY(signIn());
    const QString key = remote::sessionKey(entraTenant(), personOid);
    QVERIFY(m_secrets->kept.value(key).contains("refresh-canary-1"));
    m_secrets->holdsWrites = true;
    m_clock->advance(2h);
    Reply<Secret> reply;
    m_session->token(Identity::Analyst, {}, this, reply.function());
    QTRY_COMPARE(m_secrets->heldWrites.size(), 1u);
    QVERIFY(m_secrets->kept.value(key).contains("refresh-canary-1")); // the old one is still there
    QVERIFY(!reply.came()); // and nobody goes on
    m_secrets->heldWrites.front()();
    QTRY_VERIFY(reply.came());
    QVERIFY(reply.isGood());
    QVERIFY(m_secrets->kept.value(key).contains("refresh-canary-2"));
    QVERIFY(!m_secrets->kept.value(key).contains("refresh-canary-1"));
    QVERIFY(!m_secrets->kept.value(key).contains("access-canary")); // access tokens are never stored
}

void Session::aKeychainThatFailsCostsNoSession()
{
    m_secrets->failure = domain::Error {.kind = ErrorKind::KeychainFailed, .code = u"7"_s, .detail = u"no service"_s};
    QVERIFY(signIn());
    QVERIFY(m_session->capabilities().signedIn);
    QVERIFY(!m_session->capabilities().keychainWorks);
    QCOMPARE(m_session->capabilities().keychainReason, u"no service"_s);
    m_clock->advance(2h);
    QCOMPARE(*token(), QByteArray("access-canary-2"));
    m_clock->advance(2h);
    QCOMPARE(*token(), QByteArray("access-canary-3")); // rotation goes on in memory
}

void Session::aRefusedRefreshEndsTheSession_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const auto row = [](int number, const char *word) {
        QTest::addRow("%d", number) << QByteArray(
            "{\"error\":\"" + QByteArray(word) + "\",\"error_description\":\"AADSTS" + QByteArray::number(number)
            + ": x\"}") << u"AADSTS%1"_s.arg(number);
    };
    row(700082, "invalid_grant");
    row(50173, "invalid_grant");
    row(70008, "invalid_grant");
    row(50076, "interaction_required");
    row(53003, "invalid_grant");
    row(65001, "invalid_grant");
}

void Session::aRefusedRefreshEndsTheSession()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QVERIFY(signIn());
    QSignalSpy spy(m_session.get(), &remote::Session::capabilitiesChanged);
    m_clock->advance(2h);
    m_entra->nextAnswer = remote::HttpAnswer {400, {}, body};
    const auto refused = token();
    QCOMPARE(refused.error().kind, ErrorKind::SignInNeeded);
    QCOMPARE(refused.error().code, code);
    QVERIFY(!m_session->capabilities().signedIn);
    QCOMPARE(m_session->capabilities().oid, personOid); // still known
    QCOMPARE(spy.size(), 1);
    const qsizetype calls = m_transport->count();
    for (int i = 0; i < 5; ++i)
        QCOMPARE(token().error().kind, ErrorKind::SignInNeeded);
    QCOMPARE(m_transport->count(), calls); // no storm of silent calls
    QVERIFY(m_secrets->kept.isEmpty());
    m_entra->codeRedemptions = 0;
    QVERIFY(signIn());
    QVERIFY(token().hasValue());
}

void Session::aPassingFailureKeepsTheSession()
{
    QVERIFY(signIn());
    m_clock->advance(3600s - 200s); // due for renewal, not yet at its end
    m_transport->failRequest(m_transport->count() + 1, FakeTransport::FailureMode::BeforeFirstByte);
    QCOMPARE(*token(), QByteArray("access-canary-1")); // the old one serves
    m_clock->advance(300s);
    m_transport->failRequest(m_transport->count() + 1, FakeTransport::FailureMode::BeforeFirstByte);
    QCOMPARE(token().error().kind, ErrorKind::Unreachable);
    QVERIFY(m_session->capabilities().signedIn);
    m_transport->failNone();
    QCOMPARE(*token(), QByteArray("access-canary-2"));
}

void Session::theTokenEndpointIsLeftAlone_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<int>("seconds");
    QTest::newRow("503") << 503 << QByteArray("{}") << QByteArray() << 60;
    QTest::newRow("503 with a span") << 503 << QByteArray("{}") << QByteArray("120") << 120;
    QTest::newRow("429") << 429 << QByteArray("{}") << QByteArray("17") << 17;
    QTest::newRow("429 without a span") << 429 << QByteArray("{}") << QByteArray() << 60;
    QTest::newRow("round in circles") << 400
                                      << QByteArray(
                                             R"({"error":"invalid_grant","error_description":"AADSTS50196: loop"})")
                                      << QByteArray() << 300;
}

void Session::theTokenEndpointIsLeftAlone()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, retryAfter);
    QFETCH(int, seconds);
    QVERIFY(signIn());
    m_clock->advance(2h);
    m_entra->nextAnswer = remote::HttpAnswer {status, {{"Retry-After", retryAfter}}, body};
    QVERIFY(!token());
    const qsizetype calls = m_transport->count();
    m_clock->advance(std::chrono::seconds(seconds - 1));
    const auto held = token();
    QVERIFY(!held);
    QCOMPARE(held.error().retryAfterSeconds, std::optional(seconds));
    QCOMPARE(m_transport->count(), calls);
    m_clock->advance(2s);
    QVERIFY(token().hasValue());
    QCOMPARE(m_transport->count(), calls + 1);
}

void Session::aRefreshForAnotherAccountIsRefused_data()
{
    QTest::addColumn<QString>("claim");
    QTest::addColumn<QString>("value");
    QTest::newRow("account") << u"oid"_s << u"ffffffff-0000-0000-0000-000000000000"_s;
    QTest::newRow("tenant") << u"tid"_s << u"22222222-2222-3333-4444-555555555555"_s;
    QTest::newRow("audience") << u"aud"_s << u"another"_s;
}

void Session::aRefreshForAnotherAccountIsRefused()
{
    QFETCH(QString, claim);
    QFETCH(QString, value);
    QVERIFY(signIn());
    m_clock->advance(2h);
    m_entra->idChanges = {{claim, value}};
    QVERIFY(!token());
    QVERIFY(!m_session->capabilities().signedIn);
    QCOMPARE(m_session->account().oid, personOid);
}

void Session::theNextStartTakesItUpWithoutARequest()
{
    QVERIFY(signIn());
    const Capabilities before = m_session->capabilities();
    const qsizetype calls = m_transport->count();
    make(knownTenant());
    Reply<Capabilities> reply;
    m_session->restore(this, reply.function());
    QTRY_VERIFY(reply.came());
    QVERIFY(reply.isGood());
    QCOMPARE(reply.value(), before);
    QCOMPARE(m_transport->count(), calls);
    QCOMPARE(*token(), QByteArray("access-canary-2"));
    QCOMPARE(m_entra->refreshes, 1);
}

void Session::theNextStartWithoutARecordNeedsASignIn()
{
    make(knownTenant());
    Reply<Capabilities> reply;
    m_session->restore(this, reply.function());
    QTRY_VERIFY(reply.came());
    QCOMPARE(reply.error().kind, ErrorKind::SignInNeeded);
    QVERIFY(!m_session->capabilities().signedIn);
    QCOMPARE(m_session->capabilities().oid, personOid);
    m_secrets->kept.insert(remote::sessionKey(knownTenant(), personOid), "garbage");
    Reply<Capabilities> garbage;
    m_session->restore(this, garbage.function());
    QTRY_VERIFY(garbage.came());
    QCOMPARE(garbage.error().kind, ErrorKind::SignInNeeded);
}

void Session::aLockedKeychainIsNoSignOut()
{
    QVERIFY(signIn());
    make(knownTenant());
    m_secrets->failure = domain::Error {.kind = ErrorKind::KeychainFailed, .detail = u"locked"_s};
    Reply<Capabilities> reply;
    m_session->restore(this, reply.function());
    QTRY_VERIFY(reply.came());
    QCOMPARE(reply.error().kind, ErrorKind::KeychainFailed);
    QVERIFY(!m_session->capabilities().keychainWorks);
    m_secrets->failure.reset();
    Reply<Capabilities> again;
    m_session->restore(this, again.function());
    QTRY_VERIFY(again.came());
    QVERIFY(again.isGood()); // nothing was thrown away
}

void Session::signOutLeavesNothing()
{
    QVERIFY(signIn());
    Reply<Done> given;
    m_session->setApplicationCredential(remote::ApplicationCredential {u"app"_s, Secret("application-canary")}, this,
                                        given.function());
    QTRY_VERIFY(given.came());
    QCOMPARE(m_secrets->kept.size(), 2);
    Reply<Done> reply;
    m_session->signOut(this, reply.function());
    QTRY_VERIFY(reply.came());
    QVERIFY(reply.isGood());
    QVERIFY(m_secrets->kept.isEmpty());
    const Capabilities can = m_session->capabilities();
    QVERIFY(!can.signedIn && can.oid.isEmpty() && can.scopes.isEmpty() && !can.hasApplicationCredential);
    QCOMPARE(token().error().kind, ErrorKind::SignInNeeded);
    QCOMPARE(token(Identity::Application).error().code, u"noCredential"_s);
}

void Session::signOutDuringARefresh()
{
    QVERIFY(signIn());
    m_clock->advance(2h);
    Reply<Secret> waiting;
    m_session->token(Identity::Analyst, {}, this, waiting.function());
    Reply<Done> out;
    m_session->signOut(this, out.function());
    QTRY_VERIFY(waiting.came() && out.came());
    QCOMPARE(waiting.error().kind, ErrorKind::SignInNeeded);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!m_session->capabilities().signedIn);
    QVERIFY(m_secrets->kept.isEmpty()); // the late answer is not stored
}

void Session::oddLifetimesAreClamped_data()
{
    QTest::addColumn<int>("lifetime");
    QTest::addColumn<int>("validFor");
    QTest::newRow("negative") << -100 << 29;
    QTest::newRow("zero") << 0 << 29;
    QTest::newRow("a second") << 1 << 29;
    QTest::newRow("years") << 1'000'000'000 << 86'000;
}

void Session::oddLifetimesAreClamped()
{
    QFETCH(int, lifetime);
    QFETCH(int, validFor);
    m_entra->lifetime = lifetime;
    QVERIFY(signIn());
    m_clock->advance(std::chrono::seconds(validFor));
    QCOMPARE(*token(), QByteArray("access-canary-1"));
    m_clock->advance(25h);
    QCOMPARE(*token(), QByteArray("access-canary-2"));
}

void Session::theApplicationHasATokenOfItsOwn()
{
    QVERIFY(signIn());
    Reply<Done> given;
    m_session->setApplicationCredential(remote::ApplicationCredential {u"app"_s, Secret("application-canary")}, this,
                                        given.function());
    QTRY_VERIFY(given.came());
    QVERIFY(m_session->capabilities().hasApplicationCredential);
    QCOMPARE(*token(Identity::Application), QByteArray("access-canary-2"));
    QCOMPARE(*token(Identity::Application), QByteArray("access-canary-2"));
    QCOMPARE(*token(Identity::Analyst), QByteArray("access-canary-1"));
    QCOMPARE(m_entra->applicationTokens, 1);
    m_clock->advance(2h);
    QCOMPARE(*token(Identity::Application), QByteArray("access-canary-3"));
}

void Session::aCredentialGivenBeforeTheSignInIsFound()
{
    Reply<Done> given;
    m_session->setApplicationCredential(remote::ApplicationCredential {u"app"_s, Secret("application-canary")}, this,
                                        given.function());
    QTRY_VERIFY(given.came());
    QVERIFY(signIn());
    make(knownTenant());
    Reply<Capabilities> reply;
    m_session->restore(this, reply.function());
    QTRY_VERIFY(reply.came());
    QVERIFY(reply.isGood());
    QVERIFY(reply.value().hasApplicationCredential);
    QVERIFY(token(Identity::Application).hasValue());
}

void Session::aWrongApplicationSecretIsTold()
{
    Reply<Done> given;
    m_session->setApplicationCredential(remote::ApplicationCredential {u"app"_s, Secret("wrong")}, this,
                                        given.function());
    QTRY_VERIFY(given.came());
    const auto refused = token(Identity::Application);
    QCOMPARE(refused.error().kind, ErrorKind::SignInRefused);
    QCOMPARE(refused.error().code, u"AADSTS7000215"_s);
}

void Session::withoutACredentialNothingIsSent()
{
    QCOMPARE(token(Identity::Application).error().code, u"noCredential"_s);
    QCOMPARE(token(Identity::Analyst).error().code, u"noSession"_s);
    QCOMPARE(m_transport->count(), 0);
}

void Session::credentialsAreRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("ours") << QByteArray(R"({"tenant":"t","clientId":"app","clientSecret":"s"})") << true;
    QTest::newRow("OAuth's names") << QByteArray(R"({"client_id":"app","client_secret":"s"})") << true;
    QTest::newRow("no secret") << QByteArray(R"({"clientId":"app"})") << false;
    QTest::newRow("no client") << QByteArray(R"({"clientSecret":"s"})") << false;
    QTest::newRow("not JSON") << QByteArray("app:s") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void Session::credentialsAreRead()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, isGood);
    const auto credential = remote::ApplicationCredential::read(json);
    QCOMPARE(credential.hasValue(), isGood);
    if (!isGood)
        return;
    QCOMPARE(credential->clientId, u"app"_s);
    QVERIFY(credential->secret.isSameAs(Secret("s")));
}

void Session::capabilitiesComeFromTheScopes_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QList<bool>>("can"); // read, edit, hunt
    QTest::newRow("all") << u"SecurityIncident.ReadWrite.All ThreatHunting.Read.All"_s
                         << QList<bool> {true, true, true};
    QTest::newRow("long names") << u"https://graph.microsoft.com/SecurityIncident.Read.All"_s
                                << QList<bool> {true, false, false};
    QTest::newRow("another case") << u"securityincident.readwrite.all"_s << QList<bool> {true, true, false};
    QTest::newRow("a longer name") << u"SecurityIncident.ReadWrite.All.Not"_s << QList<bool> {false, false, false};
    QTest::newRow("none") << u"openid profile"_s << QList<bool> {false, false, false};
    QTest::newRow("empty") << QString() << QList<bool> {false, false, false};
}

void Session::capabilitiesComeFromTheScopes()
{
    QFETCH(QString, scope);
    QFETCH(QList<bool>, can);
    m_entra->scope = scope;
    QVERIFY(signIn());
    const Capabilities capabilities = m_session->capabilities();
    QCOMPARE(QList<bool>({capabilities.mayReadIncidents, capabilities.mayEditIncidents, capabilities.mayHunt}), can);
}

void Session::theEndOfTheSessionIsTold()
{
    QVERIFY(signIn());
    m_clock->advance(2h);
    Reply<Secret> waiting;
    m_session->token(Identity::Analyst, {}, this, waiting.function());
    m_browser->stayAway();
    Reply<Capabilities> signingIn;
    m_session->signIn(this, signingIn.function());
    m_session.reset();
    QTRY_VERIFY(waiting.came() && signingIn.came());
    QCOMPARE(waiting.error().kind, ErrorKind::Cancelled);
    QCOMPARE(signingIn.error().kind, ErrorKind::Cancelled);
}

CASEMATE_TEST(Session)
#include "session.moc"
