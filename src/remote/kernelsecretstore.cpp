// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernelsecretstore.h"

#include "domain/ask.h"

#include <QUuid>

#include <keyutils.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace remote {

using domain::Done;
using domain::ErrorKind;
using domain::Result;

namespace {

constexpr const char *keyType = "user";
// The user's own keyring is often not linked into a session's, so that only "user" rights, not "possessor" ones, apply.
constexpr key_perm_t ownerOnly =
    KEY_POS_ALL | KEY_USR_VIEW | KEY_USR_READ | KEY_USR_WRITE | KEY_USR_SEARCH | KEY_USR_SETATTR;

QByteArray description(const QString &key)
{
    return "casemate:" + key.toUtf8();
}

domain::Error failed(const QString &tried)
{
    return domain::error(ErrorKind::KeychainFailed, tried, QString::fromLocal8Bit(std::strerror(errno)));
}

bool isAbsent(int error)
{
    return error == ENOKEY || error == EKEYEXPIRED || error == EKEYREVOKED;
}

Result<SecretStore::Found> readKey(const QString &key)
{
    const QString tried = u"read a secret from the kernel's keyring"_s;
    const key_serial_t serial =
        key_serial_t(::keyctl_search(KEY_SPEC_USER_KEYRING, keyType, description(key).constData(), 0));
    if (serial < 0)
        return isAbsent(errno) ? Result<SecretStore::Found>(std::nullopt) : Result<SecretStore::Found>(failed(tried));
    void *payload = nullptr;
    const int length = ::keyctl_read_alloc(serial, &payload);
    if (length < 0)
        return failed(tried);
    Secret secret(QByteArrayView(static_cast<const char *>(payload), length));
    ::explicit_bzero(payload, size_t(length));
    ::free(payload);
    return SecretStore::Found(std::move(secret));
}

Result<Done> writeKey(const QString &key, const Secret &secret, std::chrono::seconds life)
{
    const QByteArrayView bytes = secret.reveal();
    const key_serial_t serial =
        ::add_key(keyType, description(key).constData(), bytes.data(), size_t(bytes.size()), KEY_SPEC_USER_KEYRING);
    if (serial < 0 || ::keyctl_setperm(serial, ownerOnly) != 0
        || ::keyctl_set_timeout(serial, unsigned(life.count())) != 0)
        return failed(u"keep a secret in the kernel's keyring"_s);
    return Done {};
}

Result<Done> removeKey(const QString &key)
{
    const QString tried = u"remove a secret from the kernel's keyring"_s;
    const key_serial_t serial =
        key_serial_t(::keyctl_search(KEY_SPEC_USER_KEYRING, keyType, description(key).constData(), 0));
    if (serial < 0)
        return isAbsent(errno) ? Result<Done>(Done {}) : Result<Done>(failed(tried));
    if (::keyctl_unlink(serial, KEY_SPEC_USER_KEYRING) != 0)
        return failed(tried);
    return Done {};
}

} // namespace

KernelSecretStore::KernelSecretStore(QString why, std::chrono::seconds life)
    : m_why(std::move(why))
    , m_life(life)
{
}

bool KernelSecretStore::isAvailable()
{
    const QString sentinel = u"sentinel/"_s + QUuid::createUuid().toString(QUuid::WithoutBraces); // others ask too
    const QByteArray wanted = "casemate";
    if (!writeKey(sentinel, Secret(wanted), std::chrono::seconds(60)))
        return false;
    const Result<Found> found = readKey(sentinel);
    const bool works = found && found->has_value() && (*found)->reveal() == wanted;
    return removeKey(sentinel).hasValue() && works;
}

void KernelSecretStore::write(const QString &key, const Secret &secret, QObject *asker,
                              std::function<void(Result<Done>)> answer)
{
    domain::Answer<Done>(asker, std::move(answer))(writeKey(key, secret, m_life));
}

void KernelSecretStore::read(const QString &key, QObject *asker, std::function<void(Result<Found>)> answer)
{
    domain::Answer<Found>(asker, std::move(answer))(readKey(key));
}

void KernelSecretStore::remove(const QString &key, QObject *asker, std::function<void(Result<Done>)> answer)
{
    domain::Answer<Done>(asker, std::move(answer))(removeKey(key));
}

} // namespace remote
