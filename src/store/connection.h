// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One opened database: Qt SQL's connection for its life, SQLite's handle for the work. A failure sticks: after the first
// one every further statement of the same transaction does nothing, and the transaction's end answers it. So code between
// reads as if nothing could fail. Lives in the thread that opened it.

#include "storage.h"

#include "domain/result.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <memory>
#include <optional>

struct sqlite3;

namespace store {

class Connection
{
public:
    enum class Access { Write, Read }; // Read: query_only, and leaves the WAL as it is

    // The file must exist. `cancelled` is looked at while a statement runs.
    [[nodiscard]] static domain::Result<std::unique_ptr<Connection>>
    open(const QString &file, Access access, const Storage &storage, const std::atomic<bool> *cancelled = nullptr);
    [[nodiscard]] static domain::Result<std::unique_ptr<Connection>> inMemory();
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    [[nodiscard]] sqlite3 *handle() const { return m_handle; }
    [[nodiscard]] const Storage &storage() const { return m_storage; }

    // Forgets the last failure; the next ones are reported as having happened while we tried this.
    void begin(const QString &tried);
    [[nodiscard]] const std::optional<domain::Error> &failure() const { return m_failure; }
    // After an I/O error or corruption nobody knows what is on the disk: close, open again, check.
    [[nodiscard]] bool isBroken() const { return m_broken; }

    void execute(const QByteArray &sql); // one or several statements without values
    [[nodiscard]] qint64 integer(const char *sql); // first column of the first row; 0 when there is none
    [[nodiscard]] QString text(const char *sql);
    void fail(int resultCode); // what SQLite has just answered
    void fail(domain::Error error);
    // SQLITE_OK to go on; what the gate says; SQLITE_INTERRUPT once the question has been cancelled.
    [[nodiscard]] int mayGoOn(const char *sql) const;
    [[nodiscard]] bool isCancelled() const { return m_cancelled && m_cancelled->load(std::memory_order_relaxed); }

private:
    Connection() = default;
    [[nodiscard]] std::optional<domain::Error> openNamed(const QString &databaseName, const QString &options);
    void harden(Access access);

    Storage m_storage;
    const std::atomic<bool> *m_cancelled = nullptr;
    QString m_name; // of the QSqlDatabase
    sqlite3 *m_handle = nullptr;
    QString m_tried;
    std::optional<domain::Error> m_failure;
    bool m_broken = false;
};

} // namespace store
