// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One sign-in by a person, in named steps: find the tenant, listen, open the browser, take the answer, redeem the code, look at the id
// token. Ends after five minutes at the latest, with the listener closed whatever happened. Engine thread.

#include "browser.h"
#include "idtoken.h"
#include "loopbacklistener.h"
#include "tokenclient.h"

namespace remote {

inline constexpr std::chrono::seconds longestSignIn {300};

struct SignedIn {
    Account account;
    TokenAnswer tokens;
};

class InteractiveSignIn final : public QObject
{
    Q_OBJECT
public:
    using EndFunction = std::function<void(domain::Result<SignedIn>)>;

    // `ended` is called once, within the object's own thread and calls; the owner then deletes it.
    InteractiveSignIn(const domain::Tenant &tenant, TokenClient &tokens, BrowserOpener &browser, domain::Clock &clock,
                      EndFunction ended);

    void start();
    void cancel();

private:
    void openBrowser();
    void takeAnswer(const QHash<QString, QString> &parameters);
    [[nodiscard]] std::optional<domain::Error> problemIn(const QHash<QString, QString> &parameters) const;
    void redeem(const QByteArray &code);
    void takeTokens(const TokenAnswer &tokens);
    void end(domain::Result<SignedIn> result);

    domain::Tenant m_tenant;
    TokenClient &m_tokens;
    BrowserOpener &m_browser;
    domain::Clock &m_clock;
    EndFunction m_ended;
    LoopbackListener m_listener;
    SignInAttempt m_attempt;
};

} // namespace remote
