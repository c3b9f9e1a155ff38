// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One broken rule at one place, and the tree in which all parts of the check look. Values of the main thread.

#include <QList>
#include <QString>

namespace layers {

struct Finding {
    QString file; // relative to the root of the tree
    int line = 0; // from 1
    QString rule; // a sentence that says what is not allowed and why

    bool operator==(const Finding &) const = default;
    [[nodiscard]] QString text() const { return QStringLiteral("%1:%2: %3").arg(file).arg(line).arg(rule); }
};

using Findings = QList<Finding>;

} // namespace layers
