// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A client that proves itself by a certificate: makes the JWT that the token endpoint is sent. Pure.

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace simulator::test {

struct Assertion {
    QByteArray pem; // certificate and private key
    QJsonObject claims;
    QString algorithm = QStringLiteral("PS256"); // or RS256
    QString thumbprint = QStringLiteral("x5t#S256"); // or x5t
};

[[nodiscard]] QString signedJwt(const Assertion &assertion);

} // namespace simulator::test
