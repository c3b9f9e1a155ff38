// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What tests and the demo may ask of the tenant behind the back of its clients. JSON in and out.
//
//     GET  /control/effects                  ?after=SEQUENCE: {"effects":[…]}, see effects.h
//     GET  /control/state                    counts, simulated time
//     GET  /control/world/incidents          id, stamps, status, alerts of every incident
//     GET  /control/pending                  pending items: incident, alert, type, mail, latest place
//     GET  /control/mails                    ?networkMessageId=: deliveries with places and moves
//     GET  /control/switches                 the table with values and meanings
//     POST /control/switches                 {"name":"value", …}
//     POST /control/clock/advance            {"seconds":N}
//     POST /control/mails/move               {"networkMessageId","recipient"?,"location","by":"user|zap|air|admin"}
//     POST /control/analyst                  {"upn","incidentId", status|assignedTo|classification|…, "comment"}
//     POST /control/portal/decide            {"decision":"approve|reject","incidentId"?,"networkMessageId"?,"upn"?}
//     POST /control/incidents/new            {"story":KEY}, or {} for an ordinary one: {"id"}
//     POST /control/incidents/storm          {"incidents":N,"within":"PT1H"}: ordinary ones, spread over that time
//
// Lives in the tenant thread.

#include "exchange.h"
#include "result.h"

#include <QJsonObject>

#include <optional>

namespace simulator {

struct Organisation;
class Life;

class TenantControl {
public:
    TenantControl(Organisation &org, Life &life);

    [[nodiscard]] std::optional<Response> answer(const Request &request); // nothing: not an operation of the tenant

private:
    [[nodiscard]] std::optional<Result<QJsonObject>> get(const QString &path, const Request &request) const;
    [[nodiscard]] std::optional<Result<QJsonObject>> post(const QString &path, const QJsonObject &body);
    [[nodiscard]] Result<QJsonObject> advance(const QJsonObject &body);
    [[nodiscard]] Result<QJsonObject> setSwitches(const QJsonObject &body);
    [[nodiscard]] Result<QJsonObject> moveMail(const QJsonObject &body);
    [[nodiscard]] Result<QJsonObject> actAsAnalyst(const QJsonObject &body);
    [[nodiscard]] Result<QJsonObject> decide(const QJsonObject &body);
    [[nodiscard]] Result<QJsonObject> addIncident(const QJsonObject &body);
    [[nodiscard]] Result<QJsonObject> raiseStorm(const QJsonObject &body);

    Organisation &m_org;
    Life &m_life;
};

} // namespace simulator
