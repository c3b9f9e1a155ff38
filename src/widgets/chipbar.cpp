// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chipbar.h"

#include "icons.h"
#include "label.h"
#include "theme.h"

#include "domain/displaytext.h"

#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace widgets {

namespace {

class ChipLabel final : public Label // a tag that cannot be taken off
{
public:
    ChipLabel(bool own, QWidget *parent)
        : Label(parent)
        , m_own(own)
    {
        setType(Type::Caption);
        setElided(true);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        const int pad = space(Space::Small, this);
        setContentsMargins(pad, space(Space::Hair, this), pad, space(Space::Hair, this));
        setForegroundRole(own ? QPalette::WindowText : QPalette::PlaceholderText);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        const Colours &c = colours(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_own ? QPen(Qt::NoPen) : QPen(c.edge));
        painter.setBrush(m_own ? QBrush(c.chip) : QBrush(Qt::NoBrush));
        const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.drawRoundedRect(box, box.height() / 4, box.height() / 4);
        painter.end();
        Label::paintEvent(event);
    }

private:
    bool m_own;
};

constexpr qsizetype chipCap = 64; // characters of a tag on a chip; the tool tip has the rest

} // namespace

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() { qDeleteAll(m_items); }

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const { return arrange(QRect(0, 0, width, 0), false); }

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool apply) const
{
    const int gap = parentWidget() ? space(Space::Tight, parentWidget()) : 0;
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = 0;
    int y = 0;
    int line = 0;
    for (QLayoutItem *item : m_items) {
        QSize size = item->sizeHint();
        size.setWidth(qMin(size.width(), rect.width()));
        if (x > 0 && x + size.width() > rect.width()) {
            x = 0;
            y += line + gap;
            line = 0;
        }
        if (apply)
            item->setGeometry(QStyle::visualRect(direction, rect, QRect(rect.topLeft() + QPoint(x, y), size)));
        x += size.width() + gap;
        line = qMax(line, size.height());
    }
    return y + line;
}

ChipBar::ChipBar(QWidget *parent)
    : QWidget(parent)
{
    new FlowLayout(this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipBar::setTags(const QStringList &own, const QStringList &foreign, bool removable)
{
    while (QLayoutItem *item = layout()->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    const auto addLabel = [this](const QString &tag, bool mine) {
        auto *label = new ChipLabel(mine, this);
        label->setText(domain::display(domain::Untrusted(tag), chipCap));
        layout()->addWidget(label);
        label->setVisible(true);
    };
    for (const QString &tag : own) {
        if (!removable) {
            addLabel(tag, true);
            continue;
        }
        auto *button = new QToolButton(this);
        const QString shown = domain::display(domain::Untrusted(tag), chipCap);
        button->setText(QString(shown).replace(QLatin1Char('&'), QStringLiteral("&&")));
        button->setIcon(icon(QStringLiteral("close"), Tone::Muted));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAccessibleName(tr("Take off the tag %1").arg(shown));
        button->setToolTip(safeToolTip(tr("Take off this tag")));
        connect(button, &QToolButton::clicked, this, [this, tag] { Q_EMIT removeRequested(tag); });
        layout()->addWidget(button);
        button->setVisible(true);
    }
    for (const QString &tag : foreign)
        addLabel(tag, false);
    updateGeometry();
}

} // namespace widgets
