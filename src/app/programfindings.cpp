// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "programfindings.h"

#include "domain/settings.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QSettings>
#include <QSysInfo>
#include <QTimeZone>
#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace app {

using domain::Finding;
using domain::FindingCause;
using domain::Findings;
using domain::FindingState;
using domain::FindingSubject;

namespace {

Finding told(FindingSubject subject, const QString &value)
{
    Finding finding;
    finding.subject = subject;
    finding.value = value;
    return finding;
}

Finding qtFinding()
{
    Finding finding = told(FindingSubject::Qt, QString::fromLatin1(qVersion()));
    finding.detail = QString::fromLatin1(QT_VERSION_STR);
    const auto series = [](const QString &version) {
        const QVersionNumber number = QVersionNumber::fromString(version);
        return QVersionNumber(number.majorVersion(), number.minorVersion());
    };
    if (series(finding.value) != series(finding.detail)) {
        finding.state = FindingState::Note;
        finding.cause = FindingCause::Differs;
    }
    return finding;
}

// As the environment says: Qt works with UTF-8 whatever that is, the rest of the system does not.
QString environmentLocale()
{
    for (const char *name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        if (const QString value = qEnvironmentVariable(name); !value.isEmpty())
            return value;
    }
    return u"C"_s;
}

Finding localeFinding()
{
    const QString locale = environmentLocale();
    Finding finding = told(FindingSubject::Locale,
                           u"%1, %2, %3"_s.arg(QLocale::system().name(), locale, QString::fromLatin1(QTimeZone::systemTimeZoneId())));
    if (!locale.contains("UTF-8"_L1, Qt::CaseInsensitive) && !locale.contains("UTF8"_L1, Qt::CaseInsensitive)) {
        finding.state = FindingState::Note;
        finding.cause = FindingCause::NotUtf8;
    }
    return finding;
}

struct NumberSetting {
    QString key;
    domain::SettingLimits limits;
};

QList<NumberSetting> numberSettings()
{
    return {{u"decisions/undoHoldSeconds"_s, domain::undoHoldLimits},
            {u"decisions/lifeHours"_s, domain::decisionLifeLimits},
            {u"sync/pollSeconds"_s, domain::pollLimits},
            {u"sync/callsPerMinute"_s, domain::callLimits},
            {u"sync/firstSyncDays"_s, domain::firstSyncLimits}};
}

struct WordSetting {
    QString key;
    QStringList words;
};

QList<WordSetting> wordSettings()
{
    return {{u"view/theme"_s, {u"system"_s, u"light"_s, u"dark"_s}}, {u"view/timeZone"_s, {u"local"_s, u"utc"_s}}};
}

Finding refused(const QString &key, const QString &value, const QString &allowed)
{
    Finding finding = told(FindingSubject::SettingsValue, value);
    finding.state = FindingState::Note;
    finding.cause = FindingCause::OutOfRange;
    finding.about = key;
    finding.detail = allowed;
    return finding;
}

Finding fileFinding(const QSettings &settings)
{
    Finding finding = told(FindingSubject::SettingsFile, {});
    finding.about = settings.fileName();
    const QFileInfo file(finding.about);
    if (!file.exists()) {
        finding.cause = FindingCause::Absent;
    } else if (!file.isReadable() || settings.status() != QSettings::NoError) {
        finding.state = FindingState::Bad;
        finding.cause = FindingCause::Unreadable;
    }
    return finding;
}

} // namespace

Findings programFindings()
{
    Findings findings {told(FindingSubject::Casemate, QCoreApplication::applicationVersion()), qtFinding(),
                       told(FindingSubject::System, u"%1, %2 %3"_s.arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(), QSysInfo::kernelVersion())),
                       localeFinding()};
    if (qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        findings.append(told(FindingSubject::Screen, QGuiApplication::platformName()));
    return findings;
}

Findings settingsFindings()
{
    const QSettings settings(QSettings::IniFormat, QSettings::UserScope, u"casemate"_s, u"casemate"_s);
    Findings findings {fileFinding(settings)};
    for (const NumberSetting &each : numberSettings()) {
        const QString value = settings.value(each.key).toString();
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        const bool counts = isNumber && number >= each.limits.least && number <= each.limits.most;
        if (settings.contains(each.key) && !counts)
            findings.append(refused(each.key, value, u"%1–%2"_s.arg(each.limits.least).arg(each.limits.most)));
    }
    for (const WordSetting &each : wordSettings()) {
        const QString value = settings.value(each.key).toString();
        if (settings.contains(each.key) && !each.words.contains(value))
            findings.append(refused(each.key, value, each.words.join(u", "_s)));
    }
    return findings;
}

} // namespace app
