// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/graphdecoder.h"

#include "domain/evidencekey.h"
#include "domain/pendingaction.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Alert;
using domain::Evidence;

namespace {

QByteArray alertWith(const QByteArray &members)
{
    return R"({"id":"da1_2","createdDateTime":"2026-02-25T16:00:00Z","lastUpdateDateTime":"2026-02-25T16:29:33Z")"
        + (members.isEmpty() ? QByteArray() : ',' + members) + '}';
}

domain::Result<Alert> decode(const QByteArray &members)
{
    return remote::GraphDecoder().alert(alertWith(members));
}

Evidence evidence(const QByteArray &item)
{
    const auto alert = decode("\"evidence\":[" + item + ']');
    return alert && alert->evidence.size() == 1 ? alert->evidence.constFirst() : Evidence();
}

QString fieldOf(const Evidence &evidence, const QString &name)
{
    for (const domain::EvidenceField &field : evidence.fields) {
        if (field.name == name)
            return field.value.raw();
    }
    return u"(none)"_s;
}

} // namespace

class AlertCodec final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyMemberIsRead();
    void categoriesReplaceTheCategory();
    void noValueHasFourForms_data();
    void noValueHasFourForms();
    void aMessageIsRead();
    void aClusterIsRead();
    void pendingIsRead_data();
    void pendingIsRead();
    void anUnknownTypeIsKept();
    void theExactBytesAreKept();
    void fieldsAreFlattened();
    void typesAreNamedInManyWays_data();
    void typesAreNamedInManyWays();
    void keysAgreeWithTheDomain_data();
    void keysAgreeWithTheDomain();
    void wrongTypesInTheBaseMakePoison_data();
    void wrongTypesInTheBaseMakePoison();
    void oddMembersOfATypeAreOnlyShown_data();
    void oddMembersOfATypeAreOnlyShown();
    void largeIntegersStayExact();
    void tenThousandItemsAreRead();
    void theFieldListIsCapped();
};

void AlertCodec::everyMemberIsRead()
{
    const auto alert = decode(R"(
        "incidentId":"29","tenantId":"t","title":"T","description":"D","recommendedActions":"R\n• x","category":"InitialAccess",
        "mitreTechniques":["T1566.002"],"status":"new","severity":"medium","classification":"falsePositive","determination":"notMalicious",
        "serviceSource":"microsoftDefenderForOffice365","detectionSource":"automatedInvestigation","investigationState":"pendingApproval",
        "assignedTo":"ada@contoso.example","threatDisplayName":"","threatFamilyName":"Emotet","resolvedDateTime":"2026-02-25T17:00:00Z",
        "firstActivityDateTime":"2026-02-25T15:00:00Z","lastActivityDateTime":null,
        "comments":[{"comment":"c","createdBy":"Ada","createdTime":"2026-02-25T16:01:00Z"}],"additionalData":{"x":1},"customDetails":{})");
    QVERIFY2(alert.hasValue(), alert ? "" : qPrintable(alert.error().code + alert.error().detail));
    QCOMPARE(alert->id.text, u"da1_2"_s);
    QCOMPARE(alert->incident.text, u"29"_s);
    QCOMPARE(alert->title.raw(), u"T"_s);
    QCOMPARE(alert->recommendedActions.raw(), u"R\n• x"_s);
    QCOMPARE(alert->category.raw(), u"InitialAccess"_s);
    QCOMPARE(alert->mitreTechniques.size(), 1);
    QCOMPARE(alert->status.value, domain::AlertStatus::New);
    QCOMPARE(alert->severity.value, domain::Severity::Medium);
    QCOMPARE(alert->classification.value, domain::Classification::FalsePositive);
    QCOMPARE(alert->determination.value, domain::Determination::NotMalicious);
    QCOMPARE(alert->serviceSource.value, domain::ServiceSource::DefenderForOffice365);
    QCOMPARE(alert->detectionSource, u"automatedInvestigation"_s);
    QCOMPARE(alert->investigation.value, domain::InvestigationState::PendingApproval);
    QCOMPARE(alert->threatName.raw(), u"Emotet"_s);
    QVERIFY(alert->resolved && alert->firstActivity && !alert->lastActivity);
    QCOMPARE(alert->comments.constFirst().author.raw(), u"Ada"_s);
}

