// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads a hunting query of the subset that the tenant understands. What lies outside is refused with the sentence that the
// service has for what it cannot read, which names the word and the place. Pure.

#include "kqllexer.h"
#include "kqlquery.h"

#include <QSet>

#include <functional>

namespace simulator {

[[nodiscard]] Result<KqlQuery> parseKql(const QString &text);

// The part of the parser that reads expressions; operators are in kqlparser.cpp.
class KqlExpressionReader {
public:
    using ReadTable = std::function<KqlPipeline()>;

    KqlExpressionReader(std::vector<KqlToken> tokens, ReadTable readTable);

    [[nodiscard]] const KqlToken &current() const { return m_tokens[m_at]; }
    [[nodiscard]] const KqlToken &ahead(std::size_t count) const { return m_tokens[std::min(m_at + count, m_tokens.size() - 1)]; }
    void advance();
    bool accept(QLatin1StringView word); // advances over it when it is there
    bool expect(QLatin1StringView word); // fails when it is not
    [[nodiscard]] QString readName();

    [[nodiscard]] KqlExpression readExpression();
    [[nodiscard]] KqlExpressions readList(); // up to and with the closing parenthesis
    // At what gives rows: a table, a name that let gave one, or operators after it.
    [[nodiscard]] bool isAtTable() const;
    void defineTable(const QString &name) { m_tableNames.insert(name); }

    void fail(); // at the current token
    [[nodiscard]] bool failed() const { return !m_error.isEmpty(); }
    [[nodiscard]] QString error() const { return m_error; }

private:
    [[nodiscard]] KqlExpression readAnd();
    [[nodiscard]] KqlExpression readCondition();
    [[nodiscard]] KqlExpression readMembership(KqlExpression subject);
    [[nodiscard]] KqlExpression readBetween(KqlExpression subject);
    [[nodiscard]] KqlExpression readSum();
    [[nodiscard]] KqlExpression readProduct();
    [[nodiscard]] KqlExpression readPostfix();
    [[nodiscard]] KqlExpression readPrimary();
    [[nodiscard]] KqlExpression readCall(const QString &name);
    [[nodiscard]] KqlExpression readTypedLiteral(KqlType type);

    std::vector<KqlToken> m_tokens;
    ReadTable m_readTable;
    std::size_t m_at = 0;
    int m_depth = 0;
    QSet<QString> m_tableNames; // of let
    QString m_error;
};

} // namespace simulator
