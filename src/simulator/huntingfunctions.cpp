// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingfunctions.h"

#include "sqlarguments.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace simulator {

namespace {

enum class Bounds { Term, Start, End }; // of has, hasprefix, hassuffix

// A term is a run of letters and digits; what is looked for may consist of several.
bool hasTerm(const QString &text, const QString &term, Qt::CaseSensitivity sensitivity, Bounds bounds = Bounds::Term)
{
    if (term.isEmpty()) {
        return true;
    }
    for (qsizetype at = text.indexOf(term, 0, sensitivity); at >= 0; at = text.indexOf(term, at + 1, sensitivity)) {
        const qsizetype end = at + term.size();
        const bool opens = at == 0 || !text.at(at - 1).isLetterOrNumber() || !term.front().isLetterOrNumber();
        const bool closes = end == text.size() || !text.at(end).isLetterOrNumber() || !term.back().isLetterOrNumber();
        if ((opens || bounds == Bounds::End) && (closes || bounds == Bounds::Start)) {
            return true;
        }
    }
    return false;
}

template<Qt::CaseSensitivity Sensitivity, Bounds Which = Bounds::Term>
void has(sqlite3_context *context, int, sqlite3_value **values)
{
    const SqlArguments arguments(values);
    giveTruth(context, hasTerm(arguments.text(0), arguments.text(1), Sensitivity, Which));
}

template<bool All>
void hasOfList(sqlite3_context *context, int, sqlite3_value **values)
{
    const SqlArguments arguments(values);
    const QString text = arguments.text(0);
    const QJsonArray list = QJsonDocument::fromJson(arguments.text(1).toUtf8()).array();
    const auto has = [&text](const QJsonValue &term) { return hasTerm(text, term.toString(), Qt::CaseInsensitive); };
    giveTruth(context, All ? std::all_of(list.begin(), list.end(), has) : std::any_of(list.begin(), list.end(), has));
}

template<Qt::CaseSensitivity Sensitivity>
void contains(sqlite3_context *context, int, sqlite3_value **values)
{
    const SqlArguments arguments(values);
    giveTruth(context, arguments.text(0).contains(arguments.text(1), Sensitivity));
}

template<Qt::CaseSensitivity Sensitivity>
void startsWith(sqlite3_context *context, int, sqlite3_value **values)
{
    const SqlArguments arguments(values);
    giveTruth(context, arguments.text(0).startsWith(arguments.text(1), Sensitivity));
}

template<Qt::CaseSensitivity Sensitivity>
void endsWith(sqlite3_context *context, int, sqlite3_value **values)
{
    const SqlArguments arguments(values);
    giveTruth(context, arguments.text(0).endsWith(arguments.text(1), Sensitivity));
}

// Kept with the statement while the pattern is a constant.
const QRegularExpression *expressionOf(sqlite3_context *context, int argument, const QString &pattern)
{
    auto *known = static_cast<QRegularExpression *>(sqlite3_get_auxdata(context, argument));
    if (known == nullptr) {
        sqlite3_set_auxdata(context, argument, new QRegularExpression(pattern),
                            [](void *made) { delete static_cast<QRegularExpression *>(made); });
        known = static_cast<QRegularExpression *>(sqlite3_get_auxdata(context, argument));
    }
    if (known == nullptr || !known->isValid()) {
        sqlite3_result_error(context, "Invalid regular expression.", -1);
        return nullptr;
    }
    return known;
}

void matches(sqlite3_context *context, int, sqlite3_value **values)
{
    const SqlArguments arguments(values);
    if (const QRegularExpression *expression = expressionOf(context, 1, arguments.text(1))) {
        giveTruth(context, expression->match(arguments.text(0)).hasMatch());
    }
}

void extract(sqlite3_context *context, int, sqlite3_value **values)
{
    const SqlArguments arguments(values);
    if (const QRegularExpression *expression = expressionOf(context, 0, arguments.text(0))) {
        giveText(context, expression->match(arguments.text(2)).captured(static_cast<int>(arguments.number(1))));
    }
}

// Takes what matches away from both ends.
void trim(sqlite3_context *context, int, sqlite3_value **values)
{
    const SqlArguments arguments(values);
    const QString pattern = arguments.text(0);
    if (expressionOf(context, 0, pattern) != nullptr) {
        QString text = arguments.text(1);
        text.remove(QRegularExpression(QStringLiteral("^(?:%1)|(?:%1)$").arg(pattern)));
        giveText(context, text);
    }
}

template<bool Upper>
void fold(sqlite3_context *context, int, sqlite3_value **values)
{
    const QString text = SqlArguments(values).text(0);
    giveText(context, Upper ? text.toUpper() : text.toLower());
}

int compareFolded(void *, int leftSize, const void *left, int rightSize, const void *right)
{
    const QString first = QString::fromUtf8(static_cast<const char *>(left), leftSize);
    return first.compare(QString::fromUtf8(static_cast<const char *>(right), rightSize), Qt::CaseInsensitive);
}

constexpr std::array textFunctions {SqlFunction {"kql_has", 2, has<Qt::CaseInsensitive>},
                                    SqlFunction {"kql_has_cs", 2, has<Qt::CaseSensitive>},
                                    SqlFunction {"kql_hasprefix", 2, has<Qt::CaseInsensitive, Bounds::Start>},
                                    SqlFunction {"kql_hassuffix", 2, has<Qt::CaseInsensitive, Bounds::End>},
                                    SqlFunction {"kql_has_any", 2, hasOfList<false>},
                                    SqlFunction {"kql_has_all", 2, hasOfList<true>},
                                    SqlFunction {"kql_contains", 2, contains<Qt::CaseInsensitive>},
                                    SqlFunction {"kql_contains_cs", 2, contains<Qt::CaseSensitive>},
                                    SqlFunction {"kql_startswith", 2, startsWith<Qt::CaseInsensitive>},
                                    SqlFunction {"kql_startswith_cs", 2, startsWith<Qt::CaseSensitive>},
                                    SqlFunction {"kql_endswith", 2, endsWith<Qt::CaseInsensitive>},
                                    SqlFunction {"kql_endswith_cs", 2, endsWith<Qt::CaseSensitive>},
                                    SqlFunction {"kql_matches", 2, matches},
                                    SqlFunction {"kql_extract", 3, extract},
                                    SqlFunction {"kql_trim", 2, trim},
                                    SqlFunction {"kql_tolower", 1, fold<false>},
                                    SqlFunction {"kql_toupper", 1, fold<true>}};

} // namespace

int addHuntingFunctions(sqlite3 *connection)
{
    int code = sqlite3_create_collation_v2(connection, "kql_nocase", SQLITE_UTF8, nullptr, compareFolded, nullptr);
    code = code == SQLITE_OK ? addSqlFunctions(connection, textFunctions) : code;
    code = code == SQLITE_OK ? addHuntingConversions(connection) : code;
    return code == SQLITE_OK ? addHuntingLists(connection) : code;
}

} // namespace simulator
