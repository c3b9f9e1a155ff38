// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who the demo tenant is: its id, its two app registrations and its signing key. Made anew at each start, or kept in the
// world file so that a second start is the same tenant. Values.

#include "simulator/jwt.h"

#include <QStringList>

namespace simulator {

struct Identity {
    QString tenantId;
    QString clientId; // public client: people sign in with it
    QString applicationId; // confidential client: client credentials
    QString applicationSecret;
    SigningKey key;

    static Result<Identity> make();
    static Result<Identity> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const; // holds secrets: only into a 0600 file
};

} // namespace simulator
