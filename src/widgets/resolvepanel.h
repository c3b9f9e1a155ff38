// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Closes incidents: how it is judged, or left as it is judged already, and in a sentence how it ended. GUI thread.

#include "panel.h"

#include "domain/rules.h"

#include <memory>
#include <optional>

namespace Ui {
class ResolvePanel;
}

namespace widgets {

class ResolvePanel : public Panel
{
    Q_OBJECT
public:
    explicit ResolvePanel(QWidget *parent = nullptr);
    ~ResolvePanel() override;

    void ask(const QString &subject, const std::optional<domain::Judgement> &now);
    void focusFirst() override;

Q_SIGNALS:
    void chosen(const std::optional<domain::Judgement> &judgement, const QString &comment); // nothing: left as it is

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void accept();

    std::unique_ptr<Ui::ResolvePanel> m_ui;
};

} // namespace widgets
