// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The closed vocabularies of microsoft.graph.security (v1.0 schema) that Casemate has rules about. A word that is not in
// a vocabulary is kept as it came: Word::wire always holds the received spelling, `value` is then Other. Words are
// compared without case, because the service's own samples mix cases. Pure; any thread.

#include <QMetaType>
#include <QString>

namespace domain {

enum class IncidentStatus { Other, Active, InProgress, Resolved, Redirected, AwaitingAction };
enum class AlertStatus { Other, Unknown, New, InProgress, Resolved };
enum class Severity { Other, Unknown, Informational, Low, Medium, High }; // in rising order
enum class Classification { Other, Unknown, FalsePositive, TruePositive, InformationalExpectedActivity };
enum class Determination {
    Other, // the schema has a member `other` too; its wire word is "other"
    Unknown,
    Apt,
    Malware,
    SecurityPersonnel,
    SecurityTesting,
    UnwantedSoftware,
    MultiStagedAttack,
    CompromisedAccount,
    Phishing,
    MaliciousUserActivity,
    NotMalicious,
    NotEnoughDataToValidate,
    ConfirmedActivity,
    LineOfBusinessApplication,
};
enum class Verdict { Other, Unknown, Suspicious, Malicious, NoThreatsFound };
enum class RemediationStatus {
    Other,
    None,
    Remediated,
    Prevented,
    Blocked,
    NotFound,
    Active,
    PendingApproval,
    Declined,
    Unremediated,
    Running,
    PartiallyRemediated,
};
enum class InvestigationState {
    Other,
    Unknown,
    Terminated,
    SuccessfullyRemediated,
    Benign,
    Failed,
    PartiallyRemediated,
    Running,
    PendingApproval,
    PendingResource,
    Queued,
    InnerFailure,
    PreexistingAlert,
    UnsupportedOs,
    UnsupportedAlertType,
    SuppressedAlert,
    PartiallyInvestigated,
    TerminatedByUser,
    TerminatedBySystem,
};
enum class ServiceSource {
    Other,
    Unknown,
    DefenderForEndpoint,
    DefenderForIdentity,
    DefenderForCloudApps,
    DefenderForOffice365,
    Microsoft365Defender,
    EntraIdProtection,
    AppGovernance,
    DataLossPrevention,
    DefenderForCloud,
    Sentinel,
    InsiderRiskManagement,
    ThreatIntelligence,
    SecurityForAi,
};
// Where a mail lies. Read from evidence ("Inbox"), analyzedEmail ("inbox_folder") and hunting ("Inbox/folder") alike.
enum class MailLocation { Other, Unknown, Inbox, Junk, DeletedItems, Quarantine, OnPremises, Failed, Dropped };
// The moves of analyzedEmails/remediate that Casemate offers.
enum class MailAction { Other, MoveToInbox, MoveToJunk, MoveToDeletedItems, SoftDelete, HardDelete };

template <class E>
struct Word {
    E value {};
    QString wire; // as received; empty when the member was absent, null or ""

    friend bool operator==(const Word &, const Word &) = default;
};

// Instantiated for each enum above. word() also maps older spellings (clean, compromisedUser, insufficientData, …).
template <class E>
[[nodiscard]] Word<E> word(const QString &wire);
// The schema's spelling, the only one we write. Empty for Other (for Determination::Other: "other").
template <class E>
[[nodiscard]] QString wireWord(E value);
template <class E>
[[nodiscard]] Word<E> wordOf(E value)
{
    return {value, wireWord(value)};
}

// In a folder of a cloud mailbox: inbox, junk, deleted items. Mail actions are offered only there: not in quarantine, not
// on premises, and not where the location is unknown.
[[nodiscard]] bool isCloudMailbox(MailLocation location);

} // namespace domain
