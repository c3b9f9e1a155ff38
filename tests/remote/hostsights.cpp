// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the diagnostics say of hosts, and what a sign-in left behind.

#include "remote/hostsight.h"
#include "remote/keptsession.h"
#include "remote/sessionrecord.h"

#include "remote/certificates.h"
#include "remote/rawserver.h"
#include "remote/reply.h"
#include "support/testmain.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace casemate::test;
using domain::Finding;
using domain::FindingCause;
using domain::Findings;
using domain::FindingState;
using domain::FindingSubject;
using remote::KeptSession;
using remote::Secret;

namespace {

QByteArray dateHeader(qint64 secondsFromNow)
{
    const QDateTime time = QDateTime::currentDateTimeUtc().addSecs(secondsFromNow);
    return "Date: " + QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1() + "\r\n";
}

} // namespace

class HostSights final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSecureHostShowsItsIssuer();
    void badCertificatesAreToldWithTheirIssuer_data();
    void badCertificatesAreToldWithTheirIssuer();
    void inTheClearIsForDemosAlone();
    void nobodyListening();
    void aSilentHostTimesOut();
    void aHostWithoutTlsIsTold();
    void clocksAreCompared_data();
    void clocksAreCompared();
    void noTokenAndNoSecondRequest();
    void aDeadAskerIsNotAnswered();
    void theTlsLibraryIsThere();
    void keptSessionsAreRead();

private:
    [[nodiscard]] Findings look(const QUrl &url, const domain::Cloud &cloud, std::chrono::milliseconds limit = 20s);
    [[nodiscard]] domain::Cloud cloud(bool demo = true) const
    {
        domain::Cloud made;
        made.demo = demo;
        made.caFile = demo ? m_authority.file() : QString();
        return made;
    }
    [[nodiscard]] static Finding one(const Findings &findings, FindingSubject subject)
    {
        for (const Finding &finding : findings)
            if (finding.subject == subject)
                return finding;
        return {};
    }

    Authority m_authority;
    domain::SystemClock m_clock;
};

Findings HostSights::look(const QUrl &url, const domain::Cloud &cloud, std::chrono::milliseconds limit)
{
    Reply<Findings> reply;
    remote::lookAtHost(cloud, url, limit, m_clock, this, reply.function());
    return QTest::qWaitFor([&] { return reply.came(); }, 30'000) && reply.isGood() ? reply.value() : Findings();
}

void HostSights::aSecureHostShowsItsIssuer()
{
    RawServer server([](const RawRequest &) { return answering(200, "{}", dateHeader(0)); }, m_authority.server());
    const Findings findings = look(server.url(u"/v1.0"_s), cloud());
    QCOMPARE(findings.size(), 3);
    QCOMPARE(domain::worst(findings), FindingState::Good);
    const Finding host = one(findings, FindingSubject::Host);
    QVERIFY2(host.value.startsWith(u"TLS 1."_s), qPrintable(host.value));
    QCOMPARE(host.about, u"https://127.0.0.1:%1"_s.arg(server.serverPort()));
    QVERIFY(host.number.has_value());
    const Finding certificate = one(findings, FindingSubject::Certificate);
    QVERIFY(!certificate.value.isEmpty());
    QVERIFY(certificate.when && *certificate.when > m_clock.now());
}

void HostSights::badCertificatesAreToldWithTheirIssuer_data()
{
    QTest::addColumn<int>("flaw");
    QTest::addColumn<bool>("demo");
    QTest::newRow("expired") << int(Authority::Flaw::Expired) << true;
    QTest::newRow("other host") << int(Authority::Flaw::OtherHost) << true;
    QTest::newRow("self-signed") << int(Authority::Flaw::SelfSigned) << true;
    QTest::newRow("unknown authority") << int(Authority::Flaw::None) << false;
}

void HostSights::badCertificatesAreToldWithTheirIssuer()
{
    QFETCH(const int, flaw);
    QFETCH(const bool, demo);
    RawServer server([](const RawRequest &) { return answering(200, "{}"); }, m_authority.server(Authority::Flaw(flaw)));
    const Findings findings = look(server.url(), cloud(demo));
    const Finding host = one(findings, FindingSubject::Host);
    QCOMPARE(host.state, FindingState::Bad);
    QCOMPARE(host.cause, FindingCause::NotTrusted);
    const Finding certificate = one(findings, FindingSubject::Certificate);
    QCOMPARE(certificate.state, FindingState::Bad);
    QVERIFY(!certificate.value.isEmpty());
    QVERIFY(!certificate.detail.isEmpty());
    QVERIFY(server.requests().isEmpty());
}

void HostSights::inTheClearIsForDemosAlone()
{
    RawServer server([](const RawRequest &) { return answering(404, "{}", dateHeader(0)); });
    QCOMPARE(one(look(server.url(), cloud()), FindingSubject::Host).cause, FindingCause::InTheClear);
    QCOMPARE(one(look(server.url(), cloud()), FindingSubject::Host).state, FindingState::Good); // any answer is one
    QCOMPARE(one(look(server.url(), cloud(false)), FindingSubject::Host).state, FindingState::Bad);
}

void HostSights::nobodyListening()
{
    QUrl url;
    {
        const RawServer server([](const RawRequest &) { return answering(200, "{}"); });
        url = server.url();
    }
    const Findings findings = look(url, cloud());
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().state, FindingState::Bad);
    QCOMPARE(findings.first().cause, FindingCause::Unreachable);
    QVERIFY(!findings.first().detail.isEmpty());
}

