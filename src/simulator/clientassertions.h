// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Judges the JWT by which an application proves that it holds the private key of a registered certificate, and remembers
// those it has seen. Values; tenant thread.
// https://learn.microsoft.com/entra/identity-platform/certificate-credentials

#include "simulator/clientcertificate.h"
#include "simulator/entraerror.h"

#include <QHash>
#include <QJsonObject>

#include <optional>

namespace simulator {

struct AssertionRules {
    QString clientId;
    QStringList audiences; // addresses of the token endpoint
    bool refusesReplays = true;
};

class ClientAssertions
{
public:
    void add(const RegisteredCertificate &certificate) { m_certificates.append(certificate); }
    [[nodiscard]] int count() const { return static_cast<int>(m_certificates.size()); }

    [[nodiscard]] std::optional<EntraError> problem(const QByteArray &assertion, const AssertionRules &rules,
                                                    qint64 now); // ms

private:
    [[nodiscard]] std::optional<EntraError> signatureProblem(const QList<QByteArray> &parts, const QJsonObject &head,
                                                             qint64 now) const;
    [[nodiscard]] bool wasSeen(const QJsonObject &claims, qint64 now);

    QList<RegisteredCertificate> m_certificates;
    QHash<QString, qint64> m_seen; // jti; until when (s)
};

} // namespace simulator
