// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vocabulary.h"

#include <array>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

// Several spellings may stand for one value; the first is the schema's, the only one that is written.
template <class E>
struct Spelling {
    E value;
    QLatin1StringView word;
};

template <class E>
struct Vocabulary;

template <>
struct Vocabulary<IncidentStatus> {
    static constexpr std::array<Spelling<IncidentStatus>, 5> spellings {{
        {IncidentStatus::Active, "active"_L1},
        {IncidentStatus::InProgress, "inProgress"_L1},
        {IncidentStatus::Resolved, "resolved"_L1},
        {IncidentStatus::Redirected, "redirected"_L1},
        {IncidentStatus::AwaitingAction, "awaitingAction"_L1},
    }};
};

template <>
struct Vocabulary<AlertStatus> {
    static constexpr std::array<Spelling<AlertStatus>, 4> spellings {{
        {AlertStatus::Unknown, "unknown"_L1},
        {AlertStatus::New, "new"_L1},
        {AlertStatus::InProgress, "inProgress"_L1},
        {AlertStatus::Resolved, "resolved"_L1},
    }};
};

template <>
struct Vocabulary<Severity> {
    static constexpr std::array<Spelling<Severity>, 5> spellings {{
        {Severity::Unknown, "unknown"_L1},
        {Severity::Informational, "informational"_L1},
        {Severity::Low, "low"_L1},
        {Severity::Medium, "medium"_L1},
        {Severity::High, "high"_L1},
    }};
};

template <>
struct Vocabulary<Classification> {
    static constexpr std::array<Spelling<Classification>, 4> spellings {{
        {Classification::Unknown, "unknown"_L1},
        {Classification::FalsePositive, "falsePositive"_L1},
        {Classification::TruePositive, "truePositive"_L1},
        {Classification::InformationalExpectedActivity, "informationalExpectedActivity"_L1},
    }};
};

template <>
struct Vocabulary<Determination> {
    static constexpr std::array<Spelling<Determination>, 20> spellings {{
        {Determination::Unknown, "unknown"_L1},
        {Determination::Apt, "apt"_L1},
        {Determination::Malware, "malware"_L1},
        {Determination::SecurityPersonnel, "securityPersonnel"_L1},
        {Determination::SecurityTesting, "securityTesting"_L1},
        {Determination::UnwantedSoftware, "unwantedSoftware"_L1},
        {Determination::Other, "other"_L1},
        {Determination::MultiStagedAttack, "multiStagedAttack"_L1},
        {Determination::CompromisedAccount, "compromisedAccount"_L1},
        {Determination::CompromisedAccount, "compromisedUser"_L1},
        {Determination::Phishing, "phishing"_L1},
        {Determination::MaliciousUserActivity, "maliciousUserActivity"_L1},
        {Determination::NotMalicious, "notMalicious"_L1},
        {Determination::NotMalicious, "clean"_L1},
        {Determination::NotEnoughDataToValidate, "notEnoughDataToValidate"_L1},
        {Determination::NotEnoughDataToValidate, "noEnoughDataToValidate"_L1},
        {Determination::NotEnoughDataToValidate, "insufficientData"_L1},
        {Determination::ConfirmedActivity, "confirmedActivity"_L1},
        {Determination::ConfirmedActivity, "confirmedUserActivity"_L1},
        {Determination::LineOfBusinessApplication, "lineOfBusinessApplication"_L1},
    }};
};

template <>
struct Vocabulary<Verdict> {
    static constexpr std::array<Spelling<Verdict>, 4> spellings {{
        {Verdict::Unknown, "unknown"_L1},
        {Verdict::Suspicious, "suspicious"_L1},
        {Verdict::Malicious, "malicious"_L1},
        {Verdict::NoThreatsFound, "noThreatsFound"_L1},
    }};
};

template <>
struct Vocabulary<RemediationStatus> {
    static constexpr std::array<Spelling<RemediationStatus>, 11> spellings {{
        {RemediationStatus::None, "none"_L1},
        {RemediationStatus::Remediated, "remediated"_L1},
        {RemediationStatus::Prevented, "prevented"_L1},
        {RemediationStatus::Blocked, "blocked"_L1},
        {RemediationStatus::NotFound, "notFound"_L1},
        {RemediationStatus::Active, "active"_L1},
        {RemediationStatus::PendingApproval, "pendingApproval"_L1},
        {RemediationStatus::Declined, "declined"_L1},
        {RemediationStatus::Unremediated, "unremediated"_L1},
        {RemediationStatus::Running, "running"_L1},
        {RemediationStatus::PartiallyRemediated, "partiallyRemediated"_L1},
    }};
};

template <>
struct Vocabulary<InvestigationState> {
    static constexpr std::array<Spelling<InvestigationState>, 18> spellings {{
        {InvestigationState::Unknown, "unknown"_L1},
        {InvestigationState::Terminated, "terminated"_L1},
        {InvestigationState::SuccessfullyRemediated, "successfullyRemediated"_L1},
        {InvestigationState::Benign, "benign"_L1},
        {InvestigationState::Failed, "failed"_L1},
        {InvestigationState::PartiallyRemediated, "partiallyRemediated"_L1},
        {InvestigationState::Running, "running"_L1},
        {InvestigationState::PendingApproval, "pendingApproval"_L1},
        {InvestigationState::PendingResource, "pendingResource"_L1},
        {InvestigationState::Queued, "queued"_L1},
        {InvestigationState::InnerFailure, "innerFailure"_L1},
        {InvestigationState::PreexistingAlert, "preexistingAlert"_L1},
        {InvestigationState::UnsupportedOs, "unsupportedOs"_L1},
        {InvestigationState::UnsupportedAlertType, "unsupportedAlertType"_L1},
        {InvestigationState::SuppressedAlert, "suppressedAlert"_L1},
        {InvestigationState::PartiallyInvestigated, "partiallyInvestigated"_L1},
        {InvestigationState::TerminatedByUser, "terminatedByUser"_L1},
        {InvestigationState::TerminatedBySystem, "terminatedBySystem"_L1},
    }};
};

