// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the simulator can be told at its start. Values; parsed in the main thread before anything lives.

#include "simulator/startswitches.h"
#include "simulator/worldsize.h"

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace simulator {

struct Options {
    quint16 port = 0; // login and graph; 0: any free one
    quint16 controlPort = 0;
    quint64 seed = 1;
    WorldSize size = worldSizes().front();
    std::optional<int> incidents; // other than the size says
    int tenants = 1; // side by side, each with its own people, keys and data
    double speed = 0; // simulated seconds per second; 0: the clock stands still
    QDateTime start; // simulated time zero; the last full hour when invalid
    QString worldFile; // keeps identities and world over a restart
    QString replayFolder; // serves this instead of a made-up world
    QString scenarioFile; // what goes wrong, and when
    QString effectsFile; // every effect, as it happens
    QString recordFolder; // every Graph exchange
    StartSwitches switches;
    QHash<QString, QString> tenantSwitches;
    QString checkedEffects; // do not serve: compare these with …
    QString checkedLedger; // … what a client says it did
    bool autoApprove = false; // the sign-in page redirects at once
    bool unthrottled = false;
    bool tls = false;
    bool parentWatch = false; // end when standard input ends
    bool wantsHelp = false;
};

[[nodiscard]] Result<Options> parseCommandLine(const QStringList &arguments); // without the program's name
[[nodiscard]] QString usage();

} // namespace simulator
