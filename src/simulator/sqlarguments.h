// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Arguments and results of functions that SQLite calls, in Qt's types. Tenant thread.

#include <QString>

#include <sqlite3.h>

#include <initializer_list>

namespace simulator {

class SqlArguments {
public:
    explicit SqlArguments(sqlite3_value **values)
        : m_values(values)
    {
    }

    [[nodiscard]] QString text(int index) const
    {
        const auto *bytes = reinterpret_cast<const char *>(sqlite3_value_text(m_values[index]));
        return QString::fromUtf8(bytes, sqlite3_value_bytes(m_values[index]));
    }
    [[nodiscard]] qint64 number(int index) const { return sqlite3_value_int64(m_values[index]); }
    [[nodiscard]] double real(int index) const { return sqlite3_value_double(m_values[index]); }
    [[nodiscard]] bool isNull(int index) const { return sqlite3_value_type(m_values[index]) == SQLITE_NULL; }

private:
    sqlite3_value **m_values;
};

inline void giveText(sqlite3_context *context, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    sqlite3_result_text64(context, bytes.constData(), static_cast<sqlite3_uint64>(bytes.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

inline void giveTruth(sqlite3_context *context, bool truth)
{
    sqlite3_result_int(context, truth ? 1 : 0);
}

using SqlCall = void (*)(sqlite3_context *context, int count, sqlite3_value **values);

struct SqlFunction {
    const char *name;
    int arguments; // below zero: any number
    SqlCall call;
};

template<typename Functions>
[[nodiscard]] int addSqlFunctions(sqlite3 *connection, const Functions &functions)
{
    int code = SQLITE_OK;
    for (const SqlFunction &function : functions) {
        code = code != SQLITE_OK ? code
                                 : sqlite3_create_function_v2(connection, function.name, function.arguments,
                                                              SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr, function.call,
                                                              nullptr, nullptr, nullptr);
    }
    return code;
}

} // namespace simulator
