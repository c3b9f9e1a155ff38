// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingasker.h"
#include "support/testmain.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator::test;

// The tables: their columns and types as they are documented, and rows that agree with what analyzedEmails and the alerts
// say about the same things.
class HuntingTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void columnsAreTheDocumentedOnes_data();
    void columnsAreTheDocumentedOnes();
    void newerColumnsComeWithASwitch();
    void emailEventsAgree();
    void linksAgree();
    void attachmentsAgree();
    void movesAgree();
    void clicksAgree();
    void alertsAgree();
    void evidenceAgrees();
    void evidenceOfManyKindsIsTold();
    void keysFindTheSameRowsAsAScan_data();
    void keysFindTheSameRowsAsAScan();

private:
    std::unique_ptr<TenantDriver> m_driver;
    QMap<QString, QJsonObject> m_mails; // by id
    QMap<QString, QJsonObject> m_alerts; // of the last thirty days, by id
};

void HuntingTables::initTestCase()
{
    m_driver = std::make_unique<TenantDriver>(150);
    for (const QJsonObject &mail : allMails(*m_driver)) {
        m_mails.insert(mail[u"id"].toString(), mail);
    }
    const QDateTime oldest = m_driver->tenant().now().addDays(-30);
    const QJsonArray alerts = m_driver->all(u"/security/alerts_v2"_s);
    for (const QJsonValue &alert : alerts) {
        if (timeOf(alert[u"createdDateTime"]) >= oldest) {
            m_alerts.insert(alert[u"id"].toString(), alert.toObject());
        }
    }
    QVERIFY(m_alerts.size() > 50 && m_alerts.size() < alerts.size());
}

void HuntingTables::columnsAreTheDocumentedOnes_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("columns"); // type after a colon; a string has none
    QTest::newRow("EmailEvents") << u"EmailEvents"_s
                                 << u"Timestamp:DateTime NetworkMessageId InternetMessageId SenderMailFromAddress SenderFromAddress SenderDisplayName "
                                    "SenderObjectId SenderMailFromDomain SenderFromDomain SenderIPv4 SenderIPv6 RecipientEmailAddress RecipientObjectId "
                                    "Subject EmailClusterId:Int64 EmailDirection DeliveryAction DeliveryLocation ThreatTypes ThreatNames DetectionMethods "
                                    "ConfidenceLevel BulkComplaintLevel:Int32 EmailAction EmailActionPolicy EmailActionPolicyGuid AuthenticationDetails "
                                    "AttachmentCount:Int32 UrlCount:Int32 EmailLanguage Connectors OrgLevelAction OrgLevelPolicy UserLevelAction "
                                    "UserLevelPolicy ReportId AdditionalFields LatestDeliveryLocation LatestDeliveryAction"_s;
    QTest::newRow("EmailPostDeliveryEvents") << u"EmailPostDeliveryEvents"_s
                                             << u"Timestamp:DateTime NetworkMessageId InternetMessageId Action ActionType ActionTrigger ActionResult "
                                                "RecipientEmailAddress DeliveryLocation ThreatTypes DetectionMethods ReportId"_s;
    QTest::newRow("EmailUrlInfo") << u"EmailUrlInfo"_s << u"Timestamp:DateTime NetworkMessageId Url UrlDomain UrlLocation ReportId"_s;
    QTest::newRow("EmailAttachmentInfo") << u"EmailAttachmentInfo"_s
                                         << u"Timestamp:DateTime NetworkMessageId SenderFromAddress SenderDisplayName SenderObjectId RecipientEmailAddress "
                                            "RecipientObjectId FileName FileType SHA256 FileSize:Int64 ThreatTypes ThreatNames DetectionMethods ReportId"_s;
    QTest::newRow("UrlClickEvents") << u"UrlClickEvents"_s
                                    << u"Timestamp:DateTime Url ActionType AccountUpn Workload NetworkMessageId ThreatTypes DetectionMethods IPAddress "
                                       "IsClickedThrough:SByte UrlChain ReportId"_s;
    QTest::newRow("AlertInfo") << u"AlertInfo"_s << u"Timestamp:DateTime AlertId Title Category Severity ServiceSource DetectionSource AttackTechniques"_s;
    QTest::newRow("AlertEvidence") << u"AlertEvidence"_s
                                   << u"Timestamp:DateTime AlertId Title Categories AttackTechniques ServiceSource DetectionSource EntityType EvidenceRole "
                                      "EvidenceDirection FileName FolderPath SHA1 SHA256 FileSize:Int64 ThreatFamily RemoteIP RemoteUrl AccountName "
                                      "AccountDomain AccountSid AccountObjectId AccountUpn DeviceId DeviceName LocalIP NetworkMessageId EmailSubject "
                                      "Application ApplicationId:Int32 OAuthApplicationId ProcessCommandLine RegistryKey RegistryValueName "
                                      "RegistryValueData AdditionalFields Severity CloudResource CloudPlatform ResourceType ResourceID SubscriptionId"_s;
}

