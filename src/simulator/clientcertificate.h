// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The certificate with which the tenant's application can prove itself instead of a secret: made at the start, given to
// the client with its private key; and the public half as the app registration knows it. Values.

#include "simulator/result.h"

#include <QByteArray>
#include <QDateTime>

#include <memory>

using EVP_PKEY = struct evp_pkey_st;

namespace simulator {

struct ClientCertificate {
    QByteArray certificatePem;
    QByteArray keyPem; // private: only into 0600 files

    static Result<ClientCertificate> make(const QDateTime &from, const QDateTime &to); // RSA, signed by itself
};

class RegisteredCertificate
{
public:
    static Result<RegisteredCertificate> fromPem(const QByteArray &pem); // RSA alone, as the service takes it

    [[nodiscard]] const QByteArray &sha1() const { return m_sha1; } // of the DER; x5t names it
    [[nodiscard]] const QByteArray &sha256() const { return m_sha256; } // x5t#S256
    [[nodiscard]] const QDateTime &from() const { return m_from; }
    [[nodiscard]] const QDateTime &to() const { return m_to; }
    // RS256 or, with isPss, PS256
    [[nodiscard]] bool hasSigned(const QByteArray &text, const QByteArray &signature, bool isPss) const;

private:
    QByteArray m_sha1;
    QByteArray m_sha256;
    QDateTime m_from;
    QDateTime m_to;
    std::shared_ptr<EVP_PKEY> m_key;
};

} // namespace simulator
