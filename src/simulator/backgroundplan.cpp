// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backgroundplan.h"

#include "random.h"

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 planStream = 30;

// In the order of AlertKind.
constexpr std::array kindFacts {
    KindFacts {ServiceSource::Office365, "microsoftDefenderForOffice365"_L1, Severity::Low,
               "Email reported by user as malware or phish"_L1, "InitialAccess"_L1, "T1566"_L1, true},
    KindFacts {ServiceSource::Office365, "microsoftDefenderForOffice365"_L1, Severity::High,
               "A potentially malicious URL click was detected"_L1, "InitialAccess"_L1, "T1566.002"_L1, true},
    KindFacts {ServiceSource::Office365, "microsoftDefenderForOffice365"_L1, Severity::Informational,
               "Email messages containing malicious URL removed after delivery"_L1, "InitialAccess"_L1, "T1566.002"_L1, true},
    KindFacts {ServiceSource::Office365, "microsoftDefenderForOffice365"_L1, Severity::Informational,
               "Email messages containing malicious file removed after delivery"_L1, "InitialAccess"_L1, "T1566.001"_L1, true},
    KindFacts {ServiceSource::Office365, "automatedInvestigation"_L1, Severity::Medium,
               "Phish delivered due to an ETR override"_L1, "InitialAccess"_L1, "T1566"_L1, true},
    KindFacts {ServiceSource::Office365, "microsoftDefenderForOffice365"_L1, Severity::Medium,
               "Suspicious email sending patterns detected"_L1, "Impact"_L1, "T1534"_L1, false},
    KindFacts {ServiceSource::Endpoint, "antivirus"_L1, Severity::Low, "'Qakbot' malware was prevented"_L1, "Malware"_L1,
               "T1204.002"_L1, false},
    KindFacts {ServiceSource::Endpoint, "microsoftDefenderForEndpoint"_L1, Severity::Medium,
               "Suspicious PowerShell command line"_L1, "Execution"_L1, "T1059.001"_L1, false},
    KindFacts {ServiceSource::EntraProtection, "azureAdIdentityProtection"_L1, Severity::Low,
               "Unfamiliar sign-in properties"_L1, "InitialAccess"_L1, "T1078"_L1, false},
    KindFacts {ServiceSource::CloudApps, "cloudAppSecurity"_L1, Severity::Medium, "Impossible travel activity"_L1,
               "InitialAccess"_L1, "T1078.004"_L1, false},
    KindFacts {ServiceSource::CloudApps, "cloudAppSecurity"_L1, Severity::Medium, "Mass download by a single user"_L1,
               "Exfiltration"_L1, "T1530"_L1, false},
    KindFacts {ServiceSource::DataLossPrevention, "microsoftDataLossPrevention"_L1, Severity::Low,
               "DLP policy (Customer records) matched for email"_L1, "Exfiltration"_L1, "T1048"_L1, false},
    KindFacts {ServiceSource::Cloud, "microsoftDefenderForStorage"_L1, Severity::Medium,
               "Access from an unusual location to a storage blob container"_L1, "InitialAccess"_L1, "T1530"_L1, false},
    KindFacts {ServiceSource::Identity, "microsoftDefenderForIdentity"_L1, Severity::Medium,
               "User and group membership reconnaissance (SAMR)"_L1, "Discovery"_L1, "T1087.002"_L1, false},
};
static_assert(kindFacts.size() == alertKindCount);

struct Theme {
    int weight;
    std::array<AlertKind, 4> kinds;
};

constexpr std::array planThemes {
    Theme {26, {AlertKind::ReportedByUser, AlertKind::ReportedByUser, AlertKind::UrlClicked, AlertKind::PhishDelivered}},
    Theme {16, {AlertKind::UrlRemoved, AlertKind::UrlRemoved, AlertKind::ReportedByUser, AlertKind::UrlClicked}},
    Theme {12, {AlertKind::FileRemoved, AlertKind::FileRemoved, AlertKind::MalwarePrevented, AlertKind::FileRemoved}},
    Theme {6, {AlertKind::SendingSuspicious, AlertKind::SignInUnfamiliar, AlertKind::ImpossibleTravel, AlertKind::PhishDelivered}},
    Theme {14, {AlertKind::MalwarePrevented, AlertKind::ScriptSuspicious, AlertKind::MalwarePrevented, AlertKind::ScriptSuspicious}},
    Theme {10, {AlertKind::SignInUnfamiliar, AlertKind::ImpossibleTravel, AlertKind::SignInUnfamiliar, AlertKind::MassDownload}},
    Theme {6, {AlertKind::PolicyMatched, AlertKind::PolicyMatched, AlertKind::MassDownload, AlertKind::PolicyMatched}},
    Theme {4, {AlertKind::StorageAccess, AlertKind::StorageAccess, AlertKind::SignInUnfamiliar, AlertKind::StorageAccess}},
    Theme {6, {AlertKind::Reconnaissance, AlertKind::ScriptSuspicious, AlertKind::SignInUnfamiliar, AlertKind::Reconnaissance}},
};

// How many of 10,000 incidents have so many alerts. Together with the tail the mean is 1.62, as in the incidents of
// Microsoft's GUIDE dataset (1.6 million alerts in a million incidents, https://arxiv.org/abs/2407.09017).
constexpr std::array<int, 8> alertCountShares {7400, 1400, 570, 265, 160, 85, 60, 55};
constexpr int mostAlerts = 1000; // of one incident, in the tail: the other 5 of 10,000

// Each power of two is as likely as the next.
int tailCount(Random &random)
{
    int highest = 2 * static_cast<int>(alertCountShares.size());
    while (highest < mostAlerts && random.chance(76)) {
        highest *= 2;
    }
    return random.between(highest / 2 + 1, std::min(highest, mostAlerts));
}

