// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "language.h"

#include "models/wording.h"

#include <QCoreApplication>
#include <QLibraryInfo>

using namespace Qt::StringLiterals;

namespace app {

class OurWords final : public QTranslator
{
    Q_OBJECT
public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char *context, const char *text, const char *comment, int n) const override
    {
        return isSilent ? QString() : QTranslator::translate(context, text, comment, n);
    }

    bool isSilent = false;
};

namespace {

// The first language of the person's list that we speak.
QString systemsLanguage()
{
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString &each : wanted) {
        const QString code = each.section(u'-', 0, 0).section(u'_', 0, 0);
        if (code == "en"_L1 || code == "C"_L1 || Language::translated().contains(code))
            return code == "C"_L1 ? u"en"_s : code;
    }
    return u"en"_s;
}

} // namespace

Language::Language(QObject *parent)
    : QObject(parent)
    , m_words(new OurWords(QCoreApplication::instance()))
{
}

Language::~Language()
{
    QCoreApplication::removeTranslator(m_words);
    QCoreApplication::removeTranslator(&m_qtWords);
    delete m_words;
}

QStringList Language::translated() { return {u"de"_s}; }

void Language::choose(const QString &setting)
{
    const QString language = setting.isEmpty() ? systemsLanguage() : setting;
    // The person's region says how a date is written, as long as its language is the one that is read.
    const QLocale system = QLocale::system();
    const QLocale chosen(language);
    QLocale::setDefault(setting.isEmpty() || system.language() == chosen.language() ? system : chosen);
    if (language == m_current)
        return;
    m_current = language;
    QCoreApplication::removeTranslator(m_words);
    QCoreApplication::removeTranslator(&m_qtWords);
    if (!translated().contains(language))
        return;
    if (m_qtWords.load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtWords);
    if (m_words->load(u":/casemate/translations/casemate_"_s + language))
        QCoreApplication::installTranslator(m_words);
}

InEnglish::InEnglish()
    : m_words(QCoreApplication::instance()->findChild<OurWords *>())
{
    if (m_words)
        m_words->isSilent = true;
    QLocale::setDefault(QLocale::c());
}

InEnglish::~InEnglish()
{
    if (m_words)
        m_words->isSilent = false;
    QLocale::setDefault(m_before);
}

QString englishSentence(const domain::Error &error)
{
    const InEnglish english;
    return models::sentence(error);
}

} // namespace app

#include "language.moc"
