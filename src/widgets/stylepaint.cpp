// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stylepaint.h"

#include <QPainterPath>

namespace widgets::paint {

namespace {

class Saved // what a drawing changes in the painter is put back at its end
{
public:
    explicit Saved(QPainter *painter)
        : m_painter(painter)
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(Saved)

private:
    QPainter *m_painter;
};

bool has(const QStyleOption &option, QStyle::StateFlag flag) { return option.state.testFlag(flag); }

qreal radius(const QRectF &rect) { return qMin(5.0, rect.height() / 5); }

QColor blend(const QColor &a, const QColor &b, double share)
{
    return QColor::fromRgbF(float(a.redF() * (1 - share) + b.redF() * share),
                            float(a.greenF() * (1 - share) + b.greenF() * share),
                            float(a.blueF() * (1 - share) + b.blueF() * share));
}

QColor fillOf(const QStyleOption &option, ButtonRole role, const Colours &c)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    const bool over = enabled && has(option, QStyle::State_MouseOver);
    if (!enabled)
        return role == ButtonRole::Quiet ? QColor(Qt::transparent) : c.window;
    switch (role) {
    case ButtonRole::Primary: return blend(c.accent, c.text, down ? 0.25 : over ? 0.12 : 0.0);
    case ButtonRole::Destructive: return blend(c.bad, c.text, down ? 0.25 : over ? 0.12 : 0.0);
    case ButtonRole::Quiet: return down ? c.selection : over ? c.hover : QColor(Qt::transparent);
    case ButtonRole::Plain: break;
    }
    return down ? c.selection : over ? c.hover : c.base;
}

} // namespace

void arrow(QPainter *painter, const QRectF &rect, Arrow direction, const QColor &colour)
{
    const Saved saved(painter);
    const qreal extent = qMin(rect.width(), rect.height()) * 0.5;
    QPainterPath path(QPointF(-extent / 2, -extent / 4));
    path.lineTo(0, extent / 4);
    path.lineTo(extent / 2, -extent / 4);
    painter->translate(rect.center());
    switch (direction) {
    case Arrow::Up: painter->rotate(180); break;
    case Arrow::Left: painter->rotate(90); break;
    case Arrow::Right: painter->rotate(-90); break;
    case Arrow::Down: break;
    }
    painter->strokePath(path, QPen(colour, qMax(1.2, extent / 6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void panel(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &edge, qreal width)
{
    const Saved saved(painter);
    const QRectF inner = QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter->setPen(edge.alpha() ? QPen(edge, width) : QPen(Qt::NoPen));
    painter->setBrush(fill);
    painter->drawRoundedRect(inner, radius(inner), radius(inner));
}

void focusRing(QPainter *painter, const QRect &rect, const Colours &c) { panel(painter, rect, Qt::transparent, c.accent, 2.0); }

void pushButton(QPainter *painter, const QStyleOptionButton &option, ButtonRole role, const Colours &c)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool strong = enabled && (role == ButtonRole::Primary || role == ButtonRole::Destructive);
    QColor edge = strong ? fillOf(option, role, c) : enabled ? c.edge : c.line;
    if (role == ButtonRole::Quiet)
        edge = Qt::transparent;
    panel(painter, option.rect, fillOf(option, role, c), edge);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange)) {
        focusRing(painter, option.rect, c);
        if (strong) // a ring of the fill's own colour would not be seen
            panel(painter, option.rect.adjusted(2, 2, -2, -2), Qt::transparent, c.base);
    }
}

QColor pushButtonText(const QStyleOption &option, ButtonRole role, const Colours &c)
{
    if (!has(option, QStyle::State_Enabled))
        return c.disabled;
    return role == ButtonRole::Primary || role == ButtonRole::Destructive ? c.onAccent : c.text;
}

void toolButtonPanel(QPainter *painter, const QStyleOption &option, const Colours &c)
{
    if (!has(option, QStyle::State_Enabled))
        return;
    const bool on = has(option, QStyle::State_On) || has(option, QStyle::State_Sunken);
    if (on || has(option, QStyle::State_MouseOver))
        panel(painter, option.rect, on ? c.selection : c.hover, Qt::transparent);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        focusRing(painter, option.rect, c);
}

void field(QPainter *painter, const QStyleOption &option, const Colours &c)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool focused = has(option, QStyle::State_HasFocus);
    panel(painter, option.rect, enabled ? c.base : c.window, focused ? c.accent : enabled ? c.edge : c.line,
          focused ? 1.6 : 1.0);
}

void checkBox(QPainter *painter, const QStyleOption &option, const Colours &c)
{
    const Saved saved(painter);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On);
    const bool partly = has(option, QStyle::State_NoChange);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor mark = enabled ? c.accent : c.disabled;
    painter->setPen(QPen(on || partly ? mark : enabled ? blend(c.edge, c.text, 0.25) : c.line, 1.0));
    painter->setBrush(on || partly ? mark : c.base);
    painter->drawRoundedRect(box, box.width() / 5, box.width() / 5);
    painter->setPen(QPen(c.onAccent, qMax(1.5, box.width() / 8), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    if (on) {
        QPainterPath tick(QPointF(box.left() + box.width() * 0.24, box.top() + box.height() * 0.52));
        tick.lineTo(box.left() + box.width() * 0.43, box.top() + box.height() * 0.71);
        tick.lineTo(box.left() + box.width() * 0.77, box.top() + box.height() * 0.30);
        painter->drawPath(tick);
    } else if (partly) {
        painter->drawLine(QPointF(box.left() + box.width() * 0.27, box.center().y()),
                          QPointF(box.right() - box.width() * 0.27, box.center().y()));
    }
}

void radioButton(QPainter *painter, const QStyleOption &option, const Colours &c)
{
    const Saved saved(painter);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On);
    const QRectF box = QRectF(option.rect).adjusted(0.75, 0.75, -0.75, -0.75);
    painter->setPen(QPen(on ? (enabled ? c.accent : c.disabled) : enabled ? blend(c.edge, c.text, 0.25) : c.line, on ? 1.5 : 1.0));
    painter->setBrush(c.base);
    painter->drawEllipse(box);
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(enabled ? c.accent : c.disabled);
        painter->drawEllipse(box.center(), box.width() / 4, box.width() / 4);
    }
}

