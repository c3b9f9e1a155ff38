// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "teller.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView maliciousUrlLink {"https://docs-share.example/view/7f3a91?session=expired"};

Mail maliciousUrlDraft(Teller &teller, qint64 cluster)
{
    Mail mail;
    mail.subject = u"Shared with you: Freight contract 2027 (signature needed)"_s;
    mail.senderName = u"DocsShare Notifications"_s;
    mail.senderAddress = u"no-reply@docs-share.example"_s;
    mail.envelopeAddress = u"bounces+%1@docs-share.example"_s.arg(teller.random().below(900) + 100);
    mail.senderIp = u"203.0.113.77"_s;
    mail.clusterId = cluster;
    mail.threat = MailThreat::Phish;
    mail.highConfidence = true;
    mail.authenticated = true; // the attacker owns the domain
    mail.urls = {{maliciousUrlLink, true}, {u"https://docs-share.example/logo.png"_s, false}};
    return mail;
}

QJsonArray deliveredEvidence(Teller &teller, const QList<quint32> &copies, qint64 cluster)
{
    QJsonArray evidence;
    ClusterFacts similar {.urn = u"urn:MailClusterEntity:%1"_s.arg(cluster, 0, 16),
                          .by = u"Subject;P2SenderDomain;ContentType"_s,
                          .value = u"Shared with you: Freight contract 2027 (signature needed);docs-share.example;1"_s,
                          .query = u"( (( (P2SenderDomain:\"docs-share.example\") ) AND ( (ContentType: 1) )) )"_s,
                          .count = copies.size()};
    for (int i = 0; i < copies.size(); ++i) {
        const MessageFacts facts = teller.message(copies.at(i));
        evidence.append(messageEvidence(teller.head(6, "pendingApproval"_L1, "malicious"_L1), facts));
        const Person *owner = teller.org().people.find(facts.recipient);
        evidence.append(mailboxEvidence(teller.head(6, "none"_L1, "suspicious"_L1, {u"attacked"_s}), *owner));
        similar.networkMessageIds.append(facts.networkMessageId);
    }
    evidence.append(clusterEvidence(teller.head(6, "pendingApproval"_L1, "malicious"_L1), similar));
    evidence.append(urlEvidence(teller.head(6, "active"_L1, "malicious"_L1), maliciousUrlLink));
    evidence.append(ipEvidence(teller.head(6), {.address = u"203.0.113.77"_s, .countryCode = u"NL"_s, .country = u"Netherlands"_s, .city = u"Delft"_s}));
    return evidence;
}

} // namespace

void tellMaliciousUrl(Teller &teller)
{
    const qint64 cluster = static_cast<qint64>(teller.random().next() >> 2);
    const QList<QPair<QString, Place>> recipients {{teller.vip().upn, Place::Inbox},
                                                   {teller.person(0).upn, Place::Inbox},
                                                   {teller.person(1).upn, Place::Inbox},
                                                   {teller.person(2).upn, Place::Junk}};
    QList<quint32> copies;
    for (const auto &[recipient, place] : recipients) {
        copies.append(teller.mail(maliciousUrlDraft(teller, cluster), -70, recipient, place));
    }
    teller.incident({.title = u"Phishing link delivered to several mailboxes, one click"_s,
                     .description = u"Four mails with the same link reached mailboxes; one recipient followed it."_s,
                     .severity = Severity::High,
                     .tags = {u"Priority account"_s},
                     .priority = 91});
    AlertDraft delivered;
    delivered.text = {.title = u"Phish delivered due to an IP allow policy"_s,
                      .description = u"Mails that were found to be phishing were delivered because the sending address is allowed."_s,
                      .category = u"InitialAccess"_s,
                      .detectionSource = u"automatedInvestigation"_s,
                      .recommendedActions = u"1. Review the proposed actions.\n\u2022 Remove the mails.\n\u2022 Review the allow list."_s,
                      .techniques = {u"T1566.002"_s}};
    delivered.evidence = deliveredEvidence(teller, copies, cluster);
    delivered.investigation = InvestigationState::PendingApproval;
    teller.alert(delivered);

    AlertDraft clicked;
    clicked.text = {.title = u"A user clicked through to a potentially malicious URL"_s,
                    .description = u"A link that was later found to be malicious was opened."_s,
                    .category = u"InitialAccess"_s,
                    .detectionSource = u"microsoftDefenderForOffice365"_s,
                    .techniques = {u"T1566.002"_s, u"T1204.001"_s}};
    teller.click(copies.at(1), -3, {.through = true, .address = u"198.51.100.23"_s});
    clicked.severity = Severity::High;
    clicked.minutes = 9;
    clicked.investigation = InvestigationState::PendingApproval;
    clicked.evidence = {userEvidence(teller.head(9, "none"_L1, "suspicious"_L1, {u"compromised"_s}), teller.person(0)),
                        urlEvidence(teller.head(9, "active"_L1, "malicious"_L1), maliciousUrlLink),
                        messageEvidence(teller.head(9, "pendingApproval"_L1, "malicious"_L1), teller.message(copies.at(1))),
                        ipEvidence(teller.head(9), {.address = u"198.51.100.23"_s, .countryCode = {}, .country = {}, .city = {}})};
    teller.alert(clicked);
}

} // namespace simulator
