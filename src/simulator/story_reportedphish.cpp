// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "teller.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView reportedLink {"https://payroll-check.example/verify"};

Mail reportedDraft(qint64 cluster)
{
    Mail mail;
    mail.subject = u"Payroll: confirm your bank account before Friday"_s;
    mail.senderName = u"Payroll Office"_s;
    mail.senderAddress = u"payroll@payroll-check.example"_s;
    mail.envelopeAddress = mail.senderAddress;
    mail.senderIp = u"203.0.113.54"_s;
    mail.clusterId = cluster;
    mail.threat = MailThreat::Phish;
    mail.highConfidence = true;
    mail.authenticated = false;
    mail.urls = {{reportedLink, true}};
    return mail;
}

} // namespace

void tellReportedPhish(Teller &teller)
{
    const qint64 cluster = static_cast<qint64>(teller.random().next() >> 2);
    QList<quint32> copies;
    for (int i = 0; i < 3; ++i) {
        copies.append(teller.mail(reportedDraft(cluster), -50, teller.person(i).upn, i == 2 ? Place::Junk : Place::Inbox));
    }
    const MessageFacts reportedMail = teller.message(copies.first());
    teller.incident({.title = u"Reported phishing: payroll"_s,
                     .description = u"A user reported a mail; an investigation is under way."_s,
                     .severity = Severity::Low,
                     .priority = 47});
    AlertDraft reported;
    reported.text = {.title = u"Email reported by user as malware or phish"_s,
                     .description = u"This alert is triggered when any email message is reported as malware or phish by users."_s,
                     .category = u"InitialAccess"_s,
                     .detectionSource = u"microsoftDefenderForOffice365"_s,
                     .techniques = {u"T1566"_s}};
    reported.severity = Severity::Low;
    reported.investigation = InvestigationState::Running;
    reported.evidence = {submissionEvidence(teller.head(1, "none"_L1, "unknown"_L1), reportedMail,
                                            {.id = teller.random().guid(), .submitter = teller.person(0).upn, .submitted = secondStamp(teller.at(-1)), .reportType = u"Phish"_s})};
    ClusterFacts similar {.urn = u"urn:MailClusterEntity:%1"_s.arg(cluster, 0, 16),
                          .by = u"P2SenderDomain"_s,
                          .value = u"payroll-check.example"_s,
                          .query = u"( (( (P2SenderDomain:\"payroll-check.example\") )) )"_s,
                          .count = copies.size()};
    for (const quint32 copy : std::as_const(copies)) {
        const MessageFacts facts = teller.message(copy);
        reported.evidence.append(messageEvidence(teller.head(3, "running"_L1, "suspicious"_L1), facts));
        similar.networkMessageIds.append(facts.networkMessageId);
    }
    reported.evidence.append(clusterEvidence(teller.head(3, "running"_L1, "suspicious"_L1), similar));
    reported.evidence.append(mailboxEvidence(teller.head(1), teller.person(0)));
    reported.evidence.append(urlEvidence(teller.head(3, "none"_L1, "suspicious"_L1), reportedLink));
    const AlertIndex alert = teller.alert(reported);
    endInvestigationAt(teller.org(), alert, InvestigationEnd::NeedsApproval, teller.later(30));
}

} // namespace simulator
