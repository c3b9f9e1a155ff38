// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One account's sign-in in one tenant:
//
//   restore ── record in the secret store ──────────────┐
//   signIn ─ listener ─ browser ─ code ─ token answer ───┴─> signed in ── token() ─ valid? ─ yes ─> answer
//                                                               ^            └ no ─> one refresh, all who ask wait
//                                                               └── new refresh token stored before anybody goes on
//   refresh refused ─> SignInNeeded, no further silent call
//
// Access tokens live in memory only; refresh tokens and application secrets live in the SecretStore, under keys of cloud,
// tenant and account. Expiry is by the monotonic clock. Engine thread.

#include "browser.h"
#include "secretstore.h"
#include "tokensource.h"
#include "transport.h"

#include "domain/capabilities.h"
#include "domain/clock.h"
#include "domain/tenant.h"

#include <QObject>

#include <memory>

namespace remote {

struct Account {
    QString tenantId; // the directory's GUID, from the id token
    QString oid;
    QString upn;

    friend bool operator==(const Account &, const Account &) = default;
};

struct ApplicationCredential {
    QString clientId;
    Secret secret;

    // {"clientId": …, "clientSecret": …}; client_id and client_secret are understood too.
    [[nodiscard]] static domain::Result<ApplicationCredential> read(const QByteArray &json);
};

class Session final : public QObject, public TokenSource
{
    Q_OBJECT
public:
    using CapabilitiesFunction = std::function<void(domain::Result<domain::Capabilities>)>;
    using DoneFunction = std::function<void(domain::Result<domain::Done>)>;

    // tenant.oid, when known, is the only account that is accepted: another one is Error{SignInRefused, "otherAccount"}.
    Session(const domain::Tenant &tenant, Transport &transport, SecretStore &secrets, BrowserOpener &browser,
            domain::Clock &clock);
    ~Session() override;

    // Takes up the session of the last run from the secret store, without a request. Error{SignInNeeded} when there is none.
    // The application credential is taken up either way.
    void restore(QObject *asker, CapabilitiesFunction answer);
    void signIn(QObject *asker, CapabilitiesFunction answer); // a second one ends the first with Cancelled
    void cancelSignIn();
    void signOut(QObject *asker,
                 DoneFunction answer); // removes the refresh token and the application secret from the store
    void setApplicationCredential(const std::optional<ApplicationCredential> &credential, QObject *asker,
                                  DoneFunction answer); // nothing: removes it

    void token(Identity identity, const Secret &refused, QObject *asker,
               std::function<void(domain::Result<Secret>)> answer) override;

    [[nodiscard]] domain::Capabilities capabilities() const;
    [[nodiscard]] Account account() const;

Q_SIGNALS:
    void capabilitiesChanged(const domain::Capabilities &capabilities);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace remote
