// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The readers that take bytes from outside, each with what must hold of its answer whatever the bytes are. libfuzzer.cpp
// feeds them with invented bytes, corpus.cpp with kept ones. A broken promise aborts. Any thread.

#include <QByteArray>
#include <QList>

namespace fuzz {

using Target = void (*)(const QByteArray &bytes);

struct NamedTarget {
    const char *name = nullptr; // of its folder in corpus/ too
    Target target = nullptr;
};

[[nodiscard]] const QList<NamedTarget> &targets();
[[nodiscard]] Target targetNamed(QByteArrayView name); // null: there is none

} // namespace fuzz
