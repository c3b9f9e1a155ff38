// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Walks the real window through the main job, by its own commands and fields, and writes one picture a step:
//   sync, open an incident, take, tag, classify, comment, approve a mail action, reject another, drain the outbox,
//   proof, history.
// At the end the demo tenant's own ledger of effects is asked whether each step that changes something really did, exactly
// once. It shows a new user the program, and a maintainer that it works. GUI thread.

#include "tourstep.h"

#include "console.h"
#include "output.h"

#include "models/modelset.h"
#include "widgets/mainwindow.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace app {

class Tour final : public QObject
{
    Q_OBJECT
public:
    Tour(widgets::MainWindow &window, Console &console, models::ModelSet &models, const QUrl &control, const QString &folder,
         std::shared_ptr<Output> output);

    void start();

Q_SIGNALS:
    void ended(bool allHold);

private:
    void look();
    void begin();
    void photograph();
    void askTenant();
    void report(const QJsonArray &effects);

    widgets::MainWindow &m_window;
    QUrl m_control;
    QString m_folder;
    std::shared_ptr<Output> m_output;
    QNetworkAccessManager m_network;
    QList<TourStep> m_steps;
    QTimer m_tick;
    QElapsedTimer m_sinceStep;
    qsizetype m_current = 0;
    bool m_settling = false; // the step holds; the picture is taken after the window has painted
};

} // namespace app
