// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One QtKeychain job with a time limit. Deletes itself when it has answered. Engine thread.

#include "secret.h"

#include "domain/ask.h"

#include <qt6keychain/keychain.h>

#include <QTimer>

#include <optional>

namespace remote {

struct KeychainAnswer {
    std::optional<QByteArray> bytes; // of a read; nothing: the keychain says "not found"
};

class KeychainJob final : public QObject
{
    Q_OBJECT
public:
    // Takes the job over and starts it.
    static void run(QKeychain::Job *job, const QString &key, std::chrono::milliseconds limit, QObject *asker,
                    std::function<void(domain::Result<KeychainAnswer>)> answer);

private:
    KeychainJob(QKeychain::Job *job, std::chrono::milliseconds limit, domain::Answer<KeychainAnswer> answer);
    void finish(QKeychain::Job *job);

    domain::Answer<KeychainAnswer> m_answer;
    QTimer m_limit;
};

} // namespace remote
