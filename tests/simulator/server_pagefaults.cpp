// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The faults that change what an answer says, each ordered over the control port and seen on the wire.

#include "simulator/demoservice.h"
#include "simulator/faultkinds.h"
#include "simulator/oddvalues.h"
#include "support/testmain.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

class ServerPageFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void pageSaysSomethingElse_data();
    void pageSaysSomethingElse();
    void everyFormDiffers_data();
    void everyFormDiffers();
    void bytesHoldWhatNoWriterWrites_data();
    void bytesHoldWhatNoWriterWrites();
    void oneItemAloneCanBeMeant();
    void errorsStayAsTheyAre();
    void orderIsForTheQuery();
    void preferIsIgnored();
    void pagesNeverEnd();
    void dateIsSkewed();
    void waitsComeInEveryForm_data();
    void waitsComeInEveryForm();
    void answersAreMixedUp();
    void answerComesTwice();
    void bodyEndsWithAReset();
    void largeAnswersAreLarge_data();
    void largeAnswersAreLarge();
    void wrongOrderIsRefused_data();
    void wrongOrderIsRefused();

private:
    void set(const QString &kind, const QJsonObject &members = {});
    [[nodiscard]] WireAnswer page() const { return m_service->get(m_page, m_token); }

    const QByteArray m_page = "/v1.0/security/incidents?$top=3&$expand=alerts";
    std::unique_ptr<DemoService> m_service;
    QByteArray m_token;
};

