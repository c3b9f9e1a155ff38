// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A recording served instead of a made-up world: bytes as recorded, the same calls, nothing written.

#include "simulator/demoservice.h"
#include "simulator/jsonpieces.h"
#include "simulator/recording.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

class ServerReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void piecesAreCutWhereTheyEnd_data();
    void piecesAreCutWhereTheyEnd();
    void itemsComeWithTheirBytes();
    void windowsPagesAndOrderWork();
    void alertsAreJoinedWhenAsked();
    void laterOfTwoItemsStands();
    void wordsAreMaskedUnlessAsked();
    void nothingCanBeWritten_data();
    void nothingCanBeWritten();
    void unknownThingsAreRefused_data();
    void unknownThingsAreRefused();
    void brokenFolderStopsTheStart_data();
    void brokenFolderStopsTheStart();

private:
    [[nodiscard]] WireAnswer get(const QByteArray &target) const;

    QTemporaryDir m_folder;
    std::unique_ptr<DemoService> m_service;
    QByteArray m_token;
};

namespace {

// Odd blanks, an escaped quote, an integer beyond 2^53 and a number form that no serialiser would choose.
const QByteArray incident7 = R"({ "id":"7",  "displayName":"a \"}],[{\" b", "createdDateTime":"2026-03-01T10:00:00Z",
  "lastUpdateDateTime":"2026-03-02T10:00:00.1234567Z","severity":"high","status":"awaitingAction","weight":1.50e1 })";
const QByteArray alert7 = R"({"id":"da1","incidentId":"7","createdDateTime":"2026-03-01T10:00:00Z",
  "lastUpdateDateTime":"2026-03-01T11:00:00Z","evidence":[{"clusterId":9223372036854775807}]})";

QByteArray incident(int id, const QByteArray &updated, const QByteArray &more = {})
{
    return R"({"id":")" + QByteArray::number(id) + R"(","createdDateTime":"2026-03-01T0)" + QByteArray::number(id)
        + R"(:00:00Z","lastUpdateDateTime":")" + updated + R"(","severity":"low")" + more + '}';
}

bool save(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return QDir().mkpath(path.section(u'/', 0, -2)) && file.open(QIODevice::WriteOnly)
        && file.write(content) == content.size();
}

QStringList idsOf(const QJsonObject &page)
{
    QStringList ids;
    const QJsonArray items = page[u"value"].toArray();
    for (const QJsonValue &item : items)
        ids.append(item[u"id"].toString());
    return ids;
}

} // namespace

void ServerReplay::initTestCase()
{
    QVERIFY(save(m_folder.filePath(u"incidents/seven.json"_s), '\n' + incident7 + '\n'));
    QVERIFY(save(m_folder.filePath(u"incidents/page.json"_s),
                 R"({"@odata.context":"x","value":[)" + incident(1, "2026-03-05T00:00:00Z") + " ,\n"
                     + incident(2, "2026-03-03T00:00:00Z") + "]}"));
    QVERIFY(save(m_folder.filePath(u"older.json"_s),
                 '[' + incident(1, "2026-03-04T00:00:00Z", R"(,"note":"older")") + ']'));
    QVERIFY(save(m_folder.filePath(u"alerts/seven.json"_s), alert7));
    QVERIFY(save(m_folder.filePath(u"expanded.json"_s),
                 incident(3, "2026-03-06T00:00:00Z", R"(,"alerts":[{"id":"da3","incidentId":"3"}])")));
    m_service = std::make_unique<DemoService>(QStringList {u"--replay"_s, m_folder.path()});
    QVERIFY2(m_service->isReady(), qPrintable(m_service->failure()));
    m_token = m_service->signIn();
}

WireAnswer ServerReplay::get(const QByteArray &target) const
{
    return exchange(m_service->graph(), "GET", target,
                    {{"Authorization", m_token}, {"Prefer", "include-unknown-enum-members"}});
}

void ServerReplay::piecesAreCutWhereTheyEnd_data()
{
    QTest::addColumn<QByteArray>("array");
    QTest::addColumn<QList<QByteArray>>("elements");
    QTest::newRow("empty") << QByteArray("[ ]") << QList<QByteArray>();
    QTest::newRow("plain") << QByteArray(" [1, 2 ,3] ") << QList<QByteArray> {"1", "2", "3"};
    QTest::newRow("nested") << QByteArray("[[1,2],{\"a\":[3,4]}]") << QList<QByteArray> {"[1,2]", "{\"a\":[3,4]}"};
    QTest::newRow("text") << QByteArray(R"(["a,]\"b\\","c"])") << QList<QByteArray> {R"("a,]\"b\\")", "\"c\""};
}

void ServerReplay::piecesAreCutWhereTheyEnd()
{
    QFETCH(QByteArray, array);
    QTEST(arrayElements(array), "elements");
    QCOMPARE(memberText(R"({"x":{"value":0}, "value" : )" + array + "}", "value"), array.trimmed());
    QCOMPARE(memberText("{}", "value"), QByteArray());
}

void ServerReplay::itemsComeWithTheirBytes()
{
    QCOMPARE(get("/v1.0/security/incidents/7").body, incident7);
    QCOMPARE(get("/v1.0/security/alerts_v2/da1").body, alert7);
    QVERIFY(get("/v1.0/security/incidents").body.contains(incident7));
    QVERIFY(get("/v1.0/security/alerts_v2").body.contains(alert7));
}

