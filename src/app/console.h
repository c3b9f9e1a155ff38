// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The composition root: one tenant's engine, readers and desk, made from the real parts. Whoever has one owns the tenant on
// this machine, by the lock that it holds. Without a known account (nobody has signed in yet) it can sign in and nothing
// else; openAccount() then puts the rest together. Main thread.

#include "desktop.h"
#include "ownerlock.h"
#include "settings.h"

#include "domain/clock.h"
#include "domain/decoder.h"
#include "domain/tenant.h"
#include "models/desk.h"
#include "store/datapaths.h"
#include "store/readers.h"
#include "sync/engineproxy.h"

#include <QObject>

#include <functional>
#include <memory>

namespace app {

class Console final : public QObject
{
    Q_OBJECT
public:
    using Browser = std::function<std::shared_ptr<remote::BrowserOpener>()>; // called in the engine thread

    struct Setup {
        domain::Tenant tenant;
        Settings settings;
        store::DataPaths paths;
        Browser browser {}; // absent: the system's
        bool keepsUp = false; // pulls by itself, as a window wants it
    };

    // Takes the lock. Error{Busy}, StorageUnreadable, StorageFull.
    [[nodiscard]] static domain::Result<std::unique_ptr<Console>> open(Setup setup);
    ~Console() override;

    // As far as they can change while it runs; the length of a first sync cannot.
    void apply(const Settings &settings);
    [[nodiscard]] const domain::Tenant &tenant() const { return m_setup.tenant; }
    [[nodiscard]] bool hasAccount() const { return !m_setup.tenant.oid.isEmpty(); }
    // The account that has just signed in. Everything that the engine and the readers gave out is void afterwards.
    [[nodiscard]] domain::Result<domain::Done> openAccount(const domain::Capabilities &signedIn);

    [[nodiscard]] domain::Engine &engine() { return *m_engine; }
    [[nodiscard]] casemate::sync::EngineProxy *live() { return m_live; } // the same one; null for a file tenant
    [[nodiscard]] store::Readers &readers() { return *m_readers; } // with an account only
    [[nodiscard]] models::Desk &desk() { return *m_desk; } // with an account only
    [[nodiscard]] domain::Clock &clock() { return m_clock; }
    [[nodiscard]] SystemBrowser &browser() { return *m_browser; } // of sign-ins; where --browser is told

    // Where the owner of this tenant listens for commands.
    [[nodiscard]] static QString socketName(const store::DataPaths &paths, const domain::Tenant &tenant);

Q_SIGNALS:
    void signInPageOpened(const QUrl &page); // emitted in the engine thread; the address may be opened once more

private:
    using HeldSecrets = std::shared_ptr<std::shared_ptr<remote::SecretStore>>;

    Console(Setup setup, std::unique_ptr<OwnerLock> lock);
    [[nodiscard]] domain::Result<domain::Done> compose();
    void makeLiveEngine(const QString &folder);

    Setup m_setup;
    std::unique_ptr<OwnerLock> m_lock;
    std::shared_ptr<SystemBrowser> m_browser;
    HeldSecrets m_secrets; // a store that is only memory has to outlive the engine that filled it
    domain::SystemClock m_clock;
    std::shared_ptr<const domain::Decoder> m_decoder;
    std::unique_ptr<domain::Engine> m_engine;
    casemate::sync::EngineProxy *m_live = nullptr; // m_engine, when there is a service behind it
    std::unique_ptr<store::Readers> m_readers;
    std::unique_ptr<models::Desk> m_desk;
};

} // namespace app
