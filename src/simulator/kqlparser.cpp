// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kqlparser.h"

#include <algorithm>
#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestPipeline = 16;

class Parser {
public:
    explicit Parser(std::vector<KqlToken> tokens)
        : m_reader(std::move(tokens), [this] { return readPipeline(); })
    {
    }

    Result<KqlQuery> parse();

private:
    void readLet();
    KqlPipeline readPipeline();
    KqlPipeline readSource();
    KqlPipeline readTable();
    void readUnion(std::vector<KqlPipeline> &tables, QString &form);
    KqlOperator readOperator();
    void readSort(KqlOperator &step);
    void readSummarize(KqlOperator &step);
    void readNames(KqlOperator &step);
    void readJoin(KqlOperator &step);
    void readExpand(KqlOperator &step);
    KqlJoinKey readJoinKey();
    std::vector<KqlNamed> readColumns();

    KqlExpressionReader m_reader;
    KqlQuery m_query;
    int m_depth = 0;
};

Result<KqlQuery> Parser::parse()
{
    while (!m_reader.failed() && m_reader.accept("let"_L1)) {
        readLet();
    }
    m_query.pipeline = readPipeline();
    (void)m_reader.accept(";"_L1);
    if (m_reader.current().kind != KqlToken::Kind::End) {
        m_reader.fail();
    }
    if (m_reader.failed()) {
        return Failure {m_reader.error()};
    }
    return m_query;
}

void Parser::readLet()
{
    const QString name = m_reader.readName();
    m_reader.expect("="_L1);
    if (m_reader.isAtTable()) {
        m_query.tables.insert(name, std::make_shared<KqlPipeline>(readPipeline()));
        m_reader.defineTable(name);
    } else {
        m_query.values.insert(name, m_reader.readExpression());
    }
    m_reader.expect(";"_L1);
}

KqlPipeline Parser::readPipeline()
{
    if (++m_depth > deepestPipeline) {
        m_reader.fail();
        return {};
    }
    KqlPipeline pipeline = readSource();
    while (!m_reader.failed() && m_reader.accept("|"_L1)) {
        pipeline.operators.push_back(readOperator());
    }
    --m_depth;
    return pipeline;
}

KqlPipeline Parser::readSource()
{
    if (m_reader.current().is("("_L1)) {
        return readTable();
    }
    KqlPipeline source;
    if (m_reader.accept("print"_L1)) {
        source.print = readColumns();
    } else if (m_reader.accept("union"_L1)) {
        readUnion(source.unions, source.sourceColumn);
    } else {
        source.table = m_reader.readName();
    }
    return source;
}

// A table by its name, or operators in parentheses.
KqlPipeline Parser::readTable()
{
    if (!m_reader.accept("("_L1)) {
        return {.table = m_reader.readName()};
    }
    KqlPipeline inner = readPipeline();
    m_reader.expect(")"_L1);
    return inner;
}

void Parser::readUnion(std::vector<KqlPipeline> &tables, QString &form)
{
    while (m_reader.ahead(1).is("="_L1) && !m_reader.failed()) {
        const QString parameter = m_reader.readName();
        m_reader.advance();
        if (parameter == "withsource"_L1) {
            form = m_reader.readName();
        } else if ((parameter == "kind"_L1 && m_reader.current().is("outer"_L1)) || parameter == "isfuzzy"_L1) {
            m_reader.advance();
        } else {
            m_reader.fail();
        }
    }
    do {
        tables.push_back(readTable());
    } while (!m_reader.failed() && m_reader.accept(","_L1));
}

KqlOperator Parser::readOperator()
{
    using Kind = KqlOperator::Kind;
    constexpr std::array words {
        std::pair("where"_L1, Kind::Where),          std::pair("filter"_L1, Kind::Where),         std::pair("project"_L1, Kind::Project),
        std::pair("project-away"_L1, Kind::Away),    std::pair("project-keep"_L1, Kind::Keep),    std::pair("project-rename"_L1, Kind::Rename),
        std::pair("project-reorder"_L1, Kind::Reorder), std::pair("extend"_L1, Kind::Extend),     std::pair("take"_L1, Kind::Take),
        std::pair("limit"_L1, Kind::Take),           std::pair("order"_L1, Kind::Sort),           std::pair("sort"_L1, Kind::Sort),
        std::pair("top"_L1, Kind::Top),              std::pair("summarize"_L1, Kind::Summarize),  std::pair("distinct"_L1, Kind::Distinct),
        std::pair("count"_L1, Kind::Count),          std::pair("join"_L1, Kind::Join),            std::pair("union"_L1, Kind::Union),
        std::pair("mv-expand"_L1, Kind::Expand)};
    const KqlToken token = m_reader.current();
    const auto *known = std::find_if(words.begin(), words.end(), [&token](const auto &entry) { return token.is(entry.first); });
    if (known == words.end()) {
        m_reader.fail();
        return {};
    }
    m_reader.advance();
    KqlOperator step {.kind = known->second, .word = token.text};
    switch (step.kind) {
    case Kind::Where: step.condition = m_reader.readExpression(); break;
    case Kind::Project:
    case Kind::Rename:
    case Kind::Extend:
    case Kind::Distinct: step.columns = readColumns(); break;
    case Kind::Away:
    case Kind::Keep:
    case Kind::Reorder: readNames(step); break;
    case Kind::Take: step.limit = m_reader.readExpression(); break;
    case Kind::Top: step.limit = m_reader.readExpression(); readSort(step); break;
    case Kind::Sort: readSort(step); break;
    case Kind::Summarize: readSummarize(step); break;
    case Kind::Join: readJoin(step); break;
    case Kind::Union: readUnion(step.tables, step.form); break;
    case Kind::Expand: readExpand(step); break;
    case Kind::Count: break;
    }
    return step;
}

