// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The program with its window, up to the console that the window is for:
//
//   --demo ── demo tenant ──┐
//   --tenant, or the only one ── lock ── account known? ─ yes ─────────────> WindowRun
//   none, or several ── start window ─┘        └ no ── sign-in page, browser ─┘
//
// A second start finds the lock taken, raises the first one's window, and ends. What fails is told in the start window,
// because whoever starts a program from an icon reads no stderr. With --demo and --tour nobody is asked: the sign-in goes by
// itself and failures go to stderr, as does what was written wrongly on the command line.
//
// Exit code when the start window is closed: 0 without a tenant at hand; 4 where a sign-in was wanted; after a failure that
// was told above the list, that failure's. Main thread.

#include "arguments.h"
#include "console.h"
#include "demotenant.h"
#include "fileopener.h"
#include "output.h"
#include "ownersocket.h"
#include "tenantregistry.h"
#include "windowrun.h"

#include "domain/tenantwish.h"

#include <QObject>

#include <memory>

class QTemporaryDir;

namespace widgets {
class StartWindow;
}

namespace app {

class StartRun final : public QObject
{
    Q_OBJECT
public:
    StartRun(const Arguments &arguments, Look &look, std::shared_ptr<Output> output, QObject *parent = nullptr);
    ~StartRun() override;

    void start();

private:
    [[nodiscard]] bool mayAsk() const; // a person is there
    [[nodiscard]] widgets::StartWindow &window();
    void useOwnFolder();
    [[nodiscard]] QString registryFile() const; // of the person's own tenants, not of the demo's
    void startDemo();
    void offerTenants();
    void addTenant(const domain::TenantWish &wish);
    void openTenant(const domain::Tenant &tenant);
    void openFiles(const QStringList &files);
    void raiseOwner(const domain::Tenant &tenant);
    void askSignIn();
    void listen();
    void signIn();
    void endSignIn(const domain::Result<domain::Capabilities> &signedIn);
    void keepAccount(const domain::Capabilities &signedIn);
    void leaveTenant();
    void handOver();
    void fail(const domain::Error &error);
    void finish(ExitCode code);

    Arguments m_arguments;
    Look &m_look;
    std::shared_ptr<Output> m_output;
    store::DataPaths m_paths;
    std::unique_ptr<TenantRegistry> m_registry;
    std::unique_ptr<QTemporaryDir> m_demoFolder; // an embedded demo tenant is forgotten at the end, and its data with it
    std::unique_ptr<DemoTenant> m_demo;
    std::optional<DemoTenant::Ready> m_demoReady;
    std::unique_ptr<FileOpener> m_files;
    QString m_told; // what an import read, for the window that shows it
    std::unique_ptr<Console> m_console;
    std::unique_ptr<OwnerServer> m_server; // while the sign-in page is shown
    std::unique_ptr<widgets::StartWindow> m_window;
    std::unique_ptr<WindowRun> m_run;
    int m_signIns = 0; // which one an answer belongs to
    ExitCode m_codeAtClose = ExitCode::Done;
    bool m_isFinishing = false;
};

} // namespace app
