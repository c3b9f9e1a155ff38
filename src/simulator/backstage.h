// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything that lives in the tenant thread: the tenants with sign-in and front door, reception and control port, and
// the timer that moves simulated time. Made in the main thread, opened and closed in its own.

#include "simulator/commandline.h"
#include "simulator/handler.h"
#include "simulator/worldfile.h"

#include <QElapsedTimer>
#include <QTimer>

namespace simulator {

class Backstage : public QObject
{
    Q_OBJECT
public:
    Backstage(Options options, World world);
    ~Backstage() override;

    void open(); // answers with opened() or failed()
    void close(); // keeps the world, if it is kept, and ends all that open() made

    [[nodiscard]] Handler *reception() const; // from opened() on
    [[nodiscard]] Handler *controlPort() const;

Q_SIGNALS:
    void opened(const QJsonArray &accounts); // of each tenant a list
    void failed(const QString &reason);
    void networkAsked(bool up, const simulator::Answer &answer); // see controlport.h

private:
    struct Parts;
    void startClock();
    void tick();
    [[nodiscard]] Response route(const Request &request);
    Result<bool> openFiles(); // for effects and exchanges
    [[nodiscard]] Result<QString> keep() const;

    Options m_options;
    World m_world;
    std::unique_ptr<Parts> m_parts;
    QElapsedTimer m_sinceTick;
};

} // namespace simulator
