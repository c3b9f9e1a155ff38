// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcomepage.h"

#include "ui_welcomepage.h"

#include "style.h"
#include "theme.h"

namespace widgets {

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::WelcomePage>())
{
    m_ui->setupUi(this);
    m_ui->ways->setHorizontalSpacing(space(Space::Large, this));
    m_ui->ways->setVerticalSpacing(space(Space::Large, this));
    m_ui->demoText->setTone(Tone::Muted);
    m_ui->addText->setTone(Tone::Muted);
    setButtonRole(m_ui->demo, ButtonRole::Primary);
    connect(m_ui->demo, &QPushButton::clicked, this, &WelcomePage::demoRequested);
    connect(m_ui->add, &QPushButton::clicked, this, &WelcomePage::additionRequested);
}

WelcomePage::~WelcomePage() = default;

void WelcomePage::enter()
{
    m_ui->demo->setDefault(true);
    m_ui->demo->setFocus(Qt::OtherFocusReason);
}

} // namespace widgets
