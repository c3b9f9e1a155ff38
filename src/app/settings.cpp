// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace app {

namespace {

int within(const QSettings &settings, const QString &key, int least, int most, int otherwise)
{
    bool isNumber = false;
    const int value = settings.value(key).toInt(&isNumber);
    return isNumber && value >= least && value <= most ? value : otherwise;
}

} // namespace

Settings Settings::read()
{
    // Organisation and application name make Qt look in the person's file first and then in the system's.
    const QSettings file(QSettings::IniFormat, QSettings::UserScope, u"casemate"_s, u"casemate"_s);
    Settings s;
    s.undoHold = std::chrono::seconds(within(file, u"decisions/undoHoldSeconds"_s, 0, 300, 10));
    s.decisionLife = std::chrono::hours(within(file, u"decisions/lifeHours"_s, 1, 144, 8));
    s.pollEvery = std::chrono::seconds(within(file, u"sync/pollSeconds"_s, 15, 3600, 60));
    s.callsPerMinute = within(file, u"sync/callsPerMinute"_s, 10, 150, 100);
    s.firstSyncDays = within(file, u"sync/firstSyncDays"_s, 1, 365, 180);
    s.theme = file.value(u"view/theme"_s).toString();
    return s;
}

} // namespace app
