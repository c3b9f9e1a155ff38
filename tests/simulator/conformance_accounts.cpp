// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoservice.h"
#include "support/testmain.h"
#include "tenantdriver.h"

#include "simulator/callbucket.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

namespace {

Caller callerWith(const QStringList &permissions)
{
    Caller caller = application();
    caller.permissions = permissions;
    return caller;
}

Request requestTo(const QByteArray &method, const QByteArray &target)
{
    Request request;
    request.method = method;
    request.setTarget(target);
    return request;
}

} // namespace

// What can be done about a mailbox rule, an account and its sessions.
class ConformanceAccounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRuleOfTheEvidenceExistsUntilItIsRemoved_data();
    void aRuleOfTheEvidenceExistsUntilItIsRemoved();
    void thePortalRemovesTheRuleItApproves();
    void aRuleIsSwitchedOff();
    void whatARuleDoesNotTakeIsRefused_data();
    void whatARuleDoesNotTakeIsRefused();
    void peopleSeeTheirOwnRulesOnly();
    void aUserIsSelected();
    void whoMayManageUsers_data();
    void whoMayManageUsers();
    void riskIsConfirmedAndDismissed();
    void accountsOnPremisesTakeWhatTheyCan_data();
    void accountsOnPremisesTakeWhatTheyCan();
    void revokedSessionsAreNotRenewed();
    void aBlockedAccountDoesNotSignIn();
    void absentPermissionsCannotBeHad();
    void eachAreaHasItsLimit_data();
    void eachAreaHasItsLimit();

private:
    struct Found {
        QString incident;
        QString owner;
        QString rule;
    };
    static Found ruleIn(TenantDriver &driver);
    TenantDriver m_driver {12}; // for those that change nothing that matters
    static QString rulesOf(const QString &owner) { return u"/users/%1/mailFolders/inbox/messageRules"_s.arg(owner); }
};

ConformanceAccounts::Found ConformanceAccounts::ruleIn(TenantDriver &driver)
{
    const QJsonObject incident = driver.incidentTitled(u"forwards invoices"_s);
    for (const QJsonObject &item : evidenceOf(incident)) {
        if (item[u"configurationType"].toString() == "userInboxRule"_L1 && item[u"remediationStatus"].toString() == "pendingApproval"_L1)
            return {incident[u"id"].toString(), item[u"mailboxPrimaryAddress"].toString(), item[u"configurationId"].toString()};
    }
    return {};
}

void ConformanceAccounts::aRuleOfTheEvidenceExistsUntilItIsRemoved_data()
{
    QTest::addColumn<QString>("cleared");
    QTest::newRow("the item stays pending") << u"off"_s;
    QTest::newRow("the item is remediated") << u"on"_s;
}

void ConformanceAccounts::aRuleOfTheEvidenceExistsUntilItIsRemoved()
{
    QFETCH(QString, cleared);
    TenantDriver driver(12, {{u"pendingCleared"_s, cleared}});
    const Found found = ruleIn(driver);
    const Caller caller = callerWith({u"MailboxSettings.ReadWrite"_s});
    const QString address = rulesOf(found.owner) + u'/' + found.rule;
    const QJsonObject rule = driver.get(address, caller).json();
    QCOMPARE(rule[u"id"].toString(), found.rule);
    QVERIFY(rule[u"isEnabled"].toBool());
    QVERIFY(rule[u"actions"][u"forwardTo"][0][u"emailAddress"][u"address"].toString().contains(u'@'));
    QCOMPARE(driver.get(rulesOf(found.owner), caller).value().size(), 1);
    QCOMPARE(driver.sendNothing("DELETE", address, caller).status, 204);
    QCOMPARE(driver.get(address, caller).status, 404);
    QCOMPARE(driver.sendNothing("DELETE", address, caller).status, 404);
    QVERIFY(driver.get(rulesOf(found.owner), caller).value().isEmpty());
    QCOMPARE(ruleIn(driver).rule.isEmpty(), cleared == "on"_L1);
    const QJsonArray effects = driver.control("GET", u"/control/effects"_s)[u"effects"].toArray();
    QCOMPARE(effects.size(), 1);
    QCOMPARE(effects[0][u"kind"].toString(), u"deleteMessageRule"_s);
    QCOMPARE(effects[0][u"target"].toString(), QString(found.owner + u'/' + found.rule));
}

