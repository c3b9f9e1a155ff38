// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks once more, inline: a sentence, what it is about, a note where one is wanted. Cancel has the focus; the confirming
// button needs half a second in view. GUI thread.

#include "panel.h"

#include "domain/clock.h"

#include <memory>

namespace Ui {
class ConfirmPanel;
}

namespace widgets {

class ConfirmPanel : public Panel
{
    Q_OBJECT
public:
    explicit ConfirmPanel(domain::Clock &clock, QWidget *parent = nullptr);
    ~ConfirmPanel() override;

    struct Question {
        QString title {};
        QString text {};
        QString accept {}; // on the button
        QString note {}; // placeholder; empty: no note is asked for
        bool noteNeeded = false;
    };
    void ask(const Question &question);
    void focusFirst() override;

Q_SIGNALS:
    void confirmed(const QString &note);

private:
    void updateAccept();

    std::unique_ptr<Ui::ConfirmPanel> m_ui;
    domain::Clock &m_clock;
    bool m_noteNeeded = false;
    bool m_armed = false;
    int m_turn = 0; // which question a running timer belongs to
};

} // namespace widgets
