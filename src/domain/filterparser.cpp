// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filternodes.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr int DeepestNesting = 64; // parentheses and `not`; the parser calls itself for each

using Outcome = std::variant<FilterNode, FilterError>;

bool endsWord(QChar c)
{
    return c.isSpace() || c == u'(' || c == u')' || c == u'"';
}

FilterNode any(std::vector<FilterNode> nodes)
{
    if (nodes.size() == 1)
        return nodes.front();
    return std::make_shared<const Filter::Node>(
        Filter::Node {[nodes = std::move(nodes)](const FilterSubject &subject, const FilterContext &context) {
            return std::any_of(nodes.begin(), nodes.end(),
                               [&](const FilterNode &node) { return node->accepts(subject, context); });
        }});
}

FilterNode all(std::vector<FilterNode> nodes)
{
    if (nodes.size() == 1)
        return nodes.front();
    return std::make_shared<const Filter::Node>(
        Filter::Node {[nodes = std::move(nodes)](const FilterSubject &subject, const FilterContext &context) {
            return std::all_of(nodes.begin(), nodes.end(),
                               [&](const FilterNode &node) { return node->accepts(subject, context); });
        }});
}

FilterNode negated(FilterNode inner)
{
    return std::make_shared<const Filter::Node>(
        Filter::Node {[inner = std::move(inner)](const FilterSubject &subject, const FilterContext &context) {
            return !inner->accepts(subject, context);
        }});
}

// expression := conjunction { "or" conjunction }       conjunction := unary { ["and"] unary }
// unary := "not" unary | "(" expression ")" | field ":" values | word
// values := [comparison] word | "(" word { ["or"] word } ")"       word := bare | quoted
class Parser
{
public:
    explicit Parser(const QString &text)
        : m_text(text)
    {
    }

