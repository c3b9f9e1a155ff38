// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "console.h"

#include "ownersocket.h"

#include "domain/filetenant.h"
#include "remote/graphdecoder.h"
#include "sync/fileengine.h"

using namespace Qt::StringLiterals;

namespace app {

using domain::Done;
using domain::Result;

namespace {

// Above the accounts' folders, because the lock is taken before the account is known.
QString lockFolder(const store::DataPaths &paths, const domain::Tenant &tenant)
{
    return paths.tenantFolder(tenant.cloud.name, tenant.tenantId, u"owner"_s);
}

casemate::sync::EnginePace paceOf(const Settings &settings, bool keepsUp)
{
    casemate::sync::EnginePace pace;
    pace.pollEvery = keepsUp ? settings.pollEvery : std::chrono::seconds(0);
    pace.budget.security = settings.callsPerMinute;
    pace.budget.sync = settings.callsPerMinute * 4 / 5;
    return pace;
}

models::DeskOptions deskOptions(const Settings &settings) { return {.hold = settings.undoHold, .life = settings.decisionLife}; }

casemate::sync::EngineOptions engineOptions(const Settings &settings, bool keepsUp)
{
    casemate::sync::EngineOptions options;
    options.pollEvery = paceOf(settings, keepsUp).pollEvery;
    options.budget = paceOf(settings, keepsUp).budget;
    options.send.hold = settings.undoHold;
    options.pull.firstSpan = std::chrono::hours(24) * settings.firstSyncDays;
    return options;
}

} // namespace

QString Console::socketName(const store::DataPaths &paths, const domain::Tenant &tenant)
{
    return OwnerServer::socketName(lockFolder(paths, tenant));
}

Result<std::unique_ptr<Console>> Console::open(Setup setup)
{
    const Result<QString> folder = setup.paths.prepareTenant(setup.tenant.cloud.name, setup.tenant.tenantId, u"owner"_s);
    if (!folder)
        return folder.error();
    Result<std::unique_ptr<OwnerLock>> lock = OwnerLock::take(*folder);
    if (!lock)
        return lock.error();
    std::unique_ptr<Console> console(new Console(std::move(setup), std::move(lock).value()));
    if (const Result<Done> composed = console->compose(); !composed)
        return composed.error();
    return console;
}

Console::Console(Setup setup, std::unique_ptr<OwnerLock> lock)
    : m_setup(std::move(setup))
    , m_lock(std::move(lock))
    , m_browser(std::make_shared<SystemBrowser>())
    , m_secrets(std::make_shared<std::shared_ptr<remote::SecretStore>>())
{
}

Console::~Console() = default;

void Console::apply(const Settings &settings)
{
    m_setup.settings = settings;
    if (m_live)
        m_live->setPace(paceOf(settings, m_setup.keepsUp));
    if (m_desk)
        m_desk->setOptions(deskOptions(settings));
}

Result<Done> Console::openAccount(const domain::Capabilities &signedIn)
{
    m_desk.reset();
    m_readers.reset();
    m_live = nullptr;
    m_engine.reset();
    m_setup.tenant.tenantId = signedIn.tenantId;
    m_setup.tenant.oid = signedIn.oid;
    m_setup.tenant.upn = signedIn.upn;
    return compose();
}

Result<Done> Console::compose()
{
    const domain::Tenant &tenant = m_setup.tenant;
    QString folder;
    if (hasAccount()) {
        const Result<QString> prepared = m_setup.paths.prepareTenant(tenant.cloud.name, tenant.tenantId, tenant.oid);
        if (!prepared)
            return prepared.error();
        folder = *prepared;
    }
    m_decoder = std::make_shared<remote::GraphDecoder>(tenant.tenantId);
    if (domain::isFileTenant(tenant))
        m_engine = std::make_unique<casemate::sync::FileEngine>(tenant);
    else
        makeLiveEngine(folder);
    if (hasAccount()) {
        m_readers = std::make_unique<store::Readers>(folder, *m_decoder);
        m_desk = std::make_unique<models::Desk>(*m_engine, *m_readers, m_clock, deskOptions(m_setup.settings));
    }
    return Done {};
}

void Console::makeLiveEngine(const QString &folder)
{
    const Browser browser = [this, own = m_setup.browser, systems = m_browser]() -> std::shared_ptr<remote::BrowserOpener> {
        if (own)
            return own();
        return std::make_shared<TellingBrowser>(systems, [this](const QUrl &page) { Q_EMIT signInPageOpened(page); });
    };
    casemate::sync::EngineSeams seams = casemate::sync::EngineSeams::real(browser);
    seams.secrets = [held = m_secrets, open = seams.secrets](QObject *asker, const casemate::sync::EngineSeams::SecretsReady &ready) {
        if (*held && !(*held)->isLasting()) {
            ready(*held);
            return;
        }
        open(asker, [held, ready](std::shared_ptr<remote::SecretStore> store) {
            *held = store;
            ready(std::move(store));
        });
    };
    auto engine = std::make_unique<casemate::sync::EngineProxy>(
        casemate::sync::EngineSetup {.tenant = m_setup.tenant, .folder = folder, .options = engineOptions(m_setup.settings, m_setup.keepsUp), .seams = std::move(seams), .decoder = m_decoder});
    m_live = engine.get();
    m_engine = std::move(engine);
}

} // namespace app
