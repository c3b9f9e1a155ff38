// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kqlaggregates.h"

#include "kqlconversions.h"
#include "kqlexpressionwriter.h"

#include <algorithm>
#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

struct Aggregate {
    QLatin1StringView name;
    std::size_t arguments; // at least; a predicate or a size may follow
    QLatin1StringView prefix; // of the name of its column
    bool conditional = false; // its last argument is a predicate
};

constexpr std::array aggregates {Aggregate {"count"_L1, 0, "count_"_L1},
                                 Aggregate {"countif"_L1, 1, "countif_"_L1, true},
                                 Aggregate {"dcount"_L1, 1, "dcount_"_L1},
                                 Aggregate {"dcountif"_L1, 2, "dcountif_"_L1, true},
                                 Aggregate {"count_distinct"_L1, 1, "count_distinct_"_L1},
                                 Aggregate {"sum"_L1, 1, "sum_"_L1},
                                 Aggregate {"sumif"_L1, 2, "sumif_"_L1, true},
                                 Aggregate {"avg"_L1, 1, "avg_"_L1},
                                 Aggregate {"avgif"_L1, 2, "avgif_"_L1, true},
                                 Aggregate {"min"_L1, 1, "min_"_L1},
                                 Aggregate {"minif"_L1, 2, "minif_"_L1, true},
                                 Aggregate {"max"_L1, 1, "max_"_L1},
                                 Aggregate {"maxif"_L1, 2, "maxif_"_L1, true},
                                 Aggregate {"make_set"_L1, 1, "set_"_L1},
                                 Aggregate {"make_set_if"_L1, 2, "set_"_L1, true},
                                 Aggregate {"make_list"_L1, 1, "list_"_L1},
                                 Aggregate {"make_list_if"_L1, 2, "list_"_L1, true},
                                 Aggregate {"arg_max"_L1, 1, ""_L1},
                                 Aggregate {"arg_min"_L1, 1, ""_L1},
                                 Aggregate {"take_any"_L1, 1, ""_L1}};

const Aggregate *findAggregate(const QString &name)
{
    const auto *known = std::find_if(aggregates.begin(), aggregates.end(), [&name](const Aggregate &a) { return name == a.name; });
    return known == aggregates.end() ? nullptr : known;
}

bool isRanked(const KqlExpression &call)
{
    return call.kind == KqlExpression::Kind::Call && (call.name.startsWith("arg_m"_L1) || call.name == "take_any"_L1);
}

} // namespace

bool isKqlAggregate(const QString &name)
{
    return findAggregate(name) != nullptr;
}

QString kqlAggregateName(const QString &name, const QString &argument)
{
    const Aggregate *known = findAggregate(name);
    return known == nullptr ? QString() : QString(QString(known->prefix) + (known->conditional && known->arguments == 1 ? QString() : argument));
}

KqlSummary::KqlSummary(KqlTranslation &translation, const SqlRelation &input)
    : m_translation(translation)
    , m_input(input)
{
}

SqlRelation KqlSummary::write(const KqlOperator &step)
{
    addKeys(step);
    for (const KqlNamed &column : step.columns) {
        if (isRanked(column.expression)) {
            addRanked(column);
        } else {
            addColumn(column);
        }
    }
    if (m_translation.failed()) {
        return {};
    }
    const QString groups = m_keyIds.isEmpty() ? QString() : QString(u" GROUP BY "_s + m_keyIds.join(u", "_s));
    return m_translation.select(std::move(m_results), u" FROM "_s + innerStep() + groups);
}

void KqlSummary::addKeys(const KqlOperator &step)
{
    for (const KqlNamed &key : step.keys) {
        SqlExpression expression = KqlExpressionWriter(m_translation, m_input).write(key.expression);
        const QString id = u"k%1"_s.arg(m_keyIds.size());
        m_inner.append(expression.sql + u" AS "_s + id);
        m_keyIds.append(id);
        expression.sql = id;
        expression.keyed = false;
        addResult(KqlExpressionWriter::nameOf(key, m_unnamed), expression);
    }
}

