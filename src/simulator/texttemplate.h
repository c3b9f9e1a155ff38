// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A JSON text with numbered holes, cut up once and written many times: how the evidence of a hundred thousand incidents is
// produced at the speed of copying. A hole is one character of the private use area inside a string value.
// A value; used in the tenant thread.

#include <QByteArray>
#include <QChar>
#include <QString>

#include <vector>

namespace simulator {

class TextTemplate {
public:
    static constexpr int mostHoles = 1024;

    [[nodiscard]] static QString hole(int number) { return {QChar(static_cast<char16_t>(0xe000 + number))}; }

    TextTemplate() = default;
    explicit TextTemplate(const QByteArray &text);

    // fill(out, number) appends what belongs into the hole, already escaped.
    template<typename Fill>
    void write(QByteArray &out, Fill fill) const
    {
        for (const Piece &piece : m_pieces) {
            out += piece.text;
            if (piece.hole >= 0) {
                fill(out, piece.hole);
            }
        }
    }

private:
    struct Piece {
        QByteArray text;
        int hole = -1; // after the text
    };
    std::vector<Piece> m_pieces;
};

void appendEscaped(QByteArray &out, const QString &text); // as the inside of a JSON string

} // namespace simulator
