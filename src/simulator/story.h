// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The stories of the demo tenant: incidents told by hand, each with its own evidence, chain of alerts, timeline and ending,
// so that an analyst finds in each what its kind of attack leaves behind. Each is told in a file of its own. Functions of
// the tenant thread.

#include <QLatin1StringView>

#include <span>

namespace simulator {

class Teller;

struct Story {
    QLatin1StringView key;
    int ageMinutes; // at time zero
    void (*tell)(Teller &teller);
};

[[nodiscard]] std::span<const Story> stories(); // those with decisions to take come first
[[nodiscard]] const Story *findStory(const QString &key);

void tellMaliciousUrl(Teller &teller); // delivered, one person clicked; actions wait
void tellCampaign(Teller &teller); // a cluster of 12,000 mails; actions wait
void tellIntraOrgPhish(Teller &teller); // a colleague's account sends it; actions wait
void tellReportedPhish(Teller &teller); // the investigation runs and will ask for approval
void tellCompromisedMailbox(Teller &teller); // inbox rule forwards to the outside; its removal waits
void tellRansomwarePrecursor(Teller &teller); // Endpoint: hands on keyboard, not stopped yet
void tellMalwareRemoved(Teller &teller); // after delivery; the investigation remediates and closes
void tellSuspiciousSending(Teller &teller); // outbound spam, the sender is restricted
void tellPasswordSpray(Teller &teller); // Identity: one of many accounts fell
void tellOauthApp(Teller &teller); // Cloud Apps: a consent that reads mail
void tellFalsePositive(Teller &teller); // a reported newsletter that the investigation clears
void tellStorageExposure(Teller &teller); // Cloud: a public container was read
void tellClusterBreakout(Teller &teller); // Cloud: a miner in a Kubernetes cluster
void tellLeakedKeys(Teller &teller); // keys from a repository, used in three clouds
void tellPlantFloor(Teller &teller); // IoT: a controller talks to the internet
void tellAgentMisuse(Teller &teller); // an AI agent obeys a chat message
void tellHostileText(Teller &teller); // nothing but text that misleads people and programs

} // namespace simulator
