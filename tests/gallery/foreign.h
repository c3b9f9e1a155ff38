// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every text that a window offers to a person, and which of them nobody could translate: shown while a pseudo language
// speaks, they are in plain letters and not among the data that the tests put in. GUI thread.

#include <QSet>
#include <QStringList>

class QWidget;

namespace gallery {

// Every string literal of the sources that make the tests' data, and the pieces of plain words in them.
class Data
{
public:
    Data();

    [[nodiscard]] bool holds(const QString &words) const; // a whole piece, or three words and more of one

private:
    QSet<QString> m_pieces;
    QString m_all;
};

[[nodiscard]] QStringList textsOf(const QWidget *root); // with the place of each in front: "page/label: text"
[[nodiscard]] QStringList untranslatedTexts(const QWidget *root, const Data &data);

} // namespace gallery
