// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Signed tokens (RS256) as Entra makes them: the key, signing, and reading one back after its signature was checked.
// Pure but for the key; used in the tenant thread.

#include "simulator/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <memory>

using EVP_PKEY = struct evp_pkey_st;

namespace simulator {

[[nodiscard]] QByteArray base64Url(const QByteArray &bytes);

class SigningKey
{
public:
    static Result<SigningKey> generate();
    static Result<SigningKey> fromPem(const QByteArray &pem);

    [[nodiscard]] QByteArray pem() const; // private: for the world file only
    [[nodiscard]] QJsonObject jwk() const; // public half, as served below /discovery/keys

    [[nodiscard]] QByteArray sign(const QJsonObject &claims) const;
    Result<QJsonObject> read(
        const QByteArray &token) const; // the claims, if form, algorithm, key and signature are right

private:
    explicit SigningKey(EVP_PKEY *key);
    [[nodiscard]] QByteArray number(const char *name) const; // of the key, big-endian

    std::shared_ptr<EVP_PKEY> m_key;
    QString m_id;
};

} // namespace simulator
