// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the gallery shows: a state of the world, and the steps that bring the window there. Main thread.

#include "widgets/mainwindow.h"
#include "widgets/office.h"

#include <functional>

namespace gallery {

struct Scene {
    QString name;
    std::function<fixture::World(domain::Moment)> world; // absent: an empty cache
    std::function<void(fixture::Office &)> before; // the window is made
    std::function<void(widgets::MainWindow &, fixture::Office &)> act; // it is shown
};

[[nodiscard]] const QList<Scene> &scenes();

} // namespace gallery
