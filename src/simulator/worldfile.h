// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What --world FILE keeps over a restart: identities, signing key, refresh tokens, and from what the world is made, so
// that it begins anew as the same. Holds secrets, hence 0600. Read in the main thread before anything lives, written in the tenant thread.

#include "simulator/commandline.h"
#include "simulator/identity.h"

#include <QJsonArray>

namespace simulator {

struct World {
    Identity identity;
    quint64 seed = 1;
    int incidents = 0;
    QDateTime start; // simulated time zero
    QJsonArray refreshTokens;

    // From the file if there is one, which then overrides seed, incidents and start of the options; else made anew.
    static Result<World> open(const Options &options);
    Result<QString> save(const QString &file) const;
};

} // namespace simulator
