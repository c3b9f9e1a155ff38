// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "label.h"

#include "domain/displaytext.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace widgets {

Label::Label(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

void Label::setOutsideText(const domain::Untrusted &text) { setText(domain::display(text)); }

void Label::setTone(Tone tone)
{
    if (m_tone == tone)
        return;
    m_tone = tone;
    retone();
}

void Label::retone()
{
    QPalette own;
    if (m_tone != Tone::Plain)
        own.setColor(QPalette::WindowText, toneColour(m_tone, colours(QApplication::palette())));
    setPalette(own);
}

void Label::setType(Type type) { setFont(scaledFont(type, QApplication::font())); }

void Label::setElided(bool elided)
{
    m_elided = elided;
    setSizePolicy(elided ? QSizePolicy::Ignored : QSizePolicy::Preferred, sizePolicy().verticalPolicy());
    updateGeometry();
}

QSize Label::minimumSizeHint() const
{
    if (!m_elided)
        return QLabel::minimumSizeHint();
    return {fontMetrics().averageCharWidth() * 4, QLabel::minimumSizeHint().height()};
}

void Label::paintEvent(QPaintEvent *event)
{
    if (!m_elided || fontMetrics().horizontalAdvance(text()) <= contentsRect().width()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    style()->drawItemText(&painter, contentsRect(), int(QStyle::visualAlignment(layoutDirection(), alignment())), palette(),
                          isEnabled(), shown, foregroundRole());
}

void Label::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        retone();
    QLabel::changeEvent(event);
}

bool Label::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange) // not every such event comes through changeEvent
        retone();
    if (event->type() == QEvent::ToolTip && m_elided && toolTip().isEmpty()) {
        const bool cut = fontMetrics().horizontalAdvance(text()) > contentsRect().width();
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), cut ? safeToolTip(text()) : QString(), this);
        return true;
    }
    return QLabel::event(event);
}

QString safeToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return u"<qt>"_s % text.toHtmlEscaped().replace(u'\n', "<br>"_L1) % u"</qt>"_s;
}

} // namespace widgets
