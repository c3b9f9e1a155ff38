// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The language of the window: our texts, Qt's own, and how numbers and dates are written. English is what the sources say.
// Texts that were made before a change stay as they are; whoever shows them makes them anew. Main thread.

#include "domain/error.h"

#include <QLocale>
#include <QObject>
#include <QTranslator>

namespace app {

class OurWords;

class Language final : public QObject
{
    Q_OBJECT
public:
    explicit Language(QObject *parent = nullptr);
    ~Language() override;

    void choose(const QString &setting); // of Settings::language
    [[nodiscard]] QString current() const { return m_current; } // "en", "de"

    [[nodiscard]] static QStringList translated(); // what there is beside English

private:
    OurWords *m_words; // child of the application, where InEnglish finds it
    QTranslator m_qtWords;
    QString m_current;
};

// While one lives, texts are made in English and numbers without separators: for the command line, which is answered by the
// window where that owns the tenant.
class InEnglish final
{
public:
    InEnglish();
    ~InEnglish();
    Q_DISABLE_COPY_MOVE(InEnglish)

private:
    OurWords *m_words;
    QLocale m_before;
};

[[nodiscard]] QString englishSentence(const domain::Error &error);

} // namespace app
