// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sign-in of a device without a browser: codes, waiting, approval on the page or by the controls, and every way to fail.

#include "simulator/demoservice.h"
#include "simulator/devicecodes.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

class EntraDevices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answerSaysWhatToDo();
    void approvedDeviceGetsTokens();
    void olderNameOfTheGrantIsTaken();
    void pageAsksForCodeAndAccount();
    void pageDeclines();
    void unknownCodeDoesNotWork();
    void autoApproveNeedsTheCodeAlone();
    void eagerDeviceIsSlowedDown();
    void everyRefusalMakesItWaitLonger();
    void deviceDeclinedByTheControls();
    void deviceCodeExpires();
    void wrongDeviceIsRefused_data();
    void wrongDeviceIsRefused();
    void blockedFlowIsRefused();

private:
    [[nodiscard]] QJsonObject begin(const FormData &changes = {}) const;
    [[nodiscard]] WireAnswer poll(const QJsonObject &codes) const;

    std::unique_ptr<DemoService> m_service; // asks, and lets devices ask as often as they like
};

namespace {

const QString grantType = u"urn:ietf:params:oauth:grant-type:device_code"_s;

QString errorOf(const WireAnswer &answer)
{
    return answer.json()[u"error"].toString();
}

} // namespace

void EntraDevices::initTestCase()
{
    m_service = std::make_unique<DemoService>(QStringList {u"--switch"_s, u"deviceInterval=0"_s},
                                              DemoService::SignInPage::Shown);
    QVERIFY2(m_service->isReady(), qPrintable(m_service->failure()));
}

QJsonObject EntraDevices::begin(const FormData &changes) const
{
    FormData form {{u"client_id"_s, m_service->cloud()[u"clientId"].toString()},
                   {u"scope"_s, u"openid offline_access https://graph.microsoft.com/SecurityIncident.Read.All"_s}};
    for (const auto &[name, value] : changes)
        form.removeIf([&name = name](const auto &field) { return field.first == name; });
    return m_service->post("/oauth2/v2.0/devicecode", form + changes).json();
}

WireAnswer EntraDevices::poll(const QJsonObject &codes) const
{
    return m_service->post("/oauth2/v2.0/token",
                           {{u"grant_type"_s, grantType},
                            {u"client_id"_s, m_service->cloud()[u"clientId"].toString()},
                            {u"device_code"_s, codes[u"device_code"].toString()}});
}

void EntraDevices::answerSaysWhatToDo()
{
    const QJsonObject codes = begin();
    const QString page = codes[u"verification_uri"].toString();
    QVERIFY(page.startsWith(m_service->graph().toString()));
    QVERIFY(codes[u"message"].toString().contains(page));
    QVERIFY(codes[u"message"].toString().contains(codes[u"user_code"].toString()));
    QCOMPARE(codes[u"user_code"].toString().size(), 9);
    QCOMPARE(codes[u"expires_in"].toInt(), 900);
    QVERIFY(begin()[u"user_code"] != codes[u"user_code"]);
    QVERIFY(begin()[u"device_code"] != codes[u"device_code"]);
    const DemoService usual;
    const QJsonObject others =
        usual
            .post("/oauth2/v2.0/devicecode",
                  {{u"client_id"_s, usual.cloud()[u"clientId"].toString()}, {u"scope"_s, u"User.Read"_s}})
            .json();
    QCOMPARE(others[u"interval"].toInt(), 5);
}

void EntraDevices::approvedDeviceGetsTokens()
{
    const QJsonObject codes = begin();
    const WireAnswer waiting = poll(codes);
    QCOMPARE(waiting.status, 400);
    QCOMPARE(errorOf(waiting), u"authorization_pending"_s);
    QCOMPARE(waiting.json()[u"error_codes"].toArray(), QJsonArray {70016});
    const QJsonObject decision {{u"userCode"_s, codes[u"user_code"]}, {u"upn"_s, m_service->upn(1)}};
    QCOMPARE(m_service->say("POST", "/control/entra", {{u"approveDevice"_s, decision}})[u"status"].toInt(), 200);
    const WireAnswer answer = poll(codes);
    QCOMPARE(answer.status, 200);
    const QString token = answer.json()[u"access_token"].toString();
    QCOMPARE(claimsOf(token)[u"upn"].toString(), m_service->upn(1));
    QCOMPARE(m_service->get("/v1.0/security/incidents", "Bearer " + token.toLatin1()).status, 200);
    QCOMPARE(m_service->refresh(answer.json()[u"refresh_token"].toString()).status, 200);
    QVERIFY(!answer.json()[u"id_token"].toString().isEmpty());
    QCOMPARE(errorOf(poll(codes)), u"bad_verification_code"_s); // once
}

