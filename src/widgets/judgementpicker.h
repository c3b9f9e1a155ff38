// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Classification and determination as one choice: the valid pairs in three columns, all in view, nothing else to pick.
// The arrow keys walk through them. GUI thread.

#include "domain/rules.h"

#include <QList>
#include <QWidget>

#include <optional>

class QButtonGroup;
class QRadioButton;

namespace widgets {

class JudgementPicker : public QWidget
{
    Q_OBJECT
public:
    explicit JudgementPicker(QWidget *parent = nullptr);

    // Adds the choice of changing nothing, which a resolution may take.
    void allowUnchanged(const QString &text);
    void choose(const std::optional<domain::Judgement> &judgement); // a pair that is not offered chooses nothing
    [[nodiscard]] std::optional<domain::Judgement> judgement() const; // nothing: none chosen, or unchanged
    [[nodiscard]] bool hasChoice() const;
    void focusChoice();

Q_SIGNALS:
    void changed();

private:
    QButtonGroup *m_group;
    QList<domain::Judgement> m_pairs; // by button id
    QRadioButton *m_unchanged = nullptr;
};

} // namespace widgets
