// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keptsession.h"

#include "kernelsecretstore.h"
#include "keychainsecretstore.h"
#include "sessionrecord.h"

#include "domain/ask.h"

using domain::Result;

namespace remote {

namespace {

class KeptSessionLook final : public QObject
{
public:
    KeptSessionLook(const domain::Tenant &tenant, SecretStore &secrets, domain::Answer<KeptSession> answer, QObject *asker)
        : QObject(asker)
        , m_tenant(tenant)
        , m_secrets(secrets)
        , m_answer(std::move(answer))
    {
    }

    void readSession()
    {
        m_secrets.read(sessionKey(m_tenant, m_tenant.oid), this, [this](const Result<SecretStore::Found> &found) {
            if (!found)
                return end(found.error());
            const auto record = *found ? SessionRecord::read(**found) : std::nullopt;
            m_kept.isThere = record.has_value();
            if (record)
                m_kept.scopes = record->scopes;
            readCredential(true);
        });
    }

private:
    // It may have been given before anybody had signed in, and then lies under the key without an account.
    void readCredential(bool ofAccount)
    {
        domain::Tenant whose = m_tenant;
        if (!ofAccount)
            whose.oid.clear();
        m_secrets.read(credentialKey(whose), this, [this, ofAccount](const Result<SecretStore::Found> &found) {
            if (!found)
                return end(found.error());
            m_kept.hasApplicationCredential = found->has_value();
            if (ofAccount && !m_kept.hasApplicationCredential)
                readCredential(false);
            else
                end(m_kept);
        });
    }

    void end(Result<KeptSession> result)
    {
        m_answer(std::move(result));
        deleteLater();
    }

    domain::Tenant m_tenant;
    SecretStore &m_secrets;
    domain::Answer<KeptSession> m_answer;
    KeptSession m_kept;
};

} // namespace

void readKeptSession(const domain::Tenant &tenant, SecretStore &secrets, QObject *asker,
                     std::function<void(Result<KeptSession>)> answer)
{
    (new KeptSessionLook(tenant, secrets, domain::Answer<KeptSession>(asker, std::move(answer)), asker))->readSession();
}

std::shared_ptr<SecretStore> storeOfSessions(bool keychainWorks, std::chrono::milliseconds limit)
{
    using namespace Qt::StringLiterals;
    if (keychainWorks)
        return std::make_shared<KeychainSecretStore>(u"casemate"_s, limit);
    return KernelSecretStore::isAvailable() ? std::make_shared<KernelSecretStore>(QString()) : nullptr;
}

} // namespace remote
