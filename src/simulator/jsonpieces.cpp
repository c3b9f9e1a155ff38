// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/jsonpieces.h"

namespace simulator {

namespace {

// Walks over one JSON text and cuts it at the commas and colons of its outermost level.
class Pieces
{
public:
    explicit Pieces(const QByteArray &text)
        : m_text(text.trimmed())
        , m_at(1) // behind the outermost bracket
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size() - 1; }

    QByteArray next(char separator)
    {
        const qsizetype from = m_at;
        for (int depth = 0; !atEnd(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"')
                skipString();
            else if (c == '{' || c == '[')
                ++depth;
            else if (c == '}' || c == ']')
                --depth;
            else if (depth == 0 && c == separator)
                break;
        }
        const QByteArray piece = m_text.sliced(from, m_at - from).trimmed();
        ++m_at;
        return piece;
    }

private:
    void skipString()
    {
        for (++m_at; !atEnd() && m_text[m_at] != '"'; ++m_at) {
            if (m_text[m_at] == '\\')
                ++m_at;
        }
    }

    QByteArray m_text;
    qsizetype m_at;
};

} // namespace

QList<QByteArray> arrayElements(const QByteArray &array)
{
    QList<QByteArray> elements;
    Pieces pieces(array);
    while (!pieces.atEnd()) {
        if (const QByteArray element = pieces.next(','); !element.isEmpty())
            elements.append(element);
    }
    return elements;
}

QByteArray memberText(const QByteArray &object, const QByteArray &name)
{
    Pieces pieces(object);
    while (!pieces.atEnd()) {
        const QByteArray key = pieces.next(':');
        const QByteArray value = pieces.next(',');
        if (key == '"' + name + '"')
            return value;
    }
    return {};
}

} // namespace simulator