    Outcome parse()
    {
        Outcome outcome = expression();
        if (std::holds_alternative<FilterNode>(outcome) && !atEnd())
            return error(m_at, 1, u"unexpectedParenthesis"_s); // nothing else stops an expression early
        return outcome;
    }

private:
    bool atEnd()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
        return m_at >= m_text.size();
    }

    FilterError error(qsizetype position, qsizetype length, const QString &code) const
    {
        length = std::min(length, m_text.size() - position); // 0 at the end of the text
        return {position, length, code, m_text.mid(position, length)};
    }

    // A bare and/or/not, which is not part of a longer word.
    bool isKeyword(QLatin1StringView keyword)
    {
        if (atEnd())
            return false;
        const QStringView rest = QStringView(m_text).sliced(m_at);
        return rest.startsWith(keyword, Qt::CaseInsensitive)
            && (rest.size() == keyword.size() || endsWord(rest.at(keyword.size())));
    }

    bool takeKeyword(QLatin1StringView keyword)
    {
        const bool is = isKeyword(keyword);
        if (is)
            m_at += keyword.size();
        return is;
    }

    Outcome expression()
    {
        std::vector<FilterNode> alternatives;
        do {
            Outcome outcome = conjunction();
            if (std::holds_alternative<FilterError>(outcome))
                return outcome;
            alternatives.push_back(std::get<FilterNode>(outcome));
        } while (takeKeyword("or"_L1));
        return any(std::move(alternatives));
    }

    Outcome conjunction()
    {
        std::vector<FilterNode> parts;
        do {
            Outcome outcome = unary();
            if (std::holds_alternative<FilterError>(outcome))
                return outcome;
            parts.push_back(std::get<FilterNode>(outcome));
        } while (takeKeyword("and"_L1) || (!atEnd() && m_text.at(m_at) != u')' && !isKeyword("or"_L1)));
        return all(std::move(parts));
    }

    Outcome unary()
    {
        if (m_depth >= DeepestNesting)
            return error(m_at, 1, u"tooDeep"_s);
        ++m_depth;
        Outcome outcome = primary();
        --m_depth;
        return outcome;
    }

    Outcome primary()
    {
        if (atEnd())
            return error(m_text.size(), 0, u"unexpectedEnd"_s);
        if (takeKeyword("not"_L1)) {
            Outcome inner = unary();
            if (std::holds_alternative<FilterError>(inner))
                return inner;
            return negated(std::get<FilterNode>(inner));
        }
        for (const QLatin1StringView keyword : {"or"_L1, "and"_L1}) {
            if (isKeyword(keyword))
                return error(m_at, keyword.size(), u"unexpectedWord"_s);
        }
        if (m_text.at(m_at) == u'(')
            return parenthesised();
        if (m_text.at(m_at) == u')')
            return error(m_at, 1, u"unexpectedParenthesis"_s);
        return term();
    }

    Outcome parenthesised()
    {
        const qsizetype opening = m_at++;
        Outcome inner = expression();
        if (const FilterError *wrong = std::get_if<FilterError>(&inner)) {
            const bool ranOut = wrong->code == "unexpectedEnd"_L1;
            return ranOut ? error(opening, 1, u"unclosedParenthesis"_s) : inner;
        }
        if (atEnd())
            return error(opening, 1, u"unclosedParenthesis"_s);
        ++m_at; // the expression stopped at a closing one
        return inner;
    }

    Outcome term()
    {
        const qsizetype start = m_at;
        if (m_text.at(m_at) != u'"') {
            qsizetype colon = m_at;
            while (colon < m_text.size() && !endsWord(m_text.at(colon)) && m_text.at(colon) != u':')
                ++colon;
            if (colon < m_text.size() && m_text.at(colon) == u':') {
                const QString field = m_text.mid(start, colon - start);
                if (!isFilterField(field))
                    return error(start, std::max<qsizetype>(colon - start, 1), u"unknownField"_s);
                m_at = colon + 1;
                return values(field, start);
            }
        }
        const auto value = word();
        if (const FilterError *wrong = std::get_if<FilterError>(&value))
            return *wrong;
        return filterText(std::get<FilterValue>(value).text);
    }

    Outcome values(const QString &field, qsizetype start)
    {
        if (m_at < m_text.size() && m_text.at(m_at) == u'(')
            return list(field);
        const FilterComparison comparison = takeComparison();
        if (m_at >= m_text.size() || m_text.at(m_at).isSpace() || m_text.at(m_at) == u'(' || m_text.at(m_at) == u')')
            return error(start, m_at - start, u"noValue"_s);
        const auto value = word();
        if (const FilterError *wrong = std::get_if<FilterError>(&value))
            return *wrong;
        FilterValue compared = std::get<FilterValue>(value);
        compared.comparison = comparison;
        return filterTerm(field, compared);
    }

    Outcome list(const QString &field)
    {
        const qsizetype opening = m_at++;
        std::vector<FilterNode> alternatives;
        while (true) {
            if (atEnd())
                return error(opening, m_text.size() - opening, u"unclosedParenthesis"_s);
            if (m_text.at(m_at) == u')')
                break;
            if (m_text.at(m_at) == u'(')
                return error(m_at, 1, u"unexpectedParenthesis"_s);
            if (!alternatives.empty() && takeKeyword("or"_L1))
                continue;
            const auto value = word();
            if (const FilterError *wrong = std::get_if<FilterError>(&value))
                return *wrong;
            Outcome outcome = filterTerm(field, std::get<FilterValue>(value));
            if (std::holds_alternative<FilterError>(outcome))
                return outcome;
            alternatives.push_back(std::get<FilterNode>(outcome));
        }
        ++m_at;
        if (alternatives.empty())
            return error(opening, m_at - opening, u"noValue"_s);
        return any(std::move(alternatives));
    }

    FilterComparison takeComparison()
    {
        const QStringView rest = QStringView(m_text).sliced(m_at);
        const auto takes = [this, rest](QLatin1StringView sign) {
            if (!rest.startsWith(sign))
                return false;
            m_at += sign.size();
            return true;
        };
        if (takes(">="_L1))
            return FilterComparison::GreaterOrEqual;
        if (takes("<="_L1))
            return FilterComparison::LessOrEqual;
        if (takes(">"_L1))
            return FilterComparison::Greater;
        if (takes("<"_L1))
            return FilterComparison::Less;
        takes("="_L1);
        return FilterComparison::Is;
    }

    // Within quotes \" and \\ stand for the sign itself.
    std::variant<FilterValue, FilterError> word()
    {
        FilterValue value;
        value.position = m_at;
        value.quoted = m_text.at(m_at) == u'"';
        if (!value.quoted) {
            while (m_at < m_text.size() && !endsWord(m_text.at(m_at)))
                value.text += m_text.at(m_at++);
        } else {
            for (++m_at; m_at < m_text.size() && m_text.at(m_at) != u'"'; ++m_at) {
                if (m_text.at(m_at) == u'\\' && m_at + 1 < m_text.size())
                    ++m_at;
                value.text += m_text.at(m_at);
            }
            if (m_at >= m_text.size())
                return error(value.position, m_text.size() - value.position, u"unclosedQuote"_s);
            ++m_at;
            if (value.text.isEmpty())
                return error(value.position, m_at - value.position, u"noValue"_s);
        }
        value.length = m_at - value.position;
        return value;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
};

} // namespace

std::variant<Filter, FilterError> Filter::parse(const QString &text)
{
    Filter filter;
    filter.m_text = text;
    if (text.trimmed().isEmpty())
        return filter;
    auto outcome = Parser(text).parse();
    if (const FilterError *wrong = std::get_if<FilterError>(&outcome))
        return *wrong;
    filter.m_root = std::get<FilterNode>(outcome);
    return filter;
}

} // namespace domain
