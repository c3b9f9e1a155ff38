// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Waits for decisions to come to rest: ended, or up to a person; so do the comments about approvals that were proved. A network that cannot be reached ends the waiting too,
// since nothing will move then. Main thread.

#include "console.h"

#include <QObject>

namespace app {

class DecisionWatch final : public QObject
{
    Q_OBJECT
public:
    // Empty `ids`: every decision of the outbox.
    DecisionWatch(Console &console, QList<domain::DecisionId> ids, QObject *parent);

    void start();

Q_SIGNALS:
    void rested(const QList<domain::Decision> &decisions);
    void stuck(const domain::Error &error, const QList<domain::Decision> &decisions); // no network, no session

private:
    void look();
    void judge(const QList<domain::Decision> &decisions);

    Console &m_console;
    QList<domain::DecisionId> m_ids;
    QList<domain::Decision> m_last;
    bool m_ended = false;
};

[[nodiscard]] bool isAtRest(domain::DecisionState state); // final, stale or needs a person

} // namespace app
