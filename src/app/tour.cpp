// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tour.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QPixmap>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {

namespace {

constexpr auto lookEvery = 100ms;
constexpr auto actAgainAfter = 5s; // e.g. a row that had not arrived yet
constexpr auto patience = 3min; // a remediation takes its time, and its proof too
constexpr auto paintTime = 300ms;

} // namespace

Tour::Tour(widgets::MainWindow &window, Console &console, models::ModelSet &models, const QUrl &control, const QString &folder,
           std::shared_ptr<Output> output)
    : m_window(window)
    , m_control(control)
    , m_folder(folder)
    , m_output(std::move(output))
    , m_steps(tourSteps(window, console, models))
{
    m_tick.setInterval(lookEvery);
    connect(&m_tick, &QTimer::timeout, this, &Tour::look);
}

void Tour::start()
{
    if (m_control.isEmpty() || !QDir().mkpath(m_folder)) {
        m_output->err(m_control.isEmpty() ? "casemate: the tour acts on mail, so it runs on the demo tenant only; add --demo\n"
                                          : "casemate: the folder for the pictures cannot be made\n");
        Q_EMIT ended(false);
        return;
    }
    begin();
    m_tick.start();
}

void Tour::begin()
{
    m_sinceStep.start();
    m_settling = false;
    m_steps[m_current].act();
}

void Tour::look()
{
    TourStep &step = m_steps[m_current];
    if (m_settling)
        return;
    if (step.holds()) {
        m_settling = true;
        step.msecs = m_sinceStep.elapsed();
        QTimer::singleShot(paintTime, this, &Tour::photograph);
    } else if (std::chrono::milliseconds(m_sinceStep.elapsed()) > patience) {
        step.result = u"did not come about"_s;
        m_settling = true;
        step.msecs = m_sinceStep.elapsed();
        photograph();
    } else if (std::chrono::milliseconds(m_sinceStep.elapsed()) > actAgainAfter && m_sinceStep.elapsed() % (actAgainAfter / 1ms) < lookEvery / 1ms) {
        step.act();
    }
}

void Tour::photograph()
{
    const TourStep &step = m_steps[m_current];
    const QString file = u"%1/%2-%3.png"_s.arg(m_folder).arg(int(m_current) + 1, 2, 10, QLatin1Char('0')).arg(step.name);
    if (!m_window.grab().save(file))
        m_steps[m_current].result = u"its picture could not be written"_s;
    const bool failed = !m_steps[m_current].result.isEmpty();
    ++m_current;
    if (m_current == m_steps.size() || failed) {
        m_tick.stop();
        askTenant();
    } else {
        begin();
    }
}

void Tour::askTenant()
{
    QUrl url = m_control;
    url.setPath(u"/control/effects"_s);
    QNetworkReply *reply = m_network.get(QNetworkRequest(url));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        report(QJsonDocument::fromJson(reply->readAll()).object().value("effects"_L1).toArray());
    });
}

void Tour::report(const QJsonArray &effects)
{
    bool allHold = m_current == m_steps.size();
    QList<QStringList> rows;
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        TourStep &step = m_steps[i];
        QString check = i >= m_current ? u"not reached"_s : step.result;
        if (check.isEmpty() && step.check)
            check = step.check(effects) ? u"in the tenant's ledger, once"_s : u"NOT in the tenant's ledger"_s;
        const bool holds = i < m_current && step.result.isEmpty() && (!step.check || step.check(effects));
        allHold = allHold && holds;
        rows.append({QString::number(i + 1), step.name, QString::number(double(step.msecs) / 1000, 'f', 1), holds ? u"ok"_s : u"FAILED"_s,
                     check.isEmpty() ? u"seen in the window"_s : check});
    }
    m_output->out(table({u"STEP"_s, u"NAME"_s, u"SECONDS"_s, u"RESULT"_s, u"CHECK"_s}, rows));
    Q_EMIT ended(allHold);
}

} // namespace app
