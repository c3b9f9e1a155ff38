// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "teller.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int spamCount = 214;

Mail spamDraft(Teller &teller, qint64 cluster)
{
    Mail mail;
    mail.subject = u"Earn from home with freight bonds"_s;
    mail.senderName = teller.person(0).displayName;
    mail.senderAddress = teller.person(0).upn;
    mail.envelopeAddress = mail.senderAddress;
    mail.senderIp = u"203.0.113.33"_s;
    mail.clusterId = cluster;
    mail.direction = MailDirection::Outbound;
    mail.threat = MailThreat::Spam;
    return mail;
}

} // namespace

void tellSuspiciousSending(Teller &teller)
{
    const qint64 cluster = static_cast<qint64>(teller.random().next() >> 2);
    QList<quint32> copies;
    ClusterFacts outbound {.urn = u"urn:MailClusterEntity:%1"_s.arg(cluster, 0, 16),
                           .by = u"P1SenderDomain;Subject"_s,
                           .value = u"harborline.example;Earn from home with freight bonds"_s,
                           .query = u"( (( (SenderAddress:\"%1\") )) AND ( (Direction: Outbound) ) )"_s.arg(teller.person(0).upn),
                           .count = spamCount};
    for (int i = 0; i < spamCount; ++i) {
        const QString recipient = u"contact%1@customers%2.example"_s.arg(1000 + i).arg(i % 7);
        copies.append(teller.mail(spamDraft(teller, cluster), -45 + i / 20, recipient, i % 9 == 0 ? Place::Failed : Place::External));
        outbound.networkMessageIds.append(teller.message(copies.last()).networkMessageId);
    }
    const QString handledBy = teller.org().people.at(1).upn;
    teller.incident({.title = u"Outbound spam from one account, sending restricted"_s,
                     .description = u"214 mails to outside recipients within eleven minutes."_s,
                     .severity = Severity::High,
                     .status = IncidentStatus::InProgress,
                     .priority = 71,
                     .assignee = handledBy});
    AlertDraft pattern;
    pattern.text = {.title = u"Suspicious email sending patterns detected"_s,
                    .category = u"Impact"_s,
                    .detectionSource = u"microsoftDefenderForOffice365"_s,
                    .techniques = {u"T1534"_s}};
    pattern.investigation = InvestigationState::PartiallyInvestigated;
    pattern.status = AlertStatus::InProgress;
    pattern.evidence = {userEvidence(teller.head(2, "none"_L1, "suspicious"_L1, {u"compromised"_s}), teller.person(0)),
                        mailboxEvidence(teller.head(2, "none"_L1, "suspicious"_L1), teller.person(0)),
                        clusterEvidence(teller.head(2, "unremediated"_L1, "suspicious"_L1), outbound),
                        messageEvidence(teller.head(2, "none"_L1, "suspicious"_L1), teller.message(copies.at(1))),
                        messageEvidence(teller.head(2, "none"_L1, "suspicious"_L1), teller.message(copies.at(2)))};
    teller.alert(pattern);

    AlertDraft restricted;
    restricted.text = {.title = u"User restricted from sending email"_s,
                       .category = u"Impact"_s,
                       .detectionSource = u"microsoftDefenderForOffice365"_s,
                       .recommendedActions = u"Secure the account before the restriction is lifted."_s,
                       .techniques = {u"T1534"_s}};
    restricted.severity = Severity::High;
    restricted.minutes = 16;
    restricted.investigation = InvestigationState::UnsupportedAlertType;
    restricted.status = AlertStatus::InProgress;
    restricted.evidence = {userEvidence(teller.head(16, "none"_L1, "suspicious"_L1, {u"compromised"_s}), teller.person(0)),
                           ipEvidence(teller.head(16), {.address = u"203.0.113.33"_s, .countryCode = u"BR"_s, .country = u"Brazil"_s, .city = u"Santos"_s})};
    teller.alert(restricted);
}

} // namespace simulator
