// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The desktop's keychain through QtKeychain (Secret Service or KWallet). A plain-text fallback is never allowed. "Not
// found" is believed only after a sentinel could be written and read back, because a locked or failing service says the
// same. Every job has a time limit, since a keychain may wait for a person's password. Engine thread.

#include "secretstore.h"

#include <chrono>

namespace remote {

class KeychainSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT
public:
    explicit KeychainSecretStore(QString service = QStringLiteral("casemate"),
                                 std::chrono::milliseconds limit = std::chrono::milliseconds(20'000),
                                 QObject *parent = nullptr);

    // Writes, reads and removes a sentinel. Error{KeychainFailed} with the keychain's own words.
    void probe(QObject *asker, std::function<void(domain::Result<domain::Done>)> answer);

    void write(const QString &key, const Secret &secret, QObject *asker,
               std::function<void(domain::Result<domain::Done>)> answer) override;
    void read(const QString &key, QObject *asker, std::function<void(domain::Result<Found>)> answer) override;
    void remove(const QString &key, QObject *asker, std::function<void(domain::Result<domain::Done>)> answer) override;
    [[nodiscard]] bool isLasting() const override { return true; }
    [[nodiscard]] QString reason() const override { return {}; }

private:
    QString m_service;
    std::chrono::milliseconds m_limit;
};

} // namespace remote
