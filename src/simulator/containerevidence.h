// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Evidence about containers and the Kubernetes clusters that run them. Items nest: a pod carries its namespace, which
// carries its cluster. Pure functions.

#include "evidence.h"

namespace simulator {

struct ClusterPlace {
    QString cloudResource {}; // id in Azure
    QString cluster {};
    QString space {}; // namespace
};
[[nodiscard]] QJsonObject kubernetesClusterEvidence(const EvidenceHead &head, const ClusterPlace &place);
[[nodiscard]] QJsonObject kubernetesNamespaceEvidence(const EvidenceHead &head, const ClusterPlace &place);
[[nodiscard]] QJsonObject kubernetesControllerEvidence(const EvidenceHead &head, const ClusterPlace &place, const QString &name);
[[nodiscard]] QJsonObject kubernetesSecretEvidence(const EvidenceHead &head, const ClusterPlace &place, const QString &name);
[[nodiscard]] QJsonObject kubernetesServiceAccountEvidence(const EvidenceHead &head, const ClusterPlace &place,
                                                           const QString &name);
[[nodiscard]] QJsonObject kubernetesServiceEvidence(const EvidenceHead &head, const ClusterPlace &place, const QString &name);

[[nodiscard]] QJsonObject containerRegistryEvidence(const EvidenceHead &head, const QString &registry);

struct ImageFacts {
    QString registry {};
    QString name {}; // with its tag
    QString digest {}; // hexadecimal
};
[[nodiscard]] QJsonObject containerImageEvidence(const EvidenceHead &head, const ImageFacts &image);

struct ContainerFacts {
    QString id {};
    QString name {};
    QStringList command {};
    QStringList args {};
    ImageFacts image {};
};
// The one container of a pod: the item itself, and the pod around it.
[[nodiscard]] QJsonObject podContainerEvidence(const EvidenceHead &head, const ContainerFacts &container);
[[nodiscard]] QJsonObject kubernetesPodEvidence(const EvidenceHead &head, const ClusterPlace &place, const QString &name,
                                                const ContainerFacts &container);

} // namespace simulator
