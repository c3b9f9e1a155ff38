// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "cloudevidence.h"
#include "containerevidence.h"
#include "endpointevidence.h"
#include "teller.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int laterMinutes = 34;

AlertDraft dashboardAlert(Teller &teller, const ClusterPlace &place)
{
    AlertDraft alert;
    alert.text = {.title = u"Exposed Kubernetes dashboard detected"_s,
                  .description = u"A load balancer publishes the dashboard of the cluster; somebody signed in without a password."_s,
                  .category = u"InitialAccess"_s,
                  .detectionSource = u"microsoftDefenderForContainers"_s,
                  .recommendedActions = u"Remove the service or put it behind a sign-in."_s,
                  .techniques = {u"T1133"_s}};
    alert.source = ServiceSource::Cloud;
    alert.severity = Severity::High;
    alert.evidence = {kubernetesClusterEvidence(teller.head(0, "active"_L1, "suspicious"_L1), place),
                      kubernetesNamespaceEvidence(teller.head(0), place),
                      kubernetesServiceEvidence(teller.head(0, "active"_L1, "malicious"_L1), place, u"dashboard"_s),
                      kubernetesServiceAccountEvidence(teller.head(0), place, u"dashboard-admin"_s),
                      kubernetesSecretEvidence(teller.head(0), place, u"dashboard-admin-token"_s),
                      ipEvidence(teller.head(0, "none"_L1, "malicious"_L1, {u"attacker"_s}),
                                 {.address = u"203.0.113.64"_s, .countryCode = u"VN"_s, .country = u"Viet Nam"_s, .city = u"Da Nang"_s})};
    return alert;
}

AlertDraft minerAlert(Teller &teller, const ClusterPlace &place)
{
    const ContainerFacts miner {.id = teller.random().hex(64),
                                .name = u"worker"_s,
                                .command = {u"/bin/sh"_s, u"-c"_s},
                                .args = {u"/opt/w -o pool.coin-harvest.example:4444 -u x"_s},
                                .image = {.registry = u"registry.coin-harvest.example"_s,
                                          .name = u"tools/worker:latest"_s,
                                          .digest = teller.random().hex(64)}};
    AlertDraft alert;
    alert.text = {.title = u"Digital currency mining container detected"_s,
                  .description = u"A privileged container runs a miner."_s,
                  .category = u"Impact"_s,
                  .detectionSource = u"microsoftDefenderForContainers"_s,
                  .recommendedActions = u"Stop the pod, keep its image, rotate the secrets of its namespace."_s,
                  .techniques = {u"T1496"_s, u"T1610"_s}};
    alert.source = ServiceSource::Cloud;
    alert.severity = Severity::High;
    alert.minutes = laterMinutes;
    const auto head = [&teller](QLatin1StringView verdict = "malicious"_L1) {
        return teller.head(laterMinutes, "active"_L1, verdict);
    };
    alert.evidence = {kubernetesPodEvidence(head(), place, u"worker-7d9f8b6c5-x2x8q"_s, miner),
                      podContainerEvidence(head(), miner),
                      containerImageEvidence(head(), miner.image),
                      containerRegistryEvidence(head("suspicious"_L1), miner.image.registry),
                      kubernetesControllerEvidence(head("suspicious"_L1), place, u"worker"_s),
                      connectionEvidence(head("suspicious"_L1), {u"10.244.3.17"_s, 51'322, u"203.0.113.65"_s, 4444}),
                      dnsEvidence(head("malicious"_L1), u"pool.coin-harvest.example"_s, u"203.0.113.65"_s)};
    return alert;
}

} // namespace

void tellClusterBreakout(Teller &teller)
{
    const ClusterPlace place {
        .cloudResource = u"/subscriptions/%1/resourceGroups/rg-tracking/providers/Microsoft.ContainerService/managedClusters/aks-tracking"_s
                             .arg(teller.random().guid()),
        .cluster = u"aks-tracking"_s,
        .space = u"tracking"_s};
    teller.incident({.title = u"Cryptocurrency miner in a Kubernetes cluster"_s,
                     .description = u"A dashboard open to the internet, then a miner in a privileged container."_s,
                     .severity = Severity::High,
                     .priority = 71});
    teller.alert(dashboardAlert(teller, place));
    teller.alert(minerAlert(teller, place));
}

} // namespace simulator
