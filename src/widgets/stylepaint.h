// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Drawings of single controls for Style. Pure painting: everything comes by argument. GUI thread.

#include "style.h"
#include "theme.h"

#include <QPainter>
#include <QStyleOption>

namespace widgets::paint {

enum class Arrow { Up, Down, Left, Right };

void arrow(QPainter *painter, const QRectF &rect, Arrow direction, const QColor &colour);
void panel(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &edge, qreal width = 1.0);
void focusRing(QPainter *painter, const QRect &rect, const Colours &colours);
void pushButton(QPainter *painter, const QStyleOptionButton &option, ButtonRole role, const Colours &colours);
[[nodiscard]] QColor pushButtonText(const QStyleOption &option, ButtonRole role, const Colours &colours);
void toolButtonPanel(QPainter *painter, const QStyleOption &option, const Colours &colours);
void field(QPainter *painter, const QStyleOption &option, const Colours &colours);
void checkBox(QPainter *painter, const QStyleOption &option, const Colours &colours);
void radioButton(QPainter *painter, const QStyleOption &option, const Colours &colours);
void headerSection(QPainter *painter, const QStyleOptionHeader &option, const Colours &colours);
void tabShape(QPainter *painter, const QStyleOptionTab &option, const Colours &colours);
void comboBox(QPainter *painter, const QStyleOptionComboBox &option, const QRect &arrowRect, const Colours &colours);
void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &slider, const Colours &colours);
void progressBar(QPainter *painter, const QStyleOptionProgressBar &option, const Colours &colours);
void itemRow(QPainter *painter, const QStyleOptionViewItem &option, const Colours &colours);
void line(QPainter *painter, const QRect &rect, Qt::Orientation orientation, const Colours &colours);

} // namespace widgets::paint
