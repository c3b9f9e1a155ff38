// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One comparison: a subject of ours and a floor or peer, measured in turns in the same run, so that a busy machine slows
// both. What counts is the ratio of the medians. Values; main thread.

#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>

namespace bench {

struct Series {
    QList<double> values;

    [[nodiscard]] double least() const;
    [[nodiscard]] double median() const;
    [[nodiscard]] double most() const;
};

struct Comparison {
    QString name = {}; // "queue.sort.10000"; budgets.txt knows it by this
    QString subject = {}; // what ours does
    QString peer = {}; // what it is measured against
    QString unit = {}; // of both
    Series ours = {};
    Series theirs = {};

    [[nodiscard]] double ratio() const { return ours.median() / theirs.median(); }
};

using Figure = std::function<double()>;

// One unmeasured round of each, then `rounds` of both, the two taking turns in going first.
[[nodiscard]] Comparison compare(const Comparison &what, int rounds, const Figure &ours, const Figure &theirs);

// A figure for compare(): milliseconds that a call takes.
[[nodiscard]] double milliseconds(const std::function<void()> &call);

// Ends the program with exit code 1: a figure of something that failed would be no figure.
[[noreturn]] void giveUp(const QString &why);

} // namespace bench
