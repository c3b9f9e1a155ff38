// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keysheet.h"

#include "ui_keysheet.h"

#include "commands.h"
#include "label.h"

#include <QGridLayout>

namespace widgets {

namespace {

QString titleOf(CommandGroup group)
{
    switch (group) {
    case CommandGroup::File: return KeySheet::tr("File");
    case CommandGroup::Incident: return KeySheet::tr("Incident");
    case CommandGroup::Action: return KeySheet::tr("Pending action");
    case CommandGroup::Outbox: return KeySheet::tr("Outbox");
    case CommandGroup::Move: return KeySheet::tr("Moving about");
    case CommandGroup::Page: return KeySheet::tr("Pages");
    case CommandGroup::Tenant: return KeySheet::tr("Tenant");
    case CommandGroup::View: return KeySheet::tr("Help");
    }
    return {};
}

int addGroup(QGridLayout *grid, int row, CommandGroup group)
{
    QWidget *sheet = grid->parentWidget();
    auto *title = new Label(sheet);
    title->setText(titleOf(group));
    title->setType(Type::Strong);
    if (row > 0)
        title->setContentsMargins(0, space(Space::Medium, sheet), 0, 0);
    grid->addWidget(title, row++, 0, 1, 2);
    const QList<CommandEntry> table = commandTable();
    for (const CommandEntry &entry : table) {
        const QString keys = nativeKeys(entry);
        if (entry.group != group || keys.isEmpty())
            continue;
        auto *key = new Label(sheet);
        key->setText(keys);
        key->setTone(Tone::Accent);
        auto *text = new Label(sheet);
        text->setText(plainCommandText(entry.text));
        grid->addWidget(key, row, 0);
        grid->addWidget(text, row++, 1);
    }
    return row;
}

} // namespace

KeySheet::KeySheet(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::KeySheet>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    const auto column = [this](QWidget *sheet, std::initializer_list<CommandGroup> groups) {
        auto *grid = new QGridLayout(sheet);
        grid->setVerticalSpacing(space(Space::Hair, this));
        grid->setHorizontalSpacing(space(Space::Large, this));
        int row = 0;
        for (const CommandGroup group : groups)
            row = addGroup(grid, row, group);
        grid->setRowStretch(row, 1);
        grid->setColumnStretch(1, 1);
    };
    column(m_ui->leftColumn, {CommandGroup::Incident, CommandGroup::Action, CommandGroup::Outbox});
    column(m_ui->middleColumn, {CommandGroup::Move});
    column(m_ui->rightColumn, {CommandGroup::File, CommandGroup::Page, CommandGroup::Tenant, CommandGroup::View});
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::close);
}

KeySheet::~KeySheet() = default;

} // namespace widgets
