// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statement.h"

#include "connection.h"

#include <sqlite3.h>

namespace store {

Statement::Statement(Connection &connection, const char *sql)
    : m_connection(connection)
    , m_sql(sql)
{
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

void Statement::rewind()
{
    if (m_connection.failure())
        return;
    m_started = false;
    if (m_statement) {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
        return;
    }
    const int code = sqlite3_prepare_v3(m_connection.handle(), m_sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    if (code != SQLITE_OK)
        m_connection.fail(code);
}

bool Statement::next()
{
    if (m_connection.failure())
        return false;
    Q_ASSERT(m_statement); // with() comes first
    int code = m_started ? SQLITE_OK : m_connection.mayGoOn(m_sql);
    m_started = true;
    if (code == SQLITE_OK)
        code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    sqlite3_reset(m_statement);
    m_started = false;
    if (code != SQLITE_DONE)
        m_connection.fail(code);
    return false;
}

void Statement::run()
{
    while (next()) { }
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(bytesView(column));
}

QByteArray Statement::bytes(int column) const
{
    QByteArray copy = bytesView(column);
    copy.detach();
    return copy;
}

QByteArray Statement::bytesView(int column) const
{
    const void *data = sqlite3_column_blob(m_statement, column);
    const int size = sqlite3_column_bytes(m_statement, column);
    return data ? QByteArray::fromRawData(static_cast<const char *>(data), size) : QByteArray();
}

std::optional<domain::Moment> Statement::optionalMoment(int column) const
{
    if (isNull(column))
        return {};
    return moment(column);
}

void Statement::bind(int index, qint64 value)
{
    if (!m_connection.failure())
        sqlite3_bind_int64(m_statement, index, value);
}

void Statement::bind(int index, const QString &value)
{
    if (m_connection.failure())
        return;
    // Lone surrogates do not survive UTF-8; the exact bytes are kept apart from these columns.
    const QByteArray utf8 = value.toUtf8();
    const int code = sqlite3_bind_text64(m_statement, index, utf8.isNull() ? "" : utf8.constData(),
                                         static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK)
        m_connection.fail(code);
}

void Statement::bind(int index, const QByteArray &value)
{
    if (m_connection.failure())
        return;
    const int code = sqlite3_bind_blob64(m_statement, index, value.isNull() ? "" : value.constData(),
                                         static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT);
    if (code != SQLITE_OK)
        m_connection.fail(code);
}

void Statement::bind(int index, std::nullopt_t)
{
    if (!m_connection.failure())
        sqlite3_bind_null(m_statement, index);
}

} // namespace store
