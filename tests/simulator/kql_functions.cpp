// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingasker.h"
#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator::test;

// Scalars of the hunting language: literals, operators, functions. The expected values are what Kusto's documentation says.
class KqlFunctions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_driver = std::make_unique<TenantDriver>(1); }
    void expressions_data();
    void expressions();
    void truths_data();
    void truths();
    void typesOfResults_data();
    void typesOfResults();
    void namesOfResults_data();
    void namesOfResults();
    void nowIsTheTenantsClock();
    void letNamesValuesAndTables();

private:
    std::unique_ptr<TenantDriver> m_driver;
};

void KqlFunctions::expressions_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("expected"); // after tostring()
    const QList<std::pair<const char *, const char *>> cases {
        {"1 + 2 * 3", "7"},
        {"(1 + 2) * 3", "9"},
        {"7 / 2", "3"},
        {"7.0 / 2", "3.5"},
        {"7 % 4", "3"},
        {"1 / 0", ""},
        {"-3 + 1", "-2"},
        {"int(5) + long(6)", "11"},
        {"real(1.25)", "1.25"},
        {"int(null)", ""},
        {"bool(true)", "true"},
        {"'it''s'", nullptr}, // two texts side by side are no expression
        {"'a\\'b'", "a'b"},
        {"\"tab\\tquote\\\"\"", "tab\tquote\""},
        {"'\\u00e9\\u202e'", "\u00e9\u202e"},
        {"@'C:\\Temp\\x'", "C:\\Temp\\x"},
        {"@'it''s'", "it's"},
        {"h'secret'", "secret"},
        {"1d + 2h", "1.02:00:00"},
        {"1.5h", "01:30:00"},
        {"90m", "01:30:00"},
        {"100ms", "00:00:00.1000000"},
        {"timespan(1.02:03:04.5)", "1.02:03:04.5000000"},
        {"-1d", "-1.00:00:00"},
        {"1d / 6h", "4"},
        {"2 * 1h", "02:00:00"},
        {"datetime(2026-11-01) + 1d", "2026-11-02T00:00:00.0000000Z"},
        {"datetime(2026-11-01T10:20:30.1234567Z)", "2026-11-01T10:20:30.1234567Z"},
        {"datetime(2026-11-03) - datetime(2026-11-01)", "2.00:00:00"},
        {"datetime(null)", ""},
        {"bin(datetime(2026-11-01T10:20:30Z), 1h)", "2026-11-01T10:00:00.0000000Z"},
        {"bin(datetime(2026-11-01T10:20:30Z), 1d)", "2026-11-01T00:00:00.0000000Z"},
        {"bin(17, 5)", "15"},
        {"bin(-1, 5)", "-5"},
        {"bin(7.3, 2)", "6"},
        {"floor(17, 5)", "15"},
        {"startofday(datetime(2026-11-01T10:20:30Z))", "2026-11-01T00:00:00.0000000Z"},
        {"abs(-4)", "4"},
        {"round(2.567, 1)", "2.6"},
        {"min_of(3, 1, 2)", "1"},
        {"max_of(3, 1, 2)", "3"},
        {"tolower('ÄB')", "äb"},
        {"toupper('äb')", "ÄB"},
        {"strlen('äbc')", "3"},
        {"strcat('a', 1, true, 'b')", "a1trueb"},
        {"substring('abcdef', 1, 3)", "bcd"},
        {"substring('abcdef', 4)", "ef"},
        {"indexof('abcabc', 'c')", "2"},
        {"indexof('abc', 'x')", "-1"},
        {"replace_string('a-b-c', '-', '+')", "a+b+c"},
        {"trim(@'\\s+', '  x y  ')", "x y"},
        {"extract('([a-z]+)@(.*)', 2, 'ada@harborline.example')", "harborline.example"},
        {"split('a;b;c', ';')", "[\"a\",\"b\",\"c\"]"},
        {"split('a;b;c', ';')[1]", "b"},
        {"split('a;b;c', ';')[-1]", "c"},
        {"array_length(split('a;b;c', ';'))", "3"},
        {"url_decode('a%20b')", "a b"},
        {"base64_decode_tostring('SGVsbG8=')", "Hello"},
        {"parse_url('https://user@h.example:8443/p/q?x=1&y=2#f').Host", "h.example"},
        {"parse_url('https://h.example/p?x=1').['Query Parameters'].x", "1"},
        {"toint('42')", "42"},
        {"toint('x')", ""},
        {"tolong('0x10')", "16"},
        {"todouble('2.5')", "2.5"},
        {"tobool('true')", "true"},
        {"tobool('x')", ""},
        {"todatetime('2026-11-01')", "2026-11-01T00:00:00.0000000Z"},
        {"todatetime('x')", ""},
        {"totimespan('01:00')", "01:00:00"},
        {"tostring(dynamic({\"a\":1}))", "{\"a\":1}"},
        {"dynamic({\"a\":[10,20]}).a[1]", "20"},
        {"dynamic(['x', 'y'])[0]", "x"},
        {"parse_json('{\"Phish\":[\"URL\"]}').Phish[0]", "URL"},
        {"parse_json('{\"a b\":{\"c\":true}}')['a b'].c", "true"},
        {"parse_json('{\"a\":null}').a", ""},
        {"parse_json('{\"a\":1}').b.c", ""},
        {"parse_json('no json').a", ""},
        {"toint(parse_json('{\"n\":5}').n) + 1", "6"},
        {"bag_pack('a', 1, 'b', 'x')", "{\"a\":1,\"b\":\"x\"}"},
        {"pack_array(1, 'x', true)", "[1,\"x\",true]"},
        {"iff(1 < 2, 'yes', 'no')", "yes"},
        {"iff(bool(null), 'yes', 'no')", "no"},
        {"case(1 > 2, 'a', 2 > 1, 'b', 'c')", "b"},
        {"coalesce(int(null), 7)", "7"},
        {"coalesce('', 'x')", "x"},
        {"not(true)", "false"},
        {"toscalar(print 5)", "5"},
    };
    for (const auto &[expression, expected] : cases) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << (expected == nullptr ? QString() : u'=' + QString::fromUtf8(expected));
    }
}

