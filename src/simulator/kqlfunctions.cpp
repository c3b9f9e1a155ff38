// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kqlfunctions.h"

#include "kqlaggregates.h"
#include "kqlconversions.h"

#include <algorithm>
#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

using Arguments = std::vector<SqlExpression>;

struct Call {
    KqlTranslation &translation;
    const QString &name;
    const Arguments &arguments;

    [[nodiscard]] const SqlExpression &at(std::size_t index) const { return arguments[index]; }
    [[nodiscard]] QString text(std::size_t index) const { return asText(arguments[index]).sql; }
    [[nodiscard]] QString number(std::size_t index) const { return asType(arguments[index], KqlType::Long).sql; }
};

struct Function {
    QLatin1StringView name;
    std::size_t least;
    std::size_t most;
    SqlExpression (*write)(const Call &call);
};

constexpr std::size_t any = 64;

SqlExpression made(KqlType type, const QString &sql)
{
    return {.type = type, .sql = sql, .nullable = type != KqlType::Text};
}

SqlExpression certain(KqlType type, const QString &sql)
{
    return {.type = type, .sql = sql};
}

template<KqlType Type>
SqlExpression convert(const Call &call)
{
    return asType(call.at(0), Type);
}

SqlExpression now(const Call &call)
{
    const SqlExpression present = call.translation.bind(KqlValue::time(call.translation.now()));
    return call.arguments.empty() ? present : certain(KqlType::Time, u"(%1 + %2)"_s.arg(present.sql, call.at(0).sql));
}

SqlExpression ago(const Call &call)
{
    if (call.at(0).type != KqlType::Span) {
        call.translation.fail(u"ago(): argument #1 is expected to be of type timespan, not %1."_s.arg(kqlTypeWord(call.at(0).type)));
    }
    const SqlExpression present = call.translation.bind(KqlValue::time(call.translation.now()));
    return certain(KqlType::Time, u"(%1 - %2)"_s.arg(present.sql, call.at(0).sql));
}

// Down to a multiple, also below zero; days begin at midnight since ticks count from one.
SqlExpression bin(const Call &call)
{
    const SqlExpression value = call.at(0).type == KqlType::Dynamic ? asType(call.at(0), KqlType::Long) : call.at(0);
    const bool fits = (value.type == KqlType::Time || value.type == KqlType::Span) ? call.at(1).type == KqlType::Span
                                                                                  : isNumeric(value.type) && isNumeric(call.at(1).type);
    if (!fits) {
        call.translation.fail(u"bin(): values of type %1 cannot be rounded to type %2."_s.arg(kqlTypeWord(value.type), kqlTypeWord(call.at(1).type)));
    }
    if (value.type == KqlType::Real || call.at(1).type == KqlType::Real) {
        return made(KqlType::Real, u"kql_binreal(%1, %2)"_s.arg(value.sql, call.at(1).sql));
    }
    return made(value.type, u"kql_bin(%1, %2)"_s.arg(value.sql, call.at(1).sql));
}

template<Ticks Unit>
SqlExpression startOf(const Call &call)
{
    const SqlExpression time = asType(call.at(0), KqlType::Time);
    return made(KqlType::Time, u"kql_bin(%1, %2)"_s.arg(time.sql, call.translation.bind(KqlValue::span(Unit)).sql));
}

// A common type for several values: the first that is not dynamic, real before the other numbers.
KqlType commonType(const Call &call, const Arguments &values)
{
    KqlType type = values.front().type;
    for (const SqlExpression &value : values) {
        const bool wider = isNumeric(type) && isNumeric(value.type) && (value.type == KqlType::Real || type == KqlType::Integer);
        if (type == KqlType::Dynamic || wider) {
            type = value.type;
        } else if (!areComparable(type, value.type)) {
            call.translation.fail(u"%1(): the values must have the same type, not %2 and %3."_s.arg(call.name, kqlTypeWord(type), kqlTypeWord(value.type)));
        }
    }
    return type;
}

// case(when, then, when, then, else); iff() is its shortest form.
SqlExpression choose(const Call &call)
{
    Arguments values;
    for (std::size_t i = 1; i < call.arguments.size(); i += 2) {
        values.push_back(call.at(i));
    }
    values.push_back(call.arguments.back());
    const KqlType type = commonType(call, values);
    QString sql = u"(CASE"_s;
    for (std::size_t i = 0; i + 1 < call.arguments.size(); i += 2) {
        if (call.at(i).type != KqlType::Boolean) {
            call.translation.fail(u"%1(): argument #%2 is expected to be of type bool, not %3."_s.arg(call.name, QString::number(i + 1), kqlTypeWord(call.at(i).type)));
        }
        sql += u" WHEN "_s + call.at(i).sql + u" THEN "_s + asType(call.at(i + 1), type).sql;
    }
    return made(type, sql + u" ELSE "_s + asType(call.arguments.back(), type).sql + u" END)"_s);
}