void ConformanceAccounts::thePortalRemovesTheRuleItApproves()
{
    for (const QString &decision : {u"reject"_s, u"approve"_s}) {
        TenantDriver driver(12);
        const Found found = ruleIn(driver);
        QVERIFY(driver.control("POST", u"/control/portal/decide"_s, {{u"decision"_s, decision}, {u"incidentId"_s, found.incident}})[u"decided"].toInt() > 0);
        const Reply reply = driver.get(rulesOf(found.owner) + u'/' + found.rule, callerWith({u"MailboxSettings.Read"_s}));
        QCOMPARE(reply.status, decision == "approve"_L1 ? 404 : 200);
    }
}

void ConformanceAccounts::aRuleIsSwitchedOff()
{
    TenantDriver driver(12);
    const Found found = ruleIn(driver);
    const Caller caller = callerWith({u"MailboxSettings.ReadWrite"_s});
    const QString address = rulesOf(found.owner) + u'/' + found.rule;
    const Reply off = driver.send("PATCH", address, {{u"isEnabled"_s, false}}, caller);
    QCOMPARE(off.status, 200);
    QVERIFY(!off.json()[u"isEnabled"].toBool(true));
    QVERIFY(!driver.get(address, caller).json()[u"isEnabled"].toBool(true));
    QCOMPARE(driver.get(rulesOf(found.owner) + u"?$select=id&$top=1"_s, caller).value()[0].toObject().keys(), QStringList {u"id"_s});
}

void ConformanceAccounts::whatARuleDoesNotTakeIsRefused_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::newRow("its id") << QJsonObject {{u"id"_s, u"1"_s}};
    QTest::newRow("read-only") << QJsonObject {{u"hasError"_s, false}};
    QTest::newRow("text for a boolean") << QJsonObject {{u"isEnabled"_s, u"false"_s}};
    QTest::newRow("unknown") << QJsonObject {{u"isEnabled"_s, false}, {u"colour"_s, u"red"_s}};
    QTest::newRow("actions as text") << QJsonObject {{u"actions"_s, u"delete"_s}};
}

void ConformanceAccounts::whatARuleDoesNotTakeIsRefused()
{
    QFETCH(QJsonObject, body);
    TenantDriver &driver = m_driver;
    const Found found = ruleIn(driver);
    const Caller caller = callerWith({u"MailboxSettings.ReadWrite"_s});
    const QString address = rulesOf(found.owner) + u'/' + found.rule;
    const Reply reply = driver.send("PATCH", address, body, caller);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.json()[u"error"][u"code"].toString(), u"ErrorInvalidRequest"_s);
    QVERIFY(driver.get(address, caller).json()[u"isEnabled"].toBool());
    QCOMPARE(driver.get(rulesOf(found.owner) + u"?$filter=isEnabled eq true"_s, caller).status, 400);
}

void ConformanceAccounts::peopleSeeTheirOwnRulesOnly()
{
    TenantDriver driver(12);
    const Found found = ruleIn(driver);
    Caller person = administrator();
    person.permissions = {u"MailboxSettings.ReadWrite"_s};
    QCOMPARE(driver.get(u"/me/mailFolders/inbox/messageRules"_s, person).status, 200);
    QCOMPARE(driver.get(rulesOf(person.userPrincipalName), person).status, 200);
    const Reply other = driver.get(rulesOf(found.owner), person);
    QCOMPARE(other.status, 403);
    QCOMPARE(other.json()[u"error"][u"code"].toString(), u"ErrorAccessDenied"_s);
    QCOMPARE(driver.sendNothing("DELETE", rulesOf(found.owner) + u'/' + found.rule, person).status, 403);
    QCOMPARE(driver.sendNothing("DELETE", rulesOf(found.owner) + u'/' + found.rule, callerWith({u"MailboxSettings.Read"_s})).status, 403);
}

