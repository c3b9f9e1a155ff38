// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kqlparser.h"

#include <algorithm>
#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestExpression = 100;

constexpr std::array comparisons {"=="_L1, "!="_L1,       "=~"_L1,        "!~"_L1,         "<"_L1,        "<="_L1,
                                  ">"_L1,  ">="_L1,       "has"_L1,       "!has"_L1,       "contains"_L1, "!contains"_L1,
                                  "startswith"_L1, "!startswith"_L1, "endswith"_L1, "!endswith"_L1};
constexpr std::array listOperators {"in"_L1, "in~"_L1, "!in"_L1, "!in~"_L1, "has_any"_L1};
constexpr std::array functions {"ago"_L1,     "now"_L1, "tolower"_L1, "toupper"_L1, "tostring"_L1, "strcat"_L1,
                                "isempty"_L1, "isnotempty"_L1, "bin"_L1,      "count"_L1,   "dcount"_L1,  "min"_L1,      "max"_L1,
                                "sum"_L1,     "not"_L1};

template<typename Words>
bool contains(const Words &words, const QString &word)
{
    return std::any_of(words.begin(), words.end(), [&word](QLatin1StringView known) { return word == known; });
}

KqlExpression join(KqlExpression::Kind kind, KqlExpression left, KqlExpression right)
{
    KqlExpression joined {.kind = kind};
    joined.parts.push_back(std::move(left));
    joined.parts.push_back(std::move(right));
    return joined;
}

} // namespace

KqlExpressionReader::KqlExpressionReader(std::vector<KqlToken> tokens)
    : m_tokens(std::move(tokens))
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
        fail(u"'%1' is expected"_s.arg(word));
    }
    return found;
}

void KqlExpressionReader::fail(const QString &reason)
{
    if (m_error.isEmpty()) {
        const QString near = current().kind == KqlToken::Kind::End ? u"the end of the query"_s
            : current().kind == KqlToken::Kind::Literal           ? current().value.asText()
                                                                   : u"'%1'"_s.arg(current().text);
        m_error = u"Syntax error: %1 near %2 at line %3, column %4."_s.arg(reason, near).arg(current().line).arg(current().column);
    }
}

KqlExpression KqlExpressionReader::readExpression()
{
    if (++m_depth > deepestExpression) {
        fail(u"the expression is nested too deeply"_s);
        return {};
    }
    KqlExpression left = readAnd();
    while (!failed() && accept("or"_L1)) {
        left = join(KqlExpression::Kind::Or, std::move(left), readAnd());
    }
    --m_depth;
    return left;
}

KqlExpression KqlExpressionReader::readAnd()
{
    KqlExpression left = readCondition();
    while (!failed() && accept("and"_L1)) {
        left = join(KqlExpression::Kind::And, std::move(left), readCondition());
    }
    return left;
}

KqlExpression KqlExpressionReader::readCondition()
{
    KqlExpression left = readSum();
    const QString name = current().kind == KqlToken::Kind::Literal ? QString() : current().text;
    if (contains(comparisons, name)) {
        advance();
        KqlExpression comparison = join(KqlExpression::Kind::Compare, std::move(left), readSum());
        comparison.name = name;
        return comparison;
    }
    if (contains(listOperators, name)) {
        advance();
        KqlExpression member {.kind = KqlExpression::Kind::InList, .name = name};
        member.parts.push_back(std::move(left));
        if (expect("("_L1)) {
            for (KqlExpression &item : readList()) {
                member.parts.push_back(std::move(item));
            }
        }
        return member;
    }
    return accept("between"_L1) ? readBetween(std::move(left)) : left;
}

KqlExpression KqlExpressionReader::readBetween(KqlExpression subject)
{
    KqlExpression between {.kind = KqlExpression::Kind::Between};
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
    KqlExpression left = readPrimary();
    while (!failed() && (current().is("+"_L1) || current().is("-"_L1))) {
        const QString sign = current().text;
        advance();
        left = join(KqlExpression::Kind::Sum, std::move(left), readPrimary());
        left.name = sign;
    }
    return left;
}

KqlExpression KqlExpressionReader::readPrimary()
{
    if (accept("("_L1)) {
        KqlExpression inner = readExpression();
        expect(")"_L1);
        return inner;
    }
    if (current().kind == KqlToken::Kind::Literal) {
        KqlExpression literal {.kind = KqlExpression::Kind::Literal, .value = current().value};
        advance();
        return literal;
    }
    if (current().kind != KqlToken::Kind::Name) {
        fail(u"an expression is expected"_s);
        return {};
    }
    const QString name = current().text;
    advance();
    if (current().is("("_L1)) {
        return readCall(name);
    }
    const auto defined = m_definitions.constFind(name);
    if (defined != m_definitions.cend() && defined->size() == 1) {
        return defined->front();
    }
    return {.kind = KqlExpression::Kind::Column, .name = name};
}

KqlExpression KqlExpressionReader::readCall(const QString &name)
{
    if (!contains(functions, name)) {
        fail(u"the function '%1' is not supported"_s.arg(name));
        return {};
    }
    advance();
    KqlExpression call {.kind = name == "not"_L1 ? KqlExpression::Kind::Not : KqlExpression::Kind::Call, .name = name};
    call.parts = readList();
    return call;
}

KqlExpressions KqlExpressionReader::readList()
{
    KqlExpressions items;
    while (!failed() && !accept(")"_L1)) {
        if (!items.empty() && !expect(","_L1)) {
            break;
        }
        const auto defined = m_definitions.constFind(current().text);
        if (current().kind == KqlToken::Kind::Name && defined != m_definitions.cend()) {
            items.insert(items.end(), defined->begin(), defined->end());
            advance();
        } else if (current().is("*"_L1)) {
            fail(u"'*' is not supported here"_s);
        } else {
            items.push_back(readExpression());
        }
    }
    return items;
}

} // namespace simulator
