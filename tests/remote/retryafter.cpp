// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/retryafter.h"

#include "remote/httpdate.h"
#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

class RetryAfter final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void valuesAreClamped_data();
    void valuesAreClamped();
    void datesAreRead();
};

void RetryAfter::valuesAreClamped_data()
{
    QTest::addColumn<QList<QByteArray>>("values");
    QTest::addColumn<int>("seconds"); // -1: nothing
    const auto row = [](const char *name, QList<QByteArray> values, int seconds) {
        QTest::newRow(name) << values << seconds;
    };
    row("absent", {}, -1);
    row("seconds", {"17"}, 17);
    row("blanks", {"  17 "}, 17);
    row("zero", {"0"}, 1);
    row("negative", {"-1"}, 1);
    row("most negative", {"-9223372036854775808"}, 1);
    row("an hour", {"3600"}, 3600);
    row("years", {"1000000000000"}, 3600);
    row("more digits than a number has", {"99999999999999999999999999"}, 3600);
    row("text", {"soon"}, -1);
    row("a fraction", {"1.5"}, -1);
    row("empty", {""}, -1);
    row("hexadecimal", {"0x10"}, -1);
    row("two headers, the longer counts", {"5", "60"}, 60);
    row("two in one line", {"5, 60"}, 60);
    row("one is nonsense", {"soon", "60"}, 60);
    row("a date two minutes ahead", {"Wed, 25 Feb 2026 16:31:33 GMT"}, 120);
    row("a date that has passed", {"Wed, 25 Feb 2026 16:00:00 GMT"}, 1);
    row("a date years ahead", {"Wed, 25 Feb 2099 16:00:00 GMT"}, 3600);
    row("a date in another form", {"2026-02-25T16:31:33Z"}, -1);
    row("a date without a zone", {"Wed, 25 Feb 2026 16:31:33"}, -1);
}

void RetryAfter::valuesAreClamped()
{
    QFETCH(QList<QByteArray>, values);
    QFETCH(int, seconds);
    const auto now = domain::Moment::parse(u"2026-02-25T16:29:33Z");
    const auto pause = remote::retryAfter(values, *now);
    QCOMPARE(pause ? static_cast<int>(pause->count()) : -1, seconds);
}

void RetryAfter::datesAreRead()
{
    QCOMPARE(remote::httpDate("Sun, 06 Nov 1994 08:49:37 GMT"), domain::Moment::parse(u"1994-11-06T08:49:37Z"));
    QVERIFY(!remote::httpDate("Sonntag, 06 Nov 1994 08:49:37 GMT"));
    QVERIFY(!remote::httpDate(""));
    QVERIFY(!remote::httpDate("Sun, 06 Nov 1994 08:49:37 +0200"));
}

CASEMATE_TEST(RetryAfter)
#include "retryafter.moc"
