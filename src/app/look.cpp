// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "look.h"

#include "models/timetext.h"

#include <QApplication>

namespace app {

Look::Look(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_desktop(bus)
{
    connect(&m_desktop, &DesktopScheme::changed, this, &Look::paint);
}

void Look::apply(const Settings &settings)
{
    m_language.choose(settings.language);
    models::showUtc(settings.utc);
    m_choice = widgets::schemeChoice(settings.theme);
    paint();
}

bool Look::changesTexts(const Settings &before, const Settings &after)
{
    return before.language != after.language || before.utc != after.utc;
}

void Look::paint()
{
    const widgets::Scheme wanted = widgets::resolved(m_choice, m_desktop.scheme());
    widgets::applyTheme(*qApp, wanted);
}

} // namespace app
