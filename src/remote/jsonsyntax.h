// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether bytes are one whole JSON document (RFC 8259, UTF-8, a byte order mark in front is passed over), and how deep it
// is. Readers that skip what they do not want do not notice that it is broken; this does. Without recursion, so that a
// hostile depth costs a bit of memory and not the stack. Pure; any thread.

#include <QByteArrayView>
#include <QList>

#include <optional>

namespace remote {

struct JsonShape {
    bool isComplete = false;
    qsizetype depth = 0; // of containers; 0 for a bare value
};

[[nodiscard]] JsonShape jsonShape(QByteArrayView bytes);

// Whole documents one after another, with blanks or nothing between them.
struct JsonDocuments {
    QList<QByteArrayView> whole; // into the bytes
    std::optional<qsizetype> brokenAt; // where reading stopped; 0 also for what is not UTF-8
};
[[nodiscard]] JsonDocuments jsonDocuments(QByteArrayView bytes);
[[nodiscard]] QByteArrayView withoutByteOrderMark(QByteArrayView bytes);

} // namespace remote
