// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/graphdecoder.h"

#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::Incident;
using domain::Moment;

namespace {

const QString ourTenant = u"11111111-2222-3333-4444-555555555555"_s;

// An incident with these members on top of what every incident has.
QByteArray incidentWith(const QByteArray &members)
{
    return R"({"id":"29","createdDateTime":"2026-02-25T16:00:00Z","lastUpdateDateTime":"2026-02-25T16:29:33.1234567Z")"
        + (members.isEmpty() ? QByteArray() : ',' + members) + '}';
}

domain::Result<Incident> decode(const QByteArray &item)
{
    return remote::GraphDecoder(ourTenant).incident(item);
}

} // namespace

class IncidentCodec final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyMemberIsRead();
    void noValueHasFourForms_data();
    void noValueHasFourForms();
    void wordsAreKept_data();
    void wordsAreKept();
    void olderSpellingsAreRead();
    void timesKeepSevenDigits_data();
    void timesKeepSevenDigits();
    void wrongTypesMakePoison_data();
    void wrongTypesMakePoison();
    void identityIsChecked_data();
    void identityIsChecked();
    void textIsUnescaped_data();
    void textIsUnescaped();
    void doubledMembersCountOnce();
    void priorityIsANumberFromZeroToHundred_data();
    void priorityIsANumberFromZeroToHundred();
    void deepItemsAreRefused();
    void onePoisonItemDoesNotCostTheOthers();
    void hugeTextsAreRead();
    void unknownMembersAreNoMatter();
};

void IncidentCodec::everyMemberIsRead()
{
    const auto incident = decode(R"({
        "@odata.type": "#microsoft.graph.security.incident",
        "id": "29", "tenantId": "11111111-2222-3333-4444-555555555555", "status": "active", "severity": "high",
        "displayName": "Phish \"x\"", "description": "d", "summary": "<b>s</b>", "classification": "truePositive",
        "determination": "phishing", "assignedTo": "ada@contoso.example", "createdDateTime": "2026-02-25T16:00:00Z",
        "lastUpdateDateTime": "2026-02-25T16:29:33.1Z", "customTags": ["vip", "", null, "x y"], "systemTags": ["Defender Experts"],
        "comments": [{"comment": "c1", "createdByDisplayName": "Ada", "createdDateTime": "2026-02-25T16:01:00Z"},
                     {"@odata.type": "x", "comment": "c2", "createdBy": "Bob", "createdTime": "2026-02-25T16:02:00Z"}, {}],
        "incidentWebUrl": "https://evil.example", "redirectIncidentId": "30", "resolvingComment": "r", "lastModifiedBy": "m",
        "priorityScore": 86, "alerts": [{"id": "not read here"}], "future": {"deep": [1, {"x": null}]}})");
    QVERIFY2(incident.hasValue(), incident ? "" : qPrintable(incident.error().code + incident.error().detail));
    QCOMPARE(incident->id.text, u"29"_s);
    QCOMPARE(incident->tenantId, ourTenant);
    QCOMPARE(incident->status.value, domain::IncidentStatus::Active);
    QCOMPARE(incident->severity.value, domain::Severity::High);
    QCOMPARE(incident->displayName.raw(), u"Phish \"x\""_s);
    QCOMPARE(incident->description.raw(), u"d"_s);
    QCOMPARE(incident->summary.raw(), u"<b>s</b>"_s);
    QCOMPARE(incident->classification.value, domain::Classification::TruePositive);
    QCOMPARE(incident->determination.value, domain::Determination::Phishing);
    QCOMPARE(incident->assignedTo.raw(), u"ada@contoso.example"_s);
    QCOMPARE(incident->created, *Moment::parse(u"2026-02-25T16:00:00Z"));
    QCOMPARE(incident->updated, *Moment::parse(u"2026-02-25T16:29:33.1Z"));
    QCOMPARE(incident->customTags, domain::UntrustedList({domain::Untrusted(u"vip"_s), domain::Untrusted(u"x y"_s)}));
    QCOMPARE(incident->systemTags.size(), 1);
    QCOMPARE(incident->comments.size(), 3);
    QCOMPARE(incident->comments.at(0).author.raw(), u"Ada"_s);
    QCOMPARE(incident->comments.at(1).text.raw(), u"c2"_s);
    QCOMPARE(incident->comments.at(1).author.raw(), u"Bob"_s);
    QCOMPARE(incident->comments.at(1).created, Moment::parse(u"2026-02-25T16:02:00Z"));
    QCOMPARE(incident->redirectTo, std::optional(domain::IncidentId {u"30"_s}));
    QCOMPARE(incident->resolvingComment.raw(), u"r"_s);
    QCOMPARE(incident->lastModifiedBy.raw(), u"m"_s);
    QCOMPARE(incident->priorityScore, std::optional(86));
}