void HostSights::aSilentHostTimesOut()
{
    RawServer server([](const RawRequest &) { return Reaction {}; });
    const Finding host = one(look(server.url(), cloud(), 200ms), FindingSubject::Host);
    QCOMPARE(host.state, FindingState::Bad);
    QCOMPARE(host.cause, FindingCause::TimedOut);
}

void HostSights::aHostWithoutTlsIsTold()
{
    RawServer server([](const RawRequest &) { return Reaction {"hello\r\n", Reaction::Then::Close}; });
    QUrl url = server.url();
    url.setScheme(u"https"_s);
    const Finding host = one(look(url, cloud(), 2s), FindingSubject::Host);
    QCOMPARE(host.state, FindingState::Bad);
    QVERIFY(host.cause == FindingCause::BrokenOff || host.cause == FindingCause::TimedOut);
}

void HostSights::clocksAreCompared_data()
{
    QTest::addColumn<int>("theirs");
    QTest::addColumn<bool>("demo");
    QTest::addColumn<FindingCause>("cause");
    QTest::addColumn<FindingState>("state");
    QTest::newRow("same") << 0 << false << FindingCause::None << FindingState::Good;
    QTest::newRow("half a minute") << 30 << false << FindingCause::None << FindingState::Good;
    QTest::newRow("two minutes behind") << 120 << false << FindingCause::Behind << FindingState::Note;
    QTest::newRow("two minutes ahead") << -120 << false << FindingCause::Ahead << FindingState::Note;
    QTest::newRow("an hour ahead") << -3600 << false << FindingCause::Ahead << FindingState::Bad;
    QTest::newRow("an hour behind") << 3600 << false << FindingCause::Behind << FindingState::Bad;
    QTest::newRow("a demo's own") << -86'400 << true << FindingCause::OwnClock << FindingState::Good;
    QTest::newRow("none told") << INT_MAX << false << FindingCause::NoDate << FindingState::Unknown;
}

void HostSights::clocksAreCompared()
{
    QFETCH(const int, theirs);
    QFETCH(const bool, demo);
    QFETCH(const FindingCause, cause);
    QFETCH(const FindingState, state);
    RawServer server([theirs](const RawRequest &) { return answering(200, "{}", theirs == INT_MAX ? QByteArray() : dateHeader(theirs)); });
    const Finding clock = one(look(server.url(), cloud(demo)), FindingSubject::Clock);
    QCOMPARE(clock.cause, cause);
    QCOMPARE(clock.state, state);
    if (theirs != INT_MAX)
        QVERIFY(qAbs(clock.number.value_or(0) + theirs) <= 5);
}

void HostSights::noTokenAndNoSecondRequest()
{
    RawServer server([](const RawRequest &) { return answering(302, {}, "Location: https://127.0.0.1:1/elsewhere\r\nSet-Cookie: a=b\r\n"); });
    QCOMPARE(one(look(server.url(u"/tenant/path?x=1"_s), cloud()), FindingSubject::Host).state, FindingState::Good);
    QCOMPARE(server.requests().size(), 1);
    const QByteArray head = server.requests().first().head;
    QVERIFY2(head.startsWith("GET / HTTP/1.1\r\n"), head.constData()); // no part of the address but the host
    QVERIFY(!head.toLower().contains("authorization") && !head.toLower().contains("cookie"));
}

void HostSights::aDeadAskerIsNotAnswered()
{
    RawServer server([](const RawRequest &) { return answering(200, "{}"); });
    auto asker = std::make_unique<QObject>();
    remote::lookAtHost(cloud(), server.url(), 20s, m_clock, asker.get(), [](const auto &) { QFAIL("the asker is gone"); });
    asker.reset();
    QCOMPARE(one(look(server.url(), cloud()), FindingSubject::Host).state, FindingState::Good); // comes after it
}

void HostSights::theTlsLibraryIsThere()
{
    const Finding finding = remote::lookAtTls();
    QCOMPARE(finding.state, FindingState::Good);
    QVERIFY(finding.value.contains(u"OpenSSL"_s));
}

void HostSights::keptSessionsAreRead()
{
    remote::MemorySecretStore secrets;
    domain::Tenant tenant;
    tenant.cloud.name = u"demo"_s;
    tenant.tenantId = u"t"_s;
    tenant.oid = u"o"_s;
    const auto read = [&] {
        Reply<KeptSession> reply;
        remote::readKeptSession(tenant, secrets, this, reply.function());
        return QTest::qWaitFor([&] { return reply.came(); }) && reply.isGood() ? reply.value() : KeptSession {.isThere = true, .scopes = {u"failed"_s}};
    };
    QCOMPARE(read(), KeptSession());
    const remote::SessionRecord record {{u"t"_s, u"o"_s, u"ada@contoso.example"_s}, {u"SecurityAlert.Read.All"_s}, Secret("refresh")};
    secrets.write(remote::sessionKey(tenant, u"o"_s), record.written(), this, [](const auto &) {});
    QCOMPARE(read(), (KeptSession {.isThere = true, .scopes = {u"SecurityAlert.Read.All"_s}}));
    domain::Tenant anybody = tenant;
    anybody.oid.clear();
    secrets.write(remote::credentialKey(anybody), remote::writtenCredential({u"c"_s, Secret("s")}), this, [](const auto &) {});
    QVERIFY(read().hasApplicationCredential); // given before anybody had signed in
}

CASEMATE_TEST(HostSights)
#include "hostsights.moc"
