// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/jsonsyntax.h"

#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

class JsonSyntax final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void documents_data();
    void documents();
    void everyTruncationIsNoticed();
    void everyStrayByteIsNoticed();
    void depthIsCounted();
};

void JsonSyntax::documents_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isComplete");
    for (const char *good : {"{}",
                             "[]",
                             " {} ",
                             "\t\r\n[ ]\n",
                             "0",
                             "-0",
                             "12",
                             "-1.5e+10",
                             "1E5",
                             "0.0",
                             "true",
                             "false",
                             "null",
                             "\"\"",
                             "\"a\\\"b\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"",
                             "[1,2,3]",
                             "[[],{}]",
                             "{\"a\":1}",
                             "{\"a\":{\"b\":[]},\"c\":null}",
                             "{\"a\":1,\"a\":2}",
                             "\"\\ud800\"",
                             "\"\\u0000\"",
                             "[1e999]",
                             "123456789012345678901234567890",
                             "\"\xc3\xa9\xf0\x9f\x98\x80\"",
                             "\xef\xbb\xbf{}",
                             "{\"\":0}"})
        QTest::addRow("good %s", good) << QByteArray(good) << true;
    for (const char *bad : {"",
                            " ",
                            "{",
                            "}",
                            "[",
                            "]",
                            "{]",
                            "[}",
                            "[1,]",
                            "[,1]",
                            "[1 2]",
                            "[1,,2]",
                            "{\"a\"}",
                            "{\"a\":}",
                            "{\"a\":1,}",
                            "{,\"a\":1}",
                            "{a:1}",
                            "{'a':1}",
                            "{\"a\" 1}",
                            "{\"a\"::1}",
                            "{1:2}",
                            "{\"a\":1 \"b\":2}",
                            "{\"a\":1}}",
                            "{}{}",
                            "{} x",
                            "[] []",
                            "01",
                            "-",
                            "+1",
                            ".5",
                            "1.",
                            "1.e5",
                            "1e",
                            "1e+",
                            "0x1",
                            "1a",
                            "--1",
                            "NaN",
                            "Infinity",
                            "-Infinity",
                            "tru",
                            "truee",
                            "True",
                            "nul",
                            "nulll",
                            "undefined",
                            "\"",
                            "\"a",
                            "\"\\",
                            "\"\\x\"",
                            "\"\\u12\"",
                            "\"\\u12g4\"",
                            "\"\\U0041\"",
                            "'a'",
                            "\"a\nb\"",
                            "\"\t\"",
                            "// c\n{}",
                            "{}/* */",
                            "[1]//",
                            "\xff",
                            "\"\xc3\"",
                            "\"\xed\xa0\x80\"",
                            "\"\xc0\x80\"",
                            "\"\xf8\x88\x80\x80\x80\"",
                            "\xef\xbb\xbf",
                            "\xef\xbb{}",
                            "\xfe\xff{}",
                            "[\"a\",\n4\n,1,",
                            "{\"a\":\"b\"}#",
                            "[\"\\\"]",
                            "{\"x\"::\"b\"}",
                            "[1:2]",
                            "(1)",
                            "<html></html>",
                            "\x0c[]",
                            "\xc2\xa0[]",
                            "[\x0b]",
                            "{\"a\":tru}",
                            "*",
                            "{\"a\":01}"})
        QTest::addRow("bad %s", bad) << QByteArray(bad) << false;
    QTest::newRow("raw NUL") << QByteArray("{\"a\":\"x\0y\"}", 11) << false;
    QTest::newRow("NUL behind it") << QByteArray("{}\0", 3) << false;
}

void JsonSyntax::documents()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isComplete);
    QCOMPARE(remote::jsonShape(text).isComplete, isComplete);
}

void JsonSyntax::everyTruncationIsNoticed()
{
    const QByteArray whole =
        R"({"@odata.context":"https://x/y","value":[{"id":"1","n":-12.5e3,"t":true,"z":null,"s":"a\u00e9\"b","c":[]},{}]})";
    QVERIFY(remote::jsonShape(whole).isComplete);
    for (qsizetype length = 0; length < whole.size(); ++length)
        QVERIFY2(!remote::jsonShape(whole.first(length)).isComplete, whole.first(length).constData());
    for (qsizetype from = 1; from < whole.size(); ++from)
        QVERIFY2(!remote::jsonShape(whole.sliced(from)).isComplete, whole.sliced(from).constData());
}

void JsonSyntax::everyStrayByteIsNoticed()
{
    const QByteArray whole = R"({"value":[{"id":"1"},{"n":[1,"2"]}],"a":{"b":null}})";
    for (qsizetype at = 0; at <= whole.size(); ++at) {
        for (const char stray : {'\0', '\1', '\x80', '\xff'}) {
            QByteArray broken = whole;
            broken.insert(at, stray);
            QVERIFY(!remote::jsonShape(broken).isComplete);
        }
        if (at == whole.size() || !QByteArrayView("{}[],:").contains(whole.at(at)))
            continue;
        QByteArray without = whole;
        without.remove(at, 1);
        QVERIFY2(!remote::jsonShape(without).isComplete, without.constData());
    }
}

void JsonSyntax::depthIsCounted()
{
    QCOMPARE(remote::jsonShape("1").depth, 0);
    QCOMPARE(remote::jsonShape("{}").depth, 1);
    QCOMPARE(remote::jsonShape("[{},[{}]]").depth, 3);
    constexpr qsizetype deep = 2'000'000; // would overflow a stack
    const QByteArray nested = QByteArray(deep, '[') + QByteArray(deep, ']');
    const remote::JsonShape shape = remote::jsonShape(nested);
    QVERIFY(shape.isComplete);
    QCOMPARE(shape.depth, deep);
    QVERIFY(!remote::jsonShape(QByteArray(deep, '[')).isComplete);
}

CASEMATE_TEST(JsonSyntax)
#include "jsonsyntax.moc"
