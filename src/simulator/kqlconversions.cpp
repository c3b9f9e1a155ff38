// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kqlconversions.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

SqlExpression made(KqlType type, const SqlExpression &from, const QString &form)
{
    return {.type = type, .sql = form.arg(from.sql), .nullable = true, .weight = from.weight};
}

SqlExpression asBoolean(const SqlExpression &value)
{
    if (isNumeric(value.type)) {
        return made(KqlType::Boolean, value, u"(%1 <> 0)"_s);
    }
    return made(KqlType::Boolean, asText(value), u"(CASE lower(%1) WHEN 'true' THEN 1 WHEN '1' THEN 1 WHEN 'false' THEN 0 WHEN '0' THEN 0 END)"_s);
}

SqlExpression asNumber(const SqlExpression &value, KqlType type)
{
    const bool real = type == KqlType::Real;
    if (value.type == KqlType::Text || value.type == KqlType::Dynamic) {
        return made(type, asText(value), real ? u"kql_toreal(%1)"_s : u"kql_tolong(%1)"_s);
    }
    return made(type, value, real ? u"CAST(%1 AS REAL)"_s : u"CAST(%1 AS INTEGER)"_s);
}

} // namespace

SqlExpression asText(const SqlExpression &value)
{
    SqlExpression text = value;
    switch (value.type) {
    case KqlType::Text: return value;
    case KqlType::Integer:
    case KqlType::Long: text = made(KqlType::Text, value, u"coalesce(CAST(%1 AS TEXT), '')"_s); break;
    case KqlType::Real: text = made(KqlType::Text, value, u"kql_realtext(%1)"_s); break;
    case KqlType::Boolean:
        text = made(KqlType::Text, value, u"(CASE %1 WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE '' END)"_s);
        break;
    case KqlType::Time: text = made(KqlType::Text, value, u"kql_timetext(%1)"_s); break;
    case KqlType::Span: text = made(KqlType::Text, value, u"kql_spantext(%1)"_s); break;
    case KqlType::Dynamic: text = made(KqlType::Text, value, u"kql_dynamictext(%1)"_s); break;
    }
    text.nullable = false;
    return text;
}

SqlExpression asJson(const SqlExpression &value)
{
    SqlExpression json = value;
    switch (value.type) {
    case KqlType::Dynamic: return value;
    case KqlType::Text: json = made(KqlType::Dynamic, value, u"json_quote(%1)"_s); break;
    case KqlType::Integer:
    case KqlType::Long:
    case KqlType::Real: json = made(KqlType::Dynamic, value, u"CAST(%1 AS TEXT)"_s); break;
    case KqlType::Boolean:
        json = made(KqlType::Dynamic, value, u"(CASE %1 WHEN 1 THEN 'true' WHEN 0 THEN 'false' END)"_s);
        break;
    case KqlType::Time:
    case KqlType::Span: json = made(KqlType::Dynamic, asText(value), u"json_quote(nullif(%1, ''))"_s); break;
    }
    return json;
}

SqlExpression asType(const SqlExpression &value, KqlType type)
{
    if (value.type == type) {
        return value;
    }
    switch (type) {
    case KqlType::Text: return asText(value);
    case KqlType::Dynamic: return asJson(value);
    case KqlType::Boolean: return asBoolean(value);
    case KqlType::Time: return made(type, asText(value), u"kql_totime(%1)"_s);
    case KqlType::Span: return made(type, asText(value), u"kql_tospan(%1)"_s);
    default: return asNumber(value, type);
    }
}

bool areComparable(KqlType left, KqlType right)
{
    const auto counts = [](KqlType type) { return isNumeric(type) || type == KqlType::Boolean; };
    return left == right || left == KqlType::Dynamic || right == KqlType::Dynamic || (counts(left) && counts(right));
}

void makeComparable(SqlExpression &left, SqlExpression &right)
{
    if (left.type == KqlType::Dynamic && right.type == KqlType::Dynamic) {
        left = asText(left);
        right = asText(right);
    } else if (left.type == KqlType::Dynamic) {
        left = asType(left, right.type);
    } else if (right.type == KqlType::Dynamic) {
        right = asType(right, left.type);
    }
}

} // namespace simulator
