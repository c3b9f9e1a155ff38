// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kqlexpressionwriter.h"

#include "kqlconversions.h"
#include "kqlfunctions.h"
#include "kqlpipelinewriter.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestLet = 30;

SqlExpression boolean(const QString &sql, std::initializer_list<SqlExpression> of)
{
    SqlExpression made {.type = KqlType::Boolean, .sql = sql, .weight = 0};
    for (const SqlExpression &part : of) {
        made.nullable = made.nullable || part.nullable;
        made.weight += part.weight;
    }
    return made;
}

SqlExpression negated(SqlExpression expression)
{
    expression.sql = u"(NOT %1)"_s.arg(expression.sql);
    return expression;
}

} // namespace

KqlExpressionWriter::KqlExpressionWriter(KqlTranslation &translation, const SqlRelation &scope, Special special)
    : m_translation(translation)
    , m_scope(scope)
    , m_special(std::move(special))
{
}

SqlExpression KqlExpressionWriter::write(const KqlExpression &expression)
{
    using Kind = KqlExpression::Kind;
    switch (expression.kind) {
    case Kind::Literal: return m_translation.bind(expression.value);
    case Kind::Column: return writeColumn(expression.name);
    case Kind::Logic: return writeLogic(expression);
    case Kind::Binary: return writeBinary(expression);
    case Kind::InList: return expression.name.startsWith("has"_L1) ? writeTermList(expression) : writeMembership(expression);
    case Kind::Between: return writeBetween(expression);
    case Kind::Member:
    case Kind::Index: return writeAccess(expression);
    case Kind::Call: return writeCall(expression);
    case Kind::Negative: {
        SqlExpression value = write(expression.parts[0]);
        if (!isNumeric(value.type) && value.type != KqlType::Span) {
            m_translation.fail(u"Cannot apply unary operator '-' to a value of type %1."_s.arg(kqlTypeWord(value.type)));
        }
        value.sql = u"(- %1)"_s.arg(value.sql);
        return value;
    }
    case Kind::Scalar: {
        const SqlRelation table = writeTable(*expression.table);
        if (table.columns.empty()) {
            return {};
        }
        SqlExpression value = table.columns.front().expression;
        value.sql = u"(SELECT %1 FROM %2%3 LIMIT 1)"_s.arg(value.sql, table.from, orderClause(table.order));
        value.nullable = true;
        return value;
    }
    case Kind::Star: m_translation.fail(u"The '*' is not expected here."_s); return {};
    }
    return {};
}

SqlExpression KqlExpressionWriter::writePredicate(const KqlExpression &expression)
{
    SqlExpression predicate = write(expression);
    if (predicate.type == KqlType::Dynamic) {
        return asType(predicate, KqlType::Boolean);
    }
    if (predicate.type != KqlType::Boolean && !m_translation.failed()) {
        m_translation.fail(u"The predicate must be of type bool, not %1."_s.arg(kqlTypeWord(predicate.type)));
    }
    return predicate;
}

SqlExpression KqlExpressionWriter::writeColumn(const QString &name)
{
    if (const SqlColumn *column = m_scope.find(name)) {
        return column->expression;
    }
    const auto &values = m_translation.query().values;
    const auto defined = values.constFind(name);
    if (defined == values.cend() || m_translation.depth() > deepestLet) {
        m_translation.fail(u"Failed to resolve column or scalar expression named '%1'."_s.arg(name));
        return {};
    }
    ++m_translation.depth();
    const SqlRelation nothing;
    SqlExpression value = KqlExpressionWriter(m_translation, nothing).write(*defined);
    --m_translation.depth();
    return value;
}

SqlExpression KqlExpressionWriter::writeLogic(const KqlExpression &expression)
{
    QStringList parts;
    SqlExpression all {.type = KqlType::Boolean, .weight = 0};
    for (const KqlExpression &part : expression.parts) {
        const SqlExpression one = writePredicate(part);
        parts.append(one.sql);
        all.weight += one.weight;
        all.nullable = all.nullable || one.nullable;
    }
    all.sql = u'(' + parts.join(expression.name == "and"_L1 ? u" AND "_s : u" OR "_s) + u')';
    return all;
}

SqlExpression KqlExpressionWriter::writeBinary(const KqlExpression &expression)
{
    const SqlExpression left = write(expression.parts[0]);
    const SqlExpression right = write(expression.parts[1]);
    if (m_translation.failed()) {
        return {};
    }
    const QString &name = expression.name;
    if (name == "+"_L1 || name == "-"_L1 || name == "*"_L1 || name == "/"_L1 || name == "%"_L1) {
        return writeArithmetic(name, left, right);
    }
    const bool compares = name == "=="_L1 || name == "!="_L1 || name.startsWith(u'<') || name.startsWith(u'>');
    return compares ? writeComparison(name, left, right) : writeTextOperator(name, asText(left), asText(right));
}

