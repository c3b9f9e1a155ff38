// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"

#include "models/wording.h"
#include "support/testmain.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using app::InEnglish;
using app::Language;

namespace {

domain::Error full() { return domain::error(domain::ErrorKind::StorageFull, u"record a decision"_s); }

QString qtsCancel() { return QCoreApplication::translate("QPlatformTheme", "Cancel"); }

} // namespace

class Languages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void germanIsSpokenThroughout()
    {
        Language language;
        language.choose(u"de"_s);
        QCOMPARE(language.current(), u"de"_s);
        QCOMPARE(models::sentence(full()), u"Nicht gelungen ist: eine Entscheidung aufzeichnen. Grund: der Datenträger ist voll. "
                                            "Schaffen Sie Platz auf dem Datenträger; es ging nichts verloren."_s);
        QCOMPARE(models::mailCount(1), u"1 E-Mail"_s);
        QCOMPARE(models::mailCount(12'000), u"12.000 E-Mails"_s);
        QCOMPARE(qtsCancel(), u"Abbrechen"_s);
        language.choose(u"en"_s);
        QVERIFY(models::sentence(full()).startsWith(u"Could not record a decision: the disk is full"_s));
        QCOMPARE(models::mailCount(12'000), u"12,000 mails"_s);
        QCOMPARE(qtsCancel(), u"Cancel"_s);
    }

    void nothingIsLeftBehind()
    {
        {
            Language language;
            language.choose(u"de"_s);
        }
        QCOMPARE(models::mailCount(1), u"1 mail"_s);
    }

    void theCommandLineIsAnsweredInEnglish()
    {
        Language language;
        language.choose(u"de"_s);
        {
            const InEnglish english;
            QCOMPARE(models::mailCount(12'000), u"12000 mails"_s);
        }
        QVERIFY(app::englishSentence(full()).startsWith(u"Could not record a decision"_s));
        QCOMPARE(models::mailCount(12'000), u"12.000 E-Mails"_s);
        language.choose(u"en"_s);
        QVERIFY(app::englishSentence(full()).startsWith(u"Could not record a decision"_s));
    }

    void namesWithinWhatWasTriedStay()
    {
        Language language;
        language.choose(u"de"_s);
        const QString text = models::sentence(domain::error(domain::ErrorKind::NotFound, u"read incident 4821"_s));
        QVERIFY2(text.startsWith(u"Nicht gelungen ist: Vorfall 4821 lesen."_s), qPrintable(text));
        const QString unknown = models::sentence(domain::error(domain::ErrorKind::NotFound, u"do something new"_s));
        QVERIFY2(unknown.startsWith(u"Nicht gelungen ist: do something new."_s), qPrintable(unknown));
    }
};

CASEMATE_TEST(Languages)
#include "languages.moc"
