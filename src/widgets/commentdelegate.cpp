// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commentdelegate.h"

#include "glyphs.h"
#include "theme.h"

#include "models/itemroles.h"

#include <QAbstractItemView>
#include <QPainter>

namespace widgets {

CommentDelegate::CommentDelegate(int authorColumn, int timeColumn, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_authorColumn(authorColumn)
    , m_timeColumn(timeColumn)
{
}

QString CommentDelegate::text(const QModelIndex &index)
{
    const QString full = index.data(models::FullTextRole).toString();
    return full.isEmpty() ? index.data(Qt::DisplayRole).toString() : full;
}

int CommentDelegate::textWidth(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return qMax(option.fontMetrics.averageCharWidth() * 20, width - space(Space::Large, option.fontMetrics) * 2);
}

void CommentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &c = colours(option.palette);
    const int side = space(Space::Large, option.fontMetrics);
    const int pad = space(Space::Small, option.fontMetrics);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setClipRect(option.rect);
    painter->fillRect(option.rect, selected ? c.selection : c.base);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.line);
    QRect head(option.rect.left() + side, option.rect.top() + pad, option.rect.width() - side * 2, option.fontMetrics.height());
    const QRect whole = head;
    const auto placed = [&](const QRect &logical) { return QStyle::visualRect(option.direction, whole, logical); };
    const int aligned = int(QStyle::visualAlignment(option.direction, Qt::AlignLeading)) | Qt::AlignVCenter | Qt::TextSingleLine;
    if (const QVariant state = index.data(models::OverlayRole); state.isValid()) {
        const int extent = iconExtent(option.fontMetrics) * 4 / 5;
        drawSign(painter, placed(QRect(head.left(), head.center().y() - extent / 2, extent, extent)), state, c);
        head.setLeft(head.left() + extent + pad);
    }
    const QFont strong = scaledFont(Type::Strong, option.font);
    const QFontMetrics metrics(strong);
    const QString author = metrics.elidedText(index.siblingAtColumn(m_authorColumn).data().toString(), Qt::ElideRight, head.width() / 2);
    painter->setFont(strong);
    painter->setPen(c.text);
    painter->drawText(placed(head), aligned, author);
    head.setLeft(head.left() + metrics.horizontalAdvance(author) + side);
    painter->setFont(option.font);
    painter->setPen(c.muted);
    painter->drawText(placed(head), aligned, index.siblingAtColumn(m_timeColumn).data().toString());
    painter->setPen(c.text);
    const QRect body(whole.left(), whole.bottom() + space(Space::Tight, option.fontMetrics), whole.width(), option.rect.height());
    painter->drawText(body, int(QStyle::visualAlignment(option.direction, Qt::AlignLeading)) | Qt::AlignTop | Qt::TextWordWrap, text(index));
    painter->restore();
}

QSize CommentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = textWidth(option);
    const QRect body = option.fontMetrics.boundingRect(QRect(0, 0, width, 1'000'000), Qt::TextWordWrap, text(index));
    const int pad = space(Space::Small, option.fontMetrics);
    return {width, pad * 3 + option.fontMetrics.height() + space(Space::Tight, option.fontMetrics) + body.height()};
}

} // namespace widgets
