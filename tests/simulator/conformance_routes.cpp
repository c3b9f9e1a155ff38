// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemacheck.h"
#include "support/testmain.h"
#include "tenantdriver.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

namespace {

const QStringList everyPermission {
    u"SecurityIncident.ReadWrite.All"_s,        u"SecurityAlert.ReadWrite.All"_s, u"SecurityData.Manage.All"_s,
    u"SecurityAnalyzedMessage.ReadWrite.All"_s, u"ThreatHunting.Read.All"_s,      u"User.Read"_s,
    u"User.ReadWrite.All"_s,                    u"User.RevokeSessions.All"_s,     u"MailboxSettings.ReadWrite"_s,
    u"IdentityRiskyUser.ReadWrite.All"_s,       u"SecurityIdentitiesActions.ReadWrite.All"_s};

// "{incident}" and the like stand for what the world has.
struct Route {
    QByteArray method;
    QString target;
    QString permission; // one that is enough
    bool application; // who calls; otherwise a person with every role
    int status;
    QString type {}; // of the answer, or of the items of its value ("[]" after it); empty: not looked at
    QJsonObject body {};
    QString code {}; // of the refusal, where it is not the usual one
};

const QJsonObject remediation {{u"displayName"_s, u"Clean up"_s},
                               {u"description"_s, u"of a test"_s},
                               {u"severity"_s, u"low"_s},
                               {u"action"_s, u"softDelete"_s},
                               {u"remediateSendersCopy"_s, u"false"_s},
                               {u"analyzedEmails"_s, QJsonArray {QJsonObject {{u"networkMessageId"_s, u"{message}"_s},
                                                                              {u"recipientEmailAddress"_s, u"{recipient}"_s}}}}};

const QList<Route> routes {
    {"GET", u"/security/incidents"_s, u"SecurityIncident.Read.All"_s, false, 200, u"incident[]"_s},
    {"GET", u"/security/incidents/{incident}"_s, u"SecurityIncident.Read.All"_s, false, 200, u"incident"_s},
    {"PATCH", u"/security/incidents/{incident}"_s, u"SecurityIncident.ReadWrite.All"_s, false, 200, u"incident"_s,
     {{u"customTags"_s, QJsonArray {u"seen"_s}}}},
    {"POST", u"/security/incidents/{incident}/comments"_s, u"SecurityIncident.ReadWrite.All"_s, false, 200, u"alertComment[]"_s,
     {{u"@odata.type"_s, u"microsoft.graph.security.alertComment"_s}, {u"comment"_s, u"seen"_s}}},
    {"POST", u"/security/incidents/mergeIncidents"_s, u"SecurityData.Manage.All"_s, false, 200, u"targetIncident"_s,
     {{u"incidentIds"_s, QJsonArray {u"{incident}"_s, u"{incident2}"_s}}}},
    {"GET", u"/security/alerts_v2"_s, u"SecurityAlert.Read.All"_s, false, 200, u"alert[]"_s},
    {"GET", u"/security/alerts_v2/{alert}"_s, u"SecurityAlert.Read.All"_s, false, 200, u"alert"_s},
    {"PATCH", u"/security/alerts_v2/{alert}"_s, u"SecurityAlert.ReadWrite.All"_s, false, 200, u"alert"_s,
     {{u"status"_s, u"inProgress"_s}}},
    {"POST", u"/security/alerts_v2/{alert}/comments"_s, u"SecurityAlert.ReadWrite.All"_s, false, 200, u"alertComment[]"_s,
     {{u"@odata.type"_s, u"#microsoft.graph.security.alertComment"_s}, {u"comment"_s, u"seen"_s}}},
    {"POST", u"/security/alerts_v2/moveAlerts"_s, u"SecurityData.Manage.All"_s, false, 200, u"targetIncident"_s,
     {{u"alertIds"_s, QJsonArray {u"{alert}"_s}}, {u"incidentId"_s, QJsonValue::Null}}},
    {"POST", u"/security/runHuntingQuery"_s, u"ThreatHunting.Read.All"_s, false, 200, {}, {{u"Query"_s, u"AlertInfo | take 1"_s}}},
    {"GET", u"/security/collaboration/analyzedEmails"_s, u"SecurityAnalyzedMessage.Read.All"_s, true, 200, u"analyzedEmail[]"_s},
    {"GET", u"/security/collaboration/analyzedEmails/{mail}"_s, u"SecurityAnalyzedMessage.Read.All"_s, true, 200, u"analyzedEmail"_s},
    {"GET", u"/security/collaboration/analyzedEmails/{mail}/urls"_s, u"SecurityAnalyzedMessage.Read.All"_s, true, 200,
     u"analyzedEmailUrl[]"_s},
    {"GET", u"/security/collaboration/analyzedEmails/{mail}/attachments"_s, u"SecurityAnalyzedMessage.Read.All"_s, true, 200,
     u"analyzedEmailAttachment[]"_s},
    {"POST", u"/security/collaboration/analyzedEmails/remediate"_s, u"SecurityAnalyzedMessage.ReadWrite.All"_s, true, 202, {}, remediation},
    {"GET", u"/me"_s, u"User.Read"_s, false, 200, u"user"_s, {}, u"Authorization_RequestDenied"_s},
    {"PATCH", u"/me"_s, u"User.ReadWrite.All"_s, false, 204, {}, {{u"passwordProfile"_s, QJsonObject {{u"forceChangePasswordNextSignIn"_s, true}}}},
     u"Authorization_RequestDenied"_s},
    {"GET", u"/users/{owner}"_s, u"User.Read.All"_s, false, 200, u"user"_s, {}, u"Authorization_RequestDenied"_s},
    {"PATCH", u"/users/{owner}"_s, u"User.ReadWrite.All"_s, true, 204, {}, {{u"accountEnabled"_s, false}}, u"Authorization_RequestDenied"_s},
    {"POST", u"/users/{owner}/revokeSignInSessions"_s, u"User.RevokeSessions.All"_s, true, 200, {}, {}, u"Authorization_RequestDenied"_s},
    {"GET", u"/users/{owner}/mailFolders/inbox/messageRules"_s, u"MailboxSettings.Read"_s, true, 200, u"messageRule[]"_s, {}, u"ErrorAccessDenied"_s},
    {"GET", u"/users/{owner}/mailFolders/inbox/messageRules/{rule}"_s, u"MailboxSettings.Read"_s, true, 200, u"messageRule"_s, {}, u"ErrorAccessDenied"_s},
    {"PATCH", u"/users/{owner}/mailFolders/inbox/messageRules/{rule}"_s, u"MailboxSettings.ReadWrite"_s, true, 200, u"messageRule"_s,
     {{u"isEnabled"_s, false}}, u"ErrorAccessDenied"_s},
    {"DELETE", u"/users/{owner}/mailFolders/inbox/messageRules/{rule}"_s, u"MailboxSettings.ReadWrite"_s, true, 204, {}, {}, u"ErrorAccessDenied"_s},
    {"GET", u"/identityProtection/riskyUsers/{owner}"_s, u"IdentityRiskyUser.Read.All"_s, false, 200, u"riskyUser"_s},
    {"POST", u"/identityProtection/riskyUsers/confirmCompromised"_s, u"IdentityRiskyUser.ReadWrite.All"_s, false, 204, {},
     {{u"userIds"_s, QJsonArray {u"{owner}"_s}}}},
    {"POST", u"/identityProtection/riskyUsers/dismiss"_s, u"IdentityRiskyUser.ReadWrite.All"_s, false, 204, {},
     {{u"userIds"_s, QJsonArray {u"{owner}"_s}}}},
    {"POST", u"/security/identities/identityAccounts/{owner}/invokeAction"_s, u"SecurityIdentitiesActions.ReadWrite.All"_s, false, 200,
     u"invokeActionResult"_s,
     {{u"accountId"_s, u"{owner}"_s}, {u"action"_s, u"disable"_s}, {u"identityProvider"_s, u"activeDirectory"_s}}},
};

Caller callerOf(const Route &route, const QStringList &permissions)
{
    Caller caller = route.application ? application() : administrator();
    caller.permissions = permissions;
    if (!route.application)
        caller.directoryRoles = {u"Global Administrator"_s};
    return caller;
}

void everyRoute()
{
    QTest::addColumn<int>("which");
    for (int i = 0; i < routes.size(); ++i)
        QTest::addRow("%s %s", routes[i].method.constData(), qPrintable(routes[i].target)) << i;
}

} // namespace

