// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One QtKeychain job with a time limit. Deletes itself when it has answered. Asked from any thread, it always works in the
// application's main thread: libsecret keeps one connection a process, bound to the event loop of the thread that made it,
// so a job in a second engine thread would wait for the loop of the first one, which is gone (seen with QtKeychain 0.13.2).

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
    using Make = std::function<QKeychain::Job *()>; // called in the main thread

    static void run(const Make &make, const QString &key, std::chrono::milliseconds limit, QObject *asker,
                    std::function<void(domain::Result<KeychainAnswer>)> answer);

private:
    KeychainJob(QKeychain::Job *job, std::chrono::milliseconds limit, domain::Answer<KeychainAnswer> answer);
    void finish(QKeychain::Job *job);

    domain::Answer<KeychainAnswer> m_answer;
    QTimer m_limit;
};

} // namespace remote
