// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingasker.h"
#include "support/testmain.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator::test;

// Queries that are wrong: each gets a 400 whose sentence names what and, where the query cannot be read, the place.
class KqlErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_driver = std::make_unique<TenantDriver>(1); }
    void syntax_data();
    void syntax();
    void semantics_data();
    void semantics();
    void largeQueriesEnd_data();
    void largeQueriesEnd();
    void damagedQueriesDoNoHarm();

private:
    std::unique_ptr<TenantDriver> m_driver;
};

void KqlErrors::syntax_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("near");
    QTest::addColumn<QString>("place");
    const auto add = [](const char *query, const char *near, const char *place) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(near) << QString::fromUtf8(place);
    };
    add("EmailEvents | wher Subject == 'x'", "wher", "[1,15]");
    add("EmailEvents\n| where Subject ==", "", "[2,19]");
    add("EmailEvents\n| where Timestamp > ago(7d)\n| take 5 5", "5", "[3,10]");
    add("EmailEvents | where (Subject == 'x'", "", "[1,36]");
    add("EmailEvents | where Subject == 'x", "'", "[1,32]");
    add("EmailEvents | where Subject == \"a\\qb\"", "\"", "[1,32]");
    add("EmailEvents where", "where", "[1,13]");
    add("| take 5", "|", "[1,1]");
    add("EmailEvents | make-series x = count() on Timestamp", "make-series", "[1,15]");
    add("EmailEvents | evaluate narrow()", "evaluate", "[1,15]");
    add("EmailEvents | where Timestamp > datetime(yesterday)", "d", "[1,33]");
    add("EmailEvents | order Subject", "Subject", "[1,21]");
    add("EmailEvents | join kind=inner (AlertEvidence) NetworkMessageId", "NetworkMessageId", "[1,47]");
    add("EmailEvents | where Subject # 1", "#", "[1,29]");
    add("let a 5; EmailEvents", "5", "[1,7]");
    add("let a = dynamic([1,\n2]);\nEmailEvents | foo", "foo", "[3,15]");
}

void KqlErrors::syntax()
{
    QFETCH(QString, query);
    QFETCH(QString, near);
    QFETCH(QString, place);
    const HuntingReply reply = hunt(*m_driver, query);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.message, u"Syntax error: Query could not be parsed at '%1' on line %2. Fix syntax errors in your query."_s.arg(near, place));
}

void KqlErrors::semantics_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("reason");
    const auto add = [](const char *query, const char *reason) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(reason);
    };
    add("Foo | take 1", "Failed to resolve table or column expression named 'Foo'.");
    add("emailevents | take 1", "Failed to resolve table or column expression named 'emailevents'.");
    add("EmailEvents | where Foo == 1", "'where' operator: Failed to resolve column or scalar expression named 'Foo'.");
    add("EmailEvents | where subject == 'x'", "'where' operator: Failed to resolve column or scalar expression named 'subject'.");
    add("EmailEvents | project Foo", "'project' operator: Failed to resolve column or scalar expression named 'Foo'.");
    add("EmailEvents | project Subject | where Timestamp > ago(1d)", "'where' operator: Failed to resolve column or scalar expression named 'Timestamp'.");
    add("EmailEvents | project-away Foo", "'project-away' operator: Failed to resolve column or scalar expression named 'Foo'.");
    add("EmailEvents | project-rename A = Foo", "'project-rename' operator: Failed to resolve column or scalar expression named 'Foo'.");
    add("EmailEvents | sort by Foo", "'sort' operator: Failed to resolve column or scalar expression named 'Foo'.");
    add("EmailEvents | top 3 by Foo", "'top' operator: Failed to resolve column or scalar expression named 'Foo'.");
    add("EmailEvents | summarize count() by Foo", "'summarize' operator: Failed to resolve column or scalar expression named 'Foo'.");
    add("EmailEvents | summarize max(Foo)", "'summarize' operator: Failed to resolve column or scalar expression named 'Foo'.");
    add("EmailEvents | summarize Subject", "'summarize' operator: Failed to resolve column or scalar expression named 'Subject'.");
    add("EmailEvents | summarize x = 1 + 1", "'summarize' operator: An aggregate function is expected.");
    add("EmailEvents | distinct Foo", "'distinct' operator: Failed to resolve column or scalar expression named 'Foo'.");
    add("EmailEvents | join (EmailUrlInfo) on Foo", "'join' operator: Failed to resolve column or scalar expression named 'Foo'.");
    add("EmailEvents | join kind=cross (EmailUrlInfo) on ReportId", "'join' operator: The join kind 'cross' is not known.");
    add("EmailEvents | join (EmailUrlInfo) on $left.UrlCount == $right.Url", "'join' operator: Cannot join on columns of types int and string. Try adding explicit casts.");
    add("EmailEvents | where Subject == 5", "'where' operator: Cannot compare values of types string and long. Try adding explicit casts.");
    add("EmailEvents | where Timestamp > '2026-01-01'", "'where' operator: Cannot compare values of types datetime and string. Try adding explicit casts.");
    add("EmailEvents | where UrlCount in ('1')", "'where' operator: Cannot compare values of types int and string. Try adding explicit casts.");
    add("EmailEvents | where Subject", "'where' operator: The predicate must be of type bool, not string.");
    add("EmailEvents | where Subject and UrlCount > 1", "'where' operator: The predicate must be of type bool, not string.");
    add("EmailEvents | extend x = Subject + 1", "'extend' operator: Arithmetic expression cannot be carried-out between string and long.");
    add("EmailEvents | extend x = Subject.y", "'extend' operator: Path expressions are not supported on values of type string.");
    add("EmailEvents | extend x = nosuch(Subject)", "'extend' operator: Unknown function: 'nosuch'.");
    add("EmailEvents | extend x = count()", "'extend' operator: Aggregate function 'count' is not expected in this context.");
    add("EmailEvents | extend x = strlen()", "'extend' operator: strlen(): function expects 1 argument(s).");
    add("EmailEvents | where Timestamp > ago('7d')", "'where' operator: ago(): argument #1 is expected to be of type timespan, not string.");
    add("EmailEvents | extend x = iff(Subject, 1, 2)", "'extend' operator: iff(): argument #1 is expected to be of type bool, not string.");
    add("EmailEvents | extend x = iff(true, 1, 'a')", "'extend' operator: iff(): the values must have the same type, not long and string.");
    add("EmailEvents | project Subject, Subject", "'project' operator: A column named 'Subject' already exists.");
    add("EmailEvents | take 'x'", "'take' operator: The limit must be a whole number.");
    add("EmailEvents | summarize sum(Subject)", "'summarize' operator: sum(): values of type string cannot be summed up.");
    add("EmailEvents | mv-expand Subject", "'mv-expand' operator: The expression 'Subject' has type string but is expected to be dynamic.");
    add("let a = b; let b = a; EmailEvents | where Subject == a", "'where' operator: Failed to resolve column or scalar expression named 'a'.");
    add("let T = T | take 1; T", "The query is too complex.");
}

