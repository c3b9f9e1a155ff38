// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandstrip.h"

#include "theme.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace widgets {

void CommandStrip::setCommands(const Commands &commands, const QList<Command> &list, bool withText)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space(Space::Hair, this));
    for (const Command command : list) {
        auto *button = new QToolButton(this);
        button->setObjectName(QStringLiteral("do") + QString::number(int(command)));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolButtonStyle(withText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
        if (withText)
            button->setText(plainCommandText(commands.action(command)->text()));
        commands.bind(button, command);
        row->addWidget(button);
    }
}

} // namespace widgets
