// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resolvepanel.h"

#include "ui_resolvepanel.h"

#include "style.h"

#include <QKeyEvent>

namespace widgets {

ResolvePanel::ResolvePanel(QWidget *parent)
    : Panel(parent)
    , m_ui(std::make_unique<Ui::ResolvePanel>())
{
    m_ui->setupUi(this);
    m_ui->title->setType(Type::Strong);
    m_ui->judgement->allowUnchanged(tr("Leave the classification as it is"));
    setButtonRole(m_ui->accept, ButtonRole::Primary);
    connect(m_ui->accept, &QPushButton::clicked, this, &ResolvePanel::accept);
    connect(m_ui->cancel, &QPushButton::clicked, this, &Panel::dismissed);
}

ResolvePanel::~ResolvePanel() = default;

void ResolvePanel::ask(const QString &subject, const std::optional<domain::Judgement> &now)
{
    m_ui->title->setText(tr("Resolve %1. Its open alerts are resolved with it.").arg(subject));
    m_ui->judgement->choose(now);
    m_ui->comment->clear();
}

void ResolvePanel::focusFirst() { m_ui->judgement->focusChoice(); }

void ResolvePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        accept();
    else
        Panel::keyPressEvent(event);
}

void ResolvePanel::accept() { Q_EMIT chosen(m_ui->judgement->judgement(), m_ui->comment->text().trimmed()); }

} // namespace widgets