// Microsoft's libraries (MSAL) poll with the name from before RFC 8628.
void EntraDevices::olderNameOfTheGrantIsTaken()
{
    const QJsonObject codes = begin();
    const FormData form {{u"grant_type"_s, u"device_code"_s},
                         {u"client_id"_s, m_service->cloud()[u"clientId"].toString()},
                         {u"device_code"_s, codes[u"device_code"].toString()}};
    QCOMPARE(errorOf(m_service->post("/oauth2/v2.0/token", form)), u"authorization_pending"_s);
    const QJsonObject decision {{u"userCode"_s, codes[u"user_code"]}, {u"upn"_s, m_service->upn(1)}};
    QCOMPARE(m_service->say("POST", "/control/entra", {{u"approveDevice"_s, decision}})[u"status"].toInt(), 200);
    QCOMPARE(m_service->post("/oauth2/v2.0/token", form).status, 200);
}

void EntraDevices::pageAsksForCodeAndAccount()
{
    const QJsonObject codes = begin();
    const WireAnswer form = m_service->get("/devicelogin");
    QCOMPARE(form.status, 200);
    QVERIFY(form.body.contains("name=\"user_code\""));
    QVERIFY(form.headers.value("content-security-policy").contains("form-action 'self'"));
    const QByteArray here = "/devicelogin?user_code=" + codes[u"user_code"].toString().toLower().toLatin1();
    const WireAnswer accounts = m_service->get(here);
    QVERIFY(accounts.body.contains(m_service->upn(2).toUtf8()));
    QCOMPARE(errorOf(poll(codes)), u"authorization_pending"_s); // nobody has chosen yet
    const QByteArray person = m_service->line()[u"accounts"][2][u"oid"].toString().toLatin1();
    QVERIFY(accounts.body.contains(QByteArray("account=" + person)));
    QCOMPARE(m_service->get(here + "&account=" + person).status, 200);
    QCOMPARE(claimsOf(poll(codes).json()[u"access_token"].toString())[u"upn"].toString(), m_service->upn(2));
    QVERIFY(m_service->get(here).body.contains("AADSTS70018")); // used up
}

void EntraDevices::pageDeclines()
{
    const QJsonObject codes = begin();
    const QByteArray here = "/devicelogin?user_code=" + codes[u"user_code"].toString().toLatin1();
    QVERIFY(m_service->get(here + "&account=none").body.contains("Declined"));
    QCOMPARE(errorOf(poll(codes)), u"authorization_declined"_s);
}

void EntraDevices::unknownCodeDoesNotWork()
{
    const WireAnswer page = m_service->get("/devicelogin?user_code=%3Cb%3EAAAA");
    QCOMPARE(page.status, 400);
    QVERIFY(page.body.contains("AADSTS70018"));
    QVERIFY(!page.body.contains("<b>AAAA"));
    const QJsonObject decision {{u"userCode"_s, u"AAAAAAAAA"_s}};
    QCOMPARE(m_service->say("POST", "/control/entra", {{u"approveDevice"_s, decision}})[u"status"].toInt(), 400);
}

void EntraDevices::autoApproveNeedsTheCodeAlone()
{
    const DemoService quick;
    const FormData form {{u"client_id"_s, quick.cloud()[u"clientId"].toString()}, {u"scope"_s, u"User.Read"_s}};
    const QJsonObject codes = quick.post("/oauth2/v2.0/devicecode", form).json();
    QVERIFY(
        quick.get("/devicelogin?user_code=" + codes[u"user_code"].toString().toLatin1()).body.contains("signed in"));
    const WireAnswer answer = quick.post("/oauth2/v2.0/token",
                                         {{u"grant_type"_s, grantType},
                                          {u"client_id"_s, form[0].second},
                                          {u"device_code"_s, codes[u"device_code"].toString()}});
    QCOMPARE(claimsOf(answer.json()[u"access_token"].toString())[u"upn"].toString(), quick.upn(0));
}

