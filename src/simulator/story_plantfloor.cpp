// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "endpointevidence.h"
#include "plantevidence.h"
#include "teller.h"

namespace simulator {

using namespace Qt::StringLiterals;

void tellPlantFloor(Teller &teller)
{
    const PlantDevice crane {.id = teller.random().guid(),
                             .name = u"crane-q3-plc1"_s,
                             .address = u"10.210.3.11"_s,
                             .hardwareAddress = u"00:1B:1B:7C:03:11"_s};
    const QString server = u"203.0.113.90"_s;
    teller.incident({.title = u"Crane controller talks to an unknown address"_s,
                     .description = u"A controller that should never leave its network made contact with the internet."_s,
                     .severity = Severity::Medium,
                     .priority = 52});
    AlertDraft contact;
    contact.text = {.title = u"Internet access detected from an operational device"_s,
                    .category = u"CommandAndControl"_s,
                    .detectionSource = u"microsoftDefenderForIoT"_s,
                    .recommendedActions = u"Ask the shift lead before anything is disconnected."_s,
                    .techniques = {u"T0884"_s}};
    contact.source = ServiceSource::Cloud;
    contact.evidence = {ioTDeviceEvidence(teller.head(0, "active"_L1, "suspicious"_L1), crane),
                        nicEvidence(teller.head(0, "none"_L1, "unknown"_L1), crane),
                        connectionEvidence(teller.head(0), {crane.address, 49'877, server, 443}),
                        dnsEvidence(teller.head(0), u"sync.firmware-mirror.example"_s, server),
                        ipEvidence(teller.head(0, "none"_L1, "suspicious"_L1, {u"destination"_s}),
                                   {.address = server, .countryCode = u"KZ"_s, .country = u"Kazakhstan"_s, .city = u"Aktau"_s})};
    teller.alert(contact);
}

} // namespace simulator
