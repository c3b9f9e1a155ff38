// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who may do what: every kind of account at every kind of call, guests, approvers, and an administrator's consent.

#include "simulator/demoservice.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

class EntraPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void roleDecides_data();
    void roleDecides();
    void missingPermissionIsNamed();
    void guestsAreMarked();
    void approverNeedsSearchAndPurge();
    void portalDecisionNeedsSearchAndPurge();
    void consentOfAnAdministratorHelpsEverybody();
    void onlyAGlobalAdministratorConsents();
    void wrongConsentRequestIsRefused();

private:
    [[nodiscard]] QString upnOf(const QString &name) const;
    [[nodiscard]] QByteArray bearer(const QString &name) const;
    [[nodiscard]] WireAnswer send(const QByteArray &method, const QByteArray &target, const QJsonObject &body,
                                  const QByteArray &authorization) const;
    [[nodiscard]] QByteArray consentTarget(const FormData &changes = {}) const;

    std::unique_ptr<DemoService> m_service;
    QByteArray m_incident; // path of one
    QByteArray m_alert;
};

namespace {

const QByteArray security = "/v1.0/security/";
const QByteArray mails = "/security/collaboration/analyzedEmails";

QString redirectValue(const WireAnswer &answer, const QString &name)
{
    const QUrlQuery query(QUrl::fromEncoded(answer.headers.value("location")));
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

} // namespace

void EntraPeople::initTestCase()
{
    m_service = std::make_unique<DemoService>(QStringList {u"--unthrottled"_s});
    QVERIFY2(m_service->isReady(), qPrintable(m_service->failure()));
    const QByteArray authorization = bearer(u"Ada Lindqvist"_s);
    const auto firstOf = [&](const QByteArray &list) -> QByteArray {
        const QJsonObject page = m_service->get(security + list, authorization).json();
        return security + list + '/' + page[u"value"][0][u"id"].toString().toLatin1();
    };
    m_incident = firstOf("incidents");
    m_alert = firstOf("alerts_v2");
    QVERIFY(!m_incident.endsWith('/') && !m_alert.endsWith('/'));
}

QString EntraPeople::upnOf(const QString &name) const
{
    const QJsonArray accounts = m_service->tenant()[u"accounts"].toArray();
    for (const QJsonValue &account : accounts) {
        if (account[u"displayName"] == name)
            return account[u"upn"].toString();
    }
    return {};
}

QByteArray EntraPeople::bearer(const QString &name) const
{
    const QString code = m_service->code({{u"login_hint"_s, upnOf(name)}});
    const WireAnswer tokens = m_service->redeem(code, {{u"scope"_s, u"https://graph.microsoft.com/.default"_s}});
    return "Bearer " + tokens.json()[u"access_token"].toString().toLatin1();
}

WireAnswer EntraPeople::send(const QByteArray &method, const QByteArray &target, const QJsonObject &body,
                             const QByteArray &authorization) const
{
    return exchange(m_service->graph(), method, target,
                    {{"Authorization", authorization}, {"Content-Type", "application/json"}},
                    QJsonDocument(body).toJson(QJsonDocument::Compact));
}

void EntraPeople::roleDecides_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("reads");
    QTest::addColumn<bool>("works");
    QTest::newRow("administrator") << u"Ada Lindqvist"_s << true << true;
    QTest::newRow("administrator without search and purge") << u"Sven Berg"_s << true << true;
    QTest::newRow("global administrator") << u"Gerda Holm"_s << true << true;
    QTest::newRow("operator") << u"Omar Haddad"_s << true << true;
    QTest::newRow("reader") << u"Rita Novak"_s << true << false;
    QTest::newRow("guest who reads") << u"Petra Stolz"_s << true << false;
    QTest::newRow("guest without role") << u"Gus Visitor"_s << false << false;
}