void AlertCodec::categoriesReplaceTheCategory()
{
    QCOMPARE(decode(R"("category":"Old","categories":["New","Other"])")->category.raw(), u"New"_s);
    QCOMPARE(decode(R"("categories":[],"category":"Old")")->category.raw(), u"Old"_s);
}

void AlertCodec::noValueHasFourForms_data()
{
    QTest::addColumn<QByteArray>("members");
    const QByteArray texts[] = {"incidentId",
                                "tenantId",
                                "title",
                                "description",
                                "recommendedActions",
                                "category",
                                "status",
                                "severity",
                                "classification",
                                "determination",
                                "serviceSource",
                                "detectionSource",
                                "investigationState",
                                "assignedTo",
                                "threatDisplayName",
                                "threatFamilyName",
                                "resolvedDateTime",
                                "firstActivityDateTime",
                                "lastActivityDateTime"};
    const QByteArray lists[] = {"categories", "mitreTechniques", "comments", "evidence"};
    for (const char *none : {"null", "\"\""}) {
        QByteArray members;
        for (const QByteArray &text : texts)
            members += '"' + text + "\":" + none + ',';
        QTest::addRow("texts %s", none) << members.chopped(1);
    }
    for (const char *none : {"null", "[]"}) {
        QByteArray members;
        for (const QByteArray &list : lists)
            members += '"' + list + "\":" + none + ',';
        QTest::addRow("lists %s", none) << members.chopped(1);
    }
    QTest::newRow("empty entries") << QByteArray(R"("evidence":[null],"mitreTechniques":[null,""])");
}

void AlertCodec::noValueHasFourForms()
{
    QFETCH(QByteArray, members);
    const auto alert = decode(members);
    QVERIFY(alert.hasValue());
    QCOMPARE(*alert, *decode({}));
}

void AlertCodec::aMessageIsRead()
{
    const Evidence item = evidence(
        R"({"@odata.type":"#microsoft.graph.security.analyzedMessageEvidence","createdDateTime":"2026-02-25T16:00:00Z",
        "verdict":"malicious","remediationStatus":"pendingApproval","remediationStatusDetails":"","roles":["source"],"tags":["vip"],
        "networkMessageId":"nmid-1","recipientEmailAddress":"Ada@Contoso.Example","subject":"Invoice","deliveryAction":"Delivered",
        "deliveryLocation":"Inbox","threats":["HighConfPhish","Malware"],"threatDetectionMethods":["URL detonation"],"urlCount":2,
        "attachmentsCount":1,"receivedDateTime":"2026-02-25T15:59:00.1234567Z","p1Sender":{"emailAddress":"envelope@evil.example"},
        "p2Sender":{"emailAddress":"boss@contoso.example","displayName":"The Boss"},"urls":["https://evil.example/a","https://evil.example/b"]})");
    QCOMPARE(item.type, u"analyzedMessageEvidence"_s);
    QCOMPARE(item.verdict.value, domain::Verdict::Malicious);
    QCOMPARE(item.remediation.value, domain::RemediationStatus::PendingApproval);
    QCOMPARE(item.roles, QStringList(u"source"_s));
    QCOMPARE(item.tags, QStringList(u"vip"_s));
    QVERIFY(item.created.has_value());
    QVERIFY(item.mail.has_value());
    QCOMPARE(item.mail->target, (domain::MailTarget {u"nmid-1"_s, u"ada@contoso.example"_s}));
    QCOMPARE(item.mail->subject.raw(), u"Invoice"_s);
    QCOMPARE(item.mail->sender.raw(), u"boss@contoso.example"_s);
    QCOMPARE(item.mail->deliveredTo, domain::MailLocation::Inbox);
    QCOMPARE(item.mail->threats, QStringList({u"HighConfPhish"_s, u"Malware"_s}));
    QCOMPARE(item.mail->urlCount, 2);
    QCOMPARE(item.mail->attachmentCount, 1);
    QCOMPARE(item.mail->received, domain::Moment::parse(u"2026-02-25T15:59:00.1234567Z"));
    QVERIFY(!item.cluster);
    QCOMPARE(item.label.raw(), u"Invoice"_s);
    const Evidence bare = evidence(
        R"({"@odata.type":"#microsoft.graph.security.analyzedMessageEvidence","networkMessageId":"n","deliveryLocation":"",
        "p1Sender":{"emailAddress":"envelope@evil.example"},"p2Sender":null})");
    QCOMPARE(bare.mail->sender.raw(), u"envelope@evil.example"_s);
    QCOMPARE(bare.mail->deliveredTo, domain::MailLocation::Unknown);
}

