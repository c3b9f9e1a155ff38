// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What we ask Microsoft Graph for, one by one, and which of it reading needs. What each opens stands in models/findingwording.
// Values; any thread.

#include <QList>
#include <QString>
#include <QStringList>

namespace domain {

struct Permission {
    QString scope; // delegated, as the token answer names it
    QString wider; // includes it; may be empty
    bool essential; // without it nothing is synchronised

    [[nodiscard]] bool isIn(const QStringList &scopes) const
    {
        return scopes.contains(scope, Qt::CaseInsensitive) || (!wider.isEmpty() && scopes.contains(wider, Qt::CaseInsensitive));
    }
};

[[nodiscard]] inline QList<Permission> permissions()
{
    return {
        {QStringLiteral("SecurityIncident.Read.All"), QStringLiteral("SecurityIncident.ReadWrite.All"), true},
        {QStringLiteral("SecurityAlert.Read.All"), QStringLiteral("SecurityAlert.ReadWrite.All"), true},
        {QStringLiteral("SecurityIncident.ReadWrite.All"), {}, false},
        {QStringLiteral("ThreatHunting.Read.All"), {}, false},
    };
}

// The application role by which mail is remediated from here.
[[nodiscard]] inline QString mailRole() { return QStringLiteral("SecurityAnalyzedMessage.ReadWrite.All"); }

} // namespace domain
