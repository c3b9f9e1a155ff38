// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person sees while there is no console to open: no tenant yet, several of them, or one on which nobody has signed
// in. It knows the steps between its pages; what is chosen goes out by signals. Escape is one step back, and cancels a
// sign-in that is running. GUI thread.

#include "domain/error.h"
#include "domain/tenant.h"
#include "domain/tenantwish.h"

#include <QDialog>
#include <QUrl>

#include <memory>
#include <optional>

namespace Ui {
class StartWindow;
}

namespace widgets {

class MessageBar;

class StartWindow : public QDialog
{
    Q_OBJECT
public:
    explicit StartWindow(const QList<domain::Cloud> &clouds, QWidget *parent = nullptr);
    ~StartWindow() override;

    void offer(const QList<domain::Tenant> &tenants); // none: the welcome
    void askSignIn(const domain::Tenant &tenant);
    void refuse(const domain::Error &error); // what the form describes
    void showSignInRunning();
    void showSignInPage(const QUrl &page); // it is open in the browser
    void showSignInEnded(const std::optional<domain::Error> &error); // without an error: cancelled
    void showDemoStarting(bool starting);
    void tellFailure(const domain::Error &error); // above the page that is shown

    void reject() override;

Q_SIGNALS:
    void demoRequested();
    void chosen(const QString &key);
    void described(const domain::TenantWish &wish);
    void signInRequested();
    void signInCancelled();
    void signInPageRequested(const QUrl &page); // once more
    void othersRequested(); // offer() is wanted
    void diagnosticsRequested();
    void filesChosen(const QStringList &files);
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void goTo(QWidget *page);
    void goHome();
    void restyle();

    std::unique_ptr<Ui::StartWindow> m_ui;
    MessageBar *m_messages;
    bool m_hasTenants = false;
};

} // namespace widgets
