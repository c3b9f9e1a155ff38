// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The token endpoint: one POST a question, only to the configured login host. After a failure that is the server's it is
// left alone for a while: Retry-After, or a minute, or five when it says that we go round in circles. Engine thread.

#include "addressrule.h"
#include "oauth.h"
#include "transport.h"

#include "domain/clock.h"

#include <optional>

namespace remote {

class TokenClient final : public QObject
{
    Q_OBJECT
public:
    using TokenFunction = std::function<void(domain::Result<TokenAnswer>)>;

    TokenClient(const domain::Tenant &tenant, Transport &transport, domain::Clock &clock);

    // A person at the browser does not wait out the pause; silent questions do.
    enum class Asked { Silently, ByPerson };
    void ask(const FormFields &form, Asked asked, QObject *asker, TokenFunction answer);

    // Whether the login host knows the tenant, from its OpenID configuration: for a wrong tenant the browser would only show
    // a page of the host's, and nothing would ever come back. Only a clear no and an unreachable host are errors.
    void findTenant(QObject *asker, std::function<void(domain::Result<domain::Done>)> answer);

private:
    [[nodiscard]] domain::Result<TokenAnswer> judge(const domain::Result<HttpAnswer> &result);
    void rest(std::chrono::seconds length, const domain::Error &error);

    domain::Tenant m_tenant;
    AddressRule m_addresses;
    Transport &m_transport;
    domain::Clock &m_clock;
    std::chrono::milliseconds m_restsUntil {0};
    std::optional<domain::Error> m_restError;
};

} // namespace remote
