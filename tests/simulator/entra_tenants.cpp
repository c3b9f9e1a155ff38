// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Several tenants side by side: each has its own people, keys, grants, data and controls, and nothing of one is good for
// another.

#include "simulator/demoservice.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

class EntraTenants : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void lineTellsThemApart();
    void keysDiffer();
    void codeAndRefreshTokenStayInTheirTenant();
    void clientsAreUnknownToTheOther();
    void peopleAreUnknownToTheOther();
    void tokenLeadsToItsOwnData();
    void tokenWithAnotherTenantsNameIsRefused();
    void effectsStayInTheirTenant();
    void controlsConcernOneTenant();
    void domainNamesTheTenant();
    void sharedNameAsksTheApplication();
    void devicePageFindsTheTenant();
    void worldFileKeepsAll();

private:
    std::unique_ptr<DemoService> m_service;
};

namespace {

const QByteArray incidents = "/v1.0/security/incidents";

QByteArray bearerOf(const WireAnswer &answer)
{
    return "Bearer " + answer.json()[u"access_token"].toString().toLatin1();
}

int numberOf(const WireAnswer &answer)
{
    return answer.json()[u"error_codes"][0].toInt();
}

} // namespace

void EntraTenants::initTestCase()
{
    m_service = std::make_unique<DemoService>(QStringList {u"--tenants"_s, u"3"_s});
    QVERIFY2(m_service->isReady(), qPrintable(m_service->failure()));
}

void EntraTenants::init()
{
    m_service->use(0);
}

void EntraTenants::lineTellsThemApart()
{
    const QJsonArray tenants = m_service->line()[u"tenants"].toArray();
    QCOMPARE(tenants.size(), 3);
    QSet<QString> seen;
    for (const QJsonValue &tenant : tenants) {
        const QStringList own {tenant[u"tenant"].toString(), tenant[u"domain"].toString(),
                               tenant[u"cloud_file"].toString(), tenant[u"credential_file"].toString(),
                               tenant[u"certificate_file"].toString()};
        for (const QString &word : own) {
            QVERIFY(!word.isEmpty() && !seen.contains(word));
            seen.insert(word);
        }
        const QJsonObject cloud = jsonFile(tenant[u"cloud_file"].toString());
        QCOMPARE(cloud[u"tenant"], tenant[u"tenant"]);
        QCOMPARE(cloud[u"graph"], m_service->line()[u"graph"]);
        QCOMPARE(jsonFile(tenant[u"credential_file"].toString())[u"tenant"], tenant[u"tenant"]);
        QVERIFY(tenant[u"accounts"][0][u"upn"].toString().endsWith(QString(u'@' + tenant[u"domain"].toString())));
    }
    QCOMPARE(m_service->line()[u"tenant"], tenants[0][u"tenant"]);
    const QJsonArray told = m_service->say("GET", "/control/tenants")[u"tenants"].toArray();
    QCOMPARE(told.size(), 3);
    QCOMPARE(told[2][u"tenant"], tenants[2][u"tenant"]);
}

void EntraTenants::keysDiffer()
{
    QSet<QString> keys;
    for (int i = 0; i < 3; ++i) {
        m_service->use(i);
        const QJsonObject jwk =
            m_service->get(m_service->tenantPath() + "/discovery/v2.0/keys").json()[u"keys"][0].toObject();
        keys.insert(jwk[u"n"].toString());
        const QJsonObject found =
            m_service->get(m_service->tenantPath() + "/v2.0/.well-known/openid-configuration").json();
        QVERIFY(found[u"issuer"].toString().contains(m_service->tenant()[u"tenant"].toString()));
    }
    QCOMPARE(keys.size(), 3);
}

