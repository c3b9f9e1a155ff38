// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The two threads of an engine and the objects that live in them. Made and destroyed in the owner's thread; the destructor
// joins both.

#include "enginecore.h"

#include <QThread>

namespace casemate::sync {

class EngineHost
{
public:
    explicit EngineHost(EngineSetup setup);
    ~EngineHost();
    Q_DISABLE_COPY_MOVE(EngineHost)

    // Connect to its signals before start(); everything else goes through post().
    [[nodiscard]] EngineCore &core() { return *m_core; }
    void start();

    template <class Call>
    void post(Call call)
    {
        QMetaObject::invokeMethod(m_core, [core = m_core, call = std::move(call)] { call(*core); }, Qt::QueuedConnection);
    }

private:
    void leaveWhenAnswered(int rounds); // engine thread

    QThread m_engineThread;
    QThread m_ingestThread;
    Ingest *m_ingest; // dies at the end of its thread
    EngineCore *m_core; // dies at the end of its thread
};

} // namespace casemate::sync
