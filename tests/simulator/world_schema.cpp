// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemacheck.h"
#include "support/testmain.h"
#include "tenantdriver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator::test;

// Everything that the tenant says has the names, types and words of the schema.
class WorldSchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCheckFindsWhatIsWrong();
    void incidentsAlertsAndEvidenceFit_data();
    void incidentsAlertsAndEvidenceFit();
    void everyTypeOfEvidenceOccurs();
    void analyzedEmailsFit();
};

void WorldSchema::theCheckFindsWhatIsWrong()
{
    SchemaCheck check;
    QVERIFY(check.isReady());
    check.check({{u"@odata.type"_s, u"#microsoft.graph.security.urlEvidence"_s},
                 {u"url"_s, 7},
                 {u"uri"_s, u"x"_s},
                 {u"createdDateTime"_s, u"yesterday"_s},
                 {u"remediationStatus"_s, u"pending"_s},
                 {u"roles"_s, QJsonArray {u"villain"_s}}},
                u"alertEvidence"_s, u"here"_s);
    const QStringList findings = check.findings();
    QCOMPARE(findings.size(), 6);
    QVERIFY(findings.contains(u"urlEvidence.uri is not in the schema"_s));
    QVERIFY(findings.contains(u"urlEvidence.verdict is missing"_s));
}

void WorldSchema::incidentsAlertsAndEvidenceFit_data()
{
    QTest::addColumn<bool>("masked");
    QTest::newRow("all members") << false;
    QTest::newRow("masked") << true;
}

void WorldSchema::incidentsAlertsAndEvidenceFit()
{
    QFETCH(bool, masked);
    TenantDriver driver(400);
    driver.setMasked(masked);
    SchemaCheck check;
    QVERIFY(check.isReady());
    const QJsonArray incidents = driver.all(u"/security/incidents?$expand=alerts"_s);
    QCOMPARE(incidents.size(), 400);
    for (const QJsonValue &incident : incidents) {
        check.check(incident.toObject(), u"incident"_s, incident[u"id"].toString());
    }
    const QJsonArray alerts = driver.all(u"/security/alerts_v2"_s);
    QVERIFY(alerts.size() > 500);
    for (const QJsonValue &alert : alerts) {
        check.check(alert.toObject(), u"alert"_s, alert[u"id"].toString());
    }
    QVERIFY2(check.findings().isEmpty(), qPrintable(check.findings().join(u"\n"_s)));
}

void WorldSchema::everyTypeOfEvidenceOccurs()
{
    TenantDriver driver(60); // no more than the smallest world has
    SchemaCheck check;
    QSet<QString> seen;
    const QJsonArray incidents = driver.all(u"/security/incidents?$expand=alerts"_s);
    for (const QJsonValue &incident : incidents) {
        check.check(incident.toObject(), u"incident"_s, incident[u"id"].toString());
        const QList<QJsonObject> items = evidenceOf(incident.toObject());
        for (const QJsonObject &item : items) {
            seen.insert(typeOf(item));
        }
    }
    QVERIFY2(check.findings().isEmpty(), qPrintable(check.findings().join(u"\n"_s)));
    const QSet<QString> all = check.evidenceTypes();
    QCOMPARE(all.size(), 48);
    QCOMPARE(QStringList((all - seen).values()), QStringList());
}

void WorldSchema::analyzedEmailsFit()
{
    TenantDriver driver(40);
    SchemaCheck check;
    const QJsonArray mails = driver.get(u"/security/collaboration/analyzedEmails?$top=1000"_s, application()).value();
    QCOMPARE(mails.size(), 1000);
    for (const QJsonValue &mail : mails) {
        check.check(mail.toObject(), u"analyzedEmail"_s, mail[u"id"].toString());
    }
    const QString query = u"/security/collaboration/analyzedEmails/%1/%2"_s;
    const QString id = mails.first()[u"id"].toString();
    for (const QJsonValue &url : driver.get(query.arg(id, u"urls"_s), application()).value()) {
        check.check(url.toObject(), u"analyzedEmailUrl"_s, id);
    }
    QVERIFY2(check.findings().isEmpty(), qPrintable(check.findings().join(u"\n"_s)));
}

CASEMATE_TEST(WorldSchema)
#include "world_schema.moc"