void ConformanceAccounts::aUserIsSelected()
{
    TenantDriver &driver = m_driver;
    const Caller caller = callerWith({u"User.Read.All"_s});
    const QString upn = ruleIn(driver).owner;
    const QJsonObject user = driver.get(u"/users/"_s + upn, caller).json();
    QCOMPARE(user[u"userPrincipalName"].toString(), upn);
    QVERIFY(!user.contains(u"accountEnabled")); // only when asked for
    const QJsonObject byId = driver.get(u"/users/"_s + user[u"id"].toString(), caller).json();
    QCOMPARE(byId, user);
    const QJsonObject chosen = driver.get(u"/users/%1?$select=id,accountEnabled"_s.arg(upn), caller).json();
    QCOMPARE(chosen.keys(), (QStringList {u"@odata.context"_s, u"accountEnabled"_s, u"id"_s}));
    QVERIFY(chosen[u"accountEnabled"].toBool());
    const Reply wrong = driver.get(u"/users/%1?$select=shoeSize"_s.arg(upn), caller);
    QCOMPARE(wrong.status, 400);
    QCOMPARE(wrong.errorMessage(), u"Could not find a property named 'shoeSize' on type 'microsoft.graph.user'."_s);
    QCOMPARE(driver.get(u"/users/%1?$expand=manager"_s.arg(upn), caller).status, 400);
}

void ConformanceAccounts::whoMayManageUsers_data()
{
    QTest::addColumn<QStringList>("permissions");
    QTest::addColumn<QString>("role"); // empty: an application
    QTest::addColumn<QJsonObject>("body"); // empty: revoking sessions
    QTest::addColumn<int>("status");
    const QJsonObject block {{u"accountEnabled"_s, false}};
    const QJsonObject password {{u"passwordProfile"_s, QJsonObject {{u"forceChangePasswordNextSignIn"_s, true}}}};
    const QStringList both {u"User.EnableDisableAccount.All"_s, u"User.Read.All"_s};
    QTest::newRow("both permissions") << both << QString() << block << 204;
    QTest::newRow("one of two is not enough") << QStringList {u"User.EnableDisableAccount.All"_s} << QString() << block << 403;
    QTest::newRow("the wide one") << QStringList {u"User.ReadWrite.All"_s} << QString() << block << 204;
    QTest::newRow("a user administrator") << both << u"User Administrator"_s << block << 204;
    QTest::newRow("a security administrator") << both << u"Security Administrator"_s << block << 403;
    QTest::newRow("password") << QStringList {u"User-PasswordProfile.ReadWrite.All"_s} << QString() << password << 204;
    QTest::newRow("password without") << both << QString() << password << 403;
    QTest::newRow("sessions") << QStringList {u"User.RevokeSessions.All"_s} << QString() << QJsonObject() << 200;
    QTest::newRow("sessions without") << both << QString() << QJsonObject() << 403;
    QTest::newRow("sessions, security operator") << QStringList {u"User.RevokeSessions.All"_s} << u"Security Operator"_s << QJsonObject() << 403;
    QTest::newRow("unknown property") << QStringList {u"User.ReadWrite.All"_s} << QString() << QJsonObject {{u"shoeSize"_s, 44}} << 400;
    QTest::newRow("wrong type") << QStringList {u"User.ReadWrite.All"_s} << QString() << QJsonObject {{u"accountEnabled"_s, u"no"_s}} << 400;
}

void ConformanceAccounts::whoMayManageUsers()
{
    QFETCH(QStringList, permissions);
    QFETCH(QString, role);
    QFETCH(QJsonObject, body);
    QFETCH(int, status);
    TenantDriver &driver = m_driver;
    Caller caller = role.isEmpty() ? application() : administrator();
    caller.permissions = permissions;
    caller.directoryRoles = {role};
    const QString user = u"/users/"_s + ruleIn(driver).owner;
    const Caller owner = callerWith({u"User.ReadWrite.All"_s});
    QCOMPARE(driver.send("PATCH", user, {{u"accountEnabled"_s, true}}, owner).status, 204);
    const Reply reply = body.isEmpty() ? driver.sendNothing("POST", user + u"/revokeSignInSessions"_s, caller) : driver.send("PATCH", user, body, caller);
    QVERIFY2(reply.status == status, reply.body.constData());
    QCOMPARE(reply.status == 200, reply.json()[u"value"].toBool());
    const bool isEnabled = driver.get(user + u"?$select=accountEnabled"_s, callerWith({u"User.Read.All"_s})).json()[u"accountEnabled"].toBool();
    QCOMPARE(isEnabled, !(status == 204 && body.contains(u"accountEnabled")));
}