void EntraDevices::eagerDeviceIsSlowedDown()
{
    m_service->say("POST", "/control/entra", {{u"deviceInterval"_s, 600}});
    const QJsonObject codes = begin();
    m_service->say("POST", "/control/entra", {{u"deviceInterval"_s, 0}});
    QCOMPARE(errorOf(poll(codes)), u"authorization_pending"_s);
    const WireAnswer second = poll(codes);
    QCOMPARE(second.status, 400);
    QCOMPARE(errorOf(second), u"slow_down"_s);
}

void EntraDevices::everyRefusalMakesItWaitLonger()
{
    EntraSettings settings;
    DeviceCodes codes;
    Grant grant;
    grant.clientId = u"client"_s;
    const QString device = codes.add(grant, 1, settings).device;
    const auto askedAt = [&](qint64 time) {
        const auto outcome = codes.redeem(device, u"client"_s, time);
        return std::get<EntraError>(outcome).error;
    };
    QCOMPARE(askedAt(10'000), u"authorization_pending"_s);
    QCOMPARE(askedAt(15'000), u"authorization_pending"_s); // the five seconds
    QCOMPARE(askedAt(19'999), u"slow_down"_s);
    QCOMPARE(askedAt(29'998), u"slow_down"_s); // ten by now
    QCOMPARE(askedAt(44'998), u"authorization_pending"_s);
    QCOMPARE(askedAt(900'001), u"expired_token"_s);
}

void EntraDevices::deviceDeclinedByTheControls()
{
    const QJsonObject codes = begin();
    const QJsonObject decision {{u"userCode"_s, codes[u"user_code"]}};
    m_service->say("POST", "/control/entra", {{u"declineDevice"_s, decision}});
    const WireAnswer answer = poll(codes);
    QCOMPARE(answer.status, 400);
    QCOMPARE(errorOf(answer), u"authorization_declined"_s);
}

void EntraDevices::deviceCodeExpires()
{
    const QJsonObject codes = begin();
    m_service->say("POST", "/control/entra", {{u"expireCodes"_s, true}});
    const WireAnswer answer = poll(codes);
    QCOMPARE(errorOf(answer), u"expired_token"_s);
    QCOMPARE(answer.json()[u"error_codes"].toArray(), QJsonArray {70020});
    const QByteArray page = "/devicelogin?user_code=" + codes[u"user_code"].toString().toLatin1();
    QCOMPARE(m_service->get(page).status, 400);
}

void EntraDevices::wrongDeviceIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("number");
    QTest::newRow("unknown client") << u"client_id"_s << u"someone"_s << 700016;
    QTest::newRow("no client") << u"client_id"_s << u""_s << 900144;
    QTest::newRow("no scope") << u"scope"_s << u""_s << 900144;
    QTest::newRow("unknown scope") << u"scope"_s << u"Everything.Read"_s << 650053;
}

void EntraDevices::wrongDeviceIsRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(int, number);
    QCOMPARE(begin({{name, value}})[u"error_codes"].toArray(), QJsonArray {number});
    QCOMPARE(errorOf(poll({{u"device_code"_s, u"unknown"_s}})), u"bad_verification_code"_s);
    QCOMPARE(m_service->get(m_service->tenantPath() + "/oauth2/v2.0/devicecode").status, 405);
}

void EntraDevices::blockedFlowIsRefused()
{
    const QJsonObject codes = begin();
    const QJsonObject order {{u"number"_s, 530036}, {u"grant"_s, grantType}};
    m_service->say("POST", "/control/entra", {{u"refuse"_s, order}});
    const WireAnswer refused = poll(codes);
    QCOMPARE(refused.json()[u"error_codes"].toArray(), QJsonArray {530036});
    QCOMPARE(errorOf(poll(codes)), u"authorization_pending"_s);
}

CASEMATE_TEST(EntraDevices)
#include "entra_devices.moc"
