// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowrun.h"

#include "diagnostics.h"
#include "casefiling.h"
#include "raise.h"
#include "tour.h"

#include "domain/displaytext.h"
#include "models/wording.h"
#include "remote/portalexecutor.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace app {

using domain::Engine;
using domain::Result;
using widgets::MainWindow;

namespace {

QSettings layoutFile()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, u"casemate"_s, u"layout"_s);
}

} // namespace

WindowRun::WindowRun(Opened opened, Look &look, const Arguments &arguments, std::shared_ptr<Output> output, QObject *parent)
    : QObject(parent)
    , m_console(std::move(opened.console))
    , m_paths(std::move(opened.paths))
    , m_demo(std::move(opened.demo))
    , m_look(look)
    , m_arguments(arguments)
    , m_output(std::move(output))
{
}

WindowRun::~WindowRun() = default;

void WindowRun::start()
{
    m_models = std::make_unique<models::ModelSet>(m_console->readers(), m_console->clock());
    connectModels();
    makeWindow();
    m_window->restoreLayout(layoutFile().value(u"window"_s).toByteArray());
    m_models->load();
    m_window->show();
    connect(qApp, &QGuiApplication::lastWindowClosed, this, [this] { finish(ExitCode::Done); });
    listen();
    if (m_demo)
        keepDemoCredential();
    else
        startTour();
}

void WindowRun::makeWindow()
{
    m_window = std::make_unique<MainWindow>(widgets::Materials {.engine = m_console->engine(),
                                                                .models = *m_models,
                                                                .desk = m_console->desk(),
                                                                .clock = m_console->clock(),
                                                                .tenant = m_console->tenant()});
    connectWindow();
    m_window->setSettings(m_settings, defaultSettings());
}

void WindowRun::connectModels()
{
    Engine &engine = m_console->engine();
    connect(&engine, &Engine::cacheChanged, m_models.get(), &models::ModelSet::takeChanges);
    connect(&engine, &Engine::ledgerChanged, m_models.get(), &models::ModelSet::takeLedgerChange);
    connect(&engine, &Engine::capabilitiesChanged, m_models.get(), &models::ModelSet::takeCapabilities);
    m_models->takeCapabilities(engine.capabilities());
}

void WindowRun::connectWindow()
{
    Engine &engine = m_console->engine();
    connect(&engine, &Engine::pullStateChanged, m_window.get(), &MainWindow::takePull);
    connect(&engine, &Engine::budgetChanged, m_window.get(), &MainWindow::takeBudget);
    connect(&engine, &Engine::capabilitiesChanged, m_window.get(), &MainWindow::takeCapabilities);
    connect(m_window.get(), &MainWindow::portalRequested, this, [this](const domain::IncidentId &incident) {
        const domain::Tenant &tenant = m_console->tenant();
        if (const auto opened = m_portalBrowser.open(remote::portalIncident(tenant.cloud, tenant.tenantId, incident)); !opened)
            m_window->tell({.kind = widgets::Message::Kind::Error, .text = models::sentence(opened.error())});
    });
    connect(m_window.get(), &MainWindow::filesChosen, this, &WindowRun::openFiles);
    connect(m_window.get(), &MainWindow::caseWanted, this, &WindowRun::exportCase);
    connect(m_window.get(), &MainWindow::settingsChosen, this, &WindowRun::takeSettings);
    connect(m_window.get(), &MainWindow::diagnosticsRequested, this, [this] {
        const domain::Tenant tenant = m_console->tenant();
        showDiagnostics(*m_window,
                        {.paths = m_paths, .tenants = {tenant}, .ownTenant = tenant.key, .ownCapabilities = [this] { return m_console->engine().capabilities(); }},
                        {tenant});
    });
    m_window->takeCapabilities(engine.capabilities());
    m_window->takePull(engine.pullState());
    m_window->takeBudget(engine.budget());
}

// What could not be kept does not hold either: the next start would be another program than this one.
void WindowRun::takeSettings(const Settings &settings)
{
    const Result<domain::Done> written = writeSettings(settings);
    if (!written) {
        m_window->setSettings(m_settings, defaultSettings());
        m_window->tellSettingsFault(written.error());
        return;
    }
    const Settings before = std::exchange(m_settings, settings);
    m_console->apply(settings);
    m_look.apply(settings);
    m_window->tellSettingsFault({});
    if (Look::changesTexts(before, settings))
        makeWindowAnew();
    else
        m_window->setSettings(settings, defaultSettings());
}

// Every text of a window is made when the window is. The new one stands where the old one stood, before that one goes.
void WindowRun::makeWindowAnew()
{
    const QByteArray layout = m_window->layoutState();
    const QByteArray place = m_window->place();
    m_models->refreshTexts();
    MainWindow *old = m_window.release(); // it is what has called us
    makeWindow();
    m_window->restoreLayout(layout);
    m_window->show();
    m_window->restorePlace(place);
    m_window->activateWindow();
    old->disconnect(this);
    old->hide();
    old->deleteLater();
}

