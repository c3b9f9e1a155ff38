// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secretstore.h"

#include "kernelsecretstore.h"
#include "keychainsecretstore.h"

#include "domain/ask.h"

namespace remote {

using domain::Done;
using domain::Result;

MemorySecretStore::MemorySecretStore(QString reason)
    : m_reason(std::move(reason))
{
}

void MemorySecretStore::write(const QString &key, const Secret &secret, QObject *asker,
                              std::function<void(Result<Done>)> answer)
{
    m_secrets.insert(key, secret);
    domain::Answer<Done>(asker, std::move(answer))(Done {});
}

void MemorySecretStore::read(const QString &key, QObject *asker, std::function<void(Result<Found>)> answer)
{
    const auto entry = m_secrets.constFind(key);
    domain::Answer<Found>(asker, std::move(answer))(entry == m_secrets.constEnd() ? Found() : Found(*entry));
}

void MemorySecretStore::remove(const QString &key, QObject *asker, std::function<void(Result<Done>)> answer)
{
    m_secrets.remove(key);
    domain::Answer<Done>(asker, std::move(answer))(Done {});
}

void openSecretStore(QObject *asker, std::function<void(std::shared_ptr<SecretStore>)> answer)
{
    const auto keychain = std::make_shared<KeychainSecretStore>();
    keychain->probe(asker, [keychain, answer = std::move(answer)](const Result<Done> &probed) {
        if (probed)
            answer(keychain);
        else if (KernelSecretStore::isAvailable())
            answer(std::make_shared<KernelSecretStore>(probed.error().detail));
        else
            answer(std::make_shared<MemorySecretStore>(probed.error().detail));
    });
}

} // namespace remote
