// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowrun.h"

#include "tour.h"

#include "models/wording.h"
#include "remote/portalexecutor.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace app {

using domain::Capabilities;
using domain::Engine;
using domain::Result;
using widgets::MainWindow;

namespace {

const QStringList raiseRequest {u"--raise"_s}; // not a command of the command line

QSettings layoutFile()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, u"casemate"_s, u"layout"_s);
}

} // namespace

WindowRun::WindowRun(const Arguments &arguments, std::shared_ptr<Output> output, QObject *parent)
    : QObject(parent)
    , m_arguments(arguments)
    , m_output(std::move(output))
    , m_settings(Settings::read())
    , m_paths(store::DataPaths::standard())
{
}

WindowRun::~WindowRun() = default;

void WindowRun::start()
{
    if (const QString folder = m_arguments.value(u"data-dir"_s); !folder.isEmpty())
        m_paths.root = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    if (m_arguments.isSet(u"demo"_s)) {
        startDemo();
        return;
    }
    m_registry = std::make_unique<TenantRegistry>(
        TenantRegistry::standardFile(m_arguments.isSet(u"data-dir"_s) ? m_paths.root : QString()));
    const Result<domain::Tenant> tenant = m_registry->choose(m_arguments.value(u"tenant"_s));
    if (tenant)
        openTenant(*tenant);
    else
        fail(tenant.error());
}

void WindowRun::startDemo()
{
    if (!m_arguments.isSet(u"data-dir"_s)) {
        m_demoFolder = std::make_unique<QTemporaryDir>();
        m_paths.root = m_demoFolder->path();
    }
    m_registry = std::make_unique<TenantRegistry>(TenantRegistry::standardFile(m_paths.root));
    DemoTenant::Options options;
    if (m_arguments.isSet(u"demo-incidents"_s))
        options.incidents = m_arguments.value(u"demo-incidents"_s).toInt();
    m_demo.start(options, this, [this](const Result<DemoTenant::Ready> &ready) {
        if (!ready) {
            fail(ready.error());
            return;
        }
        m_demoReady = *ready;
        const Result<domain::Tenant> tenant = m_registry->add({.key = ready->cloud.cloud.name,
                                                               .tenantId = ready->cloud.tenantId,
                                                               .clientId = ready->cloud.clientId,
                                                               .cloud = ready->cloud.cloud,
                                                               .oid = {},
                                                               .upn = {}});
        if (tenant)
            openTenant(*tenant);
        else
            fail(tenant.error());
    });
}

void WindowRun::openTenant(const domain::Tenant &tenant)
{
    Console::Setup setup {.tenant = tenant, .settings = m_settings, .paths = m_paths, .browser = {}, .keepsUp = true};
    if (m_demoReady)
        setup.browser = [] { return std::make_shared<DemoBrowser>(); };
    Result<std::unique_ptr<Console>> console = Console::open(std::move(setup));
    if (console) {
        m_console = std::move(console).value();
        restoreSession();
    } else if (console.error().kind == domain::ErrorKind::Busy) {
        raiseOwner(tenant);
    } else {
        fail(console.error());
    }
}

void WindowRun::raiseOwner(const domain::Tenant &tenant)
{
    auto *client = new OwnerClient(Console::socketName(m_paths, tenant), m_output, this);
    client->send({raiseRequest, {}}, this, [this](const Result<domain::Done> &raised) {
        if (!raised)
            fail(domain::error(domain::ErrorKind::Busy, u"open the window"_s, raised.error().detail));
    });
}

void WindowRun::restoreSession()
{
    if (m_console->hasAccount())
        showWindow(); // from the cache, at once; the session is looked for meanwhile
    else
        signIn();
}

// Only for the very first time: the account, and with it the folder of its data, is not known before.
void WindowRun::signIn()
{
    if (!m_demoReady)
        m_output->err("casemate: the sign-in page opens in your browser; the window comes up afterwards\n");
    m_console->engine().signIn(this, [this](const Result<Capabilities> &signedIn) {
        if (signedIn)
            keepAccount(*signedIn);
        else
            fail(signedIn.error());
    });
}

void WindowRun::keepAccount(const Capabilities &signedIn)
{
    const auto kept = m_registry->setAccount(m_console->tenant().key, signedIn.tenantId, signedIn.oid, signedIn.upn);
    const auto opened = m_console->openAccount(signedIn);
    if (!kept)
        fail(kept.error());
    else if (!opened)
        fail(opened.error());
    else
        showWindow();
}

