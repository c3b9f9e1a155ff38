// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "startrun.h"

#include "clouds.h"
#include "describedtenant.h"
#include "diagnostics.h"
#include "raise.h"

#include "models/wording.h"
#include "widgets/startwindow.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace app {

using domain::Capabilities;
using domain::ErrorKind;
using domain::Result;
using widgets::StartWindow;

namespace {

QList<domain::Cloud> builtInClouds()
{
    QList<domain::Cloud> clouds;
    const QStringList names = builtInCloudNames();
    for (const QString &name : names)
        clouds.append(*builtInCloud(name));
    return clouds;
}

} // namespace

StartRun::StartRun(const Arguments &arguments, Look &look, std::shared_ptr<Output> output, QObject *parent)
    : QObject(parent)
    , m_arguments(arguments)
    , m_look(look)
    , m_output(std::move(output))
{
    useOwnFolder();
}

StartRun::~StartRun() = default;

bool StartRun::mayAsk() const
{
    return !m_arguments.isSet(u"demo"_s) && !m_arguments.isSet(u"tour"_s);
}

void StartRun::useOwnFolder()
{
    m_paths = store::DataPaths::standard();
    if (const QString folder = m_arguments.value(u"data-dir"_s); !folder.isEmpty())
        m_paths.root = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    m_registry = std::make_unique<TenantRegistry>(registryFile());
}

QString StartRun::registryFile() const
{
    return TenantRegistry::standardFile(m_arguments.isSet(u"data-dir"_s) ? m_paths.root : QString());
}

void StartRun::start()
{
    if (m_arguments.isSet(u"demo"_s)) {
        startDemo();
        return;
    }
    const Result<domain::Tenant> tenant = m_registry->choose(m_arguments.value(u"tenant"_s));
    if (tenant) {
        openTenant(*tenant);
    } else if (mayAsk() && (tenant.error().code == u"noTenant" || tenant.error().code == u"severalTenants")) {
        offerTenants();
    } else if (tenant.error().kind == ErrorKind::UsageWrong) {
        m_output->err((u"casemate: "_s + englishSentence(tenant.error()) + u'\n').toUtf8());
        finish(ExitCode::Usage);
    } else {
        fail(tenant.error());
    }
}

StartWindow &StartRun::window()
{
    if (m_window)
        return *m_window;
    m_window = std::make_unique<StartWindow>(builtInClouds());
    connect(m_window.get(), &StartWindow::demoRequested, this, &StartRun::startDemo);
    connect(m_window.get(), &StartWindow::chosen, this, [this](const QString &key) {
        if (const Result<domain::Tenant> tenant = m_registry->choose(key))
            openTenant(*tenant);
        else
            fail(tenant.error());
    });
    connect(m_window.get(), &StartWindow::described, this, &StartRun::addTenant);
    connect(m_window.get(), &StartWindow::filesChosen, this, &StartRun::openFiles);
    connect(m_window.get(), &StartWindow::signInRequested, this, &StartRun::signIn);
    connect(m_window.get(), &StartWindow::signInCancelled, this, [this] {
        if (m_console)
            m_console->engine().cancelSignIn();
    });
    connect(m_window.get(), &StartWindow::signInPageRequested, this, [this](const QUrl &page) {
        if (!m_console)
            return;
        if (const auto opened = m_console->browser().open(page); !opened)
            window().tellFailure(opened.error());
    });
    connect(m_window.get(), &StartWindow::othersRequested, this, [this] {
        leaveTenant();
        offerTenants();
    });
    connect(m_window.get(), &StartWindow::diagnosticsRequested, this, [this] {
        showDiagnostics(*m_window, {.paths = m_paths, .tenants = m_registry->tenants()}, m_registry->tenants());
    });
    connect(m_window.get(), &StartWindow::closed, this, [this] { finish(m_codeAtClose); });
    return *m_window;
}

void StartRun::offerTenants()
{
    m_codeAtClose = ExitCode::Done;
    window().offer(m_registry->tenants());
    window().show();
}

void StartRun::addTenant(const domain::TenantWish &wish)
{
    Result<domain::Tenant> tenant = describedTenant(wish);
    if (tenant)
        tenant = m_registry->add(std::move(*tenant));
    if (tenant)
        openTenant(*tenant);
    else
        window().refuse(tenant.error());
}

void StartRun::openFiles(const QStringList &files)
{
    if (m_files && m_files->isBusy())
        return;
    m_files = std::make_unique<FileOpener>(m_paths, registryFile());
    connect(m_files.get(), &FileOpener::failed, this, [this](const domain::Error &error) { window().tellFailure(error); });
    connect(m_files.get(), &FileOpener::opened, this, [this](const domain::Tenant &tenant, const QString &told) {
        m_told = told;
        openTenant(tenant);
    });
    m_files->open(files, &window());
}

