// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "tenantdriver.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

namespace {

const QString mails = u"/security/collaboration/analyzedEmails"_s;

QJsonObject order(const QJsonArray &targets, const QString &action = u"softDelete"_s)
{
    return {{u"displayName"_s, u"Clean up"_s},   {u"description"_s, u"of a test"_s}, {u"severity"_s, u"low"_s},
            {u"action"_s, action},               {u"remediateSendersCopy"_s, false}, {u"analyzedEmails"_s, targets}};
}

QJsonObject target(const QJsonValue &mail)
{
    return {{u"networkMessageId"_s, mail[u"networkMessageId"]}, {u"recipientEmailAddress"_s, mail[u"recipientEmailAddress"]}};
}

// Mails that nobody has: what is refused is refused before anybody looks for them.
QJsonArray invented(int count, int recipients)
{
    QJsonArray targets;
    for (int i = 0; i < count; ++i)
        targets.append(QJsonObject {{u"networkMessageId"_s, u"3d64d7e1-0001-4000-8000-%1"_s.arg(i, 12, 10, QChar(u'0'))},
                                    {u"recipientEmailAddress"_s, u"person%1@harborline.example"_s.arg(i % recipients)}});
    return targets;
}

} // namespace

// analyzedEmails: what a remediation takes, what it does, and its limits.
class ConformanceMails : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aWrongOrderIsRefused_data();
    void aWrongOrderIsRefused();
    void betaTakesIdsAndAnApprover();
    void theAnswerNamesAPageOfThePortal();
    void mailsMoveWhereTheyCan_data();
    void mailsMoveWhereTheyCan();
    void itTakesItsTime();
    void quarantineIsASwitch();
    void itemsAreLimitedByASwitch();
    void fewPeopleOrFewMails();
    void fiftyAtATime();
    void theWindowIsOfThirtyDays();

private:
    Reply remediate(const QJsonObject &body, const QString &version = u"/v1.0"_s);
    QJsonObject mailIn(const QString &location);

    std::unique_ptr<TenantDriver> m_driver;
    QJsonArray m_mails;
};

void ConformanceMails::init()
{
    m_driver = std::make_unique<TenantDriver>(40);
    m_mails = m_driver->get(mails + u"?$top=1000"_s, application()).value();
    QCOMPARE(m_mails.size(), 1000);
}

Reply ConformanceMails::remediate(const QJsonObject &body, const QString &version)
{
    return m_driver->send("POST", version + mails + u"/remediate"_s, body, application());
}

QJsonObject ConformanceMails::mailIn(const QString &location)
{
    QString next = mails + u"?$top=1000"_s;
    while (!next.isEmpty()) {
        const QJsonObject page = m_driver->get(next, application()).json();
        const QJsonArray items = page[u"value"].toArray();
        for (const QJsonValue &mail : items) {
            if (mail[u"latestDelivery"][u"location"].toString() == location)
                return mail.toObject();
        }
        const QString link = page[u"@odata.nextLink"].toString();
        next = link.mid(link.indexOf("/v1.0"_L1));
    }
    return {};
}

void ConformanceMails::aWrongOrderIsRefused_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value"); // undefined: left out
    QTest::addColumn<QString>("words");
    const QJsonValue absent(QJsonValue::Undefined);
    for (const QString &name : {u"displayName"_s, u"description"_s, u"severity"_s, u"action"_s})
        QTest::addRow("no %s", qPrintable(name)) << name << absent << u"The property '%1' is required"_s.arg(name);
    QTest::newRow("no copy") << u"remediateSendersCopy"_s << absent << u"must be a boolean"_s;
    QTest::newRow("copy") << u"remediateSendersCopy"_s << QJsonValue(u"perhaps"_s) << u"must be a boolean"_s;
    QTest::newRow("severity") << u"severity"_s << QJsonValue(u"informational"_s) << u"Invalid value 'informational' for severity"_s;
    QTest::newRow("action") << u"action"_s << QJsonValue(u"burn"_s) << u"Invalid value 'burn' for action"_s;
    QTest::newRow("no mails") << u"analyzedEmails"_s << absent << u"at least one item"_s;
    QTest::newRow("empty mails") << u"analyzedEmails"_s << QJsonValue(QJsonArray()) << u"at least one item"_s;
    QTest::newRow("a mail of nobody") << u"analyzedEmails"_s << QJsonValue(QJsonArray {QJsonObject {{u"networkMessageId"_s, u"x"_s}}}) << u"does not name a mail and a recipient"_s;
    QTest::newRow("ids are for beta") << u"analyzedEmails"_s << QJsonValue(QJsonArray {QJsonObject {{u"id"_s, u"x"_s}}}) << u"does not name a mail and a recipient"_s;
    QTest::newRow("so is the approver") << u"approverUpn"_s << QJsonValue(u"ada.lindqvist@harborline.example"_s) << u"'approverUpn' is not a parameter"_s;
    QTest::newRow("anything else") << u"urgency"_s << QJsonValue(1) << u"'urgency' is not a parameter"_s;
}