void Parser::readSort(KqlOperator &step)
{
    m_reader.expect("by"_L1);
    do {
        KqlSortKey key {.expression = m_reader.readExpression()};
        key.ascending = m_reader.accept("asc"_L1);
        (void)(key.ascending || m_reader.accept("desc"_L1));
        key.nullsFirst = key.ascending;
        if (m_reader.accept("nulls"_L1)) {
            key.nullsFirst = m_reader.accept("first"_L1);
            (void)(key.nullsFirst || m_reader.expect("last"_L1));
        }
        step.order.push_back(std::move(key));
    } while (!m_reader.failed() && m_reader.accept(","_L1));
}

void Parser::readSummarize(KqlOperator &step)
{
    if (!m_reader.current().is("by"_L1)) {
        step.columns = readColumns();
    }
    if (m_reader.accept("by"_L1)) {
        step.keys = readColumns();
    }
}

void Parser::readNames(KqlOperator &step)
{
    do {
        QString name = m_reader.accept("*"_L1) ? u"*"_s : m_reader.readName();
        name += m_reader.accept("*"_L1) ? u"*"_s : QString();
        step.names.append(name);
    } while (!m_reader.failed() && m_reader.accept(","_L1));
}

void Parser::readJoin(KqlOperator &step)
{
    step.form = u"innerunique"_s;
    while (m_reader.ahead(1).is("="_L1) && !m_reader.failed()) {
        const QString parameter = m_reader.readName();
        m_reader.advance();
        if (parameter == "kind"_L1) {
            step.form = m_reader.readName();
        } else if (parameter.startsWith("hint"_L1)) {
            m_reader.advance();
        } else {
            m_reader.fail();
        }
    }
    step.tables.push_back(readTable());
    m_reader.expect("on"_L1);
    do {
        step.joinKeys.push_back(readJoinKey());
    } while (!m_reader.failed() && (m_reader.accept(","_L1) || m_reader.accept("and"_L1)));
}

// Column, or $left.A == $right.B in either order
KqlJoinKey Parser::readJoinKey()
{
    const auto side = [this] {
        const bool left = m_reader.accept("$left"_L1);
        (void)(left || m_reader.expect("$right"_L1));
        m_reader.expect("."_L1);
        return std::pair(left, m_reader.readName());
    };
    if (!m_reader.current().text.startsWith(u'$')) {
        const QString name = m_reader.readName();
        return {name, name};
    }
    const auto [firstIsLeft, first] = side();
    m_reader.expect("=="_L1);
    const auto [secondIsLeft, second] = side();
    if (firstIsLeft == secondIsLeft) {
        m_reader.fail();
    }
    return firstIsLeft ? KqlJoinKey {first, second} : KqlJoinKey {second, first};
}

void Parser::readExpand(KqlOperator &step)
{
    step.columns = readColumns();
    if (m_reader.accept("to"_L1)) {
        m_reader.expect("typeof"_L1);
        m_reader.expect("("_L1);
        step.form = m_reader.readName();
        m_reader.expect(")"_L1);
    }
    if (step.columns.size() != 1) {
        m_reader.fail();
    }
}

// Column, Name = expression, or an expression that gives its own name.
std::vector<KqlNamed> Parser::readColumns()
{
    std::vector<KqlNamed> columns;
    do {
        if (m_reader.accept("*"_L1)) {
            columns.push_back({{}, {.kind = KqlExpression::Kind::Star}});
            continue;
        }
        KqlExpression expression = m_reader.readExpression();
        QString name;
        if (expression.kind == KqlExpression::Kind::Column && m_reader.accept("="_L1)) {
            name = expression.name;
            expression = m_reader.readExpression();
        }
        columns.push_back({name, std::move(expression)});
    } while (!m_reader.failed() && m_reader.accept(","_L1));
    return columns;
}

} // namespace

Result<KqlQuery> parseKql(const QString &text)
{
    auto tokens = readKqlTokens(text);
    if (!tokens) {
        return Failure {tokens.error()};
    }
    return Parser(tokens.take()).parse();
}

} // namespace simulator
