// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoservice.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator::test;

namespace {

QJsonObject item(const QString &id, const QString &url, const QString &method = u"GET"_s)
{
    return {{u"id"_s, id}, {u"method"_s, method}, {u"url"_s, url}};
}

QJsonObject with(QJsonObject object, const QString &name, const QJsonValue &value)
{
    object.insert(name, value);
    return object;
}

QJsonObject written(const QString &id, const QString &method, const QString &url, const QJsonValue &body)
{
    return with(with(item(id, url, method), u"body"_s, body), u"headers"_s, QJsonObject {{u"Content-Type"_s, u"application/json"_s}});
}

} // namespace

// $batch, on the wire.
class ConformanceBatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void eachItemHasItsAnswer();
    void aSerialBatchStopsAtAFailure();
    void aMalformedBatchIsRefused_data();
    void aMalformedBatchIsRefused();
    void itemsAreThrottledOneByOne();
    void aMailboxTakesFourAtATime();
    void headersAreThoseOfTheItem();
    void oneTokenServesAll();
    void bodiesMayBeBase64();
    void onlyPostIsAllowed();

private:
    WireAnswer send(const QJsonArray &items, const QByteArray &authorization = {}) const;
    static QJsonObject answerOf(const WireAnswer &answer, const QString &id);

    std::unique_ptr<DemoService> m_service;
    QByteArray m_person;
    QString m_incident;
};

void ConformanceBatch::initTestCase()
{
    m_service = std::make_unique<DemoService>(QStringList {u"--switch"_s, u"appRoles=MailboxSettings.ReadWrite"_s});
    QVERIFY2(m_service->isReady(), qPrintable(m_service->failure()));
    const QString code = m_service->code();
    const WireAnswer tokens = m_service->redeem(code, {{u"scope"_s, u"https://graph.microsoft.com/.default"_s}});
    m_person = "Bearer " + tokens.json()[u"access_token"].toString().toLatin1();
    m_incident = m_service->get("/v1.0/security/incidents", m_person).json()[u"value"][0][u"id"].toString();
    QVERIFY(!m_incident.isEmpty());
}

void ConformanceBatch::init()
{
    m_service->say("POST", "/control/throttle", {{u"unthrottled"_s, true}, {u"security"_s, 150}});
}

WireAnswer ConformanceBatch::send(const QJsonArray &items, const QByteArray &authorization) const
{
    return exchange(m_service->graph(), "POST", "/v1.0/$batch",
                    {{"Authorization", authorization.isEmpty() ? m_person : authorization}, {"Content-Type", "application/json"}},
                    QJsonDocument(QJsonObject {{u"requests"_s, items}}).toJson());
}

QJsonObject ConformanceBatch::answerOf(const WireAnswer &answer, const QString &id)
{
    const QJsonArray responses = answer.json()[u"responses"].toArray();
    for (const QJsonValue &response : responses) {
        if (response[u"id"].toString() == id)
            return response.toObject();
    }
    return {};
}

void ConformanceBatch::eachItemHasItsAnswer()
{
    const WireAnswer answer = send({item(u"1"_s, u"/security/incidents?$top=2"_s), item(u"a"_s, u"security/incidents/"_s + m_incident),
                                    item(u"3"_s, u"/security/incidents/none"_s), item(u"4"_s, u"/me"_s),
                                    written(u"5"_s, u"patch"_s, u"/security/incidents/"_s + m_incident, QJsonObject {{u"customTags"_s, QJsonArray {u"batch"_s}}}),
                                    item(u"6"_s, u"/$batch"_s, u"POST"_s), item(u"7"_s, u"https://elsewhere.example/me"_s)});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json()[u"responses"].toArray().size(), 7);
    QCOMPARE(answerOf(answer, u"1"_s)[u"status"].toInt(), 200);
    QCOMPARE(answerOf(answer, u"1"_s)[u"body"][u"value"].toArray().size(), 2);
    QCOMPARE(answerOf(answer, u"a"_s)[u"body"][u"id"].toString(), m_incident);
    QVERIFY(answerOf(answer, u"a"_s)[u"headers"][u"Content-Type"].toString().startsWith("application/json"_L1));
    QCOMPARE(answerOf(answer, u"3"_s)[u"status"].toInt(), 404);
    QCOMPARE(answerOf(answer, u"3"_s)[u"body"][u"error"][u"code"].toString(), u"NotFound"_s);
    QCOMPARE(answerOf(answer, u"4"_s)[u"status"].toInt(), 200);
    QCOMPARE(answerOf(answer, u"5"_s)[u"body"][u"customTags"].toArray(), QJsonArray {u"batch"_s});
    QCOMPARE(answerOf(answer, u"6"_s)[u"status"].toInt(), 400);
    QCOMPARE(answerOf(answer, u"7"_s)[u"status"].toInt(), 400);
    const QString link = answerOf(answer, u"1"_s)[u"body"][u"@odata.nextLink"].toString();
    QVERIFY2(link.startsWith(m_service->graph().toString() + u"/v1.0/security/incidents?"), qPrintable(link));
    QVERIFY(link.contains("$top=2"_L1));
}

