// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Processes that are measured from outside: our window over a world, without the simulator beside it, and a bare one. Each
// prints "rows" when its first content is on the screen, and "settled" with its memory in KiB when it has nothing left to
// read; then it waits for its end, ours for the end of its input. Main thread.

#include "bench/world.h"

#include <QProcess>

namespace bench {

class Child
{
public:
    [[nodiscard]] static double msecsToRows(const World *world); // none: the bare window
    [[nodiscard]] static double settledMegabytes(const World *world);

private:
    explicit Child(const World *world);
    ~Child();
    [[nodiscard]] long until(const QByteArray &word);

    bool m_isOurs = false;
    QTemporaryDir m_home;
    QProcess m_process;
    QByteArray m_said;
};

// What the process of our window does; `root` is the world's.
[[nodiscard]] int runWindow(int &argc, char **argv, const QString &root);

} // namespace bench
