// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the gallery shows of the start window. Main thread.

#include "widgets/startwindow.h"

#include <functional>

namespace gallery {

struct StartScene {
    QString name;
    std::function<void(widgets::StartWindow &)> act; // it is shown
};

[[nodiscard]] QList<domain::Cloud> someClouds();
[[nodiscard]] const QList<StartScene> &startScenes();

} // namespace gallery