void KqlFunctions::expressions()
{
    QFETCH(QString, expression);
    QFETCH(QString, expected);
    const HuntingReply reply = hunt(*m_driver, u"print x = tostring(%1)"_s.arg(expression));
    QCOMPARE(reply.status, expected.isNull() ? 400 : 200);
    QCOMPARE(reply.status == 200 ? u'=' + reply.cell(u"x"_s).toString() : QString(), expected);
}

void KqlFunctions::truths_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<bool>("holds");
    const QList<std::pair<const char *, bool>> cases {
        {"'abc' == 'abc'", true},
        {"'abc' == 'ABC'", false},
        {"'abc' =~ 'ABC'", true},
        {"'Ä' =~ 'ä'", true},
        {"'abc' !~ 'ABC'", false},
        {"'abc' != 'ABC'", true},
        {"'abc' <> 'abc'", false},
        {"'a' < 'b'", true},
        {"'invoice overdue' has 'overdue'", true},
        {"'invoice overdue' has 'over'", false},
        {"'invoice overdue' has 'INVOICE'", true},
        {"'invoice overdue' has_cs 'INVOICE'", false},
        {"'a@quay-side.example' has 'quay-side.example'", true},
        {"'a@quay-side.example' has 'uay'", false},
        {"'invoice overdue' !has 'over'", true},
        {"'invoice overdue' hasprefix 'over'", true},
        {"'invoice overdue' hassuffix 'due'", true},
        {"'invoice overdue' hasprefix 'due'", false},
        {"'invoice overdue' has_any ('x', 'overdue')", true},
        {"'invoice overdue' has_all ('invoice', 'overdue')", true},
        {"'invoice overdue' has_all ('invoice', 'x')", false},
        {"'invoice overdue' has_any (dynamic(['x', 'overdue']))", true},
        {"'invoice' contains 'VOI'", true},
        {"'invoice' contains_cs 'VOI'", false},
        {"'invoice' !contains 'x'", true},
        {"'invoice' startswith 'INV'", true},
        {"'invoice' startswith_cs 'INV'", false},
        {"'invoice' !startswith 'x'", true},
        {"'invoice' endswith 'ICE'", true},
        {"'invoice' endswith_cs 'ICE'", false},
        {"'invoice' !endswith 'ICE'", false},
        {"'invoice 48213' matches regex @'\\d{5}$'", true},
        {"'a' in ('a', 'b')", true},
        {"'A' in ('a', 'b')", false},
        {"'A' in~ ('a', 'b')", true},
        {"'a' !in ('a', 'b')", false},
        {"'A' !in~ ('a')", false},
        {"'b' in (dynamic(['a', 'b']))", true},
        {"2 in (1, 2)", true},
        {"2 between (1 .. 3)", true},
        {"3 between (1 .. 3)", true},
        {"4 !between (1 .. 3)", true},
        {"datetime(2026-11-02) between (datetime(2026-11-01) .. 1d)", true},
        {"datetime(2026-11-03) between (datetime(2026-11-01) .. 1d)", false},
        {"1 < 2 and 2 < 3", true},
        {"1 > 2 or 2 < 3", true},
        {"false or true and false", false},
        {"(true or true) and false", false},
        {"not(1 > 2)", true},
        {"isempty('')", true},
        {"isnotempty('x')", true},
        {"isnull(int(null))", true},
        {"isnotnull(5)", true},
        {"int(null) == 1", false},
        {"int(null) != 1", true},
        {"isnull(int(null) == int(null))", true},
        {"not(int(null) == 1)", true},
        {"dynamic({\"n\":3}).n == 3", true},
        {"dynamic({\"s\":\"x\"}).s == 'x'", true},
        {"dynamic({\"s\":\"x\"}).s has 'x'", true},
        {"true == 1", true},
        {"1 == 1.0", true},
    };
    for (const auto &[condition, holds] : cases) {
        QTest::newRow(condition) << QString::fromUtf8(condition) << holds;
    }
}

