// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Received bytes as they lie in the cache: a byte that names the packing, the length, and the rest deflated when that
// makes them smaller. Pure; any thread.

#include <QByteArray>

#include <optional>

namespace store {

[[nodiscard]] QByteArray packed(const QByteArray &bytes);
// Nothing when it is not what packed() makes.
[[nodiscard]] std::optional<QByteArray> unpacked(const QByteArray &packed);

} // namespace store
