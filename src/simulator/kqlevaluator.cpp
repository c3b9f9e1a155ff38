// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kqlengine.h"

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

bool hasTerm(const QString &text, const QString &term)
{
    if (term.isEmpty()) {
        return true;
    }
    for (qsizetype at = text.indexOf(term, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(term, at + 1, Qt::CaseInsensitive)) {
        const qsizetype end = at + term.size();
        const bool opens = at == 0 || !text.at(at - 1).isLetterOrNumber() || !term.front().isLetterOrNumber();
        const bool closes = end == text.size() || !text.at(end).isLetterOrNumber() || !term.back().isLetterOrNumber();
        if (opens && closes) {
            return true;
        }
    }
    return false;
}

bool compareTexts(const QString &name, const QString &left, const QString &right)
{
    if (name == "has"_L1) {
        return hasTerm(left, right);
    }
    if (name == "contains"_L1) {
        return left.contains(right, Qt::CaseInsensitive);
    }
    if (name == "startswith"_L1) {
        return left.startsWith(right, Qt::CaseInsensitive);
    }
    return name == "endswith"_L1 ? left.endsWith(right, Qt::CaseInsensitive)
                                 : left.compare(right, Qt::CaseInsensitive) == 0; // =~
}

bool compareValues(const QString &name, const KqlValue &left, const KqlValue &right)
{
    if (name == "!="_L1) {
        return left.compare(right) != 0;
    }
    if (name == "!~"_L1) {
        return !compareTexts(u"=~"_s, left.asText(), right.asText());
    }
    if (name.startsWith(u'!')) {
        return !compareTexts(name.sliced(1), left.asText(), right.asText());
    }
    if (name == "=="_L1) {
        return left.compare(right) == 0;
    }
    if (name == "<"_L1 || name == "<="_L1 || name == ">"_L1 || name == ">="_L1) {
        const int order = left.compare(right);
        const bool known = left.type != KqlType::Null && right.type != KqlType::Null;
        return known && (name == "<"_L1 ? order < 0 : name == "<="_L1 ? order <= 0 : name == ">"_L1 ? order > 0 : order >= 0);
    }
    return compareTexts(name, left.asText(), right.asText());
}

bool isAggregate(const QString &name)
{
    return name == "count"_L1 || name == "dcount"_L1 || name == "min"_L1 || name == "max"_L1 || name == "sum"_L1;
}

} // namespace

KqlEvaluator::KqlEvaluator(const KqlRelation &relation, Ticks now)
    : m_relation(relation)
    , m_now(now)
{
}

QString KqlEvaluator::problemOf(const KqlExpression &expression) const
{
    if (expression.kind == KqlExpression::Kind::Column && m_relation.find(expression.name) < 0) {
        return u"Semantic error: Failed to resolve scalar expression named '%1'."_s.arg(expression.name);
    }
    if (expression.kind == KqlExpression::Kind::Call && isAggregate(expression.name)) {
        return u"Semantic error: Function '%1' cannot be invoked in current context."_s.arg(expression.name);
    }
    const std::size_t wanted = expression.kind != KqlExpression::Kind::Call ? expression.parts.size()
        : expression.name == "now"_L1                                      ? 0
        : expression.name == "bin"_L1                                      ? 2
        : expression.name == "strcat"_L1                                   ? expression.parts.size()
                                                                           : 1;
    if (expression.parts.size() != wanted || (expression.kind == KqlExpression::Kind::Not && expression.parts.size() != 1)) {
        return u"Semantic error: Function '%1' expects %2 argument(s)."_s.arg(expression.name).arg(wanted);
    }
    for (const KqlExpression &part : expression.parts) {
        const QString problem = problemOf(part);
        if (!problem.isEmpty()) {
            return problem;
        }
    }
    return {};
}

