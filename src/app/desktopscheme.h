// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether the desktop is light or dark, and when that changes, asked of its settings portal (org.freedesktop.portal.Settings,
// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html). Qt has a call of its own from
// 6.5 on; this is the one way for all versions. Nothing waits: a desktop without a portal simply never says anything.
// Main thread.

#include "widgets/theme.h"

#include <QDBusConnection>
#include <QObject>

#include <optional>

namespace app {

class PortalSettings;

class DesktopScheme final : public QObject
{
    Q_OBJECT
public:
    explicit DesktopScheme(const QDBusConnection &bus, QObject *parent = nullptr);
    ~DesktopScheme() override;

    [[nodiscard]] std::optional<widgets::Scheme> scheme() const { return m_scheme; } // nothing: not told

Q_SIGNALS:
    void changed();
    void answered(); // the first question is over, with or without a scheme

private:
    void ask();
    void take(QVariant preference);

    PortalSettings *m_portal;
    std::optional<widgets::Scheme> m_scheme;
};

} // namespace app