void ConformanceBatch::aSerialBatchStopsAtAFailure()
{
    const QString comments = u"/security/incidents/%1/comments"_s.arg(m_incident);
    const auto comment = [&](const QString &id, const QString &text, const QString &before) {
        return with(written(id, u"POST"_s, comments, QJsonObject {{u"comment"_s, text}}), u"dependsOn"_s, QJsonArray {before});
    };
    const int before = int(m_service->say("GET", "/control/effects")[u"effects"].toArray().size());
    const WireAnswer answer = send({written(u"One"_s, u"POST"_s, comments, QJsonObject {{u"comment"_s, u"first"_s}}),
                                    comment(u"2"_s, QString(), u"one"_s), comment(u"3"_s, u"third"_s, u"2"_s), comment(u"4"_s, u"fourth"_s, u"3"_s)});
    QCOMPARE(answer.status, 200);
    const QJsonArray responses = answer.json()[u"responses"].toArray();
    QList<int> statuses;
    for (const QJsonValue &response : responses)
        statuses.append(response[u"status"].toInt());
    QCOMPARE(statuses, (QList<int> {200, 400, 424, 424}));
    QCOMPARE(responses[2][u"body"][u"error"][u"code"].toString(), u"FailedDependency"_s);
    QCOMPARE(int(m_service->say("GET", "/control/effects")[u"effects"].toArray().size()), before + 1);
}

void ConformanceBatch::aMalformedBatchIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QJsonArray &items, const char *words = "Invalid batch payload format.") {
        QTest::newRow(name) << QJsonDocument(QJsonObject {{u"requests"_s, items}}).toJson() << QString::fromLatin1(words);
    };
    const QJsonObject one = item(u"1"_s, u"/me"_s);
    QJsonArray many;
    for (int i = 0; i < 21; ++i)
        many.append(item(QString::number(i), u"/me"_s));
    QTest::newRow("no JSON") << QByteArray("{\"requests\"") << u"Invalid batch"_s;
    QTest::newRow("an array") << QByteArray("[]") << u"Invalid batch"_s;
    QTest::newRow("nothing") << QByteArray() << u"Invalid batch"_s;
    row("no requests", {});
    row("too many", many, "exceeds the maximum value of 20");
    row("the same id, but for case", {item(u"a"_s, u"/me"_s), item(u"A"_s, u"/me"_s)}, "unique");
    row("no id", {with(one, u"id"_s, QJsonValue::Null)});
    row("a number as id", {with(one, u"id"_s, 1)});
    row("no method", {with(one, u"method"_s, QString())});
    row("another method", {with(one, u"method"_s, u"TRACE"_s)});
    row("no url", {with(one, u"url"_s, QString())});
    row("a body without its type", {with(item(u"1"_s, u"/me"_s, u"PATCH"_s), u"body"_s, QJsonObject {{u"a"_s, 1}})}, "Content-Type");
    row("a body that is no base64", {with(one, u"body"_s, u"!!!"_s)});
    row("depends on nobody", {one, with(item(u"2"_s, u"/me"_s), u"dependsOn"_s, QJsonArray {u"7"_s})}, "parallel");
    row("depends on itself", {one, with(item(u"2"_s, u"/me"_s), u"dependsOn"_s, QJsonArray {u"2"_s})}, "parallel");
    row("half and half", {one, with(item(u"2"_s, u"/me"_s), u"dependsOn"_s, QJsonArray {u"1"_s}), item(u"3"_s, u"/me"_s)}, "parallel");
    row("dependsOn is no list", {one, with(item(u"2"_s, u"/me"_s), u"dependsOn"_s, u"1"_s)});
}

void ConformanceBatch::aMalformedBatchIsRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, words);
    const WireAnswer answer = exchange(m_service->graph(), "POST", "/v1.0/$batch",
                                       {{"Authorization", m_person}, {"Content-Type", "application/json"}}, body);
    QCOMPARE(answer.status, 400);
    const QString message = answer.json()[u"error"][u"message"].toString();
    QVERIFY2(message.contains(words), qPrintable(message));
}

