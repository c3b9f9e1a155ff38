// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktopscheme.h"

#include <QDBusAbstractInterface>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace app {

using widgets::Scheme;

namespace {

const QString appearance = u"org.freedesktop.appearance"_s;
const QString colorScheme = u"color-scheme"_s;

enum Preference : uint { None = 0, Dark = 1, Light = 2 };

} // namespace

// Its signal has the name and the arguments of the portal's, so that Qt connects one with the other.
class PortalSettings final : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    PortalSettings(const QDBusConnection &bus, QObject *parent)
        : QDBusAbstractInterface(u"org.freedesktop.portal.Desktop"_s, u"/org/freedesktop/portal/desktop"_s,
                                 "org.freedesktop.portal.Settings", bus, parent)
    {
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

DesktopScheme::DesktopScheme(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_portal(new PortalSettings(bus, this))
{
    connect(m_portal, &PortalSettings::SettingChanged, this,
            [this](const QString &group, const QString &key, const QDBusVariant &value) {
                if (group == appearance && key == colorScheme)
                    take(value.variant());
            });
    ask();
}

DesktopScheme::~DesktopScheme() = default;

void DesktopScheme::ask()
{
    if (!m_portal->connection().isConnected()) { // a call would never be answered
        QMetaObject::invokeMethod(this, &DesktopScheme::answered, Qt::QueuedConnection);
        return;
    }
    // Not ReadOne, which came with version 2 of the portal.
    auto *watcher = new QDBusPendingCallWatcher(m_portal->asyncCall(u"Read"_s, appearance, colorScheme), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            take(reply.value().variant());
        watcher->deleteLater();
        Q_EMIT answered();
    });
}

void DesktopScheme::take(QVariant preference)
{
    while (preference.metaType() == QMetaType::fromType<QDBusVariant>()) // Read wraps the value twice
        preference = preference.value<QDBusVariant>().variant();
    const uint told = preference.toUInt();
    std::optional<Scheme> scheme = m_scheme;
    if (told == Preference::Dark)
        scheme = Scheme::Dark;
    else if (told == Preference::Light || scheme)
        scheme = Scheme::Light; // "no preference" after a preference: dark was switched off
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    Q_EMIT changed();
}

} // namespace app

#include "desktopscheme.moc"
