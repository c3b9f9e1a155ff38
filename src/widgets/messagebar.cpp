// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "messagebar.h"

#include "ui_messagebar.h"

#include "icons.h"
#include "style.h"
#include "theme.h"

#include <QAccessible>
#include <QPainter>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace widgets {

namespace {

constexpr auto confirmationStays = 8s;

Tone kindTone(Message::Kind kind)
{
    switch (kind) {
    case Message::Kind::Note: return Tone::Accent;
    case Message::Kind::Done: return Tone::Good;
    case Message::Kind::Warning: return Tone::Warning;
    case Message::Kind::Error: return Tone::Bad;
    }
    return Tone::Plain;
}

QString iconOf(Message::Kind kind)
{
    switch (kind) {
    case Message::Kind::Note: return u"info"_s;
    case Message::Kind::Done: return u"resolve"_s;
    case Message::Kind::Warning: return u"warning"_s;
    case Message::Kind::Error: return u"error"_s;
    }
    return u"info"_s;
}

QColor fieldOf(Message::Kind kind, const Colours &c)
{
    switch (kind) {
    case Message::Kind::Note: return c.noteField;
    case Message::Kind::Done: return c.goodField;
    case Message::Kind::Warning: return c.warningField;
    case Message::Kind::Error: return c.badField;
    }
    return c.raised;
}

} // namespace

MessageBar::MessageBar(domain::Clock *clock, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::MessageBar>())
    , m_clock(clock)
{
    m_ui->setupUi(this);
    QMargins margins = m_ui->layout->contentsMargins();
    margins.setTop(space(Space::Hair, this) * 2);
    margins.setBottom(space(Space::Hair, this) * 2);
    m_ui->layout->setContentsMargins(margins);
    m_ui->close->setIcon(icon(u"close"_s));
    m_ui->text->setCopyable(true);
    connect(m_ui->close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_ui->offer, &QPushButton::clicked, this, [this] {
        if (m_message.offer)
            Q_EMIT offerTaken(*m_message.offer);
    });
    hide();
}

MessageBar::~MessageBar() = default;

void MessageBar::tell(const Message &message, const Commands *commands)
{
    m_message = message;
    const int turn = ++m_turn;
    m_ui->text->setText(message.text);
    m_ui->offer->setVisible(message.offer && commands);
    if (message.offer && commands) {
        m_ui->offer->setText(plainCommandText(commands->action(*message.offer)->text()));
        m_ui->offer->setToolTip(commands->action(*message.offer)->toolTip());
    }
    restyle();
    setAccessibleName(message.text);
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    const bool goes = message.kind == Message::Kind::Note || message.kind == Message::Kind::Done;
    if (goes && m_clock && !m_ui->close->isHidden()) {
        m_clock->after(confirmationStays, this, [this, turn] {
            if (turn == m_turn)
                dismiss();
        });
    }
}

void MessageBar::dismiss()
{
    ++m_turn;
    m_message = {};
    hide();
}

void MessageBar::setStanding(bool standing) { m_ui->close->setVisible(!standing); }

void MessageBar::restyle()
{
    const int extent = iconExtent(fontMetrics());
    const Tone tone = kindTone(m_message.kind);
    m_ui->symbol->setPixmap(icon(iconOf(m_message.kind), tone).pixmap(QSize(extent, extent), devicePixelRatioF()));
    update();
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_ui)
        restyle();
    QWidget::changeEvent(event);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const Colours &c = colours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), fieldOf(m_message.kind, c));
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.line);
    const int bar = space(Space::Tight, this);
    const int x = layoutDirection() == Qt::RightToLeft ? width() - bar : 0;
    painter.fillRect(QRect(x, 0, bar, height()), toneColour(kindTone(m_message.kind), c));
}

} // namespace widgets