void ConformanceBatch::itemsAreThrottledOneByOne()
{
    m_service->say("POST", "/control/throttle", {{u"unthrottled"_s, false}, {u"security"_s, 3}});
    QJsonArray items {item(u"me"_s, u"/me"_s)};
    for (int i = 0; i < 5; ++i)
        items.append(item(QString::number(i), u"/security/incidents?$top=1"_s));
    const WireAnswer answer = send(items);
    QCOMPARE(answer.status, 200);
    int refused = 0;
    for (int i = 0; i < 5; ++i) {
        const QJsonObject response = answerOf(answer, QString::number(i));
        if (response[u"status"].toInt() != 429)
            continue;
        ++refused;
        QVERIFY(response[u"headers"][u"Retry-After"].toString().toInt() > 0);
    }
    QVERIFY2(refused >= 2, qPrintable(QString::number(refused)));
    QCOMPARE(answerOf(answer, u"me"_s)[u"status"].toInt(), 200);
}

void ConformanceBatch::aMailboxTakesFourAtATime()
{
    const QByteArray application = "Bearer " + m_service->applicationToken().json()[u"access_token"].toString().toLatin1();
    const QString rules = u"/users/%1/mailFolders/inbox/messageRules"_s.arg(m_service->upn(1));
    QJsonArray parallel;
    QJsonArray serial;
    for (int i = 0; i < 6; ++i) {
        parallel.append(item(QString::number(i), rules));
        serial.append(i == 0 ? item(u"0"_s, rules) : with(item(QString::number(i), rules), u"dependsOn"_s, QJsonArray {QString::number(i - 1)}));
    }
    const auto served = [](const WireAnswer &answer) {
        int count = 0;
        const QJsonArray responses = answer.json()[u"responses"].toArray();
        for (const QJsonValue &response : responses)
            count += response[u"status"].toInt() == 200 ? 1 : 0;
        return count;
    };
    const WireAnswer crowded = send(parallel, application);
    QCOMPARE(served(crowded), 4);
    QCOMPARE(answerOf(crowded, u"5"_s)[u"body"][u"error"][u"code"].toString(), u"ApplicationThrottled"_s);
    QCOMPARE(served(send(serial, application)), 6);
}

void ConformanceBatch::headersAreThoseOfTheItem()
{
    const QString id = u"cafe0000-0000-4000-8000-0000000000aa"_s;
    const QJsonObject headers {{u"Prefer"_s, u"include-unknown-enum-members"_s}, {u"client-request-id"_s, id}};
    const WireAnswer answer = send({with(item(u"1"_s, u"/security/incidents?$top=1"_s), u"headers"_s, headers), item(u"2"_s, u"/security/incidents?$top=1"_s)});
    const QJsonValue first = answerOf(answer, u"1"_s)[u"headers"];
    QCOMPARE(first[u"Preference-Applied"].toString(), u"include-unknown-enum-members"_s);
    QCOMPARE(first[u"client-request-id"].toString(), id);
    QVERIFY(answerOf(answer, u"2"_s)[u"headers"][u"Preference-Applied"].isUndefined());
}

void ConformanceBatch::oneTokenServesAll()
{
    const QJsonObject foreign {{u"Authorization"_s, u"Bearer nonsense"_s}};
    const WireAnswer answer = send({with(item(u"1"_s, u"/me"_s), u"headers"_s, foreign), item(u"2"_s, u"/security/collaboration/analyzedEmails"_s)});
    QCOMPARE(answerOf(answer, u"1"_s)[u"status"].toInt(), 200);
    QCOMPARE(answerOf(answer, u"2"_s)[u"status"].toInt(), 403); // for applications
    QCOMPARE(send({item(u"1"_s, u"/me"_s)}, "Bearer nonsense").status, 401);
}

void ConformanceBatch::bodiesMayBeBase64()
{
    const QByteArray body = R"({"customTags":["from bytes"]})";
    const WireAnswer answer = send({written(u"1"_s, u"PATCH"_s, u"/security/incidents/"_s + m_incident, QString::fromLatin1(body.toBase64()))});
    QCOMPARE(answerOf(answer, u"1"_s)[u"body"][u"customTags"].toArray(), QJsonArray {u"from bytes"_s});
}

void ConformanceBatch::onlyPostIsAllowed()
{
    QCOMPARE(m_service->get("/v1.0/$batch", m_person).status, 405);
    const WireAnswer beta = exchange(m_service->graph(), "POST", "/beta/$BATCH", {{"Authorization", m_person}, {"Content-Type", "application/json"}},
                                     QJsonDocument(QJsonObject {{u"requests"_s, QJsonArray {item(u"1"_s, u"/me"_s)}}}).toJson());
    QCOMPARE(beta.status, 200);
    QVERIFY(answerOf(beta, u"1"_s)[u"body"][u"@odata.context"].toString().contains("/beta/"_L1));
}

CASEMATE_TEST(ConformanceBatch)
#include "conformance_batch.moc"