void HuntingTables::columnsAreTheDocumentedOnes()
{
    QFETCH(QString, table);
    const HuntingReply reply = hunt(*m_driver, table);
    QStringList found;
    for (const QString &name : reply.names()) {
        const QString type = reply.typeOf(name);
        found.append(type == u"String"_s ? name : QString(name + u':' + type));
    }
    QTEST(found.join(u' '), "columns");
    QVERIFY(!reply.rows.isEmpty());
    for (const QJsonValue &row : reply.rows) { // every row has every column, of the right kind
        QCOMPARE(row.toObject().size(), found.size());
        for (const QString &name : reply.names()) {
            const bool number = reply.typeOf(name).startsWith(u"Int") || reply.typeOf(name) == u"SByte"_s;
            QVERIFY2(number ? row[name].isDouble() || row[name].isNull() : row[name].isString(), qPrintable(name));
        }
    }
}

void HuntingTables::newerColumnsComeWithASwitch()
{
    const QString query = u"EmailEvents | take 1"_s;
    const QStringList documented = hunt(*m_driver, query).names();
    TenantDriver driver(20, {{u"huntingColumns"_s, u"newer"_s}});
    const HuntingReply newer = hunt(driver, query);
    QCOMPARE(newer.names(), documented + QStringList({u"To"_s, u"Cc"_s, u"DistributionList"_s, u"ForwardingInformation"_s, u"Context"_s, u"EmailSize"_s,
                                                      u"IsFirstContact"_s, u"ThreatClassification"_s, u"RecipientDomain"_s, u"ExchangeTransportRule"_s}));
    QCOMPARE(newer.typeOf(u"EmailSize"_s), u"Int64"_s);
    QCOMPARE(newer.cell(u"RecipientDomain"_s).toString(), u"harborline.example"_s);
}

void HuntingTables::emailEventsAgree()
{
    const HuntingReply reply = hunt(*m_driver, u"EmailEvents"_s);
    QCOMPARE(reply.rows.size(), m_mails.size());
    const QHash<QString, QString> places {{u"inbox_folder"_s, u"Inbox/folder"_s}, {u"junkFolder"_s, u"Junk folder"_s}, {u"quarantine"_s, u"Quarantine"_s},
                                          {u"deletedFolder"_s, u"Deleted folder"_s}, {u"onprem_external"_s, u"On-premises/external"_s}, {u"failed"_s, u"Failed"_s}, {u"dropped"_s, u"Dropped"_s}};
    const QHash<QString, QString> actions {{u"delivered"_s, u"Delivered"_s}, {u"deliveredToJunk"_s, u"Junked"_s}, {u"blocked"_s, u"Blocked"_s}};
    const QHash<QString, QString> directions {{u"inbound"_s, u"Inbound"_s}, {u"outbound"_s, u"Outbound"_s}, {u"intraOrg"_s, u"Intra-org"_s}};
    for (const QJsonValue &row : reply.rows) {
        const QJsonObject mail = m_mails.value(row[u"ReportId"].toString());
        QCOMPARE(row[u"Timestamp"], mail[u"loggedDateTime"]);
        QCOMPARE(row[u"NetworkMessageId"], mail[u"networkMessageId"]);
        QCOMPARE(row[u"InternetMessageId"], mail[u"internetMessageId"]);
        QCOMPARE(row[u"SenderMailFromAddress"], mail[u"returnPath"]);
        QCOMPARE(row[u"SenderFromAddress"], mail[u"senderDetail"][u"fromAddress"]);
        QCOMPARE(row[u"SenderFromDomain"], mail[u"senderDetail"][u"domainName"]);
        QCOMPARE(row[u"SenderDisplayName"], mail[u"senderDetail"][u"displayName"]);
        QCOMPARE(row[u"SenderIPv4"], mail[u"senderDetail"][u"ipv4"]);
        QCOMPARE(row[u"RecipientEmailAddress"], mail[u"recipientEmailAddress"]);
        QCOMPARE(row[u"Subject"], mail[u"subject"]);
        QCOMPARE(QString::number(row[u"EmailClusterId"].toInteger()), mail[u"emailClusterId"].toString());
        QCOMPARE(row[u"EmailDirection"].toString(), directions.value(mail[u"directionality"].toString()));
        QCOMPARE(row[u"DeliveryAction"].toString(), actions.value(mail[u"originalDelivery"][u"action"].toString()));
        QCOMPARE(row[u"DeliveryLocation"].toString(), places.value(mail[u"originalDelivery"][u"location"].toString()));
        QCOMPARE(row[u"LatestDeliveryAction"].toString(), actions.value(mail[u"latestDelivery"][u"action"].toString()));
        QCOMPARE(row[u"LatestDeliveryLocation"].toString(), places.value(mail[u"latestDelivery"][u"location"].toString()));
        QCOMPARE(row[u"UrlCount"].toInt(), mail[u"urls"].toArray().size());
        QCOMPARE(row[u"AttachmentCount"].toInt(), mail[u"attachments"].toArray().size());
        const QJsonObject passed = QJsonDocument::fromJson(row[u"AuthenticationDetails"].toString().toUtf8()).object();
        QCOMPARE(passed[u"DMARC"], mail[u"authenticationDetails"][u"dmarc"]);
    }
}

