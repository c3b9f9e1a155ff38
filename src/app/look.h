// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the program looks and speaks, by the settings: theme, language, time zone. Follows the desktop when its theme changes.
// Main thread.

#include "desktopscheme.h"
#include "language.h"
#include "settings.h"

namespace app {

class Look final : public QObject
{
    Q_OBJECT
public:
    explicit Look(const QDBusConnection &bus, QObject *parent = nullptr);

    void apply(const Settings &settings);
    // Texts that stand in windows are the old ones then.
    [[nodiscard]] static bool changesTexts(const Settings &before, const Settings &after);

private:
    void paint();

    DesktopScheme m_desktop;
    Language m_language;
    widgets::SchemeChoice m_choice = widgets::SchemeChoice::System;
};

} // namespace app