void KqlErrors::semantics()
{
    QFETCH(QString, query);
    QFETCH(QString, reason);
    const HuntingReply reply = hunt(*m_driver, query);
    QCOMPARE(reply.message, QString(reason + u" Fix semantic errors in your query."_s));
    QCOMPARE(reply.status, 400);
}

void KqlErrors::largeQueriesEnd_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("status");
    QStringList terms;
    QStringList ids;
    for (int i = 0; i < 300; ++i) {
        terms.append(u"Subject has 'word%1'"_s.arg(i));
        ids.append(u"'00000000-0000-4000-8000-%1'"_s.arg(i, 12, 10, QChar(u'0')));
    }
    QTest::newRow("many conditions") << u"EmailEvents | where "_s + terms.join(u" or "_s) << 200;
    QTest::newRow("many ids") << u"EmailEvents | where NetworkMessageId in ("_s + ids.join(u", "_s) + u')' << 200;
    QTest::newRow("many steps") << u"EmailEvents"_s + u" | where UrlCount < 9"_s.repeated(60) << 200;
    QTest::newRow("too many steps") << u"EmailEvents"_s + u" | where UrlCount < 9"_s.repeated(300) << 400;
    QTest::newRow("deep parentheses") << u"print "_s + u"("_s.repeated(5000) + u'1' + u")"_s.repeated(5000) << 400;
    QTest::newRow("deep calls") << u"print "_s + u"tolower("_s.repeated(20) + u"'A'"_s + u")"_s.repeated(20) << 200;
    QTest::newRow("doubling") << u"print x = 1"_s + u" | extend x = x + x"_s.repeated(40) << 400;
    QTest::newRow("deep tables") << u"("_s.repeated(3000) + u"EmailEvents"_s << 400;
}

void KqlErrors::largeQueriesEnd()
{
    QFETCH(QString, query);
    const HuntingReply reply = hunt(*m_driver, query);
    QTEST(reply.status, "status");
    QVERIFY(reply.message.size() < 1000);
}

// Each prefix of a query, and it without each of its characters, is answered somehow and does not bring the tenant down.
void KqlErrors::damagedQueriesDoNoHarm()
{
    const QString query = u"let a = dynamic(['x']); EmailEvents | where Timestamp > ago(1d) and Subject has_any (a) | extend n = parse_json(DetectionMethods).Phish[0] "
                          "| summarize c = count(), arg_max(Timestamp, *) by tostring(n) | join kind=leftouter (EmailUrlInfo) on NetworkMessageId | top 5 by c"_s;
    QTest::failOnWarning(QRegularExpression(u"hunting: .*syntax error"_s)); // of what we gave SQLite
    QCOMPARE(hunt(*m_driver, query).status, 200);
    for (qsizetype i = 0; i < query.size(); ++i) {
        for (const QString &damaged : {query.left(i), QString(query.left(i) + query.mid(i + 1))}) {
            const int status = hunt(*m_driver, damaged).status;
            QVERIFY2(status == 200 || status == 400, qPrintable(damaged));
        }
    }
}

CASEMATE_TEST(KqlErrors)
#include "kql_errors.moc"
