// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "odatafilter.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestParentheses = 64; // parentheses

struct Token {
    enum class Kind { End, Name, Text, Open, Close, Bad };
    Kind kind = Kind::End;
    QString text {};
    qsizetype at = 0;
};

class Tokens {
public:
    explicit Tokens(const QString &text)
        : m_text(text)
    {
        advance();
    }

    [[nodiscard]] const Token &current() const { return m_current; }
    [[nodiscard]] bool isCall() const { return m_at < m_text.size() && m_text.at(m_at) == u'('; } // a name, and at once "("
    void advance() { m_current = read(); }

private:
    Token read();
    Token readText(qsizetype from);

    QString m_text;
    qsizetype m_at = 0;
    Token m_current;
};

Token Tokens::read()
{
    while (m_at < m_text.size() && m_text.at(m_at).isSpace()) {
        ++m_at;
    }
    const qsizetype from = m_at;
    if (from >= m_text.size()) {
        return {Token::Kind::End, {}, from};
    }
    const QChar first = m_text.at(from);
    if (first == u'(' || first == u')') {
        ++m_at;
        return {first == u'(' ? Token::Kind::Open : Token::Kind::Close, first, from};
    }
    if (first == u'\'') {
        return readText(from);
    }
    while (m_at < m_text.size() && (m_text.at(m_at).isLetterOrNumber() || u"_-:.+/"_s.contains(m_text.at(m_at)))) {
        ++m_at;
    }
    if (m_at == from) {
        ++m_at;
        return {Token::Kind::Bad, first, from};
    }
    return {Token::Kind::Name, m_text.sliced(from, m_at - from), from};
}

// A quote inside is written twice.
Token Tokens::readText(qsizetype from)
{
    QString text;
    for (m_at = from + 1; m_at < m_text.size(); ++m_at) {
        if (m_text.at(m_at) == u'\'') {
            if (m_at + 1 >= m_text.size() || m_text.at(m_at + 1) != u'\'') {
                ++m_at;
                return {Token::Kind::Text, text, from};
            }
            ++m_at;
        }
        text += m_text.at(m_at);
    }
    return {Token::Kind::Bad, text, from};
}

} // namespace

class ODataFilterParser {
public:
    ODataFilterParser(const QString &text, std::span<const FilterProperty> properties, QLatin1StringView typeName)
        : m_tokens(text)
        , m_properties(properties)
        , m_typeName(typeName)
    {
    }

    Result<ODataFilter> parse()
    {
        const auto root = parseOr(0);
        if (root && m_tokens.current().kind != Token::Kind::End) {
            fail(u"Syntax error at position %1"_s.arg(m_tokens.current().at));
        }
        if (!m_error.isEmpty() || !root) {
            return Failure {m_error};
        }
        m_filter.m_root = *root;
        return m_filter;
    }

private:
    using Operator = ODataFilter::Operator;

    std::optional<int> parseOr(int depth);
    std::optional<int> parseAnd(int depth);
    std::optional<int> parsePrimary(int depth);
    std::optional<int> parseComparison();
    bool readLiteral(ODataFilter::Node &node, const FilterProperty &property);

    std::optional<int> add(ODataFilter::Node node)
    {
        m_filter.m_nodes.push_back(std::move(node));
        return static_cast<int>(m_filter.m_nodes.size()) - 1;
    }

    std::nullopt_t fail(const QString &reason)
    {
        if (m_error.isEmpty()) {
            m_error = u"Invalid filter clause: %1."_s.arg(reason);
        }
        return std::nullopt;
    }

    [[nodiscard]] bool isWord(QLatin1StringView word) const
    {
        return m_tokens.current().kind == Token::Kind::Name
            && m_tokens.current().text.compare(word, Qt::CaseInsensitive) == 0;
    }

    Tokens m_tokens;
    std::span<const FilterProperty> m_properties;
    QLatin1StringView m_typeName;
    ODataFilter m_filter;
    QString m_error;
};

std::optional<int> ODataFilterParser::parseOr(int depth)
{
    auto left = parseAnd(depth);
    while (left && isWord("or"_L1)) {
        m_tokens.advance();
        const auto right = parseAnd(depth);
        if (!right) {
            return std::nullopt;
        }
        left = add({.op = Operator::Or, .left = *left, .right = *right});
    }
    return left;
}

std::optional<int> ODataFilterParser::parseAnd(int depth)
{
    auto left = parsePrimary(depth);
    while (left && isWord("and"_L1)) {
        m_tokens.advance();
        const auto right = parsePrimary(depth);
        if (!right) {
            return std::nullopt;
        }
        left = add({.op = Operator::And, .left = *left, .right = *right});
    }
    return left;
}

std::optional<int> ODataFilterParser::parsePrimary(int depth)
{
    if (depth > deepestParentheses) {
        return fail(u"the expression is nested too deeply"_s);
    }
    if (m_tokens.current().kind != Token::Kind::Open) {
        return parseComparison();
    }
    m_tokens.advance();
    const auto inner = parseOr(depth + 1);
    if (inner && m_tokens.current().kind != Token::Kind::Close) {
        return fail(u"')' expected at position %1"_s.arg(m_tokens.current().at));
    }
    m_tokens.advance();
    return inner;
}

