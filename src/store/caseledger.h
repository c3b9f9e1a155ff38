// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Puts the history of a case file (casehistory.h, docs/case-file.md) into a ledger of its own, where LedgerReader finds it
// and verifies its chain like any other. Nothing of it is believed here: what does not hold is found by verifyChain().
// One transaction; any thread.

#include "storage.h"

#include "domain/result.h"

#include <QJsonObject>

namespace store {

// Into a new ledger.db of this folder. Error{NotGraph} "wrongType" (detail: the member) for what is not such a history,
// "inconsistent" when the ledger's own rules refuse it; Refused "ledgerExists"; StorageFull, StorageUnreadable.
[[nodiscard]] domain::Result<domain::Done> writeCaseLedger(const QString &tenantFolder, const QJsonObject &history,
                                                           const Storage &storage = {});

} // namespace store
