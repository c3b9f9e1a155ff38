// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paints a comment as a paragraph: who and when in one line, the text below it, wrapped. It is told in which columns author
// and time stand beside its own; the text comes under FullTextRole and is painted as text. GUI thread.

#include <QStyledItemDelegate>

namespace widgets {

class CommentDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    CommentDelegate(int authorColumn, int timeColumn, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] static QString text(const QModelIndex &index);
    [[nodiscard]] static int textWidth(const QStyleOptionViewItem &option);

    int m_authorColumn;
    int m_timeColumn;
};

} // namespace widgets
