// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingtable.h"
#include "kqlparser.h"

#include <algorithm>
#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestExpression = 40;

constexpr std::array comparisons {
    "=="_L1,            "!="_L1,            "<>"_L1,          "=~"_L1,           "!~"_L1,          "<"_L1,
    "<="_L1,            ">"_L1,             ">="_L1,          "has"_L1,          "!has"_L1,        "has_cs"_L1,
    "!has_cs"_L1,       "hasprefix"_L1,     "!hasprefix"_L1,  "hassuffix"_L1,    "!hassuffix"_L1,  "contains"_L1,
    "!contains"_L1,     "contains_cs"_L1,   "!contains_cs"_L1, "startswith"_L1,  "!startswith"_L1, "startswith_cs"_L1,
    "!startswith_cs"_L1, "endswith"_L1,     "!endswith"_L1,   "endswith_cs"_L1,  "!endswith_cs"_L1};
constexpr std::array listOperators {"in"_L1, "in~"_L1, "!in"_L1, "!in~"_L1, "has_any"_L1, "has_all"_L1};
constexpr std::array literalTypes {std::pair("int"_L1, KqlType::Integer),  std::pair("long"_L1, KqlType::Long),
                                   std::pair("real"_L1, KqlType::Real),    std::pair("double"_L1, KqlType::Real),
                                   std::pair("bool"_L1, KqlType::Boolean), std::pair("boolean"_L1, KqlType::Boolean)};

template<typename Words>
bool contains(const Words &words, const KqlToken &token)
{
    return std::any_of(words.begin(), words.end(), [&token](QLatin1StringView known) { return token.is(known); });
}

KqlExpression join(KqlExpression::Kind kind, const QString &name, KqlExpression left, KqlExpression right)
{
    KqlExpression joined {.kind = kind, .name = name};
    joined.parts.push_back(std::move(left));
    joined.parts.push_back(std::move(right));
    return joined;
}

} // namespace

KqlExpressionReader::KqlExpressionReader(std::vector<KqlToken> tokens, ReadTable readTable)
    : m_tokens(std::move(tokens))
    , m_readTable(std::move(readTable))
{
}

void KqlExpressionReader::advance()
{
    if (current().kind != KqlToken::Kind::End) {
        ++m_at;
    }
}

bool KqlExpressionReader::accept(QLatin1StringView word)
{
    const bool found = current().is(word);
    if (found) {
        advance();
    }
    return found;
}

bool KqlExpressionReader::expect(QLatin1StringView word)
{
    const bool found = accept(word);
    if (!found) {
        fail();
    }
    return found;
}

QString KqlExpressionReader::readName()
{
    if (current().is("["_L1) && ahead(1).value.type == KqlType::Text && ahead(1).kind == KqlToken::Kind::Literal) {
        const QString name = ahead(1).value.string; // ['a name']
        m_at += 2;
        expect("]"_L1);
        return name;
    }
    const QString name = current().text;
    if (current().kind != KqlToken::Kind::Name) {
        fail();
    }
    advance();
    return name;
}

void KqlExpressionReader::fail()
{
    if (m_error.isEmpty()) {
        m_error = kqlSyntaxError(current().text, current().line, current().column);
    }
}

bool KqlExpressionReader::isAtTable() const
{
    std::size_t at = 0;
    while (ahead(at).is("("_L1)) {
        ++at;
    }
    const KqlToken &first = ahead(at);
    const KqlToken &next = ahead(at + 1);
    if (first.kind != KqlToken::Kind::Name) {
        return false;
    }
    const bool opens = (first.is("union"_L1) || first.is("print"_L1))
        && (next.kind != KqlToken::Kind::Sign || next.is("("_L1)) && next.kind != KqlToken::Kind::End;
    const bool alone = next.is(")"_L1) || next.is(";"_L1) || next.is(","_L1) || next.kind == KqlToken::Kind::End;
    return opens || next.is("|"_L1) || (alone && (m_tableNames.contains(first.text) || findHuntingTable(first.text) != nullptr));
}

KqlExpression KqlExpressionReader::readExpression()
{
    if (++m_depth > deepestExpression) {
        fail();
        return {};
    }
    KqlExpression left = readAnd();
    while (!failed() && current().is("or"_L1)) {
        if (left.kind != KqlExpression::Kind::Logic || left.name != "or"_L1) {
            left = KqlExpression {.kind = KqlExpression::Kind::Logic, .name = u"or"_s, .parts = {std::move(left)}};
        }
        advance();
        left.parts.push_back(readAnd());
    }
    --m_depth;
    return left;
}

KqlExpression KqlExpressionReader::readAnd()
{
    KqlExpression left = readCondition();
    if (!current().is("and"_L1)) {
        return left;
    }
    KqlExpression all {.kind = KqlExpression::Kind::Logic, .name = u"and"_s, .parts = {std::move(left)}};
    while (!failed() && accept("and"_L1)) {
        all.parts.push_back(readCondition());
    }
    return all;
}