void KqlSummary::addColumn(const KqlNamed &column)
{
    bool aggregates = false;
    // columns outside aggregates would have no value of their own in a group
    SqlRelation keysOnly;
    for (const SqlColumn &key : m_results) {
        if (m_keyIds.contains(key.expression.sql)) {
            keysOnly.columns.push_back(key);
        }
    }
    KqlExpressionWriter writer(m_translation, keysOnly, [this, &aggregates](const KqlExpression &call) {
        auto expression = aggregate(call);
        aggregates = aggregates || expression;
        return expression;
    });
    const SqlExpression expression = writer.write(column.expression);
    if (!aggregates && !m_translation.failed()) {
        m_translation.fail(u"An aggregate function is expected."_s);
    }
    addResult(KqlExpressionWriter::nameOf(column, m_unnamed), expression);
}

std::optional<SqlExpression> KqlSummary::aggregate(const KqlExpression &call)
{
    const Aggregate *known = findAggregate(call.name);
    if (known == nullptr) {
        return std::nullopt;
    }
    const std::size_t most = call.name.startsWith("make_"_L1) || call.name == "dcount"_L1 ? known->arguments + 1 : known->arguments;
    if (call.parts.size() < known->arguments || call.parts.size() > most || isRanked(call)) {
        m_translation.fail(u"%1(): the number of arguments is wrong."_s.arg(call.name));
        return SqlExpression {};
    }
    if (known->arguments == 0) {
        return SqlExpression {.type = KqlType::Long, .sql = u"COUNT(*)"_s};
    }
    KqlExpressionWriter writer(m_translation, m_input);
    SqlExpression value = call.name == "countif"_L1 ? m_translation.bind(KqlValue::wide(1)) : writer.write(call.parts[0]);
    const bool lists = call.name.startsWith("make_"_L1);
    QString sql = lists ? asJson(value).sql : value.type == KqlType::Dynamic ? asText(value).sql : value.sql;
    if (known->conditional) {
        const SqlExpression predicate = writer.writePredicate(call.parts[known->arguments - 1]);
        sql = u"CASE WHEN %1 THEN %2 END"_s.arg(predicate.sql, sql);
    }
    value.sql = sql;
    SqlExpression result = whole(call, argument(value), value);
    if (lists && call.parts.size() > known->arguments) {
        result.sql = u"kql_head(%1, %2)"_s.arg(result.sql, writer.write(call.parts.back()).sql);
    }
    return result;
}

SqlExpression KqlSummary::whole(const KqlExpression &call, const QString &argument, const SqlExpression &value)
{
    const QString &name = call.name;
    if (name == "countif"_L1) {
        return {.type = KqlType::Long, .sql = u"COUNT(%1)"_s.arg(argument)};
    }
    if (name.startsWith("dcount"_L1) || name == "count_distinct"_L1) {
        return {.type = KqlType::Long, .sql = u"COUNT(DISTINCT %1)"_s.arg(argument)};
    }
    if (name.startsWith("make_set"_L1)) {
        return {.type = KqlType::Dynamic, .sql = u"kql_list(DISTINCT %1)"_s.arg(argument)};
    }
    if (name.startsWith("make_list"_L1)) {
        return {.type = KqlType::Dynamic, .sql = u"kql_list(%1)"_s.arg(argument)};
    }
    const bool sums = name.startsWith("sum"_L1);
    const bool averages = name.startsWith("avg"_L1);
    const bool counts = isNumeric(value.type) || value.type == KqlType::Span || (averages && value.type == KqlType::Time);
    if ((sums || averages) && !counts) {
        m_translation.fail(u"%1(): values of type %2 cannot be summed up."_s.arg(name, kqlTypeWord(value.type)));
    }
    if (sums) {
        return {.type = value.type == KqlType::Integer ? KqlType::Long : value.type, .sql = u"coalesce(SUM(%1), 0)"_s.arg(argument)};
    }
    if (averages) {
        return isNumeric(value.type) ? SqlExpression {.type = KqlType::Real, .sql = u"AVG(%1)"_s.arg(argument), .nullable = true}
                                     : SqlExpression {.type = value.type, .sql = u"CAST(AVG(%1) AS INTEGER)"_s.arg(argument), .nullable = true};
    }
    const QString function = name.startsWith("min"_L1) ? u"MIN"_s : u"MAX"_s;
    const bool text = value.type == KqlType::Text || value.type == KqlType::Dynamic;
    return {.type = text ? KqlType::Text : value.type,
            .sql = text ? u"coalesce(%1(%2), '')"_s.arg(function, argument) : u"%1(%2)"_s.arg(function, argument),
            .nullable = !text};
}

