// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording.h"
#include "wordingtext.h"

using namespace Qt::StringLiterals;

namespace models {

namespace {

// Our name for a value, else the word as it came.
template <class E>
QString orAsReceived(const char *known, const domain::Word<E> &word)
{
    if (known)
        return tr(known);
    return word.wire.isEmpty() ? tr(QT_TRANSLATE_NOOP("models", "Not set")) : shown(word.wire, 80);
}

const char *text(domain::IncidentStatus status)
{
    switch (status) {
    case domain::IncidentStatus::Active: return QT_TRANSLATE_NOOP("models", "Active");
    case domain::IncidentStatus::InProgress: return QT_TRANSLATE_NOOP("models", "In progress");
    case domain::IncidentStatus::Resolved: return QT_TRANSLATE_NOOP("models", "Resolved");
    case domain::IncidentStatus::Redirected: return QT_TRANSLATE_NOOP("models", "Merged");
    case domain::IncidentStatus::AwaitingAction: return QT_TRANSLATE_NOOP("models", "Awaiting action");
    case domain::IncidentStatus::Other: break;
    }
    return nullptr;
}

const char *text(domain::AlertStatus status)
{
    switch (status) {
    case domain::AlertStatus::Unknown: return QT_TRANSLATE_NOOP("models", "Unknown");
    case domain::AlertStatus::New: return QT_TRANSLATE_NOOP("models", "New");
    case domain::AlertStatus::InProgress: return QT_TRANSLATE_NOOP("models", "In progress");
    case domain::AlertStatus::Resolved: return QT_TRANSLATE_NOOP("models", "Resolved");
    case domain::AlertStatus::Other: break;
    }
    return nullptr;
}

const char *text(domain::Severity severity)
{
    switch (severity) {
    case domain::Severity::Unknown: return QT_TRANSLATE_NOOP("models", "Unknown");
    case domain::Severity::Informational: return QT_TRANSLATE_NOOP("models", "Informational");
    case domain::Severity::Low: return QT_TRANSLATE_NOOP("models", "Low");
    case domain::Severity::Medium: return QT_TRANSLATE_NOOP("models", "Medium");
    case domain::Severity::High: return QT_TRANSLATE_NOOP("models", "High");
    case domain::Severity::Other: break;
    }
    return nullptr;
}

const char *text(domain::Classification classification)
{
    switch (classification) {
    case domain::Classification::Unknown: return QT_TRANSLATE_NOOP("models", "Not set");
    case domain::Classification::FalsePositive: return QT_TRANSLATE_NOOP("models", "False positive");
    case domain::Classification::TruePositive: return QT_TRANSLATE_NOOP("models", "True positive");
    case domain::Classification::InformationalExpectedActivity:
        return QT_TRANSLATE_NOOP("models", "Informational, expected activity");
    case domain::Classification::Other: break;
    }
    return nullptr;
}

const char *text(domain::Determination determination)
{
    using D = domain::Determination;
    switch (determination) {
    case D::Unknown: return QT_TRANSLATE_NOOP("models", "Not set");
    case D::Apt: return QT_TRANSLATE_NOOP("models", "Advanced persistent threat");
    case D::Malware: return QT_TRANSLATE_NOOP("models", "Malware");
    case D::SecurityPersonnel: return QT_TRANSLATE_NOOP("models", "Security personnel");
    case D::SecurityTesting: return QT_TRANSLATE_NOOP("models", "Security test");
    case D::UnwantedSoftware: return QT_TRANSLATE_NOOP("models", "Unwanted software");
    case D::MultiStagedAttack: return QT_TRANSLATE_NOOP("models", "Multi-stage attack");
    case D::CompromisedAccount: return QT_TRANSLATE_NOOP("models", "Compromised account");
    case D::Phishing: return QT_TRANSLATE_NOOP("models", "Phishing");
    case D::MaliciousUserActivity: return QT_TRANSLATE_NOOP("models", "Malicious user activity");
    case D::NotMalicious: return QT_TRANSLATE_NOOP("models", "Not malicious");
    case D::NotEnoughDataToValidate: return QT_TRANSLATE_NOOP("models", "Not enough data to validate");
    case D::ConfirmedActivity: return QT_TRANSLATE_NOOP("models", "Confirmed activity");
    case D::LineOfBusinessApplication: return QT_TRANSLATE_NOOP("models", "Line-of-business application");
    case D::Other: break;
    }
    return nullptr;
}

const char *text(domain::Verdict verdict)
{
    switch (verdict) {
    case domain::Verdict::Unknown: return QT_TRANSLATE_NOOP("models", "Unknown");
    case domain::Verdict::Suspicious: return QT_TRANSLATE_NOOP("models", "Suspicious");
    case domain::Verdict::Malicious: return QT_TRANSLATE_NOOP("models", "Malicious");
    case domain::Verdict::NoThreatsFound: return QT_TRANSLATE_NOOP("models", "No threats found");
    case domain::Verdict::Other: break;
    }
    return nullptr;
}

const char *text(domain::RemediationStatus status)
{
    using R = domain::RemediationStatus;
    switch (status) {
    case R::None: return QT_TRANSLATE_NOOP("models", "None");
    case R::Remediated: return QT_TRANSLATE_NOOP("models", "Remediated");
    case R::Prevented: return QT_TRANSLATE_NOOP("models", "Prevented");
    case R::Blocked: return QT_TRANSLATE_NOOP("models", "Blocked");
    case R::NotFound: return QT_TRANSLATE_NOOP("models", "Not found");
    case R::Active: return QT_TRANSLATE_NOOP("models", "Active");
    case R::PendingApproval: return QT_TRANSLATE_NOOP("models", "Pending approval");
    case R::Declined: return QT_TRANSLATE_NOOP("models", "Declined");
    case R::Unremediated: return QT_TRANSLATE_NOOP("models", "Not remediated");
    case R::Running: return QT_TRANSLATE_NOOP("models", "Running");
    case R::PartiallyRemediated: return QT_TRANSLATE_NOOP("models", "Partly remediated");
    case R::Other: break;
    }
    return nullptr;
}

const char *text(domain::InvestigationState state)
{
    using I = domain::InvestigationState;
    switch (state) {
    case I::Unknown: return QT_TRANSLATE_NOOP("models", "Unknown");
    case I::Terminated: return QT_TRANSLATE_NOOP("models", "Terminated");
    case I::SuccessfullyRemediated: return QT_TRANSLATE_NOOP("models", "All actions approved"); // not: all succeeded
    case I::Benign: return QT_TRANSLATE_NOOP("models", "No threats found");
    case I::Failed: return QT_TRANSLATE_NOOP("models", "Failed");
    case I::PartiallyRemediated: return QT_TRANSLATE_NOOP("models", "Some actions approved");
    case I::Running: return QT_TRANSLATE_NOOP("models", "Running");
    case I::PendingApproval: return QT_TRANSLATE_NOOP("models", "Pending approval");
    case I::PendingResource: return QT_TRANSLATE_NOOP("models", "Waiting for a resource");
    case I::Queued: return QT_TRANSLATE_NOOP("models", "Queued");
    case I::InnerFailure: return QT_TRANSLATE_NOOP("models", "Failed inside");
    case I::PreexistingAlert: return QT_TRANSLATE_NOOP("models", "Part of an earlier investigation");
    case I::UnsupportedOs: return QT_TRANSLATE_NOOP("models", "Operating system not supported");
    case I::UnsupportedAlertType: return QT_TRANSLATE_NOOP("models", "Not investigated for this kind of alert");
    case I::SuppressedAlert: return QT_TRANSLATE_NOOP("models", "Alert suppressed");
    case I::PartiallyInvestigated: return QT_TRANSLATE_NOOP("models", "Partly investigated");
    case I::TerminatedByUser: return QT_TRANSLATE_NOOP("models", "Ended by a person");
    case I::TerminatedBySystem: return QT_TRANSLATE_NOOP("models", "Ended by the service");
    case I::Other: break;
    }
    return nullptr;
}

const char *text(domain::ServiceSource source)
{
    using S = domain::ServiceSource;
    switch (source) { // names of products, not translated by Microsoft either
    case S::Unknown: return QT_TRANSLATE_NOOP("models", "Unknown");
    case S::DefenderForEndpoint: return "Endpoint";
    case S::DefenderForIdentity: return "Identity";
    case S::DefenderForCloudApps: return "Cloud Apps";
    case S::DefenderForOffice365: return "Office 365";
    case S::Microsoft365Defender: return "Defender XDR";
    case S::EntraIdProtection: return "Entra ID Protection";
    case S::AppGovernance: return "App Governance";
    case S::DataLossPrevention: return "Data Loss Prevention";
    case S::DefenderForCloud: return "Defender for Cloud";
    case S::Sentinel: return "Sentinel";
    case S::InsiderRiskManagement: return "Insider Risk Management";
    case S::ThreatIntelligence: return "Threat Intelligence";
    case S::SecurityForAi: return "Security for AI";
    case S::Other: break;
    }
    return nullptr;
}

const char *text(domain::MailLocation location)
{
    using L = domain::MailLocation;
    switch (location) {
    case L::Unknown: return QT_TRANSLATE_NOOP("models", "Unknown");
    case L::Inbox: return QT_TRANSLATE_NOOP("models", "Inbox or a folder");
    case L::Junk: return QT_TRANSLATE_NOOP("models", "Junk");
    case L::DeletedItems: return QT_TRANSLATE_NOOP("models", "Deleted items");
    case L::Quarantine: return QT_TRANSLATE_NOOP("models", "Quarantine");
    case L::OnPremises: return QT_TRANSLATE_NOOP("models", "On premises or external");
    case L::Failed: return QT_TRANSLATE_NOOP("models", "Delivery failed");
    case L::Dropped: return QT_TRANSLATE_NOOP("models", "Dropped");
    case L::Other: break;
    }
    return nullptr;
}

} // namespace

QString name(const domain::Word<domain::IncidentStatus> &status)
{
    return orAsReceived(text(status.value), status);
}

QString name(const domain::Word<domain::AlertStatus> &status)
{
    return orAsReceived(text(status.value), status);
}

QString name(const domain::Word<domain::Severity> &severity)
{
    return orAsReceived(text(severity.value), severity);
}

QString name(const domain::Word<domain::Classification> &classification)
{
    return orAsReceived(text(classification.value), classification);
}

QString name(const domain::Word<domain::Determination> &determination)
{
    // The schema has a member "other"; a word that we do not know reads as Other too, and shows as it came.
    if (determination.wire.compare("other"_L1, Qt::CaseInsensitive) == 0)
        return tr("Other");
    return orAsReceived(text(determination.value), determination);
}

QString name(const domain::Word<domain::Verdict> &verdict)
{
    return orAsReceived(text(verdict.value), verdict);
}

QString name(const domain::Word<domain::RemediationStatus> &status)
{
    return orAsReceived(text(status.value), status);
}

QString name(const domain::Word<domain::InvestigationState> &state)
{
    return orAsReceived(text(state.value), state);
}

QString name(const domain::Word<domain::ServiceSource> &source)
{
    return orAsReceived(text(source.value), source);
}

QString name(const domain::Word<domain::MailLocation> &location)
{
    return orAsReceived(text(location.value), location);
}

QString name(const domain::Judgement &judgement)
{
    return name(domain::wordOf(judgement.classification)) + u" – "_s + name(domain::wordOf(judgement.determination));
}

} // namespace models
