// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containerevidence.h"

#include "identityevidence.h"

#include <QJsonArray>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

QJsonObject addressInside(const EvidenceHead &head, const QString &address)
{
    return ipEvidence(innerHead(head), {.address = address});
}

QJsonObject namedInNamespace(QLatin1StringView type, const EvidenceHead &head, const ClusterPlace &place, const QString &name)
{
    QJsonObject item = evidenceOf(type, head);
    item.insert(u"name"_s, name);
    item.insert(u"namespace"_s, kubernetesNamespaceEvidence(innerHead(head), place));
    return item;
}

} // namespace

QJsonObject kubernetesClusterEvidence(const EvidenceHead &head, const ClusterPlace &place)
{
    QJsonObject resource = evidenceOf("azureResourceEvidence"_L1, innerHead(head));
    resource.insert(u"resourceId"_s, place.cloudResource);
    resource.insert(u"resourceName"_s, place.cluster);
    resource.insert(u"resourceType"_s, u"Kubernetes Service"_s);
    QJsonObject item = evidenceOf("kubernetesClusterEvidence"_L1, head);
    item.insert(u"name"_s, place.cluster);
    item.insert(u"platform"_s, u"aks"_s);
    item.insert(u"version"_s, u"1.31.2"_s);
    item.insert(u"distribution"_s, QJsonValue::Null);
    item.insert(u"cloudResource"_s, resource);
    return item;
}

QJsonObject kubernetesNamespaceEvidence(const EvidenceHead &head, const ClusterPlace &place)
{
    QJsonObject item = evidenceOf("kubernetesNamespaceEvidence"_L1, head);
    item.insert(u"name"_s, place.space);
    item.insert(u"labels"_s, QJsonObject {{u"kubernetes.io/metadata.name"_s, place.space}});
    item.insert(u"cluster"_s, kubernetesClusterEvidence(innerHead(head), place));
    return item;
}

QJsonObject kubernetesControllerEvidence(const EvidenceHead &head, const ClusterPlace &place, const QString &name)
{
    QJsonObject item = namedInNamespace("kubernetesControllerEvidence"_L1, head, place, name);
    item.insert(u"type"_s, u"Deployment"_s);
    item.insert(u"labels"_s, QJsonObject {{u"app"_s, name}});
    return item;
}

QJsonObject kubernetesSecretEvidence(const EvidenceHead &head, const ClusterPlace &place, const QString &name)
{
    QJsonObject item = namedInNamespace("kubernetesSecretEvidence"_L1, head, place, name);
    item.insert(u"secretType"_s, u"kubernetes.io/service-account-token"_s);
    return item;
}

QJsonObject kubernetesServiceAccountEvidence(const EvidenceHead &head, const ClusterPlace &place, const QString &name)
{
    return namedInNamespace("kubernetesServiceAccountEvidence"_L1, head, place, name);
}

QJsonObject kubernetesServiceEvidence(const EvidenceHead &head, const ClusterPlace &place, const QString &name)
{
    QJsonObject item = namedInNamespace("kubernetesServiceEvidence"_L1, head, place, name);
    item.insert(u"serviceType"_s, u"loadBalancer"_s);
    item.insert(u"clusterIP"_s, addressInside(head, u"10.96.14.2"_s));
    item.insert(u"externalIPs"_s, QJsonArray {addressInside(head, u"198.51.100.88"_s)});
    item.insert(u"labels"_s, QJsonObject {{u"app"_s, name}});
    item.insert(u"selector"_s, QJsonObject {{u"app"_s, name}});
    item.insert(u"servicePorts"_s,
                QJsonArray {QJsonObject {{u"name"_s, u"dashboard"_s},
                                         {u"port"_s, 443},
                                         {u"targetPort"_s, u"8443"_s},
                                         {u"nodePort"_s, 30'443},
                                         {u"protocol"_s, u"tcp"_s},
                                         {u"appProtocol"_s, u"https"_s}}});
    return item;
}

QJsonObject containerRegistryEvidence(const EvidenceHead &head, const QString &registry)
{
    QJsonObject item = evidenceOf("containerRegistryEvidence"_L1, head);
    item.insert(u"registry"_s, registry);
    return item;
}

QJsonObject containerImageEvidence(const EvidenceHead &head, const ImageFacts &image)
{
    QJsonObject digest = evidenceOf("containerImageEvidence"_L1, innerHead(head));
    digest.insert(u"imageId"_s, QString(image.name.section(u':', 0, 0) + u"@sha256:" + image.digest));
    digest.insert(u"registry"_s, containerRegistryEvidence(innerHead(head), image.registry));
    digest.insert(u"digestImage"_s, QJsonValue::Null);
    QJsonObject item = evidenceOf("containerImageEvidence"_L1, head);
    item.insert(u"imageId"_s, image.name);
    item.insert(u"registry"_s, containerRegistryEvidence(innerHead(head), image.registry));
    item.insert(u"digestImage"_s, digest);
    return item;
}

QJsonObject podContainerEvidence(const EvidenceHead &head, const ContainerFacts &container)
{
    QJsonObject item = evidenceOf("containerEvidence"_L1, head);
    item.insert(u"containerId"_s, container.id);
    item.insert(u"name"_s, container.name);
    item.insert(u"command"_s, QJsonArray::fromStringList(container.command));
    item.insert(u"args"_s, QJsonArray::fromStringList(container.args));
    item.insert(u"isPrivileged"_s, true);
    item.insert(u"image"_s, containerImageEvidence(innerHead(head), container.image));
    item.insert(u"pod"_s, QJsonValue::Null); // the pod is an item of its own, which carries this one
    return item;
}

QJsonObject kubernetesPodEvidence(const EvidenceHead &head, const ClusterPlace &place, const QString &name,
                                  const ContainerFacts &container)
{
    QJsonObject item = namedInNamespace("kubernetesPodEvidence"_L1, head, place, name);
    item.insert(u"controller"_s, kubernetesControllerEvidence(innerHead(head), place, name.section(u'-', 0, 0)));
    item.insert(u"serviceAccount"_s, kubernetesServiceAccountEvidence(innerHead(head), place, u"default"_s));
    item.insert(u"podIp"_s, addressInside(head, u"10.244.3.17"_s));
    item.insert(u"labels"_s, QJsonObject {{u"app"_s, name.section(u'-', 0, 0)}});
    item.insert(u"containers"_s, QJsonArray {podContainerEvidence(innerHead(head), container)});
    item.insert(u"initContainers"_s, QJsonArray());
    item.insert(u"ephemeralContainers"_s, QJsonArray());
    return item;
}

} // namespace simulator