// Walks every route: who may, who may not, with which method, and whether the answer is what the schema says.
class ConformanceRoutes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whoMayIsAnswered_data() { everyRoute(); }
    void whoMayIsAnswered();
    void itDoesTheSameInBeta_data() { everyRoute(); }
    void itDoesTheSameInBeta();
    void withoutPermissionItIsForbidden_data() { everyRoute(); }
    void withoutPermissionItIsForbidden();
    void aReaderChangesNothing_data() { everyRoute(); }
    void aReaderChangesNothing();
    void namesAreReadInAnyCase_data() { everyRoute(); }
    void namesAreReadInAnyCase();
    void anotherMethodIsNotAllowed_data() { everyRoute(); }
    void anotherMethodIsNotAllowed();
    void whatIsNotThereIsNotFound_data();
    void whatIsNotThereIsNotFound();
    void aBodyNeedsItsType_data() { everyRoute(); }
    void aBodyNeedsItsType();
    void brokenJsonIsRefused_data() { everyRoute(); }
    void brokenJsonIsRefused();
    void mailIsForApplications();

private:
    QString filled(QString text) const;
    QJsonObject filled(const QJsonObject &body, bool beta) const;
    Reply ask(const Route &route, const Caller &caller, const QString &prefix = {});
    void judge(const Route &route, const Reply &reply) const;

    std::unique_ptr<TenantDriver> m_driver;
    QHash<QString, QString> m_names;
    bool m_isChanged = false; // so that the next function gets another tenant
};

