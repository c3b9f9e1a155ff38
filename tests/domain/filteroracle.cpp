// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Random filters against random rows. Each filter is made twice from one random plan: as text, which is parsed, and as a
// plain function that never sees the text. Both must agree on every row.
#include "domain/filter.h"
#include "domain/samples.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

using Oracle = std::function<bool(const QueueRow &)>;

const Moment now = samples::at(u"2026-03-10T12:00:00Z");

struct Expression {
    QString text;
    Oracle oracle;
    bool isAtom = true; // needs no parentheses in any place
};

class Generator
{
public:
    explicit Generator(quint32 seed)
        : m_random(seed)
    {
    }

    Expression expression(int depth)
    {
        if (depth == 0 || below(3) == 0)
            return term();
        switch (below(3)) {
        case 0: return negation(depth);
        case 1: return combination(depth, u"or"_s, [](bool a, bool b) { return a || b; });
        default: return combination(depth, below(2) ? u"and"_s : QString(), [](bool a, bool b) { return a && b; });
        }
    }

    QueueRow row()
    {
        QueueRow row;
        row.id = {QString::number(below(30))};
        row.name = Untrusted(pick(names));
        row.status = word<IncidentStatus>(pick(statuses));
        row.severity = word<Severity>(pick(severities));
        row.assignedTo = Untrusted(pick(assignees));
        for (int count = below(3); count > 0; --count)
            row.tags.append(Untrusted(pick(tags)));
        if (below(2))
            row.sources = {ServiceSource::DefenderForOffice365};
        row.alerts = below(5);
        row.pendingActions = below(2);
        if (below(2))
            row.priorityScore = below(100);
        row.created = now.plusSeconds(-below(20 * 3600));
        row.updated = now.plusSeconds(-below(10 * 3600));
        return row;
    }

private:
    int below(int limit) { return int(m_random.bounded(limit)); }
    QString pick(const QStringList &words) { return words.at(below(int(words.size()))); }

    QString space() { return QString(1 + below(3), below(4) ? u' ' : u'\t'); }

    QString anyCase(QString text)
    {
        for (QChar &c : text) {
            if (below(4) == 0)
                c = c.toUpper();
        }
        return text;
    }

    QString bracketed(const Expression &inner, bool force)
    {
        if (!force && inner.isAtom && below(4) != 0)
            return inner.text;
        return u'(' + (below(2) ? space() : QString()) + inner.text + (below(2) ? space() : QString()) + u')';
    }

    Expression negation(int depth)
    {
        const Expression inner = expression(depth - 1);
        return {anyCase(u"not"_s) + space() + bracketed(inner, !inner.isAtom),
                [oracle = inner.oracle](const QueueRow &row) { return !oracle(row); }, true};
    }

    Expression combination(int depth, const QString &keyword, bool (*joins)(bool, bool))
    {
        const Expression left = expression(depth - 1);
        const Expression right = expression(depth - 1);
        const QString between = keyword.isEmpty() ? space() : space() + anyCase(keyword) + space();
        return {bracketed(left, !left.isAtom) + between + bracketed(right, !right.isAtom),
                [a = left.oracle, b = right.oracle, joins](const QueueRow &row) { return joins(a(row), b(row)); },
                false};
    }

    Expression term()
    {
        switch (below(9)) {
        case 0:
            return listed(u"status"_s, {u"active"_s, u"inProgress"_s, u"resolved"_s},
                          [](const QueueRow &row, const QString &value) { return row.status.wire == value; });
        case 1:
            return listed(u"severity"_s, {u"low"_s, u"medium"_s, u"high"_s},
                          [](const QueueRow &row, const QString &value) { return row.severity.wire == value; });
        case 2:
            return listed(
                u"tag"_s, {u"alpha"_s, u"two words"_s, u"or"_s},
                [](const QueueRow &row, const QString &value) { return row.tags.contains(Untrusted(value)); });
        case 3: return compared(u"alerts"_s, 5, [](const QueueRow &row) { return std::optional<qint64>(row.alerts); });
        case 4:
            return compared(u"priority"_s, 100, [](const QueueRow &row) {
                return row.priorityScore ? std::optional<qint64>(*row.priorityScore) : std::nullopt;
            });
        case 5: return hours();
        case 6: return assignee();
        case 7: return text();
        default:
            return {below(2) ? u"pending:yes"_s : u"pending:YES"_s,
                    [](const QueueRow &row) { return row.pendingActions > 0; }};
        }
    }

    Expression listed(const QString &field, const QStringList &words,
                      bool (*matches)(const QueueRow &, const QString &))
    {
        QStringList chosen;
        QStringList written;
        for (int count = 1 + below(3); count > 0; --count) {
            chosen.append(pick(words));
            const bool mustQuote = chosen.last().contains(u' ') || chosen.last() == u"or"_s;
            written.append(mustQuote || below(4) == 0 ? u'"' + chosen.last() + u'"' : anyCase(chosen.last()));
        }
        const QString value = chosen.size() == 1 && below(2)
            ? written.first()
            : u'(' + written.join(below(3) ? u" "_s : u" or "_s) + u')';
        return {anyCase(field) + u':' + value, [chosen, matches](const QueueRow &row) {
                    return std::any_of(chosen.begin(), chosen.end(),
                                       [&](const QString &word) { return matches(row, word); });
                }};
    }

