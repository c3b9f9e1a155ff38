// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chippaint.h"

#include "label.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace widgets {

void drawChips(QPainter *painter, const QRect &room, const Chips &chips, const QFont &font, Qt::LayoutDirection direction,
               const Colours &c)
{
    const QFontMetrics metrics(font);
    const int pad = space(Space::Small, metrics);
    const int gap = space(Space::Tight, metrics);
    const int height = qMin(room.height() - 2, metrics.height() + gap);
    const QStringList all = chips.own + chips.foreign;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(font);
    int x = 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const bool last = i + 1 == all.size();
        const QString rest = last ? QString() : u"+%1"_s.arg(all.size() - i - 1);
        const int restWidth = last ? 0 : metrics.horizontalAdvance(rest) + gap;
        const int free = room.width() - x - restWidth;
        const int wanted = metrics.horizontalAdvance(withoutIsolates(all.at(i))) + pad * 2 + 1;
        const int least = metrics.averageCharWidth() * 5 + pad * 2;
        if (free < qMin(wanted, least)) {
            painter->setPen(c.muted);
            const QString hidden = u"+%1"_s.arg(all.size() - i);
            const QRect where(room.left() + x, room.top(), qMax(0, room.width() - x), room.height());
            painter->drawText(QStyle::visualRect(direction, room, where),
                              int(QStyle::visualAlignment(direction, Qt::AlignLeading)) | Qt::AlignVCenter, hidden);
            break;
        }
        const int width = qMin(wanted, free);
        const QRect logical(room.left() + x, room.center().y() - height / 2 + 1, width, height);
        const QRectF chip = QStyle::visualRect(direction, room, logical);
        const bool mine = i < chips.own.size();
        painter->setPen(mine ? QPen(Qt::NoPen) : QPen(c.edge));
        painter->setBrush(mine ? QBrush(chips.fill) : QBrush(Qt::NoBrush));
        painter->drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), height / 4.0, height / 4.0);
        painter->setPen(mine ? c.onChip : c.muted);
        painter->drawText(chip, Qt::AlignCenter | Qt::TextSingleLine, elided(all.at(i), metrics, width - pad * 2 + 1));
        x += width + gap;
    }
    painter->restore();
}

} // namespace widgets
