// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "teller.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int campaignMails = 12'000;
constexpr int campaignDelivered = 610; // to inboxes
constexpr int campaignJunked = 2'240;
constexpr int campaignListedIds = 100; // of the cluster; the rest must be hunted for

constexpr QLatin1StringView campaignLink {"https://track.parcel-fee.example/pay?id=NL4471"};

Mail campaignDraft(qint64 cluster, int variant)
{
    Mail mail;
    mail.subject = u"Customs fee due for shipment HL-4471"_s;
    mail.senderName = u"Parcel Customs"_s;
    mail.senderAddress = u"fee@mail%1.parcel-fee.example"_s.arg(variant);
    mail.envelopeAddress = u"b@mail%1.parcel-fee.example"_s.arg(variant);
    mail.senderIp = u"203.0.113.%1"_s.arg(120 + variant);
    mail.clusterId = cluster;
    mail.size = 31'874;
    mail.threat = MailThreat::Phish;
    mail.highConfidence = true;
    mail.authenticated = false;
    mail.urls = {{campaignLink, true}};
    return mail;
}

// Twelve thousand copies over an hour; the filter learns, so that the first ones are those that came through.
QList<quint32> sendAll(Teller &teller, qint64 cluster)
{
    QList<quint32> copies;
    copies.reserve(campaignMails);
    const People &people = teller.org().people;
    for (int i = 0; i < campaignMails; ++i) {
        const Place place = i < campaignDelivered ? Place::Inbox : i < campaignDelivered + campaignJunked ? Place::Junk : Place::Quarantine;
        const QString &recipient = people.at(People::analystCount() + i % (people.size() - People::analystCount())).upn;
        copies.append(teller.mail(campaignDraft(cluster, i % 4), -90 + i / 200, recipient, place));
    }
    return copies;
}

ClusterFacts clusterOf(Teller &teller, const QList<quint32> &copies, qint64 cluster)
{
    ClusterFacts facts {.urn = u"urn:MailClusterEntity:%1"_s.arg(cluster, 0, 16),
                        .by = u"Subject;P2SenderDomain"_s,
                        .value = u"Customs fee due for shipment HL-4471;parcel-fee.example"_s,
                        .query = u"( (( (Subject:\"Customs fee due for shipment HL-4471\") )) AND ( (ThreatType: Phish) ) )"_s,
                        .count = campaignMails};
    for (int i = 0; i < campaignListedIds; ++i) {
        facts.networkMessageIds.append(teller.org().mails.mailOf(copies.at(i)).networkMessageId);
    }
    return facts;
}

AlertDraft removedAlert(Teller &teller, const QList<quint32> &copies, qint64 cluster)
{
    AlertDraft alert;
    alert.text = {.title = u"Email messages from a campaign removed after delivery"_s,
                  .description = u"A wave of similar mails; part of it is still in mailboxes."_s,
                  .category = u"InitialAccess"_s,
                  .detectionSource = u"microsoftDefenderForOffice365"_s,
                  .threatName = u"Parcel fee campaign"_s,
                  .techniques = {u"T1566"_s, u"T1566.002"_s},
                  .tags = {u"Campaign"_s}};
    alert.severity = Severity::Informational;
    alert.investigation = InvestigationState::PendingApproval;
    ClusterFacts byLink {.urn = u"urn:MailClusterEntity:%1"_s.arg(cluster + 1, 0, 16),
                         .by = u"Url"_s,
                         .value = campaignLink,
                         .query = u"( (( (NormalizedUrl:\"%1\") )) )"_s.arg(campaignLink),
                         .count = campaignDelivered + campaignJunked};
    byLink.networkMessageIds = clusterOf(teller, copies, cluster).networkMessageIds.mid(0, 50);
    alert.evidence = {clusterEvidence(teller.head(4, "pendingApproval"_L1, "malicious"_L1), clusterOf(teller, copies, cluster)),
                      clusterEvidence(teller.head(4, "pendingApproval"_L1, "malicious"_L1), byLink),
                      urlEvidence(teller.head(4, "active"_L1, "malicious"_L1), campaignLink),
                      ipEvidence(teller.head(4), {.address = u"203.0.113.120"_s, .countryCode = u"RO"_s, .country = u"Romania"_s, .city = u"Iasi"_s}),
                      ipEvidence(teller.head(4), {.address = u"203.0.113.121"_s, .countryCode = u"RO"_s, .country = u"Romania"_s, .city = u"Iasi"_s})};
    for (int i = 0; i < 2; ++i) {
        const MessageFacts facts = teller.message(copies.at(i));
        alert.evidence.append(messageEvidence(teller.head(4, "pendingApproval"_L1, "malicious"_L1), facts));
        alert.evidence.append(mailboxEvidence(teller.head(4), *teller.org().people.find(facts.recipient)));
    }
    return alert;
}

} // namespace

void tellCampaign(Teller &teller)
{
    const qint64 cluster = static_cast<qint64>(teller.random().next() >> 2);
    const QList<quint32> copies = sendAll(teller, cluster);
    // the last of those that were delivered were taken back before the incident began
    for (int i = campaignDelivered - 40; i < campaignDelivered; ++i) {
        teller.move(copies.at(i), -12, MailMove::By::Zap, Place::Quarantine);
    }
    teller.incident({.title = u"Phishing campaign \"Customs fee\" against 1,196 mailboxes"_s,
                     .description = u"12,000 mails of one campaign, about 2,800 of them in mailboxes."_s,
                     .severity = Severity::High,
                     .tags = {u"Campaign"_s},
                     .priority = 88});
    teller.alert(removedAlert(teller, copies, cluster));

    AlertDraft reported;
    reported.text = {.title = u"Email reported by user as malware or phish"_s,
                     .category = u"InitialAccess"_s,
                     .detectionSource = u"microsoftDefenderForOffice365"_s,
                     .techniques = {u"T1566"_s}};
    reported.severity = Severity::Low;
    reported.minutes = 35;
    reported.investigation = InvestigationState::PartiallyInvestigated;
    const MessageFacts third = teller.message(copies.at(2));
    reported.evidence = {submissionEvidence(teller.head(35, "none"_L1, "unknown"_L1), third,
                                            {.id = teller.random().guid(), .submitter = third.recipient, .submitted = secondStamp(teller.at(33)), .reportType = u"Phish"_s}),
                         messageEvidence(teller.head(35, "none"_L1, "malicious"_L1), third),
                         mailboxEvidence(teller.head(35), *teller.org().people.find(third.recipient))};
    teller.alert(reported);
}

} // namespace simulator