namespace {

const QString pageRoute = u"^GET /v1.0/security/incidents$"_s;

using Check = bool (*)(const QJsonArray &before, const QJsonArray &after);

QJsonArray evidenceIn(const QJsonArray &items)
{
    QJsonArray evidence;
    for (const QJsonValue &item : items) {
        const QJsonArray alerts = item[u"alerts"].toArray();
        for (const QJsonValue &alert : alerts) {
            const QJsonArray some = alert[u"evidence"].toArray();
            for (const QJsonValue &one : some)
                evidence.append(one);
        }
    }
    return evidence;
}

bool all(const QJsonArray &items, const std::function<bool(const QJsonValue &)> &holds)
{
    return !items.isEmpty() && std::all_of(items.begin(), items.end(), holds);
}

QDateTime timeOf(const QJsonValue &item)
{
    return QDateTime::fromString(item[u"lastUpdateDateTime"].toString().left(19) + u'Z', Qt::ISODate);
}

struct Row {
    const char *name;
    QString kind;
    QJsonObject members;
    Check check;
};

QList<Row> rows()
{
    return {
        {"D02 wrong types", u"wrongTypes"_s, {},
         [](const QJsonArray &, const QJsonArray &after) {
             return all(after, [](const QJsonValue &item) {
                 return item[u"displayName"].isDouble() && item[u"id"].isString() && item[u"alerts"].isObject();
             });
         }},
        {"D02 nulls", u"nullMembers"_s, {},
         [](const QJsonArray &, const QJsonArray &after) {
             return all(after, [](const QJsonValue &item) { return item[u"severity"].isNull() && item[u"id"].isString(); });
         }},
        {"D02 missing ids", u"missingMembers"_s, {},
         [](const QJsonArray &, const QJsonArray &after) {
             return all(after, [](const QJsonValue &item) { return !item.toObject().contains(u"id"_s); });
         }},
        {"D02 missing deeper", u"missingMembers"_s, {{u"member"_s, u"alerts.id"_s}},
         [](const QJsonArray &, const QJsonArray &after) {
             return all(after, [](const QJsonValue &item) {
                 return item[u"id"].isString() && !item[u"alerts"][0].toObject().contains(u"id"_s);
             });
         }},
        {"missing arrays", u"missingArrays"_s, {},
         [](const QJsonArray &, const QJsonArray &after) {
             return all(after, [](const QJsonValue &item) {
                 return !item.toObject().contains(u"alerts"_s) && !item.toObject().contains(u"comments"_s);
             });
         }},
        {"empty strings", u"emptyStrings"_s, {},
         [](const QJsonArray &, const QJsonArray &after) {
             return all(after, [](const QJsonValue &item) {
                 return item[u"displayName"] == u""_s && item[u"lastUpdateDateTime"] == u""_s && item[u"id"] != u""_s;
             });
         }},
        {"D03 unknown enum member", u"unknownEnumMember"_s, {},
         [](const QJsonArray &, const QJsonArray &after) {
             return all(after, [](const QJsonValue &item) { return item[u"severity"] == u"brandNewMember"_s; });
         }},
        {"D05 sentinel, deeper", u"unknownEnumMember"_s,
         {{u"member"_s, u"alerts.evidence.verdict"_s}, {u"value"_s, u"unknownFutureValue"_s}},
         [](const QJsonArray &, const QJsonArray &after) {
             return all(evidenceIn(after),
                        [](const QJsonValue &item) { return item[u"verdict"] == u"unknownFutureValue"_s; });
         }},
        {"D03 letter case", u"letterCase"_s, {{u"form"_s, u"upper"_s}},
         [](const QJsonArray &before, const QJsonArray &after) {
             return after[0][u"status"].toString() == before[0][u"status"].toString().toUpper()
                 && after[0][u"status"] != before[0][u"status"];
         }},
        {"D04 unknown evidence", u"unknownEvidenceType"_s, {},
         [](const QJsonArray &, const QJsonArray &after) {
             return all(evidenceIn(after), [](const QJsonValue &item) {
                 return item[u"@odata.type"] == u"#microsoft.graph.security.quantumEvidence"_s;
             });
         }},
        {"extra properties", u"extraProperties"_s, {},
         [](const QJsonArray &, const QJsonArray &after) {
             return after[0][u"newInPreview"].isObject() && evidenceIn(after)[0][u"newInPreview"].isObject();
         }},
        {"D06 duplicate ids", u"duplicateId"_s, {},
         [](const QJsonArray &before, const QJsonArray &after) {
             return after[0][u"id"] == after[1][u"id"] && after[0][u"id"] == before[0][u"id"]
                 && after[1][u"displayName"] == before[1][u"displayName"] && after[2] == before[2];
         }},
        {"D06 same id across pages", u"duplicateId"_s, {{u"id"_s, u"4711"_s}},
         [](const QJsonArray &before, const QJsonArray &after) {
             return after[0][u"id"] == u"4711"_s && after[1] == before[1];
         }},
        {"D08 lone surrogate", u"loneSurrogate"_s, {{u"member"_s, u"displayName"_s}},
         [](const QJsonArray &before, const QJsonArray &after) {
             return after[0][u"displayName"].toString().startsWith(u"half ") && after[0][u"id"] == before[0][u"id"];
         }},
        {"D08 NUL", u"nulCharacter"_s, {},
         [](const QJsonArray &, const QJsonArray &after) {
             return after[0][u"displayName"].toString().contains(QChar(u'\0'));
         }},
        {"U+FFFD", u"replacementCharacters"_s, {},
         [](const QJsonArray &, const QJsonArray &after) {
             return after[0][u"displayName"].toString().contains(QChar::ReplacementCharacter)
                 && after[0][u"alerts"][0][u"title"].toString().contains(QChar::ReplacementCharacter);
         }},
        {"HTML", u"htmlText"_s, {},
         [](const QJsonArray &, const QJsonArray &after) {
             return after[0][u"displayName"].toString().contains(u"<script>");
         }},
        {"D09 long title", u"longText"_s, {{u"member"_s, u"displayName"_s}},
         [](const QJsonArray &, const QJsonArray &after) { return after[0][u"displayName"].toString().size() == 50'000; }},
        {"D09 combining marks", u"longText"_s, {{u"form"_s, u"combining"_s}, {u"characters"_s, 5001}},
         [](const QJsonArray &, const QJsonArray &after) {
             return after[0][u"displayName"].toString().count(QChar(u'\u0301')) == 5000;
         }},
        {"D10 many alerts", u"manyAlerts"_s, {{u"alerts"_s, 200}, {u"item"_s, 0}},
         [](const QJsonArray &, const QJsonArray &after) {
             QSet<QString> ids;
             const QJsonArray alerts = after[0][u"alerts"].toArray();
             for (const QJsonValue &alert : alerts)
                 ids.insert(alert[u"id"].toString());
             return alerts.size() == 200 && ids.size() == 200 && after[1][u"alerts"].toArray().size() < 200;
         }},
        {"D10 much evidence", u"manyEvidence"_s, {{u"evidence"_s, 300}, {u"item"_s, 0}},
         [](const QJsonArray &, const QJsonArray &after) {
             return after[0][u"alerts"][0][u"evidence"].toArray().size() == 300;
         }},
        {"D12 equal stamps", u"equalStamps"_s, {},
         [](const QJsonArray &before, const QJsonArray &after) {
             return all(after, [&before](const QJsonValue &item) {
                 return item[u"lastUpdateDateTime"] == before[0][u"lastUpdateDateTime"];
             });
         }},
        {"D12 skewed stamps", u"skewedStamps"_s, {{u"seconds"_s, -600}},
         [](const QJsonArray &before, const QJsonArray &after) {
             return timeOf(after[0]).secsTo(timeOf(before[0])) == 600;
         }},
        {"D12 late arrival", u"withheldItems"_s, {{u"item"_s, 1}},
         [](const QJsonArray &before, const QJsonArray &after) {
             return after.size() == before.size() - 1 && after[1] == before[2];
         }},
        {"D12 empty page", u"withheldItems"_s, {},
         [](const QJsonArray &, const QJsonArray &after) { return after.isEmpty(); }},
        {"D13 redirected to nobody", u"redirectedIncident"_s, {},
         [](const QJsonArray &, const QJsonArray &after) {
             return after[0][u"status"] == u"redirected"_s && after[0][u"redirectIncidentId"] == u"999999999"_s;
         }},
        {"D13 redirected to itself", u"redirectedIncident"_s, {{u"to"_s, u"self"_s}},
         [](const QJsonArray &, const QJsonArray &after) { return after[0][u"redirectIncidentId"] == after[0][u"id"]; }},
        {"D14 other tenant", u"foreignTenant"_s, {},
         [](const QJsonArray &before, const QJsonArray &after) {
             return after[0][u"tenantId"] == u"99999999-9999-4999-8999-999999999999"_s
                 && after[0][u"alerts"][0][u"tenantId"] != before[0][u"alerts"][0][u"tenantId"];
         }},
    };
}

} // namespace

Q_DECLARE_METATYPE(Check)

void ServerPageFaults::initTestCase()
{
    m_service = std::make_unique<DemoService>(QStringList {u"--unthrottled"_s});
    QVERIFY2(m_service->isReady(), qPrintable(m_service->failure()));
    m_token = m_service->signIn();
    QCOMPARE(page().json()[u"value"].toArray().size(), 3);
}

void ServerPageFaults::cleanup()
{
    QCOMPARE(m_service->say("DELETE", "/control/faults")[u"status"].toInt(), 200);
}

void ServerPageFaults::set(const QString &kind, const QJsonObject &members)
{
    QJsonObject order {{u"route"_s, pageRoute}, {u"kind"_s, kind}};
    for (auto it = members.begin(); it != members.end(); ++it)
        order.insert(it.key(), *it);
    const QJsonObject said = m_service->say("POST", "/control/faults", order);
    QVERIFY2(said[u"status"].toInt() == 201, qPrintable(said[u"error"].toString()));
}

void ServerPageFaults::pageSaysSomethingElse_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonObject>("members");
    QTest::addColumn<Check>("check");
    for (const Row &row : rows())
        QTest::newRow(row.name) << row.kind << row.members << row.check;
}

void ServerPageFaults::pageSaysSomethingElse()
{
    QFETCH(QString, kind);
    QFETCH(QJsonObject, members);
    QFETCH(Check, check);
    const QJsonArray before = page().json()[u"value"].toArray();
    set(kind, members);
    const WireAnswer spoilt = page();
    QCOMPARE(spoilt.status, 200);
    QVERIFY2(check(before, spoilt.json()[u"value"].toArray()), spoilt.body.left(2000).constData());
    QVERIFY(!check(before, page().json()[u"value"].toArray())); // the check can fail, and once is the default
}

void ServerPageFaults::everyFormDiffers_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("form");
    for (const QString &kind : faultKinds()) {
        for (const QString &form : formsOf(*kindNamed(kind)))
            QTest::addRow("%s %s", qPrintable(kind), qPrintable(form)) << kind << form;
    }
}