void ConformanceAccounts::riskIsConfirmedAndDismissed()
{
    TenantDriver driver(12);
    const Caller caller = callerWith({u"IdentityRiskyUser.ReadWrite.All"_s});
    const QString upn = ruleIn(driver).owner;
    const QString id = driver.get(u"/users/"_s + upn, callerWith({u"User.Read.All"_s})).json()[u"id"].toString();
    const auto state = [&] { return driver.get(u"/identityProtection/riskyUsers/"_s + id, caller).json()[u"riskState"].toString(); };
    const auto say = [&](const QString &action, const QJsonArray &ids) {
        return driver.send("POST", u"/identityProtection/riskyUsers/"_s + action, {{u"userIds"_s, ids}}, caller).status;
    };
    QCOMPARE(state(), u"none"_s);
    QCOMPARE(say(u"confirmCompromised"_s, {id}), 204);
    QCOMPARE(state(), u"confirmedCompromised"_s);
    QCOMPARE(say(u"dismiss"_s, {id}), 204);
    QCOMPARE(state(), u"dismissed"_s);
    QCOMPARE(say(u"confirmCompromised"_s, {}), 400);
    QCOMPARE(say(u"confirmCompromised"_s, {id, u"nobody"_s}), 404); // and nothing of it is done
    QCOMPARE(state(), u"dismissed"_s);
}

void ConformanceAccounts::accountsOnPremisesTakeWhatTheyCan_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("provider");
    QTest::addColumn<int>("status");
    const auto row = [](const char *action, const char *provider, int status) {
        QTest::addRow("%s %s", action, provider) << QString::fromLatin1(action) << QString::fromLatin1(provider) << status;
    };
    row("disable", "activeDirectory", 200);
    row("enable", "okta", 200);
    row("forcePasswordReset", "activeDirectory", 200);
    row("forcePasswordReset", "okta", 400);
    row("revokeAllSessions", "okta", 200);
    row("revokeAllSessions", "activeDirectory", 400);
    row("disable", "entraID", 400);
    row("markUserAsCompromised", "activeDirectory", 400);
    row("dance", "okta", 400);
}

void ConformanceAccounts::accountsOnPremisesTakeWhatTheyCan()
{
    QFETCH(QString, action);
    QFETCH(QString, provider);
    for (const QString &form : {u"flat"_s, u"wrapped"_s}) {
        m_driver.set(u"invokeActionAnswer"_s, form);
        const QString account = u"ada.lindqvist@harborline.example"_s;
        const Reply reply = m_driver.send("POST", u"/security/identities/identityAccounts/%1/invokeAction"_s.arg(account),
                                        {{u"accountId"_s, account}, {u"action"_s, action}, {u"identityProvider"_s, provider}},
                                        callerWith({u"SecurityIdentitiesActions.ReadWrite.All"_s}));
        QTEST(reply.status, "status");
        if (reply.status == 200) {
            const QJsonValue done = form == "flat"_L1 ? QJsonValue(reply.json()) : reply.json()[u"value"];
            QCOMPARE(done[u"accountId"].toString(), account);
            QCOMPARE(done[form == "flat"_L1 ? u"identityProvider" : u"provider"].toString(), provider);
            QVERIFY(!done[u"correlationId"].toString().isEmpty());
        }
    }
}

void ConformanceAccounts::revokedSessionsAreNotRenewed()
{
    const DemoService service({u"--unthrottled"_s, u"--switch"_s, u"appRoles=User.RevokeSessions.All"_s});
    QVERIFY2(service.isReady(), qPrintable(service.failure()));
    const QString upn = service.upn(1);
    const QString mine = service.redeem(service.code({{u"login_hint"_s, upn}})).json()[u"refresh_token"].toString();
    const QString other = service.redeem(service.code({{u"login_hint"_s, service.upn(2)}})).json()[u"refresh_token"].toString();
    const QByteArray application = "Bearer " + service.applicationToken().json()[u"access_token"].toString().toLatin1();
    const WireAnswer revoked = exchange(service.graph(), "POST", "/v1.0/users/" + upn.toLatin1() + "/revokeSignInSessions", {{"Authorization", application}});
    QCOMPARE(revoked.status, 200);
    QVERIFY(revoked.json()[u"value"].toBool());
    QCOMPARE(service.refresh(mine).status, 400);
    QCOMPARE(service.refresh(other).status, 200);
}

