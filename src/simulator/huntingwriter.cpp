// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingwriter.h"

#include "stamp.h"
#include "switches.h"
#include "texttemplate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

QByteArray quoted(const QString &text)
{
    QByteArray json {"\""};
    appendEscaped(json, text);
    return json + '"';
}

QString textAt(sqlite3_stmt *row, int column)
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(row, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(row, column));
}

QByteArray realText(double value)
{
    return std::isfinite(value) ? QByteArray::number(value, 'g', QLocale::FloatingPointShortest) : QByteArray("\"NaN\"");
}

} // namespace

HuntingWriter::HuntingWriter(const std::vector<SqlColumn> &columns, const Switches &switches)
    : m_columns(columns)
    , m_order(columns.size())
    , m_annotated(switches.on("huntingAnnotations"_L1))
    , m_booleans(switches.is("huntingBooleans"_L1, "boolean"_L1))
    , m_objects(switches.is("huntingDynamic"_L1, "object"_L1))
    , m_dynamicWord(switches.is("huntingDynamicWord"_L1, "Dynamic"_L1) ? "Dynamic"_L1 : "Object"_L1)
    , m_nulls(switches.is("huntingNulls"_L1, "empty"_L1)         ? Nulls::Empty
                  : switches.is("huntingNulls"_L1, "allNull"_L1) ? Nulls::AllNull
                                                                 : Nulls::Null)
{
    std::iota(m_order.begin(), m_order.end(), 0);
    std::sort(m_order.begin(), m_order.end(), [&columns](int left, int right) {
        return columns[static_cast<std::size_t>(left)].name < columns[static_cast<std::size_t>(right)].name;
    });
    for (const SqlColumn &column : columns) {
        m_names.push_back(quoted(column.name).chopped(1)); // open, so that an annotation can go on
    }
}

void HuntingWriter::addRow(sqlite3_stmt *row)
{
    m_rows += m_count++ == 0 ? "{" : ",{";
    for (std::size_t i = 0; i < m_order.size(); ++i) {
        const auto column = static_cast<std::size_t>(m_order[i]);
        const QByteArray type = annotation(m_columns[column].expression.type);
        m_rows += i == 0 ? "" : ",";
        if (!type.isEmpty() && sqlite3_column_type(row, m_order[i]) != SQLITE_NULL) {
            m_rows += m_names[column] + "@odata.type\":\"" + type + "\",";
        }
        m_rows += m_names[column] + "\":" + cell(row, m_order[i]);
    }
    m_rows += '}';
}

QByteArray HuntingWriter::members() const
{
    QJsonArray schema;
    for (const SqlColumn &column : m_columns) {
        schema.append(QJsonObject {{u"name"_s, column.name}, {u"type"_s, schemaWord(column.expression.type)}});
    }
    return "\"schema\":" + QJsonDocument(schema).toJson(QJsonDocument::Compact) + ",\"results\":[" + m_rows + ']';
}

QByteArray HuntingWriter::cell(sqlite3_stmt *row, int column) const
{
    if (sqlite3_column_type(row, column) == SQLITE_NULL) {
        return m_nulls == Nulls::Empty ? "\"\"" : "null";
    }
    switch (m_columns[static_cast<std::size_t>(column)].expression.type) {
    case KqlType::Text: {
        const QString text = textAt(row, column);
        return text.isEmpty() && m_nulls == Nulls::AllNull ? QByteArray("null") : quoted(text);
    }
    case KqlType::Integer:
    case KqlType::Long: return QByteArray::number(sqlite3_column_int64(row, column));
    case KqlType::Real: return realText(sqlite3_column_double(row, column));
    case KqlType::Boolean: {
        const bool truth = sqlite3_column_int(row, column) != 0;
        return m_booleans ? (truth ? "true" : "false") : (truth ? "1" : "0");
    }
    case KqlType::Time: return '"' + stampBytes(sqlite3_column_int64(row, column)) + '"';
    case KqlType::Span: return quoted(spanText(sqlite3_column_int64(row, column)));
    case KqlType::Dynamic: return m_objects ? textAt(row, column).toUtf8() : quoted(textAt(row, column));
    }
    return "null";
}

// JSON tells numbers and texts apart by itself, but not these.
QByteArray HuntingWriter::annotation(KqlType type) const
{
    if (!m_annotated) {
        return {};
    }
    switch (type) {
    case KqlType::Long: return "#Int64";
    case KqlType::Time: return "#DateTimeOffset";
    case KqlType::Boolean: return m_booleans ? "" : "#SByte";
    default: return {};
    }
}

QLatin1StringView HuntingWriter::schemaWord(KqlType type) const
{
    switch (type) {
    case KqlType::Text: return "String"_L1;
    case KqlType::Integer: return "Int32"_L1;
    case KqlType::Long: return "Int64"_L1;
    case KqlType::Real: return "Double"_L1;
    case KqlType::Boolean: return m_booleans ? "Boolean"_L1 : "SByte"_L1;
    case KqlType::Time: return "DateTime"_L1;
    case KqlType::Span: return "TimeSpan"_L1;
    case KqlType::Dynamic: return m_dynamicWord;
    }
    return {};
}

} // namespace simulator
