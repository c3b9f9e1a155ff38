// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A hunting query as the parser understood it. Values; used in the tenant thread.

#include "kqlvalue.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <vector>

namespace simulator {

struct KqlExpression;
struct KqlPipeline;
using KqlExpressions = std::vector<KqlExpression>;

struct KqlExpression {
    enum class Kind {
        Literal,
        Column, // or a name that let gave
        Logic, // name: and, or; parts
        Binary, // name: the operator; two parts
        InList, // name: in, in~, !in, !in~, has_any, has_all; the first part against the others, or against the table
        Between, // three parts; name: between, !between
        Negative,
        Call, // name: the function
        Member, // name: of the object, which is the only part
        Index, // two parts
        Scalar, // toscalar(table)
        Star
    };

    Kind kind = Kind::Literal;
    QString name {};
    KqlValue value {};
    KqlExpressions parts {};
    std::shared_ptr<const KqlPipeline> table {};
};

struct KqlNamed {
    QString name; // empty: none was given
    KqlExpression expression;
};

struct KqlSortKey {
    KqlExpression expression;
    bool ascending = false;
    bool nullsFirst = false;
};

struct KqlJoinKey {
    QString left;
    QString right;
};

struct KqlOperator {
    enum class Kind { Where, Project, Away, Keep, Rename, Reorder, Extend, Take, Sort, Top, Summarize, Distinct, Count, Join, Union, Expand };

    Kind kind = Kind::Where;
    QString word; // as the query wrote it
    KqlExpression condition {};
    std::vector<KqlNamed> columns {}; // of Project, Rename, Extend, Summarize (aggregates), Distinct, Expand
    std::vector<KqlNamed> keys {}; // of Summarize
    QStringList names {}; // of Away, Keep, Reorder; a name may end in *
    std::vector<KqlSortKey> order {};
    KqlExpression limit {};
    QString form {}; // kind of Join; column that tells the source of Union; type of Expand
    std::vector<KqlPipeline> tables {}; // of Join, Union
    std::vector<KqlJoinKey> joinKeys {};
};

struct KqlPipeline {
    QString table {}; // empty: see print; else a table, or what let named so
    std::vector<KqlNamed> print {};
    std::vector<KqlPipeline> unions {}; // when there is neither
    QString sourceColumn {}; // of unions: tells where a row comes from
    std::vector<KqlOperator> operators {};
};

struct KqlQuery {
    QHash<QString, KqlExpression> values; // of let
    QHash<QString, std::shared_ptr<const KqlPipeline>> tables;
    KqlPipeline pipeline;
};

} // namespace simulator
