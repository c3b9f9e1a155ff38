// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The lower edge of the window: how fresh the data is, a running pull with its way to stop, the calls used of the minute's
// budget, what kind of session this is, and whose tenant. Nothing here needs a click to be read. GUI thread.

#include "commands.h"

#include "domain/clock.h"
#include "domain/engine.h"

#include <QStatusBar>

class QProgressBar;
class QToolButton;

namespace widgets {

class Label;
class SignLabel;

class StatusLine : public QStatusBar
{
    Q_OBJECT
public:
    StatusLine(const Commands &commands, domain::Clock &clock, QWidget *parent = nullptr);

    void setTenant(const QString &tenant);
    void setPull(const domain::PullState &state);
    void setBudget(const domain::BudgetState &budget);
    void setCapabilities(const domain::Capabilities &capabilities);

private:
    void refresh(); // texts with an age in them
    void tick();

    domain::Clock &m_clock;
    bool m_fromFiles = false;
    domain::PullState m_pull;
    domain::BudgetState m_budget;
    SignLabel *m_sync;
    QProgressBar *m_progress;
    QToolButton *m_cancel;
    SignLabel *m_session;
    SignLabel *m_calls;
    Label *m_tenant;
};

} // namespace widgets
