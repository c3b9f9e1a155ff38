// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "cloudevidence.h"
#include "codeevidence.h"
#include "teller.h"

namespace simulator {

using namespace Qt::StringLiterals;

void tellAgentMisuse(Teller &teller)
{
    const AgentFacts agent {.id = teller.random().guid(),
                            .name = u"Claims Assistant"_s,
                            .instructions = u"Answers questions about claims. Never sends documents outside the company."_s};
    const QString link = u"https://claims-export.example/drop"_s;
    const Person &sender = teller.person(0);
    const Person &owner = teller.person(1);
    teller.incident({.title = u"AI agent followed instructions hidden in a chat message"_s,
                     .description = u"A pasted message told the agent to send claims to an outside address; it tried."_s,
                     .severity = Severity::Medium,
                     .priority = 61});
    AlertDraft injected;
    injected.text = {.title = u"Indirect prompt injection against an AI agent"_s,
                     .category = u"Exfiltration"_s,
                     .detectionSource = u"microsoftDefenderForAIServices"_s,
                     .recommendedActions = u"Switch the agent off, review what it sent."_s,
                     .techniques = {u"T1567"_s}};
    injected.source = ServiceSource::Cloud;
    injected.evidence = {
        aiAgentEvidence(teller.head(0, "active"_L1, "suspicious"_L1, {u"compromised"_s}), agent),
        chatEvidence(teller.head(0, "none"_L1, "malicious"_L1),
                     {.messageId = QString::number(teller.at(-1) / oneMillisecond),
                      .threadId = u"19:%1@thread.v2"_s.arg(teller.random().hex(32)),
                      .sender = sender.upn,
                      .recipients = {owner.upn},
                      .sent = secondStamp(teller.at(-1)),
                      .tenantId = teller.org().tenantId,
                      .urls = {urlEvidence(teller.head(0), link)}}),
        urlEvidence(teller.head(0, "active"_L1, "malicious"_L1), link),
        userEvidence(teller.head(0), sender),
        cloudLogonEvidence(teller.head(0), owner,
                           {.sessionId = teller.random().guid(),
                            .started = secondStamp(teller.at(-40)),
                            .previous = secondStamp(teller.at(-1500)),
                            .userAgent = u"Mozilla/5.0 (Windows NT 10.0; Win64; x64)"_s,
                            .browser = u"Edge"_s,
                            .system = u"Windows11"_s})};
    teller.alert(injected);
}

} // namespace simulator