void ServerPageFaults::everyFormDiffers()
{
    QFETCH(QString, kind);
    QFETCH(QString, form);
    const QByteArray before = page().body;
    set(kind, {{u"form"_s, form}});
    const WireAnswer spoilt = page();
    QCOMPARE(spoilt.status, 200);
    QVERIFY(spoilt.isComplete);
    if (kind != u"letterCase" || form != u"lower") // which this page is in already
        QVERIFY(spoilt.body != before);
    // Qt's parser is lenient about some of them; the others are no JSON even for it.
    const QStringList forgiven {u"byteOrderMark"_s, u"utf16"_s, u"badEscape"_s, u"lineBreakInString"_s};
    if (kind == u"malformedJson" && !forgiven.contains(form)) {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(spoilt.body, &error);
        QVERIFY2(!document.isObject(), spoilt.body.last(std::min<qsizetype>(spoilt.body.size(), 60)).constData());
    }
}

void ServerPageFaults::bytesHoldWhatNoWriterWrites_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonObject>("members");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("D08 1e999") << u"oddNumber"_s << QJsonObject {{u"form"_s, u"beyondDouble"_s}} << QByteArray(":1e999");
    QTest::newRow("D08 2^63") << u"oddNumber"_s
                              << QJsonObject {{u"form"_s, u"twoTo63"_s}, {u"member"_s, u"severity"_s}}
                              << QByteArray("\"severity\":9223372036854775808");
    QTest::newRow("D08 half a pair") << u"loneSurrogate"_s << QJsonObject() << QByteArray("\\ud83d of a pair\"");
    QTest::newRow("D06 duplicate keys") << u"duplicateKeys"_s << QJsonObject {{u"value"_s, u"high"_s}}
                                        << QByteArray(",\"severity\":\"high\"}");
    QTest::newRow("D08 deep") << u"deepJson"_s << QJsonObject {{u"depth"_s, 1025}}
                              << QByteArray(QByteArray(1025, '[') + QByteArray(1025, ']'));
    QTest::newRow("N24 many members") << u"manyMembers"_s << QJsonObject {{u"members"_s, 5000}}
                                      << QByteArray("\"member4999\":0}");
    QTest::newRow("D07 NUL in an id") << u"oddId"_s << QJsonObject {{u"form"_s, u"nul"_s}} << QByteArray("\\u0000x\"");
    QTest::newRow("D07 hash in an id") << u"oddId"_s << QJsonObject {{u"form"_s, u"hash"_s}} << QByteArray("#x\"");
    QTest::newRow("N20 userinfo") << u"oddNextLink"_s << QJsonObject {{u"form"_s, u"userInfo"_s}}
                                  << QByteArray("@evil.example/v1.0/security/incidents");
}

