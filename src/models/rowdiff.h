// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The steps from one list of rows to another by their keys: what to remove, what to move, what to insert. Pure; any thread.

#include <QList>
#include <QString>

namespace models {

struct RowRange {
    qsizetype first = 0;
    qsizetype last = 0; // included

    friend bool operator==(const RowRange &, const RowRange &) = default;
};

struct RowMove {
    qsizetype from = 0;
    qsizetype to = 0; // where it is afterwards

    friend bool operator==(const RowMove &, const RowMove &) = default;
};

// To be carried out in this order, each step over what the earlier ones left. As few moves as can be.
struct RowDiff {
    QList<RowRange> removed; // last first
    QList<RowMove> moved;
    QList<RowRange> inserted; // positions in the new list, first first
    bool isLarge = false; // too many steps to be worth it: change the layout at once instead; the lists are then empty

    [[nodiscard]] bool isEmpty() const
    {
        return !isLarge && removed.isEmpty() && moved.isEmpty() && inserted.isEmpty();
    }
};

inline constexpr qsizetype mostRowSteps = 64;

// Keys are unique within each list.
[[nodiscard]] RowDiff diffRows(const QList<QString> &before, const QList<QString> &after,
                               qsizetype mostSteps = mostRowSteps);

} // namespace models
