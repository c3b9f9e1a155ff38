// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace app {

namespace {

using domain::SettingLimits;

// Organisation and application name make Qt look in the person's file first and then in the system's.
QSettings::Scope scopeOf(bool systemOnly) { return systemOnly ? QSettings::SystemScope : QSettings::UserScope; }

int within(const QSettings &file, const QString &key, const SettingLimits &limits, int otherwise)
{
    bool isNumber = false;
    const int value = file.value(key).toInt(&isNumber);
    return isNumber && value >= limits.least && value <= limits.most ? value : otherwise;
}

QString oneOf(const QSettings &file, const QString &key, const QStringList &words)
{
    const QString word = file.value(key).toString();
    return words.contains(word) ? word : QString();
}

Settings readScope(bool systemOnly)
{
    const QSettings file(QSettings::IniFormat, scopeOf(systemOnly), u"casemate"_s, u"casemate"_s);
    Settings s;
    s.undoHold = std::chrono::seconds(within(file, u"decisions/undoHoldSeconds"_s, domain::undoHoldLimits, 10));
    s.decisionLife = std::chrono::hours(within(file, u"decisions/lifeHours"_s, domain::decisionLifeLimits, 8));
    s.pollEvery = std::chrono::seconds(within(file, u"sync/pollSeconds"_s, domain::pollLimits, 60));
    s.callsPerMinute = within(file, u"sync/callsPerMinute"_s, domain::callLimits, 100);
    s.firstSyncDays = within(file, u"sync/firstSyncDays"_s, domain::firstSyncLimits, 180);
    s.theme = oneOf(file, u"view/theme"_s, {u"light"_s, u"dark"_s});
    s.language = oneOf(file, u"view/language"_s, {u"en"_s, u"de"_s});
    s.utc = file.value(u"view/timeZone"_s).toString() == "utc"_L1;
    return s;
}

QList<std::pair<QString, QString>> entries(const Settings &s)
{
    // What stands for "as the desktop" must differ from absent, for a person whose organisation says otherwise.
    const auto orSystem = [](const QString &word) { return word.isEmpty() ? u"system"_s : word; };
    return {{u"decisions/undoHoldSeconds"_s, QString::number(s.undoHold.count())},
            {u"decisions/lifeHours"_s, QString::number(s.decisionLife.count())},
            {u"sync/pollSeconds"_s, QString::number(s.pollEvery.count())},
            {u"sync/callsPerMinute"_s, QString::number(s.callsPerMinute)},
            {u"sync/firstSyncDays"_s, QString::number(s.firstSyncDays)},
            {u"view/theme"_s, orSystem(s.theme)},
            {u"view/language"_s, orSystem(s.language)},
            {u"view/timeZone"_s, s.utc ? u"utc"_s : u"local"_s}};
}

} // namespace

Settings readSettings() { return readScope(false); }

Settings defaultSettings() { return readScope(true); }

domain::Result<domain::Done> writeSettings(const Settings &settings)
{
    QSettings file(QSettings::IniFormat, QSettings::UserScope, u"casemate"_s, u"casemate"_s);
    const auto wanted = entries(settings);
    const auto otherwise = entries(defaultSettings());
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted.at(i) == otherwise.at(i))
            file.remove(wanted.at(i).first);
        else
            file.setValue(wanted.at(i).first, wanted.at(i).second);
    }
    file.sync();
    if (file.status() == QSettings::NoError)
        return domain::Done {};
    return domain::error(domain::ErrorKind::StorageUnreadable, u"save the settings"_s, file.fileName());
}

} // namespace app
