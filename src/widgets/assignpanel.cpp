// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assignpanel.h"

#include "ui_assignpanel.h"

#include "style.h"

#include "domain/displaytext.h"

#include <QCompleter>
#include <QLineEdit>

namespace widgets {

AssignPanel::AssignPanel(QWidget *parent)
    : Panel(parent)
    , m_ui(std::make_unique<Ui::AssignPanel>())
{
    m_ui->setupUi(this);
    m_ui->title->setType(Type::Strong);
    setButtonRole(m_ui->accept, ButtonRole::Primary);
    m_ui->person->completer()->setFilterMode(Qt::MatchContains);
    m_ui->person->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_ui->person->lineEdit()->setPlaceholderText(tr("Name or address"));
    connect(m_ui->person->lineEdit(), &QLineEdit::textChanged, this, &AssignPanel::updateAccept);
    connect(m_ui->person->lineEdit(), &QLineEdit::returnPressed, this, &AssignPanel::accept);
    connect(m_ui->accept, &QPushButton::clicked, this, &AssignPanel::accept);
    connect(m_ui->me, &QPushButton::clicked, this, [this] { Q_EMIT chosen(m_me); });
    connect(m_ui->nobody, &QPushButton::clicked, this, [this] { Q_EMIT chosen({}); });
    connect(m_ui->cancel, &QPushButton::clicked, this, &Panel::dismissed);
}

AssignPanel::~AssignPanel() = default;

void AssignPanel::ask(const QString &subject, const QStringList &people, const QString &me)
{
    m_me = me;
    m_ui->title->setText(tr("Assign %1").arg(subject));
    m_ui->me->setEnabled(!me.isEmpty());
    m_ui->person->clear();
    for (const QString &person : people) // a name with hidden characters cannot be picked by its looks
        if (domain::displayPlain(domain::Untrusted(person)) == person)
            m_ui->person->addItem(person);
    m_ui->person->setCurrentIndex(-1);
    m_ui->person->clearEditText();
    updateAccept();
}

void AssignPanel::focusFirst() { m_ui->person->setFocus(Qt::ShortcutFocusReason); }

void AssignPanel::updateAccept() { m_ui->accept->setEnabled(!m_ui->person->currentText().trimmed().isEmpty()); }

void AssignPanel::accept()
{
    const QString person = m_ui->person->currentText().trimmed();
    if (!person.isEmpty())
        Q_EMIT chosen(person);
}

} // namespace widgets