void ConformanceAccounts::aBlockedAccountDoesNotSignIn()
{
    const DemoService service({u"--unthrottled"_s, u"--switch"_s, u"appRoles=User.ReadWrite.All"_s});
    QVERIFY2(service.isReady(), qPrintable(service.failure()));
    const QString upn = service.upn(1);
    const QByteArray application = "Bearer " + service.applicationToken().json()[u"access_token"].toString().toLatin1();
    const QString token = service.redeem(service.code({{u"login_hint"_s, upn}})).json()[u"refresh_token"].toString();
    const auto enable = [&](bool enabled) {
        return exchange(service.graph(), "PATCH", "/v1.0/users/" + upn.toLatin1(), {{"Authorization", application}, {"Content-Type", "application/json"}},
                        QJsonDocument(QJsonObject {{u"accountEnabled"_s, enabled}}).toJson()).status;
    };
    QCOMPARE(enable(false), 204);
    QCOMPARE(service.refresh(token).json()[u"error_codes"].toArray(), QJsonArray {50057});
    QCOMPARE(enable(true), 204);
    QCOMPARE(service.refresh(token).status, 200);
}

void ConformanceAccounts::absentPermissionsCannotBeHad()
{
    const QString scope = u"https://graph.microsoft.com/SecurityData.Manage.All"_s;
    const QString all = u"https://graph.microsoft.com/.default"_s;
    for (const bool isAbsent : {false, true}) {
        const QStringList words = isAbsent ? QStringList {u"--switch"_s, u"absentPermissions=SecurityData.Manage.All"_s} : QStringList();
        const DemoService service(words);
        QVERIFY2(service.isReady(), qPrintable(service.failure()));
        QCOMPARE(service.code({{u"scope"_s, scope}}).isEmpty(), isAbsent);
        const QString token = service.redeem(service.code({{u"scope"_s, all}}), {{u"scope"_s, all}}).json()[u"access_token"].toString();
        QCOMPARE(claimsOf(token)[u"scp"].toString().contains("SecurityData.Manage.All"_L1), !isAbsent);
    }
}

void ConformanceAccounts::eachAreaHasItsLimit_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("bucket"); // the first part of its name
    QTest::addColumn<int>("limit");
    QTest::addColumn<qint64>("window"); // ms
    QTest::addColumn<bool>("saysWhen");
    QTest::newRow("incidents") << QByteArray("GET") << QByteArray("/v1.0/security/incidents") << u"security"_s << 150 << qint64(60'000) << true;
    QTest::newRow("alerts") << QByteArray("PATCH") << QByteArray("/beta/security/alerts_v2/1") << u"security"_s << 150 << qint64(60'000) << true;
    QTest::newRow("hunting") << QByteArray("POST") << QByteArray("/v1.0/security/runHuntingQuery") << u"hunting"_s << 45 << qint64(60'000) << true;
    QTest::newRow("rules") << QByteArray("GET") << QByteArray("/v1.0/users/a@b/mailFolders/inbox/messageRules") << u"mailbox"_s << 10'000 << qint64(600'000) << true;
    QTest::newRow("own rules") << QByteArray("GET") << QByteArray("/v1.0/me/mailFolders/inbox/messageRules") << u"mailbox"_s << 10'000 << qint64(600'000) << true;
    QTest::newRow("directory") << QByteArray("PATCH") << QByteArray("/v1.0/users/a@b") << u"directory"_s << 3'000 << qint64(150'000) << true;
    QTest::newRow("risk") << QByteArray("POST") << QByteArray("/v1.0/identityProtection/riskyUsers/dismiss") << u"identityProtection"_s << 1 << qint64(1'000) << false;
    QTest::newRow("reading users") << QByteArray("GET") << QByteArray("/v1.0/users/a@b") << QString() << 0 << qint64(0) << true;
}

void ConformanceAccounts::eachAreaHasItsLimit()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    const auto bucket = bucketOf(requestTo(method, target), application(), CallLimits {});
    QTEST(bucket ? bucket->name.section(u'/', 0, 0) : QString(), "bucket");
    QTEST(bucket ? bucket->limit : 0, "limit");
    QTEST(bucket ? bucket->window : 0, "window");
    QTEST(!bucket || bucket->saysWhen, "saysWhen");
}

CASEMATE_TEST(ConformanceAccounts)
#include "conformance_accounts.moc"
