// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "signlabel.h"

#include "label.h"

#include <QPainter>
#include <QStyle>

namespace widgets {

void SignLabel::tell(const QString &word, Draw draw, Tone tone)
{
    m_word = word;
    m_draw = std::move(draw);
    m_tone = tone;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize SignLabel::sizeHint() const
{
    const int sign = m_draw ? iconExtent(fontMetrics()) + space(Space::Tight, this) : 0;
    return {sign + fontMetrics().horizontalAdvance(m_word) + 2, fontMetrics().height() + space(Space::Tight, this) * 2};
}

void SignLabel::paintEvent(QPaintEvent *)
{
    const Colours &c = colours(palette());
    QPainter painter(this);
    const int extent = iconExtent(fontMetrics()) * 4 / 5;
    int x = 0;
    if (m_draw) {
        m_draw(&painter, QStyle::visualRect(layoutDirection(), rect(), QRect(0, (height() - extent) / 2, extent, extent)), c);
        x = iconExtent(fontMetrics()) + space(Space::Tight, this);
    }
    painter.setPen(toneColour(m_tone, c));
    painter.setFont(font());
    const QRect room = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(x, 0, 0, 0));
    painter.drawText(room, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading)) | Qt::AlignVCenter | Qt::TextSingleLine,
                     elided(m_word, fontMetrics(), room.width()));
}

} // namespace widgets
