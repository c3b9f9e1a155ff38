// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One Microsoft organisation in one cloud, as configured: which hosts belong to it. Only these hosts ever see a token.
// Values; any thread.

#include <QMetaType>
#include <QString>
#include <QUrl>

namespace domain {

struct Cloud {
    QString name; // "global", "gcchigh", "dod", or a file's name such as "demo"
    bool demo = false; // allows http to literal 127.0.0.1 and [::1]
    QUrl login; // https://login.microsoftonline.com
    QUrl graph; // https://graph.microsoft.com
    QUrl portal; // https://security.microsoft.com
    QString caFile; // additional trust anchor, demo clouds only

    friend bool operator==(const Cloud &, const Cloud &) = default;
};

struct Tenant {
    QString key; // what the person calls it; unique; also the --tenant argument
    QString tenantId; // GUID or domain
    QString clientId;
    Cloud cloud;
    // of the account that signed in last; empty before the first sign-in
    QString oid;
    QString upn;

    friend bool operator==(const Tenant &, const Tenant &) = default;
};

} // namespace domain

Q_DECLARE_METATYPE(domain::Tenant)
