// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "confirmpanel.h"

#include "ui_confirmpanel.h"

#include "style.h"

namespace widgets {

ConfirmPanel::ConfirmPanel(domain::Clock &clock, QWidget *parent)
    : Panel(parent)
    , m_ui(std::make_unique<Ui::ConfirmPanel>())
    , m_clock(clock)
{
    m_ui->setupUi(this);
    m_ui->title->setType(Type::Strong);
    setButtonRole(m_ui->accept, ButtonRole::Primary);
    connect(m_ui->note, &QLineEdit::textChanged, this, &ConfirmPanel::updateAccept);
    connect(m_ui->cancel, &QPushButton::clicked, this, &Panel::dismissed);
    connect(m_ui->accept, &QPushButton::clicked, this, [this] { Q_EMIT confirmed(m_ui->note->text().trimmed()); });
}

ConfirmPanel::~ConfirmPanel() = default;

void ConfirmPanel::ask(const Question &question)
{
    m_ui->title->setText(question.title);
    m_ui->text->setText(question.text);
    m_ui->text->setVisible(!question.text.isEmpty());
    m_ui->accept->setText(question.accept);
    m_ui->note->clear();
    m_ui->note->setPlaceholderText(question.note);
    m_ui->note->setVisible(!question.note.isEmpty());
    m_noteNeeded = question.noteNeeded;
    m_armed = false;
    updateAccept();
    m_clock.after(armTime, this, [this, turn = ++m_turn] {
        if (turn != m_turn)
            return;
        m_armed = true;
        updateAccept();
    });
}

void ConfirmPanel::focusFirst() { m_ui->cancel->setFocus(Qt::OtherFocusReason); }

void ConfirmPanel::updateAccept()
{
    m_ui->accept->setEnabled(m_armed && (!m_noteNeeded || !m_ui->note->text().trimmed().isEmpty()));
}

} // namespace widgets
