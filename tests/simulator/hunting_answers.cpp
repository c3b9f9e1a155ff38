// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingasker.h"
#include "support/testmain.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator::test;

// The call itself: who may, how a request is read, which span of time it sees, and the forms that an answer can take.
class HuntingAnswers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_driver = std::make_unique<TenantDriver>(60);
        m_mails = allMails(*m_driver);
    }
    void theAnswerHasItsShape();
    void membersAreNotInTheOrderOfTheSchema();
    void largeNumbersStayWhole();
    void formsOfCells_data();
    void formsOfCells();
    void annotations();
    void namesOfParametersInAnyCase();
    void bodiesThatAreWrong_data();
    void bodiesThatAreWrong();
    void whoMayHunt();
    void otherMethodsAndVersions();
    void timespans_data();
    void timespans();
    void timespansThatAreWrong_data();
    void timespansThatAreWrong();
    void timespanAndQueryAreIntersected();
    void thirtyDaysAreKept();

private:
    std::unique_ptr<TenantDriver> m_driver;
    QList<QJsonObject> m_mails;
};

void HuntingAnswers::theAnswerHasItsShape()
{
    const Reply reply = m_driver->send("POST", u"/security/runHuntingQuery"_s, {{u"Query"_s, u"EmailEvents | project Timestamp, Subject | take 2"_s}});
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.header("Content-Type").startsWith("application/json;odata.metadata=minimal"));
    const QJsonObject json = reply.json();
    QCOMPARE(json.keys(), (QStringList {u"@odata.context"_s, u"results"_s, u"schema"_s}));
    QVERIFY(json[u"@odata.context"].toString().endsWith(u"/v1.0/$metadata#microsoft.graph.security.huntingQueryResults"));
    QCOMPARE(json[u"schema"].toArray(), (QJsonArray {QJsonObject {{u"name"_s, u"Timestamp"_s}, {u"type"_s, u"DateTime"_s}},
                                                     QJsonObject {{u"name"_s, u"Subject"_s}, {u"type"_s, u"String"_s}}}));
    QCOMPARE(json[u"results"].toArray().size(), 2);
    const HuntingReply nothing = hunt(*m_driver, u"EmailEvents | where Subject == 'no such' | project Subject"_s);
    QCOMPARE(nothing.names(), QStringList {u"Subject"_s});
    QVERIFY(nothing.rows.isEmpty());
    QVERIFY(nothing.body.contains("\"results\":[]"));
}

void HuntingAnswers::membersAreNotInTheOrderOfTheSchema()
{
    const HuntingReply reply = hunt(*m_driver, u"print z = 1, a = 'b\"', m = 3"_s);
    QCOMPARE(reply.names(), (QStringList {u"z"_s, u"a"_s, u"m"_s}));
    QVERIFY(reply.body.contains("\"results\":[{\"a\":\"b\\\"\",\"m\":3,\"z\":1}]"));
}

void HuntingAnswers::largeNumbersStayWhole()
{
    const HuntingReply reply = hunt(*m_driver, u"print x = 9223372036854775807, y = -9007199254740993"_s);
    QVERIFY(reply.body.contains("{\"x\":9223372036854775807,\"y\":-9007199254740993}"));
    QVERIFY(hunt(*m_driver, u"EmailEvents | where EmailClusterId > 9007199254740992"_s).rows.size() > 0);
}

void HuntingAnswers::formsOfCells_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("types");
    const QString usual = u"SByte Object Int32 String"_s;
    QTest::newRow("default") << u"huntingNulls"_s << u"null"_s << QByteArray("{\"b\":1,\"d\":\"{\\\"k\\\":[1]}\",\"n\":null,\"s\":\"\"}") << usual;
    QTest::newRow("empty") << u"huntingNulls"_s << u"empty"_s << QByteArray("{\"b\":1,\"d\":\"{\\\"k\\\":[1]}\",\"n\":\"\",\"s\":\"\"}") << usual;
    QTest::newRow("allNull") << u"huntingNulls"_s << u"allNull"_s << QByteArray("{\"b\":1,\"d\":\"{\\\"k\\\":[1]}\",\"n\":null,\"s\":null}") << usual;
    QTest::newRow("boolean") << u"huntingBooleans"_s << u"boolean"_s << QByteArray("{\"b\":true,\"d\":\"{\\\"k\\\":[1]}\",\"n\":null,\"s\":\"\"}") << u"Boolean Object Int32 String"_s;
    QTest::newRow("object") << u"huntingDynamic"_s << u"object"_s << QByteArray("{\"b\":1,\"d\":{\"k\":[1]},\"n\":null,\"s\":\"\"}") << usual;
    QTest::newRow("Dynamic") << u"huntingDynamicWord"_s << u"Dynamic"_s << QByteArray("{\"b\":1,\"d\":\"{\\\"k\\\":[1]}\",\"n\":null,\"s\":\"\"}") << u"SByte Dynamic Int32 String"_s;
}

