// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kqltranslation.h"

#include "kqlpipelinewriter.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostSteps = 200;
constexpr int heaviestColumn = 2000;

} // namespace

KqlTranslation::KqlTranslation(const KqlQuery &query, HuntingAge age, Ticks now)
    : m_query(query)
    , m_age(age)
    , m_now(now)
{
}

SqlExpression KqlTranslation::bind(const KqlValue &value)
{
    m_values.push_back(value);
    return {.type = value.type, .sql = u"?%1"_s.arg(m_values.size()), .nullable = value.null};
}

SqlRelation KqlTranslation::select(std::vector<SqlColumn> columns, const QString &rest, std::vector<SqlSortKey> order,
                                   const QString &modifier)
{
    QStringList items;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        SqlColumn &column = columns[i];
        if (column.expression.weight > heaviestColumn) {
            failPlainly(u"The query is too complex."_s);
        }
        column.id = u"c%1"_s.arg(i);
        items.append(column.expression.sql + u" AS "_s + column.id);
        column.expression.sql = column.id;
    }
    for (const SqlSortKey &key : order) {
        items.append(key.id);
    }
    const QString step = addStep(u"SELECT "_s + modifier + items.join(u", "_s) + rest);
    return {step, std::move(columns), std::move(order)};
}

QString KqlTranslation::addStep(const QString &statement, StepUse use)
{
    if (m_steps.size() >= mostSteps) {
        failPlainly(u"The query is too complex."_s);
    }
    const QString name = u"s%1"_s.arg(m_steps.size());
    m_steps.append(name + (use == StepUse::Kept ? u" AS MATERIALIZED "_s : u" AS NOT MATERIALIZED "_s) + u'(' + statement + u')');
    return name;
}

QString KqlTranslation::text(const SqlRelation &result) const
{
    QStringList ids;
    for (const SqlColumn &column : result.columns) {
        ids.append(column.id);
    }
    const QString steps = m_steps.isEmpty() ? QString() : QString(u"WITH "_s + m_steps.join(u", "_s) + u' ');
    return steps + u"SELECT "_s + ids.join(u", "_s) + u" FROM "_s + result.from + orderClause(result.order);
}

void KqlTranslation::fail(const QString &reason)
{
    failPlainly(m_operator.isEmpty() ? reason : QString(u"'%1' operator: "_s.arg(m_operator) + reason));
}

void KqlTranslation::failPlainly(const QString &reason)
{
    if (m_error.isEmpty()) {
        m_error = reason + u" Fix semantic errors in your query."_s;
    }
}

Result<SqlQuery> translateKql(const KqlQuery &query, HuntingAge age, Ticks now)
{
    KqlTranslation translation(query, age, now);
    const SqlRelation result = KqlPipelineWriter(translation).write(query.pipeline);
    if (translation.failed()) {
        return Failure {translation.error()};
    }
    QString text = translation.text(result);
    return SqlQuery {std::move(text), translation.takeValues(), result.columns};
}

QString orderClause(const std::vector<SqlSortKey> &order)
{
    QStringList terms;
    for (const SqlSortKey &key : order) {
        terms.append(key.id + (key.ascending ? u" ASC"_s : u" DESC"_s) + (key.nullsFirst ? u" NULLS FIRST"_s : u" NULLS LAST"_s));
    }
    return terms.isEmpty() ? QString() : QString(u" ORDER BY "_s + terms.join(u", "_s));
}

} // namespace simulator
