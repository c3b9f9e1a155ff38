// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bar.h"

#include "theme.h"

#include <QPainter>

namespace widgets {

Bar::Bar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void Bar::setEdge(Qt::Edge edge)
{
    m_edge = edge;
    update();
}

void Bar::paintEvent(QPaintEvent *)
{
    const Colours &c = colours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), c.raised);
    painter.fillRect(QRect(0, m_edge == Qt::TopEdge ? 0 : height() - 1, width(), 1), c.line);
}

} // namespace widgets
