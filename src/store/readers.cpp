// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers.h"

#include "reader.h"

#include <QList>
#include <QPointer>
#include <QThread>

#include <algorithm>

namespace store {

namespace {

struct Key {
    const QObject *asker = nullptr; // compared, never used
    QString topic;

    friend bool operator==(const Key &, const Key &) = default;
};

struct Waiting {
    Key key;
    std::function<void(ReadSession &)> job;
};

struct Worker {
    std::unique_ptr<QThread> thread;
    Reader *reader = nullptr; // deleted by its thread's end
    std::optional<Key> running;
};

} // namespace

struct Readers::Private {
    std::vector<Worker> workers;
    QList<Waiting> waiting;

    [[nodiscard]] bool isRunning(const Key &key) const
    {
        return std::any_of(workers.begin(), workers.end(), [&](const Worker &worker) { return worker.running == key; });
    }
    template <class Condition>
    void drop(Condition condition)
    {
        waiting.removeIf([&](const Waiting &each) { return condition(each.key); });
        for (Worker &worker : workers) {
            if (worker.running && condition(*worker.running))
                worker.reader->cancel();
        }
    }
    void dispatch();
};

void Readers::Private::dispatch()
{
    for (Worker &worker : workers) {
        if (worker.running)
            continue;
        const auto next = std::find_if(waiting.begin(), waiting.end(),
                                       [this](const Waiting &each) { return !isRunning(each.key); });
        if (next == waiting.end())
            return;
        worker.running = next->key;
        worker.reader->admit();
        QMetaObject::invokeMethod(
            worker.reader,
            [reader = worker.reader, job = std::move(next->job)]() mutable { reader->answer(std::move(job)); },
            Qt::QueuedConnection);
        waiting.removeAt(std::distance(waiting.begin(), next));
    }
}

Readers::Readers(const QString &tenantFolder, const domain::Decoder &decoder, const Storage &storage, int threads,
                 QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->workers.resize(static_cast<size_t>(std::max(threads, 1)));
    for (size_t index = 0; index < d->workers.size(); ++index) {
        Worker &worker = d->workers[index];
        worker.thread = std::make_unique<QThread>();
        worker.thread->setObjectName(QStringLiteral("reader %1").arg(index + 1));
        worker.reader = new Reader(tenantFolder, decoder, storage);
        worker.reader->moveToThread(worker.thread.get());
        connect(worker.thread.get(), &QThread::finished, worker.reader, &QObject::deleteLater);
        connect(worker.reader, &Reader::answered, this, [this, index] {
            d->workers[index].running.reset();
            d->dispatch();
        });
        worker.thread->start();
    }
}

Readers::~Readers()
{
    d->drop([](const Key &) { return true; });
    for (const Worker &worker : d->workers)
        worker.thread->quit();
    for (const Worker &worker : d->workers)
        worker.thread->wait();
}

void Readers::enqueue(QObject *asker, const QString &topic, Job job)
{
    Q_ASSERT(QThread::currentThread() == thread());
    const Key key {asker, topic};
    d->drop([&](const Key &other) { return other == key; });
    d->waiting.append({key, std::move(job)});
    connect(asker, &QObject::destroyed, this, &Readers::forget, Qt::UniqueConnection);
    d->dispatch();
}

void Readers::forget(QObject *asker)
{
    d->drop([asker](const Key &key) { return key.asker == asker; });
}

} // namespace store
