// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Carries out a hunting query. Lives in the tenant thread.

#include "kqlquery.h"
#include "kqlrelation.h"
#include "result.h"

namespace simulator {

// Checks an expression against the columns once, and then gives its value for any row.
class KqlEvaluator {
public:
    KqlEvaluator(const KqlRelation &relation, Ticks now);

    [[nodiscard]] QString problemOf(const KqlExpression &expression) const; // empty: it can be evaluated
    [[nodiscard]] KqlValue valueOf(const KqlExpression &expression, quint32 row) const;
    [[nodiscard]] KqlColumn columnFor(const KqlNamed &named) const; // name and type

private:
    [[nodiscard]] KqlValue call(const KqlExpression &expression, quint32 row) const;
    [[nodiscard]] bool isMember(const KqlExpression &expression, quint32 row) const;

    const KqlRelation &m_relation;
    Ticks m_now;
};

[[nodiscard]] Result<KqlRelation> runKql(const KqlQuery &query, KqlRelation table, Ticks now);

} // namespace simulator
