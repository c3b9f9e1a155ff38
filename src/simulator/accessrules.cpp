// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessrules.h"

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

enum class Audience { Anybody, Readers, Workers, UserManagers, ApplicationsOnly };

struct Rule {
    QList<QStringList> permissions; // all of one of the lists
    Audience audience;
};

Rule oneOf(const QStringList &permissions, Audience audience)
{
    Rule rule {{}, audience};
    for (const QString &permission : permissions) {
        rule.permissions.append(QStringList {permission});
    }
    return rule;
}

// Graph documentation: "Microsoft Graph permissions reference", and the page of each call.
Rule ruleOfAccounts(Operation operation)
{
    switch (operation) {
    case Operation::EnableAccounts:
        return {{{u"User.EnableDisableAccount.All"_s, u"User.Read.All"_s}, {u"User.ReadWrite.All"_s}}, Audience::UserManagers};
    case Operation::ForcePasswords:
        return oneOf({u"User-PasswordProfile.ReadWrite.All"_s, u"User.ReadWrite.All"_s}, Audience::UserManagers);
    case Operation::RevokeOwnSessions:
        return oneOf({u"User.RevokeSessions.All"_s, u"User.ReadWrite.All"_s}, Audience::Anybody);
    case Operation::RevokeSessions:
        return oneOf({u"User.RevokeSessions.All"_s, u"User.ReadWrite.All"_s}, Audience::UserManagers);
    case Operation::ReadMessageRules:
        return oneOf({u"MailboxSettings.Read"_s, u"MailboxSettings.ReadWrite"_s}, Audience::Anybody);
    case Operation::WriteMessageRules: return oneOf({u"MailboxSettings.ReadWrite"_s}, Audience::Anybody);
    case Operation::ReadRisk:
        return oneOf({u"IdentityRiskyUser.Read.All"_s, u"IdentityRiskyUser.ReadWrite.All"_s}, Audience::Readers);
    case Operation::ManageRisk: return oneOf({u"IdentityRiskyUser.ReadWrite.All"_s}, Audience::Workers);
    case Operation::ActOnIdentities: return oneOf({u"SecurityIdentitiesActions.ReadWrite.All"_s}, Audience::Workers);
    case Operation::ReadOwnUser:
        return oneOf({u"User.Read"_s, u"User.ReadBasic.All"_s, u"User.Read.All"_s, u"User.ReadWrite.All"_s}, Audience::Anybody);
    default: return oneOf({u"User.ReadBasic.All"_s, u"User.Read.All"_s, u"User.ReadWrite.All"_s}, Audience::Anybody);
    }
}

Rule ruleOf(Operation operation)
{
    switch (operation) {
    case Operation::ReadIncidents:
        return oneOf({u"SecurityIncident.Read.All"_s, u"SecurityIncident.ReadWrite.All"_s}, Audience::Readers);
    case Operation::WriteIncidents: return oneOf({u"SecurityIncident.ReadWrite.All"_s}, Audience::Workers);
    case Operation::ReadAlerts:
        return oneOf({u"SecurityAlert.Read.All"_s, u"SecurityAlert.ReadWrite.All"_s}, Audience::Readers);
    case Operation::WriteAlerts: return oneOf({u"SecurityAlert.ReadWrite.All"_s}, Audience::Workers);
    case Operation::Restructure: return oneOf({u"SecurityData.Manage.All"_s}, Audience::Workers);
    case Operation::ReadMails:
        return oneOf({u"SecurityAnalyzedMessage.Read.All"_s, u"SecurityAnalyzedMessage.ReadWrite.All"_s},
                     Audience::ApplicationsOnly);
    case Operation::RemediateMails: return oneOf({u"SecurityAnalyzedMessage.ReadWrite.All"_s}, Audience::ApplicationsOnly);
    case Operation::Hunt: return oneOf({u"ThreatHunting.Read.All"_s}, Audience::Readers);
    default: return ruleOfAccounts(operation);
    }
}

QStringList rolesOf(Audience audience)
{
    switch (audience) {
    case Audience::Readers:
        return {u"Security Operator"_s, u"Security Administrator"_s, u"Global Administrator"_s, u"Security Reader"_s, u"Global Reader"_s};
    case Audience::Workers: return {u"Security Operator"_s, u"Security Administrator"_s, u"Global Administrator"_s};
    case Audience::UserManagers:
        return {u"Authentication Administrator"_s, u"Privileged Authentication Administrator"_s, u"User Administrator"_s,
                u"Global Administrator"_s};
    default: return {};
    }
}

bool hasOneOf(const QStringList &held, const QStringList &wanted)
{
    return std::any_of(wanted.begin(), wanted.end(),
                       [&held](const QString &word) { return held.contains(word, Qt::CaseInsensitive); });
}

bool hasAll(const QStringList &held, const QStringList &wanted)
{
    return std::all_of(wanted.begin(), wanted.end(),
                       [&held](const QString &word) { return held.contains(word, Qt::CaseInsensitive); });
}

QString wordsOf(const QList<QStringList> &alternatives)
{
    QStringList words;
    for (const QStringList &together : alternatives) {
        words.append(together.join(u" and "_s));
    }
    return words.join(u", "_s);
}

} // namespace

QString refusalOf(const Caller &caller, Operation operation)
{
    const Rule rule = ruleOf(operation);
    if (rule.audience == Audience::ApplicationsOnly && !caller.application) {
        return u"Delegated permissions are not supported for this operation. Application permissions are required: %1."_s
            .arg(wordsOf(rule.permissions));
    }
    const bool isPermitted = std::any_of(rule.permissions.begin(), rule.permissions.end(), [&caller](const QStringList &together) {
        return hasAll(caller.permissions, together);
    });
    if (!isPermitted) {
        return u"Missing %1 permissions. API requires one of '%2'. Token contains '%3'."_s.arg(
            caller.application ? u"application"_s : u"delegated"_s, wordsOf(rule.permissions),
            caller.permissions.join(u", "_s));
    }
    if (caller.application || rule.audience == Audience::Anybody) {
        return {};
    }
    const QStringList roles = rolesOf(rule.audience);
    return hasOneOf(caller.directoryRoles, roles)
        ? QString()
        : u"The user has none of the roles that are required: %1."_s.arg(roles.join(u", "_s));
}

} // namespace simulator
