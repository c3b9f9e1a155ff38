// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the last sign-in to a tenant left behind, read without a request and without taking the session up, so beside the
// process that owns it too. Asker's thread.

#include "secretstore.h"

#include "domain/tenant.h"

#include <QStringList>

namespace remote {

struct KeptSession {
    bool isThere = false;
    QStringList scopes; // that the sign-in granted, short names
    bool hasApplicationCredential = false;

    friend bool operator==(const KeptSession &, const KeptSession &) = default;
};

void readKeptSession(const domain::Tenant &tenant, SecretStore &secrets, QObject *asker,
                     std::function<void(domain::Result<KeptSession>)> answer);

// The keychain, when `keychainWorks`, else the kernel's memory; nothing where neither is there, because what another process
// keeps in its own memory cannot be read.
[[nodiscard]] std::shared_ptr<SecretStore> storeOfSessions(bool keychainWorks, std::chrono::milliseconds limit);

} // namespace remote