void EntraPeople::roleDecides()
{
    QFETCH(QString, name);
    QFETCH(bool, reads);
    QFETCH(bool, works);
    const QByteArray authorization = bearer(name);
    const QJsonObject hunt {{u"Query"_s, u"AlertInfo | take 1"_s}};
    const QJsonObject tags {{u"customTags"_s, QJsonArray {u"seen"_s}}};
    const QJsonObject comment {{u"@odata.type"_s, u"microsoft.graph.security.alertComment"_s},
                               {u"comment"_s, u"seen"_s}};
    const auto verdict = [](const WireAnswer &answer) {
        if (answer.status == 403) {
            [&answer] { QCOMPARE(answer.json()[u"error"][u"code"].toString(), u"Forbidden"_s); }();
            [&answer] { QVERIFY(answer.json()[u"error"][u"message"].toString().contains(u"Security Operator")); }();
        }
        return answer.status;
    };
    QCOMPARE(m_service->get("/v1.0/me", authorization).status, 200);
    QCOMPARE(verdict(m_service->get(m_incident, authorization)), reads ? 200 : 403);
    QCOMPARE(verdict(m_service->get(m_alert, authorization)), reads ? 200 : 403);
    QCOMPARE(verdict(send("POST", security + "runHuntingQuery", hunt, authorization)), reads ? 200 : 403);
    QCOMPARE(verdict(send("PATCH", m_incident, tags, authorization)), works ? 200 : 403);
    QCOMPARE(verdict(send("PATCH", m_alert, {{u"assignedTo"_s, upnOf(name)}}, authorization)), works ? 200 : 403);
    QCOMPARE(verdict(send("POST", m_incident + "/comments", comment, authorization)), works ? 200 : 403);
    // an empty order is no order, but whoever may not give one learns no more than that
    QCOMPARE(verdict(send("POST", security + "incidents/mergeIncidents", {}, authorization)), works ? 400 : 403);
    const WireAnswer asPerson = m_service->get("/v1.0" + mails, authorization);
    QCOMPARE(asPerson.status, 403);
    QVERIFY(asPerson.json()[u"error"][u"message"].toString().contains(u"Application permissions"));
}

void EntraPeople::missingPermissionIsNamed()
{
    const WireAnswer answer = send("PATCH", m_incident, {}, m_service->signIn(upnOf(u"Ada Lindqvist"_s)));
    QCOMPARE(answer.status, 403);
    const QString message = answer.json()[u"error"][u"message"].toString();
    QVERIFY2(message.contains(u"'SecurityIncident.ReadWrite.All'"), qPrintable(message));
    QVERIFY2(message.contains(u"SecurityIncident.Read.All, SecurityAlert.Read.All"), qPrintable(message));
}

void EntraPeople::guestsAreMarked()
{
    const QJsonArray accounts = m_service->tenant()[u"accounts"].toArray();
    for (const QJsonValue &account : accounts) {
        const bool isGuest = account[u"userType"] == u"Guest"_s;
        const QString token = QString::fromLatin1(m_service->signIn(account[u"upn"].toString()));
        QCOMPARE(claimsOf(token)[u"acct"].toInt(), isGuest ? 1 : 0);
        const QString name = account[u"displayName"].toString();
        QCOMPARE(isGuest, name == u"Gus Visitor" || name == u"Petra Stolz");
    }
    QVERIFY(upnOf(u"Petra Stolz"_s).contains(u"_partner.example#ext#@"));
}

void EntraPeople::approverNeedsSearchAndPurge()
{
    const QByteArray authorization =
        "Bearer " + m_service->applicationToken().json()[u"access_token"].toString().toLatin1();
    const QJsonObject mail = m_service->get("/v1.0" + mails, authorization).json()[u"value"][0].toObject();
    QJsonObject body {
        {u"displayName"_s, u"Clean up"_s},  {u"description"_s, u"x"_s},
        {u"severity"_s, u"low"_s},          {u"action"_s, u"softDelete"_s},
        {u"remediateSendersCopy"_s, false}, {u"analyzedEmails"_s, QJsonArray {QJsonObject {{u"id"_s, mail[u"id"]}}}}};
    const auto remediate = [&](const QByteArray &version, const QString &approver) {
        body.insert(u"approverUpn"_s, upnOf(approver));
        return send("POST", version + mails + "/remediate", body, authorization);
    };
    const WireAnswer refused = remediate("/beta", u"Sven Berg"_s);
    QCOMPARE(refused.status, 403);
    QVERIFY(refused.json()[u"error"][u"message"].toString().contains(u"Search and Purge"));
    QCOMPARE(m_service->say("GET", "/control/effects")[u"effects"].toArray().last()[u"action"] == u"remediate"_s,
             false);
    QCOMPARE(remediate("/beta", u"Ada Lindqvist"_s).status, 202);
    m_service->say("POST", "/control/switches", {{u"approverChecked"_s, u"off"_s}});
    const WireAnswer unchecked = remediate("/beta", u"Sven Berg"_s);
    m_service->say("POST", "/control/switches", {{u"approverChecked"_s, u"on"_s}});
    QCOMPARE(unchecked.status, 202);
}

