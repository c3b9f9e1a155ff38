// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenarioplayer.h"

#include <QJsonDocument>

namespace simulator {

using namespace Qt::StringLiterals;

ScenarioPlayer::ScenarioPlayer(Control control, Schedule schedule, QObject *parent)
    : QObject(parent)
    , m_control(std::move(control))
    , m_schedule(std::move(schedule))
    , m_isPlaying(std::make_shared<bool>(false))
{
}

void ScenarioPlayer::play(const Scenario &scenario)
{
    stop();
    m_name = scenario.name;
    m_done = {};
    m_isPlaying = std::make_shared<bool>(true);
    for (const ScenarioStep &step : scenario.steps) {
        if (!step.times.isEmpty())
            schedule(step);
        else if (step.requests > 0)
            m_waiting.append({step});
        else
            carryOut(step);
    }
}

void ScenarioPlayer::stop()
{
    *m_isPlaying = false;
    m_waiting.clear();
    m_scheduled = 0;
}

void ScenarioPlayer::count(const Request &request)
{
    const QString line = QString::fromLatin1(request.method) + u' ' + request.path;
    QList<ScenarioStep> due;
    for (Waiting &waiting : m_waiting) {
        if (waiting.step.route.match(line).hasMatch() && ++waiting.seen == waiting.step.requests)
            due.append(waiting.step);
    }
    m_waiting.removeIf([](const Waiting &waiting) { return waiting.seen >= waiting.step.requests; });
    for (const ScenarioStep &step : std::as_const(due))
        carryOut(step);
}

void ScenarioPlayer::schedule(const ScenarioStep &step)
{
    const QString tenant = step.deeds.first().tenant;
    for (const Ticks time : step.times) {
        const bool isKnown = m_schedule(tenant, time, [this, step, isPlaying = m_isPlaying] {
            if (!*isPlaying)
                return;
            --m_scheduled;
            carryOut(step);
        });
        if (!isKnown) {
            note(step.deeds.first(), 404, R"({"error":"there is no such tenant"})");
            return;
        }
        ++m_scheduled;
    }
}

void ScenarioPlayer::carryOut(const ScenarioStep &step)
{
    for (const ScenarioDeed &deed : step.deeds) {
        Request request;
        request.method = deed.method;
        request.path = deed.path;
        request.body = QJsonDocument(deed.body).toJson(QJsonDocument::Compact);
        if (!deed.tenant.isEmpty())
            request.query.append({u"tenant"_s, deed.tenant});
        const Response response = m_control(request);
        note(deed, response.status, response.body);
    }
}

void ScenarioPlayer::note(const ScenarioDeed &deed, int status, const QByteArray &answer)
{
    const QString error = QJsonDocument::fromJson(answer)[u"error"].toString();
    m_done.append(QJsonObject {{u"call"_s, QString(QString::fromLatin1(deed.method) + u' ' + deed.path)},
                               {u"status"_s, status},
                               {u"error"_s, error}});
    if (status >= 400)
        qWarning("scenario %ls: %ls: %ls", qUtf16Printable(m_name), qUtf16Printable(deed.path), qUtf16Printable(error));
}

QJsonObject ScenarioPlayer::report() const
{
    return {{u"name"_s, m_name},
            {u"done"_s, m_done},
            {u"waitingForTime"_s, m_scheduled},
            {u"waitingForRequests"_s, static_cast<int>(m_waiting.size())}};
}

} // namespace simulator
