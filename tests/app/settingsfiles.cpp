// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using app::Settings;

class SettingsFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whatIsWrittenIsRead();
    void anOrganisationSetsTheDefaults();
    void whatEqualsTheDefaultFollowsIt();
    void valuesOutOfRangeCountAsAbsent();
    void foreignKeysStay();
    void aFileThatCannotBeWrittenIsToldAndStays();

private:
    void write(const QString &scope, const QByteArray &content);
    [[nodiscard]] QString personsFile() const { return m_folder->filePath(u"person/casemate/casemate.ini"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SettingsFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->filePath(u"person"_s));
    QSettings::setPath(QSettings::IniFormat, QSettings::SystemScope, m_folder->filePath(u"organisation"_s));
}

void SettingsFiles::write(const QString &scope, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(m_folder->filePath(scope + u"/casemate"_s)));
    QFile file(m_folder->filePath(scope + u"/casemate/casemate.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

void SettingsFiles::whatIsWrittenIsRead()
{
    QCOMPARE(app::readSettings(), Settings());
    const Settings wanted {.undoHold = std::chrono::seconds(0), .decisionLife = std::chrono::hours(144), .pollEvery = std::chrono::seconds(15),
                           .callsPerMinute = 150, .firstSyncDays = 1, .theme = u"dark"_s, .language = u"de"_s, .utc = true};
    QVERIFY(app::writeSettings(wanted).hasValue());
    QCOMPARE(app::readSettings(), wanted);
    QVERIFY(app::writeSettings({}).hasValue());
    QCOMPARE(app::readSettings(), Settings());
}

void SettingsFiles::anOrganisationSetsTheDefaults()
{
    write(u"organisation"_s, "[decisions]\nundoHoldSeconds=30\n[view]\ntheme=dark\nlanguage=de\ntimeZone=utc\n");
    const Settings organisations = app::readSettings();
    QCOMPARE(organisations, app::defaultSettings());
    QCOMPARE(organisations.undoHold, std::chrono::seconds(30));
    QCOMPARE(organisations.theme, u"dark"_s);
    QVERIFY(organisations.utc);
    Settings own = organisations; // a person may think otherwise, also about what is built in
    own.undoHold = std::chrono::seconds(10);
    own.theme.clear();
    own.language.clear();
    own.utc = false;
    QVERIFY(app::writeSettings(own).hasValue());
    QCOMPARE(app::readSettings(), own);
    QCOMPARE(app::defaultSettings(), organisations);
}

void SettingsFiles::whatEqualsTheDefaultFollowsIt()
{
    Settings own;
    own.callsPerMinute = 50;
    QVERIFY(app::writeSettings(own).hasValue());
    write(u"organisation"_s, "[sync]\npollSeconds=300\ncallsPerMinute=80\n");
    QCOMPARE(app::readSettings().pollEvery, std::chrono::seconds(300));
    QCOMPARE(app::readSettings().callsPerMinute, 50);
}

void SettingsFiles::valuesOutOfRangeCountAsAbsent()
{
    write(u"person"_s, "[decisions]\nundoHoldSeconds=-1\nlifeHours=200\n[sync]\npollSeconds=often\ncallsPerMinute=0\nfirstSyncDays=366\n"
                       "[view]\ntheme=pink\nlanguage=xx\ntimeZone=Mars\n");
    QCOMPARE(app::readSettings(), Settings());
}

void SettingsFiles::foreignKeysStay()
{
    write(u"person"_s, "[other]\nkey=kept\n");
    Settings own;
    own.theme = u"light"_s;
    QVERIFY(app::writeSettings(own).hasValue());
    QCOMPARE(QSettings(personsFile(), QSettings::IniFormat).value(u"other/key"_s).toString(), u"kept"_s);
}

void SettingsFiles::aFileThatCannotBeWrittenIsToldAndStays()
{
    QVERIFY(QDir().mkpath(m_folder->filePath(u"person"_s)));
    QFile inTheWay(m_folder->filePath(u"person/casemate"_s)); // a file where the folder should be
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    Settings own;
    own.firstSyncDays = 3;
    const auto written = app::writeSettings(own);
    QVERIFY(!written.hasValue());
    QCOMPARE(written.error().kind, domain::ErrorKind::StorageUnreadable);
    QVERIFY(written.error().detail.contains(u"casemate.ini"_s));
}

CASEMATE_TEST(SettingsFiles)
#include "settingsfiles.moc"
