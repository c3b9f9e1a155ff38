// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One step of the tour, and the steps there are. GUI thread.

#include "console.h"

#include "models/modelset.h"
#include "widgets/mainwindow.h"

#include <QJsonArray>
#include <QList>

#include <functional>

namespace app {

struct TourStep {
    QString name; // also the picture's
    std::function<void()> act; // may be asked again while it does not hold
    std::function<bool()> holds;
    std::function<bool(const QJsonArray &effects)> check {}; // of the tenant's own ledger; absent: changes nothing there
    QString result {}; // filled in on the way
    qint64 msecs = 0;
};

[[nodiscard]] QList<TourStep> tourSteps(widgets::MainWindow &window, Console &console, models::ModelSet &models);

} // namespace app
