// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who shall take it: a name with completion from those seen in the queue, or one of the two short answers. GUI thread.

#include "panel.h"

#include <QStringList>

#include <memory>

namespace Ui {
class AssignPanel;
}

namespace widgets {

class AssignPanel : public Panel
{
    Q_OBJECT
public:
    explicit AssignPanel(QWidget *parent = nullptr);
    ~AssignPanel() override;

    // `subject`: "incident 29" or "3 incidents"; `people`: addresses as received.
    void ask(const QString &subject, const QStringList &people, const QString &me);
    void focusFirst() override;

Q_SIGNALS:
    void chosen(const QString &upn); // empty: nobody

private:
    void accept();
    void updateAccept();

    std::unique_ptr<Ui::AssignPanel> m_ui;
    QString m_me;
};

} // namespace widgets
