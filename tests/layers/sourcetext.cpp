// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/sourcetext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace layers {

namespace {

// Walks over the text once. `m_code` and `m_literals` grow together, so that both keep the line breaks.
class Scanner
{
public:
    explicit Scanner(const QString &text)
        : m_text(text)
    {
    }

    SourceText scan()
    {
        while (m_at < m_text.size())
            step();
        SourceText result {m_code.split(u'\n'), m_literals.split(u'\n'), {}};
        collectIncludes(result);
        return result;
    }

private:
    [[nodiscard]] bool sees(QLatin1StringView word) const { return QStringView(m_text).mid(m_at).startsWith(word); }

    void step()
    {
        if (sees("//"_L1))
            skipUntil("\n"_L1, 0);
        else if (sees("/*"_L1))
            skipUntil("*/"_L1, 2);
        else if (sees("R\""_L1) && !m_code.endsWith(u'_'))
            takeRawString();
        else if (m_text.at(m_at) == u'"')
            takeQuoted(u'"', true);
        else if (m_text.at(m_at) == u'\'' && !isDigitSeparator())
            takeQuoted(u'\'', false);
        else
            takeCode();
    }

    // 1'000'000
    [[nodiscard]] bool isDigitSeparator() const
    {
        return m_at > 0 && m_text.at(m_at - 1).isLetterOrNumber() && m_at + 1 < m_text.size()
            && m_text.at(m_at + 1).isLetterOrNumber() && m_text.at(m_at - 1) != u'u' && m_text.at(m_at - 1) != u'L';
    }

    void newLine()
    {
        m_code += u'\n';
        m_literals += u'\n';
    }

    void takeCode()
    {
        const QChar c = m_text.at(m_at++);
        if (c == u'\n')
            newLine();
        else
            m_code += c;
    }

    void skipUntil(QLatin1StringView end, qsizetype also)
    {
        const qsizetype found = m_text.indexOf(end, m_at + (also > 0 ? 2 : 0));
        const qsizetype stop = found < 0 ? m_text.size() : found + also;
        for (; m_at < stop; ++m_at) {
            if (m_text.at(m_at) == u'\n')
                newLine();
        }
        m_code += u' ';
    }

    void takeLiteral(qsizetype stop, bool keep)
    {
        for (; m_at < stop; ++m_at) {
            if (m_text.at(m_at) == u'\n')
                newLine();
            else if (keep)
                m_literals += m_text.at(m_at);
        }
    }

    void takeRawString()
    {
        const qsizetype open = m_text.indexOf(u'(', m_at);
        const QString end = u')' + m_text.mid(m_at + 2, open - m_at - 2) + u'"';
        const qsizetype found = open < 0 ? -1 : m_text.indexOf(end, open);
        m_code += "\"\""_L1;
        if (found < 0) {
            m_at = m_text.size();
            return;
        }
        m_at = open + 1;
        takeLiteral(found, true);
        m_at = found + end.size();
    }

    void takeQuoted(QChar quote, bool keep)
    {
        qsizetype stop = m_at + 1;
        while (stop < m_text.size() && m_text.at(stop) != quote && m_text.at(stop) != u'\n')
            stop += m_text.at(stop) == u'\\' ? 2 : 1;
        m_code += quote;
        m_code += quote;
        ++m_at;
        takeLiteral(qMin(stop, m_text.size()), keep);
        m_literals += u' ';
        if (m_at < m_text.size() && m_text.at(m_at) == quote)
            ++m_at;
    }

    // An include in quotes has lost its name to the literals, so the name comes from there.
    static void collectIncludes(SourceText &result)
    {
        static const QRegularExpression directive(u"^\\s*#\\s*include\\s*(?:<([^>]+)>|(\"\"))"_s);
        for (qsizetype i = 0; i < result.code.size(); ++i) {
            const QRegularExpressionMatch match = directive.match(result.code.at(i));
            if (!match.hasMatch())
                continue;
            const bool quoted = match.capturedLength(2) > 0;
            const QString header = quoted ? result.literals.at(i).trimmed() : match.captured(1).trimmed();
            result.includes.append({int(i) + 1, header, quoted});
            result.literals[i].clear();
        }
    }

    const QString &m_text;
    qsizetype m_at = 0;
    QString m_code;
    QString m_literals;
};

} // namespace

SourceText readSource(const QString &text)
{
    return Scanner(text).scan();
}

} // namespace layers
