// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The application proves itself by a certificate: good assertions get tokens, each kind of bad one its own refusal.

#include "simulator/assertionmaker.h"
#include "simulator/clientcertificate.h"
#include "simulator/demoservice.h"
#include "support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

class EntraAssertions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bothAlgorithmsAndThumbprintsWork_data();
    void bothAlgorithmsAndThumbprintsWork();
    void wrongClaimsAreRefused_data();
    void wrongClaimsAreRefused();
    void unknownCertificateIsRefusedUntilItIsAdded();
    void expiredCertificateIsRefused();
    void certificateOfAnotherKeyIsRefused();
    void whatIsNoAssertionIsRefused_data();
    void whatIsNoAssertionIsRefused();
    void assertionWorksOnceUnlessSwitched();
    void publicClientCannotUseIt();

private:
    [[nodiscard]] Assertion good() const;
    [[nodiscard]] WireAnswer send(const QString &jwt, const FormData &changes = {}) const;

    std::unique_ptr<DemoService> m_service;
    QByteArray m_pem;
};

namespace {

int numberOf(const WireAnswer &answer)
{
    return answer.json()[u"error_codes"][0].toInt();
}

QString textOf(const WireAnswer &answer)
{
    return answer.json()[u"error_description"].toString();
}

QByteArray newPem(int firstDay, int lastDay)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    auto made = ClientCertificate::make(now.addDays(firstDay), now.addDays(lastDay));
    return made->certificatePem + made->keyPem;
}

} // namespace

void EntraAssertions::initTestCase()
{
    m_service = std::make_unique<DemoService>();
    QVERIFY2(m_service->isReady(), qPrintable(m_service->failure()));
    QFile file(m_service->line()[u"certificate_file"].toString());
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_pem = file.readAll();
}

Assertion EntraAssertions::good() const
{
    const QString client = m_service->credential()[u"clientId"].toString();
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const QString endpoint = m_service->graph().toString() + QString::fromLatin1(m_service->tenantPath());
    Assertion assertion;
    assertion.pem = m_pem;
    assertion.claims = {
        {u"aud"_s, QString(endpoint + u"/oauth2/v2.0/token")},          {u"iss"_s, client}, {u"sub"_s, client},
        {u"jti"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)}, {u"nbf"_s, now},    {u"exp"_s, now + 300}};
    return assertion;
}

WireAnswer EntraAssertions::send(const QString &jwt, const FormData &changes) const
{
    FormData form {{u"client_secret"_s, QString()},
                   {u"client_assertion_type"_s, u"urn:ietf:params:oauth:client-assertion-type:jwt-bearer"_s},
                   {u"client_assertion"_s, jwt}};
    return m_service->applicationToken(form + changes);
}

void EntraAssertions::bothAlgorithmsAndThumbprintsWork_data()
{
    QTest::addColumn<QString>("algorithm");
    QTest::addColumn<QString>("thumbprint");
    QTest::newRow("PS256") << u"PS256"_s << u"x5t#S256"_s;
    QTest::newRow("RS256") << u"RS256"_s << u"x5t"_s;
    QTest::newRow("RS256, long thumbprint") << u"RS256"_s << u"x5t#S256"_s;
}

void EntraAssertions::bothAlgorithmsAndThumbprintsWork()
{
    Assertion assertion = good();
    QFETCH(QString, algorithm);
    QFETCH(QString, thumbprint);
    assertion.algorithm = algorithm;
    assertion.thumbprint = thumbprint;
    const WireAnswer answer = send(signedJwt(assertion));
    QVERIFY2(answer.status == 200, answer.body.constData());
    const QByteArray bearer = "Bearer " + answer.json()[u"access_token"].toString().toLatin1();
    QCOMPARE(m_service->get("/v1.0/security/collaboration/analyzedEmails", bearer).status, 200);
    QCOMPARE(claimsOf(answer.json()[u"access_token"].toString())[u"appid"], m_service->credential()[u"clientId"]);
}

void EntraAssertions::wrongClaimsAreRefused_data()
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    QTest::addColumn<QJsonObject>("changes");
    QTest::addColumn<int>("number");
    QTest::newRow("expired") << QJsonObject {{u"exp"_s, now - 400}} << 700024;
    QTest::newRow("expired, within the tolerance") << QJsonObject {{u"exp"_s, now - 200}} << 0;
    QTest::newRow("not yet valid") << QJsonObject {{u"nbf"_s, now + 400}} << 700024;
    QTest::newRow("no end") << QJsonObject {{u"exp"_s, QJsonValue()}} << 700024;
    QTest::newRow("another audience") << QJsonObject {{u"aud"_s, u"https://elsewhere.example/token"_s}} << 700023;
    QTest::newRow("no audience") << QJsonObject {{u"aud"_s, QJsonValue()}} << 700023;
    QTest::newRow("another issuer") << QJsonObject {{u"iss"_s, u"somebody"_s}} << 700021;
    QTest::newRow("another subject") << QJsonObject {{u"sub"_s, u"somebody"_s}} << 700021;
}

