// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kqllexer.h"

#include <QJsonDocument>

#include <array>
#include <optional>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array signs {"=="_L1, "=~"_L1, "!="_L1, "!~"_L1, "<="_L1, ">="_L1, ".."_L1, "<>"_L1, "|"_L1, "("_L1, ")"_L1,
                            ","_L1,  "="_L1,  "<"_L1,  ">"_L1,  ";"_L1,  "["_L1,  "]"_L1,  "+"_L1,  "-"_L1, "*"_L1, "/"_L1,
                            "%"_L1,  "."_L1,  "{"_L1,  "}"_L1,  ":"_L1};
// Operators of a pipeline whose name has a hyphen.
constexpr std::array hyphened {"project-away"_L1, "project-keep"_L1, "project-rename"_L1, "project-reorder"_L1,
                               "mv-expand"_L1,    "mv-apply"_L1,     "make-series"_L1,    "sample-distinct"_L1,
                               "top-nested"_L1,   "top-hitters"_L1,  "parse-where"_L1,    "parse-kv"_L1};
constexpr std::array negatable {"contains_cs"_L1, "contains"_L1, "startswith_cs"_L1, "startswith"_L1, "endswith_cs"_L1,
                                "endswith"_L1,    "hasprefix"_L1, "hassuffix"_L1,    "has_cs"_L1,     "has"_L1,
                                "in~"_L1,         "in"_L1,        "between"_L1};

class Lexer {
public:
    explicit Lexer(const QString &query)
        : m_query(query)
    {
    }

    Result<std::vector<KqlToken>> read();

private:
    void skipBlanks();
    [[nodiscard]] bool readToken();
    bool readText(int prefix);
    bool readEscape(QString &text);
    bool readName();
    bool readEnclosed(const QString &name);
    bool readNumber();
    bool readSign();
    void add(KqlToken::Kind kind, const KqlValue &value = {});
    [[nodiscard]] QChar at(qsizetype offset) const { return m_at + offset < m_query.size() ? m_query.at(m_at + offset) : QChar(); }
    [[nodiscard]] bool startsWith(QLatin1StringView word) const { return QStringView(m_query).sliced(m_from).startsWith(word); }
    [[nodiscard]] static bool isQuote(QChar c) { return c == u'"' || c == u'\''; }
    [[nodiscard]] static bool isOfName(QChar c) { return c.isLetterOrNumber() || c == u'_'; }

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
        if (!readToken()) {
            return Failure {kqlSyntaxError(m_query.at(m_from), m_line, static_cast<int>(m_from - m_lineStart) + 1)};
        }
        if (const qsizetype breaks = QStringView(m_query).sliced(m_from, m_at - m_from).count(u'\n'); breaks > 0) {
            m_line += static_cast<int>(breaks);
            m_lineStart = m_query.lastIndexOf(u'\n', m_at - 1) + 1;
        }
    }
    m_from = m_at;
    add(KqlToken::Kind::End);
    return m_tokens;
}