void AlertCodec::aClusterIsRead()
{
    const Evidence item = evidence(
        R"({"@odata.type":"#microsoft.graph.security.mailClusterEvidence","urn":"urn:MailClusterEntity:1","query":"q",
        "clusterBy":"Subject;P2SenderDomain","clusterByValue":"Invoice;evil.example","emailCount":12000,"networkMessageIds":["a","b",null,""]})");
    QVERIFY(item.cluster.has_value());
    QCOMPARE(item.cluster->urn, u"urn:MailClusterEntity:1"_s);
    QCOMPARE(item.cluster->emailCount, 12000);
    QCOMPARE(item.cluster->networkMessageIds, QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(item.cluster->clusterByValue.raw(), u"Invoice;evil.example"_s);
    QVERIFY(!item.mail);
}

void AlertCodec::pendingIsRead_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<int>("value");
    QTest::newRow("with Prefer") << QByteArray("pendingApproval") << int(domain::RemediationStatus::PendingApproval);
    QTest::newRow("Pascal") << QByteArray("PendingApproval") << int(domain::RemediationStatus::PendingApproval);
    QTest::newRow("masked") << QByteArray("unknownFutureValue") << int(domain::RemediationStatus::Other);
    QTest::newRow("running") << QByteArray("running") << int(domain::RemediationStatus::Running);
    QTest::newRow("of tomorrow") << QByteArray("halfDone") << int(domain::RemediationStatus::Other);
}

void AlertCodec::pendingIsRead()
{
    QFETCH(QByteArray, wire);
    QFETCH(int, value);
    const Evidence item =
        evidence("{\"@odata.type\":\"#microsoft.graph.security.urlEvidence\",\"url\":\"u\",\"remediationStatus\":\""
                 + wire + "\"}");
    QCOMPARE(int(item.remediation.value), value);
    QCOMPARE(item.remediation.wire, QString::fromLatin1(wire));
}

void AlertCodec::anUnknownTypeIsKept()
{
    const QByteArray json =
        R"({ "@odata.type":"#microsoft.graph.security.quantumEvidence", "qubits":[1,2], "verdict":"entangled", "spin":{"up":true,"n":null} })";
    const Evidence item = evidence(json);
    QCOMPARE(item.type, u"quantumEvidence"_s);
    QCOMPARE(item.json, json);
    QCOMPARE(item.verdict.wire, u"entangled"_s);
    QCOMPARE(item.verdict.value, domain::Verdict::Other);
    QVERIFY(!item.key.isEmpty());
    QCOMPARE(fieldOf(item, u"qubits"_s), u"1, 2"_s);
    QCOMPARE(fieldOf(item, u"spin.up"_s), u"true"_s);
    QCOMPARE(fieldOf(item, u"spin.n"_s), u"(none)"_s);
    const Evidence untyped = evidence(R"({"x":1})");
    QVERIFY(untyped.type.isEmpty());
    QVERIFY(!untyped.key.isEmpty());
}

void AlertCodec::theExactBytesAreKept()
{
    const QByteArray first = "{ \"url\" : \"a\\u00e9\\/\",\n \"n\":1.50e1 , \"n\":2 }";
    const QByteArray second = "{\"url\":\"b\xc3\xa9\"}";
    const auto alert = decode("\"evidence\" : [ " + first + " , " + second + " ]");
    QVERIFY(alert.hasValue());
    QCOMPARE(alert->evidence.at(0).json, first);
    QCOMPARE(alert->evidence.at(1).json, second);
}

