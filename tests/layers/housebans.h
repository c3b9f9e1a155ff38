// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Words that have no place in a file of this tree, each with the reason: calls that weaken TLS or the keychain, that
// render foreign text as markup, that nest event loops, that speak SQL outside the store, that sleep in tests. Also the
// head of each file and its greatest length. Reads files, main thread.

#include "layers/finding.h"

namespace layers {

[[nodiscard]] Findings checkHouseBans(const QString &root);

} // namespace layers