void ConformanceMails::aWrongOrderIsRefused()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QFETCH(QString, words);
    QJsonObject body = order({target(m_mails[0])});
    body.insert(member, value);
    const Reply reply = remediate(body);
    QCOMPARE(reply.status, 400);
    QVERIFY2(reply.errorMessage().contains(words), qPrintable(reply.errorMessage()));
    QCOMPARE(m_driver->control("GET", u"/control/effects"_s)[u"effects"].toArray().size(), 0);
}

void ConformanceMails::betaTakesIdsAndAnApprover()
{
    QJsonObject body = order({QJsonObject {{u"id"_s, m_mails[0][u"id"]}}}, u"SoftDelete"_s);
    body.insert(u"approverUpn"_s, u"ada.lindqvist@harborline.example"_s);
    QCOMPARE(remediate(body, u"/beta"_s).status, 202);
    QCOMPARE(remediate(order({target(m_mails[0])}), u"/beta"_s).status, 400);
    QCOMPARE(remediate(order({QJsonObject {{u"id"_s, u"nothing"_s}}}), u"/beta"_s).status, 400);
    body.insert(u"approverUpn"_s, u"omar.haddad@harborline.example"_s);
    const Reply refused = remediate(body, u"/beta"_s);
    QCOMPARE(refused.status, 403);
    QVERIFY(refused.errorMessage().contains("Search and Purge"_L1));
    m_driver->advance(60);
    const QJsonValue effect = m_driver->control("GET", u"/control/effects"_s)[u"effects"][0];
    QCOMPARE(effect[u"results"][0][u"networkMessageId"], m_mails[0][u"networkMessageId"]);
}

void ConformanceMails::theAnswerNamesAPageOfThePortal()
{
    const Reply reply = remediate(order({target(m_mails[0])}));
    QCOMPARE(reply.status, 202);
    QVERIFY(reply.body.isEmpty());
    QCOMPARE(reply.header("Content-Type"), QByteArray("application/json;text/plain"));
    const QString place = QString::fromUtf8(reply.header("Location"));
    const QRegularExpression form(u"^https://security\\.microsoft\\.com/action-center/history\\?filters=\\{\"bulkId\":\\[\"([0-9a-f-]{36})\"\\]\\}&tid=[0-9a-f-]{36}$"_s);
    QVERIFY2(form.match(place).hasMatch(), qPrintable(place));
    QCOMPARE(m_driver->control("GET", u"/control/effects"_s)[u"effects"][0][u"target"].toString(), form.match(place).captured(1));
}

void ConformanceMails::mailsMoveWhereTheyCan_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("result");
    QTest::addColumn<QString>("to");
    QTest::newRow("soft delete") << u"inbox_folder"_s << u"softDelete"_s << u"success"_s << u"deletedFolder"_s;
    QTest::newRow("hard delete") << u"inbox_folder"_s << u"hardDelete"_s << u"success"_s << u"deletedFolder"_s;
    QTest::newRow("junk") << u"inbox_folder"_s << u"moveToJunk"_s << u"success"_s << u"junkFolder"_s;
    QTest::newRow("deleted items") << u"inbox_folder"_s << u"moveToDeletedItems"_s << u"success"_s << u"deletedFolder"_s;
    QTest::newRow("already there") << u"inbox_folder"_s << u"moveToInbox"_s << u"alreadyInDestination"_s << u"inbox_folder"_s;
    QTest::newRow("out of quarantine") << u"quarantine"_s << u"moveToInbox"_s << u"success"_s << u"inbox_folder"_s;
    QTest::newRow("left the house") << u"onprem_external"_s << u"softDelete"_s << u"failure"_s << u"onprem_external"_s;
}

