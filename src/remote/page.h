// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One answer of a list: its items as the exact bytes that came, its next link, its count. A complete JSON document or
// nothing. Pure; any thread.

#include "domain/result.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace remote {

struct Page {
    QList<QByteArray> items;
    std::optional<QByteArray> nextLink; // raw; to be checked by AddressRule before use
    std::optional<qint64> count;
};

// Error{NotGraph} for anything that is not a complete document of this shape.
[[nodiscard]] domain::Result<Page> readPage(const QByteArray &body);

// The items of one array member of an object, as they came: the alerts of an expanded incident. Absent or null: none.
[[nodiscard]] domain::Result<QList<QByteArray>> readItemsOf(const QByteArray &body, const char *member);

// The elements of a document that is an array.
[[nodiscard]] domain::Result<QList<QByteArray>> readElements(const QByteArray &array);

} // namespace remote