void ConformanceRoutes::init()
{
    if (m_driver && !m_isChanged)
        return;
    m_isChanged = false;
    m_driver = std::make_unique<TenantDriver>(14);
    const QJsonArray incidents = m_driver->get(u"/security/incidents"_s).value();
    const QJsonObject mailbox = m_driver->incidentTitled(u"forwards invoices"_s);
    const QJsonArray mails = m_driver->get(u"/security/collaboration/analyzedEmails"_s, application()).value();
    m_names = {{u"incident"_s, incidents[0][u"id"].toString()},
               {u"incident2"_s, incidents[1][u"id"].toString()},
               {u"alert"_s, m_driver->get(u"/security/alerts_v2"_s).value()[0][u"id"].toString()},
               {u"mail"_s, mails[0][u"id"].toString()},
               {u"message"_s, mails[0][u"networkMessageId"].toString()},
               {u"recipient"_s, mails[0][u"recipientEmailAddress"].toString()}};
    const auto evidence = evidenceOf(mailbox);
    for (const QJsonObject &item : evidence) {
        if (item[u"configurationType"].toString() == "userInboxRule"_L1) {
            m_names.insert(u"owner"_s, item[u"mailboxPrimaryAddress"].toString());
            m_names.insert(u"rule"_s, item[u"configurationId"].toString());
        }
    }
    QCOMPARE(m_names.size(), 8);
    for (const QString &name : std::as_const(m_names))
        QVERIFY(!name.isEmpty());
}

QString ConformanceRoutes::filled(QString text) const
{
    for (auto name = m_names.begin(); name != m_names.end(); ++name)
        text.replace(u'{' + name.key() + u'}', name.value());
    return text;
}

QJsonObject ConformanceRoutes::filled(const QJsonObject &body, bool beta) const
{
    QString text = filled(QString::fromUtf8(QJsonDocument(body).toJson()));
    QJsonObject done = QJsonDocument::fromJson(text.toUtf8()).object();
    if (beta && done.contains(u"analyzedEmails"))
        done.insert(u"analyzedEmails"_s, QJsonArray {QJsonObject {{u"id"_s, m_names[u"mail"_s]}}});
    return done;
}

Reply ConformanceRoutes::ask(const Route &route, const Caller &caller, const QString &prefix)
{
    const QString target = prefix + filled(route.target);
    const Reply reply = route.body.isEmpty() ? m_driver->sendNothing(route.method, target, caller)
                                             : m_driver->send(route.method, target, filled(route.body, prefix == "/beta"_L1), caller);
    m_isChanged = m_isChanged || (route.method != "GET" && reply.status < 300);
    return reply;
}

void ConformanceRoutes::judge(const Route &route, const Reply &reply) const
{
    QVERIFY2(reply.status == route.status, QByteArray(QByteArray::number(reply.status) + ' ' + reply.body.left(300)).constData());
    if (route.status == 202 || route.status == 204) {
        QVERIFY(reply.body.isEmpty());
        return;
    }
    QVERIFY(reply.header("Content-Type").startsWith("application/json;odata.metadata=minimal"));
    QVERIFY2(!reply.json()[u"@odata.context"].toString().isEmpty() || route.target.contains("runHuntingQuery"_L1), reply.body.left(300).constData());
    if (route.type.isEmpty())
        return;
    SchemaCheck check;
    check.setMasked(false);
    QVERIFY(check.isReady());
    const bool isList = route.type.endsWith("[]"_L1);
    const QJsonArray items = isList ? reply.value() : QJsonArray {reply.json()};
    for (const QJsonValue &item : items)
        check.check(item.toObject(), isList ? route.type.chopped(2) : route.type, route.target);
    QVERIFY(!items.isEmpty() || route.type.startsWith("analyzedEmailUrl"_L1) || route.type.startsWith("analyzedEmailAttachment"_L1));
    QVERIFY2(check.findings().isEmpty(), qPrintable(check.findings().join(u"; ")));
}

