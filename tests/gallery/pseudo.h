// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A language that nobody speaks, made from the sources when a test runs: every letter is another one, every text a third
// longer and in brackets. What a page shows in plain letters is then either data or was forgotten. Main thread.

#include <QSet>
#include <QTranslator>

namespace gallery {

class PseudoLanguage final : public QTranslator
{
    Q_OBJECT
public:
    enum class Letters { Accented, Hebrew }; // the latter read from right to left

    explicit PseudoLanguage(Letters letters, QObject *parent = nullptr);

    [[nodiscard]] QString fault() const { return m_fault; } // why the sources could not be read
    [[nodiscard]] bool isEmpty() const override { return m_texts.isEmpty(); }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *comment, int n) const override;
    [[nodiscard]] static QString pseudo(const QString &text, Letters letters);

private:
    Letters m_letters;
    QSet<QByteArray> m_texts; // that a translator would be given, with their contexts
    QString m_fault;
};

} // namespace gallery
