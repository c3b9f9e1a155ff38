// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kqlparser.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

class Parser {
public:
    explicit Parser(std::vector<KqlToken> tokens)
        : m_reader(std::move(tokens))
    {
    }

    Result<KqlQuery> parse();

private:
    void readLet();
    void readOperator();
    void readSort();
    void readTop();
    void readSummarize();
    qint64 readLimit();
    QString readName();
    std::vector<KqlNamed> readColumns();
    void add(KqlOperator step) { m_query.operators.push_back(std::move(step)); }

    KqlExpressionReader m_reader;
    KqlQuery m_query;
};

Result<KqlQuery> Parser::parse()
{
    while (!m_reader.failed() && m_reader.accept("let"_L1)) {
        readLet();
    }
    m_query.table = readName();
    while (!m_reader.failed() && m_reader.accept("|"_L1)) {
        readOperator();
    }
    (void)m_reader.accept(";"_L1);
    if (m_reader.current().kind != KqlToken::Kind::End) {
        m_reader.fail(u"'|' or the end of the query is expected"_s);
    }
    if (m_reader.failed()) {
        return Failure {m_reader.error()};
    }
    return m_query;
}

// let name = value; or let name = dynamic(["a", "b"]);
void Parser::readLet()
{
    const QString name = readName();
    m_reader.expect("="_L1);
    KqlExpressions values;
    if (m_reader.accept("dynamic"_L1)) {
        m_reader.expect("("_L1);
        m_reader.expect("["_L1);
        while (!m_reader.failed() && !m_reader.accept("]"_L1)) {
            if (!values.empty()) {
                m_reader.expect(","_L1);
            }
            values.push_back(m_reader.readExpression());
        }
        m_reader.expect(")"_L1);
    } else {
        values.push_back(m_reader.readExpression());
    }
    m_reader.expect(";"_L1);
    m_reader.define(name, std::move(values));
}

void Parser::readOperator()
{
    using Kind = KqlOperator::Kind;
    if (m_reader.accept("where"_L1) || m_reader.accept("filter"_L1)) {
        add({.kind = Kind::Where, .condition = m_reader.readExpression()});
    } else if (m_reader.accept("project"_L1)) {
        add({.kind = Kind::Project, .columns = readColumns()});
    } else if (m_reader.accept("extend"_L1)) {
        add({.kind = Kind::Extend, .columns = readColumns()});
    } else if (m_reader.accept("take"_L1) || m_reader.accept("limit"_L1)) {
        add({.kind = Kind::Take, .limit = readLimit()});
    } else if (m_reader.accept("top"_L1)) {
        readTop();
    } else if (m_reader.accept("order"_L1) || m_reader.accept("sort"_L1)) {
        readSort();
    } else if (m_reader.accept("summarize"_L1)) {
        readSummarize();
    } else if (m_reader.accept("distinct"_L1)) {
        add({.kind = Kind::Distinct, .columns = readColumns()});
    } else if (m_reader.accept("count"_L1)) {
        add({.kind = Kind::Count});
    } else {
        m_reader.fail(u"the operator is not supported"_s);
    }
}

void Parser::readSort()
{
    m_reader.expect("by"_L1);
    KqlOperator sort {.kind = KqlOperator::Kind::Sort};
    do {
        sort.names.append(readName());
        const bool ascending = m_reader.accept("asc"_L1);
        sort.descending.append(!ascending);
        (void)(ascending || m_reader.accept("desc"_L1));
    } while (!m_reader.failed() && m_reader.accept(","_L1));
    add(std::move(sort));
}

void Parser::readTop()
{
    const qint64 limit = readLimit();
    readSort();
    add({.kind = KqlOperator::Kind::Take, .limit = limit});
}

void Parser::readSummarize()
{
    KqlOperator summarize {.kind = KqlOperator::Kind::Summarize};
    if (!m_reader.current().is("by"_L1)) {
        summarize.columns = readColumns();
    }
    if (m_reader.accept("by"_L1)) {
        summarize.keys = readColumns();
    }
    add(std::move(summarize));
}

qint64 Parser::readLimit()
{
    const KqlToken token = m_reader.current();
    if (token.kind != KqlToken::Kind::Literal || token.value.type != KqlType::Integer) {
        m_reader.fail(u"a number is expected"_s);
    }
    m_reader.advance();
    return token.value.number;
}

QString Parser::readName()
{
    const KqlToken token = m_reader.current();
    if (token.kind != KqlToken::Kind::Name) {
        m_reader.fail(u"a name is expected"_s);
    }
    m_reader.advance();
    return token.text;
}

// Column, Name = expression, or a call that gives its own name.
std::vector<KqlNamed> Parser::readColumns()
{
    std::vector<KqlNamed> columns;
    do {
        KqlExpression expression = m_reader.readExpression();
        QString name = expression.name;
        if (expression.kind == KqlExpression::Kind::Column && m_reader.accept("="_L1)) {
            expression = m_reader.readExpression();
        } else if (expression.kind == KqlExpression::Kind::Call) {
            const bool ofColumn = !expression.parts.empty() && expression.parts.front().kind == KqlExpression::Kind::Column;
            // bin(Timestamp, 1d) keeps the name of its column; count() is count_, min(x) is min_x
            name = name == "bin"_L1 && ofColumn ? expression.parts.front().name
                                               : QString(name + u'_' + (ofColumn ? expression.parts.front().name : QString()));
        }
        columns.push_back({name.isEmpty() ? u"Column1"_s : name, std::move(expression)});
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
