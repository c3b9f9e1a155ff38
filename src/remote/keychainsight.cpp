// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychainsight.h"

#include "kernelsecretstore.h"
#include "keychainsecretstore.h"

#include "domain/ask.h"

#include <QFile>
#include <QUuid>

using namespace Qt::StringLiterals;
using domain::Done;
using domain::Finding;
using domain::FindingCause;
using domain::Findings;
using domain::FindingState;
using domain::FindingSubject;
using domain::Result;

namespace remote {

namespace {

// QtKeychain does not say which service it talks to. It loads libsecret for the Secret Service alone, and only at the first
// job, so afterwards the libraries of this process tell.
QString backendName()
{
    QFile maps(u"/proc/self/maps"_s);
    if (!maps.open(QIODevice::ReadOnly))
        return {};
    return maps.readAll().contains("/libsecret-1.so") ? u"Secret Service (libsecret)"_s : u"KWallet"_s;
}

class KeychainLook final : public QObject
{
public:
    KeychainLook(std::chrono::milliseconds limit, domain::Answer<Findings> answer, QObject *asker)
        : QObject(asker)
        , m_store(u"casemate-diagnostics"_s, limit)
        , m_answer(std::move(answer))
    {
    }

    void write()
    {
        m_store.write(m_key, m_secret, this, [this](const Result<Done> &written) {
            if (written)
                readBack();
            else
                end(FindingCause::Refused, written.error());
        });
    }

private:
    void readBack()
    {
        m_store.read(m_key, this, [this](const Result<SecretStore::Found> &found) {
            if (!found)
                end(FindingCause::Refused, found.error());
            else if (!*found || !(*found)->isSameAs(m_secret))
                end(FindingCause::NotKept);
            else
                remove();
        });
    }

    void remove()
    {
        m_store.remove(m_key, this, [this](const Result<Done> &removed) {
            if (removed)
                end(FindingCause::None);
            else
                end(FindingCause::Refused, removed.error());
        });
    }

    void end(FindingCause cause, const domain::Error &error = {})
    {
        Finding keychain;
        keychain.subject = FindingSubject::Keychain;
        keychain.cause = error.code == "timedOut"_L1 ? FindingCause::TimedOut : cause;
        keychain.detail = error.detail;
        Findings findings;
        if (cause == FindingCause::None) {
            keychain.value = backendName();
            findings = {keychain};
        } else {
            keychain.state = FindingState::Bad;
            Finding memory;
            memory.subject = FindingSubject::KernelMemory;
            if (!KernelSecretStore::isAvailable()) {
                memory.state = FindingState::Note;
                memory.cause = FindingCause::Missing;
            }
            findings = {keychain, memory};
        }
        m_answer(findings);
        deleteLater();
    }

    KeychainSecretStore m_store;
    domain::Answer<Findings> m_answer;
    QString m_key = u"look/"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    Secret m_secret {QUuid::createUuid().toByteArray(QUuid::WithoutBraces)};
};

} // namespace

void lookAtKeychain(std::chrono::milliseconds limit, QObject *asker, std::function<void(Result<Findings>)> answer)
{
    (new KeychainLook(limit, domain::Answer<Findings>(asker, std::move(answer)), asker))->write();
}

} // namespace remote
