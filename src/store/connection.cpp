// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection.h"

#include "errors.h"
#include "statement.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QUuid>
#include <QVariant>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using domain::Error;
using domain::ErrorKind;
using domain::Result;

namespace store {

namespace {

constexpr int LargestValue = 256 << 20; // bytes; an alert with ten thousand evidence items has about ten million
constexpr int StepsBetweenLooks = 2000; // of SQLite's machine, well below a millisecond

int lookForCancel(void *connection)
{
    return static_cast<const Connection *>(connection)->isCancelled() ? 1 : 0;
}

// As a URI, because only there a VFS can be named and the file's creation be left to us.
QString uri(const QString &file, const Storage &storage)
{
    QString text = QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded()) + u"?mode=rw"_s;
    if (!storage.vfs.isEmpty())
        text += u"&vfs="_s + storage.vfs;
    return text;
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const QString &file, Access access, const Storage &storage,
                                                     const std::atomic<bool> *cancelled)
{
    std::unique_ptr<Connection> connection(new Connection);
    connection->m_storage = storage;
    connection->m_cancelled = cancelled;
    connection->begin(u"open "_s + file);
    const QString options = u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1"_s.arg(storage.busyTimeout.count());
    if (auto error = connection->openNamed(uri(file, storage), options))
        return *error;
    connection->harden(access);
    if (connection->failure())
        return *connection->failure();
    return connection;
}

Result<std::unique_ptr<Connection>> Connection::inMemory()
{
    std::unique_ptr<Connection> connection(new Connection);
    connection->begin(u"open a database in memory"_s);
    if (auto error = connection->openNamed(u":memory:"_s, {}))
        return *error;
    return connection;
}

std::optional<Error> Connection::openNamed(const QString &databaseName, const QString &options)
{
    m_name = u"casemate-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    if (!database.isValid())
        return makeError(ErrorKind::StorageFailed, m_tried, u"noDriver"_s, u"Qt SQL has no driver QSQLITE"_s);
    database.setDatabaseName(databaseName);
    database.setConnectOptions(options);
    if (!database.open()) {
        const QSqlError error = database.lastError();
        return sqliteError(error.nativeErrorCode().toInt(), errno, m_tried, error.databaseText());
    }
    m_handle = *static_cast<sqlite3 *const *>(database.driver()->handle().constData());
    return {};
}

void Connection::harden(Access access)
{
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_limit(m_handle, SQLITE_LIMIT_LENGTH, LargestValue);
    sqlite3_limit(m_handle, SQLITE_LIMIT_SQL_LENGTH, 1 << 20);
    sqlite3_limit(m_handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(m_handle, SQLITE_LIMIT_TRIGGER_DEPTH, 10);
    sqlite3_progress_handler(m_handle, StepsBetweenLooks, lookForCancel, this);
    execute("PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON");
    if (access == Access::Read) {
        // A reader that is the last to close would otherwise move the WAL into a file it only wanted to look at.
        sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        execute("PRAGMA query_only=ON");
    }
}

Connection::~Connection()
{
    // Statements are members of tables, and those go first.
    Q_ASSERT(!m_handle || !sqlite3_next_stmt(m_handle, nullptr));
    m_handle = nullptr;
    if (!m_name.isEmpty())
        QSqlDatabase::removeDatabase(m_name);
}

void Connection::begin(const QString &tried)
{
    m_tried = tried;
    m_failure.reset();
}

int Connection::mayGoOn(const char *sql) const
{
    if (isCancelled()) // short statements end before SQLite looks
        return SQLITE_INTERRUPT;
    return m_storage.gate ? m_storage.gate->before(sql) : SQLITE_OK;
}

void Connection::execute(const QByteArray &sql)
{
    if (m_failure)
        return;
    int code = mayGoOn(sql.constData());
    if (code == SQLITE_OK)
        code = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        fail(code);
}

qint64 Connection::integer(const char *sql)
{
    Statement statement(*this, sql);
    return statement.with().next() ? statement.integer(0) : 0;
}

QString Connection::text(const char *sql)
{
    Statement statement(*this, sql);
    return statement.with().next() ? statement.text(0) : QString();
}

void Connection::fail(int resultCode)
{
    const bool ours = sqlite3_extended_errcode(m_handle) == resultCode; // not so for a gate's
    const int systemCode = ours ? sqlite3_system_errno(m_handle) : 0;
    const QString message = QString::fromUtf8(ours ? sqlite3_errmsg(m_handle) : sqlite3_errstr(resultCode));
    fail(sqliteError(resultCode, systemCode, m_tried, message));
    const ErrorKind kind = m_failure->kind;
    const bool io = (resultCode & 0xff) == SQLITE_IOERR && kind != ErrorKind::StorageFull;
    m_broken = m_broken || io || kind == ErrorKind::StorageCorrupt;
}

void Connection::fail(Error error)
{
    if (!m_failure)
        m_failure = std::move(error);
}

} // namespace store
