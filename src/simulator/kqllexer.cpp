// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kqllexer.h"

#include <array>
#include <optional>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

class Lexer {
public:
    explicit Lexer(const QString &query)
        : m_query(query)
    {
    }

    Result<std::vector<KqlToken>> read();

private:
    void skipBlanks();
    bool readText();
    bool readName();
    bool readDateTime();
    bool readNumber();
    bool readSign();
    void add(KqlToken::Kind kind, const QString &text, const KqlValue &value = {});
    [[nodiscard]] QChar at(qsizetype offset) const { return m_at + offset < m_query.size() ? m_query.at(m_at + offset) : QChar(); }

    QString m_query;
    qsizetype m_at = 0;
    qsizetype m_from = 0; // of the token under way
    int m_line = 1;
    qsizetype m_lineStart = 0;
    std::vector<KqlToken> m_tokens;
};

Result<std::vector<KqlToken>> Lexer::read()
{
    for (skipBlanks(); m_at < m_query.size(); skipBlanks()) {
        m_from = m_at;
        const QChar first = at(0);
        bool ok = true;
        if (first == u'"' || first == u'\'' || (first == u'@' && (at(1) == u'"' || at(1) == u'\''))) {
            ok = readText();
        } else if (first.isLetter() || first == u'_') {
            ok = readName();
        } else if (first.isDigit()) {
            ok = readNumber();
        } else {
            ok = readSign();
        }
        if (!ok) {
            return Failure {u"Syntax error: unexpected '%1' at line %2, column %3."_s.arg(first).arg(m_line).arg(m_from - m_lineStart + 1)};
        }
    }
    m_from = m_at;
    add(KqlToken::Kind::End, {});
    return m_tokens;
}

void Lexer::skipBlanks()
{
    while (m_at < m_query.size()) {
        if (at(0) == u'/' && at(1) == u'/') {
            while (m_at < m_query.size() && at(0) != u'\n') {
                ++m_at;
            }
        } else if (at(0) == u'\n') {
            ++m_at;
            ++m_line;
            m_lineStart = m_at;
        } else if (at(0).isSpace()) {
            ++m_at;
        } else {
            return;
        }
    }
}

bool Lexer::readText()
{
    const bool verbatim = at(0) == u'@';
    m_at += verbatim ? 1 : 0;
    const QChar quote = at(0);
    QString text;
    for (++m_at; m_at < m_query.size() && at(0) != u'\n'; ++m_at) {
        if (at(0) == quote) {
            ++m_at;
            add(KqlToken::Kind::Literal, {}, KqlValue::text(text));
            return true;
        }
        if (at(0) == u'\\' && !verbatim) {
            ++m_at;
            text += at(0) == u'n' ? QChar(u'\n') : at(0) == u't' ? QChar(u'\t') : at(0);
        } else {
            text += at(0);
        }
    }
    return false;
}

bool Lexer::readName()
{
    while (at(0).isLetterOrNumber() || at(0) == u'_') {
        ++m_at;
    }
    QString name = m_query.sliced(m_from, m_at - m_from);
    if (name == "in"_L1 && at(0) == u'~') {
        ++m_at;
        name += u'~';
    }
    if (name == "datetime"_L1 && at(0) == u'(') {
        return readDateTime();
    }
    if (name == "true"_L1 || name == "false"_L1) {
        add(KqlToken::Kind::Literal, {}, KqlValue::boolean(name == "true"_L1));
    } else {
        add(KqlToken::Kind::Name, name);
    }
    return true;
}

// What stands between the parentheses is a text of its own, quoted or not: datetime(2026-06-01T10:00:00.1234567Z).
bool Lexer::readDateTime()
{
    const qsizetype close = m_query.indexOf(u')', m_at);
    if (close < 0) {
        return false;
    }
    QString text = m_query.sliced(m_at + 1, close - m_at - 1).trimmed();
    text.remove(u'"').remove(u'\'');
    const auto time = parseStamp(text);
    m_at = close + 1;
    add(KqlToken::Kind::Literal, {}, KqlValue::time(time.value_or(0)));
    return time.has_value();
}

bool Lexer::readNumber()
{
    while (at(0).isDigit() || (at(0) == u'.' && at(1).isDigit())) {
        ++m_at;
    }
    const QString digits = m_query.sliced(m_from, m_at - m_from);
    const qsizetype unitFrom = m_at;
    while (at(0).isLetter()) {
        ++m_at;
    }
    const QString unit = m_query.sliced(unitFrom, m_at - unitFrom);
    constexpr std::array units {std::pair {"d"_L1, oneDay}, std::pair {"h"_L1, oneHour}, std::pair {"m"_L1, oneMinute},
                                std::pair {"s"_L1, oneSecond}, std::pair {"ms"_L1, oneMillisecond}};
    for (const auto &[word, length] : units) {
        if (unit == word) {
            add(KqlToken::Kind::Literal, {}, KqlValue::span(static_cast<Ticks>(digits.toDouble() * static_cast<double>(length))));
            return true;
        }
    }
    bool ok = false;
    const qint64 whole = digits.toLongLong(&ok);
    if (ok && unit.isEmpty()) {
        add(KqlToken::Kind::Literal, {}, KqlValue::integer(whole));
        return true;
    }
    const double real = digits.toDouble(&ok);
    add(KqlToken::Kind::Literal, {}, {.type = KqlType::Real, .real = real});
    return ok && unit.isEmpty();
}

bool Lexer::readSign()
{
    for (const QLatin1StringView sign : {"!contains"_L1, "!startswith"_L1, "!endswith"_L1, "!has"_L1, "!in~"_L1, "!in"_L1,
                                         "=="_L1, "=~"_L1, "!="_L1, "!~"_L1, "<="_L1, ">="_L1, ".."_L1, "|"_L1, "("_L1,
                                         ")"_L1, ","_L1, "="_L1, "<"_L1, ">"_L1, ";"_L1, "["_L1, "]"_L1, "+"_L1, "-"_L1,
                                         "*"_L1}) {
        if (QStringView(m_query).sliced(m_at).startsWith(sign)) {
            m_at += sign.size();
            add(KqlToken::Kind::Sign, sign);
            return true;
        }
    }
    return false;
}

void Lexer::add(KqlToken::Kind kind, const QString &text, const KqlValue &value)
{
    m_tokens.push_back({kind, text, value, m_line, static_cast<int>(m_from - m_lineStart) + 1});
}

} // namespace

Result<std::vector<KqlToken>> readKqlTokens(const QString &query)
{
    return Lexer(query).read();
}

} // namespace simulator
