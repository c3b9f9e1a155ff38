// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Start and memory. The subject is a process with the whole program behind its window (engine, databases, models, theme),
// over a tenant whose cache is filled and whose session is gone; the peer is a process with an empty QMainWindow.
#include "bench/child.h"
#include "bench/subjects.h"

#include "support/paths.h"

#include <QElapsedTimer>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int patience = 60'000; // milliseconds
constexpr int mostStarts = 7;

} // namespace

Child::Child(const World *world)
    : m_isOurs(world)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_home.path());
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.path());
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s); // nobody's keyring is opened
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const QString folder = casemate::test::programDir();
    if (world)
        m_process.start(folder + u"/casemate-bench"_s, {u"--window"_s, world->root});
    else
        m_process.start(folder + u"/casemate-bench-bare"_s, QStringList());
}

Child::~Child()
{
    if (m_isOurs)
        m_process.closeWriteChannel(); // its sign to end
    else
        m_process.kill();
    if (!m_process.waitForFinished(patience))
        giveUp(u"a window that was started does not end"_s);
}

// The number behind the word.
long Child::until(const QByteArray &word)
{
    const QByteArray beginning = word + ' ';
    while (!m_said.contains(beginning) || !m_said.endsWith('\n')) {
        if (!m_process.waitForReadyRead(patience))
            giveUp(u"a window that was started does not say \"%1\""_s.arg(QString::fromLatin1(word)));
        m_said += m_process.readAllStandardOutput();
    }
    const QByteArray rest = m_said.mid(m_said.indexOf(beginning) + beginning.size());
    return rest.left(rest.indexOf('\n')).toLong();
}

double Child::msecsToRows(const World *world)
{
    QElapsedTimer timer;
    timer.start();
    Child child(world);
    (void)child.until("rows");
    return double(timer.nsecsElapsed()) / 1e6;
}

double Child::settledMegabytes(const World *world)
{
    Child child(world);
    return double(child.until("settled")) / 1024;
}

QList<Comparison> measureStart(const Order &order, Worlds &worlds)
{
    QList<Comparison> all;
    for (const int size : order.sizes) {
        const World &world = worlds.of(size);
        all.append(compare({.name = u"start.%1"_s.arg(size),
                            .subject = u"start the program to painted rows, %1 incidents"_s.arg(size),
                            .peer = u"an empty QMainWindow, painted"_s,
                            .unit = u"ms"_s},
                           std::min(order.rounds, mostStarts), [&] { return Child::msecsToRows(&world); },
                           [] { return Child::msecsToRows(nullptr); }));
    }
    return all;
}

QList<Comparison> measureMemory(const Order &order, Worlds &worlds)
{
    QList<Comparison> all;
    for (const int size : order.sizes) {
        const World &world = worlds.of(size);
        all.append(compare({.name = u"memory.%1"_s.arg(size),
                            .subject = u"resident memory, everything read, %1 incidents"_s.arg(size),
                            .peer = u"an empty QMainWindow"_s,
                            .unit = u"MiB"_s},
                           std::min(order.rounds, mostStarts), [&] { return Child::settledMegabytes(&world); },
                           [] { return Child::settledMegabytes(nullptr); }));
    }
    return all;
}

} // namespace bench