template <>
struct Vocabulary<ServiceSource> {
    static constexpr std::array<Spelling<ServiceSource>, 14> spellings {{
        {ServiceSource::Unknown, "unknown"_L1},
        {ServiceSource::DefenderForEndpoint, "microsoftDefenderForEndpoint"_L1},
        {ServiceSource::DefenderForIdentity, "microsoftDefenderForIdentity"_L1},
        {ServiceSource::DefenderForCloudApps, "microsoftDefenderForCloudApps"_L1},
        {ServiceSource::DefenderForOffice365, "microsoftDefenderForOffice365"_L1},
        {ServiceSource::Microsoft365Defender, "microsoft365Defender"_L1},
        {ServiceSource::EntraIdProtection, "azureAdIdentityProtection"_L1},
        {ServiceSource::AppGovernance, "microsoftAppGovernance"_L1},
        {ServiceSource::DataLossPrevention, "dataLossPrevention"_L1},
        {ServiceSource::DefenderForCloud, "microsoftDefenderForCloud"_L1},
        {ServiceSource::Sentinel, "microsoftSentinel"_L1},
        {ServiceSource::InsiderRiskManagement, "microsoftInsiderRiskManagement"_L1},
        {ServiceSource::ThreatIntelligence, "microsoftThreatIntelligence"_L1},
        {ServiceSource::SecurityForAi, "microsoftSecurityForAI"_L1},
    }};
};

template <>
struct Vocabulary<MailAction> {
    static constexpr std::array<Spelling<MailAction>, 5> spellings {{
        {MailAction::MoveToInbox, "moveToInbox"_L1},
        {MailAction::MoveToJunk, "moveToJunk"_L1},
        {MailAction::MoveToDeletedItems, "moveToDeletedItems"_L1},
        {MailAction::SoftDelete, "softDelete"_L1},
        {MailAction::HardDelete, "hardDelete"_L1},
    }};
};

// Three sources spell locations in three ways (analyzedEmail, evidence, hunting); the spellings of analyzedEmail lead.
template <>
struct Vocabulary<MailLocation> {
    static constexpr std::array<Spelling<MailLocation>, 18> spellings {{
        {MailLocation::Unknown, "unknown"_L1},
        {MailLocation::Inbox, "inbox_folder"_L1},
        {MailLocation::Inbox, "inbox/folder"_L1},
        {MailLocation::Inbox, "inbox"_L1},
        {MailLocation::Junk, "junkFolder"_L1},
        {MailLocation::Junk, "junk folder"_L1},
        {MailLocation::Junk, "junk"_L1},
        {MailLocation::DeletedItems, "deletedFolder"_L1},
        {MailLocation::DeletedItems, "deleted folder"_L1},
        {MailLocation::DeletedItems, "deleted items"_L1},
        {MailLocation::DeletedItems, "deletedItems"_L1},
        {MailLocation::Quarantine, "quarantine"_L1},
        {MailLocation::OnPremises, "onprem_external"_L1},
        {MailLocation::OnPremises, "on-premises/external"_L1},
        {MailLocation::OnPremises, "on-premises"_L1},
        {MailLocation::OnPremises, "external"_L1},
        {MailLocation::Failed, "failed"_L1},
        {MailLocation::Dropped, "dropped"_L1},
    }};
};

// Hunting appends to a location what the page does not list ("Inbox/folder/…"): its documentation says to compare by prefix.
MailLocation locationByPrefix(const QString &wire)
{
    const auto startsWith = [&wire](QLatin1StringView prefix) { return wire.startsWith(prefix, Qt::CaseInsensitive); };
    if (startsWith("inbox/"_L1))
        return MailLocation::Inbox;
    if (startsWith("junk "_L1))
        return MailLocation::Junk;
    if (startsWith("on-premises/"_L1))
        return MailLocation::OnPremises;
    return MailLocation::Other;
}

} // namespace

template <class E>
Word<E> word(const QString &wire)
{
    for (const Spelling<E> &spelling : Vocabulary<E>::spellings) {
        if (wire.compare(spelling.word, Qt::CaseInsensitive) == 0)
            return {spelling.value, wire};
    }
    if constexpr (std::is_same_v<E, MailLocation>)
        return {locationByPrefix(wire), wire};
    return {E::Other, wire};
}

template <class E>
QString wireWord(E value)
{
    for (const Spelling<E> &spelling : Vocabulary<E>::spellings) {
        if (spelling.value == value)
            return spelling.word;
    }
    return {};
}

#define CASEMATE_VOCABULARY(E) \
    template Word<E> word<E>(const QString &wire); \
    template QString wireWord<E>(E value);

CASEMATE_VOCABULARY(IncidentStatus)
CASEMATE_VOCABULARY(AlertStatus)
CASEMATE_VOCABULARY(Severity)
CASEMATE_VOCABULARY(Classification)
CASEMATE_VOCABULARY(Determination)
CASEMATE_VOCABULARY(Verdict)
CASEMATE_VOCABULARY(RemediationStatus)
CASEMATE_VOCABULARY(InvestigationState)
CASEMATE_VOCABULARY(ServiceSource)
CASEMATE_VOCABULARY(MailLocation)
CASEMATE_VOCABULARY(MailAction)

#undef CASEMATE_VOCABULARY

bool isCloudMailbox(MailLocation location)
{
    return location == MailLocation::Inbox || location == MailLocation::Junk || location == MailLocation::DeletedItems;
}

} // namespace domain
