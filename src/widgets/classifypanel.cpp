// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "classifypanel.h"

#include "ui_classifypanel.h"

#include "style.h"

#include <QKeyEvent>

namespace widgets {

ClassifyPanel::ClassifyPanel(QWidget *parent)
    : Panel(parent)
    , m_ui(std::make_unique<Ui::ClassifyPanel>())
{
    m_ui->setupUi(this);
    m_ui->title->setType(Type::Strong);
    setButtonRole(m_ui->accept, ButtonRole::Primary);
    connect(m_ui->judgement, &JudgementPicker::changed, this, [this] { m_ui->accept->setEnabled(true); });
    connect(m_ui->accept, &QPushButton::clicked, this, &ClassifyPanel::accept);
    connect(m_ui->cancel, &QPushButton::clicked, this, &Panel::dismissed);
}

ClassifyPanel::~ClassifyPanel() = default;

void ClassifyPanel::ask(const QString &subject, const std::optional<domain::Judgement> &now)
{
    m_ui->title->setText(tr("Classify %1").arg(subject));
    m_ui->judgement->choose(now);
    m_ui->accept->setEnabled(m_ui->judgement->hasChoice());
}

void ClassifyPanel::focusFirst() { m_ui->judgement->focusChoice(); }

void ClassifyPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        accept();
    else
        Panel::keyPressEvent(event);
}

void ClassifyPanel::accept()
{
    if (const auto judgement = m_ui->judgement->judgement())
        Q_EMIT chosen(*judgement);
}

} // namespace widgets
