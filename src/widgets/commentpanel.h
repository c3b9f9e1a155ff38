// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a comment is written. What is typed is kept as a draft by whoever listens; Ctrl+Enter posts. GUI thread.

#include "panel.h"

#include <memory>

namespace Ui {
class CommentPanel;
}

namespace widgets {

class CommentPanel : public Panel
{
    Q_OBJECT
public:
    explicit CommentPanel(QWidget *parent = nullptr);
    ~CommentPanel() override;

    void ask(const QString &subject, const QString &draft);
    void embed(); // always there: no title, nothing to cancel
    void clear(); // posted
    void focusFirst() override;
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void written(const QString &text);
    void draftChanged(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void accept();
    void updateState();

    std::unique_ptr<Ui::CommentPanel> m_ui;
};

} // namespace widgets
