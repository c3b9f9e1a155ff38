// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "cloudevidence.h"
#include "teller.h"

namespace simulator {

using namespace Qt::StringLiterals;

void tellOauthApp(Teller &teller)
{
    const ApplicationFacts app {.appId = teller.random().guid(),
                                .objectId = teller.random().guid(),
                                .name = u"PDF Merge Free"_s,
                                .publisher = u"Unverified"_s};
    const AddressFacts address {.address = u"203.0.113.180"_s, .countryCode = u"HK"_s, .country = u"Hong Kong"_s, .city = u"Kowloon"_s};
    teller.incident({.title = u"Consent to an application that reads mail"_s,
                     .description = u"Two users consented to an unverified application; it then read mail in bulk."_s,
                     .severity = Severity::Medium,
                     .priority = 58});
    AlertDraft consent;
    consent.text = {.title = u"Suspicious OAuth app consent"_s,
                    .category = u"Persistence"_s,
                    .detectionSource = u"cloudAppSecurity"_s,
                    .recommendedActions = u"Revoke the consent and ban the application."_s,
                    .techniques = {u"T1528"_s}};
    consent.source = ServiceSource::CloudApps;
    consent.evidence = {oauthApplicationEvidence(teller.head(0, "active"_L1, "malicious"_L1), app),
                        userEvidence(teller.head(0, "none"_L1, "suspicious"_L1, {u"attacked"_s}), teller.person(0)),
                        userEvidence(teller.head(0, "none"_L1, "suspicious"_L1, {u"attacked"_s}), teller.person(1)),
                        cloudApplicationEvidence(teller.head(0, "none"_L1, "unknown"_L1), 11161, u"Microsoft 365"_s, 9'007'199'254'740'993),
                        ipEvidence(teller.head(0), address)};
    teller.alert(consent);

    AlertDraft reading;
    reading.text = {.title = u"App with unusual mail access"_s,
                    .description = u"18,400 mails were read through the application within a day."_s,
                    .category = u"Collection"_s,
                    .detectionSource = u"appGovernanceDetection"_s,
                    .techniques = {u"T1114.002"_s}};
    reading.source = ServiceSource::AppGovernance;
    reading.severity = Severity::High;
    reading.minutes = 19 * 60;
    reading.evidence = {oauthApplicationEvidence(teller.head(19 * 60, "active"_L1, "malicious"_L1), app),
                        servicePrincipalEvidence(teller.head(19 * 60), app, teller.org().tenantId, teller.random().guid()),
                        mailboxEvidence(teller.head(19 * 60), teller.person(0)),
                        ipEvidence(teller.head(19 * 60), address)};
    teller.alert(reading);
}

} // namespace simulator
