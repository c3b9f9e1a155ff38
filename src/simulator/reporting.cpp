// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reporting.h"

#include "teller.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int investigationMinutes = 18;

} // namespace

IncidentIndex reportMail(Organisation &org, quint32 delivery)
{
    Teller teller(org, static_cast<quint64>(org.storiesTold++), org.clock.now());
    const MessageFacts facts = teller.message(delivery);
    const Person *reporter = org.people.find(facts.recipient);
    const bool isBad = org.mails.mailOf(delivery).threat != MailThreat::None;
    teller.incident({.title = u"Email reported by user as malware or phish involving one user"_s,
                     .description = u"A user reported a mail; an investigation is under way."_s,
                     .severity = Severity::Low});
    AlertDraft alert;
    alert.text = {.title = u"Email reported by user as malware or phish"_s,
                  .description = u"This alert is triggered when any email message is reported as malware or phish by users."_s,
                  .category = u"InitialAccess"_s,
                  .detectionSource = u"microsoftDefenderForOffice365"_s,
                  .techniques = {u"T1566"_s}};
    alert.severity = Severity::Low;
    alert.investigation = InvestigationState::Running;
    alert.evidence = {submissionEvidence(teller.head(0, "none"_L1, "unknown"_L1), facts,
                                         {.id = teller.random().guid(),
                                          .submitter = facts.recipient,
                                          .submitted = secondStamp(org.clock.now()),
                                          .reportType = isBad ? u"Phish"_s : u"Junk"_s}),
                      messageEvidence(teller.head(0, "running"_L1, isBad ? "suspicious"_L1 : "unknown"_L1), facts)};
    if (reporter != nullptr) {
        alert.evidence.append(mailboxEvidence(teller.head(0, "none"_L1, "unknown"_L1), *reporter));
    }
    for (const QString &url : facts.urls) {
        alert.evidence.append(urlEvidence(teller.head(0, "none"_L1, isBad ? "suspicious"_L1 : "unknown"_L1), url));
    }
    const AlertIndex index = teller.alert(alert);
    endInvestigationAt(org, index, isBad ? InvestigationEnd::NeedsApproval : InvestigationEnd::NothingFound,
                       teller.later(investigationMinutes));
    return org.incidents.alert(index).incident;
}

} // namespace simulator