void ConformanceRoutes::whoMayIsAnswered()
{
    QFETCH(int, which);
    const Route &route = routes[which];
    judge(route, ask(route, callerOf(route, {route.permission})));
}

void ConformanceRoutes::itDoesTheSameInBeta()
{
    QFETCH(int, which);
    const Route &route = routes[which];
    judge(route, ask(route, callerOf(route, {route.permission}), u"/beta"_s));
}

void ConformanceRoutes::withoutPermissionItIsForbidden()
{
    QFETCH(int, which);
    const Route &route = routes[which];
    QStringList others = everyPermission;
    const QString area = route.permission.section(u'.', 0, 0);
    others.removeIf([&](const QString &name) {
        return name.section(u'.', 0, 0) == area || (route.target.startsWith("/users"_L1) && name.startsWith("User"_L1));
    });
    const Reply reply = ask(route, callerOf(route, others));
    QCOMPARE(reply.status, 403);
    const QJsonObject error = reply.json()[u"error"].toObject();
    QCOMPARE(error[u"code"].toString(), route.code.isEmpty() ? u"Forbidden"_s : route.code);
    if (route.code.isEmpty())
        QVERIFY2(error[u"message"].toString().contains(route.permission), qPrintable(error[u"message"].toString()));
    const QJsonObject inner = error[u"innerError"].toObject();
    QCOMPARE(inner.keys(), (QStringList {u"client-request-id"_s, u"date"_s, u"request-id"_s}));
    QVERIFY(QRegularExpression(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d$"_s).match(inner[u"date"].toString()).hasMatch());
}

void ConformanceRoutes::aReaderChangesNothing()
{
    QFETCH(int, which);
    const Route &route = routes[which];
    if (route.application)
        return; // no roles there
    Caller caller = callerOf(route, everyPermission);
    caller.directoryRoles = {u"Security Reader"_s};
    const bool reads = route.method == "GET" || route.target.endsWith("runHuntingQuery"_L1);
    const auto effects = [this] { return m_driver->control("GET", u"/control/effects"_s)[u"effects"].toArray().size(); };
    QCOMPARE(ask(route, caller).status, reads ? route.status : 403);
    QCOMPARE(effects(), 0);
    caller.directoryRoles.clear();
    const bool anybodys = reads && (route.target.startsWith("/me"_L1) || route.target.startsWith("/users"_L1));
    QCOMPARE(ask(route, caller).status, anybodys ? route.status : 403);
    QCOMPARE(effects(), 0);
}

// Names of segments, and not what stands for itself; actions under their qualified names, too.
void ConformanceRoutes::namesAreReadInAnyCase()
{
    QFETCH(int, which);
    Route route = routes[which];
    QStringList parts = route.target.split(u'/');
    for (QString &part : parts) {
        if (!part.startsWith(u'{'))
            part = part.toUpper();
    }
    const bool isAction = route.method == "POST" && !route.target.endsWith("comments"_L1);
    route.target = parts.join(u'/');
    judge(route, ask(route, callerOf(route, {route.permission})));
    if (isAction) {
        init();
        const QString space = route.target.startsWith("/SECURITY"_L1) ? u"microsoft.graph.security."_s : u"microsoft.graph."_s;
        route.target = routes[which].target;
        route.target.insert(route.target.lastIndexOf(u'/') + 1, space);
        judge(route, ask(route, callerOf(route, {route.permission})));
    }
}

void ConformanceRoutes::anotherMethodIsNotAllowed()
{
    QFETCH(int, which);
    const Route &route = routes[which];
    for (const QByteArray method : {"GET", "POST", "PATCH", "PUT", "DELETE"}) {
        const bool isKnown = std::any_of(routes.begin(), routes.end(), [&](const Route &other) {
            return other.method == method && other.target == route.target;
        });
        const bool isComments = method == "GET" && route.target.endsWith("comments"_L1);
        if (isKnown || isComments)
            continue;
        const Reply reply = m_driver->send(method, filled(route.target), {}, callerOf(route, everyPermission));
        QVERIFY2(reply.status == 405, QByteArray(method + ' ' + reply.body).constData());
        QCOMPARE(reply.json()[u"error"][u"code"].toString(), u"Request_BadRequest"_s);
    }
}

void ConformanceRoutes::whatIsNotThereIsNotFound_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("asApplication");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *target, bool asApplication, int status, const char *code) {
        QTest::newRow(target) << QString::fromLatin1(target) << asApplication << status << QString::fromLatin1(code);
    };
    row("/security/incidents/999999", false, 404, "NotFound");
    row("/security/incidents/one", false, 404, "NotFound");
    row("/security/alerts_v2/da0_1", false, 404, "NotFound");
    row("/security/collaboration/analyzedEmails/3d64d7e1-0001-4000-8000-000000000001-1-1", true, 404, "NotFound");
    row("/users/nobody@harborline.example", true, 404, "Request_ResourceNotFound");
    row("/users/nobody@harborline.example/mailFolders/inbox/messageRules", true, 404, "ErrorInvalidUser");
    row("/users/{owner}/mailFolders/inbox/messageRules/17", true, 404, "ErrorItemNotFound");
    row("/users/sven.berg@harborline.example/mailFolders/inbox/messageRules", true, 404, "MailboxNotEnabledForRESTAPI");
    row("/users/{owner}/mailFolders/drafts/messageRules", true, 400, "ErrorInvalidIdMalformed");
    row("/identityProtection/riskyUsers/nobody", false, 404, "NotFound");
    row("/security/incidents/{incident}/files", false, 400, "BadRequest");
    row("/security/incidents/{incident}/comments/1", false, 400, "BadRequest");
    row("/security/collaboration/analyzedEmails/{mail}/raw", true, 400, "BadRequest");
    row("/security/secrets", false, 400, "BadRequest");
    row("/groups", false, 400, "BadRequest");
    row("/me/messages", false, 400, "BadRequest");
    row("/me", true, 400, "BadRequest");
    row("/users", false, 400, "BadRequest");
}

