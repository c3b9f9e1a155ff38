// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "judgementpicker.h"

#include "label.h"

#include "models/wording.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QRadioButton>

namespace widgets {

using domain::Classification;

JudgementPicker::JudgementPicker(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space(Space::Huge, this));
    grid->setVerticalSpacing(space(Space::Tight, this));
    int column = 0;
    for (const Classification classification :
         {Classification::TruePositive, Classification::InformationalExpectedActivity, Classification::FalsePositive}) {
        auto *head = new Label(this);
        head->setText(models::name(domain::wordOf(classification)));
        head->setType(Type::Strong);
        grid->addWidget(head, 0, column);
        const QList<domain::Determination> determinations = domain::determinationsFor(classification);
        int row = 1;
        for (const domain::Determination determination : determinations) {
            const domain::Judgement pair {classification, determination};
            auto *button = new QRadioButton(models::name(domain::wordOf(determination)), this);
            button->setObjectName(domain::judgementText(pair));
            button->setAccessibleName(models::name(pair));
            m_group->addButton(button, int(m_pairs.size()));
            m_pairs.append(pair);
            grid->addWidget(button, row++, column);
        }
        ++column;
    }
    grid->setColumnStretch(column, 1);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            Q_EMIT changed();
    });
}

void JudgementPicker::allowUnchanged(const QString &text)
{
    if (!m_unchanged) {
        m_unchanged = new QRadioButton(this);
        m_unchanged->setObjectName(QStringLiteral("unchanged"));
        m_group->addButton(m_unchanged, int(m_pairs.size()));
        auto *grid = static_cast<QGridLayout *>(layout());
        grid->addWidget(m_unchanged, grid->rowCount(), 0, 1, 3);
    }
    m_unchanged->setText(text);
}

void JudgementPicker::choose(const std::optional<domain::Judgement> &judgement)
{
    const qsizetype at = judgement ? m_pairs.indexOf(*judgement) : -1;
    QAbstractButton *button = m_group->button(at >= 0 ? int(at) : m_unchanged ? int(m_pairs.size()) : -1);
    if (button) {
        button->setChecked(true);
        return;
    }
    m_group->setExclusive(false); // the only way to check none
    if (m_group->checkedButton())
        m_group->checkedButton()->setChecked(false);
    m_group->setExclusive(true);
}

std::optional<domain::Judgement> JudgementPicker::judgement() const
{
    const int id = m_group->checkedId();
    return id >= 0 && id < m_pairs.size() ? std::optional(m_pairs.at(id)) : std::nullopt;
}

bool JudgementPicker::hasChoice() const { return m_group->checkedId() >= 0; }

void JudgementPicker::focusChoice()
{
    QAbstractButton *button = m_group->checkedButton();
    if (!button)
        button = m_group->button(0);
    button->setFocus(Qt::ShortcutFocusReason);
}

} // namespace widgets
