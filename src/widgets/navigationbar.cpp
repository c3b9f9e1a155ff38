// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "navigationbar.h"

#include "icons.h"
#include "stylepaint.h"
#include "theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace widgets {

void NavigationButton::setCount(qint64 count, bool urgent)
{
    if (m_count == count && m_urgent == urgent)
        return;
    m_count = count;
    m_urgent = urgent;
    setAccessibleDescription(count > 0 ? tr("%n waiting", nullptr, int(qMin<qint64>(count, 1'000'000))) : QString());
    update();
}

QString NavigationButton::countText() const
{
    return m_count <= 0 ? QString() : m_count > 9999 ? tr("9999+") : locale().toString(m_count);
}

QSize NavigationButton::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const int pad = space(Space::Medium, metrics);
    // Bold while it is the current page, and with room for a count.
    const int name = QFontMetrics(scaledFont(Type::Strong, font())).horizontalAdvance(text()) + metrics.averageCharWidth() * 6;
    return {pad * 4 + iconExtent(metrics) + qMax(metrics.averageCharWidth() * 17, name), metrics.height() + pad * 2};
}

void NavigationButton::paintEvent(QPaintEvent *)
{
    const Colours &c = colours(palette());
    QPainter painter(this);
    const int pad = space(Space::Medium, this);
    const int bar = qMax(2, space(Space::Tight, this));
    const auto placed = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    const QRect body = rect().adjusted(pad / 2, 1, -pad / 2, -1);
    if (isChecked() || underMouse() || isDown())
        paint::panel(&painter, body, isChecked() ? c.selection : c.chip, Qt::transparent);
    if (isChecked())
        painter.fillRect(placed(QRect(0, height() / 5, bar, height() * 3 / 5)), c.accent);
    if (hasFocus())
        paint::focusRing(&painter, body, c);
    const int extent = iconExtent(fontMetrics());
    int x = pad + bar;
    icon().paint(&painter, placed(QRect(x, (height() - extent) / 2, extent, extent)));
    x += extent + pad;
    const QString count = countText();
    const QFont countFont = scaledFont(Type::Caption, font());
    const QFontMetrics countMetrics(countFont);
    const int countWidth = count.isEmpty() ? 0 : countMetrics.horizontalAdvance(count) + space(Space::Small, this) * 2;
    painter.setPen(isChecked() ? c.onSelection : c.text);
    painter.setFont(isChecked() ? scaledFont(Type::Strong, font()) : font());
    const QRect label(x, 0, width() - x - countWidth - pad * 2, height());
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter);
    painter.drawText(placed(label), int(leading) | Qt::TextSingleLine | Qt::TextHideMnemonic,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, label.width()));
    if (countWidth == 0)
        return;
    const int chipHeight = countMetrics.height() + 2;
    const QRect chip = placed(QRect(width() - pad - countWidth, (height() - chipHeight) / 2, countWidth, chipHeight));
    if (m_urgent)
        paint::panel(&painter, chip, c.warningField, c.warning);
    painter.setFont(countFont);
    painter.setPen(m_urgent ? c.warning : isChecked() ? c.onSelection : c.muted);
    painter.drawText(chip, Qt::AlignCenter, count);
}

NavigationBar::NavigationBar(const Commands &commands, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *column = new QVBoxLayout(this);
    const int pad = space(Space::Small, this);
    column->setContentsMargins(0, pad, 1, pad);
    column->setSpacing(0);
    const Command pages[] = {Command::GoQueue, Command::GoIncident, Command::GoApprovals, Command::GoOutbox, Command::GoHistory, Command::GoSettings};
    for (const Command page : pages) {
        auto *button = new NavigationButton(this);
        button->setObjectName(QStringLiteral("go") + QString::number(int(page) - int(Command::GoQueue) + 1));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAttribute(Qt::WA_Hover);
        button->setText(plainCommandText(commands.action(page)->text()));
        commands.bind(button, page);
        if (page == Command::GoSettings)
            column->addStretch(); // apart from what is worked with
        column->addWidget(button);
        m_group->addButton(button);
        m_buttons.insert(page, button);
    }
}

void NavigationBar::setCurrent(Command page)
{
    if (NavigationButton *button = m_buttons.value(page))
        button->setChecked(true);
}

void NavigationBar::setCount(Command page, qint64 count, bool urgent)
{
    if (NavigationButton *button = m_buttons.value(page))
        button->setCount(count, urgent);
}

void NavigationBar::paintEvent(QPaintEvent *)
{
    const Colours &c = colours(palette());
    QPainter painter(this);
    painter.fillRect(rect(), c.window);
    painter.fillRect(layoutDirection() == Qt::RightToLeft ? QRect(0, 0, 1, height()) : QRect(width() - 1, 0, 1, height()), c.line);
}

} // namespace widgets