void IncidentCodec::noValueHasFourForms_data()
{
    QTest::addColumn<QByteArray>("members");
    const QByteArray texts[] = {"tenantId",   "displayName",      "description",    "summary",
                                "assignedTo", "resolvingComment", "lastModifiedBy", "status",
                                "severity",   "classification",   "determination",  "redirectIncidentId"};
    const QByteArray lists[] = {"customTags", "systemTags", "comments"};
    for (const char *none : {"null", "\"\""}) {
        QByteArray members;
        for (const QByteArray &text : texts)
            members += '"' + text + "\":" + none + ',';
        QTest::addRow("texts %s", none) << members.chopped(1);
    }
    for (const char *none : {"null", "[]"}) {
        QByteArray members = "\"priorityScore\":null,";
        for (const QByteArray &list : lists)
            members += '"' + list + "\":" + none + ',';
        QTest::addRow("lists %s", none) << members.chopped(1);
    }
    QTest::newRow("absent") << QByteArray();
}

void IncidentCodec::noValueHasFourForms()
{
    QFETCH(QByteArray, members);
    const auto incident = decode(incidentWith(members));
    QVERIFY(incident.hasValue());
    QCOMPARE(*incident, *decode(incidentWith({})));
    QVERIFY(incident->assignedTo.isEmpty());
    QVERIFY(!incident->redirectTo);
    QVERIFY(incident->status.wire.isEmpty());
}

void IncidentCodec::wordsAreKept_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<int>("value");
    QTest::newRow("ours") << QByteArray("inProgress") << int(domain::IncidentStatus::InProgress);
    QTest::newRow("older") << QByteArray("InProgress") << int(domain::IncidentStatus::InProgress);
    QTest::newRow("shouted") << QByteArray("INPROGRESS") << int(domain::IncidentStatus::InProgress);
    QTest::newRow("behind the sentinel") << QByteArray("awaitingAction") << int(domain::IncidentStatus::AwaitingAction);
    QTest::newRow("the sentinel") << QByteArray("unknownFutureValue") << int(domain::IncidentStatus::Other);
    QTest::newRow("of tomorrow") << QByteArray("quarantinedByAi") << int(domain::IncidentStatus::Other);
    QTest::newRow("dotless i") << QByteArray("\xc4\xb1nProgress") << int(domain::IncidentStatus::Other);
}

void IncidentCodec::wordsAreKept()
{
    QFETCH(QByteArray, wire);
    QFETCH(int, value);
    const auto incident = decode(incidentWith("\"status\":\"" + wire + '"'));
    QVERIFY(incident.hasValue());
    QCOMPARE(int(incident->status.value), value);
    QCOMPARE(incident->status.wire, QString::fromUtf8(wire));
}

void IncidentCodec::olderSpellingsAreRead()
{
    const auto determination = [](const QByteArray &wire) {
        return decode(incidentWith("\"determination\":\"" + wire + '"'))->determination.value;
    };
    QCOMPARE(determination("clean"), domain::Determination::NotMalicious);
    QCOMPARE(determination("compromisedUser"), domain::Determination::CompromisedAccount);
    QCOMPARE(determination("insufficientData"), domain::Determination::NotEnoughDataToValidate);
    QCOMPARE(determination("confirmedUserActivity"), domain::Determination::ConfirmedActivity);
    QCOMPARE(determination("noEnoughDataToValidate"), domain::Determination::NotEnoughDataToValidate);
}