void HuntingTables::linksAgree()
{
    QSet<QString> expected;
    for (const QJsonObject &mail : std::as_const(m_mails)) {
        for (const QJsonValue &url : mail[u"urls"].toArray()) {
            expected.insert(mail[u"networkMessageId"].toString() + url[u"url"].toString());
        }
    }
    const HuntingReply reply = hunt(*m_driver, u"EmailUrlInfo | extend x = strcat(NetworkMessageId, Url)"_s);
    const QStringList found = reply.texts(u"x"_s);
    QCOMPARE(found.size(), expected.size()); // once for a message
    QCOMPARE(QSet<QString>(found.begin(), found.end()), expected);
    QCOMPARE(reply.cell(u"UrlDomain"_s).toString(), QUrl(reply.cell(u"Url"_s).toString()).host());
}

void HuntingTables::attachmentsAgree()
{
    const HuntingReply reply = hunt(*m_driver, u"EmailAttachmentInfo"_s);
    qsizetype expected = 0;
    for (const QJsonObject &mail : std::as_const(m_mails)) {
        expected += mail[u"attachments"].toArray().size();
    }
    QVERIFY(expected > 0);
    QCOMPARE(reply.rows.size(), expected);
    for (const QJsonValue &row : reply.rows) {
        const QJsonObject file = m_mails.value(row[u"ReportId"].toString())[u"attachments"].toArray().first().toObject();
        QCOMPARE(row[u"FileName"], file[u"fileName"]);
        QCOMPARE(row[u"SHA256"], file[u"sha256"]);
        QCOMPARE(row[u"FileSize"].toInteger(), file[u"fileSize"].toInteger());
    }
}

void HuntingTables::movesAgree()
{
    QStringList expected;
    QStringList clicked;
    for (const QJsonObject &mail : std::as_const(m_mails)) {
        for (const QJsonValue &event : mail[u"timelineEvents"].toArray()) {
            const QString type = event[u"eventType"].toString();
            if (type != u"originalDelivery"_s && type != u"userUrlClick"_s) {
                expected.append(mail[u"id"].toString() + event[u"eventDateTime"].toString() + event[u"eventDetails"].toString() + event[u"eventResult"].toString());
            }
        }
    }
    expected.sort();
    QVERIFY(!expected.isEmpty());
    QStringList found = hunt(*m_driver, u"EmailPostDeliveryEvents | extend x = strcat(ReportId, tostring(Timestamp), Action, ActionResult)"_s).texts(u"x"_s);
    found.sort();
    QCOMPARE(found, expected);
}

