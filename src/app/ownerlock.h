// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One owner per tenant and machine: the process that holds this lock writes the databases, refreshes the token and spends
// the budget. flock(2), so the kernel lets go of it when the process ends in whatever way. Any one thread.

#include "domain/result.h"

#include <QString>

#include <memory>

namespace app {

class OwnerLock
{
public:
    // `folder` exists and is ours. Error{Busy} when another process owns it; `detail` then holds its process id.
    [[nodiscard]] static domain::Result<std::unique_ptr<OwnerLock>> take(const QString &folder);
    // Process id of whoever holds the lock of this folder, without touching the lock; empty when nobody does.
    [[nodiscard]] static QString holder(const QString &folder);
    ~OwnerLock();
    Q_DISABLE_COPY_MOVE(OwnerLock)

private:
    explicit OwnerLock(int descriptor);
    int m_descriptor;
};

} // namespace app
