// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What src/CMakeLists.txt says of each module (its line `casemate_module(NAME USES … LINKS …)`), and whether these lines
// themselves respect the shape of the program: the network never speaks to the views, nor they to it. Main thread, pure.

#include "layers/finding.h"

#include <QMap>
#include <QSet>
#include <QString>

namespace layers {

struct ModuleLine {
    int line = 0;
    QSet<QString> uses; // modules, e.g. "domain"
    QSet<QString> links; // libraries from outside, e.g. "Qt6::Core"
};

using ModuleLines = QMap<QString, ModuleLine>;

[[nodiscard]] ModuleLines readModuleLines(const QString &cmakeText);

// Modules that `name` reaches over any number of arrows, itself not counted unless there is a circle.
[[nodiscard]] QSet<QString> reachable(const ModuleLines &modules, const QString &name);

[[nodiscard]] Findings checkModuleLines(const ModuleLines &modules, const QString &file);

} // namespace layers
