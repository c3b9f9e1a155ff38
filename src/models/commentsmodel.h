// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The comments of one incident, newest first, and in front those of ours that are on their way. Given finished values by
// IncidentModel. GUI thread.

#include "tablemodel.h"
#include "timetext.h"

#include "domain/decision.h"
#include "domain/incident.h"

namespace models {

struct CommentRow {
    QString key; // decision id, else made of author, time and text
    domain::Comment comment; // ours without the marker line
    std::optional<domain::Decision> decision; // ours, not proved yet

    friend bool operator==(const CommentRow &, const CommentRow &) = default;
};

[[nodiscard]] QList<CommentRow> commentRows(const QList<domain::Comment> &comments,
                                            const QList<domain::Decision> &decisions);

class CommentsModel final : public TableModel<CommentRow>
{
    Q_OBJECT
public:
    enum class Column { Author, Created, Text }; // the whole text under FullTextRole

    explicit CommentsModel(QObject *parent = nullptr);

    void setComments(const QList<CommentRow> &rows, domain::Moment now);
    void setNow(domain::Moment now);

protected:
    [[nodiscard]] QString keyOf(const CommentRow &row) const override { return row.key; }
    [[nodiscard]] QVariant cell(const CommentRow &row, int column, int role) const override;

private:
    [[nodiscard]] QVariant display(const CommentRow &row, Column column) const;

    TimeText m_times;
    domain::Moment m_now;
};

} // namespace models