void ServerPageFaults::bytesHoldWhatNoWriterWrites()
{
    QFETCH(QString, kind);
    QFETCH(QJsonObject, members);
    QFETCH(QByteArray, part);
    QVERIFY(!page().body.contains(part));
    set(kind, members);
    QVERIFY(page().body.contains(part));
}

void ServerPageFaults::oneItemAloneCanBeMeant()
{
    const QJsonArray before = page().json()[u"value"].toArray();
    set(u"unknownEnumMember"_s, {{u"item"_s, 1}, {u"value"_s, u"x"_s}});
    const QJsonArray after = page().json()[u"value"].toArray();
    QCOMPARE(after[0], before[0]);
    QCOMPARE(after[1][u"severity"].toString(), u"x"_s);
    QCOMPARE(after[2], before[2]);

    const QByteArray target = "/v1.0/security/incidents/" + before[0][u"id"].toString().toLatin1();
    set(u"foreignTenant"_s, {{u"route"_s, u"incidents/[0-9]+$"_s}, {u"value"_s, u"other"_s}});
    QCOMPARE(m_service->get(target, m_token).json()[u"tenantId"].toString(), u"other"_s); // no page, the item itself
}

void ServerPageFaults::errorsStayAsTheyAre()
{
    set(u"wrongTypes"_s);
    const WireAnswer answer = m_service->get("/v1.0/security/incidents?$top=51", m_token);
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.json()[u"error"][u"message"].isString());
}

