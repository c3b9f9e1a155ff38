// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything an engine is made of, handed to EngineProxy's constructor. The seams are functions because what they make
// belongs to the engine thread and is made there; EngineSeams::real() gives the real ones. Values; any thread.
//
// The namespace of this folder is casemate::sync, since <unistd.h> has a function sync().

#include "pullrules.h"
#include "sendrules.h"

#include "domain/clock.h"
#include "domain/decoder.h"
#include "domain/tenant.h"
#include "remote/browser.h"
#include "remote/budget.h"
#include "remote/secretstore.h"
#include "remote/transport.h"
#include "store/storage.h"

#include <chrono>
#include <functional>
#include <memory>

namespace casemate::sync {

struct EngineOptions {
    std::chrono::seconds pollEvery = std::chrono::minutes(1); // zero: pulls only when asked to
    std::chrono::seconds pendingEvery = std::chrono::minutes(5); // alerts with pending evidence are read again
    bool sendsOutbox = true; // false: decisions are taken and wait for an engine that sends
    PullRules pull;
    SendRules send;
    remote::BudgetLimits budget;
};

// What of the options may change while the engine runs.
struct EnginePace {
    std::chrono::seconds pollEvery = std::chrono::minutes(1);
    remote::BudgetLimits budget;
};

struct EngineSeams {
    using SecretsReady = std::function<void(std::shared_ptr<remote::SecretStore>)>;

    std::function<std::shared_ptr<domain::Clock>()> clock;
    std::function<std::shared_ptr<remote::Transport>(const domain::Cloud &cloud)> transport;
    std::function<void(QObject *asker, SecretsReady ready)> secrets;
    std::function<std::shared_ptr<remote::BrowserOpener>()> browser;
    // Puts something in the place of an executor, or around it; empty: each is taken as it is.
    std::function<std::unique_ptr<remote::Executor>(domain::ExecutorKind, std::unique_ptr<remote::Executor>)> executor;
    store::Storage storage;

    // `browser` opens the system browser, or runs the command of --browser.
    [[nodiscard]] static EngineSeams real(std::function<std::shared_ptr<remote::BrowserOpener>()> browser);
};

struct EngineSetup {
    domain::Tenant tenant;
    // The tenant's folder, prepared, its owner lock held by the caller. Empty before the first sign-in: such an engine can
    // sign in and nothing else; with the account known, the caller makes another one.
    QString folder;
    EngineOptions options;
    EngineSeams seams;
    std::shared_ptr<const domain::Decoder> decoder; // stateless, used in the ingest thread
};

} // namespace casemate::sync
