// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Seam: where refresh tokens and application secrets are kept. KeychainSecretStore is the lasting one; MemorySecretStore
// and KernelSecretStore take its place when there is no keychain, and say why. Never a plain file, never QSettings.
// Engine thread.

#include "secret.h"

#include "domain/result.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace remote {

class SecretStore
{
public:
    using Found = std::optional<Secret>;

    virtual ~SecretStore() = default;

    virtual void write(const QString &key, const Secret &secret, QObject *asker,
                       std::function<void(domain::Result<domain::Done>)> answer) = 0;
    // Nothing: surely absent. A locked keychain claims "not found" too, so an implementation must tell the two apart.
    virtual void read(const QString &key, QObject *asker, std::function<void(domain::Result<Found>)> answer) = 0;
    virtual void remove(const QString &key, QObject *asker,
                        std::function<void(domain::Result<domain::Done>)> answer) = 0;

    [[nodiscard]] virtual bool isLasting() const = 0;
    [[nodiscard]] virtual QString reason() const = 0; // why it is not; raw text of the keychain
};

class MemorySecretStore final : public SecretStore
{
public:
    explicit MemorySecretStore(QString reason = {});

    void write(const QString &key, const Secret &secret, QObject *asker,
               std::function<void(domain::Result<domain::Done>)> answer) override;
    void read(const QString &key, QObject *asker, std::function<void(domain::Result<Found>)> answer) override;
    void remove(const QString &key, QObject *asker, std::function<void(domain::Result<domain::Done>)> answer) override;
    [[nodiscard]] bool isLasting() const override { return false; }
    [[nodiscard]] QString reason() const override { return m_reason; }

private:
    QHash<QString, Secret> m_secrets;
    QString m_reason;
};

// The keychain if a sentinel can be written and read back, else the kernel's memory, else our own, with the reason. Answered
// in the asker's thread, in which the store lives.
void openSecretStore(QObject *asker, std::function<void(std::shared_ptr<SecretStore>)> answer);

} // namespace remote