void ServerPageFaults::orderIsForTheQuery()
{
    set(u"status"_s, {{u"status"_s, 500}, {u"query"_s, u"\\$expand=alerts"_s}, {u"count"_s, 0}});
    QCOMPARE(m_service->get("/v1.0/security/incidents?$top=1", m_token).status, 200);
    QCOMPARE(page().status, 500); // D11
    QCOMPARE(m_service->get("/v1.0/security/incidents?%24expand=alerts", m_token).status, 500);
}

void ServerPageFaults::preferIsIgnored()
{
    const auto ask = [this] {
        return exchange(m_service->graph(), "GET", m_page,
                        {{"Authorization", m_token}, {"Prefer", "include-unknown-enum-members"}});
    };
    QVERIFY(!ask().headers.value("preference-applied").isEmpty());
    set(u"ignoredPrefer"_s);
    QVERIFY(ask().headers.value("preference-applied").isEmpty());
}

void ServerPageFaults::pagesNeverEnd()
{
    set(u"endlessPages"_s, {{u"count"_s, 0}});
    const QString base = m_service->line()[u"graph"].toString();
    QByteArray target = m_page;
    QSet<QByteArray> seen;
    for (int i = 0; i < 10; ++i) {
        seen.insert(target);
        const WireAnswer answer = m_service->get(target, m_token);
        QCOMPARE(answer.json()[u"value"].toArray().size(), 3);
        const QString next = answer.json()[u"@odata.nextLink"].toString();
        QVERIFY(next.startsWith(QString(base + u'/')));
        target = next.sliced(base.size()).toLatin1();
    }
    QCOMPARE(seen.size(), 10);
}

