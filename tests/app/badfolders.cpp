// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/programrun.h"

#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

// Root may read everything, so under root the program runs as somebody else.
QStringList asNobodySpecial()
{
    if (geteuid() != 0)
        return {};
    return {u"setpriv"_s, u"--reuid"_s, u"65534"_s, u"--clear-groups"_s};
}

} // namespace

// A folder for the data that cannot be used: closed, full, or in the hands of another process.
class BadFolders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void closed();
    void full();
    void ownedByAnotherProcess();
};

void BadFolders::closed()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    QVERIFY(run.signIn());
    QCOMPARE(run.run({u"sync"_s}).code, 0);
    const QString folder = run.home() + u"/data/casemate"_s;
    QVERIFY(QFileInfo::exists(folder));
    // The list of tenants may be read, the data may not.
    QVERIFY(QFile::setPermissions(run.home(), QFile::Permissions(0x7055)));
    QVERIFY(QFile::setPermissions(folder, {}));
    const Ended unreadable = run.run({u"incidents"_s}, asNobodySpecial());
    QCOMPARE(unreadable.code, 1);
    QVERIFY2(isOneClearLine(unreadable.err), unreadable.err.constData());
    QVERIFY2(unreadable.err.contains("access rights"), unreadable.err.constData());
    QVERIFY(QFile::setPermissions(folder, QFile::Permissions(0x7000)));
    QCOMPARE(run.run({u"incidents"_s, u"--json"_s}).json().array().size(), 60); // nothing lost
}

void BadFolders::full()
{
    ProgramRun run;
    QVERIFY(run.startTenant({u"--incidents"_s, u"400"_s}));
    const QString folder = run.home() + u"/small"_s;
    QVERIFY(QDir().mkpath(folder));
    // In a mount namespace of its own a small disk, made bigger at the end; every command in it, one after the other.
    const QString script = uR"(
        set -eu
        folder=$1; program=$2; cloud=$3
        mount -t tmpfs -o size=900k,mode=700 tmpfs "$folder"
        casemate() { "$program" "$@" --data-dir "$folder"; }
        casemate tenant add --cloud "$cloud" >&2
        casemate signin --browser 'curl -sLo /dev/null' >/dev/null 2>&1
        code=0; casemate sync 2>"$folder.full" >/dev/null || code=$?
        echo "$code"
        casemate incidents --json | grep -o '"id":' | wc -l
        mount -o remount,size=60m "$folder"
        code=0; casemate sync >/dev/null || code=$?
        echo "$code"
        casemate incidents --json | grep -o '"id":' | wc -l
    )"_s;
    QProcess shell;
    shell.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, run.home());
    shell.setProcessEnvironment(environment);
    QStringList words {u"--mount"_s, u"bash"_s, u"-c"_s, script, u"bash"_s, folder, ProgramRun::program(),
                       run.ready().value(u"cloud_file").toString()};
    if (geteuid() != 0) // root needs no user namespace, and has none in a chroot
        words.prepend(u"--map-root-user"_s);
    else if (QProcess::execute(u"unshare"_s, {u"--mount"_s, u"true"_s}) != 0) // whose root is no mount to be made private
        words = QStringList {u"--propagation"_s, u"unchanged"_s} + words;
    shell.start(u"unshare"_s, words);
    QVERIFY(shell.waitForFinished(120'000));
    const QList<QByteArray> lines = shell.readAllStandardOutput().trimmed().split('\n');
    QCOMPARE(shell.exitCode(), 0);
    QCOMPARE(lines.size(), 4);
    QFile said(folder + u".full"_s);
    QVERIFY(said.open(QIODevice::ReadOnly));
    const QByteArray error = said.readAll();
    QVERIFY2(lines.at(0) == "1", error.constData());
    QVERIFY2(isOneClearLine(error), error.constData());
    QVERIFY2(error.contains("disk is full"), error.constData());
    QVERIFY(lines.at(1).toInt() < 400); // what had room is there and can be read
    QCOMPARE(lines.at(2), QByteArray("0"));
    QCOMPARE(lines.at(3).toInt(), 400);
}

void BadFolders::ownedByAnotherProcess()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    QVERIFY(run.signIn());
    QCOMPARE(run.run({u"sync"_s}).code, 0);
    QFile lock(QFileInfo(run.cacheFile()).absolutePath() + u"/../owner/owner.lock"_s);
    QVERIFY(lock.open(QIODevice::ReadWrite));
    QCOMPARE(flock(lock.handle(), LOCK_EX | LOCK_NB), 0); // an owner that listens to nobody
    const Ended sync = run.run({u"sync"_s});
    QCOMPARE(sync.code, 5);
    QVERIFY2(isOneClearLine(sync.err), sync.err.constData());
    lock.close();
    QCOMPARE(run.run({u"sync"_s}).code, 0);
    QCOMPARE(run.run({u"incidents"_s, u"--json"_s}).json().array().size(), 60);
}

CASEMATE_TEST(BadFolders)
#include "badfolders.moc"
