// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonsyntax.h"

#include <simdjson.h>

#include <algorithm>
#include <vector>

namespace remote {

namespace {

class Scanner
{
public:
    explicit Scanner(QByteArrayView bytes)
        : m_at(bytes.begin())
        , m_end(bytes.end())
    {
    }

    [[nodiscard]] JsonShape scan()
    {
        bool isComplete = document();
        skipBlanks();
        isComplete = isComplete && m_at == m_end;
        return {isComplete, m_depth};
    }

    // The next document; nothing at the end, or where there is none.
    [[nodiscard]] std::optional<QByteArrayView> next()
    {
        skipBlanks();
        const char *first = m_at;
        m_isBroken = m_at != m_end && !document();
        if (m_isBroken || first == m_end)
            return {};
        return QByteArrayView(first, m_at);
    }
    [[nodiscard]] bool isBroken() const { return m_isBroken; } // the last next() came upon something that is no document
    [[nodiscard]] const char *at() const { return m_at; }

private:
    bool document()
    {
        do {
            if (!value())
                return false;
            if (!closeWhatEnds())
                return false;
        } while (!m_open.empty());
        return true;
    }

    // Reads up to the next scalar or empty container; opens containers on its way.
    bool value()
    {
        for (;;) {
            skipBlanks();
            if (m_at == m_end)
                return false;
            const char c = *m_at;
            if (c != '{' && c != '[')
                return scalar(c);
            ++m_at;
            open(c == '{');
            skipBlanks();
            if (isNext(c == '{' ? '}' : ']'))
                return true; // closed by closeWhatEnds()
            if (c == '{' && !name())
                return false;
        }
    }

    // After a value: closes every container that ends here and stops before the next value.
    bool closeWhatEnds()
    {
        while (!m_open.empty()) {
            skipBlanks();
            if (m_at == m_end)
                return false;
            const bool isObject = m_open.back();
            if (isNext(isObject ? '}' : ']')) {
                ++m_at;
                m_open.pop_back();
                continue;
            }
            if (*m_at++ != ',')
                return false;
            if (!isObject)
                return true;
            skipBlanks();
            return name();
        }
        return true;
    }

    bool name()
    {
        if (!isNext('"') || !string())
            return false;
        skipBlanks();
        if (!isNext(':'))
            return false;
        ++m_at;
        return true;
    }

    bool scalar(char c)
    {
        switch (c) {
        case '"': return string();
        case 't': return literal("true");
        case 'f': return literal("false");
        case 'n': return literal("null");
        default: return number();
        }
    }

    bool literal(QByteArrayView word)
    {
        if (m_end - m_at < word.size() || QByteArrayView(m_at, word.size()) != word)
            return false;
        m_at += word.size();
        return true;
    }

    bool string()
    {
        for (++m_at; m_at != m_end; ++m_at) {
            const char c = *m_at;
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (static_cast<unsigned char>(c) < 0x20)
                return false;
            if (c == '\\' && !escape())
                return false;
        }
        return false;
    }

    bool escape() // leaves m_at on its last character
    {
        if (++m_at == m_end)
            return false;
        if (*m_at != 'u')
            return QByteArrayView("\"\\/bfnrt").contains(*m_at);
        for (int i = 0; i < 4; ++i) {
            if (++m_at == m_end || !isHexDigit(*m_at))
                return false;
        }
        return true;
    }

    bool number()
    {
        if (isNext('-'))
            ++m_at;
        if (isNext('0'))
            ++m_at;
        else if (!digits())
            return false;
        if (isNext('.')) {
            ++m_at;
            if (!digits())
                return false;
        }
        if (isNext('e') || isNext('E')) {
            ++m_at;
            if (isNext('+') || isNext('-'))
                ++m_at;
            return digits();
        }
        return true;
    }

    bool digits()
    {
        const char *first = m_at;
        while (m_at != m_end && *m_at >= '0' && *m_at <= '9')
            ++m_at;
        return m_at != first;
    }

    void open(bool isObject)
    {
        m_open.push_back(isObject);
        m_depth = std::max(m_depth, static_cast<qsizetype>(m_open.size()));
    }
    [[nodiscard]] bool isNext(char c) const { return m_at != m_end && *m_at == c; }
    void skipBlanks()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            ++m_at;
    }
    static bool isHexDigit(char c)
    {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    const char *m_at;
    const char *m_end;
    std::vector<bool> m_open; // true: an object
    qsizetype m_depth = 0;
    bool m_isBroken = false;
};

} // namespace

QByteArrayView withoutByteOrderMark(QByteArrayView bytes)
{
    return bytes.startsWith("\xef\xbb\xbf") ? bytes.sliced(3) : bytes;
}

JsonShape jsonShape(QByteArrayView bytes)
{
    const QByteArrayView text = withoutByteOrderMark(bytes);
    if (text.isEmpty() || !simdjson::validate_utf8(text.data(), static_cast<size_t>(text.size())))
        return {};
    return Scanner(text).scan();
}

JsonDocuments jsonDocuments(QByteArrayView bytes)
{
    JsonDocuments documents;
    if (!simdjson::validate_utf8(bytes.data(), static_cast<size_t>(bytes.size()))) {
        documents.brokenAt = 0;
        return documents;
    }
    Scanner scanner(bytes);
    while (const std::optional<QByteArrayView> document = scanner.next())
        documents.whole.append(*document);
    if (scanner.isBroken())
        documents.brokenAt = scanner.at() - bytes.data();
    return documents;
}

} // namespace remote
