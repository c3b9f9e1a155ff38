// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "codeevidence.h"
#include "teller.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int laterMinutes = 55;

AlertDraft exposedAlert(Teller &teller, const RepositoryFacts &code)
{
    AlertDraft alert;
    alert.text = {.title = u"Cloud keys found in a public repository"_s,
                  .description = u"A commit carries keys of three clouds; the repository was made public a day later."_s,
                  .category = u"CredentialAccess"_s,
                  .detectionSource = u"microsoftDefenderForCloud"_s,
                  .recommendedActions = u"Withdraw the keys first, then clean the repository."_s,
                  .techniques = {u"T1552.001"_s}};
    alert.source = ServiceSource::Cloud;
    alert.severity = Severity::High;
    alert.evidence = {gitHubOrganizationEvidence(teller.head(0, "none"_L1, "unknown"_L1), code),
                      gitHubRepoEvidence(teller.head(0, "active"_L1, "suspicious"_L1), code),
                      gitHubUserEvidence(teller.head(0, "none"_L1, "suspicious"_L1), code),
                      userEvidence(teller.head(0, "none"_L1, "suspicious"_L1), teller.person(0))};
    return alert;
}

AlertDraft usedAlert(Teller &teller)
{
    const StorageFacts storage {.subscription = teller.random().guid(),
                                .account = u"hltracking"_s,
                                .container = u"positions"_s,
                                .blob = u"2026/positions.parquet"_s,
                                .sha256 = teller.random().hex(64)};
    const ApplicationFacts pipeline {.appId = teller.random().guid(),
                                     .objectId = teller.random().guid(),
                                     .name = u"tracking-pipeline"_s,
                                     .publisher = {}};
    AlertDraft alert;
    alert.text = {.title = u"Storage read with a leaked key from an unusual address"_s,
                  .description = u"The same address used the leaked keys in three clouds within the hour."_s,
                  .category = u"Collection"_s,
                  .detectionSource = u"microsoftDefenderForStorage"_s,
                  .techniques = {u"T1530"_s, u"T1078.004"_s}};
    alert.source = ServiceSource::Cloud;
    alert.severity = Severity::High;
    alert.minutes = laterMinutes;
    const auto head = [&teller](QLatin1StringView verdict = "suspicious"_L1) {
        return teller.head(laterMinutes, "active"_L1, verdict);
    };
    alert.evidence = {sasTokenEvidence(head("malicious"_L1), {.started = secondStamp(teller.at(-3000)),
                                                              .expires = secondStamp(teller.at(laterMinutes) + 90 * oneDay),
                                                              .hash = teller.random().hex(64),
                                                              .storage = storage}),
                      blobEvidence(head(), storage),
                      amazonResourceEvidence(head(), u"481516234200"_s, u"hl-positions-archive"_s),
                      googleCloudResourceEvidence(head(), u"hl-positions"_s, 902'214'998'117, u"hl-positions-mirror"_s),
                      servicePrincipalEvidence(head(), pipeline, teller.org().tenantId, teller.org().tenantId),
                      ipEvidence(teller.head(laterMinutes, "none"_L1, "malicious"_L1, {u"attacker"_s}),
                                 {.address = u"203.0.113.66"_s, .countryCode = u"BR"_s, .country = u"Brazil"_s, .city = u"Recife"_s})};
    return alert;
}

} // namespace

void tellLeakedKeys(Teller &teller)
{
    const RepositoryFacts code {.organisation = u"harborline-dev"_s,
                                .repository = u"tracking-pipeline"_s,
                                .user = teller.person(0).account,
                                .address = teller.person(0).upn};
    teller.incident({.title = u"Leaked cloud keys were used to read storage"_s,
                     .description = u"Keys of Azure, AWS and Google Cloud from a public repository, used from one address."_s,
                     .severity = Severity::High,
                     .priority = 74});
    teller.alert(exposedAlert(teller, code));
    teller.alert(usedAlert(teller));
}

} // namespace simulator
