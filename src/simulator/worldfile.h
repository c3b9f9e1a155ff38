// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What --world FILE keeps over a restart: identities, signing keys, refresh tokens, and from what the world is made, so
// that it begins anew as the same. Holds secrets, hence 0600. Read in the main thread before anything lives, written in
// the tenant thread.

#include "simulator/commandline.h"
#include "simulator/identity.h"

#include <QJsonArray>

namespace simulator {

// One of several tenants side by side: what is its own.
struct WorldTenant {
    Identity identity;
    QJsonArray refreshTokens {};
};

struct World {
    QList<WorldTenant> tenants; // never empty; the one with index i is made from seed + i
    quint64 seed = 1;
    WorldSize size;
    QDateTime start; // simulated time zero

    // From the file if there is one, which then overrides what the options say of all this; else made anew.
    static Result<World> open(const Options &options);
    Result<QString> save(const QString &file) const;
};

} // namespace simulator
