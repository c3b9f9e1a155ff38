// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where GraphClient gets its bearer tokens from. Implemented by Session. Engine thread.

#include "secret.h"

#include "domain/result.h"

#include <QObject>

#include <functional>

namespace remote {

enum class Identity {
    Analyst, // delegated: the signed-in person
    Application, // client credentials; used by the mail executor and nothing else
};

class TokenSource
{
public:
    virtual ~TokenSource() = default;

    // `refused` is the token the service has just answered 401 to: another one is obtained, by one refresh however many
    // ask. Empty: whatever is valid. Error{SignInNeeded} when there is no session, code "noCredential" for an application
    // without one.
    virtual void token(Identity identity, const Secret &refused, QObject *asker,
                       std::function<void(domain::Result<Secret>)> answer) = 0;
};

} // namespace remote
