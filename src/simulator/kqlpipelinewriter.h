// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes the operators of a pipeline, each as a step of one SQL statement. SQLite folds steps into each other, so that a
// condition reaches the table below. Joins, unions and mv-expand are in kqljoin.h, summarize in kqlaggregates.h. Lives on
// the stack of the tenant thread.

#include "kqltranslation.h"

namespace simulator {

class KqlPipelineWriter {
public:
    explicit KqlPipelineWriter(KqlTranslation &translation);

    [[nodiscard]] SqlRelation write(const KqlPipeline &pipeline);

private:
    [[nodiscard]] SqlRelation writeSource(const KqlPipeline &pipeline);
    [[nodiscard]] SqlRelation writeTable(const QString &name);
    [[nodiscard]] SqlRelation writeUnions(const SqlRelation *first, const QString &firstName, const std::vector<KqlPipeline> &others,
                                          const QString &sourceColumn);
    [[nodiscard]] SqlRelation writeOperator(const SqlRelation &input, const KqlOperator &step, const QString &sourceName);
    [[nodiscard]] SqlRelation where(const SqlRelation &input, const KqlOperator &step);
    [[nodiscard]] SqlRelation project(const SqlRelation &input, const KqlOperator &step);
    [[nodiscard]] SqlRelation extend(const SqlRelation &input, const KqlOperator &step);
    [[nodiscard]] SqlRelation rename(const SqlRelation &input, const KqlOperator &step);
    [[nodiscard]] SqlRelation selectNames(const SqlRelation &input, const KqlOperator &step);
    [[nodiscard]] SqlRelation distinct(const SqlRelation &input, const KqlOperator &step);
    [[nodiscard]] SqlRelation sort(const SqlRelation &input, const KqlOperator &step);
    [[nodiscard]] SqlRelation take(const SqlRelation &input, const KqlOperator &step);
    [[nodiscard]] SqlRelation join(const SqlRelation &input, const KqlOperator &step);
    [[nodiscard]] std::vector<SqlColumn> writeColumns(const SqlRelation &input, const std::vector<KqlNamed> &columns);

    KqlTranslation &m_translation;
};

} // namespace simulator