void HuntingAnswers::formsOfCells()
{
    QFETCH(QString, name);
    QFETCH(QString, setting);
    QFETCH(QByteArray, row);
    TenantDriver driver(1, {{name, setting}});
    const HuntingReply reply = hunt(driver, u"print b = 1 < 2, d = dynamic({\"k\":[1]}), n = int(null), s = ''"_s);
    QVERIFY2(reply.body.contains(QByteArray("\"results\":[" + row + ']')), reply.body.constData());
    QStringList types;
    for (const QString &column : reply.names()) {
        types.append(reply.typeOf(column));
    }
    QTEST(types.join(u' '), "types");
}

void HuntingAnswers::annotations()
{
    TenantDriver driver(20, {{u"huntingAnnotations"_s, u"on"_s}});
    const HuntingReply reply = hunt(driver, u"EmailEvents | project Timestamp, EmailClusterId, UrlCount, Subject | take 1"_s);
    const QJsonObject row = reply.rows.first().toObject();
    QCOMPARE(row[u"EmailClusterId@odata.type"].toString(), u"#Int64"_s);
    QCOMPARE(row[u"Timestamp@odata.type"].toString(), u"#DateTimeOffset"_s);
    QCOMPARE(row.size(), 6);
    QCOMPARE(reply.names().size(), 4);
    QVERIFY(reply.body.indexOf("EmailClusterId@odata.type") < reply.body.indexOf("\"EmailClusterId\":"));
    QVERIFY(!hunt(*m_driver, u"EmailEvents | take 1"_s).body.contains("@odata.type\":\"#"));
}

void HuntingAnswers::namesOfParametersInAnyCase()
{
    for (const QString &name : {u"Query"_s, u"query"_s, u"QUERY"_s}) {
        QCOMPARE(m_driver->send("POST", u"/security/runHuntingQuery"_s, {{name, u"EmailEvents | take 1"_s}, {name == u"query"_s ? u"timespan"_s : u"TimeSpan"_s, u"P1D"_s}}).status, 200);
    }
}

void HuntingAnswers::bodiesThatAreWrong_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::newRow("nothing") << QJsonObject();
    QTest::newRow("empty query") << QJsonObject {{u"Query"_s, u" \n"_s}};
    QTest::newRow("number") << QJsonObject {{u"Query"_s, 5}};
    QTest::newRow("timespan is a number") << QJsonObject {{u"Query"_s, u"EmailEvents"_s}, {u"Timespan"_s, 7}};
    QTest::newRow("comment alone") << QJsonObject {{u"Query"_s, u"// nothing"_s}};
}

void HuntingAnswers::bodiesThatAreWrong()
{
    QFETCH(QJsonObject, body);
    const Reply reply = m_driver->send("POST", u"/security/runHuntingQuery"_s, body);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.json()[u"error"][u"code"].toString(), u"BadRequest"_s);
    QVERIFY(!reply.errorMessage().isEmpty());
}

void HuntingAnswers::whoMayHunt()
{
    const QJsonObject body {{u"Query"_s, u"EmailEvents | take 1"_s}};
    const auto status = [&](const simulator::Caller &caller) { return m_driver->send("POST", u"/security/runHuntingQuery"_s, body, caller).status; };
    QCOMPARE(status(administrator()), 200);
    QCOMPARE(status(reader()), 200);
    QCOMPARE(status(application()), 403); // without the permission
    simulator::Caller hunter = application();
    hunter.permissions.append(u"ThreatHunting.Read.All"_s);
    QCOMPARE(status(hunter), 200);
    simulator::Caller nobody = reader();
    nobody.directoryRoles.clear();
    QCOMPARE(status(nobody), 403);
    simulator::Caller without = administrator();
    without.permissions.removeAll(u"ThreatHunting.Read.All"_s);
    const Reply refusal = m_driver->send("POST", u"/security/runHuntingQuery"_s, body, without);
    QCOMPARE(refusal.status, 403);
    QVERIFY(refusal.errorMessage().contains(u"ThreatHunting.Read.All"));
}

void HuntingAnswers::otherMethodsAndVersions()
{
    QCOMPARE(m_driver->get(u"/security/runHuntingQuery"_s).status, 405);
    const QJsonObject body {{u"Query"_s, u"EmailEvents | take 1"_s}};
    QCOMPARE(m_driver->send("POST", u"/beta/security/runHuntingQuery"_s, body).status, 200);
    QCOMPARE(m_driver->send("POST", u"/v1.0/security/microsoft.graph.security.runHuntingQuery"_s, body).status, 200);
}

