// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The operator summarize: keys, aggregates, and aggregates within expressions. SQLite groups the rows of a step that has the
// keys and the arguments as columns. Lives on the stack of the tenant thread.

#include "kqltranslation.h"

#include <optional>

namespace simulator {

[[nodiscard]] bool isKqlAggregate(const QString &name);
[[nodiscard]] QString kqlAggregateName(const QString &name, const QString &argument); // "count_", "set_X"

class KqlSummary {
public:
    KqlSummary(KqlTranslation &translation, const SqlRelation &input);

    [[nodiscard]] SqlRelation write(const KqlOperator &step);

private:
    void addKeys(const KqlOperator &step);
    void addColumn(const KqlNamed &column);
    void addRanked(const KqlNamed &column); // arg_max, arg_min, take_any: columns of the row that comes first
    [[nodiscard]] std::optional<SqlExpression> aggregate(const KqlExpression &call);
    [[nodiscard]] QString argument(const SqlExpression &expression); // as a column of the inner step
    [[nodiscard]] SqlExpression whole(const KqlExpression &call, const QString &argument, const SqlExpression &value);
    void addResult(const QString &name, const SqlExpression &expression);
    [[nodiscard]] QString innerStep();

    KqlTranslation &m_translation;
    const SqlRelation &m_input;
    QStringList m_inner; // items of the inner step
    QStringList m_keyIds;
    QStringList m_ranks; // orders that a row_number() is made for
    std::vector<SqlColumn> m_results;
    int m_unnamed = 0;
};

} // namespace simulator
