// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Evidence about cloud applications, consents and storage. Pure functions.

#include "evidence.h"

namespace simulator {

struct ApplicationFacts {
    QString appId {};
    QString objectId {};
    QString name {};
    QString publisher {};
};
[[nodiscard]] QJsonObject oauthApplicationEvidence(const EvidenceHead &head, const ApplicationFacts &facts);
[[nodiscard]] QJsonObject servicePrincipalEvidence(const EvidenceHead &head, const ApplicationFacts &facts,
                                                   const QString &tenantId, const QString &ownerTenantId);
// appId and instance are numbers here, and large ones
[[nodiscard]] QJsonObject cloudApplicationEvidence(const EvidenceHead &head, qint64 appId, const QString &name,
                                                   qint64 instanceId);

struct StorageFacts {
    QString subscription {};
    QString account {};
    QString container {};
    QString blob {};
    QString sha256 {};
};
[[nodiscard]] QJsonObject storageEvidence(const EvidenceHead &head, const StorageFacts &facts); // azureResource
[[nodiscard]] QJsonObject containerEvidence(const EvidenceHead &head, const StorageFacts &facts); // blobContainer
[[nodiscard]] QJsonObject blobEvidence(const EvidenceHead &head, const StorageFacts &facts);

} // namespace simulator
