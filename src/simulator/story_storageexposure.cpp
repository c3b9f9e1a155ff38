// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "cloudevidence.h"
#include "teller.h"

namespace simulator {

using namespace Qt::StringLiterals;

void tellStorageExposure(Teller &teller)
{
    const StorageFacts storage {.subscription = teller.random().guid(),
                                .account = u"hlscans"_s,
                                .container = u"bills-of-lading"_s,
                                .blob = u"2026/09/bol-77120.pdf"_s,
                                .sha256 = teller.random().hex(64)};
    teller.incident({.title = u"Public storage container was read from the internet"_s,
                     .description = u"A container became public and was read in bulk; waits for the owner."_s,
                     .severity = Severity::Medium,
                     .status = IncidentStatus::AwaitingAction,
                     .priority = 39});
    AlertDraft exposed;
    exposed.text = {.title = u"Publicly accessible storage container discovered and read"_s,
                    .category = u"Exfiltration"_s,
                    .detectionSource = u"microsoftDefenderForStorage"_s,
                    .recommendedActions = u"Turn off anonymous access to the container."_s,
                    .techniques = {u"T1530"_s}};
    exposed.source = ServiceSource::Cloud;
    exposed.evidence = {storageEvidence(teller.head(0, "active"_L1, "suspicious"_L1), storage),
                        containerEvidence(teller.head(0, "active"_L1, "suspicious"_L1), storage),
                        blobEvidence(teller.head(0, "active"_L1, "suspicious"_L1), storage),
                        ipEvidence(teller.head(0, "none"_L1, "suspicious"_L1, {u"attacker"_s}),
                                   {.address = u"203.0.113.210"_s, .countryCode = u"UA"_s, .country = u"Ukraine"_s, .city = u"Odesa"_s})};
    teller.alert(exposed);
}

} // namespace simulator
