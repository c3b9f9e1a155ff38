// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/plainsql.h"

#include "bench/measure.h"

#include <QFile>

#include <sqlite3.h>

namespace bench {

PlainSql::PlainSql(const QString &file)
{
    done(sqlite3_open(QFile::encodeName(file).constData(), &m_handle));
}

PlainSql::~PlainSql()
{
    for (const Known &known : std::as_const(m_known))
        sqlite3_finalize(known.statement);
    sqlite3_close(m_handle);
}

void PlainSql::done(int resultCode) const
{
    if (resultCode != SQLITE_OK && resultCode != SQLITE_ROW && resultCode != SQLITE_DONE)
        giveUp(QStringLiteral("SQLite: ") + QString::fromUtf8(sqlite3_errmsg(m_handle)));
}

void PlainSql::run(const QByteArray &sql)
{
    done(sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr));
}

sqlite3_stmt *PlainSql::statement(const QByteArray &sql)
{
    for (const Known &known : std::as_const(m_known)) {
        if (known.sql == sql)
            return known.statement;
    }
    Known known {sql, nullptr};
    done(sqlite3_prepare_v2(m_handle, sql.constData(), -1, &known.statement, nullptr));
    m_known.append(known);
    return known.statement;
}

qint64 PlainSql::rows(const QByteArray &sql, bool wantsTexts)
{
    sqlite3_stmt *select = statement(sql);
    const int columns = sqlite3_column_count(select);
    qint64 count = 0;
    qsizetype letters = 0;
    int code = SQLITE_OK;
    while ((code = sqlite3_step(select)) == SQLITE_ROW) {
        ++count;
        for (int column = 0; wantsTexts && column < columns; ++column) {
            const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(select, column));
            letters += QString::fromUtf8(text, sqlite3_column_bytes(select, column)).size();
        }
    }
    done(code);
    sqlite3_reset(select);
    if (wantsTexts && count > 0 && letters == 0)
        giveUp(QStringLiteral("a question without texts"));
    return count;
}

} // namespace bench
