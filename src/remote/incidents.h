// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One incident or alert, read and changed. Each function is one call. Engine thread.

#include "graphclient.h"

#include <QJsonObject>

namespace remote {

struct ItemAnswer {
    QByteArray bytes; // of the item, exactly
    QString requestId;
    std::optional<domain::Moment> serverDate;
};

// Bodies of the two writes, for digests too. Pure.
[[nodiscard]] QByteArray patchBody(const QJsonObject &changes);
[[nodiscard]] QByteArray commentBody(const QString &text);

class Incidents
{
public:
    using ItemFunction = std::function<void(domain::Result<ItemAnswer>)>;
    using GraphFunction = GraphClient::AnswerFunction;

    explicit Incidents(GraphClient &client)
        : m_client(client)
    {
    }

    void get(const domain::IncidentId &id, Lane lane, QObject *asker, ItemFunction answer);
    void getWithAlerts(const domain::IncidentId &id, Lane lane, QObject *asker, ItemFunction answer); // $expand=alerts
    void getAlert(const domain::AlertId &id, Lane lane, QObject *asker, ItemFunction answer);
    void patch(const domain::IncidentId &id, const QJsonObject &changes, const domain::AttemptId &attempt,
               QObject *asker, GraphFunction answer);
    // Answers with all comments of the incident; no edit and no delete exist.
    void comment(const domain::IncidentId &id, const QString &text, const domain::AttemptId &attempt, QObject *asker,
                 GraphFunction answer);

private:
    void getItem(const QByteArray &collection, const QString &id, const QByteArray &query, Lane lane, QObject *asker,
                 ItemFunction answer);

    GraphClient &m_client;
};

} // namespace remote
