// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paints one cell of a RowView from the roles of models/itemroles.h: ground, hairline, the bar of the current row, a sign
// in front of the text, chips, a second line, and the mark of a decision that is not proved. It knows roles and no model;
// every text it gets is taken as text. GUI thread.

#include "theme.h"

#include <QStyledItemDelegate>

namespace widgets {

class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTwoLines(bool two) { m_twoLines = two; } // shows SecondLineRole

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    // Each paints its part and returns what room is left, in logical (unmirrored) coordinates.
    [[nodiscard]] QRect ground(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] QRect sign(QPainter *painter, const QStyleOptionViewItem &option, QRect room, const QModelIndex &index) const;
    [[nodiscard]] QRect overlay(QPainter *painter, const QStyleOptionViewItem &option, QRect room, const QModelIndex &index) const;
    void text(QPainter *painter, const QStyleOptionViewItem &option, const QRect &room, const QModelIndex &index) const;
    void chips(QPainter *painter, const QStyleOptionViewItem &option, const QRect &room, const QModelIndex &index) const;
    [[nodiscard]] QColor colourOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] int firstLineMiddle(const QStyleOptionViewItem &option, const QRect &room, const QModelIndex &index) const;

    bool m_twoLines = false;
};

} // namespace widgets
