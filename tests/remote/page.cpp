// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/page.h"

#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

class Page final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itemsAreTheExactBytes();
    void linksAndCounts_data();
    void linksAndCounts();
    void whatIsNoPageIsRefused_data();
    void whatIsNoPageIsRefused();
    void aBrokenPageGivesNoItemsAtAll();
    void oneDeepItemDoesNotCostThePage();
    void itemsOfAnotherMember();
};

void Page::itemsAreTheExactBytes()
{
    const QList<QByteArray> items {R"({ "id" : "1" ,  "b":2.50, "a" :1e2, "x":"\u00e9\/" })",
                                   R"({"id":"2","id":"3"})",
                                   "{}",
                                   R"({"n":12345678901234567890123})",
                                   "null",
                                   "17",
                                   "\"text\"",
                                   "[1, 2]",
                                   R"({"deep":{"deeper":[[ ]]}})",
                                   "{\"lone\":\"\\ud800\",\"utf8\":\"\xc3\xa9\"}"};
    QByteArray body = "\n{\"@odata.context\":\"c\", \"value\" :[ " + items.join(" ,\r\n\t") + " ] ,\"other\":[{}]}\n";
    const auto page = remote::readPage(body);
    QVERIFY(page.hasValue());
    QCOMPARE(page->items, items);
    QVERIFY(!page->nextLink);
    QVERIFY(!page->count);
    body.prepend("\xef\xbb\xbf");
    QCOMPARE(remote::readPage(body)->items, items);
}

void Page::linksAndCounts_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QByteArray>("link"); // empty: none
    QTest::addColumn<qint64>("count"); // -1: none
    const auto row = [](const char *name, const char *members, const char *link, qint64 count) {
        QTest::newRow(name) << QByteArray(members) << QByteArray(link) << count;
    };
    row("both", R"("@odata.nextLink":"https://g/v1.0/x?$skip=1","@odata.count":3,)", "https://g/v1.0/x?$skip=1", 3);
    row("escaped", R"("@odata.nextLink":"https:\/\/g\/v1.0\/x?a=\u0026b",)", "https://g/v1.0/x?a=&b", -1);
    row("null", R"("@odata.nextLink":null,"@odata.count":null,)", "", -1);
    row("empty", R"("@odata.nextLink":"",)", "", -1);
    row("twice: the last", R"("@odata.nextLink":"a","@odata.nextLink":"b",)", "b", -1);
    row("a count beyond 2^53", R"("@odata.count":9007199254740993,)", "", 9007199254740993);
    row("a count with a fraction", R"("@odata.count":3.0,)", "", 3);
    row("a count that is none", R"("@odata.count":1e400,)", "", -1);
}

void Page::linksAndCounts()
{
    QFETCH(QByteArray, members);
    QFETCH(QByteArray, link);
    QFETCH(qint64, count);
    for (const QByteArray &body :
         {QByteArray("{" + members + "\"value\":[]}"), QByteArray("{\"value\":[]," + members.chopped(1) + "}")}) {
        const auto page = remote::readPage(body);
        QVERIFY2(page.hasValue(), body.constData());
        QCOMPARE(page->nextLink.value_or(QByteArray()), link);
        QCOMPARE(page->count.value_or(-1), count);
    }
}

void Page::whatIsNoPageIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *body, const char *code) {
        QTest::newRow(body) << QByteArray(body) << QString::fromLatin1(code);
    };
    row("", "malformed");
    row("<html>Welcome to our hotel</html>", "malformed");
    row("{\"value\":[]", "malformed");
    row("{\"value\":[]}x", "malformed");
    row("[]", "noObject");
    row("\"value\"", "noObject");
    row("null", "noObject");
    row("{}", "noValue");
    row("{\"Value\":[]}", "noValue");
    row("{\"value\":null}", "noValue");
    row("{\"value\":{}}", "noValue");
    row("{\"value\":\"[]\"}", "noValue");
    row("{\"value\":[],\"error\":{\"code\":\"x\"}}", "errorInAnswer");
    row("{\"error\":{\"code\":\"x\"}}", "errorInAnswer");
    row("{\"value\":[],\"@odata.nextLink\":5}", "wrongType");
    row("{\"value\":[],\"@odata.nextLink\":[\"https://evil.example\"]}", "wrongType");
    row("{\"value\":[],\"@odata.count\":\"3\"}", "wrongType");
}

void Page::whatIsNoPageIsRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    const auto page = remote::readPage(body);
    QVERIFY(!page);
    QCOMPARE(page.error().kind, domain::ErrorKind::NotGraph);
    QCOMPARE(page.error().code, code);
}

void Page::aBrokenPageGivesNoItemsAtAll()
{
    const QByteArray whole =
        R"({"@odata.nextLink":"https://g/v1.0/x","value":[{"id":"1","a":[true,null,-1.5]},{"id":"2"}]})";
    QVERIFY(remote::readPage(whole).hasValue());
    for (qsizetype length = 0; length < whole.size(); ++length)
        QVERIFY(!remote::readPage(whole.first(length)));
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray broken = whole;
        broken[at] = '\x01';
        QVERIFY(!remote::readPage(broken));
    }
}

void Page::oneDeepItemDoesNotCostThePage()
{
    const QByteArray deep = "{\"id\":\"2\",\"x\":" + QByteArray(5000, '[') + QByteArray(5000, ']') + '}';
    const auto page = remote::readPage("{\"value\":[{\"id\":\"1\"}," + deep + ",{\"id\":\"3\"}]}");
    QVERIFY(page.hasValue());
    QCOMPARE(page->items.size(), 3);
    QCOMPARE(page->items.at(1), deep);
}

void Page::itemsOfAnotherMember()
{
    const auto alerts = remote::readItemsOf(R"({"id":"1","alerts":[{"id":"a"},{"id":"b"}],"value":[]})", "alerts");
    QVERIFY(alerts.hasValue());
    QCOMPARE(*alerts, QList<QByteArray>({"{\"id\":\"a\"}", "{\"id\":\"b\"}"}));
    QVERIFY(remote::readItemsOf(R"({"id":"1"})", "alerts")->isEmpty());
    QVERIFY(remote::readItemsOf(R"({"alerts":null})", "alerts")->isEmpty());
    QCOMPARE(remote::readItemsOf(R"({"alerts":{}})", "alerts").error().code, u"wrongType"_s);
    QCOMPARE(remote::readItemsOf(R"({"alerts":[)", "alerts").error().code, u"malformed"_s);
}

CASEMATE_TEST(Page)
#include "page.moc"