void ConformanceRoutes::whatIsNotThereIsNotFound()
{
    QFETCH(QString, target);
    QFETCH(bool, asApplication);
    Caller caller = asApplication ? application() : administrator();
    caller.permissions = everyPermission;
    const Reply reply = m_driver->get(filled(target), caller);
    QTEST(reply.status, "status");
    QTEST(reply.json()[u"error"][u"code"].toString(), "code");
    QVERIFY(!reply.errorMessage().isEmpty());
}

void ConformanceRoutes::aBodyNeedsItsType()
{
    QFETCH(int, which);
    const Route &route = routes[which];
    if (route.body.isEmpty())
        return; // it has none
    const QByteArray body = QJsonDocument(filled(route.body, false)).toJson();
    const Reply reply = m_driver->sendBytes(route.method, filled(route.target), body, {}, callerOf(route, {route.permission}));
    QCOMPARE(reply.status, 415);
    QCOMPARE(reply.json()[u"error"][u"code"].toString(), u"BadRequest"_s);
}

void ConformanceRoutes::brokenJsonIsRefused()
{
    QFETCH(int, which);
    const Route &route = routes[which];
    if (route.body.isEmpty())
        return; // it has none
    for (const QByteArray body : {"{\"comment\":", "[]", "", "7"}) {
        const Reply reply = m_driver->sendBytes(route.method, filled(route.target), body, "application/json", callerOf(route, {route.permission}));
        QVERIFY2(reply.status == 400, QByteArray(body + ": " + reply.body).constData());
        QVERIFY(!reply.errorMessage().isEmpty());
    }
    QCOMPARE(m_driver->control("GET", u"/control/effects"_s)[u"effects"].toArray().size(), 0);
}

void ConformanceRoutes::mailIsForApplications()
{
    for (const Route &route : routes) {
        if (!route.target.contains("analyzedEmails"_L1))
            continue;
        Caller person = administrator();
        person.permissions = everyPermission;
        const Reply reply = ask(route, person);
        QCOMPARE(reply.status, 403);
        QVERIFY2(reply.errorMessage().contains("Application permissions"_L1), qPrintable(reply.errorMessage()));
    }
}

CASEMATE_TEST(ConformanceRoutes)
#include "conformance_routes.moc"
