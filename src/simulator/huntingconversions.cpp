// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingfunctions.h"
#include "kqlvalue.h"
#include "sqlarguments.h"

#include <QLocale>
#include <QUrl>

#include <array>
#include <cmath>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

template<QString (*Text)(Ticks)>
void ticksText(sqlite3_context *context, int, sqlite3_value **values)
{
    const SqlArguments arguments(values);
    giveText(context, arguments.isNull(0) ? QString() : Text(arguments.number(0)));
}

void realText(sqlite3_context *context, int, sqlite3_value **values)
{
    const SqlArguments arguments(values);
    giveText(context, arguments.isNull(0) ? QString() : QString::number(arguments.real(0), 'g', QLocale::FloatingPointShortest));
}

void toLong(sqlite3_context *context, int, sqlite3_value **values)
{
    const QString text = SqlArguments(values).text(0).trimmed();
    const bool hexadecimal = text.startsWith("0x"_L1, Qt::CaseInsensitive);
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber, hexadecimal ? 16 : 10);
    if (isNumber) {
        sqlite3_result_int64(context, number);
    } // else NULL
}

void toReal(sqlite3_context *context, int, sqlite3_value **values)
{
    bool isNumber = false;
    const double number = SqlArguments(values).text(0).trimmed().toDouble(&isNumber);
    if (isNumber) {
        sqlite3_result_double(context, number);
    }
}

void toTime(sqlite3_context *context, int, sqlite3_value **values)
{
    if (const auto time = parseStamp(SqlArguments(values).text(0))) {
        sqlite3_result_int64(context, *time);
    }
}

void toSpan(sqlite3_context *context, int, sqlite3_value **values)
{
    if (const auto span = parseSpan(SqlArguments(values).text(0))) {
        sqlite3_result_int64(context, *span);
    }
}

void bin(sqlite3_context *context, int, sqlite3_value **values)
{
    const SqlArguments arguments(values);
    const qint64 step = arguments.number(1);
    if (arguments.isNull(0) || step <= 0) {
        return;
    }
    const qint64 rest = arguments.number(0) % step;
    sqlite3_result_int64(context, arguments.number(0) - (rest < 0 ? rest + step : rest));
}

void binReal(sqlite3_context *context, int, sqlite3_value **values)
{
    const SqlArguments arguments(values);
    const double step = arguments.real(1);
    if (!arguments.isNull(0) && step > 0) {
        sqlite3_result_double(context, std::floor(arguments.real(0) / step) * step);
    }
}

void urlDecode(sqlite3_context *context, int, sqlite3_value **values)
{
    giveText(context, QUrl::fromPercentEncoding(SqlArguments(values).text(0).toUtf8()));
}

void base64Decode(sqlite3_context *context, int, sqlite3_value **values)
{
    giveText(context, QString::fromUtf8(QByteArray::fromBase64(SqlArguments(values).text(0).toLatin1())));
}

constexpr std::array conversions {SqlFunction {"kql_timetext", 1, ticksText<stamp>},
                                  SqlFunction {"kql_spantext", 1, ticksText<spanText>},
                                  SqlFunction {"kql_realtext", 1, realText},
                                  SqlFunction {"kql_tolong", 1, toLong},
                                  SqlFunction {"kql_toreal", 1, toReal},
                                  SqlFunction {"kql_totime", 1, toTime},
                                  SqlFunction {"kql_tospan", 1, toSpan},
                                  SqlFunction {"kql_bin", 2, bin},
                                  SqlFunction {"kql_binreal", 2, binReal},
                                  SqlFunction {"kql_url_decode", 1, urlDecode},
                                  SqlFunction {"kql_base64_decode_tostring", 1, base64Decode}};

} // namespace

int addHuntingConversions(sqlite3 *connection)
{
    return addSqlFunctions(connection, conversions);
}

} // namespace simulator
