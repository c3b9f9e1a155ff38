// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Operators that bring rows together: join, union, mv-expand. They fail the translation when the columns do not fit. Pure.

#include "kqltranslation.h"

namespace simulator {

[[nodiscard]] SqlRelation writeJoin(KqlTranslation &translation, const SqlRelation &left, const SqlRelation &right,
                                    const KqlOperator &step);

struct KqlBranch {
    SqlRelation relation;
    QString name; // for the column that tells the source
};
[[nodiscard]] SqlRelation writeUnion(KqlTranslation &translation, const std::vector<KqlBranch> &branches, const QString &sourceColumn);

[[nodiscard]] SqlRelation writeExpand(KqlTranslation &translation, const SqlRelation &input, const KqlOperator &step);

} // namespace simulator
