// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One of the valid pairs of classification and determination, for one incident or many. GUI thread.

#include "panel.h"

#include "domain/rules.h"

#include <memory>
#include <optional>

namespace Ui {
class ClassifyPanel;
}

namespace widgets {

class ClassifyPanel : public Panel
{
    Q_OBJECT
public:
    explicit ClassifyPanel(QWidget *parent = nullptr);
    ~ClassifyPanel() override;

    void ask(const QString &subject, const std::optional<domain::Judgement> &now);
    void focusFirst() override;

Q_SIGNALS:
    void chosen(const domain::Judgement &judgement);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void accept();

    std::unique_ptr<Ui::ClassifyPanel> m_ui;
};

} // namespace widgets
