// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The main way of an analyst through the program, without a window: signs in, pulls, decides, waits until every decision is at
// rest, pulls again, with the real engine, transport and databases in this process against a demo tenant. Each step answers
// what went wrong, or an empty text. Main thread of a test, which it lets wait.

#include "models/desk.h"
#include "remote/networktransport.h"
#include "remote/session.h"
#include "support/programrun.h"
#include "sync/engineproxy.h"

#include <QNetworkAccessManager>
#include <QTemporaryDir>

namespace scenarios {

// Stands in for the person at the sign-in page of a tenant that approves at once: follows its redirects.
class FollowingBrowser final : public remote::BrowserOpener
{
public:
    [[nodiscard]] domain::Result<domain::Done> open(const QUrl &page) override;

private:
    QNetworkAccessManager m_network;
};

class Way final : public QObject
{
    Q_OBJECT
public:
    explicit Way(ProgramRun &tenant);
    ~Way() override;

    [[nodiscard]] QString signIn();
    [[nodiscard]] QString pull();
    [[nodiscard]] QStringList decide(const QList<models::Choice> &choices); // what was wrong with each; empty: taken
    // Lets simulated time go on meanwhile.
    [[nodiscard]] QString waitUntilAtRest();

    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString tenantId() const { return m_account.tenantId; }
    [[nodiscard]] QString upn() const { return m_account.upn; }
    [[nodiscard]] QList<domain::Decision> decisions() const; // all of the ledger

private:
    [[nodiscard]] QString compose();
    [[nodiscard]] bool isAtRest() const;

    ProgramRun &m_tenant;
    QTemporaryDir m_data;
    QString m_folder;
    domain::Tenant m_account;
    domain::SystemClock m_clock;
    std::shared_ptr<remote::MemorySecretStore> m_secrets = std::make_shared<remote::MemorySecretStore>();
    FollowingBrowser m_browser;
    std::shared_ptr<const domain::Decoder> m_decoder;
    std::unique_ptr<casemate::sync::EngineProxy> m_engine;
    std::unique_ptr<store::Readers> m_readers;
    std::unique_ptr<models::Desk> m_desk;
};

} // namespace scenarios
