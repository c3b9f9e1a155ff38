// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Advanced hunting: the service's scarcest resource, so one call at a time and thirty a minute. Engine thread.

#include "graphclient.h"

#include <QJsonObject>
#include <QStringList>

namespace remote {

struct HuntingAnswer {
    QStringList columns; // in the order of the schema
    QList<QJsonObject> rows;
    std::optional<domain::Moment> serverDate;
    QString requestId;
};
// Also understands Schema, Results, Name as older answers write them. Pure.
[[nodiscard]] domain::Result<HuntingAnswer> readHuntingAnswer(const QByteArray &body);

class Hunting
{
public:
    explicit Hunting(GraphClient &client)
        : m_client(client)
    {
    }

    // timespan as ISO 8601 ("P30D"); empty: the service's 30 days.
    void run(const QString &kql, const QString &timespan, Lane lane, QObject *asker,
             std::function<void(domain::Result<HuntingAnswer>)> answer);

private:
    GraphClient &m_client;
};

} // namespace remote
