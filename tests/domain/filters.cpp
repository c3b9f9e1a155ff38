// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/filter.h"
#include "domain/samples.h"
#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using samples::at;

namespace {

const Moment now = at(u"2026-03-10T12:00:00Z");

QueueRow sampleRow()
{
    QueueRow row;
    row.id = {u"29"_s};
    row.name = Untrusted(u"Multi-stage incident: Invoice.pdf"_s);
    row.status = wordOf(IncidentStatus::InProgress);
    row.severity = wordOf(Severity::Medium);
    row.classification = wordOf(Classification::TruePositive);
    row.determination = wordOf(Determination::Other);
    row.assignedTo = Untrusted(u"Ada@Fabrikam.example"_s);
    row.tags = {Untrusted(u"Needs review"_s), Untrusted(u"VIP"_s)};
    row.sources = {ServiceSource::DefenderForOffice365, ServiceSource::DefenderForEndpoint};
    row.alerts = 12;
    row.pendingActions = 2;
    row.pendingExpires = now.plusSeconds(36 * 3600);
    row.priorityScore = 86;
    row.created = at(u"2026-03-09T23:30:00Z");
    row.updated = at(u"2026-03-10T09:00:00Z");
    return row;
}

QueueRow bareRow()
{
    QueueRow row;
    row.id = {u"8"_s};
    row.name = Untrusted(u"Plain"_s);
    row.status = wordOf(IncidentStatus::Resolved);
    row.severity = word<Severity>(u"catastrophic"_s);
    row.classification = wordOf(Classification::Unknown);
    row.created = at(u"2025-01-01T00:00:00Z");
    row.updated = row.created;
    return row;
}

FilterContext context(qint64 utcOffsetSeconds = 0)
{
    return {now, utcOffsetSeconds, u"ada@fabrikam.example"_s};
}

} // namespace

