// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "masking.h"

#include "exchange.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

struct Late {
    QLatin1StringView property;
    QLatin1StringView word;
};

// "incidentStatus" stands for the property status of an incident; an alert's status has no late members.
constexpr std::array lateMembers {
    Late {"remediationStatus"_L1, "active"_L1},
    Late {"remediationStatus"_L1, "pendingApproval"_L1},
    Late {"remediationStatus"_L1, "declined"_L1},
    Late {"remediationStatus"_L1, "unremediated"_L1},
    Late {"remediationStatus"_L1, "running"_L1},
    Late {"remediationStatus"_L1, "partiallyRemediated"_L1},
    Late {"incidentStatus"_L1, "awaitingAction"_L1},
    Late {"serviceSource"_L1, "microsoftDefenderForCloud"_L1},
    Late {"serviceSource"_L1, "microsoftSentinel"_L1},
    Late {"serviceSource"_L1, "microsoftInsiderRiskManagement"_L1},
    Late {"serviceSource"_L1, "microsoftThreatIntelligence"_L1},
    Late {"serviceSource"_L1, "microsoftSecurityForAI"_L1},
    Late {"detectionSource"_L1, "microsoftDefenderForCloud"_L1},
    Late {"detectionSource"_L1, "microsoftDefenderForIoT"_L1},
    Late {"detectionSource"_L1, "microsoftDefenderForServers"_L1},
    Late {"detectionSource"_L1, "microsoftDefenderForStorage"_L1},
    Late {"detectionSource"_L1, "microsoftDefenderForDNS"_L1},
    Late {"detectionSource"_L1, "microsoftDefenderForDatabases"_L1},
    Late {"detectionSource"_L1, "microsoftDefenderForContainers"_L1},
    Late {"detectionSource"_L1, "microsoftDefenderForNetwork"_L1},
    Late {"detectionSource"_L1, "microsoftDefenderForAppService"_L1},
    Late {"detectionSource"_L1, "microsoftDefenderForKeyVault"_L1},
    Late {"detectionSource"_L1, "microsoftDefenderForResourceManager"_L1},
    Late {"detectionSource"_L1, "microsoftDefenderForApiManagement"_L1},
    Late {"detectionSource"_L1, "nrtAlerts"_L1},
    Late {"detectionSource"_L1, "scheduledAlerts"_L1},
    Late {"detectionSource"_L1, "microsoftDefenderThreatIntelligenceAnalytics"_L1},
    Late {"detectionSource"_L1, "builtInMl"_L1},
    Late {"detectionSource"_L1, "microsoftInsiderRiskManagement"_L1},
    Late {"detectionSource"_L1, "microsoftThreatIntelligence"_L1},
    Late {"detectionSource"_L1, "microsoftDefenderForAIServices"_L1},
    Late {"detectionSource"_L1, "securityCopilot"_L1},
    Late {"detectionSource"_L1, "microsoftSentinel"_L1},
};

QJsonObject maskedObject(QJsonObject object)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QJsonValue value = member.value();
        if (value.isObject() || value.isArray()) {
            member.value() = maskedDeep(value);
        } else if (value.isString()) {
            const bool late = std::any_of(lateMembers.begin(), lateMembers.end(), [&](const Late &entry) {
                return member.key() == entry.property && value.toString() == entry.word;
            });
            if (late) {
                member.value() = QString(sentinelWord);
            }
        }
    }
    return object;
}

} // namespace

bool wantsAllMembers(const Request &request)
{
    return request.header("Prefer").toLower().contains("include-unknown-enum-members");
}

bool isMasked(QLatin1StringView property, QLatin1StringView word)
{
    return std::any_of(lateMembers.begin(), lateMembers.end(),
                       [&](const Late &entry) { return entry.property == property && word == entry.word; });
}

bool isMasked(QLatin1StringView property, QStringView word)
{
    return std::any_of(lateMembers.begin(), lateMembers.end(),
                       [&](const Late &entry) { return entry.property == property && word == entry.word; });
}

QString maskedWord(QLatin1StringView property, const QString &word)
{
    return isMasked(property, QStringView(word)) ? QString(sentinelWord) : word;
}

QLatin1StringView maskedWord(QLatin1StringView property, QLatin1StringView word)
{
    return isMasked(property, word) ? sentinelWord : word;
}

QJsonValue maskedDeep(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (auto &&item : array) {
            item = maskedDeep(item);
        }
        return array;
    }
    return value.isObject() ? QJsonValue(maskedObject(value.toObject())) : value;
}

} // namespace simulator