std::optional<int> ODataFilterParser::parseComparison()
{
    if (m_tokens.current().kind != Token::Kind::Name) {
        return fail(u"a property is expected at position %1"_s.arg(m_tokens.current().at));
    }
    const QString name = m_tokens.current().text;
    if (isWord("not"_L1)) {
        return fail(u"Logical operator 'Not' is not allowed. To allow it, set the 'AllowedLogicalOperators' property on "
                    "EnableQueryAttribute or QueryValidationSettings"_s);
    }
    if (m_tokens.isCall()) {
        return fail(u"Function '%1' is not allowed. To allow it, set the 'AllowedFunctions' property on EnableQueryAttribute "
                    "or QueryValidationSettings"_s.arg(name));
    }
    ODataFilter::Node node;
    for (std::size_t i = 0; i < m_properties.size(); ++i) {
        if (name == m_properties[i].name) {
            node.property = static_cast<int>(i);
        }
    }
    if (node.property < 0) {
        return fail(u"Could not find a property named '%1' on type '%2'"_s.arg(name, m_typeName));
    }
    const FilterProperty &property = m_properties[static_cast<std::size_t>(node.property)];
    node.kind = property.kind;
    m_tokens.advance();
    constexpr std::array operators {std::pair {"eq"_L1, Operator::Equal},   std::pair {"ne"_L1, Operator::NotEqual},
                                    std::pair {"lt"_L1, Operator::Less},    std::pair {"le"_L1, Operator::LessOrEqual},
                                    std::pair {"gt"_L1, Operator::Greater}, std::pair {"ge"_L1, Operator::GreaterOrEqual}};
    bool known = false;
    for (const auto &[word, op] : operators) {
        if (isWord(word)) {
            node.op = op;
            known = true;
        }
    }
    if (!known) {
        return fail(u"operator '%1' is not supported"_s.arg(m_tokens.current().text));
    }
    m_tokens.advance();
    if (!readLiteral(node, property)) {
        return std::nullopt;
    }
    m_tokens.advance();
    return add(std::move(node));
}

bool ODataFilterParser::readLiteral(ODataFilter::Node &node, const FilterProperty &property)
{
    const Token &token = m_tokens.current();
    const bool ordered = node.op != Operator::Equal && node.op != Operator::NotEqual;
    if (isWord("null"_L1)) {
        node.isNull = true;
        if (ordered) {
            fail(u"null can be compared with eq and ne only"_s);
        }
        return !ordered;
    }
    if (property.kind == FilterProperty::Kind::Time) {
        const auto time = token.kind == Token::Kind::Name ? parseStamp(token.text) : std::nullopt;
        if (!time) {
            fail(u"'%1' needs a date literal, not '%2'"_s.arg(property.name, token.text));
            return false;
        }
        node.number = *time;
        return true;
    }
    if (token.kind != Token::Kind::Text) {
        fail(u"'%1' needs a quoted literal, not '%2'"_s.arg(property.name, token.text));
        return false;
    }
    node.text = token.text;
    if (property.kind == FilterProperty::Kind::Word) {
        node.number = -1;
        for (std::size_t i = 0; i < property.words.size(); ++i) {
            if (!property.words[i].isEmpty() && token.text.compare(property.words[i], Qt::CaseInsensitive) == 0) {
                node.number = static_cast<qint64>(i);
            }
        }
        if (node.number < 0 || ordered) {
            fail(u"'%1' is not a value that '%2' can be compared with"_s.arg(token.text, property.name));
            return false;
        }
    }
    return true;
}

Result<ODataFilter> ODataFilter::parse(const QString &text, std::span<const FilterProperty> properties,
                                       QLatin1StringView typeName)
{
    return ODataFilterParser(text, properties, typeName).parse();
}

ODataFilter::Window ODataFilter::window(int property) const
{
    Window window;
    if (!m_nodes.empty()) {
        narrow(window, property, m_root);
    }
    return window;
}

// Only what holds for every match counts: the two sides of an And, but nothing below an Or.
void ODataFilter::narrow(Window &window, int property, int index) const
{
    const Node &node = m_nodes[static_cast<std::size_t>(index)];
    if (node.op == Operator::And) {
        narrow(window, property, node.left);
        narrow(window, property, node.right);
        return;
    }
    if (node.op == Operator::Or || node.property != property || node.isNull) {
        return;
    }
    const Ticks time = node.number;
    switch (node.op) {
    case Operator::Equal:
        window = {std::max(window.first, time), std::min(window.last, time)};
        break;
    case Operator::Less: window.last = std::min(window.last, time - 1); break;
    case Operator::LessOrEqual: window.last = std::min(window.last, time); break;
    case Operator::Greater: window.first = std::max(window.first, time + 1); break;
    case Operator::GreaterOrEqual: window.first = std::max(window.first, time); break;
    default: break;
    }
}

bool ODataFilter::compares(const Node &node, const FilterValue &value)
{
    if (node.isNull || value.absent) {
        const bool same = node.isNull && value.absent;
        return node.op == Operator::Equal ? same : node.op == Operator::NotEqual && !same;
    }
    const int order = node.kind == FilterProperty::Kind::Text
        ? value.text.compare(node.text, Qt::CaseInsensitive)
        : (value.number > node.number) - (value.number < node.number);
    switch (node.op) {
    case Operator::Equal: return order == 0;
    case Operator::NotEqual: return order != 0;
    case Operator::Less: return order < 0;
    case Operator::LessOrEqual: return order <= 0;
    case Operator::Greater: return order > 0;
    case Operator::GreaterOrEqual: return order >= 0;
    default: return false;
    }
}

} // namespace simulator