void StartRun::startDemo()
{
    if (!m_arguments.isSet(u"data-dir"_s)) {
        m_demoFolder = std::make_unique<QTemporaryDir>();
        m_paths.root = m_demoFolder->path();
    }
    m_registry = std::make_unique<TenantRegistry>(TenantRegistry::standardFile(m_paths.root));
    if (m_window)
        m_window->showDemoStarting(true);
    DemoTenant::Options options;
    if (m_arguments.isSet(u"demo-incidents"_s))
        options.incidents = m_arguments.value(u"demo-incidents"_s).toInt();
    m_demo = std::make_unique<DemoTenant>();
    m_demo->start(options, this, [this](const Result<DemoTenant::Ready> &ready) {
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

void StartRun::openTenant(const domain::Tenant &tenant)
{
    Console::Setup setup {.tenant = tenant, .settings = readSettings(), .paths = m_paths, .browser = {}, .keepsUp = true};
    if (m_demoReady)
        setup.browser = [] { return std::make_shared<DemoBrowser>(); };
    Result<std::unique_ptr<Console>> console = Console::open(std::move(setup));
    if (!console) {
        if (console.error().kind == ErrorKind::Busy)
            raiseOwner(tenant);
        else
            fail(console.error());
        return;
    }
    m_console = std::move(console).value();
    if (m_console->hasAccount())
        handOver(); // from the cache, at once; the session is looked for meanwhile
    else if (m_demoReady || !mayAsk())
        signIn();
    else
        askSignIn();
}

void StartRun::raiseOwner(const domain::Tenant &tenant)
{
    auto *client = new OwnerClient(Console::socketName(m_paths, tenant), m_output, this);
    client->send({raiseRequest(), {}}, this, [this, client](const Result<domain::Done> &raised) {
        client->deleteLater();
        if (!raised)
            fail(domain::error(ErrorKind::Busy, u"open the window"_s, raised.error().detail));
    });
}

void StartRun::askSignIn()
{
    connect(m_console.get(), &Console::signInPageOpened, this, [this](const QUrl &page) { window().showSignInPage(page); });
    m_codeAtClose = ExitCode::SignInNeeded;
    window().askSignIn(m_console->tenant());
    window().show();
    listen();
}

// The tenant is ours from here on, so a second start finds us.
void StartRun::listen()
{
    m_server = std::make_unique<OwnerServer>(
        Console::socketName(m_paths, m_console->tenant()), [this](const OwnerRequest &request, const std::shared_ptr<Output> &output) {
            if (request.arguments == raiseRequest()) {
                raise(window());
                output->finish(ExitCode::Done);
                return;
            }
            const domain::Error busy = domain::error(ErrorKind::Busy, u"work with this tenant"_s, u"its window waits for the sign-in"_s);
            output->err((u"casemate: "_s + englishSentence(busy) + u'\n').toUtf8());
            output->finish(ExitCode::Busy);
        });
    if (const auto listening = m_server->listen(); !listening)
        window().tellFailure(listening.error());
}

// Only for the very first time: the account, and with it the folder of its data, is not known before.
void StartRun::signIn()
{
    if (!m_console)
        return;
    if (m_window)
        m_window->showSignInRunning();
    m_console->engine().signIn(this, [this, number = ++m_signIns](const Result<Capabilities> &signedIn) {
        if (number == m_signIns)
            endSignIn(signedIn);
    });
}

void StartRun::endSignIn(const Result<Capabilities> &signedIn)
{
    if (signedIn)
        keepAccount(*signedIn);
    else if (!m_window || m_demoReady)
        fail(signedIn.error());
    else if (signedIn.error().kind == ErrorKind::Cancelled)
        m_window->showSignInEnded(std::nullopt);
    else
        m_window->showSignInEnded(signedIn.error());
}

void StartRun::keepAccount(const Capabilities &signedIn)
{
    const auto kept = m_registry->setAccount(m_console->tenant().key, signedIn.tenantId, signedIn.oid, signedIn.upn);
    m_server.reset();
    const auto opened = m_console->openAccount(signedIn);
    if (!kept)
        fail(kept.error());
    else if (!opened)
        fail(opened.error());
    else
        handOver();
}

void StartRun::leaveTenant()
{
    ++m_signIns; // an answer that is on its way is not waited for any more
    m_server.reset();
    m_console.reset();
}

void StartRun::handOver()
{
    m_run = std::make_unique<WindowRun>(WindowRun::Opened {std::move(m_console), m_paths, m_demoReady}, m_look, m_arguments, m_output);
    connect(m_run.get(), &WindowRun::ended, this, &StartRun::finish);
    m_run->start();
    if (!m_told.isEmpty())
        m_run->tell(std::exchange(m_told, {}));
    if (m_window) {
        m_window->disconnect(this);
        m_window->hide();
        m_window.release()->deleteLater(); // it may be what has called us
    }
}

void StartRun::fail(const domain::Error &error)
{
    if (!mayAsk()) {
        m_output->err((u"casemate: "_s + englishSentence(error) + u'\n').toUtf8());
        finish(exitCode(error));
        return;
    }
    leaveTenant();
    if (m_demo) {
        m_demo.release()->deleteLater(); // ends its child; it may be what has called us
        m_demoReady.reset();
        useOwnFolder();
        m_demoFolder.reset();
    }
    window().showDemoStarting(false);
    offerTenants();
    window().tellFailure(error);
    m_codeAtClose = exitCode(error);
}

void StartRun::finish(ExitCode code)
{
    if (m_isFinishing)
        return;
    m_isFinishing = true;
    leaveTenant();
    if (m_demo)
        m_demo->stop(this, [this, code](const Result<domain::Done> &) { m_output->finish(code); });
    else
        m_output->finish(code);
}

} // namespace app
