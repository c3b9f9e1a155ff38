// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A small pool of threads that read the databases for views. Made and asked in one thread, usually the GUI's.
//
//     readers.ask<QList<QueueRow>>(this, u"queue"_s, [](ReadSession &s) { return s.cache().queue(); },
//                                  [this](Result<QList<QueueRow>> rows) { … });
//
// The answer is called exactly once, in the asker's thread, after ask() has returned, never once the asker is gone.
// A newer question of the same asker and topic interrupts the older one, which answers Cancelled, and starts only when the
// older one has ended, so that writes to the desk keep their order.

#include "cachereader.h"
#include "deskstore.h"
#include "ledgerreader.h"
#include "storage.h"

#include "domain/ask.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace store {

// What a question gets; belongs to its reader thread. The three open their files on first use.
class ReadSession
{
public:
    ReadSession(const QString &tenantFolder, const domain::Decoder &decoder, const Storage &storage);

    [[nodiscard]] CacheReader &cache() { return m_cache; }
    [[nodiscard]] LedgerReader &ledger() { return m_ledger; }
    [[nodiscard]] DeskStore &desk() { return m_desk; }
    // For questions that compute for long between two statements.
    [[nodiscard]] bool isCancelled() const { return m_cancelled.load(std::memory_order_relaxed); }

private:
    friend class Reader;
    std::atomic<bool> m_cancelled = false; // set from the thread of Readers
    CacheReader m_cache;
    LedgerReader m_ledger;
    DeskStore m_desk;
};

class Readers : public QObject
{
    Q_OBJECT
public:
    // The decoder must outlive it.
    Readers(const QString &tenantFolder, const domain::Decoder &decoder, const Storage &storage = {}, int threads = 2,
            QObject *parent = nullptr);
    ~Readers() override; // interrupts what runs, drops what waits (answered Cancelled), ends the threads

    template <class T>
    void ask(QObject *asker, const QString &topic, std::function<domain::Result<T>(ReadSession &)> question,
             std::function<void(domain::Result<T>)> answer)
    {
        domain::Answer<T> reply(asker, std::move(answer));
        enqueue(asker, topic, [question = std::move(question), reply](ReadSession &session) {
            domain::Result<T> result = question(session);
            if (!session.isCancelled()) // a superseded question says Cancelled (by ~Answer) even if it got to its end
                reply(std::move(result));
        });
    }

private:
    using Job = std::function<void(ReadSession &)>;
    void enqueue(QObject *asker, const QString &topic, Job job);
    void forget(QObject *asker);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace store
