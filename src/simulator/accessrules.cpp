// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessrules.h"

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

enum class Audience { Anybody, Readers, Workers, ApplicationsOnly };

struct Rule {
    QStringList permissions; // one of them is enough
    Audience audience;
};

Rule ruleOf(Operation operation)
{
    switch (operation) {
    case Operation::ReadIncidents:
        return {{u"SecurityIncident.Read.All"_s, u"SecurityIncident.ReadWrite.All"_s}, Audience::Readers};
    case Operation::WriteIncidents: return {{u"SecurityIncident.ReadWrite.All"_s}, Audience::Workers};
    case Operation::ReadAlerts:
        return {{u"SecurityAlert.Read.All"_s, u"SecurityAlert.ReadWrite.All"_s}, Audience::Readers};
    case Operation::WriteAlerts: return {{u"SecurityAlert.ReadWrite.All"_s}, Audience::Workers};
    case Operation::Restructure: return {{u"SecurityData.Manage.All"_s}, Audience::Workers};
    case Operation::ReadMails:
        return {{u"SecurityAnalyzedMessage.Read.All"_s, u"SecurityAnalyzedMessage.ReadWrite.All"_s},
                Audience::ApplicationsOnly};
    case Operation::RemediateMails: return {{u"SecurityAnalyzedMessage.ReadWrite.All"_s}, Audience::ApplicationsOnly};
    case Operation::Hunt: return {{u"ThreatHunting.Read.All"_s}, Audience::Readers};
    case Operation::ReadOwnUser:
        return {{u"User.Read"_s, u"User.ReadBasic.All"_s, u"User.Read.All"_s}, Audience::Anybody};
    case Operation::ReadAnyUser: return {{u"User.ReadBasic.All"_s, u"User.Read.All"_s}, Audience::Anybody};
    }
    return {{}, Audience::ApplicationsOnly};
}

bool hasOneOf(const QStringList &held, const QStringList &wanted)
{
    return std::any_of(wanted.begin(), wanted.end(),
                       [&held](const QString &word) { return held.contains(word, Qt::CaseInsensitive); });
}

} // namespace

QString refusalOf(const Caller &caller, Operation operation)
{
    const Rule rule = ruleOf(operation);
    if (rule.audience == Audience::ApplicationsOnly && !caller.application) {
        return u"Delegated permissions are not supported for this operation. Application permissions are required: %1."_s
            .arg(rule.permissions.join(u", "_s));
    }
    if (!hasOneOf(caller.permissions, rule.permissions)) {
        return u"Missing %1 permissions. API requires one of '%2'. Token contains '%3'."_s.arg(
            caller.application ? u"application"_s : u"delegated"_s, rule.permissions.join(u", "_s),
            caller.permissions.join(u", "_s));
    }
    if (caller.application || rule.audience == Audience::Anybody) {
        return {};
    }
    QStringList roles {u"Security Operator"_s, u"Security Administrator"_s, u"Global Administrator"_s};
    if (rule.audience == Audience::Readers) {
        roles += {u"Security Reader"_s, u"Global Reader"_s};
    }
    return hasOneOf(caller.directoryRoles, roles)
        ? QString()
        : u"The user has none of the roles that are required: %1."_s.arg(roles.join(u", "_s));
}

} // namespace simulator
