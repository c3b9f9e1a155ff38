// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Paints a row of a FindingsModel over the whole width of its list: the heading of the area above its first row, a sign and
// its word, and beside them what was looked at, what was found, and what to do. Texts are wrapped, never cut, so a row is as
// high as its width makes it. GUI thread.

#include "theme.h"

#include <QStyledItemDelegate>

namespace widgets {

class FindingDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    // Paints when there is a painter; the height that it takes.
    int layOut(const QStyleOptionViewItem &option, const QModelIndex &index, int width, QPainter *painter) const;
    void paintSign(const QStyleOptionViewItem &option, const QModelIndex &index, const QRect &room, QPainter *painter) const;
};

} // namespace widgets