KqlExpression KqlExpressionReader::readCondition()
{
    KqlExpression left = readSum();
    const QString name = current().text;
    if (contains(comparisons, current())) {
        advance();
        return join(KqlExpression::Kind::Binary, name, std::move(left), readSum());
    }
    if (contains(listOperators, current())) {
        return readMembership(std::move(left));
    }
    if (current().is("matches"_L1) && ahead(1).is("regex"_L1)) {
        m_at += 2;
        return join(KqlExpression::Kind::Binary, u"matches regex"_s, std::move(left), readSum());
    }
    return current().is("between"_L1) || current().is("!between"_L1) ? readBetween(std::move(left)) : left;
}

KqlExpression KqlExpressionReader::readMembership(KqlExpression subject)
{
    KqlExpression member {.kind = KqlExpression::Kind::InList, .name = current().text};
    advance();
    member.parts.push_back(std::move(subject));
    if (!expect("("_L1)) {
        return member;
    }
    if (isAtTable()) {
        member.table = std::make_shared<KqlPipeline>(m_readTable());
        expect(")"_L1);
        return member;
    }
    for (KqlExpression &item : readList()) {
        member.parts.push_back(std::move(item));
    }
    return member;
}

KqlExpression KqlExpressionReader::readBetween(KqlExpression subject)
{
    KqlExpression between {.kind = KqlExpression::Kind::Between, .name = current().text};
    advance();
    between.parts.push_back(std::move(subject));
    if (expect("("_L1)) {
        between.parts.push_back(readSum());
        expect(".."_L1);
        between.parts.push_back(readSum());
        expect(")"_L1);
    }
    return between;
}

KqlExpression KqlExpressionReader::readSum()
{
    KqlExpression left = readProduct();
    while (!failed() && (current().is("+"_L1) || current().is("-"_L1))) {
        const QString sign = current().text;
        advance();
        left = join(KqlExpression::Kind::Binary, sign, std::move(left), readProduct());
    }
    return left;
}

KqlExpression KqlExpressionReader::readProduct()
{
    KqlExpression left = readPostfix();
    while (!failed() && (current().is("*"_L1) || current().is("/"_L1) || current().is("%"_L1))) {
        const QString sign = current().text;
        advance();
        left = join(KqlExpression::Kind::Binary, sign, std::move(left), readPostfix());
    }
    return left;
}

KqlExpression KqlExpressionReader::readPostfix()
{
    KqlExpression base = readPrimary();
    while (!failed() && (current().is("."_L1) || current().is("["_L1))) {
        if (accept("."_L1)) {
            base = KqlExpression {.kind = KqlExpression::Kind::Member, .name = readName(), .parts = {std::move(base)}};
        } else {
            advance();
            base = join(KqlExpression::Kind::Index, {}, std::move(base), readExpression());
            expect("]"_L1);
        }
    }
    return base;
}

KqlExpression KqlExpressionReader::readPrimary()
{
    if (accept("("_L1)) {
        KqlExpression inner = readExpression();
        expect(")"_L1);
        return inner;
    }
    if (accept("-"_L1)) {
        return {.kind = KqlExpression::Kind::Negative, .parts = {readPostfix()}};
    }
    if (current().kind == KqlToken::Kind::Literal) {
        KqlExpression literal {.kind = KqlExpression::Kind::Literal, .value = current().value};
        advance();
        return literal;
    }
    if (current().kind == KqlToken::Kind::Name && ahead(1).is("("_L1)) {
        const QString name = current().text;
        advance();
        return readCall(name);
    }
    return {.kind = KqlExpression::Kind::Column, .name = readName()};
}

KqlExpression KqlExpressionReader::readCall(const QString &name)
{
    advance();
    for (const auto &[word, type] : literalTypes) {
        if (name == word) {
            return readTypedLiteral(type);
        }
    }
    if (name == "toscalar"_L1 && isAtTable()) {
        KqlExpression scalar {.kind = KqlExpression::Kind::Scalar, .table = std::make_shared<KqlPipeline>(m_readTable())};
        expect(")"_L1);
        return scalar;
    }
    return {.kind = KqlExpression::Kind::Call, .name = name, .parts = readList()};
}

// int(5), real(null)
KqlExpression KqlExpressionReader::readTypedLiteral(KqlType type)
{
    KqlValue value = KqlValue::absent(type);
    if (!accept("null"_L1)) {
        const bool negative = accept("-"_L1);
        value = current().value;
        const bool fits = current().kind == KqlToken::Kind::Literal
            && (type == KqlType::Boolean ? value.type == KqlType::Boolean : isNumeric(value.type));
        if (!fits) {
            fail();
        }
        advance();
        value.real = value.type == KqlType::Real ? value.real : static_cast<double>(value.number);
        value.number = type != KqlType::Real && value.type == KqlType::Real ? static_cast<qint64>(value.real) : value.number;
        value.real = negative ? -value.real : value.real;
        value.number = negative ? -value.number : value.number;
        value.type = type;
    }
    expect(")"_L1);
    return {.kind = KqlExpression::Kind::Literal, .value = value};
}

KqlExpressions KqlExpressionReader::readList()
{
    KqlExpressions items;
    while (!failed() && !accept(")"_L1)) {
        if (!items.empty() && !expect(","_L1)) {
            break;
        }
        if (accept("*"_L1)) {
            items.push_back({.kind = KqlExpression::Kind::Star});
        } else {
            items.push_back(readExpression());
        }
    }
    return items;
}

} // namespace simulator
