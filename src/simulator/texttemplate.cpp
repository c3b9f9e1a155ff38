// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "texttemplate.h"

#include <algorithm>

namespace simulator {

namespace {

// U+E000 .. U+E3FF in UTF-8: EE 80..8F 80..BF
int holeAt(const QByteArray &text, qsizetype at)
{
    if (at + 2 >= text.size() || static_cast<uchar>(text[at]) != 0xee) {
        return -1;
    }
    const int high = static_cast<uchar>(text[at + 1]) & 0x3f;
    const int low = static_cast<uchar>(text[at + 2]) & 0x3f;
    const int number = (high << 6) + low;
    return number < TextTemplate::mostHoles ? number : -1;
}

} // namespace

TextTemplate::TextTemplate(const QByteArray &text)
{
    qsizetype from = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const int number = holeAt(text, at);
        if (number >= 0) {
            m_pieces.push_back({text.mid(from, at - from), number});
            at += 2;
            from = at + 1;
        }
    }
    m_pieces.push_back({text.mid(from), -1});
}

void appendEscaped(QByteArray &out, const QString &text)
{
    const bool isPlain = std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() >= 0x20 && c.unicode() < 0x80 && c != u'"' && c != u'\\';
    });
    if (isPlain) { // most of it: one pass, no copy
        const qsizetype at = out.size();
        out.resize(at + text.size());
        std::transform(text.begin(), text.end(), out.data() + at, [](QChar c) { return static_cast<char>(c.unicode()); });
        return;
    }
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<uchar>(c) < 0x20) {
            static constexpr char digits[] = "0123456789abcdef";
            out += "\\u00";
            out += digits[static_cast<uchar>(c) >> 4];
            out += digits[static_cast<uchar>(c) & 15U];
        } else {
            out += c;
        }
    }
}

} // namespace simulator
