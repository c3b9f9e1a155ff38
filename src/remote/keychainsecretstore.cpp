// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychainsecretstore.h"

#include "failure.h"
#include "keychainjob.h"

#include "domain/ask.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace remote {

using domain::Done;
using domain::Result;

namespace {

KeychainJob::Make writing(const QString &service, const Secret &secret)
{
    return [service, secret] {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setBinaryData(secret.reveal().toByteArray());
        return job;
    };
}

KeychainJob::Make reading(const QString &service)
{
    return [service] { return new QKeychain::ReadPasswordJob(service); };
}

KeychainJob::Make removing(const QString &service)
{
    return [service] { return new QKeychain::DeletePasswordJob(service); };
}

// Write, read back, remove: the only way to know that the keychain keeps what it is given.
class Probe final : public QObject
{
public:
    // Ends with whoever asked, should the answer never come.
    Probe(QString service, std::chrono::milliseconds limit, domain::Answer<Done> answer, QObject *asker)
        : QObject(asker)
        , m_service(std::move(service))
        , m_limit(limit)
        , m_answer(std::move(answer))
    {
    }

    void write()
    {
        KeychainJob::run(writing(m_service, Secret(m_sentinel)), m_key, m_limit, this,
                         [this](const Result<KeychainAnswer> &done) {
                             if (done)
                                 readBack();
                             else
                                 end(done.error());
                         });
    }

private:
    void readBack()
    {
        KeychainJob::run(reading(m_service), m_key, m_limit, this,
                         [this](const Result<KeychainAnswer> &done) {
                             if (!done)
                                 return end(done.error());
                             if (done->bytes != m_sentinel)
                                 return end(failure(domain::ErrorKind::KeychainFailed, u"try the keychain"_s,
                                                    u"probe"_s,
                                                    u"The keychain did not give back what it was given."_s));
                             remove();
                         });
    }

    void remove()
    {
        KeychainJob::run(removing(m_service), m_key, m_limit, this,
                         [this](const Result<KeychainAnswer> &) { end(Done {}); });
    }

    void end(Result<Done> result)
    {
        m_answer(std::move(result));
        deleteLater();
    }

    QString m_service;
    std::chrono::milliseconds m_limit;
    domain::Answer<Done> m_answer;
    // several programs may probe at once
    QString m_key = u"probe/"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QByteArray m_sentinel = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
};

} // namespace

KeychainSecretStore::KeychainSecretStore(QString service, std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
    , m_limit(limit)
{
}

void KeychainSecretStore::probe(QObject *asker, std::function<void(Result<Done>)> answer)
{
    (new Probe(m_service, m_limit, domain::Answer<Done>(asker, std::move(answer)), asker))->write();
}

void KeychainSecretStore::write(const QString &key, const Secret &secret, QObject *asker,
                                std::function<void(Result<Done>)> function)
{
    const domain::Answer<Done> answer(asker, std::move(function));
    KeychainJob::run(writing(m_service, secret), key, m_limit, this,
                     [answer](const Result<KeychainAnswer> &done) {
                         answer(done ? Result<Done>(Done {}) : Result<Done>(done.error()));
                     });
}

void KeychainSecretStore::read(const QString &key, QObject *asker, std::function<void(Result<Found>)> function)
{
    const domain::Answer<Found> answer(asker, std::move(function));
    KeychainJob::run(reading(m_service), key, m_limit, this,
                     [this, answer](const Result<KeychainAnswer> &done) {
                         if (!done)
                             return answer(done.error());
                         if (done->bytes)
                             return answer(Found(Secret(*done->bytes)));
                         // A locked keychain says "not found" as well: only one that works is believed.
                         probe(this, [answer](const Result<Done> &probed) {
                             answer(probed ? Result<Found>(Found()) : Result<Found>(probed.error()));
                         });
                     });
}

void KeychainSecretStore::remove(const QString &key, QObject *asker, std::function<void(Result<Done>)> function)
{
    const domain::Answer<Done> answer(asker, std::move(function));
    KeychainJob::run(removing(m_service), key, m_limit, this,
                     [answer](const Result<KeychainAnswer> &done) {
                         answer(done ? Result<Done>(Done {}) : Result<Done>(done.error()));
                     });
}

} // namespace remote
