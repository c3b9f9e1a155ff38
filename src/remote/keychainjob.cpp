// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychainjob.h"

#include "failure.h"

using namespace Qt::StringLiterals;

namespace remote {

using domain::ErrorKind;

KeychainJob::KeychainJob(QKeychain::Job *job, std::chrono::milliseconds limit, domain::Answer<KeychainAnswer> answer)
    : m_answer(std::move(answer))
{
    connect(job, &QKeychain::Job::finished, this, &KeychainJob::finish);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        m_answer(failure(ErrorKind::KeychainFailed, u"ask the keychain"_s, u"timedOut"_s,
                         u"The keychain did not answer in time."_s));
        deleteLater(); // the job goes on without us and deletes itself
    });
    m_limit.setSingleShot(true);
    m_limit.start(limit);
}

void KeychainJob::run(QKeychain::Job *job, const QString &key, std::chrono::milliseconds limit, QObject *asker,
                      std::function<void(domain::Result<KeychainAnswer>)> answer)
{
    job->setKey(key);
    job->setAutoDelete(true);
    new KeychainJob(job, limit, domain::Answer<KeychainAnswer>(asker, std::move(answer)));
    job->start();
}

void KeychainJob::finish(QKeychain::Job *job)
{
    if (job->error() == QKeychain::NoError) {
        KeychainAnswer answer;
        if (const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job))
            answer.bytes = read->binaryData();
        m_answer(answer);
    } else if (job->error() == QKeychain::EntryNotFound) {
        m_answer(KeychainAnswer {});
    } else {
        m_answer(failure(ErrorKind::KeychainFailed, u"ask the keychain"_s,
                         QString::number(static_cast<int>(job->error())), job->errorString()));
    }
    deleteLater();
}

} // namespace remote