void AlertCodec::fieldsAreFlattened()
{
    const Evidence item = evidence(
        R"({"@odata.type":"#microsoft.graph.security.malwareEvidence","name":"Emotet","remediationStatus":"none","roles":["a"],
        "detailedRoles":["b"],"tags":[],"files":[{"fileDetails":{"fileName":"a.exe","fileSize":9007199254740993}},{"fileDetails":{"fileName":"b.exe"}}],
        "flags":["x",null,"y",7,true,{"z":1},["w"]],"empty":"","nothing":null,"none":[]})");
    QStringList names;
    for (const domain::EvidenceField &field : item.fields)
        names.append(field.name);
    QCOMPARE(names,
             QStringList({u"name"_s, u"files.0.fileDetails.fileName"_s, u"files.0.fileDetails.fileSize"_s,
                          u"files.1.fileDetails.fileName"_s, u"flags"_s, u"flags.5.z"_s, u"flags.6"_s}));
    QCOMPARE(fieldOf(item, u"files.0.fileDetails.fileSize"_s), u"9007199254740993"_s);
    QCOMPARE(fieldOf(item, u"flags"_s), u"x, y, 7, true"_s);
}

void AlertCodec::typesAreNamedInManyWays_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QString>("type");
    QTest::newRow("as on the wire") << QByteArray("#microsoft.graph.security.urlEvidence") << u"urlEvidence"_s;
    QTest::newRow("without the hash") << QByteArray("microsoft.graph.security.urlEvidence") << u"urlEvidence"_s;
    QTest::newRow("older namespace") << QByteArray("#microsoft.graph.urlEvidence") << u"urlEvidence"_s;
    QTest::newRow("another case") << QByteArray("#Microsoft.Graph.Security.urlEvidence") << u"urlEvidence"_s;
    QTest::newRow("bare") << QByteArray("urlEvidence") << u"urlEvidence"_s;
    QTest::newRow("another namespace") << QByteArray("#contoso.urlEvidence") << u"contoso.urlEvidence"_s;
    QTest::newRow("hash only") << QByteArray("#") << QString();
}

void AlertCodec::typesAreNamedInManyWays()
{
    QFETCH(QByteArray, wire);
    QFETCH(QString, type);
    QCOMPARE(evidence("{\"@odata.type\":\"" + wire + "\",\"url\":\"u\"}").type, type);
}

