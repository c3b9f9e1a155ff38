// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads a hunting query of the subset that the tenant understands. What lies outside is refused with a sentence that names
// the word and the place. Pure.

#include "kqllexer.h"
#include "kqlquery.h"

#include <QHash>

namespace simulator {

[[nodiscard]] Result<KqlQuery> parseKql(const QString &text);

// The part of the parser that reads expressions; operators are in kqlparser.cpp.
class KqlExpressionReader {
public:
    explicit KqlExpressionReader(std::vector<KqlToken> tokens);

    [[nodiscard]] const KqlToken &current() const { return m_tokens[m_at]; }
    void advance();
    bool accept(QLatin1StringView word); // advances over it when it is there
    bool expect(QLatin1StringView word); // fails when it is not

    [[nodiscard]] KqlExpression readExpression();
    [[nodiscard]] KqlExpressions readList(); // up to and with the closing parenthesis

    void define(const QString &name, KqlExpressions values) { m_definitions.insert(name, std::move(values)); }
    void fail(const QString &reason);
    [[nodiscard]] bool failed() const { return !m_error.isEmpty(); }
    [[nodiscard]] QString error() const { return m_error; }

private:
    [[nodiscard]] KqlExpression readAnd();
    [[nodiscard]] KqlExpression readCondition();
    [[nodiscard]] KqlExpression readBetween(KqlExpression subject);
    [[nodiscard]] KqlExpression readSum();
    [[nodiscard]] KqlExpression readPrimary();
    [[nodiscard]] KqlExpression readCall(const QString &name);

    std::vector<KqlToken> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
    QHash<QString, KqlExpressions> m_definitions; // of let
    QString m_error;
};

} // namespace simulator