void WindowRun::tell(const QString &sentence)
{
    m_window->tell({.kind = widgets::Message::Kind::Done, .text = sentence});
}

// Each tenant has a window and a process of its own. What is opened from the demo outlives the demo's data.
void WindowRun::openFiles(const QStringList &files)
{
    if (m_files && m_files->isBusy())
        return;
    const bool isTheDemosFolder = m_demo && !m_arguments.isSet(u"data-dir"_s);
    const store::DataPaths paths = isTheDemosFolder ? store::DataPaths::standard() : m_paths;
    const bool isStandard = !m_arguments.isSet(u"data-dir"_s);
    m_files = std::make_unique<FileOpener>(paths, TenantRegistry::standardFile(isStandard ? QString() : paths.root));
    connect(m_files.get(), &FileOpener::failed, this, [this](const domain::Error &error) {
        m_window->tell({.kind = widgets::Message::Kind::Error, .text = models::sentence(error)});
    });
    connect(m_files.get(), &FileOpener::opened, this,
            [this, paths, isStandard](const domain::Tenant &tenant, const QString &told, bool complete) {
                const QStringList own = isStandard ? QStringList() : QStringList {u"--data-dir"_s, paths.root};
                const bool started = QProcess::startDetached(m_arguments.program, QStringList {u"--tenant"_s, tenant.key} + own);
                const QString name = domain::displayPlain(domain::Untrusted(tenant.key), 64);
                m_window->tell({.kind = complete && started ? widgets::Message::Kind::Done : widgets::Message::Kind::Warning,
                                .text = started ? tr("%1 opens in a window of its own. %2", "name of the file, what was read").arg(name, told)
                                                : tr("%1 was read, but its window could not be started. Start Casemate again and choose it.").arg(name)});
            });
    m_files->open(files, m_window.get());
}

void WindowRun::exportCase(const domain::IncidentId &incident, const QString &path)
{
    m_console->readers().ask<domain::Done>(
        this, u"export"_s,
        [tenant = m_console->tenant(), incident, path](store::ReadSession &session) { return writeCase(session, tenant, incident, path); },
        [this, path](const Result<domain::Done> &done) {
            if (done)
                tell(tr("The case is in %1. It tells about people: keep it as you would keep the incident.")
                         .arg(domain::displayPlain(domain::Untrusted(QDir::toNativeSeparators(path)), 200)));
            else
                m_window->tell({.kind = widgets::Message::Kind::Error, .text = models::sentence(done.error())});
        });
}

void WindowRun::keepDemoCredential()
{
    QFile file(m_demo->credentialFile);
    if (!file.open(QIODevice::ReadOnly)) {
        goWithoutCredential(domain::error(domain::ErrorKind::StorageUnreadable, u"read the demo's application credential"_s, file.errorString()));
        return;
    }
    m_console->live()->setApplicationCredential(file.readAll(), this, [this](const Result<domain::Done> &kept) {
        if (kept)
            startTour();
        else
            goWithoutCredential(kept.error());
    });
}

// A tour needs it. A person works on without it: mail actions go to the portal then, and are told so.
void WindowRun::goWithoutCredential(const domain::Error &error)
{
    if (m_arguments.isSet(u"tour"_s))
        fail(error);
    else
        m_window->tell({.kind = widgets::Message::Kind::Warning, .text = models::sentence(error)});
}

void WindowRun::listen()
{
    m_server = std::make_unique<OwnerServer>(
        Console::socketName(m_paths, m_console->tenant()),
        [this](const OwnerRequest &request, std::shared_ptr<Output> output) { serve(request, std::move(output)); });
    if (const auto listening = m_server->listen(); !listening)
        m_window->tell({.kind = widgets::Message::Kind::Warning, .text = models::sentence(listening.error())});
}

void WindowRun::serve(const OwnerRequest &request, std::shared_ptr<Output> output)
{
    if (request.arguments != raiseRequest()) {
        m_runner.runFor(request, std::move(output), *m_console);
        return;
    }
    raise(*m_window);
    output->finish(ExitCode::Done);
}

void WindowRun::startTour()
{
    if (!m_arguments.isSet(u"tour"_s))
        return;
    m_tour = std::make_unique<Tour>(*m_window, *m_console, *m_models, m_demo ? m_demo->control : QUrl(),
                                    m_arguments.value(u"tour"_s), m_output);
    connect(m_tour.get(), &Tour::ended, this, [this](bool allHold) { finish(allHold ? ExitCode::Done : ExitCode::Failed); });
    m_tour->start();
}

void WindowRun::fail(const domain::Error &error)
{
    m_output->err((u"casemate: "_s + englishSentence(error) + u'\n').toUtf8());
    finish(exitCode(error));
}

void WindowRun::finish(ExitCode code)
{
    layoutFile().setValue(u"window"_s, m_window->layoutState());
    m_server.reset();
    Q_EMIT ended(code);
}

} // namespace app
