// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kqlpipelinewriter.h"

#include "huntingtable.h"
#include "kqlaggregates.h"
#include "kqlconversions.h"
#include "kqlexpressionwriter.h"
#include "kqljoin.h"

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestTable = 40;

std::vector<SqlColumn> without(std::vector<SqlColumn> columns, const QString &name)
{
    columns.erase(std::remove_if(columns.begin(), columns.end(), [&name](const SqlColumn &c) { return c.name == name; }), columns.end());
    return columns;
}

bool matches(const QString &pattern, const QString &name)
{
    return pattern.endsWith(u'*') ? name.startsWith(QStringView(pattern).chopped(1)) : name == pattern;
}

// What the rows went through makes a copy of what is computed, so nothing is copied into later steps.
std::vector<SqlColumn> settled(std::vector<SqlColumn> columns)
{
    for (SqlColumn &column : columns) {
        column.expression.weight = 1;
        column.expression.keyed = false;
    }
    return columns;
}

} // namespace

KqlPipelineWriter::KqlPipelineWriter(KqlTranslation &translation)
    : m_translation(translation)
{
}

SqlRelation KqlPipelineWriter::write(const KqlPipeline &pipeline)
{
    if (++m_translation.depth() > deepestTable) {
        m_translation.failPlainly(u"The query is too complex."_s);
    }
    SqlRelation relation = m_translation.failed() ? SqlRelation() : writeSource(pipeline);
    for (const KqlOperator &step : pipeline.operators) {
        if (m_translation.failed()) {
            break;
        }
        m_translation.enter(step.word);
        relation = writeOperator(relation, step, pipeline.table);
    }
    --m_translation.depth();
    return relation;
}

SqlRelation KqlPipelineWriter::writeSource(const KqlPipeline &pipeline)
{
    if (!pipeline.table.isEmpty()) {
        return writeTable(pipeline.table);
    }
    if (!pipeline.unions.empty()) {
        m_translation.enter(u"union"_s);
        return writeUnions(nullptr, {}, pipeline.unions, pipeline.sourceColumn);
    }
    m_translation.enter(u"print"_s);
    std::vector<SqlColumn> columns;
    const SqlRelation nothing;
    for (const KqlNamed &column : pipeline.print) {
        const QString name = column.name.isEmpty() ? u"print_%1"_s.arg(columns.size()) : column.name;
        columns.push_back({name, {}, KqlExpressionWriter(m_translation, nothing).write(column.expression)});
    }
    return m_translation.failed() ? SqlRelation() : m_translation.select(std::move(columns), {});
}

SqlRelation KqlPipelineWriter::writeTable(const QString &name)
{
    const auto defined = m_translation.query().tables.constFind(name);
    if (defined != m_translation.query().tables.cend()) {
        return write(**defined);
    }
    const HuntingTable *table = findHuntingTable(name, m_translation.age());
    if (table == nullptr) {
        m_translation.failPlainly(u"Failed to resolve table or column expression named '%1'."_s.arg(name));
        return {};
    }
    SqlRelation relation {.from = QString(table->name())};
    int number = 0;
    for (const HuntingHead &head : table->columns()) {
        const QString id = u"c%1"_s.arg(number);
        const bool nullable = head.type != KqlType::Text && number != HuntingTable::timeColumn;
        relation.columns.push_back({head.name, id, {.type = head.type, .sql = id, .nullable = nullable, .keyed = number == table->keyColumn()}});
        ++number;
    }
    return relation;
}

SqlRelation KqlPipelineWriter::writeUnions(const SqlRelation *first, const QString &firstName, const std::vector<KqlPipeline> &others,
                                           const QString &sourceColumn)
{
    std::vector<KqlBranch> branches;
    const auto add = [&](const SqlRelation &relation, const QString &name) {
        branches.push_back({relation, name.isEmpty() ? u"union_arg%1"_s.arg(branches.size()) : name});
    };
    if (first != nullptr) {
        add(*first, firstName);
    }
    for (const KqlPipeline &other : others) {
        add(write(other), other.table);
    }
    return m_translation.failed() ? SqlRelation() : writeUnion(m_translation, branches, sourceColumn);
}

SqlRelation KqlPipelineWriter::writeOperator(const SqlRelation &input, const KqlOperator &step, const QString &sourceName)
{
    using Kind = KqlOperator::Kind;
    switch (step.kind) {
    case Kind::Where: return where(input, step);
    case Kind::Project: return project(input, step);
    case Kind::Extend: return extend(input, step);
    case Kind::Rename: return rename(input, step);
    case Kind::Away:
    case Kind::Keep:
    case Kind::Reorder: return selectNames(input, step);
    case Kind::Distinct: return distinct(input, step);
    case Kind::Sort: return sort(input, step);
    case Kind::Top: return take(sort(input, step), step);
    case Kind::Take: return take(input, step);
    case Kind::Summarize: return KqlSummary(m_translation, input).write(step);
    case Kind::Count:
        return m_translation.select({{u"Count"_s, {}, {.type = KqlType::Long, .sql = u"COUNT(*)"_s}}}, u" FROM "_s + input.from);
    case Kind::Join: return join(input, step);
    case Kind::Union: return writeUnions(&input, sourceName, step.tables, step.form);
    case Kind::Expand: return writeExpand(m_translation, input, step);
    }
    return input;
}

SqlRelation KqlPipelineWriter::where(const SqlRelation &input, const KqlOperator &step)
{
    const SqlExpression predicate = KqlExpressionWriter(m_translation, input).writePredicate(step.condition);
    return m_translation.select(input.columns, u" FROM "_s + input.from + u" WHERE "_s + predicate.sql, input.order);
}

