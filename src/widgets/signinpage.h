// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The sign-in to a tenant on which nobody has signed in yet: whose it is, what is going on, what went wrong. It shows what
// it is told and asks by signals; the signing in is done elsewhere. GUI thread.

#include "domain/error.h"
#include "domain/tenant.h"

#include <QUrl>
#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class SignInPage;
}

namespace widgets {

class SignInPage : public QWidget
{
    Q_OBJECT
public:
    explicit SignInPage(QWidget *parent = nullptr);
    ~SignInPage() override;

    void ask(const domain::Tenant &tenant);
    void showRunning(); // the page is on its way to the browser
    void showOpened(const QUrl &page); // and is there
    void showEnded(const std::optional<domain::Error> &error); // without an error: it was cancelled
    [[nodiscard]] bool isRunning() const { return m_state == State::Running; }
    void enter();

Q_SIGNALS:
    void signInRequested();
    void cancelRequested();
    void pageRequested(const QUrl &page); // once more
    void left(); // to the other tenants

private:
    enum class State { Asking, Running, Failed };
    void turn(State state, const QString &text);

    std::unique_ptr<Ui::SignInPage> m_ui;
    State m_state = State::Asking;
    QUrl m_page;
};

} // namespace widgets