SqlExpression coalesce(const Call &call)
{
    const KqlType type = commonType(call, call.arguments);
    QStringList values;
    for (const SqlExpression &value : call.arguments) {
        const QString sql = asType(value, type).sql;
        values.append(type == KqlType::Text ? u"nullif(%1, '')"_s.arg(sql) : sql);
    }
    return made(type, u"coalesce(%1, %2)"_s.arg(values.join(u", "_s), type == KqlType::Text ? u"''"_s : u"NULL"_s));
}

template<bool Largest>
SqlExpression extreme(const Call &call)
{
    const KqlType type = commonType(call, call.arguments);
    QStringList values;
    for (const SqlExpression &value : call.arguments) {
        values.append(asType(value, type).sql);
    }
    return made(type, (Largest ? u"max("_s : u"min("_s) + values.join(u", "_s) + u')');
}

SqlExpression concatenate(const Call &call)
{
    QStringList parts;
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
        parts.append(call.text(i));
    }
    return certain(KqlType::Text, u'(' + parts.join(u" || "_s) + u')');
}

SqlExpression pack(const Call &call)
{
    QStringList parts;
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
        const bool isName = call.name != "pack_array"_L1 && i % 2 == 0;
        parts.append(isName ? call.text(i) : u"json(%1)"_s.arg(asJson(call.at(i)).sql));
    }
    const QString function = call.name == "pack_array"_L1 ? u"json_array("_s : u"json_object("_s;
    return made(KqlType::Dynamic, function + parts.join(u", "_s) + u')');
}

SqlExpression parseJson(const Call &call)
{
    return call.at(0).type == KqlType::Text ? made(KqlType::Dynamic, u"kql_parsejson(%1)"_s.arg(call.at(0).sql)) : asJson(call.at(0));
}

// The function of the same name below kql_, with texts.
template<KqlType Result, bool LastIsNumber = false>
SqlExpression ofTexts(const Call &call)
{
    QStringList parts;
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
        parts.append(LastIsNumber && i + 1 == call.arguments.size() ? call.number(i) : call.text(i));
    }
    return made(Result, u"kql_%1(%2)"_s.arg(call.name, parts.join(u", "_s)));
}

constexpr std::array functions {
    Function {"abs"_L1, 1, 1, [](const Call &c) { return made(c.at(0).type, u"abs(%1)"_s.arg(c.at(0).sql)); }},
    Function {"ago"_L1, 1, 1, ago},
    Function {"array_length"_L1, 1, 1, [](const Call &c) { return made(KqlType::Long, u"kql_arraylength(%1)"_s.arg(c.text(0))); }},
    Function {"bag_pack"_L1, 2, any, pack},
    Function {"base64_decode_tostring"_L1, 1, 1, ofTexts<KqlType::Text>},
    Function {"bin"_L1, 2, 2, bin},
    Function {"case"_L1, 3, any, choose},
    Function {"coalesce"_L1, 2, any, coalesce},
    Function {"extract"_L1, 3, 3,
              [](const Call &c) { return certain(KqlType::Text, u"kql_extract(%1, %2, %3)"_s.arg(c.text(0), c.number(1), c.text(2))); }},
    Function {"floor"_L1, 2, 2, bin},
    Function {"iff"_L1, 3, 3, choose},
    Function {"iif"_L1, 3, 3, choose},
    Function {"indexof"_L1, 2, 2, [](const Call &c) { return made(KqlType::Long, u"(instr(%1, %2) - 1)"_s.arg(c.text(0), c.text(1))); }},
    Function {"isempty"_L1, 1, 1, [](const Call &c) { return certain(KqlType::Boolean, u"(%1 = '')"_s.arg(c.text(0))); }},
    Function {"isnotempty"_L1, 1, 1, [](const Call &c) { return certain(KqlType::Boolean, u"(%1 <> '')"_s.arg(c.text(0))); }},
    Function {"isnotnull"_L1, 1, 1, [](const Call &c) { return certain(KqlType::Boolean, u"(%1 IS NOT NULL)"_s.arg(c.at(0).sql)); }},
    Function {"isnull"_L1, 1, 1, [](const Call &c) { return certain(KqlType::Boolean, u"(%1 IS NULL)"_s.arg(c.at(0).sql)); }},
    Function {"max_of"_L1, 2, any, extreme<true>},
    Function {"min_of"_L1, 2, any, extreme<false>},
    Function {"not"_L1, 1, 1,
              [](const Call &c) {
                  return made(KqlType::Boolean, u"(NOT %1)"_s.arg(asType(c.at(0), KqlType::Boolean).sql));
              }},
    Function {"now"_L1, 0, 1, now},
    Function {"pack"_L1, 2, any, pack},
    Function {"pack_array"_L1, 1, any, pack},
    Function {"parse_json"_L1, 1, 1, parseJson},
    Function {"parse_url"_L1, 1, 1, ofTexts<KqlType::Dynamic>},
    Function {"parsejson"_L1, 1, 1, parseJson},
    Function {"replace_string"_L1, 3, 3,
              [](const Call &c) { return certain(KqlType::Text, u"replace(%1, %2, %3)"_s.arg(c.text(0), c.text(1), c.text(2))); }},
    Function {"round"_L1, 1, 2,
              [](const Call &c) {
                  return made(KqlType::Real, u"round(%1, %2)"_s.arg(c.at(0).sql, c.arguments.size() > 1 ? c.at(1).sql : u"0"_s));
              }},
    Function {"split"_L1, 2, 2, ofTexts<KqlType::Dynamic>},
    Function {"startofday"_L1, 1, 1, startOf<oneDay>},
    Function {"startofhour"_L1, 1, 1, startOf<oneHour>},
    Function {"strcat"_L1, 1, any, concatenate},
    Function {"strlen"_L1, 1, 1, [](const Call &c) { return certain(KqlType::Long, u"length(%1)"_s.arg(c.text(0))); }},
    Function {"substring"_L1, 2, 3,
              [](const Call &c) {
                  const QString from = u"substr(%1, %2 + 1"_s.arg(c.text(0), c.number(1));
                  return certain(KqlType::Text, c.arguments.size() > 2 ? QString(from + u", "_s + c.number(2) + u')') : QString(from + u')'));
              }},
    Function {"tobool"_L1, 1, 1, convert<KqlType::Boolean>},
    Function {"todatetime"_L1, 1, 1, convert<KqlType::Time>},
    Function {"todouble"_L1, 1, 1, convert<KqlType::Real>},
    Function {"todynamic"_L1, 1, 1, parseJson},
    Function {"toint"_L1, 1, 1, convert<KqlType::Integer>},
    Function {"tolong"_L1, 1, 1, convert<KqlType::Long>},
    Function {"tolower"_L1, 1, 1, ofTexts<KqlType::Text>},
    Function {"toreal"_L1, 1, 1, convert<KqlType::Real>},
    Function {"tostring"_L1, 1, 1, convert<KqlType::Text>},
    Function {"totimespan"_L1, 1, 1, convert<KqlType::Span>},
    Function {"toupper"_L1, 1, 1, ofTexts<KqlType::Text>},
    Function {"trim"_L1, 2, 2, ofTexts<KqlType::Text>},
    Function {"url_decode"_L1, 1, 1, ofTexts<KqlType::Text>},
};

