// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A C++ file taken apart line by line into code, text inside quotes, and includes, so that a word in a comment does not
// count as use and a word in a string counts only where strings are asked for. Main thread, pure.

#include <QList>
#include <QString>
#include <QStringList>

namespace layers {

struct Include {
    int line = 0; // from 1
    QString header; // without quotes or brackets
    bool quoted = false; // "header", not <header>

    bool operator==(const Include &) const = default;
};

struct SourceText {
    QStringList code; // lines; comments and the insides of literals are gone
    QStringList literals; // lines; only the insides of string literals
    QList<Include> includes;
};

[[nodiscard]] SourceText readSource(const QString &text);

} // namespace layers
