// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the secret store keeps of a session, and under which keys. The scopes and the account lie beside the refresh token,
// so that a start without a network knows who works here and what they may do. Pure; any thread.

#include "session.h"

#include <QStringList>

namespace remote {

struct SessionRecord {
    Account account;
    QStringList scopes;
    Secret refreshToken;

    [[nodiscard]] Secret written() const; // JSON
    [[nodiscard]] static std::optional<SessionRecord> read(const Secret &written);
};

[[nodiscard]] QString sessionKey(const domain::Tenant &tenant, const QString &oid);
[[nodiscard]] QString credentialKey(const domain::Tenant &tenant);
[[nodiscard]] Secret writtenCredential(const ApplicationCredential &credential);

} // namespace remote
