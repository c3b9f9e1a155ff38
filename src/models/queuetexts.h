// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The texts of a row of the queue, made once when the row is first painted and again when the minute has changed.
// Private to QueueModel. GUI thread.

#include "queuemodel.h"

namespace models {

struct QueueEntry::Texts {
    int minute = -1; // QueueModel's count of refreshes that the times belong to
    QString severity;
    QString id;
    QString name;
    QString status;
    QString serverStatus;
    QString assignee;
    QString serverAssignee;
    QStringList tags;
    QString serverTags;
    int ownTags = 0;
    QString pending;
    QString expires;
    QString alerts;
    QString sources;
    QString classification;
    QString serverClassification;
    QString priority;
    QString updated;
    QString created;
};

[[nodiscard]] QueueEntry::Texts queueTexts(const QueueEntry &entry, const TimeText &times, domain::Moment now,
                                           int minute);
// The analysts' tags among those of the row.
[[nodiscard]] QStringList customTags(const domain::QueueRow &row);

} // namespace models