void ServerPageFaults::dateIsSkewed()
{
    const auto date = [](const WireAnswer &answer) {
        return QLocale::c().toDateTime(QString::fromLatin1(answer.headers.value("date")),
                                       u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    };
    const QDateTime right = date(page());
    set(u"skewedDate"_s, {{u"seconds"_s, 86'400}});
    QCOMPARE(right.secsTo(date(page())), 86'400);
}

void ServerPageFaults::waitsComeInEveryForm_data()
{
    QTest::addColumn<QJsonValue>("wait");
    QTest::addColumn<QByteArray>("header"); // as this client keeps it: of several the last
    QTest::newRow("zero") << QJsonValue(0) << QByteArray("0");
    QTest::newRow("negative") << QJsonValue(-1) << QByteArray("-1");
    QTest::newRow("very long") << QJsonValue(u"1000000000000"_s) << QByteArray("1000000000000");
    QTest::newRow("text") << QJsonValue(u"soon"_s) << QByteArray("soon");
    QTest::newRow("two") << QJsonValue(QJsonArray {5, 90}) << QByteArray("90");
}

void ServerPageFaults::waitsComeInEveryForm()
{
    QFETCH(QJsonValue, wait);
    set(u"status"_s, {{u"status"_s, 429}, {u"retryAfter"_s, wait}});
    QTEST(page().headers.value("retry-after"), "header");
    set(u"status"_s, {{u"status"_s, 429}, {u"retryAfter"_s, QJsonObject {{u"date"_s, 30}}}, {u"apply"_s, true}});
    const WireAnswer dated = page();
    QVERIFY(dated.headers.value("retry-after").endsWith(" GMT"));
    QVERIFY(dated.headers.value("retry-after") != dated.headers.value("date"));
}

void ServerPageFaults::answersAreMixedUp()
{
    const WireAnswer other = m_service->get("/v1.0/me", m_token);
    set(u"otherAnswer"_s);
    const WireAnswer mixed = page();
    QCOMPARE(mixed.body, other.body);
    QCOMPARE(mixed.headers.value("request-id"), other.headers.value("request-id"));
    QVERIFY(page().body != other.body);
}

void ServerPageFaults::answerComesTwice()
{
    set(u"doubledAnswer"_s);
    WireClient client(m_service->graph());
    QVERIFY(client.connectToServer());
    client.send(requestBytes(m_service->graph(), "GET", m_page, {{"Authorization", m_token}}));
    QVERIFY(client.waitForAnswers(2));
    QCOMPARE(client.answers()[1].body, client.answers()[0].body);
}

void ServerPageFaults::bodyEndsWithAReset()
{
    const QByteArray whole = page().body;
    set(u"resetMidBody"_s, {{u"bytes"_s, 100}});
    WireClient client(m_service->graph());
    QVERIFY(client.connectToServer());
    client.send(requestBytes(m_service->graph(), "GET", m_page, {{"Authorization", m_token}}));
    QVERIFY(client.waitForEnd());
    const QList<WireAnswer> answers = client.answers();
    QVERIFY(answers.isEmpty() || !answers.first().isComplete);
    QVERIFY(client.received().size() < whole.size());
}

void ServerPageFaults::largeAnswersAreLarge_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonObject>("members");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("bytes");
    QTest::newRow("N24 body") << u"hugeBody"_s << QJsonObject {{u"megabytes"_s, 3}} << 200 << 3 * 1024 * 1024;
    QTest::newRow("D08 string") << u"hugeString"_s << QJsonObject {{u"megabytes"_s, 2}} << 200 << 2 * 1024 * 1024;
    QTest::newRow("error") << u"longError"_s << QJsonObject {{u"characters"_s, 200'000}} << 400 << 200'000;
}

void ServerPageFaults::largeAnswersAreLarge()
{
    QFETCH(QString, kind);
    QFETCH(QJsonObject, members);
    QFETCH(int, bytes);
    set(kind, members);
    const WireAnswer answer = page();
    QTEST(answer.status, "status");
    QVERIFY(answer.isComplete && answer.body.size() >= bytes);
    QVERIFY(!answer.json().isEmpty());
}

void ServerPageFaults::wrongOrderIsRefused_data()
{
    QTest::addColumn<QByteArray>("order");
    QTest::addColumn<QString>("part");
    QTest::newRow("misspelt") << QByteArray(R"({"kind":"status","status":500,"retry":1})") << u"no member 'retry'"_s;
    QTest::newRow("of another kind") << QByteArray(R"({"kind":"garbage","form":"x"})") << u"no member 'form'"_s;
    QTest::newRow("wrong type") << QByteArray(R"({"kind":"delay","milliseconds":"1"})") << u"is a number"_s;
    QTest::newRow("no form") << QByteArray(R"({"kind":"oddId"})") << u"needs the member 'form'"_s;
    QTest::newRow("unknown form") << QByteArray(R"({"kind":"oddId","form":"x"})") << u"is one of slash, dots"_s;
    QTest::newRow("query") << QByteArray(R"({"kind":"garbage","query":"("})") << u"query is no regular expression"_s;
}

void ServerPageFaults::wrongOrderIsRefused()
{
    QFETCH(QByteArray, order);
    QFETCH(QString, part);
    const WireAnswer answer = exchange(m_service->control(), "POST", "/control/faults", {}, order);
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.json()[u"error"].toString().contains(part), answer.body.constData());
}

CASEMATE_TEST(ServerPageFaults)
#include "server_pagefaults.moc"
