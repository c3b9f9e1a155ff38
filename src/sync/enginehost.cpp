// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginehost.h"

#include "domain/ask.h"

using namespace Qt::StringLiterals;

namespace casemate::sync {

namespace {

constexpr int longestChain = 3; // questions to the ingest thread that follow from one another's answers

} // namespace

EngineHost::EngineHost(EngineSetup setup)
    : m_ingest(new Ingest(setup.folder, setup.decoder, setup.seams.storage, setup.options.pull))
    , m_core(new EngineCore(std::move(setup), *m_ingest))
{
    m_engineThread.setObjectName(u"engine"_s);
    m_ingestThread.setObjectName(u"ingest"_s);
    m_ingest->moveToThread(&m_ingestThread);
    m_core->moveToThread(&m_engineThread);
    QObject::connect(&m_ingestThread, &QThread::finished, m_ingest, &QObject::deleteLater);
    QObject::connect(&m_engineThread, &QThread::finished, m_core, &QObject::deleteLater);
    QObject::connect(m_core, &EngineCore::stopped, m_core, [this] { leaveWhenAnswered(longestChain); });
}

void EngineHost::start()
{
    m_ingestThread.start();
    m_engineThread.start();
    post([](EngineCore &core) { core.start(); });
}

// The ingest thread answers in turn, so behind these answers no other is on its way to a thread that has ended, where it
// would never be delivered.
void EngineHost::leaveWhenAnswered(int rounds)
{
    domain::ask<domain::Done>(
        m_ingest, m_core, [](Ingest &) { return domain::Done {}; },
        [this, rounds](const domain::Result<domain::Done> &) {
            if (rounds > 1)
                leaveWhenAnswered(rounds - 1);
            else
                m_engineThread.quit();
        });
}

EngineHost::~EngineHost()
{
    post([](EngineCore &core) { core.stop(); });
    m_engineThread.wait(); // the core asks the ingest thread, so it goes first
    m_ingestThread.quit();
    m_ingestThread.wait();
}

} // namespace casemate::sync
