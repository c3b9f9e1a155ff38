// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.h"

#include "failure.h"
#include "idtoken.h"
#include "interactivesignin.h"
#include "sessionrecord.h"
#include "tokenclient.h"
#include "tokenslot.h"

#include "domain/ask.h"

using namespace Qt::StringLiterals;

namespace remote {

using domain::Capabilities;
using domain::Done;
using domain::ErrorKind;
using domain::Result;

namespace {

domain::Error signInNeeded()
{
    return failure(ErrorKind::SignInNeeded, u"use the session"_s, u"noSession"_s);
}

} // namespace

struct Session::Private {
    Private(Session &session, const domain::Tenant &itsTenant, Transport &transport, SecretStore &secretStore,
            BrowserOpener &browserOpener, domain::Clock &itsClock)
        : q(session)
        , tenant(itsTenant)
        , secrets(secretStore)
        , browser(browserOpener)
        , clock(itsClock)
        , tokens(itsTenant, transport, itsClock)
        , analyst(itsClock,
                  [this](QObject *asker, TokenSlot::LifeFunction answer) { refresh(asker, std::move(answer)); })
        , application(itsClock, [this](QObject *asker, TokenSlot::LifeFunction answer) {
            askAsApplication(asker, std::move(answer));
        })
    {
    }

    void refresh(QObject *asker, TokenSlot::LifeFunction answer);
    [[nodiscard]] Result<Done> takeRefreshed(const TokenAnswer &answer);
    void loseSession();
    void askAsApplication(QObject *asker, TokenSlot::LifeFunction answer);
    void storeRecord(std::function<void()> then);
    void loadCredential(QList<QString> keys, std::function<void()> then);
    void removeAll(QList<QString> keys, const domain::Answer<Done> &answer);
    void endSignIn(Result<SignedIn> result, const domain::Answer<Capabilities> &answer);
    [[nodiscard]] QList<QString> credentialKeys() const;
    void noteKeychain(const domain::Error &error);
    void announce() { Q_EMIT q.capabilitiesChanged(q.capabilities()); }

