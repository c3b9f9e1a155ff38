// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "teller.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView intraOrgLink {"https://login.harborline-sso.example/session"};
constexpr int intraOrgColleagues = 5;

Mail intraOrgDraft(Teller &teller, qint64 cluster)
{
    const Person &sender = teller.person(0);
    Mail mail;
    mail.subject = u"RE: shift plan - please confirm today"_s;
    mail.senderName = sender.displayName;
    mail.senderAddress = sender.upn;
    mail.envelopeAddress = sender.upn;
    mail.senderIp = u"10.20.0.25"_s;
    mail.clusterId = cluster;
    mail.direction = MailDirection::Internal;
    mail.threat = MailThreat::Phish;
    mail.highConfidence = true;
    mail.urls = {{intraOrgLink, true}};
    return mail;
}

AlertDraft takenOver(Teller &teller)
{
    const Person &sender = teller.person(0);
    AlertDraft alert;
    alert.text = {.title = u"Sign-in from an anonymous address"_s,
                  .category = u"InitialAccess"_s,
                  .detectionSource = u"azureAdIdentityProtection"_s,
                  .techniques = {u"T1078.004"_s}};
    alert.source = ServiceSource::EntraProtection;
    alert.evidence = {userEvidence(teller.head(1, "none"_L1, "suspicious"_L1, {u"compromised"_s}), sender),
                      ipEvidence(teller.head(1, "none"_L1, "malicious"_L1, {u"attacker"_s}),
                                 {.address = u"203.0.113.201"_s, .countryCode = u"SE"_s, .country = u"Sweden"_s, .city = u"Malmo"_s}),
                      logonRequestEvidence(teller.head(1), teller.random().guid())};
    return alert;
}

} // namespace

void tellIntraOrgPhish(Teller &teller)
{
    const qint64 cluster = static_cast<qint64>(teller.random().next() >> 2);
    QList<quint32> copies;
    for (int i = 1; i <= intraOrgColleagues; ++i) {
        copies.append(teller.mail(intraOrgDraft(teller, cluster), 18, teller.person(i).upn, Place::Inbox));
    }
    teller.incident({.title = u"Internal phishing from a compromised colleague"_s,
                     .description = u"An account signed in from an anonymous address and then wrote to intraOrgColleagues."_s,
                     .severity = Severity::High,
                     .priority = 84});
    teller.alert(takenOver(teller));

    AlertDraft spread;
    spread.text = {.title = u"Suspicious internal mail with a malicious link"_s,
                   .description = u"Mails inside the organisation carry a link to a copy of the sign-in page."_s,
                   .category = u"LateralMovement"_s,
                   .detectionSource = u"automatedInvestigation"_s,
                   .techniques = {u"T1534"_s}};
    spread.severity = Severity::High;
    spread.minutes = 40;
    spread.investigation = InvestigationState::PendingApproval;
    for (const quint32 copy : std::as_const(copies)) {
        spread.evidence.append(messageEvidence(teller.head(40, "pendingApproval"_L1, "malicious"_L1), teller.message(copy)));
    }
    spread.evidence.append(mailboxEvidence(teller.head(40, "none"_L1, "suspicious"_L1, {u"compromised"_s}), teller.person(0)));
    spread.evidence.append(userEvidence(teller.head(40, "none"_L1, "suspicious"_L1, {u"compromised"_s}), teller.person(0)));
    spread.evidence.append(urlEvidence(teller.head(40, "active"_L1, "malicious"_L1), intraOrgLink));
    teller.alert(spread);

    AlertDraft chat;
    chat.text = {.title = u"Malicious link in a chat message"_s,
                 .category = u"LateralMovement"_s,
                 .detectionSource = u"microsoftDefenderForOffice365"_s,
                 .techniques = {u"T1534"_s}};
    chat.minutes = 55;
    chat.investigation = InvestigationState::UnsupportedAlertType;
    chat.evidence = {chatEvidence(teller.head(55, "none"_L1, "malicious"_L1),
                                  {.messageId = QString::number(1'700'000'000'000 + teller.random().below(1'000'000)),
                                   .threadId = u"19:%1@thread.v2"_s.arg(teller.random().hex(32)),
                                   .sender = teller.person(0).upn,
                                   .recipients = {teller.person(6).upn, teller.person(7).upn},
                                   .sent = secondStamp(teller.at(52)),
                                   .tenantId = teller.org().tenantId,
                                   .urls = {urlEvidence(teller.head(55, "none"_L1, "malicious"_L1), intraOrgLink)}}),
                     userEvidence(teller.head(55), teller.person(0))};
    teller.alert(chat);
}

} // namespace simulator
