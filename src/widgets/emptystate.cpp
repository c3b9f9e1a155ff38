// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "emptystate.h"

#include "ui_emptystate.h"

#include "icons.h"
#include "style.h"
#include "theme.h"

#include <QEvent>
#include <QPainter>

namespace widgets {

EmptyState::EmptyState(const Commands &commands, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::EmptyState>())
    , m_commands(commands)
{
    m_ui->setupUi(this);
    m_ui->title->setType(Type::Title);
    m_ui->text->setTone(Tone::Muted);
    m_ui->progress->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    setButtonRole(m_ui->first, ButtonRole::Primary);
    const auto offer = [this](std::optional<Command> command) {
        if (command)
            m_commands.action(*command)->trigger();
    };
    connect(m_ui->first, &QPushButton::clicked, this, [this, offer] { offer(m_emptiness.first); });
    connect(m_ui->second, &QPushButton::clicked, this, [this, offer] { offer(m_emptiness.second); });
}

EmptyState::~EmptyState() = default;

void EmptyState::tell(const Emptiness &emptiness)
{
    const bool sameIcon = emptiness.icon == m_emptiness.icon;
    m_emptiness = emptiness;
    m_ui->title->setText(emptiness.title);
    m_ui->text->setText(emptiness.text);
    m_ui->text->setVisible(!emptiness.text.isEmpty());
    m_ui->progress->setVisible(emptiness.running);
    const qint64 expected = emptiness.expected.value_or(0);
    m_ui->progress->setRange(0, int(qMin<qint64>(expected, 1'000'000'000)));
    m_ui->progress->setValue(int(qMin<qint64>(emptiness.done, 1'000'000'000)));
    const auto fill = [this](QPushButton *button, std::optional<Command> command) {
        button->setVisible(command.has_value());
        if (!command)
            return;
        button->setText(plainCommandText(m_commands.action(*command)->text()));
        button->setToolTip(m_commands.action(*command)->toolTip());
    };
    fill(m_ui->first, emptiness.first);
    fill(m_ui->second, emptiness.second);
    if (!sameIcon || m_ui->symbol->pixmap().isNull())
        restyle();
}

void EmptyState::restyle()
{
    if (m_emptiness.icon.isEmpty())
        return;
    const int extent = fontMetrics().height() * 2;
    m_ui->symbol->setPixmap(iconPixmap(m_emptiness.icon, extent, devicePixelRatioF(), colours(palette()).muted));
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QWidget::changeEvent(event);
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colours(palette()).base);
}

} // namespace widgets