SqlRelation KqlPipelineWriter::project(const SqlRelation &input, const KqlOperator &step)
{
    return m_translation.select(writeColumns(input, step.columns), u" FROM "_s + input.from, input.order);
}

SqlRelation KqlPipelineWriter::extend(const SqlRelation &input, const KqlOperator &step)
{
    std::vector<SqlColumn> columns = input.columns;
    for (SqlColumn &added : writeColumns(input, step.columns)) {
        const auto same = std::find_if(columns.begin(), columns.end(), [&added](const SqlColumn &c) { return c.name == added.name; });
        if (same != columns.end()) {
            *same = std::move(added);
        } else {
            columns.push_back(std::move(added));
        }
    }
    return m_translation.select(std::move(columns), u" FROM "_s + input.from, input.order);
}

SqlRelation KqlPipelineWriter::rename(const SqlRelation &input, const KqlOperator &step)
{
    SqlRelation renamed = input;
    for (const KqlNamed &column : step.columns) {
        const QString old = column.expression.name;
        const auto found = std::find_if(renamed.columns.begin(), renamed.columns.end(), [&old](const SqlColumn &c) { return c.name == old; });
        if (found == renamed.columns.end() || column.name.isEmpty()) {
            m_translation.fail(u"Failed to resolve column or scalar expression named '%1'."_s.arg(old));
            return {};
        }
        found->name = column.name;
    }
    return renamed;
}

// project-away, project-keep, project-reorder
SqlRelation KqlPipelineWriter::selectNames(const SqlRelation &input, const KqlOperator &step)
{
    std::vector<SqlColumn> named;
    std::vector<SqlColumn> others = input.columns;
    for (const QString &pattern : step.names) {
        const std::size_t before = others.size();
        for (const SqlColumn &column : input.columns) {
            if (matches(pattern, column.name) && others.size() != without(others, column.name).size()) {
                named.push_back(column);
                others = without(others, column.name);
            }
        }
        if (others.size() == before && !pattern.endsWith(u'*')) {
            m_translation.fail(u"Failed to resolve column or scalar expression named '%1'."_s.arg(pattern));
        }
    }
    if (step.kind == KqlOperator::Kind::Keep) { // in the order they had
        std::vector<SqlColumn> kept = input.columns;
        for (const SqlColumn &other : others) {
            kept = without(kept, other.name);
        }
        named = kept;
    } else if (step.kind == KqlOperator::Kind::Away) {
        named = others;
    } else {
        named.insert(named.end(), others.begin(), others.end());
    }
    return m_translation.select(std::move(named), u" FROM "_s + input.from, input.order);
}

SqlRelation KqlPipelineWriter::distinct(const SqlRelation &input, const KqlOperator &step)
{
    SqlRelation relation =
        m_translation.select(writeColumns(input, step.columns), u" FROM "_s + input.from, {}, u"DISTINCT "_s);
    relation.columns = settled(std::move(relation.columns));
    return relation;
}

SqlRelation KqlPipelineWriter::sort(const SqlRelation &input, const KqlOperator &step)
{
    QString keys;
    std::vector<SqlSortKey> order;
    for (const KqlSortKey &key : step.order) {
        const SqlExpression value = KqlExpressionWriter(m_translation, input).write(key.expression);
        if (value.type == KqlType::Dynamic) {
            m_translation.fail(u"Cannot sort by values of type dynamic. Try adding explicit casts."_s);
        }
        const QString id = u"o%1"_s.arg(order.size());
        keys += u", %1 AS %2"_s.arg(value.sql, id);
        order.push_back({id, key.ascending, key.nullsFirst});
    }
    if (m_translation.failed()) {
        return {};
    }
    SqlRelation relation = m_translation.select(input.columns, keys + u" FROM "_s + input.from);
    relation.order = std::move(order);
    return relation;
}

SqlRelation KqlPipelineWriter::take(const SqlRelation &input, const KqlOperator &step)
{
    const SqlRelation nothing;
    const SqlExpression limit = KqlExpressionWriter(m_translation, nothing).write(step.limit);
    if (!isNumeric(limit.type) || limit.type == KqlType::Real) {
        m_translation.fail(u"The limit must be a whole number."_s);
    }
    if (m_translation.failed()) {
        return {};
    }
    SqlRelation relation = m_translation.select(
        input.columns, u" FROM "_s + input.from + orderClause(input.order) + u" LIMIT max("_s + limit.sql + u", 0)"_s, input.order);
    relation.columns = settled(std::move(relation.columns));
    return relation;
}

SqlRelation KqlPipelineWriter::join(const SqlRelation &input, const KqlOperator &step)
{
    const SqlRelation right = write(step.tables.front());
    m_translation.enter(step.word);
    return m_translation.failed() ? SqlRelation() : writeJoin(m_translation, input, right, step);
}

std::vector<SqlColumn> KqlPipelineWriter::writeColumns(const SqlRelation &input, const std::vector<KqlNamed> &columns)
{
    std::vector<SqlColumn> written;
    int unnamed = 0;
    for (const KqlNamed &column : columns) {
        if (column.expression.kind == KqlExpression::Kind::Star) {
            written.insert(written.end(), input.columns.begin(), input.columns.end());
            continue;
        }
        const SqlExpression expression = KqlExpressionWriter(m_translation, input).write(column.expression);
        const QString name = KqlExpressionWriter::nameOf(column, unnamed);
        const bool twice = std::any_of(written.begin(), written.end(), [&name](const SqlColumn &c) { return c.name == name; });
        if (twice) {
            m_translation.fail(u"A column named '%1' already exists."_s.arg(name));
        }
        written.push_back({name, {}, expression});
    }
    return written;
}

} // namespace simulator