void WindowRun::showWindow()
{
    m_models = std::make_unique<models::ModelSet>(m_console->readers(), m_console->clock());
    m_window = std::make_unique<MainWindow>(widgets::Materials {.engine = m_console->engine(),
                                                                .models = *m_models,
                                                                .desk = m_console->desk(),
                                                                .clock = m_console->clock(),
                                                                .tenant = m_console->tenant()});
    connectWindow();
    m_window->restoreLayout(layoutFile().value(u"window"_s).toByteArray());
    m_models->load();
    m_window->show();
    listen();
    if (m_demoReady)
        keepDemoCredential();
    else
        startTour();
}

void WindowRun::connectWindow()
{
    Engine &engine = m_console->engine();
    connect(&engine, &Engine::pullStateChanged, m_window.get(), &MainWindow::takePull);
    connect(&engine, &Engine::budgetChanged, m_window.get(), &MainWindow::takeBudget);
    connect(&engine, &Engine::capabilitiesChanged, m_window.get(), &MainWindow::takeCapabilities);
    connect(&engine, &Engine::cacheChanged, m_models.get(), &models::ModelSet::takeChanges);
    connect(&engine, &Engine::ledgerChanged, m_models.get(), &models::ModelSet::takeLedgerChange);
    connect(&engine, &Engine::capabilitiesChanged, m_models.get(), &models::ModelSet::takeCapabilities);
    connect(m_window.get(), &MainWindow::portalRequested, this, [this](const domain::IncidentId &incident) {
        const domain::Tenant &tenant = m_console->tenant();
        if (const auto opened = m_console->browser().open(remote::portalIncident(tenant.cloud, tenant.tenantId, incident)); !opened)
            m_window->tell({.kind = widgets::Message::Kind::Error, .text = models::sentence(opened.error())});
    });
    connect(m_window.get(), &MainWindow::schemeChosen, this, [this](widgets::SchemeChoice choice) {
        layoutFile().setValue(u"scheme"_s, int(choice));
        widgets::applyTheme(*qApp, widgets::resolved(choice, QPalette()));
        m_window->setSchemeChoice(choice);
    });
    m_window->takeCapabilities(engine.capabilities());
    m_models->takeCapabilities(engine.capabilities());
    m_window->takePull(engine.pullState());
    m_window->takeBudget(engine.budget());
    connect(qApp, &QGuiApplication::lastWindowClosed, this, [this] { finish(ExitCode::Done); });
}

void WindowRun::keepDemoCredential()
{
    QFile file(m_demoReady->credentialFile);
    if (!file.open(QIODevice::ReadOnly)) {
        fail(domain::error(domain::ErrorKind::StorageUnreadable, u"read the demo's application credential"_s, file.errorString()));
        return;
    }
    m_console->engine().setApplicationCredential(file.readAll(), this, [this](const Result<domain::Done> &kept) {
        if (kept)
            startTour();
        else
            fail(kept.error());
    });
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
    if (request.arguments != raiseRequest) {
        m_runner.runFor(request, std::move(output), *m_console);
        return;
    }
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->raise();
    m_window->activateWindow();
    output->finish(ExitCode::Done);
}

void WindowRun::startTour()
{
    if (!m_arguments.isSet(u"tour"_s))
        return;
    m_tour = std::make_unique<Tour>(*m_window, *m_console, *m_models, m_demoReady ? m_demoReady->control : QUrl(),
                                    m_arguments.value(u"tour"_s), m_output);
    connect(m_tour.get(), &Tour::ended, this, [this](bool allHold) { finish(allHold ? ExitCode::Done : ExitCode::Failed); });
    m_tour->start();
}

void WindowRun::fail(const domain::Error &error)
{
    m_output->err((u"casemate: "_s + models::sentence(error) + u'\n').toUtf8());
    finish(exitCode(error));
}

void WindowRun::finish(ExitCode code)
{
    if (m_isFinishing)
        return;
    m_isFinishing = true;
    if (m_window)
        layoutFile().setValue(u"window"_s, m_window->layoutState());
    m_server.reset();
    m_demo.stop(this, [this, code](const Result<domain::Done> &) { m_output->finish(code); });
}

} // namespace app
