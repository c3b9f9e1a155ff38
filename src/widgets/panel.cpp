// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panel.h"

#include "theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace widgets {

Panel::Panel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void Panel::setEmbedded(bool embedded)
{
    m_embedded = embedded;
    update();
}

bool Panel::event(QEvent *event)
{
    // Escape belongs to the panel before it is the page's way back.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Panel::paintEvent(QPaintEvent *)
{
    const Colours &c = colours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), c.raised);
    if (m_embedded)
        painter.fillRect(QRect(0, height() - 1, width(), 1), c.line);
    else
        painter.fillRect(QRect(0, 0, width(), qMax(2, space(Space::Hair, this))), c.accent);
}

void Panel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT dismissed();
        return;
    }
    QWidget::keyPressEvent(event);
}

PanelHost::PanelHost(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void PanelHost::open(Panel *panel)
{
    if (m_current && m_current != panel)
        m_current->hide();
    if (!m_current)
        m_focusBefore = QApplication::focusWidget();
    if (layout()->indexOf(panel) < 0) {
        layout()->addWidget(panel);
        connect(panel, &Panel::dismissed, this, &PanelHost::close);
    }
    m_current = panel;
    panel->show();
    show();
    panel->focusFirst();
    Q_EMIT openChanged();
}

void PanelHost::close()
{
    if (!m_current)
        return;
    m_current->hide();
    m_current = nullptr;
    hide();
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    Q_EMIT openChanged();
}

} // namespace widgets