void EntraTenants::codeAndRefreshTokenStayInTheirTenant()
{
    const QString code = m_service->code();
    const QString refreshToken = m_service->redeem(m_service->code()).json()[u"refresh_token"].toString();
    m_service->use(1);
    QCOMPARE(numberOf(m_service->redeem(code)), 9002313);
    QCOMPARE(numberOf(m_service->refresh(refreshToken)), 9002313);
    m_service->use(0);
    QCOMPARE(m_service->redeem(code).status, 200);
    QCOMPARE(m_service->refresh(refreshToken).status, 200);
}

void EntraTenants::clientsAreUnknownToTheOther()
{
    const QString client = m_service->cloud()[u"clientId"].toString();
    const QJsonObject application = m_service->credential();
    m_service->use(1);
    QCOMPARE(m_service->authorize({{u"client_id"_s, client}}).status, 400);
    QCOMPARE(numberOf(m_service->applicationToken({{u"client_id"_s, application[u"clientId"].toString()}})), 700016);
    QCOMPARE(numberOf(m_service->applicationToken({{u"client_secret"_s, application[u"clientSecret"].toString()}})),
             7000215);
    QCOMPARE(m_service->applicationToken().status, 200);
}

void EntraTenants::peopleAreUnknownToTheOther()
{
    const QString stranger = m_service->upn(0);
    m_service->use(1);
    QVERIFY(m_service->upn(0) != stranger);
    QVERIFY(m_service->code({{u"login_hint"_s, stranger}}).isEmpty());
    QVERIFY(!m_service->code().isEmpty());
}

void EntraTenants::tokenLeadsToItsOwnData()
{
    for (int i = 0; i < 3; ++i) {
        m_service->use(i);
        const QJsonArray list = m_service->get(incidents, m_service->signIn()).json()[u"value"].toArray();
        QVERIFY(!list.isEmpty());
        for (const QJsonValue &incident : list)
            QCOMPARE(incident[u"tenantId"], m_service->tenant()[u"tenant"]);
    }
}

void EntraTenants::tokenWithAnotherTenantsNameIsRefused()
{
    const QString other = m_service->line()[u"tenants"][1][u"tenant"].toString();
    const QJsonObject forged {{u"access"_s, QJsonObject {{u"tid"_s, other}}}};
    m_service->say("POST", "/control/entra", {{u"replaceOnce"_s, forged}});
    const WireAnswer refused = m_service->get(incidents, m_service->signIn());
    QCOMPARE(refused.status, 401);
    QVERIFY(refused.json()[u"error"][u"message"].toString().contains(u"Invalid signature"));
}

void EntraTenants::effectsStayInTheirTenant()
{
    const auto effects = [this](int tenant) {
        m_service->use(tenant);
        return m_service->say("GET", "/control/effects")[u"effects"].toArray().size();
    };
    const auto before = effects(1);
    const auto others = effects(2);
    m_service->use(1);
    const WireAnswer tokens =
        m_service->redeem(m_service->code(), {{u"scope"_s, u"https://graph.microsoft.com/.default"_s}});
    const QJsonObject page = m_service->get(incidents, bearerOf(tokens)).json();
    const QByteArray target = incidents + '/' + page[u"value"][0][u"id"].toString().toLatin1();
    QCOMPARE(exchange(m_service->graph(), "PATCH", target,
                      {{"Authorization", bearerOf(tokens)}, {"Content-Type", "application/json"}},
                      R"({"customTags":["mine"]})")
                 .status,
             200);
    QCOMPARE(effects(1), before + 1);
    QCOMPARE(effects(2), others);
}