    Expression compared(const QString &field, int limit, std::function<std::optional<qint64>(const QueueRow &)> number)
    {
        const qint64 wanted = below(limit);
        const int sign = below(5);
        const QString signs[] = {u""_s, u"<"_s, u"<="_s, u">"_s, u">="_s};
        return {field + u':' + signs[sign] + QString::number(wanted), [=](const QueueRow &row) {
                    const auto value = number(row);
                    if (!value)
                        return false;
                    const bool holds[] = {*value == wanted, *value<wanted, *value <= wanted, *value> wanted,
                                          *value >= wanted};
                    return holds[sign];
                }};
    }

    Expression hours()
    {
        const int count = 1 + below(12);
        const bool isNewer = below(2);
        return {u"updated:"_s + (isNewer ? u'>' : u'<') + u'-' + QString::number(count) + u'h',
                [=](const QueueRow &row) {
                    const Moment limit = now.plusSeconds(-count * 3600);
                    return isNewer ? row.updated > limit : row.updated < limit;
                }};
    }

    Expression assignee()
    {
        const QString word = pick({u"none"_s, u"me"_s, u"somebody"_s, u"grace"_s});
        return {u"assignee:"_s + word, [word](const QueueRow &row) {
                    const QString &name = row.assignedTo.raw();
                    if (word == u"none"_s)
                        return name.isEmpty();
                    if (word == u"me"_s)
                        return name == u"ada@fabrikam.example"_s;
                    return word == u"somebody"_s ? !name.isEmpty() : name.contains(word);
                }};
    }

    Expression text()
    {
        const QString needle =
            pick({u"invoice"_s, u"and"_s, u"say \"hi\""_s, u"back\\slash"_s, u"a:b"_s, u"(x)"_s, u"7"_s});
        const bool mustQuote = needle != u"invoice"_s && needle != u"7"_s;
        QString quoted = needle;
        quoted.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
        return {mustQuote || below(3) == 0 ? u'"' + quoted + u'"' : needle, [needle](const QueueRow &row) {
                    return row.name.raw().contains(needle) || row.assignedTo.raw().contains(needle)
                        || row.id.text == needle
                        || std::any_of(row.tags.begin(), row.tags.end(),
                                       [&](const Untrusted &tag) { return tag.raw().contains(needle); });
                }};
    }

    const QStringList names {u"invoice"_s, u"sand and say \"hi\""_s, u"back\\slash a:b"_s, u"(x)"_s, QString()};
    const QStringList statuses {u"active"_s, u"inProgress"_s, u"resolved"_s, u"redirected"_s, u"new word"_s};
    const QStringList severities {u"low"_s, u"medium"_s, u"high"_s, u"unknown"_s};
    const QStringList assignees {QString(), u"ada@fabrikam.example"_s, u"grace@fabrikam.example"_s};
    const QStringList tags {u"alpha"_s, u"two words"_s, u"or"_s};
    QRandomGenerator m_random;
};

} // namespace

class FilterOracle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parserAndOracleAgree()
    {
        Generator generator(20'260'310);
        const FilterContext context {now, 0, u"ada@fabrikam.example"_s};
        qint64 accepted = 0;
        qint64 compared = 0;
        for (int round = 0; round < 3'000; ++round) {
            const Expression expression = generator.expression(4);
            const auto parsed = Filter::parse(expression.text);
            QVERIFY2(std::holds_alternative<Filter>(parsed), qPrintable(expression.text));
            for (int i = 0; i < 20; ++i) {
                const QueueRow row = generator.row();
                const bool is = std::get<Filter>(parsed).accepts(row, context);
                if (is != expression.oracle(row))
                    QFAIL(qPrintable(u"they differ over: "_s + expression.text));
                accepted += is;
                ++compared;
            }
        }
        QVERIFY(accepted > compared / 10 && accepted < compared * 9 / 10); // both answers were tried
    }

    // Anything typed gives a filter or an error within the text, and never a crash.
    void nothingTypedCrashes()
    {
        QRandomGenerator random(5);
        const QStringList pieces {
            u"("_s,    u")"_s,  u"\""_s,        u":"_s,      u"or"_s,       u"not"_s,
            u"and"_s,  u" "_s,  u"status"_s,    u"active"_s, u">"_s,        u"<="_s,
            u"-24h"_s, u"\\"_s, u"severity:"_s, u"x"_s,      u"updated:"_s, QString(QChar(0xD83D))};
        for (int round = 0; round < 20'000; ++round) {
            QString text;
            for (int count = int(random.bounded(12)); count > 0; --count)
                text += pieces.at(random.bounded(int(pieces.size())));
            const auto parsed = Filter::parse(text);
            if (const auto *wrong = std::get_if<FilterError>(&parsed)) {
                QVERIFY(wrong->position >= 0 && wrong->length >= 0 && wrong->position + wrong->length <= text.size());
                QVERIFY(!wrong->code.isEmpty());
            }
        }
    }
};

CASEMATE_TEST(FilterOracle)
#include "filteroracle.moc"