void IncidentCodec::timesKeepSevenDigits_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<bool>("isGood");
    for (const char *good : {"2026-02-25T16:29:33Z", "2026-02-25T16:29:33.1Z", "2026-02-25T16:29:33.1234567Z",
                             "2026-02-25T16:29:33", "9999-12-31T23:59:59.9999999Z"})
        QTest::newRow(good) << QByteArray(good) << true;
    for (const char *bad :
         {"yesterday", "2026-02-30T16:29:33Z", "2026-13-01T00:00:00Z", "2026-02-25", "16:29:33", "1772036973"})
        QTest::newRow(bad) << QByteArray(bad) << false;
}

void IncidentCodec::timesKeepSevenDigits()
{
    QFETCH(QByteArray, wire);
    QFETCH(bool, isGood);
    const auto incident =
        decode("{\"id\":\"1\",\"createdDateTime\":\"2026-01-01T00:00:00Z\",\"lastUpdateDateTime\":\"" + wire + "\"}");
    QCOMPARE(incident.hasValue(), isGood);
    if (isGood)
        QCOMPARE(incident->updated, *Moment::parse(QString::fromLatin1(wire)));
    else
        QCOMPARE(incident.error().code, u"badTime"_s);
    // "no value" of the service is no time, and the other time stands in
    const auto none =
        decode(R"({"id":"1","createdDateTime":"2026-01-01T00:00:00Z","lastUpdateDateTime":"0001-01-01T00:00:00Z"})");
    QVERIFY(none.hasValue());
    QCOMPARE(none->updated, none->created);
    QCOMPARE(decode(R"({"id":"1"})").error().code, u"badTime"_s);
}

void IncidentCodec::wrongTypesMakePoison_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QByteArray>("value");
    for (const char *text : {"id", "tenantId", "status", "severity", "displayName", "description", "summary",
                             "classification", "determination", "assignedTo", "createdDateTime", "lastUpdateDateTime",
                             "redirectIncidentId", "resolvingComment", "lastModifiedBy"}) {
        for (const char *value : {"5", "true", "[]", "{}", "[\"a\"]", "1.5"})
            QTest::addRow("%s %s", text, value) << QByteArray(text) << QByteArray(value);
    }
    for (const char *list : {"customTags", "systemTags", "comments"}) {
        for (const char *value : {"5", "true", "{}", "\"a\"", "[5]", "[[]]"})
            QTest::addRow("%s %s", list, value) << QByteArray(list) << QByteArray(value);
    }
    QTest::newRow("comment's text") << QByteArray("comments") << QByteArray("[{\"comment\":5}]");
    QTest::newRow("comment's author") << QByteArray("comments") << QByteArray("[{\"createdByDisplayName\":{}}]");
    for (const char *value : {"\"86\"", "true", "[]", "{}"})
        QTest::addRow("priorityScore %s", value) << QByteArray("priorityScore") << QByteArray(value);
}

void IncidentCodec::wrongTypesMakePoison()
{
    QFETCH(QByteArray, member);
    QFETCH(QByteArray, value);
    const auto incident = decode(incidentWith('"' + member + "\":" + value));
    QVERIFY(!incident);
    QCOMPARE(incident.error().kind, domain::ErrorKind::NotGraph);
    QCOMPARE(incident.error().code, u"wrongType"_s);
    QVERIFY(!incident.error().detail.isEmpty());
}

