// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "celldelegate.h"

#include "chippaint.h"
#include "glyphs.h"
#include "label.h"
#include "rowview.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

bool isFirstVisible(const RowView *view, int column)
{
    const QHeaderView *header = view->horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (!header->isSectionHidden(logical))
            return logical == column;
    }
    return false;
}

QRect mirrored(const QStyleOptionViewItem &option, const QRect &logical)
{
    return QStyle::visualRect(option.direction, option.rect, logical);
}

int signExtent(const QStyleOptionViewItem &option) { return iconExtent(option.fontMetrics) * 4 / 5; }

Qt::Alignment horizontal(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QVariant wanted = index.data(Qt::TextAlignmentRole);
    const Qt::Alignment logical = wanted.isValid() ? Qt::Alignment(wanted.toInt()) : Qt::AlignLeading;
    return QStyle::visualAlignment(option.direction, logical) & Qt::AlignHorizontal_Mask;
}

} // namespace

QRect CellDelegate::ground(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &c = colours(option.palette);
    const auto *view = qobject_cast<const RowView *>(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = view && view->hoveredRow() == index.row();
    const int pad = cellPadding(option.fontMetrics);
    painter->fillRect(option.rect, selected ? c.selection : hovered ? c.hover : c.base);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.line);
    QRect room = option.rect.adjusted(pad, 0, -pad, -1);
    if (!view || !isFirstVisible(view, index.column()))
        return room;
    const int bar = qMax(2, pad / 2);
    if (view->currentIndex().row() == index.row())
        painter->fillRect(mirrored(option, QRect(option.rect.left(), option.rect.top(), bar, option.rect.height())),
                          view->hasFocus() ? c.accent : c.edge);
    room.setLeft(room.left() + bar);
    if (view->isMarking()) {
        const int extent = iconExtent(option.fontMetrics);
        QStyleOptionViewItem box(option);
        box.rect = mirrored(option, QRect(room.left(), room.center().y() - extent / 2 + 1, extent, extent));
        box.state = QStyle::State_Enabled | (selected ? QStyle::State_On : QStyle::State_Off);
        view->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, view);
        room.setLeft(room.left() + extent + pad);
    }
    return room;
}

int CellDelegate::firstLineMiddle(const QStyleOptionViewItem &option, const QRect &room, const QModelIndex &index) const
{
    const bool two = m_twoLines && !index.data(models::SecondLineRole).toString().isEmpty();
    return two ? room.top() + space(Space::Small, option.fontMetrics) + option.fontMetrics.height() / 2
                      : room.center().y() + 1;
}

QRect CellDelegate::sign(QPainter *painter, const QStyleOptionViewItem &option, QRect room, const QModelIndex &index) const
{
    const QVariant value = index.data(models::SignRole);
    if (!value.isValid())
        return room;
    const int extent = signExtent(option);
    const QRect box(room.left(), firstLineMiddle(option, room, index) - extent / 2, extent, extent);
    drawSign(painter, mirrored(option, box), value, colours(option.palette));
    room.setLeft(room.left() + extent + space(Space::Small, option.fontMetrics));
    return room;
}

QRect CellDelegate::overlay(QPainter *painter, const QStyleOptionViewItem &option, QRect room, const QModelIndex &index) const
{
    const QVariant state = index.data(models::OverlayRole);
    if (!state.isValid())
        return room;
    const int extent = signExtent(option);
    const QRect box(room.right() - extent + 1, firstLineMiddle(option, room, index) - extent / 2, extent, extent);
    drawSign(painter, mirrored(option, box), state, colours(option.palette));
    room.setRight(box.left() - space(Space::Tight, option.fontMetrics));
    return room;
}

QColor CellDelegate::colourOf(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &c = colours(option.palette);
    const Tone tone = index.data(models::OutdatedRole).toBool() ? Tone::Muted : Tone(index.data(models::ToneRole).toInt());
    if (tone == Tone::Plain)
        return option.state.testFlag(QStyle::State_Selected) ? c.onSelection : c.text;
    return toneColour(tone, c);
}

void CellDelegate::text(QPainter *painter, const QStyleOptionViewItem &option, const QRect &room, const QModelIndex &index) const
{
    const Colours &c = colours(option.palette);
    QString first = index.data(Qt::DisplayRole).toString();
    const Qt::Alignment aligned = horizontal(option, index);
    QColor colour = colourOf(option, index);
    if (first == "0"_L1) { // only the rows that matter carry figures
        first = u"–"_s;
        colour = c.muted;
    }
    QFont body = option.font;
    if (index.data(models::StrongRole).toBool())
        body.setWeight(QFont::DemiBold);
    if (index.data(models::OutdatedRole).toBool())
        body.setItalic(true);
    const QFontMetrics metrics(body);
    const QRect area = mirrored(option, room);
    painter->setFont(body);
    painter->setPen(colour);
    const QString shown = elided(first, metrics, area.width());
    const QString second = m_twoLines ? index.data(models::SecondLineRole).toString() : QString();
    if (second.isEmpty()) {
        painter->drawText(area, int(aligned | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
        return;
    }
    const QRect upper(area.left(), area.top() + space(Space::Small, option.fontMetrics), area.width(), metrics.height());
    painter->drawText(upper, int(aligned | Qt::AlignTop) | Qt::TextSingleLine, shown);
    painter->setFont(option.font);
    painter->setPen(c.muted);
    painter->drawText(upper.translated(0, metrics.height()), int(aligned | Qt::AlignTop) | Qt::TextSingleLine,
                      elided(second, option.fontMetrics, area.width()));
}

void CellDelegate::chips(QPainter *painter, const QStyleOptionViewItem &option, const QRect &room, const QModelIndex &index) const
{
    const QStringList all = index.data(models::ChipsRole).toStringList();
    const QVariant count = index.data(models::ChipCountRole);
    const qsizetype own = count.isValid() ? count.toInt() : all.size();
    const Colours &c = colours(option.palette);
    const QColor fill = option.state.testFlag(QStyle::State_Selected) ? c.base : c.chip;
    drawChips(painter, mirrored(option, room), {all.mid(0, own), all.mid(own), fill}, scaledFont(Type::Caption, option.font),
              option.direction, c);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    QRect room = ground(painter, option, index);
    room = overlay(painter, option, sign(painter, option, room, index), index);
    if (index.data(models::ChipsRole).isValid())
        chips(painter, option, room, index);
    else
        text(painter, option, room, index);
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int pad = cellPadding(option.fontMetrics);
    int width = option.fontMetrics.horizontalAdvance(withoutIsolates(index.data(Qt::DisplayRole).toString()).left(200)) + pad * 2;
    for (const int role : {int(models::SignRole), int(models::OverlayRole)})
        width += index.data(role).isValid() ? signExtent(option) + pad : 0;
    return {width, option.fontMetrics.height() * (m_twoLines ? 2 : 1) + space(Space::Small, option.fontMetrics) * 2};
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString tip = index.data(Qt::ToolTipRole).toString();
    if (tip.isEmpty() && sizeHint(option, index).width() > option.rect.width())
        tip = index.data(Qt::DisplayRole).toString();
    const QString server = index.data(models::ServerTextRole).toString();
    if (index.data(models::OverlayRole).isValid() && !server.isEmpty())
        tip = tr("%1\nDecided here, not confirmed. The service says: %2").arg(tip, server).trimmed();
    // Whatever the model hands over: it is shown as text, never as markup.
    QToolTip::showText(event->globalPos(), safeToolTip(tip), view->viewport());
    return true;
}

} // namespace widgets
