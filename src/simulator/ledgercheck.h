// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Compares what happened (the lines of --effects) with what a client says it did: the output of `casemate history --json`
// or a file of `casemate export-case`, read as JSON alone. An effect belongs to an intent when it came with a request id
// that the intent names, or carries the intent's id: in the mark of a comment, in the name of a remediation. What others did
// in the portal is nobody's. Pure but for checkFiles().

#include "simulator/result.h"

#include <QByteArray>
#include <QStringList>

namespace simulator {

// One line for each difference: effect without intent, intent without effect, doubled effect, effect of an intent that was
// given up, wrong actor, wrong target. None: they agree.
[[nodiscard]] Result<QStringList> checkLedger(const QByteArray &effects, const QByteArray &ledger);
[[nodiscard]] Result<QStringList> checkFiles(const QString &effects, const QString &ledger);

} // namespace simulator
