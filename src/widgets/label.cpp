// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "label.h"

#include "domain/displaytext.h"

#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <QToolTip>
#include <QtMath>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr QChar firstStrongIsolate(0x2068);
constexpr QChar popIsolate(0x2069);

} // namespace

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
    if (m_tone != Tone::Plain) {
        // Which of the two is used depends on what the label lies on.
        for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text})
            own.setColor(role, toneColour(m_tone, colours(QApplication::palette())));
    }
    setPalette(own);
}

void Label::setType(Type type) { setFont(scaledFont(type, QApplication::font())); }

void Label::setElided(bool elided)
{
    m_elided = elided;
    setSizePolicy(elided ? QSizePolicy::Ignored : QSizePolicy::Preferred, sizePolicy().verticalPolicy());
    updateGeometry();
}

void Label::setCopyable(bool copyable)
{
    setContextMenuPolicy(copyable ? Qt::CustomContextMenu : Qt::DefaultContextMenu);
    disconnect(this, &QWidget::customContextMenuRequested, this, nullptr);
    if (copyable)
        connect(this, &QWidget::customContextMenuRequested, this, &Label::showCopyMenu);
}

void Label::showCopyMenu(const QPoint &where)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy")), &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(withoutIsolates(text())); });
    menu->popup(mapToGlobal(where));
}

QSize Label::minimumSizeHint() const
{
    if (!m_elided && !wordWrap())
        return QLabel::minimumSizeHint();
    const QMargins margins = contentsMargins();
    return {qMin(fontMetrics().averageCharWidth() * 6, fontMetrics().horizontalAdvance(withoutIsolates(text())) + 1)
                + margins.left() + margins.right(),
            // Where a layout has placed it already, all its lines; not every layout asks for the height of a width.
            wordWrap() && isVisible() ? heightForWidth(width()) : fontMetrics().height() + margins.top() + margins.bottom()};
}

QSize Label::sizeHint() const
{
    if (!wordWrap())
        return QLabel::sizeHint();
    const QMargins margins = contentsMargins();
    const int longest = fontMetrics().boundingRect(QRect(0, 0, 1'000'000, 1'000'000), Qt::TextExpandTabs, text()).width() + 2;
    const int width = qMin(longest, fontMetrics().averageCharWidth() * 60) + margins.left() + margins.right();
    return {width, heightForWidth(width)};
}

int Label::heightForWidth(int width) const
{
    if (!wordWrap())
        return QLabel::heightForWidth(width);
    const QMargins margins = contentsMargins();
    return layOut(width - margins.left() - margins.right(), nullptr) + margins.top() + margins.bottom();
}

int Label::layOut(int width, QPainter *painter) const
{
    QTextOption option((QStyle::visualAlignment(layoutDirection(), alignment()) & Qt::AlignHorizontal_Mask) | Qt::AlignAbsolute);
    option.setWrapMode(wordWrap() ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::ManualWrap);
    // The window's direction says where the text stands; how it reads is its own.
    option.setTextDirection(text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    QString lines = text();
    QTextLayout layout(lines.replace(u'\n', QChar::LineSeparator), font());
    layout.setTextOption(option);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(qMax(1, width));
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    if (painter) {
        const QRect room = contentsRect();
        const qreal spare = room.height() - height;
        const qreal top = alignment().testFlag(Qt::AlignVCenter) && spare > 0 ? spare / 2 : 0;
        layout.draw(painter, room.topLeft() + QPointF(0, top));
    }
    return qMax(fontMetrics().height(), qCeil(height));
}

void Label::paintEvent(QPaintEvent *event)
{
    if (text().isEmpty()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Normal : QPalette::Disabled, foregroundRole()));
    if (!m_elided) {
        layOut(contentsRect().width(), &painter);
        return;
    }
    painter.drawText(contentsRect(), int(QStyle::visualAlignment(layoutDirection(), alignment())) | Qt::TextSingleLine,
                     elided(text(), fontMetrics(), contentsRect().width()));
}

bool Label::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        retone();
    if (event->type() == QEvent::Resize && wordWrap())
        updateGeometry(); // another width, another least height
    if (event->type() == QEvent::ToolTip && m_elided && toolTip().isEmpty()) {
        const bool cut = fontMetrics().horizontalAdvance(withoutIsolates(text())) > contentsRect().width();
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), cut ? safeToolTip(text()) : QString(), this);
        return true;
    }
    return QLabel::event(event);
}

QString isolated(const QString &text) { return firstStrongIsolate + text + popIsolate; }

QString withoutAnyIsolates(QString text) { return text.remove(firstStrongIsolate).remove(popIsolate); }

QString withoutIsolates(const QString &text)
{
    return text.startsWith(firstStrongIsolate) && text.endsWith(popIsolate) ? text.mid(1, text.size() - 2) : text;
}

QString elided(const QString &text, const QFontMetrics &metrics, int width)
{
    if (text.isEmpty())
        return {};
    // Cut first: an ellipsis instead of the closing mark would leave the isolate open.
    return isolated(metrics.elidedText(withoutIsolates(text), Qt::ElideRight, width));
}

QString safeToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    return u"<qt>"_s % text.toHtmlEscaped().replace(u'\n', "<br>"_L1) % u"</qt>"_s;
}

} // namespace widgets
