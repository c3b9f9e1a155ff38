// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "findingdelegate.h"

#include "icons.h"
#include "label.h"

#include "domain/finding.h"
#include "models/findingsmodel.h"
#include "models/findingwording.h"
#include "models/itemroles.h"

#include <QAbstractItemView>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

using domain::FindingState;

QString iconOf(FindingState state)
{
    switch (state) {
    case FindingState::Good: return u"resolve"_s;
    case FindingState::Note: return u"info"_s;
    case FindingState::Unknown: return u"warning"_s;
    case FindingState::Bad: return u"error"_s;
    }
    return u"info"_s;
}

// Wide enough for the longest word, so that what stands beside it is aligned.
int wordWidth(const QFontMetrics &metrics)
{
    int width = 0;
    for (const FindingState state : {FindingState::Bad, FindingState::Unknown, FindingState::Note, FindingState::Good})
        width = qMax(width, metrics.horizontalAdvance(models::name(state)));
    return width;
}

int viewWidth(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

constexpr int wrapped = Qt::TextWordWrap | Qt::TextWrapAnywhere;

} // namespace

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = viewWidth(option);
    return {width, layOut(option, index, width, nullptr)};
}

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    layOut(option, index, option.rect.width(), painter);
    painter->restore();
}

int FindingDelegate::layOut(const QStyleOptionViewItem &option, const QModelIndex &index, int width, QPainter *painter) const
{
    const Colours &c = colours(option.palette);
    const int pad = cellPadding(option.fontMetrics);
    const int gap = space(Space::Tight, option.fontMetrics);
    const QPoint origin = painter ? option.rect.topLeft() : QPoint();
    int y = origin.y();
    // Logical coordinates; turned round where the window reads from right to left.
    const QRect whole(origin, QSize(width, painter ? option.rect.height() : QWIDGETSIZE_MAX));
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(option.direction, whole, logical); };
    const auto write = [&](const QString &bare, Type type, const QColor &colour, int left) {
        if (bare.isEmpty())
            return;
        const QString text = isolated(bare); // a path keeps its order whichever way the window reads
        const QFont font = scaledFont(type, option.font);
        const QRect room(origin.x() + left, y, qMax(1, width - left - pad), QWIDGETSIZE_MAX / 2);
        const QRect taken = QFontMetrics(font).boundingRect(room, wrapped, text);
        if (painter) {
            painter->setFont(font);
            painter->setPen(colour);
            painter->drawText(place(QRect(room.left(), y, room.width(), taken.height())),
                              wrapped | int(QStyle::visualAlignment(option.direction, Qt::AlignLeading)), text);
        }
        y += taken.height();
    };

    if (painter)
        painter->fillRect(option.rect, c.base);
    if (const QString area = index.data(models::FindingsModel::AreaRole).toString(); !area.isEmpty()) {
        y += space(Space::Medium, option.fontMetrics);
        write(area, Type::Title, c.text, pad);
        y += gap;
    }
    const int top = y;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (painter) {
        const QRect row(origin.x(), top, width, option.rect.bottom() - top + 1);
        painter->fillRect(row, selected ? c.selection : c.base);
        painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), c.line);
        if (selected)
            painter->fillRect(place(QRect(row.left(), row.top(), qMax(2, pad / 2), row.height())),
                              option.state.testFlag(QStyle::State_HasFocus) ? c.accent : c.edge);
    }
    y += space(Space::Small, option.fontMetrics);
    const int signWidth = iconExtent(option.fontMetrics) + gap * 2 + wordWidth(option.fontMetrics);
    if (painter)
        paintSign(option, index, place(QRect(origin.x() + pad, y, signWidth, option.fontMetrics.height())), painter);
    const int left = pad + signWidth + pad;
    const QColor ink = selected ? c.onSelection : c.text;
    write(index.data().toString(), Type::Strong, ink, left);
    write(index.data(models::SecondLineRole).toString(), Type::Body, ink, left);
    if (const QString todo = index.data(models::FullTextRole).toString(); !todo.isEmpty())
        write(tr("To do: %1").arg(todo), Type::Body, toneColour(Tone(index.data(models::ToneRole).toInt()), c), left);
    return y + space(Space::Small, option.fontMetrics) - origin.y();
}

void FindingDelegate::paintSign(const QStyleOptionViewItem &option, const QModelIndex &index, const QRect &room, QPainter *painter) const
{
    const QColor colour = toneColour(Tone(index.data(models::ToneRole).toInt()), colours(option.palette));
    const int extent = iconExtent(option.fontMetrics);
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(option.direction, room, logical); };
    const QRect box(room.left(), room.center().y() - extent / 2, extent, extent);
    const qreal ratio = option.widget ? option.widget->devicePixelRatioF() : 1.0;
    painter->drawPixmap(place(box).topLeft(), iconPixmap(iconOf(FindingState(index.data(models::SignRole).toInt())), extent, ratio, colour));
    painter->setFont(option.font);
    painter->setPen(colour);
    const int left = extent + space(Space::Tight, option.fontMetrics);
    painter->drawText(place(room.adjusted(left, 0, 0, 0)), int(QStyle::visualAlignment(option.direction, Qt::AlignLeading | Qt::AlignVCenter)),
                      index.data(models::FindingsModel::StateWordRole).toString());
}

} // namespace widgets
