// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who the demo tenant is: its id and domain, its two app registrations and its signing key. Made anew at each start, or
// kept in the world file so that a second start is the same tenant. Values.

#include "simulator/clientcertificate.h"
#include "simulator/jwt.h"

#include <QStringList>

namespace simulator {

struct Identity {
    QString tenantId;
    QString domain; // its people's principal names end with it
    QString clientId; // public client: people sign in with it
    QString applicationId; // confidential client: client credentials
    QString applicationSecret;
    SigningKey key;
    ClientCertificate certificate; // of the application, as good as its secret

    static Result<Identity> make(const QString &domain);
    static Result<Identity> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const; // holds secrets: only into a 0600 file
};

} // namespace simulator
