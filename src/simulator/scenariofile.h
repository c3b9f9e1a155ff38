// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A scenario: what goes wrong in a tenant, in which order, as JSON. Each step says when and what; what it says is what the
// control port takes, so nothing here knows how it is done.
//
//     name, description   text
//     steps               list of objects:
//         after           simulated time from the start of the scenario, "PT2H"; without it: at once
//         afterRequests   so many requests of clients have arrived since then; route: of those whose "METHOD path" matches
//         every, times    with after: again after each such time, so often in all
//         tenant          id, domain or number; without it the first
//         switches | fault | clearFaults | advance | throttle | entra | network | portal | analyst | mail | story | storm
//
// Values and pure functions; any thread.

#include "simulator/result.h"
#include "simulator/stamp.h"

#include <QJsonObject>
#include <QList>
#include <QRegularExpression>

namespace simulator {

struct ScenarioDeed { // one control call
    QByteArray method;
    QString path;
    QJsonObject body;
    QString tenant;
};

struct ScenarioStep {
    QList<Ticks> times; // from the start; empty with requests == 0: at once
    int requests = 0; // that have to arrive first
    QRegularExpression route; // which count
    QList<ScenarioDeed> deeds;
};

struct Scenario {
    QString name;
    QList<ScenarioStep> steps;

    // `source` names the file in what is said about it; a syntax error comes with line and column, anything else with
    // the path of the member and what was expected there.
    static Result<Scenario> fromJson(const QByteArray &text, const QString &source);
    static Result<Scenario> read(const QString &path);
};

[[nodiscard]] std::optional<Ticks> readDuration(const QString &text); // ISO 8601: P1DT2H30M5S, no months or years

} // namespace simulator