void HuntingTables::clicksAgree()
{
    QStringList expected;
    for (const QJsonObject &mail : std::as_const(m_mails)) {
        for (const QJsonValue &event : mail[u"timelineEvents"].toArray()) {
            if (event[u"eventType"].toString() == u"userUrlClick"_s) {
                expected.append(mail[u"id"].toString() + event[u"eventDateTime"].toString() + event[u"eventDetails"].toString()
                                + mail[u"recipientEmailAddress"].toString() + event[u"eventResult"].toString());
            }
        }
    }
    expected.sort();
    QVERIFY(!expected.isEmpty());
    const HuntingReply reply = hunt(*m_driver, u"UrlClickEvents | extend x = strcat(ReportId, tostring(Timestamp), Url, AccountUpn, "
                                               "iff(ActionType == 'ClickBlocked', 'Blocked', 'Allowed'))"_s);
    QStringList found = reply.texts(u"x"_s);
    found.sort();
    QCOMPARE(found, expected);
    // nobody gets through where the click was blocked, and no link is followed before the mail is there
    QCOMPARE(hunt(*m_driver, u"UrlClickEvents | where ActionType == 'ClickBlocked' and IsClickedThrough"_s).rows.size(), 0);
    QVERIFY(hunt(*m_driver, u"UrlClickEvents | where IsClickedThrough == 1"_s).rows.size() > 0);
    QCOMPARE(hunt(*m_driver, u"UrlClickEvents | join kind=inner (EmailEvents) on ReportId | where Timestamp < Timestamp1"_s).rows.size(), 0);
}

void HuntingTables::alertsAgree()
{
    const HuntingReply reply = hunt(*m_driver, u"AlertInfo"_s);
    QCOMPARE(reply.rows.size(), m_alerts.size());
    for (const QJsonValue &row : reply.rows) {
        const QJsonObject alert = m_alerts.value(row[u"AlertId"].toString());
        QCOMPARE(row[u"Timestamp"].toString(), alert[u"createdDateTime"].toString());
        QCOMPARE(row[u"Title"], alert[u"title"]);
        QCOMPARE(row[u"Category"], alert[u"category"]);
        QCOMPARE(row[u"Severity"].toString().toLower(), alert[u"severity"].toString());
        QCOMPARE(QJsonDocument::fromJson(row[u"AttackTechniques"].toString().toUtf8()).array(), alert[u"mitreTechniques"].toArray());
        QVERIFY(row[u"ServiceSource"].toString().contains(u' '));
        QVERIFY(!row[u"DetectionSource"].toString().isEmpty());
    }
}

void HuntingTables::evidenceAgrees()
{
    const HuntingReply reply = hunt(*m_driver, u"AlertEvidence"_s);
    qsizetype expected = 0;
    for (const QJsonObject &alert : std::as_const(m_alerts)) {
        expected += alert[u"evidence"].toArray().size();
    }
    QCOMPARE(reply.rows.size(), expected);
    QMap<QString, int> next;
    for (const QJsonValue &row : reply.rows) {
        const QString id = row[u"AlertId"].toString();
        const QJsonObject alert = m_alerts.value(id);
        const QJsonValue item = alert[u"evidence"][next[id]++];
        QCOMPARE(QJsonDocument::fromJson(row[u"AdditionalFields"].toString().toUtf8()).object(), item.toObject());
        QCOMPARE(row[u"Title"], alert[u"title"]);
        QCOMPARE(QJsonDocument::fromJson(row[u"Categories"].toString().toUtf8()).array(), alert[u"categories"].toArray());
        QCOMPARE(row[u"NetworkMessageId"].toString(), item[u"networkMessageId"].toString());
        QCOMPARE(row[u"EmailSubject"].toString(), item[u"subject"].toString());
        QCOMPARE(row[u"RemoteUrl"].toString(), item[u"url"].toString());
        QCOMPARE(row[u"AccountUpn"].toString(), item[u"userAccount"][u"userPrincipalName"].toString());
        QCOMPARE(row[u"DeviceId"].toString(), item[u"mdeDeviceId"].toString());
        QCOMPARE(row[u"ProcessCommandLine"].toString(), item[u"processCommandLine"].toString());
        const QJsonObject file = item[u"fileDetails"].isObject() ? item[u"fileDetails"].toObject() : item[u"imageFile"].toObject();
        QCOMPARE(row[u"FileName"].toString(), file[u"fileName"].toString());
        QCOMPARE(row[u"FileSize"].isNull(), file.isEmpty());
        QCOMPARE(row[u"FileSize"].toInteger(), file[u"fileSize"].toInteger());
    }
}

