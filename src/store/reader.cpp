// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader.h"

namespace store {

ReadSession::ReadSession(const QString &tenantFolder, const domain::Decoder &decoder, const Storage &storage)
    : m_cache(tenantFolder, decoder, storage, &m_cancelled)
    , m_ledger(tenantFolder, storage, &m_cancelled)
    , m_desk(tenantFolder, storage, &m_cancelled)
{
}

Reader::Reader(const QString &tenantFolder, const domain::Decoder &decoder, const Storage &storage)
    : m_session(tenantFolder, decoder, storage)
{
}

void Reader::cancel()
{
    m_session.m_cancelled.store(true, std::memory_order_relaxed);
}

void Reader::admit()
{
    m_session.m_cancelled.store(false, std::memory_order_relaxed);
}

void Reader::answer(std::function<void(ReadSession &)> job)
{
    if (!m_session.isCancelled())
        job(m_session);
    job = nullptr; // its asker hears of it before the next question starts
    Q_EMIT answered();
}

} // namespace store
