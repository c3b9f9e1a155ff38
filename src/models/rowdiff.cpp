// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowdiff.h"

#include <QHash>

#include <algorithm>

namespace models {

namespace {

QHash<QString, qsizetype> positionsOf(const QList<QString> &keys)
{
    QHash<QString, qsizetype> positions;
    positions.reserve(keys.size());
    for (qsizetype i = 0; i < keys.size(); ++i)
        positions.insert(keys.at(i), i);
    return positions;
}

// Ranges of positions for which `holds` is true.
template <class Holds>
QList<RowRange> rangesWhere(qsizetype size, Holds holds)
{
    QList<RowRange> ranges;
    for (qsizetype i = 0; i < size; ++i) {
        if (!holds(i))
            continue;
        if (!ranges.isEmpty() && ranges.last().last == i - 1)
            ranges.last().last = i;
        else
            ranges.append({i, i});
    }
    return ranges;
}

// Which of the values may stay where they are: the longest rising run through them (patience sorting).
QList<bool> longestRising(const QList<qsizetype> &values)
{
    QList<qsizetype> tails; // index of the smallest end of a run, by its length
    QList<qsizetype> before(values.size(), -1);
    for (qsizetype i = 0; i < values.size(); ++i) {
        const auto place =
            std::lower_bound(tails.begin(), tails.end(), values.at(i),
                             [&values](qsizetype tail, qsizetype value) { return values.at(tail) < value; });
        if (place != tails.begin())
            before[i] = *(place - 1);
        if (place == tails.end())
            tails.append(i);
        else
            *place = i;
    }
    QList<bool> stays(values.size(), false);
    for (qsizetype i = tails.isEmpty() ? -1 : tails.last(); i >= 0; i = before.at(i))
        stays[i] = true;
    return stays;
}

// order: the rows' places in the new list, in the order of the old one. Each mover goes behind the row that it follows.
QList<RowMove> movesFor(QList<qsizetype> order, const QList<bool> &stays)
{
    QList<qsizetype> movers;
    for (qsizetype i = 0; i < order.size(); ++i) {
        if (!stays.at(i))
            movers.append(order.at(i));
    }
    std::sort(movers.begin(), movers.end());
    QList<qsizetype> sorted = order;
    std::sort(sorted.begin(), sorted.end());
    QList<RowMove> moves;
    for (const qsizetype mover : std::as_const(movers)) {
        const qsizetype from = order.indexOf(mover);
        const auto inSorted = std::lower_bound(sorted.begin(), sorted.end(), mover);
        qsizetype to = 0;
        if (inSorted != sorted.begin()) {
            const qsizetype predecessor = order.indexOf(*(inSorted - 1));
            to = predecessor < from ? predecessor + 1 : predecessor;
        }
        if (to == from)
            continue;
        order.move(from, to);
        moves.append({from, to});
    }
    return moves;
}

} // namespace

RowDiff diffRows(const QList<QString> &before, const QList<QString> &after, qsizetype mostSteps)
{
    // Whatever is certain to be a step is counted on the way, so that a large change is known after a few rows of it.
    const QHash<QString, qsizetype> newPlace = positionsOf(after);
    RowDiff large;
    large.isLarge = true;
    RowDiff diff;
    QList<qsizetype> order;
    QList<bool> stayed(after.size(), false);
    qsizetype steps = 0;
    for (qsizetype i = 0; i < before.size() && steps <= mostSteps; ++i) {
        const auto place = newPlace.constFind(before.at(i));
        if (place != newPlace.constEnd()) {
            if (!order.isEmpty() && *place < order.last())
                ++steps; // one of the two moves
            order.append(*place);
            stayed[*place] = true;
        } else if (!diff.removed.isEmpty() && diff.removed.last().last == i - 1) {
            diff.removed.last().last = i;
        } else {
            ++steps;
            diff.removed.append({i, i});
        }
    }
    if (steps > mostSteps)
        return large;
    diff.inserted = rangesWhere(after.size(), [&stayed](qsizetype i) { return !stayed.at(i); });
    const QList<bool> stays = longestRising(order);
    const qsizetype movers = stays.count(false);
    if (diff.removed.size() + diff.inserted.size() + movers > mostSteps)
        return large;
    std::reverse(diff.removed.begin(), diff.removed.end());
    diff.moved = movers == 0 ? QList<RowMove>() : movesFor(order, stays);
    return diff;
}

} // namespace models
