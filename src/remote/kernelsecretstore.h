// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Memory that outlives one command: the Linux kernel's key retention service (keyrings(7)), for machines without a desktop
// keychain. Nothing reaches a disk; the keys of this user end with the time limit, with the last process of the user, or
// with the machine. Without it every command of a shell session would need a sign-in of its own. Not lasting: the window
// says so. Engine thread.

#include "secretstore.h"

#include <chrono>

namespace remote {

class KernelSecretStore final : public SecretStore
{
public:
    // `why`: what keeps the desktop's keychain from being used, for the person to read.
    explicit KernelSecretStore(QString why, std::chrono::seconds life = std::chrono::hours(12));

    [[nodiscard]] static bool isAvailable(); // containers often forbid the calls

    void write(const QString &key, const Secret &secret, QObject *asker,
               std::function<void(domain::Result<domain::Done>)> answer) override;
    void read(const QString &key, QObject *asker, std::function<void(domain::Result<Found>)> answer) override;
    void remove(const QString &key, QObject *asker, std::function<void(domain::Result<domain::Done>)> answer) override;
    [[nodiscard]] bool isLasting() const override { return false; }
    [[nodiscard]] QString reason() const override { return m_why; }

private:
    QString m_why;
    std::chrono::seconds m_life;
};

} // namespace remote
