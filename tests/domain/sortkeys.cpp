// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/filter.h"
#include "domain/samples.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace domain;

class SortKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsReadBack()
    {
        for (int field = 0; field <= int(SortKey::Field::Id); ++field) { // the last one
            for (const bool descending : {false, true}) {
                const SortKey key {SortKey::Field(field), descending};
                const auto read = sortKey(sortKeyText(key));
                QVERIFY(read);
                QCOMPARE(*read, key);
            }
        }
        for (const QString &wrong : {u""_s, u"-"_s, u"size"_s, u"--updated"_s, u"Updated"_s}) {
            const auto read = sortKey(wrong);
            QVERIFY(!read);
            QCOMPARE(read.error().kind, ErrorKind::UsageWrong);
        }
    }

    void ordersByItsField_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("updated") << u"updated"_s << QStringList {u"100"_s, u"9"_s, u"20"_s};
        QTest::newRow("-updated") << u"-updated"_s << QStringList {u"20"_s, u"9"_s, u"100"_s};
        QTest::newRow("created") << u"created"_s << QStringList {u"9"_s, u"20"_s, u"100"_s};
        QTest::newRow("severity") << u"severity"_s << QStringList {u"20"_s, u"9"_s, u"100"_s};
        QTest::newRow("status") << u"status"_s << QStringList {u"9"_s, u"20"_s, u"100"_s};
        QTest::newRow("name, without case") << u"name"_s << QStringList {u"100"_s, u"20"_s, u"9"_s};
        QTest::newRow("assignee, nobody first") << u"assignee"_s << QStringList {u"20"_s, u"100"_s, u"9"_s};
        QTest::newRow("alerts") << u"alerts"_s << QStringList {u"9"_s, u"20"_s, u"100"_s};
        QTest::newRow("pending, ties by id") << u"pending"_s << QStringList {u"9"_s, u"20"_s, u"100"_s};
        QTest::newRow("-pending, ties by id") << u"-pending"_s << QStringList {u"100"_s, u"20"_s, u"9"_s};
        QTest::newRow("priority, none first") << u"priority"_s << QStringList {u"100"_s, u"9"_s, u"20"_s};
        QTest::newRow("id is a number") << u"id"_s << QStringList {u"9"_s, u"20"_s, u"100"_s};
    }
    void ordersByItsField()
    {
        QFETCH(QString, key);
        QFETCH(QStringList, ids);
        QueueRow nine;
        nine.id = {u"9"_s};
        nine.name = Untrusted(u"Zulu"_s);
        nine.assignedTo = Untrusted(u"grace"_s);
        nine.severity = wordOf(Severity::Medium);
        nine.status = wordOf(IncidentStatus::Active);
        nine.alerts = 1;
        nine.priorityScore = 0;
        nine.created = {1};
        nine.updated = {20};
        QueueRow twenty = nine;
        twenty.id = {u"20"_s};
        twenty.name = Untrusted(u"beta"_s);
        twenty.assignedTo = {};
        twenty.severity = wordOf(Severity::Low);
        twenty.status = wordOf(IncidentStatus::InProgress);
        twenty.alerts = 2;
        twenty.priorityScore = 99;
        twenty.created = {2};
        twenty.updated = {30};
        QueueRow hundred = nine;
        hundred.id = {u"100"_s};
        hundred.name = Untrusted(u"Alpha"_s);
        hundred.assignedTo = Untrusted(u"Ada"_s);
        hundred.severity = wordOf(Severity::High);
        hundred.status = wordOf(IncidentStatus::Resolved);
        hundred.alerts = 3;
        hundred.priorityScore.reset();
        hundred.created = {3};
        hundred.updated = {10};
        QList<QueueRow> rows {hundred, nine, twenty};
        std::sort(rows.begin(), rows.end(),
                  [order = *sortKey(key)](const QueueRow &a, const QueueRow &b) { return precedes(a, b, order); });
        QStringList sorted;
        for (const QueueRow &row : std::as_const(rows))
            sorted.append(row.id.text);
        QCOMPARE(sorted, ids);
    }

    void isATotalOrder()
    {
        QRandomGenerator random(11);
        for (int field = 0; field <= int(SortKey::Field::Id); ++field) {
            for (const bool descending : {false, true}) {
                const SortKey key {SortKey::Field(field), descending};
                QList<QueueRow> rows;
                for (int i = 0; i < 12; ++i) {
                    QueueRow row;
                    row.id = {QString::number(i * 7)};
                    row.name = Untrusted(QString(1, QChar(char16_t(u'a' + random.bounded(2)))));
                    row.alerts = int(random.bounded(2));
                    row.updated = {random.bounded(2)};
                    rows.append(row);
                }
                for (const QueueRow &a : std::as_const(rows)) {
                    for (const QueueRow &b : std::as_const(rows))
                        QCOMPARE(precedes(a, b, key), a.id != b.id && !precedes(b, a, key));
                }
            }
        }
    }
};

CASEMATE_TEST(SortKeys)
#include "sortkeys.moc"
