// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "endpointevidence.h"
#include "teller.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView ransomwareRelay {"203.0.113.240"};

FileFacts system32(const QString &name, Teller &teller)
{
    return {.name = name, .path = u"C:\\Windows\\System32"_s, .sha1 = teller.random().hex(40), .sha256 = teller.random().hex(64), .size = 289'792, .publisher = u"Microsoft Corporation"_s};
}

FileFacts loader(Teller &teller)
{
    return {.name = u"svhost_upd.exe"_s, .path = u"C:\\ProgramData\\upd"_s, .sha1 = teller.random().hex(40), .sha256 = teller.random().hex(64), .size = 1'284'096};
}

AlertDraft foothold(Teller &teller, const FileFacts &file)
{
    const Device laptop = teller.laptop(0);
    AlertDraft alert;
    alert.text = {.title = u"Suspicious service launched"_s,
                  .category = u"Persistence"_s,
                  .detectionSource = u"microsoftDefenderForEndpoint"_s,
                  .techniques = {u"T1543.003"_s, u"T1112"_s}};
    alert.source = ServiceSource::Endpoint;
    alert.investigation = InvestigationState::PartiallyRemediated;
    const QString key = u"SYSTEM\\CurrentControlSet\\Services\\UpdHelper"_s;
    alert.evidence = {deviceEvidence(teller.head(0, "none"_L1, "suspicious"_L1, {u"compromised"_s}), laptop, {.risk = "high"_L1, .user = &teller.person(0)}),
                      fileEvidence(teller.head(0, "active"_L1, "malicious"_L1), file, laptop.mdeId, "detected"_L1),
                      registryKeyEvidence(teller.head(0), u"HKEY_LOCAL_MACHINE"_s, key),
                      registryValueEvidence(teller.head(0, "active"_L1, "malicious"_L1),
                                            {.hive = u"HKEY_LOCAL_MACHINE"_s, .key = key, .name = u"ImagePath"_s, .type = u"ExpandString"_s, .value = QString(file.path + u'\\' + file.name)}, laptop.mdeId),
                      userEvidence(teller.head(0), teller.person(0))};
    return alert;
}

AlertDraft commandAndControl(Teller &teller)
{
    const Device laptop = teller.laptop(0);
    AlertDraft alert;
    alert.text = {.title = u"Connection to a command and control server"_s,
                  .category = u"CommandAndControl"_s,
                  .detectionSource = u"microsoftDefenderForEndpoint"_s,
                  .techniques = {u"T1071.001"_s}};
    alert.source = ServiceSource::Endpoint;
    alert.severity = Severity::High;
    alert.minutes = 8;
    alert.evidence = {connectionEvidence(teller.head(8, "none"_L1, "malicious"_L1), {.from = laptop.address, .fromPort = 50'122, .to = ransomwareRelay, .toPort = 443}),
                      dnsEvidence(teller.head(8), u"cdn-upd.example"_s, ransomwareRelay),
                      ipEvidence(teller.head(8, "none"_L1, "malicious"_L1, {u"commandAndControl"_s}), {.address = ransomwareRelay, .countryCode = u"KZ"_s, .country = u"Kazakhstan"_s, .city = u"Aktau"_s}),
                      deviceEvidence(teller.head(8), laptop, {.risk = "high"_L1, .user = &teller.person(0)})};
    return alert;
}

AlertDraft credentials(Teller &teller, const FileFacts &file)
{
    const Device server = serverOf(teller.org().seed, Server::FileServer);
    AlertDraft alert;
    alert.text = {.title = u"Sensitive credential memory read"_s,
                  .category = u"CredentialAccess"_s,
                  .detectionSource = u"microsoftDefenderForEndpoint"_s,
                  .techniques = {u"T1003.001"_s}};
    alert.source = ServiceSource::Endpoint;
    alert.severity = Severity::High;
    alert.minutes = 19;
    alert.evidence = {deviceEvidence(teller.head(19, "none"_L1, "suspicious"_L1, {u"compromised"_s}), server, {.risk = "high"_L1, .user = &teller.person(1)}),
                      processEvidence(teller.head(19, "blocked"_L1, "malicious"_L1),
                                      {.id = 6612, .parentId = 912, .created = stamp(teller.at(18)), .parentCreated = stamp(teller.at(17)), .commandLine = u"svhost_upd.exe --read lsass"_s, .image = file, .parentImage = system32(u"services.exe"_s, teller), .detection = "blocked"_L1},
                                      server, teller.person(1)),
                      userEvidence(teller.head(19, "none"_L1, "suspicious"_L1, {u"compromised"_s}), teller.person(1)),
                      groupEvidence(teller.head(19), {.id = teller.random().guid(), .name = u"Backup Operators"_s, .sid = u"S-1-5-32-551"_s})};
    return alert;
}

AlertDraft shadowCopies(Teller &teller)
{
    const Device server = serverOf(teller.org().seed, Server::FileServer);
    AlertDraft alert;
    alert.text = {.title = u"File backups were deleted"_s,
                  .description = u"Shadow copies were removed, as ransomware does before it encrypts."_s,
                  .category = u"Ransomware"_s,
                  .detectionSource = u"microsoftDefenderForEndpoint"_s,
                  .recommendedActions = u"Isolate the server now.\nReset the accounts that were used."_s,
                  .threatFamily = u"Blackdock"_s,
                  .techniques = {u"T1490"_s}};
    alert.source = ServiceSource::Endpoint;
    alert.severity = Severity::High;
    alert.minutes = 27;
    alert.evidence = {deviceEvidence(teller.head(27, "none"_L1, "malicious"_L1), server, {.risk = "high"_L1, .user = &teller.person(1)}),
                      processEvidence(teller.head(27, "active"_L1, "malicious"_L1),
                                      {.id = 7044, .parentId = 6612, .created = stamp(teller.at(26)), .parentCreated = stamp(teller.at(18)), .commandLine = u"vssadmin.exe delete shadows /all /quiet"_s, .image = system32(u"vssadmin.exe"_s, teller), .parentImage = system32(u"cmd.exe"_s, teller)},
                                      server, teller.person(1)),
                      userEvidence(teller.head(27), teller.person(1))};
    return alert;
}

} // namespace

void tellRansomwarePrecursor(Teller &teller)
{
    const FileFacts file = loader(teller);
    teller.incident({.title = u"Hands-on-keyboard attack, possible ransomware"_s,
                     .description = u"From a laptop to a file server; backups were deleted."_s,
                     .severity = Severity::High,
                     .tags = {u"Ransomware"_s},
                     .priority = 98});
    teller.alert(foothold(teller, file));
    teller.alert(commandAndControl(teller));
    teller.alert(credentials(teller, file));
    teller.alert(shadowCopies(teller));
}

} // namespace simulator