class Filters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void termsLookAtTheirField_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("sample"); // accepts sampleRow()
        QTest::addColumn<bool>("bare"); // accepts bareRow()
        const auto row = [](const QString &text, bool sample, bool bare) {
            QTest::newRow(qPrintable(text.isEmpty() ? u"(empty)"_s : text)) << text << sample << bare;
        };
        row(u""_s, true, true);
        row(u"   "_s, true, true);
        // id
        row(u"id:29"_s, true, false);
        row(u"id:(8 29)"_s, true, true);
        row(u"id:>8"_s, true, false);
        row(u"id:>=8"_s, true, true);
        row(u"id:2"_s, false, false);
        // status
        row(u"status:inProgress"_s, true, false);
        row(u"STATUS:In-Progress"_s, true, false);
        row(u"status:\"in progress\""_s, true, false);
        row(u"status:open"_s, true, false);
        row(u"status:(active resolved)"_s, false, true);
        row(u"status:=resolved"_s, false, true);
        row(u"not status:resolved"_s, true, false);
        // severity
        row(u"severity:medium"_s, true, false);
        row(u"severity:(high medium)"_s, true, false);
        row(u"severity:(high or medium)"_s, true, false);
        row(u"severity:>low"_s, true, false);
        row(u"severity:>medium"_s, false, false);
        row(u"severity:>=medium"_s, true, false);
        row(u"severity:<high"_s, true, false); // a word we do not know has no place in the order
        row(u"severity:<=low"_s, false, false);
        // assignee
        row(u"assignee:me"_s, true, false);
        row(u"assignee:none"_s, false, true);
        row(u"assignee:somebody"_s, true, false);
        row(u"assignee:fabrikam"_s, true, false);
        row(u"assignee:\"none\""_s, false, false); // quoted: part of a name
        row(u"assignee:(none grace)"_s, false, true);
        // tag
        row(u"tag:vip"_s, true, false);
        row(u"tag:\"needs review\""_s, true, false);
        row(u"tag:needs"_s, false, false); // the whole tag
        row(u"tag:none"_s, false, true);
        row(u"not tag:test"_s, true, true);
        // source
        row(u"source:office365"_s, true, false);
        row(u"source:microsoftDefenderForEndpoint"_s, true, false);
        row(u"source:(identity sentinel)"_s, false, false);
        // pending
        row(u"pending:yes"_s, true, false);
        row(u"pending:no"_s, false, true);
        // classification, determination
        row(u"classification:truePositive"_s, true, false);
        row(u"classification:none"_s, false, true);
        row(u"determination:other"_s, true, false);
        row(u"determination:none"_s, false, true);
        row(u"determination:phishing"_s, false, false);
        // numbers
        row(u"alerts:12"_s, true, false);
        row(u"alerts:(0 12)"_s, true, true);
        row(u"alerts:<12"_s, false, true);
        row(u"priority:>85"_s, true, false);
        row(u"priority:<50"_s, false, false); // none is not less
        row(u"priority:none"_s, false, true);
        row(u"expires:none"_s, false, true);
        row(u"expires:<+2d"_s, true, false);
        row(u"expires:<+1d"_s, false, false);
        row(u"expires:+2d"_s, true, false);
        // text
        row(u"invoice"_s, true, false);
        row(u"\"multi-stage incident:\""_s, true, false);
        row(u"review"_s, true, false);
        row(u"ada@"_s, true, false);
        row(u"29"_s, true, false);
        row(u"9"_s, false, false);
        row(u"\"not\""_s, false, false); // quoted: a word like others
        // combined
        row(u"status:active severity:high assignee:none pending:yes updated:>-24h not tag:test \"invoice\""_s, false,
            false);
        row(u"status:open and severity:medium and pending:yes updated:>-24h not tag:test \"invoice\""_s, true, false);
        row(u"status:resolved or pending:yes"_s, true, true);
        row(u"status:resolved or pending:yes severity:high"_s, false, true); // and binds tighter
        row(u"(status:resolved or pending:yes) severity:medium"_s, true, false);
        row(u"not (status:resolved or tag:test)"_s, true, false);
        row(u"not not status:resolved"_s, false, true);
        row(u"NOT status:resolved AND pending:yes OR id:8"_s, true, true);
        row(u"((((invoice))))"_s, true, false);
        row(u"(invoice)(pending:yes)"_s, true, false);
    }
    void termsLookAtTheirField()
    {
        QFETCH(QString, text);
        QFETCH(bool, sample);
        QFETCH(bool, bare);
        const auto parsed = Filter::parse(text);
        const auto *filter = std::get_if<Filter>(&parsed);
        QVERIFY(filter);
        QCOMPARE(filter->accepts(sampleRow(), context()), sample);
        QCOMPARE(filter->accepts(bareRow(), context()), bare);
        QCOMPARE(filter->isEverything(), text.trimmed().isEmpty());
        QCOMPARE(filter->text(), text);
    }

    void timesAreRelativeToNowAndPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("updated");
        QTest::addColumn<int>("offsetHours");
        QTest::addColumn<bool>("accepted");
        const auto row = [](const QString &text, const QString &updated, int offsetHours, bool accepted) {
            QTest::addRow("%s %s +%dh", qPrintable(text), qPrintable(updated), offsetHours)
                << text << updated << offsetHours << accepted;
        };
        // now is 2026-03-10T12:00:00Z
        row(u"updated:>-24h"_s, u"2026-03-09T12:00:00Z"_s, 0, false);
        row(u"updated:>-24h"_s, u"2026-03-09T12:00:00.0000001Z"_s, 0, true);
        row(u"updated:>=-24h"_s, u"2026-03-09T12:00:00Z"_s, 0, true);
        row(u"updated:-24h"_s, u"2026-03-09T12:00:00Z"_s, 0, true);
        row(u"updated:-24h"_s, u"2026-03-09T11:59:59Z"_s, 0, false);
        row(u"updated:<-7d"_s, u"2026-03-03T11:59:59Z"_s, 0, true);
        row(u"updated:<-1w"_s, u"2026-03-03T12:00:00Z"_s, 0, false);
        row(u"updated:>-30m"_s, u"2026-03-10T11:45:00Z"_s, 0, true);
        row(u"updated:today"_s, u"2026-03-10T00:00:00Z"_s, 0, true);
        row(u"updated:today"_s, u"2026-03-09T23:59:59.9999999Z"_s, 0, false);
        row(u"updated:today"_s, u"2026-03-09T23:30:00Z"_s, 1, true);
        row(u"updated:today"_s, u"2026-03-10T23:30:00Z"_s, 1, false);
        row(u"updated:today"_s, u"2026-03-10T12:30:00Z"_s, 13, true);
        row(u"updated:yesterday"_s, u"2026-03-09T00:00:00Z"_s, 0, true);
        row(u"updated:yesterday"_s, u"2026-03-10T00:00:00Z"_s, 0, false);
        row(u"updated:<today"_s, u"2026-03-09T23:59:59Z"_s, 0, true);
        row(u"updated:<=today"_s, u"2026-03-10T23:59:59Z"_s, 0, true);
        row(u"updated:>yesterday"_s, u"2026-03-09T23:59:59Z"_s, 0, false);
        row(u"updated:>yesterday"_s, u"2026-03-10T00:00:00Z"_s, 0, true);
        row(u"updated:2026-03-08"_s, u"2026-03-08T23:59:59.9999999Z"_s, 0, true);
        row(u"updated:2026-03-08"_s, u"2026-03-09T00:00:00Z"_s, 0, false);
        row(u"updated:2026-03-08"_s, u"2026-03-07T20:00:00Z"_s, 5, true);
        row(u"updated:>=2026-03-08"_s, u"2026-03-08T00:00:00Z"_s, 0, true);
        row(u"updated:>2026-03-08"_s, u"2026-03-08T12:00:00Z"_s, 0, false);
        row(u"updated:>2026-03-08T10:00"_s, u"2026-03-08T09:30:00Z"_s, 1, true);
        row(u"updated:>2026-03-08T10:00"_s, u"2026-03-08T09:00:00Z"_s, 1, false);
        row(u"updated:>2026-03-08T10:00Z"_s, u"2026-03-08T09:30:00Z"_s, 1, false);
        row(u"updated:2026-03-08T10:00:00.5Z"_s, u"2026-03-08T10:00:00.5Z"_s, 0, true);
        row(u"updated:+1h"_s, u"2026-03-10T12:30:00Z"_s, 0, true);
        row(u"updated:+1h"_s, u"2026-03-10T13:30:00Z"_s, 0, false);
        row(u"updated:(today 2026-03-01)"_s, u"2026-03-01T10:00:00Z"_s, 0, true);
    }
    void timesAreRelativeToNowAndPlace()
    {
        QFETCH(QString, text);
        QFETCH(QString, updated);
        QFETCH(int, offsetHours);
        QFETCH(bool, accepted);
        const auto parsed = Filter::parse(text);
        QVERIFY(std::holds_alternative<Filter>(parsed));
        QueueRow row = bareRow();
        row.updated = at(updated);
        QCOMPARE(std::get<Filter>(parsed).accepts(row, context(offsetHours * 3600)), accepted);
        std::swap(row.created, row.updated);
        const auto created = Filter::parse(QString(text).replace(u"updated"_s, u"created"_s));
        QCOMPARE(std::get<Filter>(created).accepts(row, context(offsetHours * 3600)), accepted);
    }

    void pendingActionsAreFilteredWithTheirIncident_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("its label") << u"wire"_s << true;
        QTest::newRow("its mailbox") << u"grace@fabrikam"_s << true;
        QTest::newRow("its message") << u"MESSAGE-1"_s << true;
        QTest::newRow("its id") << u"action-id"_s << true;
        QTest::newRow("name of its incident") << u"invoice"_s << true;
        QTest::newRow("neither") << u"nothing"_s << false;
        QTest::newRow("its own expiry") << u"expires:<+2h"_s << true;
        QTest::newRow("it waits by being there") << u"pending:yes"_s << true;
        QTest::newRow("severity of its incident") << u"severity:medium"_s << true;
        QTest::newRow("assignee of its incident") << u"assignee:none"_s << false;
    }
    void pendingActionsAreFilteredWithTheirIncident()
    {
        QFETCH(QString, text);
        QFETCH(bool, accepted);
        PendingAction action;
        action.id = {u"action-id"_s};
        action.label = Untrusted(u"Urgent wire transfer"_s);
        action.targets = {{u"message-1"_s, u"grace@fabrikam.example"_s}};
        action.expires = now.plusSeconds(3600);
        QueueRow incident = sampleRow();
        incident.pendingActions = 0; // the row may be older than the action
        QCOMPARE(std::get<Filter>(Filter::parse(text)).accepts(action, incident, context()), accepted);
    }

    void nobodyIsNotMe()
    {
        FilterContext anonymous = context();
        anonymous.me.clear();
        const auto filter = std::get<Filter>(Filter::parse(u"assignee:me"_s));
        QVERIFY(!filter.accepts(bareRow(), anonymous)); // assigned to nobody
        QVERIFY(!filter.accepts(sampleRow(), anonymous));
    }

    void errorsPointAtThePlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("piece");
        const auto row = [](const QString &text, const QString &code, int position, const QString &piece) {
            QTest::newRow(qPrintable(text)) << text << code << position << piece;
        };
        row(u"invoice stat:active"_s, u"unknownField"_s, 8, u"stat"_s);
        row(u"https://x.example"_s, u"unknownField"_s, 0, u"https"_s);
        row(u":x"_s, u"unknownField"_s, 0, u":"_s);
        row(u"status:actve"_s, u"badValue"_s, 7, u"actve"_s);
        row(u"severity:(high meduim)"_s, u"badValue"_s, 15, u"meduim"_s);
        row(u"severity:>huge"_s, u"badValue"_s, 10, u"huge"_s);
        row(u"pending:maybe"_s, u"badValue"_s, 8, u"maybe"_s);
        row(u"pending:\"yes\""_s, u"badValue"_s, 8, u"yes"_s);
        row(u"alerts:many"_s, u"badValue"_s, 7, u"many"_s);
        row(u"alerts:1.5"_s, u"badValue"_s, 7, u"1.5"_s);
        row(u"source:outlook"_s, u"badValue"_s, 7, u"outlook"_s);
        row(u"determination:nonsense"_s, u"badValue"_s, 14, u"nonsense"_s);
        row(u"updated:tomorrow"_s, u"badValue"_s, 8, u"tomorrow"_s);
        row(u"updated:-5x"_s, u"badValue"_s, 8, u"-5x"_s);
        row(u"updated:-h"_s, u"badValue"_s, 8, u"-h"_s);
        row(u"updated:--5h"_s, u"badValue"_s, 8, u"--5h"_s);
        row(u"updated:-99999999999h"_s, u"badValue"_s, 8, u"-99999999999h"_s);
        row(u"updated:2026-02-30"_s, u"badValue"_s, 8, u"2026-02-30"_s);
        row(u"id:>x"_s, u"badValue"_s, 4, u"x"_s);
        row(u"status:>active"_s, u"badComparison"_s, 8, u"active"_s);
        row(u"assignee:<me"_s, u"badComparison"_s, 10, u"me"_s);
        row(u"tag:>=x"_s, u"badComparison"_s, 6, u"x"_s);
        row(u"source:>endpoint"_s, u"badComparison"_s, 8, u"endpoint"_s);
        row(u"pending:>yes"_s, u"badComparison"_s, 9, u"yes"_s);
        row(u"status:"_s, u"noValue"_s, 0, u"status:"_s);
        row(u"status: active"_s, u"noValue"_s, 0, u"status:"_s);
        row(u"alerts:> 3"_s, u"noValue"_s, 0, u"alerts:>"_s);
        row(u"(status:)"_s, u"noValue"_s, 1, u"status:"_s);
        row(u"severity:()"_s, u"noValue"_s, 9, u"()"_s);
        row(u"tag:\"\""_s, u"noValue"_s, 4, u"\"\""_s);
        row(u"(a or b"_s, u"unclosedParenthesis"_s, 0, u"("_s);
        row(u"x (a or"_s, u"unclosedParenthesis"_s, 2, u"("_s);
        row(u"severity:(high"_s, u"unclosedParenthesis"_s, 9, u"(high"_s);
        row(u"a)"_s, u"unexpectedParenthesis"_s, 1, u")"_s);
        row(u")"_s, u"unexpectedParenthesis"_s, 0, u")"_s);
        row(u"()"_s, u"unexpectedParenthesis"_s, 1, u")"_s);
        row(u"severity:((high))"_s, u"unexpectedParenthesis"_s, 10, u"("_s);
        row(u"a \"open end"_s, u"unclosedQuote"_s, 2, u"\"open end"_s);
        row(u"\"ends in \\\""_s, u"unclosedQuote"_s, 0, u"\"ends in \\\""_s);
        row(u"or a"_s, u"unexpectedWord"_s, 0, u"or"_s);
        row(u"a or or b"_s, u"unexpectedWord"_s, 5, u"or"_s);
        row(u"a and and b"_s, u"unexpectedWord"_s, 6, u"and"_s);
        row(u"a or"_s, u"unexpectedEnd"_s, 4, u""_s);
        row(u"not"_s, u"unexpectedEnd"_s, 3, u""_s);
        row(u"a and "_s, u"unexpectedEnd"_s, 6, u""_s);
        row(QString(100, u'('), u"tooDeep"_s, 64, u"("_s);
        row(QString(64, u'('), u"tooDeep"_s, 64, QString());
    }
    void errorsPointAtThePlace()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        QFETCH(int, position);
        QFETCH(QString, piece);
        const auto parsed = Filter::parse(text);
        const auto *wrong = std::get_if<FilterError>(&parsed);
        QVERIFY(wrong);
        QCOMPARE(wrong->code, code);
        QCOMPARE(wrong->position, position);
        QCOMPARE(wrong->text, piece);
        QVERIFY(wrong->position + wrong->length <= text.size());
    }

    void aLongFlatExpressionIsFine()
    {
        const auto parsed = Filter::parse(QStringList(5'000, u"invoice"_s).join(u" or "_s));
        QVERIFY(std::holds_alternative<Filter>(parsed));
        QVERIFY(std::get<Filter>(parsed).accepts(sampleRow(), context()));
        QVERIFY(std::holds_alternative<FilterError>(Filter::parse(QStringList(100'000, u"not"_s).join(u' '))));
    }

    void everyFieldIsListed()
    {
        QStringList fields = filterFields();
        fields.sort();
        QCOMPARE(fields,
                 (QStringList {u"alerts"_s, u"assignee"_s, u"classification"_s, u"created"_s, u"determination"_s,
                               u"expires"_s, u"id"_s, u"pending"_s, u"priority"_s, u"severity"_s, u"source"_s,
                               u"status"_s, u"tag"_s, u"updated"_s}));
    }
};

CASEMATE_TEST(Filters)
#include "filters.moc"