// A null equals nothing but is different from every value; whether two nulls are equal is null.
SqlExpression KqlExpressionWriter::writeComparison(const QString &sign, SqlExpression left, SqlExpression right)
{
    if (!areComparable(left.type, right.type)) {
        m_translation.fail(u"Cannot compare values of types %1 and %2. Try adding explicit casts."_s.arg(kqlTypeWord(left.type), kqlTypeWord(right.type)));
        return {};
    }
    makeComparable(left, right);
    const bool equals = sign == "=="_L1;
    const bool differs = sign == "!="_L1 || sign == "<>"_L1;
    if ((equals || differs) && (left.nullable || right.nullable)) {
        SqlExpression both = boolean(u"(CASE WHEN %1 IS NULL AND %2 IS NULL THEN NULL ELSE %1 %3 %2 END)"_s.arg(
                                         left.sql, right.sql, equals ? u"IS"_s : u"IS NOT"_s),
                                     {left, right, left, right});
        return both;
    }
    return boolean(u"(%1 %2 %3)"_s.arg(left.sql, equals ? u"="_s : differs ? u"<>"_s : sign, right.sql), {left, right});
}

SqlExpression KqlExpressionWriter::writeTextOperator(const QString &name, const SqlExpression &left, const SqlExpression &right)
{
    if (name.startsWith(u'!') && name != "!~"_L1) {
        return negated(writeTextOperator(name.sliced(1), left, right));
    }
    if (name == "=~"_L1 || name == "!~"_L1) {
        return boolean(u"(%1 %2 %3 COLLATE kql_nocase)"_s.arg(left.sql, name == "=~"_L1 ? u"="_s : u"<>"_s, right.sql), {left, right});
    }
    const QString function = name == "matches regex"_L1 ? u"matches"_s : name;
    return boolean(u"kql_%1(%2, %3)"_s.arg(function, left.sql, right.sql), {left, right});
}

SqlExpression KqlExpressionWriter::writeArithmetic(const QString &sign, const SqlExpression &left, const SqlExpression &right)
{
    const bool timeLeft = left.type == KqlType::Time;
    const bool spanLeft = left.type == KqlType::Span;
    const bool timeRight = right.type == KqlType::Time;
    const bool spanRight = right.type == KqlType::Span;
    const bool numbers = isNumeric(left.type) && isNumeric(right.type);
    const bool sums = sign == "+"_L1 || sign == "-"_L1;
    QString form = u"(%1 %2 %3)"_s;
    KqlType type = left.type == KqlType::Real || right.type == KqlType::Real ? KqlType::Real : KqlType::Long;
    if (sums && ((timeLeft && spanRight) || (spanLeft && timeRight && sign == "+"_L1))) {
        type = KqlType::Time;
    } else if ((sums && spanLeft && spanRight) || (sign == "-"_L1 && timeLeft && timeRight)) {
        type = KqlType::Span;
    } else if (sign == "/"_L1 && spanLeft && spanRight) {
        type = KqlType::Real;
        form = u"(CAST(%1 AS REAL) %2 %3)"_s;
    } else if ((sign == "*"_L1 || sign == "/"_L1) && spanLeft && isNumeric(right.type)) {
        type = KqlType::Span;
        form = u"CAST(%1 %2 %3 AS INTEGER)"_s;
    } else if (sign == "*"_L1 && isNumeric(left.type) && spanRight) {
        type = KqlType::Span;
        form = u"CAST(%1 %2 %3 AS INTEGER)"_s;
    } else if (!numbers) {
        m_translation.fail(u"Arithmetic expression cannot be carried-out between %1 and %2."_s.arg(kqlTypeWord(left.type), kqlTypeWord(right.type)));
    }
    return {.type = type,
            .sql = form.arg(left.sql, sign, right.sql),
            .nullable = left.nullable || right.nullable || sign == "/"_L1 || sign == "%"_L1,
            .weight = left.weight + right.weight};
}

SqlExpression KqlExpressionWriter::writeMembership(const KqlExpression &expression)
{
    SqlExpression subject = write(expression.parts[0]);
    const bool folded = expression.name.endsWith(u'~');
    if (folded || subject.type == KqlType::Dynamic) {
        subject = asText(subject);
    }
    QStringList alternatives;
    QStringList single;
    const auto addTable = [&](const KqlPipeline &pipeline) {
        const SqlRelation table = writeTable(pipeline);
        if (!table.columns.empty()) {
            const SqlExpression item = table.columns.front().expression;
            alternatives.append(u"SELECT %1 FROM %2"_s.arg(asType(item, subject.type).sql, table.from));
        }
    };
    if (expression.table) {
        addTable(*expression.table);
    }
    for (std::size_t i = 1; i < expression.parts.size() && !m_translation.failed(); ++i) {
        if (const KqlPipeline *table = namedTable(expression.parts[i])) {
            addTable(*table);
            continue;
        }
        const SqlExpression item = write(expression.parts[i]);
        if (item.type == KqlType::Dynamic) {
            alternatives.append(u"SELECT value FROM json_each(%1)"_s.arg(item.sql));
        } else if (areComparable(subject.type, item.type)) {
            single.append(item.sql);
        } else {
            m_translation.fail(u"Cannot compare values of types %1 and %2. Try adding explicit casts."_s.arg(kqlTypeWord(subject.type), kqlTypeWord(item.type)));
        }
    }
    if (!single.isEmpty() || alternatives.isEmpty()) {
        alternatives.append(single.join(u", "_s));
    }
    QStringList tests;
    for (const QString &alternative : std::as_const(alternatives)) {
        tests.append(subject.sql + (folded ? u" COLLATE kql_nocase IN ("_s : u" IN ("_s) + alternative + u')');
    }
    SqlExpression member = boolean(u'(' + tests.join(u" OR "_s) + u')', {subject});
    member.nullable = false;
    member.sql = subject.nullable ? QString(u"coalesce("_s + member.sql + u", 0)"_s) : member.sql;
    return expression.name.startsWith(u'!') ? negated(member) : member;
}

