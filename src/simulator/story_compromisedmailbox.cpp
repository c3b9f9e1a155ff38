// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "cloudevidence.h"
#include "teller.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView forwardingAddress {"collect.7731@freemail-drop.example"};

AddressFacts foreignAddress()
{
    return {.address = u"203.0.113.166"_s, .countryCode = u"MD"_s, .country = u"Moldova"_s, .city = u"Balti"_s};
}

AlertDraft signIn(Teller &teller)
{
    const Person &owner = teller.person(0);
    AlertDraft alert;
    alert.text = {.title = u"Anonymous IP address"_s,
                  .description = u"A sign-in came from an address of an anonymising service."_s,
                  .category = u"InitialAccess"_s,
                  .detectionSource = u"azureAdIdentityProtection"_s,
                  .techniques = {u"T1078.004"_s}};
    alert.source = ServiceSource::EntraProtection;
    alert.evidence = {userEvidence(teller.head(0, "none"_L1, "suspicious"_L1, {u"compromised"_s}), owner),
                      ipEvidence(teller.head(0, "none"_L1, "malicious"_L1, {u"attacker"_s}), foreignAddress()),
                      cloudLogonEvidence(teller.head(0), owner,
                                         {.sessionId = teller.random().guid(),
                                          .started = secondStamp(teller.at(-6)),
                                          .previous = secondStamp(teller.at(-900)),
                                          .userAgent = u"Mozilla/5.0 (X11; Linux x86_64)"_s,
                                          .browser = u"Firefox 128"_s,
                                          .system = u"Linux"_s}),
                      logonRequestEvidence(teller.head(0), teller.random().guid())};
    return alert;
}

AlertDraft travel(Teller &teller)
{
    AlertDraft alert;
    alert.text = {.title = u"Impossible travel activity"_s,
                  .category = u"InitialAccess"_s,
                  .detectionSource = u"cloudAppSecurity"_s,
                  .techniques = {u"T1078"_s}};
    alert.source = ServiceSource::CloudApps;
    alert.minutes = 14;
    alert.evidence = {userEvidence(teller.head(14), teller.person(0)),
                      ipEvidence(teller.head(14, "none"_L1, "suspicious"_L1), foreignAddress()),
                      cloudApplicationEvidence(teller.head(14), 20893, u"Microsoft Exchange Online"_s, 0)};
    return alert;
}

// The rule and the forwarding are what an analyst must find and have removed.
AlertDraft forwarding(Teller &teller)
{
    const Person &owner = teller.person(0);
    AlertDraft alert;
    alert.text = {.title = u"Creation of forwarding/redirect rule"_s,
                  .description = u"An inbox rule sends invoices to %1 and deletes them."_s.arg(forwardingAddress),
                  .category = u"Collection"_s,
                  .detectionSource = u"automatedInvestigation"_s,
                  .recommendedActions = u"Remove the rule, turn off forwarding, revoke sessions, reset the password."_s,
                  .techniques = {u"T1114.003"_s, u"T1564.008"_s}};
    alert.severity = Severity::High;
    alert.minutes = 31;
    alert.investigation = InvestigationState::PendingApproval;
    const EvidenceHead waits = teller.head(31, "pendingApproval"_L1, "malicious"_L1);
    alert.evidence = {mailboxSettingEvidence(waits, owner, {.type = "userInboxRule"_L1, .id = QString::number(8'314'159'265 + teller.random().below(1000)), .name = u". (forward \"invoice\" to "_s + forwardingAddress + u")"_s}),
                      mailboxSettingEvidence(waits, owner, {.type = "mailForwardingRule"_L1, .id = u"ForwardingSmtpAddress"_s, .name = u"Forward all mail to "_s + forwardingAddress}),
                      mailboxEvidence(teller.head(31, "none"_L1, "suspicious"_L1, {u"compromised"_s}), owner),
                      userEvidence(teller.head(31, "none"_L1, "suspicious"_L1, {u"compromised"_s}), owner),
                      ipEvidence(teller.head(31, "none"_L1, "malicious"_L1), foreignAddress())};
    return alert;
}

} // namespace

void tellCompromisedMailbox(Teller &teller)
{
    // what the rule already sent away
    for (int i = 0; i < 4; ++i) {
        Mail mail;
        mail.subject = u"FW: Invoice %1"_s.arg(70'200 + i);
        mail.senderName = teller.person(0).displayName;
        mail.senderAddress = teller.person(0).upn;
        mail.envelopeAddress = mail.senderAddress;
        mail.senderIp = u"10.20.0.25"_s;
        mail.direction = MailDirection::Outbound;
        teller.mail(std::move(mail), 35 + 40 * i, forwardingAddress, Place::External);
    }
    teller.incident({.title = u"Compromised mailbox forwards invoices to the outside"_s,
                     .description = u"A foreign sign-in was followed by an inbox rule and forwarding."_s,
                     .severity = Severity::High,
                     .priority = 93});
    teller.alert(signIn(teller));
    teller.alert(travel(teller));
    teller.alert(forwarding(teller));
}

} // namespace simulator
