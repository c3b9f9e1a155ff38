// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/evidencekey.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

QJsonObject object(const char *json)
{
    QByteArray text(json);
    text.replace('\'', '"');
    QJsonParseError error;
    const QJsonObject parsed = QJsonDocument::fromJson(text, &error).object();
    Q_ASSERT(error.error == QJsonParseError::NoError);
    return parsed;
}

QJsonObject with(QJsonObject item, const QString &path, const QJsonValue &value)
{
    const QString first = path.section(u'.', 0, 0);
    const QString rest = path.section(u'.', 1);
    item.insert(first, rest.isEmpty() ? value : QJsonValue(with(item.value(first).toObject(), rest, value)));
    return item;
}

} // namespace

class EvidenceKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // item: values of every field that takes part; fields: those fields, each of which must matter
    void fieldsOfATypeMakeItsKey_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QJsonObject>("item");
        QTest::addColumn<QStringList>("fields");
        const auto row = [](const char *name, const QString &type, const char *item, const QStringList &fields) {
            QTest::newRow(name) << type << object(item) << fields;
        };
        row("message", u"analyzedMessageEvidence"_s, "{'networkMessageId':'m','recipientEmailAddress':'r'}",
            {u"networkMessageId"_s, u"recipientEmailAddress"_s});
        row("message, no recipient", u"analyzedMessageEvidence"_s, "{'networkMessageId':'m'}", {u"networkMessageId"_s});
        row("cluster", u"mailClusterEvidence"_s, "{'urn':'u'}", {u"urn"_s});
        row("cluster by query", u"mailClusterEvidence"_s, "{'query':'q','urn':''}", {u"query"_s});
        row("mailbox", u"mailboxEvidence"_s, "{'primaryAddress':'a'}", {u"primaryAddress"_s});
        row("mailbox setting", u"mailboxConfigurationEvidence"_s,
            "{'mailboxPrimaryAddress':'a','configurationType':'userInboxRule','configurationId':'c'}",
            {u"mailboxPrimaryAddress"_s, u"configurationType"_s, u"configurationId"_s});
        row("submission", u"submissionMailEvidence"_s, "{'submissionId':'s'}", {u"submissionId"_s});
        row("teams", u"teamsMessageEvidence"_s, "{'messageId':'m','threadId':'t'}", {u"messageId"_s, u"threadId"_s});
        row("url", u"urlEvidence"_s, "{'url':'https://x.example/'}", {u"url"_s});
        row("user", u"userEvidence"_s, "{'userAccount':{'azureAdUserId':'u'}}", {u"userAccount.azureAdUserId"_s});
        row("user by sid", u"userEvidence"_s, "{'userAccount':{'userSid':'s','azureAdUserId':null}}",
            {u"userAccount.userSid"_s});
        row("user by name", u"userEvidence"_s, "{'userAccount':{'userPrincipalName':'n'}}",
            {u"userAccount.userPrincipalName"_s});
        row("group", u"securityGroupEvidence"_s, "{'securityGroupId':'g'}", {u"securityGroupId"_s});
        row("group by sid", u"securityGroupEvidence"_s, "{'sid':'s'}", {u"sid"_s});
        row("ip", u"ipEvidence"_s, "{'ipAddress':'192.0.2.1'}", {u"ipAddress"_s});
        row("file", u"fileEvidence"_s, "{'fileDetails':{'sha256':'h','filePath':'p'},'mdeDeviceId':'d'}",
            {u"fileDetails.sha256"_s, u"fileDetails.filePath"_s, u"mdeDeviceId"_s});
        row("file by sha1", u"fileEvidence"_s, "{'fileDetails':{'sha1':'h','filePath':'p'},'mdeDeviceId':'d'}",
            {u"fileDetails.sha1"_s, u"fileDetails.filePath"_s, u"mdeDeviceId"_s});
        row("file hash", u"fileHashEvidence"_s, "{'algorithm':'sha256','value':'v'}", {u"algorithm"_s, u"value"_s});
        row("malware", u"malwareEvidence"_s, "{'name':'n'}", {u"name"_s});
        row("device", u"deviceEvidence"_s, "{'mdeDeviceId':'d'}", {u"mdeDeviceId"_s});
        row("device by name", u"deviceEvidence"_s, "{'deviceDnsName':'d'}", {u"deviceDnsName"_s});
        row("process", u"processEvidence"_s,
            "{'mdeDeviceId':'d','processId':4242,'processCreationDateTime':'2026-01-01T00:00:00Z'}",
            {u"mdeDeviceId"_s, u"processId"_s, u"processCreationDateTime"_s});
        row("registry key", u"registryKeyEvidence"_s, "{'registryHive':'h','registryKey':'k'}",
            {u"registryHive"_s, u"registryKey"_s});
        row("registry value", u"registryValueEvidence"_s,
            "{'mdeDeviceId':'d','registryHive':'h','registryKey':'k','registryValueName':'n'}",
            {u"mdeDeviceId"_s, u"registryHive"_s, u"registryKey"_s, u"registryValueName"_s});
        row("agent", u"aiAgentEvidence"_s, "{'agentId':'a'}", {u"agentId"_s});
        row("amazon", u"amazonResourceEvidence"_s, "{'amazonResourceId':'a'}", {u"amazonResourceId"_s});
        row("azure", u"azureResourceEvidence"_s, "{'resourceId':'a'}", {u"resourceId"_s});
        row("cloud application", u"cloudApplicationEvidence"_s, "{'appId':11161,'instanceId':0}",
            {u"appId"_s, u"instanceId"_s});
        row("google", u"googleCloudResourceEvidence"_s, "{'fullResourceName':'a'}", {u"fullResourceName"_s});
        row("oauth", u"oauthApplicationEvidence"_s, "{'objectId':'o'}", {u"objectId"_s});
        row("oauth by app", u"oauthApplicationEvidence"_s, "{'appId':'a'}", {u"appId"_s});
        row("principal", u"servicePrincipalEvidence"_s, "{'servicePrincipalObjectId':'o'}",
            {u"servicePrincipalObjectId"_s});
    }
    void fieldsOfATypeMakeItsKey()
    {
        QFETCH(QString, type);
        QFETCH(QJsonObject, item);
        QFETCH(QStringList, fields);
        const EntityKey key = evidenceKey(type, item);
        QVERIFY(key.text.startsWith(type.toLower() + u':'));
        for (const QString &field : fields)
            QVERIFY2(evidenceKey(type, with(item, field, u"another"_s)) != key, qPrintable(field));
        // whatever else an item says, of this type or of tomorrow's, it stays the same thing
        QJsonObject more = item;
        for (const char *member : {"verdict", "remediationStatus", "subject", "newMember", "createdDateTime"})
            more.insert(QLatin1StringView(member), u"something"_s);
        QCOMPARE(evidenceKey(type, more), key);
        // and case makes no difference
        QCOMPARE(evidenceKey(type.toUpper(), item), key);
        const QByteArray shouted = QJsonDocument(item).toJson().replace("example", "EXAMPLE").replace("\"m\"", "\"M\"");
        QCOMPARE(evidenceKey(type, QJsonDocument::fromJson(shouted).object()), key);
    }

    void otherTypesAreKeyedByAllTheirMembers_data()
    {
        QTest::addColumn<QString>("type");
        QTest::newRow("known, no key fields of its own") << u"dnsEvidence"_s;
        QTest::newRow("of tomorrow") << u"quantumEvidence"_s;
        QTest::newRow("message without its id") << u"analyzedMessageEvidence"_s;
        QTest::newRow("process without a device") << u"processEvidence"_s;
    }
    void otherTypesAreKeyedByAllTheirMembers()
    {
        QFETCH(QString, type);
        const QJsonObject item = object("{'domainName':'x.example','inner':{'port':443,'list':['a','b']},'flag':true}");
        const EntityKey key = evidenceKey(type, item);
        QVERIFY(evidenceKey(type, with(item, u"domainName"_s, u"y.example"_s)) != key);
        QVERIFY(evidenceKey(type, with(item, u"inner.port"_s, 444)) != key);
        QVERIFY(evidenceKey(type, with(item, u"flag"_s, false)) != key);
        QVERIFY(evidenceKey(type, with(item, u"extra"_s, u"x"_s)) != key);
        // changing members, empty ones and case do not count
        QJsonObject later = object("{'@odata.type':'#x','createdDateTime':'2026-01-01T00:00:00Z','verdict':'malicious',"
                                   "'remediationStatus':'none','remediationStatusDetails':'d','roles':['source'],"
                                   "'detailedRoles':['Main'],'tags':['t'],'lastSeenDateTime':'2026-01-01T00:00:00Z',"
                                   "'absent':null,'blank':'','none':[],'nothing':{},'domainName':'X.EXAMPLE',"
                                   "'inner':{'list':['a','B'],'port':443,'roles':['x']},'flag':true}");
        QCOMPARE(evidenceKey(type, later), key);
    }

    void typesDoNotShareKeys()
    {
        const QJsonObject item = object("{'mdeDeviceId':'d','deviceDnsName':'d','name':'d','url':'d'}");
        QSet<EntityKey> keys;
        for (const QString &type : {u"deviceEvidence"_s, u"malwareEvidence"_s, u"urlEvidence"_s, u"newEvidence"_s})
            keys.insert(evidenceKey(type, item));
        QCOMPARE(keys.size(), 4);
    }

    void aBetterKeyFieldWins()
    {
        const auto byId = evidenceKey(u"deviceEvidence"_s, object("{'mdeDeviceId':'d','deviceDnsName':'one'}"));
        QCOMPARE(evidenceKey(u"deviceEvidence"_s, object("{'mdeDeviceId':'d','deviceDnsName':'two'}")), byId);
    }

    void largeNumbersKeepTheirDigits()
    {
        const auto key = [](qint64 id) {
            return evidenceKey(u"cloudApplicationEvidence"_s, QJsonObject {{u"appId"_s, id}});
        };
        QVERIFY(key(9'007'199'254'740'993) != key(9'007'199'254'740'992));
    }

    void theFormatIsPinned() // stored in databases: a change here needs a migration
    {
        QCOMPARE(evidenceKey(u"urlEvidence"_s, object("{'url':'https://x.example/'}")).text,
                 u"urlevidence:UseD6VNtkqaldrj9F-GkgWFK_6D7ZsGeTfXb3sA93I8"_s);
    }

    void labelsSayWhatItIs_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QJsonObject>("item");
        QTest::addColumn<QString>("label");
        const auto row = [](const QString &type, const char *item, const QString &label) {
            QTest::addRow("%s %s", qPrintable(type), item) << type << object(item) << label;
        };
        row(u"analyzedMessageEvidence"_s, "{'subject':'Invoice','networkMessageId':'m'}", u"Invoice"_s);
        row(u"analyzedMessageEvidence"_s, "{'subject':'','networkMessageId':'m'}", u"m"_s);
        row(u"mailClusterEvidence"_s, "{'clusterByValue':'Invoice','query':'q'}", u"Invoice"_s);
        row(u"userEvidence"_s, "{'userAccount':{'userPrincipalName':'a@b.example','accountName':'a'}}",
            u"a@b.example"_s);
        row(u"fileEvidence"_s, "{'fileDetails':{'fileName':'a.exe','sha256':'h'}}", u"a.exe"_s);
        row(u"processEvidence"_s, "{'processCommandLine':'cmd /c','processId':1}", u"cmd /c"_s);
        row(u"deviceEvidence"_s, "{'hostName':'h'}", u"h"_s);
        row(u"oauthApplicationEvidence"_s, "{'displayName':'Mail reader','appId':'a'}", u"Mail reader"_s);
        row(u"quantumEvidence"_s, "{'name':'n'}", u"n"_s);
        row(u"quantumEvidence"_s, "{'other':'n'}", u"quantumEvidence"_s);
    }
    void labelsSayWhatItIs()
    {
        QFETCH(QString, type);
        QFETCH(QJsonObject, item);
        QFETCH(QString, label);
        QCOMPARE(evidenceLabel(type, item).raw(), label);
    }
};

CASEMATE_TEST(EvidenceKeys)
#include "evidencekeys.moc"