void ConformanceMails::mailsMoveWhereTheyCan()
{
    QFETCH(QString, from);
    QFETCH(QString, action);
    QFETCH(QString, to);
    const QJsonObject mail = mailIn(from);
    QVERIFY(!mail.isEmpty());
    QCOMPARE(remediate(order({target(mail)}, action)).status, 202);
    m_driver->advance(60);
    QTEST(m_driver->control("GET", u"/control/effects"_s)[u"effects"][0][u"results"][0][u"result"].toString(), "result");
    const QJsonObject now = m_driver->get(mails + u'/' + mail[u"id"].toString(), application()).json();
    QCOMPARE(now[u"latestDelivery"][u"location"].toString(), to);
    QCOMPARE(now[u"originalDelivery"], mail[u"originalDelivery"]);
    const QJsonArray timeline = now[u"timelineEvents"].toArray();
    QCOMPARE(timeline.size(), mail[u"timelineEvents"].toArray().size() + 1);
    QCOMPARE(timeline.last()[u"eventSource"].toString(), u"admin"_s);
    // and it comes back as an alert
    const QJsonArray alerts = m_driver->get(u"/security/alerts_v2?$top=5"_s).value();
    const bool isTold = std::any_of(alerts.begin(), alerts.end(), [](const QJsonValue &alert) {
        return alert[u"title"].toString() == "Administrative action submitted by an Administrator"_L1;
    });
    QVERIFY(isTold);
}

void ConformanceMails::itTakesItsTime()
{
    const QJsonObject mail = mailIn(u"inbox_folder"_s);
    const QString address = mails + u'/' + mail[u"id"].toString();
    QCOMPARE(remediate(order({target(mail)})).status, 202);
    QCOMPARE(m_driver->get(address, application()).json()[u"latestDelivery"], mail[u"latestDelivery"]);
    m_driver->advance(19);
    QCOMPARE(m_driver->get(address, application()).json()[u"latestDelivery"], mail[u"latestDelivery"]);
    m_driver->advance(2);
    QVERIFY(m_driver->get(address, application()).json()[u"latestDelivery"] != mail[u"latestDelivery"]);
}

void ConformanceMails::quarantineIsASwitch()
{
    QCOMPARE(remediate(order({target(m_mails[0])}, u"moveToQuarantine"_s)).status, 400);
    m_driver->set(u"moveToQuarantine"_s, u"on"_s);
    QCOMPARE(remediate(order({target(m_mails[0])}, u"moveToQuarantine"_s)).status, 202);
}

void ConformanceMails::itemsAreLimitedByASwitch()
{
    m_driver->set(u"remediationItemLimit"_s, u"2"_s);
    QCOMPARE(remediate(order({target(m_mails[0]), target(m_mails[1])})).status, 202);
    const Reply refused = remediate(order({target(m_mails[0]), target(m_mails[1]), target(m_mails[2])}));
    QCOMPARE(refused.status, 400);
    QVERIFY(refused.errorMessage().contains("At most 2 emails"_L1));
}

void ConformanceMails::fewPeopleOrFewMails()
{
    QCOMPARE(remediate(order(invented(1000, 1))).status, 202);
    const Reply refused = remediate(order(invented(1001, 1)));
    QCOMPARE(refused.status, 400);
    QVERIFY2(refused.errorMessage().contains("40%"_L1), qPrintable(refused.errorMessage()));
    QCOMPARE(remediate(order(invented(3000, 3))).status, 202); // a thousand each
    QCOMPARE(remediate(order(invented(2002, 801))).status, 202);
}

void ConformanceMails::fiftyAtATime()
{
    for (int i = 0; i < 50; ++i)
        QCOMPARE(remediate(order({target(m_mails[i])})).status, 202);
    const Reply refused = remediate(order({target(m_mails[50])}));
    QCOMPARE(refused.status, 400);
    QVERIFY(refused.errorMessage().contains("maximum number of active remediations"_L1));
    m_driver->advance(60);
    QCOMPARE(remediate(order({target(m_mails[50])})).status, 202);
}

void ConformanceMails::theWindowIsOfThirtyDays()
{
    const auto count = [this](const QString &query) {
        return m_driver->get(mails + u"?$top=1&$count=true&"_s + query, application()).json()[u"@odata.count"].toInt();
    };
    const int all = count({});
    QCOMPARE(count(u"startTime=2020-01-01"_s), all);
    const int early = count(u"endTime=2026-11-10"_s);
    const int late = count(u"startTime=2026-11-10"_s);
    QVERIFY(early > 0 && late > 0);
    QCOMPARE(early + late, all);
    m_driver->set(u"analyzedEmailsDays"_s, u"2"_s);
    QVERIFY(count({}) < all); // what is meant when nothing is said
    QCOMPARE(count(u"startTime=2020-01-01"_s), all);
}

CASEMATE_TEST(ConformanceMails)
#include "conformance_mails.moc"
