// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kqlengine.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar keySeparator(u'\u0001');

QString firstProblem(const KqlEvaluator &evaluator, const std::vector<KqlNamed> &columns)
{
    for (const KqlNamed &column : columns) {
        const QString problem = evaluator.problemOf(column.expression);
        if (!problem.isEmpty()) {
            return problem;
        }
    }
    return {};
}

// Texts that the condition demands of a column: Column == "…" or Column in ("…", …), alone or joined by and.
void collectDemands(const KqlExpression &condition, QList<std::pair<QString, QStringList>> &demands)
{
    using Kind = KqlExpression::Kind;
    if (condition.kind == Kind::And) {
        collectDemands(condition.parts[0], demands);
        collectDemands(condition.parts[1], demands);
        return;
    }
    const QStringList usable {u"=="_s, u"=~"_s, u"in"_s, u"in~"_s};
    if ((condition.kind != Kind::Compare && condition.kind != Kind::InList) || !usable.contains(condition.name)
        || condition.parts[0].kind != Kind::Column) {
        return;
    }
    QStringList texts;
    for (std::size_t i = 1; i < condition.parts.size(); ++i) {
        if (condition.parts[i].kind != Kind::Literal) {
            return;
        }
        texts.append(condition.parts[i].value.asText());
    }
    demands.append({condition.parts[0].name, texts});
}

void narrow(KqlRelation &relation, const KqlExpression &condition)
{
    QList<std::pair<QString, QStringList>> demands;
    if (relation.lookUp) {
        collectDemands(condition, demands);
    }
    for (const auto &[column, texts] : demands) {
        const auto rows = relation.lookUp(column, texts);
        if (rows && rows->size() < relation.rows.size()) {
            std::vector<quint32> both;
            std::set_intersection(relation.rows.begin(), relation.rows.end(), rows->begin(), rows->end(),
                                  std::back_inserter(both));
            relation.rows = std::move(both);
        }
    }
}

Result<KqlRelation> where(KqlRelation relation, const KqlOperator &step, Ticks now)
{
    const KqlEvaluator evaluator(relation, now);
    const QString problem = evaluator.problemOf(step.condition);
    if (!problem.isEmpty()) {
        return Failure {problem};
    }
    narrow(relation, step.condition);
    std::vector<quint32> kept;
    for (const quint32 row : relation.rows) {
        if (evaluator.valueOf(step.condition, row).isTrue()) {
            kept.push_back(row);
        }
    }
    relation.rows = std::move(kept);
    return relation;
}

// project, and extend, which keeps what is there
Result<KqlRelation> project(const KqlRelation &relation, const KqlOperator &step, Ticks now)
{
    const KqlEvaluator evaluator(relation, now);
    const QString problem = firstProblem(evaluator, step.columns);
    if (!problem.isEmpty()) {
        return Failure {problem};
    }
    std::vector<KqlNamed> wanted;
    if (step.kind == KqlOperator::Kind::Extend) {
        for (const KqlColumn &column : relation.columns) {
            const bool replaced = std::any_of(step.columns.begin(), step.columns.end(),
                                              [&column](const KqlNamed &added) { return added.name == column.name; });
            if (!replaced) {
                wanted.push_back({column.name, {.kind = KqlExpression::Kind::Column, .name = column.name}});
            }
        }
    }
    wanted.insert(wanted.end(), step.columns.begin(), step.columns.end());
    std::vector<KqlColumn> columns;
    for (const KqlNamed &column : wanted) {
        columns.push_back(evaluator.columnFor(column));
    }
    std::vector<KqlRow> rows;
    rows.reserve(relation.rows.size());
    for (const quint32 row : relation.rows) {
        KqlRow values;
        values.reserve(wanted.size());
        for (const KqlNamed &column : wanted) {
            values.push_back(evaluator.valueOf(column.expression, row));
        }
        rows.push_back(std::move(values));
    }
    return KqlRelation::made(std::move(columns), std::move(rows));
}

Result<KqlRelation> distinct(const KqlRelation &relation, const KqlOperator &step, Ticks now)
{
    auto projected = project(relation, step, now);
    if (!projected) {
        return projected;
    }
    KqlRelation result = projected.take();
    QSet<QString> seen;
    std::vector<quint32> kept;
    for (const quint32 row : result.rows) {
        QString key;
        for (std::size_t i = 0; i < result.columns.size(); ++i) {
            key += result.cell(row, static_cast<int>(i)).asText() + keySeparator;
        }
        if (!seen.contains(key)) {
            seen.insert(key);
            kept.push_back(row);
        }
    }
    result.rows = std::move(kept);
    return result;
}

Result<KqlRelation> sort(KqlRelation relation, const KqlOperator &step)
{
    QList<int> columns;
    for (const QString &name : step.names) {
        columns.append(relation.find(name));
        if (columns.last() < 0) {
            return Failure {u"Semantic error: Failed to resolve scalar expression named '%1'."_s.arg(name)};
        }
    }
    relation.lookUp = {};
    std::stable_sort(relation.rows.begin(), relation.rows.end(), [&](quint32 left, quint32 right) {
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const int order = relation.cell(left, columns.at(i)).compare(relation.cell(right, columns.at(i)));
            if (order != 0) {
                return step.descending.at(i) ? order > 0 : order < 0;
            }
        }
        return false;
    });
    return relation;
}

