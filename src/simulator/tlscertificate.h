// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A certificate for 127.0.0.1, [::1] and localhost, signed by an authority that exists for this start only, and the ways in
// which it can be wrong. Pure; called in the main thread at the start.

#include "simulator/result.h"

#include <QByteArray>
#include <QSslConfiguration>

namespace simulator {

enum class CertificateKind { Good, Expired, WrongHost, SelfSigned };

struct TlsCertificate {
    QByteArray authorityPem; // what a client has to trust
    QByteArray certificatePem;
    QByteArray keyPem;

    static Result<TlsCertificate> make(CertificateKind kind);
    [[nodiscard]] QSslConfiguration configuration() const; // of a server's sockets
};

} // namespace simulator