// has_any, has_all: a list of texts, or one in JSON
SqlExpression KqlExpressionWriter::writeTermList(const KqlExpression &expression)
{
    const SqlExpression subject = asText(write(expression.parts[0]));
    QStringList tests;
    SqlExpression all = boolean({}, {subject});
    for (std::size_t i = 1; i < expression.parts.size(); ++i) {
        const SqlExpression item = write(expression.parts[i]);
        all.weight += subject.weight;
        tests.append(item.type == KqlType::Dynamic
                         ? u"kql_%1(%2, %3)"_s.arg(expression.name, subject.sql, item.sql)
                         : u"kql_has(%1, %2)"_s.arg(subject.sql, asText(item).sql));
    }
    if (tests.isEmpty()) {
        m_translation.fail(u"%1: a list is expected."_s.arg(expression.name));
    }
    all.sql = u'(' + tests.join(expression.name == "has_any"_L1 ? u" OR "_s : u" AND "_s) + u')';
    return all;
}

// between (start .. length) is the same as between (start .. start + length)
SqlExpression KqlExpressionWriter::writeBetween(const KqlExpression &expression)
{
    const SqlExpression subject = write(expression.parts[0]);
    const SqlExpression low = write(expression.parts[1]);
    SqlExpression high = write(expression.parts[2]);
    if (low.type == KqlType::Time && high.type == KqlType::Span) {
        high = writeArithmetic(u"+"_s, low, high);
    }
    const SqlExpression above = writeComparison(u">="_s, subject, low);
    const SqlExpression below = writeComparison(u"<="_s, subject, high);
    const SqlExpression within = boolean(u"(%1 AND %2)"_s.arg(above.sql, below.sql), {above, below});
    return expression.name.startsWith(u'!') ? negated(within) : within;
}

SqlExpression KqlExpressionWriter::writeAccess(const KqlExpression &expression)
{
    const SqlExpression base = write(expression.parts[0]);
    QString path;
    if (expression.kind == KqlExpression::Kind::Member) {
        path = m_translation.bindText(u"$.\"%1\""_s.arg(expression.name));
    } else {
        const SqlExpression index = write(expression.parts[1]);
        const bool byName = index.type == KqlType::Text;
        path = byName ? u"('$.\"' || %1 || '\"')"_s.arg(index.sql)
                      : u"(CASE WHEN %1 < 0 THEN '$[#' || %1 || ']' ELSE '$[' || %1 || ']' END)"_s.arg(index.sql);
    }
    if (base.type != KqlType::Dynamic) {
        m_translation.fail(u"Path expressions are not supported on values of type %1."_s.arg(kqlTypeWord(base.type)));
    }
    return {.type = KqlType::Dynamic,
            .sql = u"nullif(%1 -> %2, 'null')"_s.arg(base.sql, path),
            .nullable = true,
            .weight = base.weight + 1};
}

SqlExpression KqlExpressionWriter::writeCall(const KqlExpression &expression)
{
    if (m_special) {
        if (const auto special = m_special(expression)) {
            return *special;
        }
    }
    std::vector<SqlExpression> arguments;
    int weight = 1;
    for (const KqlExpression &part : expression.parts) {
        arguments.push_back(write(part));
        weight += arguments.back().weight;
    }
    if (m_translation.failed()) {
        return {};
    }
    SqlExpression result = writeKqlFunction(m_translation, expression.name, arguments);
    result.weight = weight;
    return result;
}

SqlRelation KqlExpressionWriter::writeTable(const KqlPipeline &pipeline)
{
    return KqlPipelineWriter(m_translation).write(pipeline);
}

const KqlPipeline *KqlExpressionWriter::namedTable(const KqlExpression &expression) const
{
    if (expression.kind != KqlExpression::Kind::Column || m_scope.find(expression.name) != nullptr) {
        return nullptr;
    }
    const auto defined = m_translation.query().tables.constFind(expression.name);
    return defined == m_translation.query().tables.cend() ? nullptr : defined->get();
}

QString KqlExpressionWriter::nameOf(const KqlNamed &column, int &unnamed)
{
    const KqlExpression &expression = column.expression;
    const QString own = column.name.isEmpty() ? kqlResultName(expression) : column.name;
    return own.isEmpty() ? u"Column%1"_s.arg(++unnamed) : own;
}

} // namespace simulator
