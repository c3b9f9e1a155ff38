// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Evidence about source code and the cloud keys that leak from it: GitHub, Amazon, Google, shared access signatures; and
// about the agents that act on such keys. Pure functions.

#include "cloudevidence.h"
#include "evidence.h"

namespace simulator {

struct RepositoryFacts {
    QString organisation {};
    QString repository {};
    QString user {}; // login
    QString address {}; // of the user
};
[[nodiscard]] QJsonObject gitHubOrganizationEvidence(const EvidenceHead &head, const RepositoryFacts &facts);
[[nodiscard]] QJsonObject gitHubRepoEvidence(const EvidenceHead &head, const RepositoryFacts &facts);
[[nodiscard]] QJsonObject gitHubUserEvidence(const EvidenceHead &head, const RepositoryFacts &facts);

[[nodiscard]] QJsonObject amazonResourceEvidence(const EvidenceHead &head, const QString &account, const QString &bucket);
[[nodiscard]] QJsonObject googleCloudResourceEvidence(const EvidenceHead &head, const QString &project, qint64 projectNumber,
                                                      const QString &bucket);

struct SignatureFacts {
    QString started {}; // stamps
    QString expires {};
    QString hash {};
    StorageFacts storage {};
};
[[nodiscard]] QJsonObject sasTokenEvidence(const EvidenceHead &head, const SignatureFacts &facts);

struct AgentFacts {
    QString id {};
    QString name {};
    QString instructions {}; // what it was told at its making
};
[[nodiscard]] QJsonObject aiAgentEvidence(const EvidenceHead &head, const AgentFacts &facts);

} // namespace simulator