bool Lexer::readToken()
{
    const QChar first = at(0);
    // h marks a text that logs do not show; @ one without escapes
    const int prefix = first == u'h' && at(1) == u'@' ? 2 : first == u'h' || first == u'@' ? 1 : 0;
    if (isQuote(at(prefix))) {
        return readText(prefix);
    }
    if (first.isLetter() || first == u'_' || first == u'$') {
        return readName();
    }
    return first.isDigit() ? readNumber() : readSign();
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

bool Lexer::readText(int prefix)
{
    const bool verbatim = prefix > 0 && at(prefix - 1) == u'@';
    m_at += prefix;
    const QChar quote = at(0);
    QString text;
    for (++m_at; m_at < m_query.size() && at(0) != u'\n'; ++m_at) {
        if (at(0) == quote && verbatim && at(1) == quote) {
            text += quote;
            ++m_at;
        } else if (at(0) == quote) {
            ++m_at;
            add(KqlToken::Kind::Literal, KqlValue::text(text));
            return true;
        } else if (at(0) == u'\\' && !verbatim) {
            if (!readEscape(text)) {
                return false;
            }
        } else {
            text += at(0);
        }
    }
    return false;
}

// Leaves m_at on its last character.
bool Lexer::readEscape(QString &text)
{
    constexpr std::array known {std::pair(u'n', u'\n'), std::pair(u't', u'\t'), std::pair(u'r', u'\r'), std::pair(u'b', u'\b'),
                                std::pair(u'0', u'\0'), std::pair(u'\\', u'\\'), std::pair(u'"', u'"'), std::pair(u'\'', u'\'')};
    ++m_at;
    if (at(0) == u'u' || at(0) == u'x') {
        const int digits = at(0) == u'u' ? 4 : 2;
        bool isHex = false;
        const ushort code = QStringView(m_query).mid(m_at + 1, digits).toUShort(&isHex, 16);
        text += QChar(code);
        m_at += digits;
        return isHex && m_at < m_query.size();
    }
    for (const auto &[letter, meaning] : known) {
        if (at(0) == letter) {
            text += QChar(meaning);
            return true;
        }
    }
    return false;
}

bool Lexer::readName()
{
    if (!m_tokens.empty() && m_tokens.back().is("|"_L1)) {
        for (const QLatin1StringView word : hyphened) {
            if (startsWith(word)) {
                m_at += word.size();
                add(KqlToken::Kind::Name);
                return true;
            }
        }
    }
    for (++m_at; isOfName(at(0)); ++m_at) { }
    const QString name = m_query.sliced(m_from, m_at - m_from);
    if (name == "in"_L1 && at(0) == u'~') {
        ++m_at;
    }
    const bool encloses = name == "datetime"_L1 || name == "dynamic"_L1 || name == "timespan"_L1 || name == "time"_L1
        || name == "guid"_L1;
    if (encloses && at(0) == u'(') {
        return readEnclosed(name);
    }
    if (name == "true"_L1 || name == "false"_L1) {
        add(KqlToken::Kind::Literal, KqlValue::boolean(name == "true"_L1));
    } else {
        add(KqlToken::Kind::Name);
    }
    return true;
}

// What stands between the parentheses is a text of its own, quoted or not: datetime(2026-06-01T10:00:00.1234567Z),
// dynamic(["a", "b"]).
bool Lexer::readEnclosed(const QString &name)
{
    qsizetype end = m_at + 1;
    QChar quote;
    for (int depth = 1; end < m_query.size(); ++end) {
        const QChar c = m_query.at(end);
        if (!quote.isNull()) {
            quote = c == quote && m_query.at(end - 1) != u'\\' ? QChar() : quote;
        } else if (isQuote(c)) {
            quote = c;
        } else if (c == u'(' || c == u')') {
            depth += c == u'(' ? 1 : -1;
            if (depth == 0) {
                break;
            }
        }
    }
    if (end >= m_query.size()) {
        return false;
    }
    QString text = m_query.sliced(m_at + 1, end - m_at - 1).trimmed();
    m_at = end + 1;
    const bool null = text == "null"_L1;
    if (name == "dynamic"_L1) {
        QJsonDocument list = QJsonDocument::fromJson(QString(u'[' + text + u']').toUtf8());
        if (list.isNull()) { // Kusto takes single quotes as well
            text.replace(u'\'', u'"');
            list = QJsonDocument::fromJson(QString(u'[' + text + u']').toUtf8());
        }
        add(KqlToken::Kind::Literal, null ? KqlValue::absent(KqlType::Dynamic) : KqlValue::dynamic(text));
        return !list.isNull();
    }
    text.remove(u'"').remove(u'\'');
    if (name == "guid"_L1) {
        add(KqlToken::Kind::Literal, KqlValue::text(text));
        return true;
    }
    const bool isTime = name == "datetime"_L1;
    const std::optional<Ticks> ticks = isTime ? parseStamp(text) : parseSpan(text);
    KqlValue value = isTime ? KqlValue::time(ticks.value_or(0)) : KqlValue::span(ticks.value_or(0));
    value.null = null;
    add(KqlToken::Kind::Literal, value);
    return ticks.has_value() || null;
}

bool Lexer::readNumber()
{
    while (at(0).isDigit() || (at(0) == u'.' && at(1).isDigit())) {
        ++m_at;
    }
    const QString digits = m_query.sliced(m_from, m_at - m_from);
    while (at(0).isLetter()) {
        ++m_at;
    }
    const QString whole = m_query.sliced(m_from, m_at - m_from);
    if (const auto span = whole.size() > digits.size() ? parseSpan(whole) : std::nullopt) {
        add(KqlToken::Kind::Literal, KqlValue::span(*span));
        return true;
    }
    bool isNumber = false;
    const qint64 number = whole.toLongLong(&isNumber);
    if (isNumber) {
        add(KqlToken::Kind::Literal, KqlValue::wide(number));
        return true;
    }
    const double real = whole.toDouble(&isNumber);
    add(KqlToken::Kind::Literal, {.type = KqlType::Real, .real = real});
    return isNumber;
}

bool Lexer::readSign()
{
    for (const QLatin1StringView word : negatable) {
        if (at(0) == u'!' && QStringView(m_query).sliced(m_at + 1).startsWith(word) && !isOfName(at(1 + word.size()))) {
            m_at += 1 + word.size();
            add(KqlToken::Kind::Sign);
            return true;
        }
    }
    for (const QLatin1StringView sign : signs) {
        if (startsWith(sign)) {
            m_at += sign.size();
            add(KqlToken::Kind::Sign);
            return true;
        }
    }
    return false;
}

void Lexer::add(KqlToken::Kind kind, const KqlValue &value)
{
    m_tokens.push_back({kind, m_query.sliced(m_from, m_at - m_from), value, m_line, static_cast<int>(m_from - m_lineStart) + 1});
}

} // namespace

Result<std::vector<KqlToken>> readKqlTokens(const QString &query)
{
    return Lexer(query).read();
}

QString kqlSyntaxError(const QString &near, int line, int column)
{
    return u"Syntax error: Query could not be parsed at '%1' on line [%2,%3]. Fix syntax errors in your query."_s.arg(near).arg(line).arg(column);
}

} // namespace simulator
