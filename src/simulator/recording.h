// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Incidents and alerts as they were recorded from Graph: every *.json file below a folder, each holding one item, a page
// with `value`, an array of items, or an exchange that was
// recorded (exchangerecorder.h). What has an incidentId or evidence is an alert, anything else with an id an incident;
// the alerts inside an incident count as well. Of two items with the same id the later one stands. Values.

#include "simulator/result.h"
#include "simulator/stamp.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

namespace simulator {

struct RecordedItem {
    QString id;
    Ticks created = 0;
    Ticks updated = 0;
    QByteArray bytes; // as recorded
    QJsonObject fields;
};

struct Recording {
    QList<RecordedItem> incidents;
    QList<RecordedItem> alerts;

    static Result<Recording> read(const QString &folder);
    [[nodiscard]] QList<QByteArray> alertsOf(const QString &incidentId) const;
};

} // namespace simulator
