// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The embedded demo tenant: starts casemate-simulator as a child on free loopback ports and reads its ready line. The child
// ends when this object goes, and by itself when this process dies, because it watches its standard input.
// Main thread.

#include "clouds.h"

#include "domain/result.h"

#include <QJsonObject>
#include <QObject>
#include <QProcess>
#include <QUrl>

#include <functional>

namespace app {

class DemoTenant final : public QObject
{
    Q_OBJECT
public:
    struct Options {
        quint64 seed = 7;
        int incidents = 500;
        double speed = 1; // simulated seconds a second, so that investigations run and mails move
    };
    struct Ready {
        CloudFile cloud;
        QUrl control;
        QString credentialFile;
    };

    explicit DemoTenant(QObject *parent = nullptr);
    ~DemoTenant() override;

    // Error{Unreachable} when the simulator is missing or ends before it is ready.
    void start(const Options &options, QObject *asker, std::function<void(domain::Result<Ready>)> answer);
    // Lets it end by itself, so that it takes its private folder along.
    void stop(QObject *asker, std::function<void(domain::Result<domain::Done>)> answer);

private:
    void readLine();

    QProcess m_process;
    QByteArray m_line;
    std::function<void(domain::Result<Ready>)> m_answer;
};

} // namespace app
