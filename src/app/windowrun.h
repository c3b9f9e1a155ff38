// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window over an opened console: models and window, and commands of other processes. This is where the engine's signals
// meet the window's slots. Main thread.

#include "arguments.h"
#include "commandrunner.h"
#include "console.h"
#include "demotenant.h"
#include "fileopener.h"
#include "look.h"
#include "output.h"
#include "ownersocket.h"

#include "models/modelset.h"
#include "widgets/mainwindow.h"

#include <QObject>

#include <memory>

namespace app {

class Tour;

class WindowRun final : public QObject
{
    Q_OBJECT
public:
    struct Opened {
        std::unique_ptr<Console> console; // of a known account
        store::DataPaths paths;
        std::optional<DemoTenant::Ready> demo {}; // when it is the embedded one's
    };

    WindowRun(Opened opened, Look &look, const Arguments &arguments, std::shared_ptr<Output> output, QObject *parent = nullptr);
    ~WindowRun() override;

    void start();
    void tell(const QString &sentence);

Q_SIGNALS:
    void ended(app::ExitCode code);

private:
    void keepDemoCredential();
    void goWithoutCredential(const domain::Error &error);
    void makeWindow();
    void connectWindow();
    void connectModels();
    void takeSettings(const Settings &settings);
    void makeWindowAnew();
    void openFiles(const QStringList &files);
    void exportCase(const domain::IncidentId &incident, const QString &path);
    void listen();
    void serve(const OwnerRequest &request, std::shared_ptr<Output> output);
    void startTour();
    void fail(const domain::Error &error);
    void finish(ExitCode code);

    std::unique_ptr<Console> m_console;
    store::DataPaths m_paths;
    std::optional<DemoTenant::Ready> m_demo;
    Look &m_look;
    Settings m_settings = readSettings();
    Arguments m_arguments;
    std::shared_ptr<Output> m_output;
    SystemBrowser m_portalBrowser;
    std::unique_ptr<models::ModelSet> m_models;
    std::unique_ptr<widgets::MainWindow> m_window;
    std::unique_ptr<FileOpener> m_files;
    std::unique_ptr<OwnerServer> m_server;
    CommandRunner m_runner; // for other processes
    std::unique_ptr<Tour> m_tour;
};

} // namespace app
