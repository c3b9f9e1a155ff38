// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The closed vocabularies of incidents and alerts as the tenant keeps them, and the words that stand for them on the wire.
// Reading is case-insensitive, as the service's is. Values; no thread of their own.

#include <QString>
#include <QStringView>

#include <cstddef>
#include <optional>
#include <span>

namespace simulator {

enum class IncidentStatus : quint8 { Active, InProgress, Resolved, Redirected, AwaitingAction };
enum class AlertStatus : quint8 { New, InProgress, Resolved, Unknown };
enum class Severity : quint8 { Unknown, Informational, Low, Medium, High };
enum class Classification : quint8 { Absent, Unknown, FalsePositive, TruePositive, InformationalExpectedActivity };
enum class Determination : quint8 {
    Absent,
    Unknown,
    Apt,
    Malware,
    SecurityPersonnel,
    SecurityTesting,
    UnwantedSoftware,
    Other,
    MultiStagedAttack,
    CompromisedAccount,
    Phishing,
    MaliciousUserActivity,
    NotMalicious,
    NotEnoughDataToValidate,
    ConfirmedActivity,
    LineOfBusinessApplication
};
enum class ServiceSource : quint8 {
    Unknown,
    Endpoint,
    Identity,
    CloudApps,
    Office365,
    Defender365,
    EntraProtection,
    AppGovernance,
    DataLossPrevention,
    Cloud,
    Sentinel,
    InsiderRisk,
    ThreatIntelligence,
    AiSecurity
};
enum class InvestigationState : quint8 {
    Absent,
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
    TerminatedBySystem
};

// In the order of the enumerators; the word of an absent value is empty and stands for null.
template<typename Enum>
[[nodiscard]] std::span<const QLatin1StringView> wireWords();
template<>
std::span<const QLatin1StringView> wireWords<IncidentStatus>();
template<>
std::span<const QLatin1StringView> wireWords<AlertStatus>();
template<>
std::span<const QLatin1StringView> wireWords<Severity>();
template<>
std::span<const QLatin1StringView> wireWords<Classification>();
template<>
std::span<const QLatin1StringView> wireWords<Determination>();
template<>
std::span<const QLatin1StringView> wireWords<ServiceSource>();
template<>
std::span<const QLatin1StringView> wireWords<InvestigationState>();

template<typename Enum>
[[nodiscard]] QLatin1StringView wireWord(Enum value)
{
    return wireWords<Enum>()[static_cast<std::size_t>(value)];
}

template<typename Enum>
[[nodiscard]] std::optional<Enum> readWord(QStringView word)
{
    const std::span<const QLatin1StringView> words = wireWords<Enum>();
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words[i].isEmpty() && word.compare(words[i], Qt::CaseInsensitive) == 0) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

[[nodiscard]] QLatin1StringView productName(ServiceSource source); // as people read it

} // namespace simulator
