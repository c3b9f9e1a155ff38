// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/measure.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace bench {

double Series::least() const
{
    return *std::min_element(values.cbegin(), values.cend());
}

double Series::most() const
{
    return *std::max_element(values.cbegin(), values.cend());
}

double Series::median() const
{
    QList<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    const qsizetype middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted.at(middle) : (sorted.at(middle - 1) + sorted.at(middle)) / 2;
}

Comparison compare(const Comparison &what, int rounds, const Figure &ours, const Figure &theirs)
{
    Comparison result = what;
    ours();
    theirs();
    for (int round = 0; round < rounds; ++round) {
        if (round % 2 == 0)
            result.ours.values.append(ours());
        result.theirs.values.append(theirs());
        if (round % 2 == 1)
            result.ours.values.append(ours());
    }
    return result;
}

double milliseconds(const std::function<void()> &call)
{
    QElapsedTimer timer;
    timer.start();
    call();
    return double(timer.nsecsElapsed()) / 1e6;
}

void giveUp(const QString &why)
{
    std::fprintf(stderr, "casemate-bench: %s\n", qPrintable(why));
    std::exit(1);
}

} // namespace bench
