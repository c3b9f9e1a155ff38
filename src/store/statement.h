// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A prepared statement with bound values. Prepared at its first use and kept, so tables hold theirs as members.
//
//     for (m_find.with(id); m_find.next();) … m_find.text(0) …
//     m_insert.with(id, stamp).run();
//
// Failures stick to the connection; next() then answers false. Lives in its connection's thread.

#include "domain/ids.h"
#include "domain/moment.h"

#include <QByteArray>
#include <QString>

#include <optional>

struct sqlite3_stmt;

namespace store {

class Connection;

class Statement
{
public:
    Statement(Connection &connection, const char *sql); // sql: a literal
    ~Statement();
    Q_DISABLE_COPY_MOVE(Statement)

    template <class... Values>
    Statement &with(const Values &...values)
    {
        rewind();
        [[maybe_unused]] int index = 0;
        (bind(++index, values), ...);
        return *this;
    }
    bool next(); // true: there is a row
    void run(); // for statements without rows

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const; // a copy
    [[nodiscard]] QByteArray bytesView(int column) const; // of text too; valid until the next step
    [[nodiscard]] domain::Moment moment(int column) const { return {integer(column)}; }
    [[nodiscard]] std::optional<domain::Moment> optionalMoment(int column) const;

private:
    void rewind();
    void bind(int index, qint64 value);
    void bind(int index, int value) { bind(index, qint64 {value}); }
    void bind(int index, bool value) { bind(index, qint64 {value}); }
    void bind(int index, const QString &value);
    void bind(int index, const QByteArray &value); // as a BLOB
    void bind(int index, domain::Moment value) { bind(index, value.ticks); }
    void bind(int index, std::nullopt_t);
    template <class Tag>
    void bind(int index, const domain::Id<Tag> &id)
    {
        bind(index, id.text);
    }
    template <class T>
    void bind(int index, const std::optional<T> &value)
    {
        if (value)
            bind(index, *value);
        else
            bind(index, std::nullopt);
    }

    Connection &m_connection;
    const char *m_sql;
    sqlite3_stmt *m_statement = nullptr;
    bool m_started = false; // the gate has been asked
};

} // namespace store
