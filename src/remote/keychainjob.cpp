// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychainjob.h"

#include "failure.h"

#include <QCoreApplication>

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

void KeychainJob::run(const Make &make, const QString &key, std::chrono::milliseconds limit, QObject *asker,
                      std::function<void(domain::Result<KeychainAnswer>)> answer)
{
    const domain::Answer<KeychainAnswer> reply(asker, std::move(answer));
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [make, key, limit, reply] {
            QKeychain::Job *job = make();
            job->setKey(key);
            job->setAutoDelete(true);
            new KeychainJob(job, limit, reply);
            job->start();
        },
        Qt::QueuedConnection);
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
