// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// gzip, as HTTP clients ask for it. Pure; called in the worker threads.

#include <QByteArray>

namespace simulator {

[[nodiscard]] QByteArray gzip(const QByteArray &plain);
[[nodiscard]] QByteArray gzipOfZeros(qint64 bytes); // a small document that unpacks to so many zero bytes

} // namespace simulator
