// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Plays a scenario: lets each of its control calls happen when it is due. What a call answered stays in the report, so
// that a step that came to nothing can be seen. Tenant thread.

#include "simulator/exchange.h"
#include "simulator/scenariofile.h"

#include <QJsonArray>
#include <QObject>

#include <functional>
#include <memory>

namespace simulator {

class ScenarioPlayer : public QObject
{
    Q_OBJECT
public:
    using Control = std::function<Response(const Request &)>;
    // Lets something happen in that tenant after so much of its time; false: there is no such tenant.
    using Schedule = std::function<bool(const QString &tenant, Ticks after, const std::function<void()> &deed)>;

    ScenarioPlayer(Control control, Schedule schedule, QObject *parent = nullptr);

    void play(const Scenario &scenario); // what is left of another one is dropped
    void stop();
    void count(const Request &request); // one has arrived
    [[nodiscard]] QJsonObject report() const;

private:
    struct Waiting { // for requests
        ScenarioStep step;
        int seen = 0;
    };

    void carryOut(const ScenarioStep &step);
    void note(const ScenarioDeed &deed, int status, const QByteArray &answer);
    void schedule(const ScenarioStep &step);

    Control m_control;
    Schedule m_schedule;
    QString m_name;
    QList<Waiting> m_waiting;
    QJsonArray m_done;
    int m_scheduled = 0; // not yet happened
    std::shared_ptr<bool> m_isPlaying; // shared with what is scheduled; a scenario that was stopped leaves it false
};

} // namespace simulator