    Session &q;
    domain::Tenant tenant;
    SecretStore &secrets;
    BrowserOpener &browser;
    domain::Clock &clock;
    TokenClient tokens;
    TokenSlot analyst;
    TokenSlot application;
    std::optional<SessionRecord> record; // its refresh token is empty once it was refused
    std::optional<ApplicationCredential> credential;
    InteractiveSignIn *signIn = nullptr; // child of q
    bool isSignedIn = false;
    QString keychainReason;
};

Session::Session(const domain::Tenant &tenant, Transport &transport, SecretStore &secrets, BrowserOpener &browser,
                 domain::Clock &clock)
    : d(std::make_unique<Private>(*this, tenant, transport, secrets, browser, clock))
{
}

Session::~Session()
{
    delete d->signIn; // it calls into d
}

void Session::restore(QObject *asker, CapabilitiesFunction function)
{
    const domain::Answer<Capabilities> answer(asker, std::move(function));
    const auto withCredential = [this, answer](const Result<Done> &session) {
        d->loadCredential(d->credentialKeys(), [this, answer, session] {
            d->announce();
            if (session)
                answer(capabilities());
            else
                answer(session.error());
        });
    };
    if (d->tenant.oid.isEmpty())
        return withCredential(signInNeeded());
    d->secrets.read(sessionKey(d->tenant, d->tenant.oid), this,
                    [this, withCredential](const Result<SecretStore::Found> &found) {
                        if (!found) {
                            d->noteKeychain(found.error());
                            return withCredential(found.error());
                        }
                        const auto record = *found ? SessionRecord::read(**found) : std::nullopt;
                        if (!record || record->account.oid.compare(d->tenant.oid, Qt::CaseInsensitive) != 0)
                            return withCredential(signInNeeded());
                        d->record = record;
                        d->isSignedIn = true;
                        withCredential(Done {});
                    });
}

void Session::signIn(QObject *asker, CapabilitiesFunction function)
{
    cancelSignIn();
    const domain::Answer<Capabilities> answer(asker, std::move(function));
    d->signIn =
        new InteractiveSignIn(d->tenant, d->tokens, d->browser, d->clock, [this, answer](Result<SignedIn> result) {
            d->signIn->deleteLater();
            d->signIn = nullptr;
            d->endSignIn(std::move(result), answer);
        });
    d->signIn->setParent(this);
    d->signIn->start();
}

void Session::cancelSignIn()
{
    if (d->signIn)
        d->signIn->cancel();
}

void Session::Private::endSignIn(Result<SignedIn> result, const domain::Answer<Capabilities> &answer)
{
    if (!result)
        return answer(result.error());
    tenant.oid = result->account.oid;
    tenant.upn = result->account.upn;
    record = SessionRecord {result->account, result->tokens.scopes, result->tokens.refresh};
    isSignedIn = true;
    analyst.put({result->tokens.access, result->tokens.lifetime});
    storeRecord([this, answer] {
        announce();
        answer(q.capabilities());
    });
}

void Session::signOut(QObject *asker, DoneFunction function)
{
    cancelSignIn();
    const domain::Answer<Done> answer(asker, std::move(function));
    QList<QString> keys = d->credentialKeys();
    if (!d->tenant.oid.isEmpty())
        keys.append(sessionKey(d->tenant, d->tenant.oid));
    d->record.reset();
    d->credential.reset();
    d->isSignedIn = false;
    d->tenant.oid.clear();
    d->tenant.upn.clear();
    d->analyst.clear(signInNeeded());
    d->application.clear(signInNeeded());
    d->announce();
    d->removeAll(keys, answer);
}

void Session::Private::removeAll(QList<QString> keys, const domain::Answer<Done> &answer)
{
    if (keys.isEmpty())
        return answer(Done {});
    const QString key = keys.takeFirst();
    secrets.remove(key, &q, [this, keys, answer](const Result<Done> &removed) {
        if (removed)
            removeAll(keys, answer);
        else
            answer(removed.error());
    });
}

void Session::setApplicationCredential(const std::optional<ApplicationCredential> &credential, QObject *asker,
                                       DoneFunction function)
{
    const domain::Answer<Done> answer(asker, std::move(function));
    d->credential = credential;
    d->application.clear(failure(ErrorKind::SignInNeeded, u"act as the application"_s, u"noCredential"_s));
    d->announce();
    if (!credential)
        return d->removeAll(d->credentialKeys(), answer);
    d->secrets.write(credentialKey(d->tenant), writtenCredential(*credential), this,
                     [this, answer](const Result<Done> &done) {
                         if (!done)
                             d->noteKeychain(done.error());
                         answer(done);
                     });
}

void Session::token(Identity identity, const Secret &refused, QObject *asker,
                    std::function<void(Result<Secret>)> answer)
{
    TokenSlot &slot = identity == Identity::Analyst ? d->analyst : d->application;
    slot.ask(refused, asker, std::move(answer));
}

void Session::Private::refresh(QObject *asker, TokenSlot::LifeFunction function)
{
    const domain::Answer<TokenSlot::Life> answer(asker, std::move(function));
    if (!record || record->refreshToken.isEmpty()) {
        loseSession();
        return answer(signInNeeded());
    }
    tokens.ask(
        refreshForm(tenant, record->refreshToken), TokenClient::Asked::Silently, &q,
        [this, answer](const Result<TokenAnswer> &result) {
            const Result<Done> taken = result ? takeRefreshed(*result) : Result<Done>(result.error());
            if (taken) {
                // on disk before anybody goes on with it
                storeRecord([answer, life = TokenSlot::Life {result->access, result->lifetime}] { answer(life); });
                return;
            }
            domain::Error error = taken.error();
            if (needsPerson(error)) {
                error.kind = ErrorKind::SignInNeeded;
                loseSession();
            }
            answer(error);
        });
}

Result<Done> Session::Private::takeRefreshed(const TokenAnswer &answer)
{
    if (!record)
        return signInNeeded(); // signed out meanwhile
    if (!answer.idToken.isEmpty()) {
        const Result<Account> account = accountFrom(answer.idToken, {tenant, {}});
        if (!account)
            return account.error();
        const bool isSame = account->oid.compare(record->account.oid, Qt::CaseInsensitive) == 0
            && account->tenantId.compare(record->account.tenantId, Qt::CaseInsensitive) == 0;
        if (!isSame)
            return failure(ErrorKind::SignInRefused, u"refresh the session"_s, u"otherAccount"_s);
    }
    if (!answer.refresh.isEmpty())
        record->refreshToken = answer.refresh;
    if (!answer.scopes.isEmpty() && answer.scopes != record->scopes) {
        record->scopes = answer.scopes;
        announce();
    }
    return Done {};
}

// Who worked here stays known, so that what is decided without a session still has an owner.
void Session::Private::loseSession()
{
    if (!isSignedIn)
        return;
    isSignedIn = false;
    if (record)
        record->refreshToken = {};
    secrets.remove(sessionKey(tenant, tenant.oid), &q, [this](const Result<Done> &removed) {
        if (!removed)
            noteKeychain(removed.error());
    });
    announce();
}

void Session::Private::askAsApplication(QObject *asker, TokenSlot::LifeFunction function)
{
    const domain::Answer<TokenSlot::Life> answer(asker, std::move(function));
    if (!credential)
        return answer(failure(ErrorKind::SignInNeeded, u"act as the application"_s, u"noCredential"_s));
    tokens.ask(applicationForm(tenant, credential->clientId, credential->secret), TokenClient::Asked::Silently, &q,
               [answer](const Result<TokenAnswer> &result) {
                   if (result)
                       answer(TokenSlot::Life {result->access, result->lifetime});
                   else
                       answer(result.error());
               });
}

// A keychain that fails costs the next start a sign-in, not this session.
void Session::Private::storeRecord(std::function<void()> then)
{
    if (!record || record->refreshToken.isEmpty())
        return then();
    secrets.write(sessionKey(tenant, record->account.oid), record->written(), &q,
                  [this, then = std::move(then)](const Result<Done> &done) {
                      if (!done)
                          noteKeychain(done.error());
                      then();
                  });
}

// A credential that was given before anybody had signed in lies under the key without an account.
QList<QString> Session::Private::credentialKeys() const
{
    domain::Tenant anybody = tenant;
    anybody.oid.clear();
    QList<QString> keys {credentialKey(tenant)};
    if (!tenant.oid.isEmpty())
        keys.append(credentialKey(anybody));
    return keys;
}

void Session::Private::loadCredential(QList<QString> keys, std::function<void()> then)
{
    if (keys.isEmpty() || credential)
        return then();
    const QString key = keys.takeFirst();
    secrets.read(key, &q, [this, keys, then](const Result<SecretStore::Found> &found) {
        if (!found) {
            noteKeychain(found.error());
            return then();
        }
        if (*found) {
            const auto read = ApplicationCredential::read((*found)->reveal().toByteArray());
            if (read)
                credential = *read;
        }
        loadCredential(keys, then);
    });
}

void Session::Private::noteKeychain(const domain::Error &error)
{
    keychainReason = error.detail.isEmpty() ? error.code : error.detail;
}

Capabilities Session::capabilities() const
{
    Capabilities result;
    const Account who = account();
    result.signedIn = d->isSignedIn;
    result.tenantId = who.tenantId;
    result.oid = who.oid;
    result.upn = who.upn;
    if (d->record)
        result.scopes = d->record->scopes;
    const auto may = [&result](QLatin1StringView scope) { return result.scopes.contains(scope, Qt::CaseInsensitive); };
    result.mayEditIncidents = may("SecurityIncident.ReadWrite.All"_L1);
    result.mayReadIncidents = result.mayEditIncidents || may("SecurityIncident.Read.All"_L1);
    result.mayHunt = may("ThreatHunting.Read.All"_L1);
    result.hasApplicationCredential = d->credential.has_value();
    result.keychainWorks = d->secrets.isLasting() && d->keychainReason.isEmpty();
    result.keychainReason = d->keychainReason.isEmpty() ? d->secrets.reason() : d->keychainReason;
    return result;
}

Account Session::account() const
{
    if (d->record)
        return d->record->account;
    return {isGuid(d->tenant.tenantId) ? d->tenant.tenantId : QString(), d->tenant.oid, d->tenant.upn};
}

} // namespace remote