struct Aggregate {
    qint64 count = 0;
    KqlValue value {};
    QSet<QString> different {};
};

void take(Aggregate &aggregate, const QString &name, const KqlValue &value)
{
    ++aggregate.count;
    if (name == "dcount"_L1) {
        aggregate.different.insert(value.asText());
    } else if (name == "sum"_L1) {
        aggregate.value = KqlValue::integer(aggregate.value.number + value.number);
    } else if (aggregate.value.type == KqlType::Null || (name == "min"_L1 && value.compare(aggregate.value) < 0)
               || (name == "max"_L1 && value.compare(aggregate.value) > 0)) {
        aggregate.value = value;
    }
}

KqlValue resultOf(const Aggregate &aggregate, const QString &name)
{
    return name == "count"_L1 ? KqlValue::integer(aggregate.count)
        : name == "dcount"_L1 ? KqlValue::integer(aggregate.different.size())
                              : aggregate.value;
}

QString aggregateProblem(const KqlEvaluator &evaluator, const std::vector<KqlNamed> &columns)
{
    const QStringList known {u"count"_s, u"dcount"_s, u"min"_s, u"max"_s, u"sum"_s};
    for (const KqlNamed &column : columns) {
        const KqlExpression &call = column.expression;
        const std::size_t wanted = call.name == "count"_L1 ? 0 : 1;
        if (call.kind != KqlExpression::Kind::Call || !known.contains(call.name) || call.parts.size() != wanted) {
            return u"Semantic error: summarize takes count(), dcount(), min(), max() and sum() only."_s;
        }
        const QString problem = wanted == 0 ? QString() : evaluator.problemOf(call.parts[0]);
        if (!problem.isEmpty()) {
            return problem;
        }
    }
    return {};
}

Result<KqlRelation> summarize(const KqlRelation &relation, const KqlOperator &step, Ticks now)
{
    const KqlEvaluator evaluator(relation, now);
    const QString problem = firstProblem(evaluator, step.keys) + aggregateProblem(evaluator, step.columns);
    if (!problem.isEmpty()) {
        return Failure {problem};
    }
    struct Group {
        KqlRow keys;
        std::vector<Aggregate> aggregates;
    };
    QHash<QString, std::size_t> known;
    std::vector<Group> groups;
    for (const quint32 row : relation.rows) {
        KqlRow keys;
        QString text;
        for (const KqlNamed &key : step.keys) {
            keys.push_back(evaluator.valueOf(key.expression, row));
            text += keys.back().asText() + keySeparator;
        }
        if (!known.contains(text)) {
            known.insert(text, groups.size());
            groups.push_back({std::move(keys), std::vector<Aggregate>(step.columns.size())});
        }
        Group &group = groups[known.value(text)];
        for (std::size_t i = 0; i < step.columns.size(); ++i) {
            const KqlExpression &call = step.columns[i].expression;
            take(group.aggregates[i], call.name, call.parts.empty() ? KqlValue() : evaluator.valueOf(call.parts[0], row));
        }
    }
    std::vector<KqlColumn> columns;
    for (const KqlNamed &key : step.keys) {
        columns.push_back(evaluator.columnFor(key));
    }
    for (const KqlNamed &column : step.columns) {
        const bool counts = column.expression.name.endsWith("count"_L1) || column.expression.name == "sum"_L1;
        columns.push_back(counts ? KqlColumn {column.name, KqlType::Integer, true}
                                 : evaluator.columnFor({column.name, column.expression.parts[0]}));
    }
    std::vector<KqlRow> rows;
    for (Group &group : groups) {
        for (std::size_t i = 0; i < step.columns.size(); ++i) {
            group.keys.push_back(resultOf(group.aggregates[i], step.columns[i].expression.name));
        }
        rows.push_back(std::move(group.keys));
    }
    return KqlRelation::made(std::move(columns), std::move(rows));
}

Result<KqlRelation> carryOutStep(KqlRelation relation, const KqlOperator &step, Ticks now)
{
    switch (step.kind) {
    case KqlOperator::Kind::Where: return where(std::move(relation), step, now);
    case KqlOperator::Kind::Project:
    case KqlOperator::Kind::Extend: return project(relation, step, now);
    case KqlOperator::Kind::Take:
        relation.rows.resize(std::min(relation.rows.size(), static_cast<std::size_t>(step.limit)));
        return relation;
    case KqlOperator::Kind::Sort: return sort(std::move(relation), step);
    case KqlOperator::Kind::Summarize: return summarize(relation, step, now);
    case KqlOperator::Kind::Distinct: return distinct(relation, step, now);
    case KqlOperator::Kind::Count:
        return KqlRelation::made({{u"Count"_s, KqlType::Integer, true}},
                                 {{KqlValue::integer(static_cast<qint64>(relation.rows.size()))}});
    }
    return relation;
}

} // namespace

Result<KqlRelation> runKql(const KqlQuery &query, KqlRelation table, Ticks now)
{
    Result<KqlRelation> result(std::move(table));
    for (const KqlOperator &step : query.operators) {
        result = carryOutStep(result.take(), step, now);
        if (!result) {
            return result;
        }
    }
    return result;
}

} // namespace simulator