constexpr std::array namesakes {"bin"_L1,    "floor"_L1,    "tostring"_L1, "toint"_L1,      "tolong"_L1,     "todouble"_L1,
                                "toreal"_L1, "tobool"_L1,   "todatetime"_L1, "totimespan"_L1, "take_any"_L1, "arg_max"_L1, "arg_min"_L1};

} // namespace

SqlExpression writeKqlFunction(KqlTranslation &translation, const QString &name, const std::vector<SqlExpression> &arguments)
{
    const auto *known = std::find_if(functions.begin(), functions.end(), [&name](const Function &f) { return name == f.name; });
    if (known == functions.end()) {
        if (isKqlAggregate(name)) {
            translation.fail(u"Aggregate function '%1' is not expected in this context."_s.arg(name));
        } else {
            translation.fail(u"Unknown function: '%1'."_s.arg(name));
        }
        return {};
    }
    const bool isEven = known->write == choose && arguments.size() % 2 == 0;
    if (arguments.size() < known->least || arguments.size() > known->most || isEven) {
        translation.fail(known->least == known->most ? u"%1(): function expects %2 argument(s)."_s.arg(name, QString::number(known->least))
                                                     : u"%1(): the number of arguments is wrong."_s.arg(name));
        return {};
    }
    return known->write({translation, name, arguments});
}

QString kqlResultName(const KqlExpression &expression)
{
    using Kind = KqlExpression::Kind;
    if (expression.kind == Kind::Column) {
        return expression.name;
    }
    if (expression.kind == Kind::Member) {
        const QString base = kqlResultName(expression.parts[0]);
        return base.isEmpty() ? expression.name : QString(base + u'_' + expression.name);
    }
    if (expression.kind == Kind::Index) {
        const QString base = kqlResultName(expression.parts[0]);
        const KqlExpression &index = expression.parts[1];
        const QString key = index.value.type == KqlType::Text ? index.value.string : QString::number(index.value.number);
        return base.isEmpty() ? QString() : QString(base + u'_' + key);
    }
    if (expression.kind != Kind::Call) {
        return {};
    }
    const QString first = expression.parts.empty() ? QString() : kqlResultName(expression.parts[0]);
    if (std::find(namesakes.begin(), namesakes.end(), expression.name) != namesakes.end()) {
        return first;
    }
    return isKqlAggregate(expression.name) ? kqlAggregateName(expression.name, first) : QString();
}

} // namespace simulator