void headerSection(QPainter *painter, const QStyleOptionHeader &option, const Colours &c)
{
    const Saved saved(painter);
    painter->setRenderHint(QPainter::Antialiasing, false);
    const bool over = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    painter->fillRect(option.rect, has(option, QStyle::State_Sunken) ? c.selection : over ? c.hover : c.raised);
    painter->setPen(c.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.orientation == Qt::Horizontal && option.position != QStyleOptionHeader::End
        && option.position != QStyleOptionHeader::OnlyOneSection) {
        const int inset = option.rect.height() / 4;
        const int x = option.direction == Qt::RightToLeft ? option.rect.left() : option.rect.right();
        painter->drawLine(x, option.rect.top() + inset, x, option.rect.bottom() - inset);
    }
}

void tabShape(QPainter *painter, const QStyleOptionTab &option, const Colours &c)
{
    const Saved saved(painter);
    const bool selected = has(option, QStyle::State_Selected);
    const int bar = qMax(2, option.fontMetrics.height() / 8);
    QRect rect = option.rect;
    if (!selected && has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        panel(painter, rect.adjusted(1, 1, -1, -bar - 1), c.hover, Qt::transparent);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), c.line);
    if (selected)
        painter->fillRect(QRect(rect.left(), rect.bottom() - bar + 1, rect.width(), bar), c.accent);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange))
        focusRing(painter, rect.adjusted(1, 1, -1, -bar - 1), c);
}

void comboBox(QPainter *painter, const QStyleOptionComboBox &option, const QRect &arrowRect, const Colours &c)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool over = enabled && has(option, QStyle::State_MouseOver) && !option.editable;
    const bool focused = has(option, QStyle::State_HasFocus);
    const QColor fill = !enabled ? c.window : over ? c.hover : c.base;
    panel(painter, option.rect, fill, focused ? c.accent : enabled ? c.edge : c.line, focused ? 1.6 : 1.0);
    arrow(painter, arrowRect, Arrow::Down, enabled ? c.muted : c.disabled);
}

void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &slider, const Colours &c)
{
    const Saved saved(painter);
    const bool upright = option.orientation == Qt::Vertical;
    painter->fillRect(option.rect, c.base);
    if (option.minimum == option.maximum)
        return;
    const bool active = (option.activeSubControls & QStyle::SC_ScrollBarSlider)
        && (has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken));
    const qreal inset = (upright ? slider.width() : slider.height()) * (active ? 0.2 : 0.28);
    const QRectF bar = upright ? QRectF(slider).adjusted(inset, 2, -inset, -2) : QRectF(slider).adjusted(2, inset, -2, -inset);
    painter->setPen(Qt::NoPen);
    painter->setBrush(active ? c.muted : c.edge);
    const qreal round = qMin(bar.width(), bar.height()) / 2;
    painter->drawRoundedRect(bar, round, round);
}

void progressBar(QPainter *painter, const QStyleOptionProgressBar &option, const Colours &c)
{
    const Saved saved(painter);
    QRectF groove = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    groove.setHeight(qMin<qreal>(groove.height(), option.fontMetrics.height() / 3.0));
    groove.moveCenter(QRectF(option.rect).center());
    const qreal round = groove.height() / 2;
    painter->setPen(Qt::NoPen);
    painter->setBrush(c.chip);
    painter->drawRoundedRect(groove, round, round);
    const qint64 range = qint64(option.maximum) - option.minimum;
    if (range <= 0)
        return; // unknown length: the caller shows counting numbers, a bar that only moves tells nothing
    const qreal share = qBound(0.0, double(qint64(option.progress) - option.minimum) / double(range), 1.0);
    QRectF chunk = groove;
    chunk.setWidth(qMax(groove.width() * share, share > 0 ? round * 2 : 0.0));
    if ((option.direction == Qt::RightToLeft) != option.invertedAppearance)
        chunk.moveRight(groove.right());
    painter->setBrush(c.accent);
    painter->drawRoundedRect(chunk, round, round);
}

void itemRow(QPainter *painter, const QStyleOptionViewItem &option, const Colours &c)
{
    if (has(option, QStyle::State_Selected))
        painter->fillRect(option.rect, has(option, QStyle::State_Enabled) ? c.selection : c.hover);
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        painter->fillRect(option.rect, c.hover);
}

void line(QPainter *painter, const QRect &rect, Qt::Orientation orientation, const Colours &c)
{
    const Saved saved(painter);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(c.line);
    if (orientation == Qt::Horizontal)
        painter->drawLine(rect.left(), rect.center().y(), rect.right(), rect.center().y());
    else
        painter->drawLine(rect.center().x(), rect.top(), rect.center().x(), rect.bottom());
}

} // namespace widgets::paint
