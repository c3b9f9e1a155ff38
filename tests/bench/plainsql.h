// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// SQLite without anything of ours: what a question or a write costs at the least. One connection; main thread.

#include <QByteArray>
#include <QList>
#include <QString>

struct sqlite3;
struct sqlite3_stmt;

namespace bench {

class PlainSql
{
public:
    explicit PlainSql(const QString &file); // made when it is not there
    ~PlainSql();
    Q_DISABLE_COPY_MOVE(PlainSql)

    void run(const QByteArray &sql);
    // Prepared at the first use and kept. Rows are read to the last, all columns into QStrings when texts are wanted.
    qint64 rows(const QByteArray &sql, bool wantsTexts);
    [[nodiscard]] sqlite3_stmt *statement(const QByteArray &sql);
    void done(int resultCode) const; // gives up unless it is a good one
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

private:
    struct Known {
        QByteArray sql;
        sqlite3_stmt *statement = nullptr;
    };

    sqlite3 *m_handle = nullptr;
    QList<Known> m_known;
};

} // namespace bench
