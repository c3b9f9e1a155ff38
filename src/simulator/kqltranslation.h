// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the writers of one translation share: the steps and values so far, what let defined, and the first thing that is
// wrong with the query. Lives on the stack of the tenant thread.

#include "huntingtable.h"
#include "kqlquery.h"
#include "kqlsql.h"
#include "result.h"

namespace simulator {

enum class StepUse { Folded, Kept }; // into those that use it; or computed once

class KqlTranslation {
public:
    KqlTranslation(const KqlQuery &query, HuntingAge age, Ticks now);

    [[nodiscard]] const KqlQuery &query() const { return m_query; }
    [[nodiscard]] HuntingAge age() const { return m_age; }
    [[nodiscard]] Ticks now() const { return m_now; }

    [[nodiscard]] SqlExpression bind(const KqlValue &value);
    [[nodiscard]] QString bindText(const QString &text) { return bind(KqlValue::text(text)).sql; }

    // Adds a step and returns the relation of its columns, which get the ids c0, c1, … in their order. `rest` is what
    // follows the columns: FROM and so on. The columns of `order` come along.
    [[nodiscard]] SqlRelation select(std::vector<SqlColumn> columns, const QString &rest, std::vector<SqlSortKey> order = {},
                                     const QString &modifier = {});
    [[nodiscard]] QString addStep(const QString &statement, StepUse use = StepUse::Folded); // returns its name
    [[nodiscard]] QString text(const SqlRelation &result) const; // all of the query

    void enter(const QString &operatorWord) { m_operator = operatorWord; }
    void fail(const QString &reason); // about the operator under way
    void failPlainly(const QString &reason);
    [[nodiscard]] bool failed() const { return !m_error.isEmpty(); }
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] std::vector<KqlValue> takeValues() { return std::move(m_values); }

    // Names that are being looked up, so that let cannot turn in circles.
    [[nodiscard]] int &depth() { return m_depth; }

private:
    const KqlQuery &m_query;
    HuntingAge m_age;
    Ticks m_now;
    QStringList m_steps;
    std::vector<KqlValue> m_values;
    QString m_operator;
    QString m_error;
    int m_depth = 0;
};

[[nodiscard]] Result<SqlQuery> translateKql(const KqlQuery &query, HuntingAge age, Ticks now);
[[nodiscard]] QString orderClause(const std::vector<SqlSortKey> &order); // " ORDER BY …", or nothing

} // namespace simulator