void IncidentCodec::identityIsChecked_data()
{
    QTest::addColumn<QByteArray>("members"); // override
    QTest::addColumn<QString>("code"); // empty: good
    QTest::newRow("ours") << QByteArray("\"tenantId\":\"11111111-2222-3333-4444-555555555555\"") << QString();
    QTest::newRow("ours in capitals")
        << QByteArray("\"tenantId\":\"11111111-2222-3333-4444-555555555555\"").toUpper().replace("TENANTID", "tenantId")
        << QString();
    QTest::newRow("another tenant") << QByteArray("\"tenantId\":\"22222222-2222-3333-4444-555555555555\"")
                                    << u"wrongTenant"_s;
    QTest::newRow("no id") << QByteArray("\"id\":\"\"") << u"noId"_s;
    QTest::newRow("null id") << QByteArray("\"id\":null") << u"noId"_s;
    QTest::newRow("path") << QByteArray("\"id\":\"../1\"") << u"badId"_s;
    QTest::newRow("encoded path") << QByteArray("\"id\":\"..%2f1\"") << u"badId"_s;
    QTest::newRow("query") << QByteArray("\"id\":\"1?x\"") << u"badId"_s;
    QTest::newRow("NUL") << QByteArray("\"id\":\"1\\u0000\"") << u"badId"_s;
    QTest::newRow("right to left") << QByteArray("\"id\":\"1\\u202e\"") << u"badId"_s;
    QTest::newRow("long") << QByteArray("\"id\":\"" + QByteArray(10'000, '1') + '"') << u"badId"_s;
}

void IncidentCodec::identityIsChecked()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, code);
    const auto incident = decode(incidentWith(members));
    QCOMPARE(incident.hasValue(), code.isEmpty());
    if (!code.isEmpty())
        QCOMPARE(incident.error().code, code);
    // without a tenant to compare with, any will do
    if (code == "wrongTenant"_L1)
        QVERIFY(remote::GraphDecoder().incident(incidentWith(members)).hasValue());
}

void IncidentCodec::textIsUnescaped_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("a\xc3\xa9") << u"aé"_s;
    QTest::newRow("escapes") << QByteArray(R"(\"\\\/\b\f\n\r\t)") << u"\"\\/\b\f\n\r\t"_s;
    QTest::newRow("code") << QByteArray(R"(\u00e9\u20AC)") << u"é€"_s;
    QTest::newRow("pair") << QByteArray(R"(\ud83d\ude00)") << u"😀"_s;
    QTest::newRow("NUL") << QByteArray(R"(a\u0000b)") << u"a\0b"_s;
    QTest::newRow("high half alone") << QByteArray(R"(a\ud83db)") << u"a\ufffdb"_s;
    QTest::newRow("low half alone") << QByteArray(R"(\ude00)") << u"\ufffd"_s;
    QTest::newRow("halves the wrong way round") << QByteArray(R"(\ude00\ud83d)") << u"\ufffd\ufffd"_s;
    QTest::newRow("two high halves") << QByteArray(R"(\ud83d\ud83d\ude00)") << u"\ufffd😀"_s;
    QTest::newRow("replacement") << QByteArray("\xef\xbf\xbd") << u"\ufffd"_s;
    QTest::newRow("backslash at the end") << QByteArray(R"(a\\)") << u"a\\"_s;
    QTest::newRow("escaped quote at the end") << QByteArray(R"(a\")") << u"a\""_s;
    QTest::newRow("what looks like its end") << QByteArray(R"(a\",\"b\":1})") << u"a\",\"b\":1}"_s;
}

void IncidentCodec::textIsUnescaped()
{
    QFETCH(QByteArray, wire);
    QFETCH(QString, text);
    const auto incident = decode(incidentWith("\"displayName\":\"" + wire + "\" , \"summary\":\"after\""));
    QVERIFY(incident.hasValue());
    QCOMPARE(incident->displayName.raw(), text);
    QCOMPARE(incident->summary.raw(), u"after"_s);
}

void IncidentCodec::doubledMembersCountOnce()
{
    const auto incident = decode(
        incidentWith(R"("status":"active","customTags":["a"],"comments":[{"comment":"1"}],"redirectIncidentId":"5",
                                                "status":"resolved","customTags":["b"],"comments":[],"redirectIncidentId":null)"));
    QVERIFY(incident.hasValue());
    QCOMPARE(incident->status.value, domain::IncidentStatus::Resolved);
    QCOMPARE(incident->customTags, domain::UntrustedList({domain::Untrusted(u"b"_s)}));
    QVERIFY(incident->comments.isEmpty());
    QVERIFY(!incident->redirectTo);
}

void IncidentCodec::priorityIsANumberFromZeroToHundred_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<int>("score"); // -1: none
    QTest::newRow("zero") << QByteArray("0") << 0;
    QTest::newRow("hundred") << QByteArray("100") << 100;
    QTest::newRow("fraction") << QByteArray("86.0") << 86;
    QTest::newRow("half") << QByteArray("86.5") << -1;
    QTest::newRow("above") << QByteArray("101") << -1;
    QTest::newRow("below") << QByteArray("-1") << -1;
    QTest::newRow("beyond 64 bits") << QByteArray("18446744073709551702") << -1; // 86 if it wrapped round
    QTest::newRow("2^63") << QByteArray("9223372036854775808") << -1;
    QTest::newRow("beyond a double") << QByteArray("1e999") << -1;
}

