// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemacheck.h"
#include "support/testmain.h"
#include "tenantdriver.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

// Every object that the tenant hands out, at time zero and after a week in which things happened, has the names, types, words
// and nullability of the schema; members of enums that came later only for those who ask for them.
class ConformanceObjects : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingFits_data();
    void everythingFits();
    void maskingHidesWhatCameLater();
    void unmaskedSaysSo();
};

void ConformanceObjects::everythingFits_data()
{
    QTest::addColumn<bool>("masked");
    QTest::addColumn<int>("days");
    for (const int days : {0, 8}) {
        QTest::addRow("all members, day %d", days) << false << days;
        QTest::addRow("masked, day %d", days) << true << days;
    }
}

void ConformanceObjects::everythingFits()
{
    QFETCH(bool, masked);
    QFETCH(int, days);
    TenantDriver driver(120);
    const QJsonArray mails = driver.get(u"/security/collaboration/analyzedEmails?$top=3"_s, application()).value();
    QJsonArray targets;
    for (const QJsonValue &mail : mails)
        targets.append(QJsonObject {{u"networkMessageId"_s, mail[u"networkMessageId"]}, {u"recipientEmailAddress"_s, mail[u"recipientEmailAddress"]}});
    QCOMPARE(driver.send("POST", u"/security/collaboration/analyzedEmails/remediate"_s,
                         {{u"displayName"_s, u"Clean up"_s}, {u"description"_s, u""_s}, {u"severity"_s, u"high"_s}, {u"action"_s, u"softDelete"_s},
                          {u"remediateSendersCopy"_s, true}, {u"analyzedEmails"_s, targets}}, application()).status, 202);
    QVERIFY(driver.control("POST", u"/control/incidents/new"_s, {{u"story"_s, u"campaign"_s}})[u"id"].isString());
    driver.advance(days * 24 * 3600);
    driver.setMasked(masked);
    SchemaCheck check;
    check.setMasked(masked);
    QVERIFY(check.isReady());
    for (const QJsonValue &item : driver.all(u"/security/incidents?$expand=alerts"_s))
        check.check(item.toObject(), u"incident"_s, item[u"id"].toString());
    for (const QJsonValue &item : driver.all(u"/beta/security/alerts_v2"_s))
        check.check(item.toObject(), u"alert"_s, item[u"id"].toString());
    for (const QJsonValue &item : driver.get(u"/security/collaboration/analyzedEmails?$top=1000"_s, application()).value())
        check.check(item.toObject(), u"analyzedEmail"_s, item[u"id"].toString());
    QVERIFY2(check.findings().isEmpty(), qPrintable(check.findings().join(u"; ")));
}

void ConformanceObjects::maskingHidesWhatCameLater()
{
    TenantDriver driver(40);
    const auto statuses = [&driver] {
        QSet<QString> words;
        const QJsonArray all = driver.all(u"/security/alerts_v2"_s);
        for (const QJsonValue &alert : all) {
            const QJsonArray evidence = alert[u"evidence"].toArray();
            for (const QJsonValue &item : evidence)
                words.insert(item[u"remediationStatus"].toString());
        }
        return words;
    };
    QVERIFY(statuses().contains(u"pendingApproval"_s));
    driver.setMasked(true);
    const QSet<QString> masked = statuses();
    QVERIFY(!masked.contains(u"pendingApproval"_s));
    QVERIFY(masked.contains(u"unknownFutureValue"_s));
}

void ConformanceObjects::unmaskedSaysSo()
{
    TenantDriver driver(12);
    QCOMPARE(driver.get(u"/security/incidents"_s).header("Preference-Applied"), QByteArray("include-unknown-enum-members"));
    driver.setMasked(true);
    QVERIFY(driver.get(u"/security/incidents"_s).header("Preference-Applied").isEmpty());
}

CASEMATE_TEST(ConformanceObjects)
#include "conformance_objects.moc"
