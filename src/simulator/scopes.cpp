// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scopes.h"

#include <algorithm>
#include <iterator>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

const QString graphAudience = u"https://graph.microsoft.com"_s;

bool isGraph(const QString &resource, const QString &base)
{
    static const QStringList hosts {graphAudience, u"https://graph.microsoft.us"_s, u"https://dod-graph.microsoft.us"_s,
                                    u"https://microsoftgraph.chinacloudapi.cn"_s};
    return resource.isEmpty() || resource == base || hosts.contains(resource);
}

// "https://host/Name" and "https://host//Name" name the same permission; a bare "Name" is one of Graph.
QPair<QString, QString> split(const QString &scope)
{
    const auto slash = scope.lastIndexOf(u'/');
    if (slash < 0)
        return {QString(), scope};
    QString resource = scope.first(slash);
    while (resource.endsWith(u'/'))
        resource.chop(1);
    return {resource, scope.sliced(slash + 1)};
}

} // namespace

const QStringList &delegatedPermissions()
{
    static const QStringList names {
        u"AuditLogsQuery.Read.All"_s,
        u"IdentityRiskyUser.Read.All"_s,
        u"IdentityRiskyUser.ReadWrite.All"_s,
        u"MailboxSettings.Read"_s,
        u"MailboxSettings.ReadWrite"_s,
        u"SecurityAlert.Read.All"_s,
        u"SecurityAlert.ReadWrite.All"_s,
        u"SecurityData.Manage.All"_s,
        u"SecurityIdentitiesActions.ReadWrite.All"_s,
        u"SecurityIncident.Read.All"_s,
        u"SecurityIncident.ReadWrite.All"_s,
        u"ThreatHunting.Read.All"_s,
        u"ThreatSubmission.ReadWrite"_s,
        u"ThreatSubmission.ReadWrite.All"_s,
        u"User.EnableDisableAccount.All"_s,
        u"User.Read"_s,
        u"User.Read.All"_s,
        u"User.ReadBasic.All"_s,
        u"User.ReadWrite.All"_s,
        u"User.RevokeSessions.All"_s,
        u"User-PasswordProfile.ReadWrite.All"_s,
    };
    return names;
}

// Entra names permissions in the manner in which they were asked for, and ends with "/.default" where that was asked for.
// Microsoft's libraries depend on both: they find a token they keep by the words they would ask for it with.
QString Scopes::answerText() const
{
    const QString prefix = resource.isEmpty() ? QString() : QString(resource + u'/');
    QStringList words;
    if (openId)
        words << u"openid"_s << u"profile"_s;
    for (const QString &permission : permissions)
        words << prefix + permission;
    if (byDefault)
        words << prefix + u".default";
    return words.join(u' ');
}

std::variant<Scopes, EntraError> readScopes(const QString &text, const QString &base, const QStringList &absent)
{
    Scopes scopes;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (word == u"openid" || word == u"profile" || word == u"email") {
            scopes.openId = scopes.openId || word == u"openid";
            continue;
        }
        if (word == u"offline_access") {
            scopes.offline = true;
            continue;
        }
        const auto [resource, name] = split(word);
        const bool graph = isGraph(resource, base);
        const QString audience = graph ? graphAudience : resource;
        if (!scopes.audience.isEmpty() && scopes.audience != audience)
            return entraError(28000, scopes.audience + u", " + audience);
        scopes.audience = audience;
        if (scopes.resource.isEmpty())
            scopes.resource = resource;
        if (name == u".default") {
            scopes.byDefault = true;
            if (graph)
                std::copy_if(delegatedPermissions().begin(), delegatedPermissions().end(), std::back_inserter(scopes.permissions),
                             [&absent](const QString &held) { return !absent.contains(held, Qt::CaseInsensitive); });
            continue;
        }
        const auto &known = delegatedPermissions();
        const auto found = std::find_if(known.begin(), known.end(), [&name = name](const QString &permission) {
            return permission.compare(name, Qt::CaseInsensitive) == 0;
        });
        if (graph && (found == known.end() || absent.contains(name, Qt::CaseInsensitive)))
            return entraError(650053, name);
        scopes.permissions.append(graph ? *found : name);
    }
    if (scopes.audience.isEmpty())
        scopes.audience = graphAudience;
    if (scopes.permissions.isEmpty() && !scopes.byDefault)
        scopes.permissions = {u"User.Read"_s}; // OpenID words alone give a token for the user's own profile
    scopes.permissions.removeDuplicates();
    return words.isEmpty() ? std::variant<Scopes, EntraError>(entraError(70011, text)) : scopes;
}

} // namespace simulator
