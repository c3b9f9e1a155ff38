// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sentences about what was read from files. Pure; GUI thread, because of the language.

#include "domain/decoder.h"
#include "store/ledgerreader.h"

#include <QString>

#include <optional>

namespace models {

[[nodiscard]] QString leftOutSentence(const domain::PoisonItem &item); // "da63… was left out: it belongs to …"
// standIns: incidents of which the files hold alerts only
[[nodiscard]] QString importedSentence(qint64 incidents, qint64 alerts, qint64 standIns);
// Of a case file's history; empty when it had none.
[[nodiscard]] QString caseHistorySentence(const std::optional<store::ChainReport> &report, const std::optional<domain::Error> &error);

} // namespace models
