// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One sentence at the top of the window instead of a modal box: what happened, and the one thing to do about it.
// Confirmations go by themselves, warnings and errors stay until they are dismissed or replaced. GUI thread.

#include "page.h"

#include "domain/clock.h"

#include <QWidget>

#include <memory>

namespace Ui {
class MessageBar;
}

namespace widgets {

class MessageBar : public QWidget
{
    Q_OBJECT
public:
    // The clock must outlive it; without one nothing goes by itself.
    explicit MessageBar(domain::Clock *clock, QWidget *parent = nullptr);
    ~MessageBar() override;

    void tell(const Message &message, const Commands *commands = nullptr);
    void dismiss();
    // A standing state rather than an event: no button to close it.
    void setStanding(bool standing);
    [[nodiscard]] const Message &message() const { return m_message; }

Q_SIGNALS:
    void offerTaken(widgets::Command command);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    std::unique_ptr<Ui::MessageBar> m_ui;
    domain::Clock *m_clock;
    Message m_message;
    int m_turn = 0; // which message a running timer belongs to
};

} // namespace widgets