void AlertCodec::keysAgreeWithTheDomain_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("url") << QByteArray(
        R"({"@odata.type":"#microsoft.graph.security.urlEvidence","url":"https://evil.example/A"})");
    QTest::newRow("message") << QByteArray(
        R"({"@odata.type":"#microsoft.graph.security.analyzedMessageEvidence","networkMessageId":"N","recipientEmailAddress":"a@b.example"})");
    QTest::newRow("user") << QByteArray(
        R"({"@odata.type":"#microsoft.graph.security.userEvidence","userAccount":{"userPrincipalName":"a@b.example","azureAdUserId":"1-2"}})");
    QTest::newRow("numbers") << QByteArray(
        R"({"@odata.type":"#microsoft.graph.security.cloudApplicationEvidence","appId":9007199254740993,"instanceId":0})");
    QTest::newRow("unknown") << QByteArray(
        R"({"@odata.type":"#microsoft.graph.security.xEvidence","a":[1,{"b":"c"}],"d":true,"verdict":"malicious"})");
    QTest::newRow("escapes") << QByteArray(
        R"({"@odata.type":"#microsoft.graph.security.urlEvidence","url":"\u00e9\/"})");
}

// The same key whether a value came through this reader or through Qt's.
void AlertCodec::keysAgreeWithTheDomain()
{
    QFETCH(QByteArray, json);
    const Evidence item = evidence(json);
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    QCOMPARE(item.key, domain::evidenceKey(item.type, object));
    QCOMPARE(item.label, domain::evidenceLabel(item.type, object));
}

void AlertCodec::wrongTypesInTheBaseMakePoison_data()
{
    QTest::addColumn<QByteArray>("evidence");
    for (const char *item : {R"({"verdict":5})", R"({"remediationStatus":["pendingApproval"]})",
                             R"({"createdDateTime":{}})", R"({"roles":"source"})", R"({"roles":[5]})", R"({"tags":{}})",
                             R"({"@odata.type":7})", R"({"remediationStatusDetails":[]})", "5", "\"x\"", "[]", "true"})
        QTest::newRow(item) << QByteArray("[" + QByteArray(item) + "]");
    QTest::newRow("no array") << QByteArray("{}");
    QTest::newRow("text") << QByteArray("\"evidence\"");
    QTest::newRow("one of many") << QByteArray(R"([{"verdict":"malicious"},{"verdict":5},{"verdict":"malicious"}])");
}

void AlertCodec::wrongTypesInTheBaseMakePoison()
{
    QFETCH(QByteArray, evidence);
    const auto alert = decode("\"evidence\":" + evidence);
    QVERIFY(!alert);
    QCOMPARE(alert.error().code, u"wrongType"_s);
    QVERIFY(alert.error().detail.startsWith("evidence"_L1));
}

void AlertCodec::oddMembersOfATypeAreOnlyShown_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::newRow("numbers for texts") << QByteArray(R"("subject":5,"networkMessageId":"n","recipientEmailAddress":7)");
    QTest::newRow("texts for numbers") << QByteArray(R"("urlCount":"many","attachmentsCount":null)");
    QTest::newRow("text for an object") << QByteArray(R"("p2Sender":"x","p1Sender":["y"])");
    QTest::newRow("object for a list") << QByteArray(R"("threats":{"a":1},"urls":"u")");
    QTest::newRow("beyond everything") << QByteArray(R"("urlCount":1e999,"attachmentsCount":18446744073709551617)");
}

void AlertCodec::oddMembersOfATypeAreOnlyShown()
{
    QFETCH(QByteArray, members);
    const Evidence item =
        evidence("{\"@odata.type\":\"#microsoft.graph.security.analyzedMessageEvidence\",\"verdict\":\"malicious\","
                 + members + '}');
    QVERIFY(item.mail.has_value());
    QCOMPARE(item.verdict.value, domain::Verdict::Malicious);
    QVERIFY(!item.fields.isEmpty());
}

void AlertCodec::largeIntegersStayExact()
{
    const Evidence item =
        evidence(R"({"@odata.type":"#microsoft.graph.security.xEvidence","a":9007199254740993,"b":-9223372036854775808,
        "c":18446744073709551615,"d":1e2})");
    QCOMPARE(fieldOf(item, u"a"_s), u"9007199254740993"_s);
    QCOMPARE(fieldOf(item, u"b"_s), u"-9223372036854775808"_s);
    QCOMPARE(fieldOf(item, u"c"_s), u"18446744073709551615"_s);
    QCOMPARE(fieldOf(item, u"d"_s), u"1e2"_s);
}

void AlertCodec::tenThousandItemsAreRead()
{
    QByteArray items;
    for (int i = 0; i < 10'000; ++i)
        items += "{\"@odata.type\":\"#microsoft.graph.security.urlEvidence\",\"url\":\"https://evil.example/"
            + QByteArray::number(i) + "\"},";
    const auto alert = decode("\"evidence\":[" + items.chopped(1) + ']');
    QVERIFY(alert.hasValue());
    QCOMPARE(alert->evidence.size(), 10'000);
    QVERIFY(alert->evidence.at(0).key != alert->evidence.at(9999).key);
}

void AlertCodec::theFieldListIsCapped()
{
    QByteArray members;
    for (int i = 0; i < 2000; ++i)
        members += "\"m" + QByteArray::number(i) + "\":\"v\",";
    QCOMPARE(evidence('{' + members.chopped(1) + '}').fields.size(), 500);
}

CASEMATE_TEST(AlertCodec)
#include "alertcodec.moc"
