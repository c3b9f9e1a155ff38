// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array incidentStatuses {"active"_L1, "inProgress"_L1, "resolved"_L1, "redirected"_L1, "awaitingAction"_L1};
constexpr std::array alertStatuses {"new"_L1, "inProgress"_L1, "resolved"_L1, "unknown"_L1};
constexpr std::array severities {"unknown"_L1, "informational"_L1, "low"_L1, "medium"_L1, "high"_L1};
constexpr std::array classifications {""_L1, "unknown"_L1, "falsePositive"_L1, "truePositive"_L1,
                                      "informationalExpectedActivity"_L1};
constexpr std::array determinations {""_L1, "unknown"_L1, "apt"_L1, "malware"_L1, "securityPersonnel"_L1,
                                     "securityTesting"_L1, "unwantedSoftware"_L1, "other"_L1, "multiStagedAttack"_L1,
                                     "compromisedAccount"_L1, "phishing"_L1, "maliciousUserActivity"_L1,
                                     "notMalicious"_L1, "notEnoughDataToValidate"_L1, "confirmedActivity"_L1,
                                     "lineOfBusinessApplication"_L1};
constexpr std::array serviceSources {"unknown"_L1,
                                     "microsoftDefenderForEndpoint"_L1,
                                     "microsoftDefenderForIdentity"_L1,
                                     "microsoftDefenderForCloudApps"_L1,
                                     "microsoftDefenderForOffice365"_L1,
                                     "microsoft365Defender"_L1,
                                     "azureAdIdentityProtection"_L1,
                                     "microsoftAppGovernance"_L1,
                                     "dataLossPrevention"_L1,
                                     "microsoftDefenderForCloud"_L1,
                                     "microsoftSentinel"_L1,
                                     "microsoftInsiderRiskManagement"_L1,
                                     "microsoftThreatIntelligence"_L1,
                                     "microsoftSecurityForAI"_L1};
constexpr std::array productNames {"Unknown"_L1,
                                   "Microsoft Defender for Endpoint"_L1,
                                   "Microsoft Defender for Identity"_L1,
                                   "Microsoft Defender for Cloud Apps"_L1,
                                   "Microsoft Defender for Office 365"_L1,
                                   "Microsoft Defender XDR"_L1,
                                   "Microsoft Entra ID Protection"_L1,
                                   "App Governance"_L1,
                                   "Microsoft Data Loss Prevention"_L1,
                                   "Microsoft Defender for Cloud"_L1,
                                   "Microsoft Sentinel"_L1,
                                   "Microsoft Purview Insider Risk Management"_L1,
                                   "Microsoft Threat Intelligence"_L1,
                                   "Microsoft Security for AI"_L1};
constexpr std::array investigationStates {""_L1,
                                          "unknown"_L1,
                                          "terminated"_L1,
                                          "successfullyRemediated"_L1,
                                          "benign"_L1,
                                          "failed"_L1,
                                          "partiallyRemediated"_L1,
                                          "running"_L1,
                                          "pendingApproval"_L1,
                                          "pendingResource"_L1,
                                          "queued"_L1,
                                          "innerFailure"_L1,
                                          "preexistingAlert"_L1,
                                          "unsupportedOs"_L1,
                                          "unsupportedAlertType"_L1,
                                          "suppressedAlert"_L1,
                                          "partiallyInvestigated"_L1,
                                          "terminatedByUser"_L1,
                                          "terminatedBySystem"_L1};

} // namespace

template<>
std::span<const QLatin1StringView> wireWords<IncidentStatus>()
{
    return incidentStatuses;
}

template<>
std::span<const QLatin1StringView> wireWords<AlertStatus>()
{
    return alertStatuses;
}

template<>
std::span<const QLatin1StringView> wireWords<Severity>()
{
    return severities;
}

template<>
std::span<const QLatin1StringView> wireWords<Classification>()
{
    return classifications;
}

template<>
std::span<const QLatin1StringView> wireWords<Determination>()
{
    return determinations;
}

template<>
std::span<const QLatin1StringView> wireWords<ServiceSource>()
{
    return serviceSources;
}

template<>
std::span<const QLatin1StringView> wireWords<InvestigationState>()
{
    return investigationStates;
}

QLatin1StringView productName(ServiceSource source)
{
    return productNames[static_cast<std::size_t>(source)];
}

} // namespace simulator