void IncidentCodec::priorityIsANumberFromZeroToHundred()
{
    QFETCH(QByteArray, wire);
    QFETCH(int, score);
    const auto incident = decode(incidentWith("\"priorityScore\":" + wire));
    QVERIFY(incident.hasValue());
    QCOMPARE(incident->priorityScore.value_or(-1), score);
}

void IncidentCodec::deepItemsAreRefused()
{
    const auto nested = [](qsizetype depth) {
        return incidentWith("\"x\":" + QByteArray(depth, '[') + QByteArray(depth, ']'));
    };
    QVERIFY(decode(nested(100)).hasValue());
    QCOMPARE(decode(nested(1025)).error().code, u"tooDeep"_s);
    QCOMPARE(decode(nested(1'000'000)).error().code, u"tooDeep"_s);
    QCOMPARE(decode("{\"id\":\"1\"").error().code, u"malformed"_s);
    QCOMPARE(decode("[]").error().code, u"noObject"_s);
    QCOMPARE(decode("null").error().code, u"noObject"_s);
    QCOMPARE(decode("").error().code, u"malformed"_s);
}

void IncidentCodec::onePoisonItemDoesNotCostTheOthers()
{
    const QList<QByteArray> items {incidentWith("\"id\":\"1\""), incidentWith("\"id\":\"2\",\"severity\":5"), "null",
                                   incidentWith("\"id\":\"3\",\"tenantId\":\"22222222-2222-3333-4444-555555555555\""),
                                   incidentWith("\"id\":\"4\"")};
    const remote::GraphDecoder decoder(ourTenant);
    const remote::DecodedIncidents decoded = remote::decodeIncidents(items, decoder);
    QCOMPARE(decoded.received.size(), 2);
    QCOMPARE(decoded.received.at(0).value.id.text, u"1"_s);
    QCOMPARE(decoded.received.at(0).bytes, items.at(0));
    QCOMPARE(decoded.received.at(1).value.id.text, u"4"_s);
    QCOMPARE(decoded.poison.size(), 3);
    QCOMPARE(decoded.poison.at(0).id, u"2"_s);
    QCOMPARE(decoded.poison.at(0).bytes, items.at(1));
    QCOMPARE(decoded.poison.at(0).error.detail, u"severity"_s);
    QVERIFY(decoded.poison.at(1).id.isEmpty());
    QCOMPARE(decoded.poison.at(2).error.code, u"wrongTenant"_s);
}

void IncidentCodec::hugeTextsAreRead()
{
    const QByteArray comment(10 * 1024 * 1024, 'c');
    const auto incident = decode(incidentWith("\"comments\":[{\"comment\":\"" + comment + "\"}],\"displayName\":\""
                                              + QByteArray(50'000, 'n') + '"'));
    QVERIFY(incident.hasValue());
    QCOMPARE(incident->comments.constFirst().text.raw().size(), comment.size());
    QCOMPARE(incident->displayName.raw().size(), 50'000);
}

void IncidentCodec::unknownMembersAreNoMatter()
{
    const auto incident = decode(incidentWith(
        R"("a":1e999,"b":123456789012345678901234567890,"c":"\ud800","d":[{},[null,false]],"":"","id2":"x")"));
    QVERIFY(incident.hasValue());
    QCOMPARE(*incident, *decode(incidentWith({})));
}

CASEMATE_TEST(IncidentCodec)
#include "incidentcodec.moc"
