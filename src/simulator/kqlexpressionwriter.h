// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes expressions of a hunting query as SQL, and finds out their types and what is wrong with them. Lives on the stack of
// the tenant thread.

#include "kqltranslation.h"

#include <functional>
#include <optional>

namespace simulator {

class KqlExpressionWriter {
public:
    // Asked first about every call; how summarize gets at its aggregates.
    using Special = std::function<std::optional<SqlExpression>(const KqlExpression &call)>;

    KqlExpressionWriter(KqlTranslation &translation, const SqlRelation &scope, Special special = {});

    [[nodiscard]] SqlExpression write(const KqlExpression &expression);
    [[nodiscard]] SqlExpression writePredicate(const KqlExpression &expression); // must be bool
    // Name of a column that the query gave no name; `unnamed` counts those that get none from what they are.
    [[nodiscard]] static QString nameOf(const KqlNamed &column, int &unnamed);

private:
    [[nodiscard]] SqlExpression writeColumn(const QString &name);
    [[nodiscard]] SqlExpression writeLogic(const KqlExpression &expression);
    [[nodiscard]] SqlExpression writeBinary(const KqlExpression &expression);
    [[nodiscard]] SqlExpression writeComparison(const QString &sign, SqlExpression left, SqlExpression right);
    [[nodiscard]] SqlExpression writeTextOperator(const QString &name, const SqlExpression &left, const SqlExpression &right);
    [[nodiscard]] SqlExpression writeArithmetic(const QString &sign, const SqlExpression &left, const SqlExpression &right);
    [[nodiscard]] SqlExpression writeMembership(const KqlExpression &expression);
    [[nodiscard]] SqlExpression writeTermList(const KqlExpression &expression);
    [[nodiscard]] SqlExpression writeBetween(const KqlExpression &expression);
    [[nodiscard]] SqlExpression writeAccess(const KqlExpression &expression);
    [[nodiscard]] SqlExpression writeCall(const KqlExpression &expression);
    [[nodiscard]] SqlRelation writeTable(const KqlPipeline &pipeline);
    [[nodiscard]] const KqlPipeline *namedTable(const KqlExpression &expression) const; // when it is a name of let

    KqlTranslation &m_translation;
    const SqlRelation &m_scope;
    Special m_special;
};

} // namespace simulator