int drawAlertCount(Random &random)
{
    int rest = random.below(10'000);
    for (std::size_t i = 0; i < alertCountShares.size(); ++i) {
        rest -= alertCountShares[i];
        if (rest < 0) {
            return static_cast<int>(i) + 1;
        }
    }
    return tailCount(random);
}

std::size_t drawTheme(Random &random)
{
    int rest = random.below(100);
    for (std::size_t i = 0; i < planThemes.size(); ++i) {
        rest -= planThemes[i].weight;
        if (rest < 0) {
            return i;
        }
    }
    return 0;
}

constexpr std::array planSubjects {
    "Your parcel could not be delivered"_L1,    "Invoice 48213 is overdue"_L1,
    "Mailbox storage almost full"_L1,           "Updated bank details for supplier"_L1,
    "Voicemail from +31 20 555 0142"_L1,        "Action needed: verify your account"_L1,
    "Shared document: Q3 freight rates.xlsx"_L1, "Customs clearance paper missing"_L1,
    "Salary review 2026"_L1,                    "Password expires today"_L1};
constexpr std::array planSenderDomains {"parcel-notice.example"_L1,  "billing-desk.example"_L1, "cloud-mailbox.example"_L1,
                                    "supplier-portal.example"_L1, "hr-update.example"_L1,    "voicenote.example"_L1};
constexpr std::array planSenderNames {"Parcel Service"_L1, "Accounts Receivable"_L1, "Mail Team"_L1, "Supplier Portal"_L1,
                                  "HR News"_L1, "Voice Note"_L1};

} // namespace

const KindFacts &factsOf(AlertKind kind)
{
    return kindFacts[static_cast<std::size_t>(kind)];
}

BackgroundPlan planOf(const PlanRules &rules, quint32 number)
{
    Random random(rules.seed, {planStream, number});
    BackgroundPlan plan;
    plan.theme = drawTheme(random);
    const int alerts = drawAlertCount(random);
    plan.alerts = rules.oneAlertEach ? 1 : alerts;
    const auto &kinds = planThemes[plan.theme].kinds;
    plan.hasMails = std::any_of(kinds.begin(), kinds.end(), [](AlertKind kind) { return factsOf(kind).mail; });
    const bool mayWait = random.chance(60);
    plan.mailboxes = rules.mailboxes;
    plan.salt = random.next();
    plan.wantsApproval = mayWait && plan.kind(0) == AlertKind::ReportedByUser;
    return plan;
}

AlertKind BackgroundPlan::kind(int ordinal) const
{
    Random random(salt, {planStream, 3, static_cast<quint64>(ordinal)});
    const auto &kinds = planThemes[theme].kinds;
    const bool isTypical = ordinal == 0 && random.chance(60); // most incidents begin with what their theme is about
    return isTypical ? kinds[0] : random.pick(kinds);
}

int BackgroundPlan::variant(int ordinal) const
{
    return Random(salt, {planStream, 4, static_cast<quint64>(ordinal)}).below(variantsPerKind);
}

int BackgroundPlan::person(int group, int which) const
{
    return Random(salt, {planStream, 5, static_cast<quint64>(group), static_cast<quint64>(which)})
        .between(People::analystCount(), mailboxes - 1);
}

PlannedMail plannedMail(const BackgroundPlan &plan, int group, int which, Ticks created, const People &people)
{
    // the same sender and subject for all mails of an incident, a message of its own for each recipient
    Random shared(plan.salt, {planStream, 1});
    Random own(plan.salt,
               {planStream, 2, static_cast<quint64>(group * BackgroundPlan::mailsInGroup + which)});
    PlannedMail planned;
    Mail &mail = planned.mail;
    const auto sender = static_cast<std::size_t>(shared.below(static_cast<int>(planSenderDomains.size())));
    mail.subject = shared.pick(planSubjects);
    mail.senderName = planSenderNames[sender];
    mail.senderAddress = u"notice%1@%2"_s.arg(shared.below(90) + 10).arg(planSenderDomains[sender]);
    mail.envelopeAddress = u"bounce@"_s + planSenderDomains[sender];
    mail.senderIp = u"203.0.113.%1"_s.arg(shared.between(2, 250));
    mail.clusterId = static_cast<qint64>(shared.next() >> 1) | (1LL << 62); // beyond 2^53, as real ones are
    const bool malware = plan.kind(0) == AlertKind::FileRemoved;
    mail.threat = malware ? MailThreat::Malware : MailThreat::Phish;
    mail.highConfidence = malware || shared.chance(70);
    mail.authenticated = false;
    if (malware) {
        mail.attachments = {{u"document-%1.docm"_s.arg(shared.below(9000) + 1000), u"docm"_s, shared.hex(64),
                             shared.between(40'000, 900'000), u"Trojan:O97M/Obfuse"_s}};
    } else {
        mail.urls = {{u"https://%1.%2/in/%3"_s.arg(shared.hex(6), planSenderDomains[sender], shared.hex(8)), true}};
    }
    mail.networkMessageId = own.guid();
    mail.internetMessageId = u"<%1@%2>"_s.arg(own.hex(20), planSenderDomains[sender]);
    mail.received = created - own.between(3, 90) * oneMinute - own.ticks(oneMinute);
    mail.size = own.between(18'000, 240'000);
    planned.recipient = people.at(plan.person(group, which)).upn;
    const bool removed = plan.kind(0) == AlertKind::UrlRemoved || malware;
    planned.original = own.chance(15) ? Place::Junk : Place::Inbox;
    planned.latest = removed ? Place::Quarantine : planned.original;
    return planned;
}

} // namespace simulator