void ServerReplay::windowsPagesAndOrderWork()
{
    QCOMPARE(idsOf(get("/v1.0/security/incidents?$orderby=lastUpdateDateTime%20asc").json()),
             (QStringList {u"7"_s, u"2"_s, u"1"_s, u"3"_s}));
    const QByteArray window =
        "$filter=lastUpdateDateTime%20ge%202026-03-03T00:00:00Z%20and%20lastUpdateDateTime%20lt%202026-03-06T00:00:00Z";
    QCOMPARE(idsOf(get("/v1.0/security/incidents?" + window).json()), (QStringList {u"1"_s, u"2"_s})); // newest first
    const QJsonObject first = get("/v1.0/security/incidents?$top=3&$count=true").json();
    QCOMPARE(first[u"@odata.count"].toInt(), 4);
    QStringList ids = idsOf(first);
    QCOMPARE(ids.size(), 3);
    const QString base = m_service->line()[u"graph"].toString();
    const QString next = first[u"@odata.nextLink"].toString();
    QVERIFY(next.startsWith(QString(base + u'/')));
    const QJsonObject last = get(next.sliced(base.size()).toLatin1()).json();
    QVERIFY(!last.contains(u"@odata.nextLink"_s));
    ids += idsOf(last);
    ids.sort();
    QCOMPARE(ids, (QStringList {u"1"_s, u"2"_s, u"3"_s, u"7"_s}));
    QCOMPARE(get("/v1.0/security/incidents?$top=51").status, 400);
    QCOMPARE(get("/v1.0/security/incidents?$filter=colour%20eq%20'red'").status, 400);
    QCOMPARE(idsOf(get("/v1.0/security/incidents?$filter=severity%20eq%20'high'").json()), QStringList {u"7"_s});
}

void ServerReplay::alertsAreJoinedWhenAsked()
{
    QVERIFY(!get("/v1.0/security/incidents/3").json().contains(u"alerts"_s));
    const QJsonArray own = get("/v1.0/security/incidents/3?$expand=alerts").json()[u"alerts"].toArray();
    QCOMPARE(own.size(), 1);
    QCOMPARE(own[0][u"id"].toString(), u"da3"_s);
    QCOMPARE(get("/v1.0/security/incidents/7?$expand=alerts").json()[u"alerts"].toArray().size(), 1);
    QCOMPARE(get("/v1.0/security/alerts_v2/da3").status, 200);
}

void ServerReplay::laterOfTwoItemsStands()
{
    const QJsonObject one = get("/v1.0/security/incidents/1").json();
    QCOMPARE(one[u"lastUpdateDateTime"].toString(), u"2026-03-05T00:00:00Z"_s);
    QVERIFY(!one.contains(u"note"_s));
}

void ServerReplay::wordsAreMaskedUnlessAsked()
{
    const WireAnswer masked = m_service->get("/v1.0/security/incidents/7", m_token);
    QCOMPARE(masked.json()[u"status"].toString(), u"unknownFutureValue"_s);
    QCOMPARE(get("/v1.0/security/incidents/7").json()[u"status"].toString(), u"awaitingAction"_s);
}

void ServerReplay::nothingCanBeWritten_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("patch") << QByteArray("PATCH") << QByteArray("/v1.0/security/incidents/7");
    QTest::newRow("post") << QByteArray("POST") << QByteArray("/v1.0/security/incidents");
    QTest::newRow("delete") << QByteArray("DELETE") << QByteArray("/v1.0/security/alerts_v2/da1");
}

void ServerReplay::nothingCanBeWritten()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QCOMPARE(exchange(m_service->graph(), method, target, {{"Authorization", m_token}}, "{}").status, 405);
    QCOMPARE(get("/v1.0/security/incidents/7").body, incident7);
}

void ServerReplay::unknownThingsAreRefused_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::newRow("unknown id") << QByteArray("/v1.0/security/incidents/99") << 404;
    QTest::newRow("other list") << QByteArray("/v1.0/security/secureScores") << 400;
    QTest::newRow("comments") << QByteArray("/v1.0/security/incidents/7/comments") << 400;
    QTest::newRow("version alone") << QByteArray("/v1.0") << 400;
}

void ServerReplay::unknownThingsAreRefused()
{
    QFETCH(QByteArray, target);
    QTEST(get(target).status, "status");
}

void ServerReplay::brokenFolderStopsTheStart_data()
{
    QTest::addColumn<QByteArray>("content"); // of a file in it; null: there is no folder
    QTest::newRow("no folder") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{\"id\":");
}

void ServerReplay::brokenFolderStopsTheStart()
{
    QFETCH(QByteArray, content);
    QTemporaryDir parent;
    const QString folder = parent.filePath(u"recorded"_s);
    if (!content.isNull())
        QVERIFY(save(folder + u"/file.json", content));
    const DemoService broken({u"--replay"_s, folder});
    QVERIFY(!broken.isReady());
    QVERIFY(broken.failure().contains(folder));
}

CASEMATE_TEST(ServerReplay)
#include "server_replay.moc"
