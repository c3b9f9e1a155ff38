// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingfunctions.h"
#include "sqlarguments.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

// Any value, since JSON of the older kind knows objects and arrays only.
QJsonValue readJson(const QString &text)
{
    return QJsonDocument::fromJson(QString(u'[' + text + u']').toUtf8()).array().at(0);
}

QString writeJson(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

void dynamicText(sqlite3_context *context, int, sqlite3_value **values)
{
    const QString json = SqlArguments(values).text(0);
    giveText(context, json.startsWith(u'"') ? readJson(json).toString() : json);
}

// What is no JSON is a string.
void parseJson(sqlite3_context *context, int, sqlite3_value **values)
{
    const QString text = SqlArguments(values).text(0).trimmed();
    if (text.isEmpty() || text == "null"_L1) {
        return;
    }
    const bool isJson = QJsonDocument::fromJson(QString(u'[' + text + u']').toUtf8()).array().size() == 1;
    giveText(context, isJson ? text : writeJson(text));
}

void arrayLength(sqlite3_context *context, int, sqlite3_value **values)
{
    const QJsonValue value = readJson(SqlArguments(values).text(0));
    if (value.isArray()) {
        sqlite3_result_int64(context, value.toArray().size());
    }
}

void split(sqlite3_context *context, int, sqlite3_value **values)
{
    const SqlArguments arguments(values);
    giveText(context, writeJson(QJsonArray::fromStringList(arguments.text(0).split(arguments.text(1)))));
}

void parseUrl(sqlite3_context *context, int, sqlite3_value **values)
{
    const QUrl url(SqlArguments(values).text(0));
    QJsonObject parameters;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        parameters.insert(name, value);
    }
    giveText(context, writeJson(QJsonObject {{u"Scheme"_s, url.scheme()},
                                             {u"Host"_s, url.host()},
                                             {u"Port"_s, url.port() < 0 ? QString() : QString::number(url.port())},
                                             {u"Path"_s, url.path()},
                                             {u"Username"_s, url.userName()},
                                             {u"Password"_s, url.password()},
                                             {u"Query Parameters"_s, parameters},
                                             {u"Fragment"_s, url.fragment()}}));
}

// An element of json_each, which gives texts without their quotes, as JSON again.
void element(sqlite3_context *context, int, sqlite3_value **values)
{
    const SqlArguments arguments(values);
    const QString type = arguments.text(0);
    if (type == "text"_L1) {
        giveText(context, writeJson(arguments.text(1)));
    } else if (type == "true"_L1 || type == "false"_L1) {
        giveText(context, type);
    } else if (type != "null"_L1) {
        giveText(context, arguments.text(1));
    }
}

void head(sqlite3_context *context, int, sqlite3_value **values)
{
    const SqlArguments arguments(values);
    QJsonArray list = readJson(arguments.text(0)).toArray();
    while (list.size() > arguments.number(1)) {
        list.removeLast();
    }
    giveText(context, writeJson(list));
}

// Its memory begins as zeros.
QStringList *&collected(sqlite3_context *context, int size)
{
    return *static_cast<QStringList **>(sqlite3_aggregate_context(context, size));
}

void collect(sqlite3_context *context, int, sqlite3_value **values)
{
    const SqlArguments arguments(values);
    QStringList *&list = collected(context, sizeof(QStringList *));
    list = list == nullptr ? new QStringList : list;
    if (!arguments.isNull(0)) {
        list->append(arguments.text(0));
    }
}

void giveCollected(sqlite3_context *context)
{
    QStringList *list = collected(context, sizeof(QStringList *));
    giveText(context, u'[' + (list == nullptr ? QString() : list->join(u',')) + u']');
    delete list;
}

constexpr std::array listFunctions {SqlFunction {"kql_dynamictext", 1, dynamicText}, SqlFunction {"kql_parsejson", 1, parseJson},
                                    SqlFunction {"kql_arraylength", 1, arrayLength}, SqlFunction {"kql_split", 2, split},
                                    SqlFunction {"kql_parse_url", 1, parseUrl},      SqlFunction {"kql_element", 2, element},
                                    SqlFunction {"kql_head", 2, head}};

} // namespace

int addHuntingLists(sqlite3 *connection)
{
    const int code = sqlite3_create_function_v2(connection, "kql_list", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
                                                nullptr, collect, giveCollected, nullptr);
    return code == SQLITE_OK ? addSqlFunctions(connection, listFunctions) : code;
}

} // namespace simulator
