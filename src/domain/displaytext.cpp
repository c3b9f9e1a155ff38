// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "displaytext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

constexpr int MostCombiningMarks = 8; // on one base; real writing needs four
constexpr qsizetype LongestLine = 1'000;
constexpr QChar FirstStrongIsolate(0x2068);
constexpr QChar PopDirectionalIsolate(0x2069);
constexpr QChar Ellipsis(0x2026);

// Invisible, though Unicode files them under letters, symbols or marks.
bool isBlankLetter(char32_t c)
{
    return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || (c >= 0x180B && c <= 0x180F)
        || c == 0x2800 || c == 0x3164 || c == 0xFFA0 || (c >= 0xE0000 && c <= 0xE0FFF);
}

bool isVariationSelector(char32_t c)
{
    return c >= 0xFE00 && c <= 0xFE0F;
}

bool isMark(QChar::Category category)
{
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_SpacingCombining
        || category == QChar::Mark_Enclosing;
}

// Everything that a reader cannot see, or that moves what he sees: controls, bidirectional and zero-width characters,
// line and paragraph separators, tags, private use, noncharacters, code points without a meaning, lone surrogates.
bool isHidden(char32_t c, QChar::Category category)
{
    switch (category) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return isBlankLetter(c);
    }
}

QString visibleMark(char32_t c)
{
    return u"<U+%1>"_s.arg(uint(c), 4, 16, QChar(u'0')).toUpper();
}

// Writes characters made visible, up to a cap, and never half a mark or half a pair.
class Writer
{
public:
    Writer(qsizetype cap, bool keepsLines)
        : m_cap(cap)
        , m_keepsLines(keepsLines)
    {
    }

    [[nodiscard]] QString write(QStringView raw)
    {
        m_out.reserve(std::min(raw.size(), m_cap) + 8);
        for (qsizetype i = 0; i < raw.size() && !m_full; ++i) {
            char32_t c = raw.at(i).unicode();
            const QChar next = i + 1 < raw.size() ? raw.at(i + 1) : QChar();
            if (m_keepsLines && c == u'\r' && next == u'\n')
                continue;
            if (raw.at(i).isHighSurrogate() && next.isLowSurrogate()) {
                c = QChar::surrogateToUcs4(raw.at(i), next);
                ++i;
            }
            take(c);
        }
        endMarks();
        if (m_full)
            m_out += Ellipsis;
        return std::move(m_out);
    }

private:
    void take(char32_t c)
    {
        const QChar::Category category = QChar::category(c);
        if (isMark(category) && m_base && !isBlankLetter(c)) {
            takeMark(c);
            return;
        }
        endMarks();
        if (m_keepsLines && (c == u'\n' || c == u'\r')) {
            put(u"\n"_s, false);
            m_lineLength = 0;
        } else if (m_keepsLines && c == u'\t') {
            put(u"    "_s, false);
        } else if (isHidden(c, category) || isMark(category)) {
            put(visibleMark(c), false);
        } else {
            put(QString::fromUcs4(&c, 1), true);
            m_isSymbol = category == QChar::Symbol_Other;
        }
    }

    void takeMark(char32_t c)
    {
        if (isVariationSelector(c) && !(m_isSymbol && c >= 0xFE0E)) {
            put(visibleMark(c), false);
            return;
        }
        if (++m_marks <= MostCombiningMarks)
            put(QString::fromUcs4(&c, 1), true);
    }

    // How many marks were left out is said in their place.
    void endMarks()
    {
        const int dropped = m_marks - MostCombiningMarks;
        m_marks = 0;
        if (dropped > 0)
            put(u"<+%1>"_s.arg(dropped), false);
    }

    void put(const QString &text, bool isBase)
    {
        m_base = isBase;
        m_isSymbol = false;
        if (m_full || m_out.size() + text.size() > m_cap) {
            m_full = true;
            return;
        }
        if (m_keepsLines && m_lineLength + text.size() > LongestLine) {
            m_out += u'\n';
            m_lineLength = 0;
        }
        m_out += text;
        m_lineLength += text.size();
    }

    QString m_out;
    qsizetype m_cap;
    bool m_keepsLines;
    bool m_full = false;
    bool m_base = false; // a mark may sit on what was written last
    bool m_isSymbol = false; // which a variation selector may follow, as in emoji
    int m_marks = 0;
    qsizetype m_lineLength = 0;
};

// Most text needs nothing done, and the queue shows many lines of it.
bool isPlainAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

} // namespace

QString displayPlain(const Untrusted &text, qsizetype cap)
{
    const QString &raw = text.raw();
    if (raw.size() <= cap && isPlainAscii(raw))
        return raw;
    return Writer(cap, false).write(raw);
}

QString display(const Untrusted &text, qsizetype cap)
{
    if (text.isEmpty())
        return {};
    return FirstStrongIsolate + displayPlain(text, cap) + PopDirectionalIsolate;
}

QString displayLines(const Untrusted &text, qsizetype cap)
{
    return Writer(cap, true).write(text.raw());
}

} // namespace domain
