// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The program with its window, from the first step to the last:
//
//   tenant (or demo tenant) ── lock ── engine ── session, else sign-in ── models, window ── commands of other processes
//
// A second start finds the lock taken, raises the first one's window, and ends. This is where the engine's signals meet the
// window's slots. Main thread.

#include "arguments.h"
#include "commandrunner.h"
#include "demotenant.h"
#include "output.h"
#include "ownersocket.h"
#include "tenantregistry.h"

#include "models/modelset.h"
#include "widgets/mainwindow.h"

#include <QObject>

#include <memory>

class QTemporaryDir;

namespace app {

class Tour;

class WindowRun final : public QObject
{
    Q_OBJECT
public:
    WindowRun(const Arguments &arguments, std::shared_ptr<Output> output, QObject *parent = nullptr);
    ~WindowRun() override;

    void start();

private:
    void startDemo();
    void openTenant(const domain::Tenant &tenant);
    void raiseOwner(const domain::Tenant &tenant);
    void restoreSession();
    void signIn();
    void keepAccount(const domain::Capabilities &signedIn);
    void keepDemoCredential();
    void showWindow();
    void connectWindow();
    void listen();
    void serve(const OwnerRequest &request, std::shared_ptr<Output> output);
    void startTour();
    void fail(const domain::Error &error);
    void finish(ExitCode code);

    Arguments m_arguments;
    std::shared_ptr<Output> m_output;
    Settings m_settings;
    std::unique_ptr<QTemporaryDir> m_demoFolder; // an embedded demo tenant is forgotten at the end, and its data with it
    std::unique_ptr<TenantRegistry> m_registry;
    store::DataPaths m_paths;
    DemoTenant m_demo;
    std::optional<DemoTenant::Ready> m_demoReady;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<models::ModelSet> m_models;
    std::unique_ptr<widgets::MainWindow> m_window;
    std::unique_ptr<OwnerServer> m_server;
    CommandRunner m_runner; // for other processes
    std::unique_ptr<Tour> m_tour;
    bool m_isFinishing = false;
};

} // namespace app
