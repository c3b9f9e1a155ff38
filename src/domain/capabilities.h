// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What this person and this installation can do in this tenant, and why not where they cannot. Values; any thread.

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace domain {

struct Capabilities {
    bool signedIn = false;
    QString tenantId;
    QString oid;
    QString upn;
    QStringList scopes; // from the token answer's `scope`; Graph access tokens are opaque
    bool mayReadIncidents = false;
    bool mayEditIncidents = false; // SecurityIncident.ReadWrite.All
    bool mayHunt = false; // ThreatHunting.Read.All
    bool hasApplicationCredential =
        false; // mail remediation can be carried out here; otherwise the portal is the executor
    bool readOnly = false; // newer schema, full disk, file tenant
    QString readOnlyReason;
    bool fromFiles = false; // a file tenant: there is nobody to sign in to, nothing to pull and nobody to send to
    bool keychainWorks = true; // false: the session lives in memory only and ends with the program
    QString keychainReason;

    friend bool operator==(const Capabilities &, const Capabilities &) = default;
};

} // namespace domain

Q_DECLARE_METATYPE(domain::Capabilities)