void HuntingTables::evidenceOfManyKindsIsTold()
{
    const QStringList kinds = hunt(*m_driver, u"AlertEvidence | distinct EntityType"_s).texts(u"EntityType"_s);
    for (const QString &kind : {u"MailMessage"_s, u"MailCluster"_s, u"Mailbox"_s, u"User"_s, u"Url"_s, u"Ip"_s, u"File"_s, u"Process"_s, u"Machine"_s}) {
        QVERIFY2(kinds.contains(kind), qPrintable(kind));
    }
    QVERIFY2(kinds.filter(u"Evidence"_s).isEmpty(), qPrintable(kinds.join(u' ')));
    const auto some = [this](const char *condition) {
        return hunt(*m_driver, u"AlertEvidence | where %1 | take 1"_s.arg(QLatin1StringView(condition))).rows.size();
    };
    QCOMPARE(some("isnotempty(RemoteIP)"), 1);
    QCOMPARE(some("isnotempty(LocalIP)"), 1);
    QCOMPARE(some("isnotnull(ApplicationId) and isnotempty(Application)"), 1);
    QCOMPARE(some("isnotempty(OAuthApplicationId)"), 1);
    QCOMPARE(some("CloudPlatform == 'Azure' and ResourceID has SubscriptionId and isnotempty(CloudResource) and isnotempty(ResourceType)"), 1);
    QCOMPARE(some("EvidenceRole == 'Impacted'"), 1);
    QCOMPARE(some("isnotempty(RegistryKey)"), 1);
    QCOMPARE(some("isnotempty(AccountSid) and isnotempty(AccountObjectId) and isnotempty(AccountDomain) and isnotempty(AccountName)"), 1);
}

void HuntingTables::keysFindTheSameRowsAsAScan_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("key");
    for (const QString &table : {u"EmailEvents"_s, u"EmailPostDeliveryEvents"_s, u"EmailUrlInfo"_s, u"EmailAttachmentInfo"_s, u"UrlClickEvents"_s}) {
        QTest::newRow(qPrintable(table)) << table << u"NetworkMessageId"_s;
    }
    QTest::newRow("AlertInfo") << u"AlertInfo"_s << u"AlertId"_s;
    QTest::newRow("AlertEvidence") << u"AlertEvidence"_s << u"AlertId"_s;
}

void HuntingTables::keysFindTheSameRowsAsAScan()
{
    QFETCH(QString, table);
    QFETCH(QString, key);
    const QString id = hunt(*m_driver, u"%1 | take 3"_s.arg(table)).rows.last()[key].toString();
    const QJsonArray scanned = hunt(*m_driver, u"%1 | where strcat(%2, '') == '%3'"_s.arg(table, key, id)).rows;
    QVERIFY(!scanned.isEmpty());
    QCOMPARE(hunt(*m_driver, u"%1 | where %2 == '%3'"_s.arg(table, key, id)).rows, scanned);
    QCOMPARE(hunt(*m_driver, u"%1 | where '%3' =~ %2"_s.arg(table, key, id.toUpper())).rows, scanned);
    QCOMPARE(hunt(*m_driver, u"%1 | where %2 in ('%3', 'x', '%3')"_s.arg(table, key, id)).rows, scanned);
    QCOMPARE(hunt(*m_driver, u"%1 | where %2 == '%3'"_s.arg(table, key, id.toUpper())).rows.size(), id == id.toUpper() ? scanned.size() : 0);
    // a span of time finds the same rows as well
    const QString at = scanned.first()[u"Timestamp"].toString();
    const HuntingReply timed = hunt(*m_driver, u"%1 | where Timestamp between (datetime(%2) .. datetime(%2)) and %3 == '%4'"_s.arg(table, at, key, id));
    QCOMPARE(timed.rows.first(), scanned.first());
    QCOMPARE(hunt(*m_driver, u"%1 | where Timestamp > datetime(%2) and Timestamp < datetime(%2)"_s.arg(table, at)).rows.size(), 0);
}

CASEMATE_TEST(HuntingTables)
#include "hunting_tables.moc"