void EntraTenants::controlsConcernOneTenant()
{
    const auto told = [this](const QByteArray &path) { return exchange(m_service->control(), "GET", path).json(); };
    m_service->use(1);
    m_service->say("POST", "/control/entra", {{u"tokenLifetime"_s, 77}});
    QCOMPARE(m_service->redeem(m_service->code()).json()[u"expires_in"].toInt(), 77);
    QCOMPARE(told("/control/entra?tenant=2")[u"tokenLifetime"].toInt(), 77);
    QCOMPARE(
        told("/control/entra?tenant=" + m_service->tenant()[u"domain"].toString().toLatin1())[u"tokenLifetime"].toInt(),
        77);
    QCOMPARE(told("/control/entra" + QByteArray("?tenant=")
                  + m_service->tenant()[u"tenant"].toString().toLatin1())[u"tokenLifetime"]
                 .toInt(),
             77);
    QCOMPARE(told("/control/entra")[u"tokenLifetime"].toInt(), 3600);
    m_service->use(0);
    QCOMPARE(m_service->redeem(m_service->code()).json()[u"expires_in"].toInt(), 3600);
    QCOMPARE(exchange(m_service->control(), "GET", "/control/entra?tenant=9").status, 404);
    QCOMPARE(exchange(m_service->control(), "GET", "/control/state?tenant=nobody").status, 404);
}

void EntraTenants::domainNamesTheTenant()
{
    m_service->use(2);
    const QByteArray domain = '/' + m_service->tenant()[u"domain"].toString().toUpper().toLatin1();
    const QJsonObject found = m_service->get(domain + "/v2.0/.well-known/openid-configuration").json();
    QVERIFY(found[u"issuer"].toString().contains(m_service->tenant()[u"tenant"].toString()));
}

void EntraTenants::sharedNameAsksTheApplication()
{
    m_service->use(2);
    const QString refreshToken = m_service->redeem(m_service->code()).json()[u"refresh_token"].toString();
    const FormData form {{u"grant_type"_s, u"refresh_token"_s},
                         {u"client_id"_s, m_service->cloud()[u"clientId"].toString()},
                         {u"refresh_token"_s, refreshToken}};
    const WireAnswer answer = exchange(m_service->graph(), "POST", "/organizations/oauth2/v2.0/token",
                                       {{"Content-Type", "application/x-www-form-urlencoded"}}, encodeForm(form));
    QCOMPARE(claimsOf(answer.json()[u"access_token"].toString())[u"tid"], m_service->tenant()[u"tenant"]);
    const QJsonObject shared = m_service->get("/organizations/v2.0/.well-known/openid-configuration").json();
    QVERIFY(shared[u"issuer"].toString().endsWith(u"/{tenantid}/v2.0"));
    QVERIFY(shared[u"token_endpoint"].toString().endsWith(u"/organizations/oauth2/v2.0/token"));
}

void EntraTenants::devicePageFindsTheTenant()
{
    m_service->use(1);
    const QString client = m_service->cloud()[u"clientId"].toString();
    const QJsonObject codes =
        m_service->post("/oauth2/v2.0/devicecode", {{u"client_id"_s, client}, {u"scope"_s, u"User.Read"_s}}).json();
    QCOMPARE(m_service->get("/devicelogin?user_code=" + codes[u"user_code"].toString().toLatin1()).status, 200);
    const WireAnswer answer = m_service->post("/oauth2/v2.0/token",
                                              {{u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:device_code"_s},
                                               {u"client_id"_s, client},
                                               {u"device_code"_s, codes[u"device_code"].toString()}});
    QCOMPARE(claimsOf(answer.json()[u"access_token"].toString())[u"tid"], m_service->tenant()[u"tenant"]);
}

void EntraTenants::worldFileKeepsAll()
{
    QTemporaryDir folder;
    const QStringList world {u"--world"_s, folder.filePath(u"world.json"_s)};
    auto first = std::make_unique<DemoService>(world + QStringList {u"--tenants"_s, u"2"_s});
    first->use(1);
    const QString refreshToken = first->redeem(first->code()).json()[u"refresh_token"].toString();
    const QJsonArray before = first->line()[u"tenants"].toArray();
    QCOMPARE(before.size(), 2);
    first.reset();
    DemoService second(world); // the file says how many there are
    second.use(1);
    QCOMPARE(second.line()[u"tenants"].toArray(), before);
    QCOMPARE(second.refresh(refreshToken).status, 200);
}

CASEMATE_TEST(EntraTenants)
#include "entra_tenants.moc"