void HuntingAnswers::timespans_data()
{
    QTest::addColumn<QString>("timespan");
    QTest::addColumn<double>("from"); // days back
    QTest::addColumn<double>("to");
    const QDateTime now = m_driver->tenant().now();
    const auto day = [&now](int back) { return now.addDays(-back).toString(Qt::ISODate); };
    QTest::newRow("duration") << u"P3D"_s << 3.0 << 0.0;
    QTest::newRow("weeks") << u"P1W"_s << 7.0 << 0.0;
    QTest::newRow("hours and minutes") << u"PT36H30M"_s << 36.5 / 24 << 0.0;
    QTest::newRow("fractions") << u"P1DT0.5S"_s << 1.0 + 0.5 / 86400 << 0.0;
    QTest::newRow("start and end") << u"%1/%2"_s.arg(day(9), day(5)) << 9.0 << 5.0;
    QTest::newRow("duration and end") << u"P2D/%1"_s.arg(day(5)) << 7.0 << 5.0;
    QTest::newRow("start and duration") << u"%1/P2D"_s.arg(day(9)) << 9.0 << 7.0;
    QTest::newRow("start alone") << day(4) << 4.0 << 0.0;
    QTest::newRow("longer than what is kept") << u"P1Y"_s << 30.0 << 0.0;
    QTest::newRow("empty") << QString() << 30.0 << 0.0;
}

void HuntingAnswers::timespans()
{
    QFETCH(QString, timespan);
    QFETCH(double, from);
    QFETCH(double, to);
    const QDateTime now = m_driver->tenant().now();
    QSet<QString> expected;
    for (const QJsonObject &mail : std::as_const(m_mails)) {
        const QDateTime at = QDateTime::fromString(mail[u"loggedDateTime"].toString().left(23) + u'Z', Qt::ISODateWithMs);
        if (at >= now.addMSecs(static_cast<qint64>(-from * 86'400'000)) && (to == 0 || at < now.addMSecs(static_cast<qint64>(-to * 86'400'000)))) {
            expected.insert(mail[u"id"].toString());
        }
    }
    QVERIFY(!expected.isEmpty());
    const HuntingReply reply = hunt(*m_driver, u"EmailEvents"_s, timespan);
    const QStringList found = reply.texts(u"ReportId"_s);
    QCOMPARE(QSet<QString>(found.begin(), found.end()), expected);
}

void HuntingAnswers::timespansThatAreWrong_data()
{
    QTest::addColumn<QString>("timespan");
    for (const char *text : {"7d", "P", "PT", "P1", "yesterday", "P1D/P2D", "P1D/", "/P1D", "2026-13-01", "P1D/2026-11-01/2026-11-02", "-P1D"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void HuntingAnswers::timespansThatAreWrong()
{
    QFETCH(QString, timespan);
    const HuntingReply reply = hunt(*m_driver, u"EmailEvents"_s, timespan);
    QCOMPARE(reply.status, 400);
    QVERIFY(reply.message.contains(timespan));
}

void HuntingAnswers::timespanAndQueryAreIntersected()
{
    const qsizetype both = hunt(*m_driver, u"EmailEvents | where Timestamp > ago(5d) and Timestamp <= ago(3d)"_s).rows.size();
    QVERIFY(both > 0);
    const QString end = m_driver->tenant().now().addDays(-3).toString(Qt::ISODate);
    QCOMPARE(hunt(*m_driver, u"EmailEvents | where Timestamp > ago(5d)"_s, u"P20D/%1"_s.arg(end)).rows.size(), both);
    QCOMPARE(hunt(*m_driver, u"EmailEvents | where Timestamp < ago(5d)"_s, u"P3D"_s).rows.size(), 0);
    // also the table that a join reads
    QCOMPARE(hunt(*m_driver, u"EmailUrlInfo | join kind=inner (EmailEvents | where Timestamp < ago(5d)) on NetworkMessageId"_s, u"P3D"_s).rows.size(), 0);
}

void HuntingAnswers::thirtyDaysAreKept()
{
    TenantDriver driver(20, {{u"arrivals"_s, u"off"_s}});
    const qsizetype before = hunt(driver, u"EmailEvents | where Timestamp > ago(365d)"_s).rows.size();
    const qsizetype old = hunt(driver, u"EmailEvents | where Timestamp < ago(20d)"_s).rows.size();
    QVERIFY(old > 0 && old < before);
    driver.advance(10 * 86400);
    QCOMPARE(hunt(driver, u"EmailEvents | where Timestamp > ago(365d)"_s, u"P60D"_s).rows.size(), before - old);
}

CASEMATE_TEST(HuntingAnswers)
#include "hunting_answers.moc"