void KqlFunctions::truths()
{
    QFETCH(QString, condition);
    QFETCH(bool, holds);
    const HuntingReply reply = hunt(*m_driver, u"print x = 1 | where %1"_s.arg(condition));
    QVERIFY2(reply.status == 200, qPrintable(reply.message));
    QCOMPARE(reply.rows.size(), holds ? 1 : 0);
}

void KqlFunctions::typesOfResults_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("type");
    QTest::newRow("string") << u"'a'"_s << u"String"_s;
    QTest::newRow("long") << u"1"_s << u"Int64"_s;
    QTest::newRow("int") << u"int(1)"_s << u"Int32"_s;
    QTest::newRow("real") << u"1.5"_s << u"Double"_s;
    QTest::newRow("bool") << u"1 < 2"_s << u"SByte"_s;
    QTest::newRow("datetime") << u"now()"_s << u"DateTime"_s;
    QTest::newRow("timespan") << u"1d"_s << u"TimeSpan"_s;
    QTest::newRow("dynamic") << u"dynamic([1])"_s << u"Object"_s;
    QTest::newRow("difference of times") << u"now() - ago(1h)"_s << u"TimeSpan"_s;
    QTest::newRow("long and real") << u"1 + 0.5"_s << u"Double"_s;
}

void KqlFunctions::typesOfResults()
{
    QFETCH(QString, expression);
    const HuntingReply reply = hunt(*m_driver, u"print x = "_s + expression);
    QTEST(reply.typeOf(u"x"_s), "type");
}

void KqlFunctions::namesOfResults_data()
{
    QTest::addColumn<QString>("operators");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("unnamed") << u"project strcat('a', 'b'), 1 + 1, Url"_s << QStringList {u"Column1"_s, u"Column2"_s, u"Url"_s};
    QTest::newRow("bin and tostring") << u"project bin(Timestamp, 1h), tostring(Url)"_s << QStringList {u"Timestamp"_s, u"Url"_s};
    QTest::newRow("member") << u"project parse_json(Url).a.b"_s << QStringList {u"a_b"_s};
    QTest::newRow("aggregates") << u"summarize count(), dcount(Url), min(Timestamp), countif(Url has 'x'), make_set(Url) by UrlDomain"_s
                                << QStringList {u"UrlDomain"_s, u"count_"_s, u"dcount_Url"_s, u"min_Timestamp"_s, u"countif_"_s, u"set_Url"_s};
    QTest::newRow("arg_max") << u"summarize arg_max(Timestamp, Url) by UrlDomain"_s << QStringList {u"UrlDomain"_s, u"Timestamp"_s, u"Url"_s};
    QTest::newRow("count") << u"count"_s << QStringList {u"Count"_s};
}

void KqlFunctions::namesOfResults()
{
    QFETCH(QString, operators);
    const HuntingReply reply = hunt(*m_driver, u"EmailUrlInfo | "_s + operators);
    QVERIFY2(reply.status == 200, qPrintable(reply.message));
    QTEST(reply.names(), "names");
}

void KqlFunctions::nowIsTheTenantsClock()
{
    const QString query = u"print a = now(), b = ago(7d), c = now(-1h)"_s;
    const HuntingReply reply = hunt(*m_driver, query);
    const QDateTime now = m_driver->tenant().now();
    QCOMPARE(timeOf(reply.cell(u"a"_s)), now);
    QCOMPARE(timeOf(reply.cell(u"b"_s)), now.addDays(-7));
    QCOMPARE(timeOf(reply.cell(u"c"_s)), now.addSecs(-3600));
    m_driver->advance(60);
    QCOMPARE(timeOf(hunt(*m_driver, query).cell(u"a"_s)), now.addSecs(60));
}

void KqlFunctions::letNamesValuesAndTables()
{
    const HuntingReply reply = hunt(*m_driver, u"// a comment\nlet limit_ = 2; let words = dynamic(['b', 'c']);\n"
                                               "let Few = print x = 'a', y = 1 | union (print x = 'b', y = 2), (print x = 'c', y = 3);\n"
                                               "let chosen = Few | where x in (words) | project x;\n"
                                               "Few | where x in (chosen) // the rest of the line\n | where y >= limit_ | order by x asc"_s);
    QVERIFY2(reply.status == 200, qPrintable(reply.message));
    QCOMPARE(reply.texts(u"x"_s), (QStringList {u"b"_s, u"c"_s}));
}

CASEMATE_TEST(KqlFunctions)
#include "kql_functions.moc"
