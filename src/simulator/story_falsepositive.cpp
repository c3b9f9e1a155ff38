// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"

#include "teller.h"

namespace simulator {

using namespace Qt::StringLiterals;

void tellFalsePositive(Teller &teller)
{
    Mail mail;
    mail.subject = u"Harbour News, autumn issue"_s;
    mail.senderName = u"Harbour News"_s;
    mail.senderAddress = u"news@harbour-news.example"_s;
    mail.envelopeAddress = u"bounce@lists.harbour-news.example"_s;
    mail.senderIp = u"203.0.113.8"_s;
    mail.clusterId = 2'305'843'009'213'693'951;
    mail.urls = {{u"https://harbour-news.example/issue/41"_s, false}};
    const quint32 copy = teller.mail(std::move(mail), -300, teller.person(0).upn, Place::Inbox);
    const MessageFacts facts = teller.message(copy);
    teller.incident({.title = u"Reported mail: newsletter"_s,
                     .description = u"A user reported a mail; an investigation is under way."_s,
                     .severity = Severity::Low,
                     .priority = 8});
    AlertDraft reported;
    reported.text = {.title = u"Email reported by user as malware or phish"_s,
                     .category = u"InitialAccess"_s,
                     .detectionSource = u"microsoftDefenderForOffice365"_s,
                     .techniques = {u"T1566"_s}};
    reported.severity = Severity::Low;
    reported.investigation = InvestigationState::Running;
    reported.evidence = {submissionEvidence(teller.head(1, "none"_L1, "unknown"_L1), facts,
                                            {.id = teller.random().guid(), .submitter = teller.person(0).upn, .submitted = secondStamp(teller.at(-2)), .reportType = u"Phish"_s}),
                         messageEvidence(teller.head(1, "running"_L1, "unknown"_L1), facts),
                         mailboxEvidence(teller.head(1, "none"_L1, "unknown"_L1), teller.person(0)),
                         urlEvidence(teller.head(1, "none"_L1, "unknown"_L1), u"https://harbour-news.example/issue/41"_s)};
    const AlertIndex alert = teller.alert(reported);
    endInvestigationAt(teller.org(), alert, InvestigationEnd::NothingFound, teller.later(30));
}

} // namespace simulator
