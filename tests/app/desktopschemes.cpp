// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktopscheme.h"
#include "app/look.h"

#include "support/testmain.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusVariant>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using app::DesktopScheme;
using widgets::Scheme;

namespace {

const QString portalName = u"org.freedesktop.portal.Desktop"_s;

// What the portal of a desktop says, with its names.
class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    uint preference = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key) // wraps twice, as the real one does
    {
        asked = group + u' ' + key;
        return QDBusVariant(QVariant::fromValue(QDBusVariant(preference)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

public:
    QString asked;
};

// A message bus of its own that starts no services.
class Bus
{
public:
    Bus()
    {
        QFile file(m_folder.filePath(u"bus.conf"_s));
        if (!file.open(QIODevice::WriteOnly))
            return;
        file.write("<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" "
                   "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"
                   "<busconfig><type>session</type><listen>unix:dir="
                   + QFile::encodeName(m_folder.path())
                   + "</listen><auth>EXTERNAL</auth><policy context=\"default\"><allow send_destination=\"*\"/>"
                     "<allow receive_sender=\"*\"/><allow own=\"*\"/></policy></busconfig>\n");
        file.close();
        m_daemon.start(u"dbus-daemon"_s, {u"--config-file"_s, file.fileName(), u"--print-address"_s, u"--nofork"_s});
        if (m_daemon.waitForStarted() && m_daemon.waitForReadyRead(10'000))
            m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
    ~Bus()
    {
        m_daemon.terminate();
        m_daemon.waitForFinished(10'000);
    }
    [[nodiscard]] QString address() const { return m_address; }

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
};

} // namespace

class DesktopSchemes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_bus = std::make_unique<Bus>();
        QVERIFY(!m_bus->address().isEmpty());
        QVERIFY(ours().isConnected() && theirs().isConnected());
    }
    void cleanup()
    {
        for (const QString &name : {u"ours"_s, u"theirs"_s})
            QDBusConnection::disconnectFromBus(name);
        m_bus.reset();
    }

    void whatThePortalSaysIsTaken_data();
    void whatThePortalSaysIsTaken();
    void aChangeIsFollowed();
    void theWindowIsPaintedAsTheDesktopIs();
    void withoutAPortalNothingIsSaid();
    void withoutABusNothingIsSaid();

private:
    QDBusConnection ours() const { return QDBusConnection::connectToBus(m_bus->address(), u"ours"_s); }
    QDBusConnection theirs() const { return QDBusConnection::connectToBus(m_bus->address(), u"theirs"_s); }
    [[nodiscard]] bool publish(Portal &portal) const
    {
        return theirs().registerObject(u"/org/freedesktop/portal/desktop"_s, &portal,
                                       QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals)
            && theirs().registerService(portalName);
    }

    std::unique_ptr<Bus> m_bus;
};

void DesktopSchemes::whatThePortalSaysIsTaken_data()
{
    QTest::addColumn<uint>("preference");
    QTest::addColumn<std::optional<Scheme>>("scheme");
    QTest::newRow("none") << 0U << std::optional<Scheme>();
    QTest::newRow("dark") << 1U << std::optional(Scheme::Dark);
    QTest::newRow("light") << 2U << std::optional(Scheme::Light);
    QTest::newRow("one of tomorrow") << 7U << std::optional<Scheme>();
}

void DesktopSchemes::whatThePortalSaysIsTaken()
{
    QFETCH(const uint, preference);
    QFETCH(const std::optional<Scheme>, scheme);
    Portal portal;
    portal.preference = preference;
    QVERIFY(publish(portal));
    DesktopScheme desktop(ours());
    QSignalSpy answered(&desktop, &DesktopScheme::answered);
    QTRY_COMPARE(answered.size(), 1);
    QCOMPARE(portal.asked, u"org.freedesktop.appearance color-scheme"_s);
    QCOMPARE(desktop.scheme(), scheme);
}

void DesktopSchemes::aChangeIsFollowed()
{
    Portal portal;
    QVERIFY(publish(portal));
    DesktopScheme desktop(ours());
    QSignalSpy answered(&desktop, &DesktopScheme::answered);
    QSignalSpy changed(&desktop, &DesktopScheme::changed);
    QTRY_COMPARE(answered.size(), 1);
    const auto tell = [&](const QString &group, const QString &key, uint preference) {
        Q_EMIT portal.SettingChanged(group, key, QDBusVariant(preference));
    };
    tell(u"org.freedesktop.appearance"_s, u"accent-color"_s, 1);
    tell(u"org.gnome.desktop.interface"_s, u"color-scheme"_s, 1);
    tell(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 1);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(desktop.scheme(), Scheme::Dark);
    tell(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 1);
    tell(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 0); // dark was switched off
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(desktop.scheme(), Scheme::Light);
}

void DesktopSchemes::theWindowIsPaintedAsTheDesktopIs()
{
    const auto painted = [] { return qApp->property("casemateScheme").toString(); };
    Portal portal;
    portal.preference = 1;
    QVERIFY(publish(portal));
    app::Look look(ours());
    look.apply({});
    QTRY_COMPARE(painted(), u"dark"_s);
    Q_EMIT portal.SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(2U));
    QTRY_COMPARE(painted(), u"light"_s);
    app::Settings own;
    own.theme = u"dark"_s; // a person's choice goes before the desktop's
    look.apply(own);
    QCOMPARE(painted(), u"dark"_s);
    Q_EMIT portal.SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(0U));
    look.apply({});
    QTRY_COMPARE(painted(), u"light"_s);
}

void DesktopSchemes::withoutAPortalNothingIsSaid()
{
    DesktopScheme desktop(ours());
    QSignalSpy answered(&desktop, &DesktopScheme::answered);
    QTRY_COMPARE(answered.size(), 1);
    QVERIFY(!desktop.scheme());
}

void DesktopSchemes::withoutABusNothingIsSaid()
{
    DesktopScheme desktop(QDBusConnection(u"there is none"_s));
    QSignalSpy answered(&desktop, &DesktopScheme::answered);
    QTRY_COMPARE(answered.size(), 1);
    QVERIFY(!desktop.scheme());
}

CASEMATE_TEST(DesktopSchemes)
#include "desktopschemes.moc"