void KqlSummary::addRanked(const KqlNamed &column)
{
    const KqlExpression &call = column.expression;
    const bool any = call.name == "take_any"_L1;
    KqlExpressionWriter writer(m_translation, m_input);
    QString order = m_keyIds.isEmpty() ? u"1"_s : m_keyIds.first(); // any row is as good as another
    if (!any && !call.parts.empty()) {
        const QString by = argument(writer.write(call.parts[0]));
        order = by + (call.name == "arg_max"_L1 ? u" DESC NULLS LAST"_s : u" ASC NULLS LAST"_s);
    }
    m_ranks.append(order);
    const QString first = u"(r%1 = 1)"_s.arg(m_ranks.size() - 1);
    const auto addOne = [&](const QString &name, SqlExpression value) {
        value.sql = u"MAX(CASE WHEN %1 THEN %2 END)"_s.arg(first, argument(value));
        value.nullable = value.type != KqlType::Text;
        value.sql = value.type == KqlType::Text ? u"coalesce(%1, '')"_s.arg(value.sql) : value.sql;
        addResult(name, value);
    };
    for (std::size_t i = 0; i < call.parts.size(); ++i) {
        if (call.parts[i].kind != KqlExpression::Kind::Star) {
            const bool named = i == 0 && !column.name.isEmpty();
            addOne(KqlExpressionWriter::nameOf({named ? column.name : QString(), call.parts[i]}, m_unnamed), writer.write(call.parts[i]));
            continue;
        }
        for (const SqlColumn &other : m_input.columns) {
            const bool known = std::any_of(m_results.begin(), m_results.end(), [&other](const SqlColumn &r) { return r.name == other.name; });
            if (!known) {
                addOne(other.name, other.expression);
            }
        }
    }
    if (call.parts.empty()) {
        m_translation.fail(u"%1(): the number of arguments is wrong."_s.arg(call.name));
    }
}

QString KqlSummary::argument(const SqlExpression &expression)
{
    const QString id = u"a%1"_s.arg(m_inner.size());
    m_inner.append(expression.sql + u" AS "_s + id);
    return id;
}

void KqlSummary::addResult(const QString &name, const SqlExpression &expression)
{
    SqlExpression result = expression;
    result.weight = 1;
    m_results.push_back({name, {}, result});
}

QString KqlSummary::innerStep()
{
    const QString items = m_inner.isEmpty() ? u"1 AS a0"_s : m_inner.join(u", "_s);
    const QString inner = m_translation.addStep(u"SELECT "_s + items + u" FROM "_s + m_input.from);
    if (m_ranks.isEmpty()) {
        return inner;
    }
    QString numbered = u"SELECT *"_s;
    for (qsizetype i = 0; i < m_ranks.size(); ++i) {
        const QString groups = m_keyIds.isEmpty() ? QString() : QString(u"PARTITION BY "_s + m_keyIds.join(u", "_s));
        numbered += u", row_number() OVER (%1 ORDER BY %2) AS r%3"_s.arg(groups, m_ranks.at(i), QString::number(i));
    }
    return m_translation.addStep(numbered + u" FROM "_s + inner);
}

} // namespace simulator
