// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interactivesignin.h"

#include "failure.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace remote {

using domain::ErrorKind;

namespace {

domain::Error refused(const QString &code)
{
    return failure(ErrorKind::SignInRefused, u"sign in"_s, code);
}

} // namespace

InteractiveSignIn::InteractiveSignIn(const domain::Tenant &tenant, TokenClient &tokens, BrowserOpener &browser,
                                     domain::Clock &clock, EndFunction ended)
    : m_tenant(tenant)
    , m_tokens(tokens)
    , m_browser(browser)
    , m_clock(clock)
    , m_ended(std::move(ended))
    , m_listener(clock)
    , m_attempt(SignInAttempt::make())
{
    connect(&m_listener, &LoopbackListener::answered, this, &InteractiveSignIn::takeAnswer);
}

void InteractiveSignIn::start()
{
    m_tokens.findTenant(this, [this](const domain::Result<domain::Done> &found) {
        if (!m_ended)
            return; // cancelled meanwhile
        if (found)
            openBrowser();
        else
            end(found.error());
    });
}

void InteractiveSignIn::openBrowser()
{
    const domain::Result<quint16> port = m_listener.listen();
    if (!port)
        return end(port.error());
    m_attempt.redirectUri = "http://localhost:" + QByteArray::number(*port);
    m_clock.after(longestSignIn, this, [this] { end(failure(ErrorKind::TimedOut, u"sign in"_s, u"signIn"_s)); });
    const QUrl page = authorizeUrl(m_tenant, m_attempt);
    const AddressRule addresses(m_tenant.cloud);
    if (const auto allowed = addresses.login(page.toEncoded()); !allowed)
        return end(allowed.error());
    if (const auto opened = m_browser.open(page); !opened)
        end(opened.error());
}

void InteractiveSignIn::cancel()
{
    end(failure(ErrorKind::Cancelled, u"sign in"_s));
}

void InteractiveSignIn::takeAnswer(const QHash<QString, QString> &parameters)
{
    if (const auto problem = problemIn(parameters))
        return end(*problem);
    redeem(parameters.value(u"code"_s).toUtf8());
}

std::optional<domain::Error> InteractiveSignIn::problemIn(const QHash<QString, QString> &parameters) const
{
    // The state comes first: an answer that is not ours must not even tell us about an error.
    const Secret state(parameters.value(u"state"_s).toUtf8());
    if (!state.isSameAs(Secret(m_attempt.state)))
        return refused(u"wrongState"_s);
    const QString issuer = parameters.value(u"iss"_s);
    const QString tenantId = isGuid(m_tenant.tenantId) ? m_tenant.tenantId : issuer.section(u'/', 3, 3);
    if (!issuer.isEmpty() && !isIssuerOf(issuer, m_tenant, tenantId))
        return refused(u"wrongIssuer"_s);
    if (parameters.contains(u"error"_s))
        return signInRefusal(parameters.value(u"error"_s), parameters.value(u"error_description"_s));
    if (parameters.value(u"code"_s).isEmpty())
        return refused(u"noCode"_s);
    return std::nullopt;
}

void InteractiveSignIn::redeem(const QByteArray &code)
{
    m_tokens.ask(codeForm(m_tenant, m_attempt, code), TokenClient::Asked::ByPerson, this,
                 [this](const domain::Result<TokenAnswer> &tokens) {
                     if (tokens)
                         takeTokens(*tokens);
                     else
                         end(tokens.error());
                 });
}

void InteractiveSignIn::takeTokens(const TokenAnswer &tokens)
{
    const domain::Result<Account> account = accountFrom(tokens.idToken, {m_tenant, m_attempt.nonce});
    if (!account)
        return end(account.error());
    if (!m_tenant.oid.isEmpty() && account->oid.compare(m_tenant.oid, Qt::CaseInsensitive) != 0) {
        domain::Error error = refused(u"otherAccount"_s);
        error.detail = account->upn;
        return end(error);
    }
    end(SignedIn {*account, tokens});
}

void InteractiveSignIn::end(domain::Result<SignedIn> result)
{
    m_listener.close();
    if (const EndFunction ended = std::exchange(m_ended, nullptr))
        ended(std::move(result));
}

} // namespace remote