KqlValue KqlEvaluator::valueOf(const KqlExpression &expression, quint32 row) const
{
    using Kind = KqlExpression::Kind;
    const KqlExpressions &parts = expression.parts;
    switch (expression.kind) {
    case Kind::Literal: return expression.value;
    case Kind::Column: return m_relation.cell(row, m_relation.find(expression.name));
    case Kind::And: return KqlValue::boolean(valueOf(parts[0], row).isTrue() && valueOf(parts[1], row).isTrue());
    case Kind::Or: return KqlValue::boolean(valueOf(parts[0], row).isTrue() || valueOf(parts[1], row).isTrue());
    case Kind::Not: return KqlValue::boolean(!valueOf(parts[0], row).isTrue());
    case Kind::Compare: return KqlValue::boolean(compareValues(expression.name, valueOf(parts[0], row), valueOf(parts[1], row)));
    case Kind::InList: return KqlValue::boolean(isMember(expression, row));
    case Kind::Between: {
        const KqlValue value = valueOf(parts[0], row);
        return KqlValue::boolean(value.compare(valueOf(parts[1], row)) >= 0 && value.compare(valueOf(parts[2], row)) <= 0);
    }
    case Kind::Sum: {
        KqlValue left = valueOf(parts[0], row);
        const KqlValue right = valueOf(parts[1], row);
        // two times differ by a span
        left.type = left.type == KqlType::Time && right.type == KqlType::Time ? KqlType::Span : left.type;
        left.number += expression.name == "-"_L1 ? -right.number : right.number;
        return left;
    }
    case Kind::Call: return call(expression, row);
    }
    return {};
}

bool KqlEvaluator::isMember(const KqlExpression &expression, quint32 row) const
{
    const KqlValue subject = valueOf(expression.parts[0], row);
    const QString name = expression.name;
    const bool anyCase = name.endsWith(u'~');
    const bool found = std::any_of(expression.parts.begin() + 1, expression.parts.end(), [&](const KqlExpression &item) {
        const KqlValue value = valueOf(item, row);
        if (name == "has_any"_L1) {
            return hasTerm(subject.asText(), value.asText());
        }
        return anyCase ? subject.asText().compare(value.asText(), Qt::CaseInsensitive) == 0 : subject.compare(value) == 0;
    });
    return name.startsWith(u'!') ? !found : found;
}

KqlValue KqlEvaluator::call(const KqlExpression &expression, quint32 row) const
{
    const QString &name = expression.name;
    if (name == "now"_L1) {
        return KqlValue::time(m_now);
    }
    const KqlValue first = valueOf(expression.parts[0], row);
    if (name == "ago"_L1) {
        return KqlValue::time(m_now - first.number);
    }
    if (name == "bin"_L1) {
        const qint64 step = std::max<qint64>(valueOf(expression.parts[1], row).number, 1);
        KqlValue floor = first;
        floor.number -= floor.number % step;
        return floor;
    }
    if (name == "isempty"_L1 || name == "isnotempty"_L1) {
        return KqlValue::boolean(first.asText().isEmpty() == (name == "isempty"_L1));
    }
    if (name == "strcat"_L1) {
        QString text;
        for (const KqlExpression &part : expression.parts) {
            text += valueOf(part, row).asText();
        }
        return KqlValue::text(text);
    }
    const QString text = first.asText();
    return KqlValue::text(name == "tolower"_L1 ? text.toLower() : name == "toupper"_L1 ? text.toUpper() : text);
}

KqlColumn KqlEvaluator::columnFor(const KqlNamed &named) const
{
    const KqlExpression &expression = named.expression;
    if (expression.kind == KqlExpression::Kind::Column) {
        KqlColumn column = m_relation.columns[static_cast<std::size_t>(m_relation.find(expression.name))];
        column.name = named.name;
        return column;
    }
    KqlColumn column {named.name, KqlType::Text, false};
    if (expression.kind == KqlExpression::Kind::Literal) {
        column.type = expression.value.type;
    } else if (expression.name == "bin"_L1) {
        return columnFor({named.name, expression.parts[0]});
    } else if (expression.name == "ago"_L1 || expression.name == "now"_L1) {
        column.type = KqlType::Time;
    } else if (expression.kind == KqlExpression::Kind::Sum) {
        column.type = columnFor({named.name, expression.parts[0]}).type;
    } else if (expression.kind != KqlExpression::Kind::Call || expression.name.startsWith("is"_L1)) {
        column.type = KqlType::Boolean;
    }
    return column;
}

} // namespace simulator
