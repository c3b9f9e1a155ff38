// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A hunting query as the parser understood it. Values; used in the tenant thread.

#include "kqlvalue.h"

#include <QList>
#include <QStringList>

#include <memory>
#include <vector>

namespace simulator {

struct KqlExpression;
using KqlExpressions = std::vector<KqlExpression>;

struct KqlExpression {
    enum class Kind {
        Literal,
        Column,
        And,
        Or,
        Not,
        Compare, // name: the operator; two parts
        InList, // name: in, in~, !in, !in~, has_any; the first part against the others
        Between, // three parts
        Sum, // name: + or -
        Call // name: the function
    };

    Kind kind = Kind::Literal;
    QString name {};
    KqlValue value {};
    KqlExpressions parts {};
};

struct KqlNamed {
    QString name;
    KqlExpression expression;
};

struct KqlOperator {
    enum class Kind { Where, Project, Extend, Take, Sort, Summarize, Distinct, Count };

    Kind kind = Kind::Where;
    KqlExpression condition {};
    std::vector<KqlNamed> columns {}; // of Project, Extend, Summarize (aggregates), Distinct
    std::vector<KqlNamed> keys {}; // of Summarize
    QStringList names {}; // of Sort
    QList<bool> descending {}; // of Sort, for each name
    qint64 limit = 0;
};

struct KqlQuery {
    QString table;
    std::vector<KqlOperator> operators;
};

} // namespace simulator
