// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingasker.h"
#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator::test;

// A query sees what has just happened: remediations, arrivals, alerts.
class HuntingFreshness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRemediationShows_data();
    void aRemediationShows();
    void wordsOfTheSwitches();
    void whatArrivesShows();
};

namespace {

QJsonObject order(const QString &action, const QJsonValue &mail)
{
    return {{u"displayName"_s, u"clean up"_s},
            {u"description"_s, u"test"_s},
            {u"severity"_s, u"medium"_s},
            {u"action"_s, action},
            {u"remediateSendersCopy"_s, false},
            {u"analyzedEmails"_s,
             QJsonArray {QJsonObject {{u"networkMessageId"_s, mail[u"NetworkMessageId"]}, {u"recipientEmailAddress"_s, mail[u"RecipientEmailAddress"]}}}}};
}

QString rowsOf(const QString &table, const QJsonValue &mail)
{
    return u"%1 | where NetworkMessageId == '%2' and RecipientEmailAddress =~ '%3'"_s.arg(table, mail[u"NetworkMessageId"].toString(), mail[u"RecipientEmailAddress"].toString());
}

QJsonValue inboxMail(TenantDriver &driver)
{
    return hunt(driver, u"EmailEvents | where LatestDeliveryLocation == 'Inbox/folder' and UrlCount > 0 | take 1"_s).rows.first();
}

} // namespace

void HuntingFreshness::aRemediationShows_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("location");
    QTest::addColumn<QString>("delivery");
    QTest::newRow("junk") << u"moveToJunk"_s << u"Junk folder"_s << u"Junked"_s;
    QTest::newRow("soft delete") << u"softDelete"_s << u"Deleted folder"_s << u"Blocked"_s;
    QTest::newRow("hard delete") << u"hardDelete"_s << u"Deleted folder"_s << u"Blocked"_s;
    QTest::newRow("deleted items") << u"moveToDeletedItems"_s << u"Deleted folder"_s << u"Delivered"_s;
}

void HuntingFreshness::aRemediationShows()
{
    QFETCH(QString, action);
    TenantDriver driver(20, {{u"arrivals"_s, u"off"_s}});
    const QJsonValue mail = inboxMail(driver);
    const qsizetype before = hunt(driver, rowsOf(u"EmailPostDeliveryEvents"_s, mail)).rows.size();
    QCOMPARE(driver.send("POST", u"/security/collaboration/analyzedEmails/remediate"_s, order(action, mail), application()).status, 202);
    QCOMPARE(hunt(driver, rowsOf(u"EmailPostDeliveryEvents"_s, mail)).rows.size(), before); // accepted is not done
    driver.advance(60);
    const HuntingReply moves = hunt(driver, rowsOf(u"EmailPostDeliveryEvents"_s, mail) + u" | top 1 by Timestamp"_s);
    QCOMPARE(hunt(driver, rowsOf(u"EmailPostDeliveryEvents"_s, mail)).rows.size(), before + 1);
    QCOMPARE(moves.cell(u"ActionType"_s).toString(), u"Manual remediation"_s);
    QCOMPARE(moves.cell(u"ActionTrigger"_s).toString(), u"AdminAction"_s);
    QCOMPARE(moves.cell(u"ActionResult"_s).toString(), u"Success"_s);
    QTEST(moves.cell(u"DeliveryLocation"_s).toString(), "location");
    const HuntingReply events = hunt(driver, rowsOf(u"EmailEvents"_s, mail));
    QTEST(events.cell(u"LatestDeliveryLocation"_s).toString(), "location");
    QTEST(events.cell(u"LatestDeliveryAction"_s).toString(), "delivery");
    QCOMPARE(events.cell(u"DeliveryLocation"_s).toString(), u"Inbox/folder"_s); // where it first was stays
    QCOMPARE(hunt(driver, u"AlertInfo | where Timestamp > ago(5m) and Title startswith 'Administrative action'"_s).rows.size(), 1);
}

void HuntingFreshness::wordsOfTheSwitches()
{
    TenantDriver driver(20, {{u"arrivals"_s, u"off"_s}, {u"instantRemediation"_s, u"on"_s}, {u"deletedLocation"_s, u"others"_s}, {u"triggerWord"_s, u"Administrator"_s}});
    const QJsonValue mail = inboxMail(driver);
    QCOMPARE(driver.send("POST", u"/security/collaboration/analyzedEmails/remediate"_s, order(u"softDelete"_s, mail), application()).status, 202);
    const HuntingReply moves = hunt(driver, rowsOf(u"EmailPostDeliveryEvents"_s, mail) + u" | top 1 by Timestamp"_s);
    QCOMPARE(moves.cell(u"DeliveryLocation"_s).toString(), u"Others"_s);
    QCOMPARE(moves.cell(u"ActionTrigger"_s).toString(), u"Administrator"_s);
    QCOMPARE(hunt(driver, rowsOf(u"EmailEvents"_s, mail)).cell(u"LatestDeliveryLocation"_s).toString(), u"Others"_s);
}

void HuntingFreshness::whatArrivesShows()
{
    TenantDriver driver(20);
    const QString mails = u"EmailEvents | where Timestamp > ago(1d) | count"_s;
    const QString alerts = u"AlertInfo | summarize max(Timestamp)"_s;
    const qint64 before = hunt(driver, u"EmailEvents | count"_s).cell(u"Count"_s).toInteger();
    const QString latest = hunt(driver, alerts).cell(u"max_Timestamp"_s).toString();
    driver.advance(86400);
    QVERIFY(hunt(driver, mails).cell(u"Count"_s).toInteger() > 20);
    QVERIFY(before > 0);
    QVERIFY(hunt(driver, alerts).cell(u"max_Timestamp"_s).toString() > latest);
}

CASEMATE_TEST(HuntingFreshness)
#include "hunting_freshness.moc"