void EntraPeople::portalDecisionNeedsSearchAndPurge()
{
    const QJsonObject order {{u"decision"_s, u"reject"_s},
                             {u"incidentId"_s, QString::fromLatin1(m_incident).section(u'/', -1)}};
    const auto decide = [&](const QString &name) {
        QJsonObject body = order;
        body.insert(u"upn"_s, upnOf(name));
        return m_service->say("POST", "/control/portal/decide", body);
    };
    for (const QString &name : {u"Sven Berg"_s, u"Omar Haddad"_s, u"Gus Visitor"_s}) {
        const QJsonObject refused = decide(name);
        QCOMPARE(refused[u"status"].toInt(), 400);
        QVERIFY(refused[u"error"].toString().contains(u"Search and Purge"));
    }
    QCOMPARE(decide(u"Ada Lindqvist"_s)[u"status"].toInt(), 200);
}

QByteArray EntraPeople::consentTarget(const FormData &changes) const
{
    FormData query {{u"client_id"_s, m_service->cloud()[u"clientId"].toString()},
                    {u"redirect_uri"_s, u"http://localhost:50123"_s},
                    {u"scope"_s, u"https://graph.microsoft.com/.default"_s},
                    {u"state"_s, u"my state"_s}};
    for (const auto &[name, value] : changes)
        query.removeIf([&name = name](const auto &field) { return field.first == name; });
    return m_service->tenantPath() + "/v2.0/adminconsent?" + encodeForm(query + changes);
}

void EntraPeople::consentOfAnAdministratorHelpsEverybody()
{
    const QString refreshToken = m_service->redeem(m_service->code()).json()[u"refresh_token"].toString();
    const QStringList lost {u"SecurityAlert.Read.All"_s, u"ThreatHunting.Read.All"_s};
    m_service->say("POST", "/control/entra", {{u"withheld"_s, QJsonArray::fromStringList(lost)}});
    QCOMPARE(m_service->refresh(refreshToken).json()[u"error_codes"].toArray(), QJsonArray {65001});
    const WireAnswer some = m_service->get(consentTarget({{u"scope"_s, u"ThreatHunting.Read.All"_s}}));
    QCOMPARE(some.status, 302);
    QCOMPARE(m_service->refresh(refreshToken).status, 400); // that was not what is missing
    const WireAnswer all = m_service->get(consentTarget());
    QCOMPARE(redirectValue(all, u"admin_consent"_s), u"True"_s);
    QCOMPARE(redirectValue(all, u"tenant"_s), m_service->tenant()[u"tenant"].toString());
    QCOMPARE(redirectValue(all, u"state"_s), u"my state"_s);
    QCOMPARE(m_service->refresh(refreshToken).status, 200);
}

void EntraPeople::onlyAGlobalAdministratorConsents()
{
    m_service->say("POST", "/control/entra", {{u"withheld"_s, QJsonArray {u"User.Read"_s}}});
    const auto choose = [this](const QString &name) {
        QString id = name;
        const QJsonArray accounts = m_service->tenant()[u"accounts"].toArray();
        for (const QJsonValue &account : accounts) {
            if (account[u"displayName"] == name)
                id = account[u"oid"].toString();
        }
        return m_service->get(consentTarget({{u"account"_s, id}}));
    };
    QVERIFY(redirectValue(choose(u"Ada Lindqvist"_s), u"error_description"_s).startsWith(u"AADSTS90094"));
    QVERIFY(redirectValue(choose(u"none"_s), u"error_description"_s).startsWith(u"AADSTS65004"));
    QCOMPARE(m_service->say("GET", "/control/entra")[u"withheld"].toArray().size(), 1);
    QCOMPARE(redirectValue(choose(u"Gerda Holm"_s), u"admin_consent"_s), u"True"_s);
    QCOMPARE(m_service->say("GET", "/control/entra")[u"withheld"].toArray().size(), 0);
}

void EntraPeople::wrongConsentRequestIsRefused()
{
    const WireAnswer elsewhere = m_service->get(consentTarget({{u"redirect_uri"_s, u"https://evil.example"_s}}));
    QCOMPARE(elsewhere.status, 400);
    QVERIFY(elsewhere.body.contains("AADSTS50011"));
    QVERIFY(m_service->get(consentTarget({{u"client_id"_s, u"x"_s}})).body.contains("AADSTS700016"));
    const WireAnswer unknown = m_service->get(consentTarget({{u"scope"_s, u"Everything.Read"_s}}));
    QVERIFY(redirectValue(unknown, u"error_description"_s).startsWith(u"AADSTS650053"));
    const DemoService asking({}, DemoService::SignInPage::Shown);
    const QByteArray target = asking.tenantPath()
        + "/v2.0/adminconsent?scope=User.Read&redirect_uri=http%3A%2F%2Flocalhost"
        + "&client_id=" + asking.cloud()[u"clientId"].toString().toLatin1();
    const WireAnswer page = asking.get(target);
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains("Gerda Holm"));
}

CASEMATE_TEST(EntraPeople)
#include "entra_people.moc"
