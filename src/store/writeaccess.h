// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A writer's hold on its database: the connection and the tables that keep statements on it. After a failure that leaves
// in doubt what is on the disk (fsync, I/O, corruption) the next question opens the file anew and has it checked.
// Lives in the thread of its writer.

#include "opening.h"

namespace store {

template <class Tables>
class WriteAccess
{
public:
    [[nodiscard]] static domain::Result<std::unique_ptr<WriteAccess>>
    open(const Description &description, const QString &folder, const Storage &storage,
         const std::atomic<bool> *cancelled = nullptr)
    {
        std::unique_ptr<WriteAccess> access(new WriteAccess(description, folder, storage, cancelled));
        const domain::Result<Tables *> ready = access->ready();
        if (!ready)
            return ready.error();
        return access;
    }
    ~WriteAccess()
    {
        const bool clean = m_opened.connection && !m_opened.connection->isBroken();
        close();
        if (clean)
            markClean(m_description, m_folder);
    }
    Q_DISABLE_COPY_MOVE(WriteAccess)

    [[nodiscard]] domain::Result<Tables *> ready()
    {
        if (m_opened.connection && m_opened.connection->isBroken())
            close();
        if (!m_tables) {
            domain::Result<Opened> opened = openForWriting(m_description, m_folder, m_storage, m_cancelled);
            if (!opened)
                return opened.error();
            m_opened = std::move(*opened);
            m_tables = std::make_unique<Tables>(*m_opened.connection);
        }
        return m_tables.get();
    }
    [[nodiscard]] Connection &connection() { return *m_opened.connection; }
    [[nodiscard]] bool wasCreated() const { return m_opened.created; }
    [[nodiscard]] bool wasChecked() const { return m_opened.checked; }
    [[nodiscard]] const QString &folder() const { return m_folder; }

private:
    WriteAccess(Description description, QString folder, Storage storage, const std::atomic<bool> *cancelled)
        : m_description(std::move(description))
        , m_folder(std::move(folder))
        , m_storage(std::move(storage))
        , m_cancelled(cancelled)
    {
    }
    void close()
    {
        m_tables.reset();
        m_opened.connection.reset();
    }

    Description m_description;
    QString m_folder;
    Storage m_storage;
    const std::atomic<bool> *m_cancelled;
    Opened m_opened;
    std::unique_ptr<Tables> m_tables;
};

} // namespace store