void EntraAssertions::wrongClaimsAreRefused()
{
    QFETCH(QJsonObject, changes);
    QFETCH(int, number);
    Assertion assertion = good();
    for (auto it = changes.begin(); it != changes.end(); ++it)
        assertion.claims.insert(it.key(), *it);
    const WireAnswer answer = send(signedJwt(assertion));
    QCOMPARE(numberOf(answer), number);
    QCOMPARE(answer.status, number == 0 ? 200 : 401);
    if (number != 0)
        QCOMPARE(answer.json()[u"error"].toString(), u"invalid_client"_s);
}

void EntraAssertions::unknownCertificateIsRefusedUntilItIsAdded()
{
    Assertion assertion = good();
    assertion.pem = newPem(-1, 1);
    const WireAnswer refused = send(signedJwt(assertion));
    QCOMPARE(numberOf(refused), 700027);
    QVERIFY(textOf(refused).contains(u"The key was not found"));
    const QJsonObject order {{u"addCertificate"_s, QString::fromLatin1(assertion.pem)}};
    QCOMPARE(m_service->say("POST", "/control/entra", order)[u"status"].toInt(), 200);
    QCOMPARE(send(signedJwt(assertion)).status, 200);
    const QJsonObject nonsense {{u"addCertificate"_s, u"no certificate"_s}};
    QCOMPARE(m_service->say("POST", "/control/entra", nonsense)[u"status"].toInt(), 400);
}

void EntraAssertions::expiredCertificateIsRefused()
{
    Assertion assertion = good();
    assertion.pem = newPem(-30, -1);
    m_service->say("POST", "/control/entra", {{u"addCertificate"_s, QString::fromLatin1(assertion.pem)}});
    const WireAnswer refused = send(signedJwt(assertion));
    QCOMPARE(numberOf(refused), 700027);
    QVERIFY(textOf(refused).contains(u"The key used is expired"));
}

void EntraAssertions::certificateOfAnotherKeyIsRefused()
{
    Assertion assertion = good();
    const QByteArray other = newPem(-1, 1);
    const auto keyOf = [](const QByteArray &pem) { return pem.sliced(pem.indexOf("-----BEGIN PRIVATE")); };
    assertion.pem = m_pem.first(m_pem.indexOf("-----BEGIN PRIVATE")) + keyOf(other);
    const WireAnswer refused = send(signedJwt(assertion));
    QCOMPARE(numberOf(refused), 700027);
    QVERIFY(textOf(refused).contains(u"did not match"));
}

void EntraAssertions::whatIsNoAssertionIsRefused_data()
{
    const QString genuine = signedJwt(good());
    Assertion weak = good();
    weak.algorithm = u"none"_s;
    Assertion nameless = good();
    nameless.thumbprint = u"kid"_s;
    QTest::addColumn<QString>("jwt");
    QTest::newRow("words") << u"no assertion"_s;
    QTest::newRow("two parts") << genuine.section(u'.', 0, 1);
    QTest::newRow("no JSON") << QString(u"AAAA."_s + genuine.section(u'.', 1));
    QTest::newRow("unsigned") << signedJwt(weak);
    QTest::newRow("no thumbprint") << signedJwt(nameless);
}

void EntraAssertions::whatIsNoAssertionIsRefused()
{
    QFETCH(QString, jwt);
    const WireAnswer answer = send(jwt);
    QCOMPARE(answer.status, 400);
    QCOMPARE(numberOf(answer), 50027);
}

void EntraAssertions::assertionWorksOnceUnlessSwitched()
{
    const QString jwt = signedJwt(good());
    QCOMPARE(send(jwt).status, 200);
    const WireAnswer again = send(jwt);
    QCOMPARE(numberOf(again), 700027);
    QVERIFY(textOf(again).contains(u"used before"));
    m_service->say("POST", "/control/entra", {{u"assertionReplay"_s, u"accept"_s}});
    const WireAnswer accepted = send(jwt);
    m_service->say("POST", "/control/entra", {{u"assertionReplay"_s, u"refuse"_s}});
    QCOMPARE(accepted.status, 200);
}

void EntraAssertions::publicClientCannotUseIt()
{
    const QString client = m_service->cloud()[u"clientId"].toString();
    Assertion assertion = good();
    assertion.claims.insert(u"iss"_s, client);
    assertion.claims.insert(u"sub"_s, client);
    QCOMPARE(numberOf(send(signedJwt(assertion), {{u"client_id"_s, client}})), 7000218);
    QCOMPARE(numberOf(send(signedJwt(good()), {{u"client_assertion_type"_s, u"saml"_s}})), 900144);
}

CASEMATE_TEST(EntraAssertions)
#include "entra_assertions.moc"
