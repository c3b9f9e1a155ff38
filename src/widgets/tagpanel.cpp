// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tagpanel.h"

#include "ui_tagpanel.h"

#include "style.h"

#include "domain/displaytext.h"

#include <QCompleter>
#include <QStringListModel>

namespace widgets {

TagPanel::TagPanel(QWidget *parent)
    : Panel(parent)
    , m_ui(std::make_unique<Ui::TagPanel>())
    , m_used(new QStringListModel(this))
{
    m_ui->setupUi(this);
    m_ui->title->setType(Type::Strong);
    setButtonRole(m_ui->accept, ButtonRole::Primary);
    auto *completer = new QCompleter(m_used, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_ui->tag->setCompleter(completer);
    connect(m_ui->tag, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_ui->accept->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_ui->tag, &QLineEdit::returnPressed, this, &TagPanel::accept);
    connect(m_ui->accept, &QPushButton::clicked, this, &TagPanel::accept);
    connect(m_ui->cancel, &QPushButton::clicked, this, &Panel::dismissed);
    connect(m_ui->present, &ChipBar::removeRequested, this, &TagPanel::removeRequested);
}

TagPanel::~TagPanel() = default;

void TagPanel::ask(const QString &subject, const QStringList &present, const QStringList &used)
{
    m_ui->title->setText(tr("Tag %1").arg(subject));
    QStringList plain;
    for (const QString &tag : used)
        if (domain::displayPlain(domain::Untrusted(tag)) == tag)
            plain.append(tag);
    m_used->setStringList(plain);
    m_ui->present->setTags(present, {}, true);
    m_ui->present->setVisible(!present.isEmpty());
    m_ui->tag->clear();
    m_ui->accept->setEnabled(false);
}

void TagPanel::focusFirst() { m_ui->tag->setFocus(Qt::ShortcutFocusReason); }

void TagPanel::accept()
{
    const QString tag = m_ui->tag->text().trimmed();
    if (!tag.isEmpty())
        Q_EMIT addRequested(tag);
}

} // namespace widgets
