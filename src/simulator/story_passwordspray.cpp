// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "endpointevidence.h"
#include "teller.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int sprayedAccounts = 7; // accounts that show up as evidence; the last one fell

} // namespace

void tellPasswordSpray(Teller &teller)
{
    const AddressFacts source {.address = u"203.0.113.99"_s, .countryCode = u"VN"_s, .country = u"Vietnam"_s, .city = u"Hue"_s};
    const Device controller = serverOf(teller.org().seed, Server::DomainController);
    teller.incident({.title = u"Password spray, one account taken"_s,
                     .description = u"One address tried a few passwords on many accounts; one sign-in succeeded."_s,
                     .severity = Severity::Medium,
                     .priority = 66});
    AlertDraft spray;
    spray.text = {.title = u"Suspected password spray attack (Kerberos)"_s,
                  .description = u"312 failed sign-ins against 84 accounts from one source."_s,
                  .category = u"CredentialAccess"_s,
                  .detectionSource = u"microsoftDefenderForIdentity"_s,
                  .techniques = {u"T1110.003"_s}};
    spray.source = ServiceSource::Identity;
    for (int i = 0; i < sprayedAccounts; ++i) {
        const QLatin1StringView role = i == sprayedAccounts - 1 ? "compromised"_L1 : "attacked"_L1;
        spray.evidence.append(userEvidence(teller.head(0, "none"_L1, "suspicious"_L1, {role}), teller.person(i)));
    }
    spray.evidence.append(deviceEvidence(teller.head(0, "none"_L1, "unknown"_L1, {u"destination"_s}), controller));
    spray.evidence.append(ipEvidence(teller.head(0, "none"_L1, "malicious"_L1, {u"source"_s, u"attacker"_s}), source));
    spray.evidence.append(domainEvidence(teller.head(0, "none"_L1, "unknown"_L1), u"harborline.example"_s));
    teller.alert(spray);

    AlertDraft success;
    success.text = {.title = u"Successful sign-in after a password spray"_s,
                    .category = u"InitialAccess"_s,
                    .detectionSource = u"azureAdIdentityProtection"_s,
                    .techniques = {u"T1078"_s, u"T1110.003"_s}};
    success.source = ServiceSource::EntraProtection;
    success.severity = Severity::High;
    success.minutes = 48;
    const Person &fallen = teller.person(sprayedAccounts - 1);
    success.evidence = {userEvidence(teller.head(48, "none"_L1, "suspicious"_L1, {u"compromised"_s}), fallen),
                        ipEvidence(teller.head(48, "none"_L1, "malicious"_L1, {u"attacker"_s}), source),
                        hostLogonEvidence(teller.head(48), fallen, teller.laptop(sprayedAccounts - 1),
                                          {.sessionId = u"0x3e7a14"_s, .started = secondStamp(teller.at(47)), .ended = {}})};
    teller.alert(success);
}

} // namespace simulator
