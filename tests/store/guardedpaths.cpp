// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "store/cachereader.h"
#include "store/datapaths.h"
#include "store/deskstore.h"
#include "store/guardedpath.h"
#include "store/ledger.h"
#include "support/testmain.h"

#include <QDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace store;

class GuardedPaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenantsHaveFoldersOfTheirOwn();
    void namesCannotLeaveTheRoot_data();
    void namesCannotLeaveTheRoot();
    void foldersAreMadePrivate();
    void openFoldersAreClosed();
    void strangeFoldersAreRefused_data();
    void strangeFoldersAreRefused();
    void anUnwritableRootIsOneClearError();
    void databasesAreReadByUsAlone();
    void openFilesAreClosed();
    void plantedFilesAreRefused_data();
    void plantedFilesAreRefused();
    void aFileOfAnotherTenantIsRefused();

private:
    static int mode(const QString &path)
    {
        struct stat status = {};
        return lstat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 0777) : -1;
    }
    static void change(const QString &path, int mode) { QCOMPARE(chmod(QFile::encodeName(path).constData(), mode_t(mode)), 0); }
};

void GuardedPaths::tenantsHaveFoldersOfTheirOwn()
{
    const DataPaths paths {u"/data"_s};
    QCOMPARE(paths.tenantFolder(u"Global"_s, u"ABC-1"_s, u"Oid"_s), u"/data/global/abc-1/oid"_s);
    QVERIFY(paths.tenantFolder(u"a"_s, u"b"_s, u"c"_s) != paths.tenantFolder(u"a"_s, u"b"_s, u"d"_s));
    QVERIFY(DataPaths::standard().root.endsWith(u"/casemate"_s));
    QCOMPARE(DataPaths::cacheFile(u"/x"_s), u"/x/cache.db"_s);
}

void GuardedPaths::namesCannotLeaveTheRoot_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"..", ".", "", "a/b", "../../etc", "a\\b", "a b", "%2e%2e", "\xe2\x80\xae", "~", "-rf"})
        QTest::addRow("'%s'", name) << QString::fromUtf8(name);
}

void GuardedPaths::namesCannotLeaveTheRoot()
{
    QFETCH(const QString, name);
    const QString folder = DataPaths {u"/data"_s}.tenantFolder(u"demo"_s, name, u"oid"_s);
    QCOMPARE(QDir::cleanPath(folder), folder);
    QCOMPARE(folder.count(u'/'), 4);
    QVERIFY(folder.startsWith(u"/data/demo/"_s) && folder.endsWith(u"/oid"_s));
}

void GuardedPaths::foldersAreMadePrivate()
{
    QTemporaryDir place;
    const DataPaths paths {place.path() + u"/share/casemate"_s};
    const auto folder = paths.prepareTenant(u"demo"_s, u"tenant"_s, u"oid"_s);
    MUST(folder);
    QCOMPARE(*folder, paths.tenantFolder(u"demo"_s, u"tenant"_s, u"oid"_s));
    for (QString each = *folder; each != place.path(); each = QFileInfo(each).path())
        QCOMPARE(mode(each), 0700);
    MUST(paths.prepareTenant(u"demo"_s, u"tenant"_s, u"oid"_s));
}

void GuardedPaths::openFoldersAreClosed()
{
    QTemporaryDir place;
    const DataPaths paths {place.path() + u"/casemate"_s};
    MUST(paths.prepareTenant(u"demo"_s, u"tenant"_s, u"oid"_s));
    const QString cloud = paths.root + u"/demo"_s;
    change(paths.root, 0775);
    change(cloud, 0755);
    MUST(paths.prepareTenant(u"demo"_s, u"tenant"_s, u"oid"_s));
    QCOMPARE(mode(paths.root), 0700);
    QCOMPARE(mode(cloud), 0700);
}

void GuardedPaths::strangeFoldersAreRefused_data()
{
    QTest::addColumn<QString>("planted");
    QTest::addColumn<QString>("code");
    QTest::newRow("link") << u"link"_s << u"symbolicLink"_s;
    QTest::newRow("dangling link") << u"dangling"_s << u"symbolicLink"_s;
    QTest::newRow("file") << u"file"_s << u"noDirectory"_s;
    QTest::newRow("world writable") << u"open"_s << u"worldWritable"_s;
    if (geteuid() == 0) // nobody else can give a folder away
        QTest::newRow("somebody else's") << u"other"_s << u"otherOwner"_s;
}

void GuardedPaths::strangeFoldersAreRefused()
{
    QFETCH(const QString, planted);
    QFETCH(const QString, code);
    for (const bool root : {true, false}) { // the root itself, or something below it
        QTemporaryDir place;
        const DataPaths paths {place.path() + u"/casemate"_s};
        if (!root)
            MUST(paths.prepare());
        const QString path = root ? paths.root : paths.root + u"/demo"_s;
        if (planted == u"link"_s) {
            QVERIFY(QDir().mkpath(place.path() + u"/elsewhere"_s));
            QVERIFY(QFile::link(place.path() + u"/elsewhere"_s, path));
        } else if (planted == u"dangling"_s) {
            QVERIFY(QFile::link(place.path() + u"/nowhere"_s, path));
        } else if (planted == u"file"_s) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
        } else {
            QVERIFY(QDir().mkpath(path));
            if (planted == u"open"_s)
                change(path, 0777);
            else
                QCOMPARE(chown(QFile::encodeName(path).constData(), 12345, 12345), 0);
        }
        const auto folder = paths.prepareTenant(u"demo"_s, u"tenant"_s, u"oid"_s);
        QVERIFY(!folder);
        QCOMPARE(folder.error().kind, ErrorKind::StorageUnreadable);
        QCOMPARE(folder.error().code, code);
        QVERIFY(folder.error().detail.contains(path));
    }
}

void GuardedPaths::anUnwritableRootIsOneClearError()
{
    // /proc takes no folder from anybody, root included
    const auto prepared = DataPaths {u"/proc/casemate"_s}.prepare();
    QVERIFY(!prepared);
    QVERIFY(prepared.error().detail.contains(u"/proc/casemate"_s));
    QVERIFY(prepared.error().kind == ErrorKind::StorageUnreadable || prepared.error().kind == ErrorKind::StorageFailed);
}

void GuardedPaths::databasesAreReadByUsAlone()
{
    samples::Folder folder;
    samples::Book book;
    samples::StillClock clock;
    const mode_t before = umask(0); // the worst that can be
    const auto writer = CacheWriter::open(folder.path(), book);
    const auto ledger = Ledger::open(folder.path(), clock);
    DeskStore desk(folder.path());
    const auto applied = writer ? (*writer)->apply({.incidents = {book.enter(samples::incident(u"29"_s, samples::minute(1)))}})
                                : Result<Applied>(writer.error());
    const auto drafted = desk.saveDraft({u"29"_s}, u"text"_s);
    umask(before);
    MUST(applied);
    MUST(ledger);
    MUST(drafted);
    const QStringList files = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
    QVERIFY(files.contains(u"cache.db-wal"_s) && files.contains(u"cache.db-shm"_s));
    QCOMPARE(files.size(), 12); // database, WAL, shared memory and marker of each
    for (const QString &file : files)
        QCOMPARE(mode(folder.file(file)), 0600);
}

void GuardedPaths::openFilesAreClosed()
{
    samples::Folder folder;
    samples::Book book;
    MUST(CacheWriter::open(folder.path(), book));
    change(folder.file(u"cache.db"_s), 0644);
    MUST(CacheReader(folder.path(), book).queue());
    QCOMPARE(mode(folder.file(u"cache.db"_s)), 0600);
}

void GuardedPaths::plantedFilesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("planted");
    QTest::addColumn<QString>("code");
    for (const QString &name : {u"cache.db"_s, u"cache.db-wal"_s, u"cache.db-shm"_s, u"cache.unclean"_s}) {
        QTest::addRow("link as %s", qPrintable(name)) << name << u"link"_s << u"symbolicLink"_s;
        QTest::addRow("hard link as %s", qPrintable(name)) << name << u"hard"_s << u"hardLink"_s;
        QTest::addRow("pipe as %s", qPrintable(name)) << name << u"pipe"_s << u"noFile"_s;
    }
}

void GuardedPaths::plantedFilesAreRefused()
{
    QFETCH(const QString, name);
    QFETCH(const QString, planted);
    QFETCH(const QString, code);
    samples::Folder folder;
    samples::Book book;
    const QString victim = folder.root() + u"/victim"_s;
    QFile file(victim);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const QByteArray path = QFile::encodeName(folder.file(name));
    if (planted == u"link"_s)
        QCOMPARE(symlink(QFile::encodeName(victim).constData(), path.constData()), 0);
    else if (planted == u"hard"_s)
        QCOMPARE(link(QFile::encodeName(victim).constData(), path.constData()), 0);
    else
        QCOMPARE(mkfifo(path.constData(), 0600), 0);
    const auto writer = CacheWriter::open(folder.path(), book);
    QVERIFY(!writer);
    QCOMPARE(writer.error().kind, ErrorKind::StorageUnreadable);
    QCOMPARE(writer.error().code, code);
    QCOMPARE(QFileInfo(victim).size(), 0);
}

void GuardedPaths::aFileOfAnotherTenantIsRefused()
{
    samples::Folder one;
    samples::Book book;
    samples::StillClock clock;
    MUST(Ledger::open(one.path(), clock));
    MUST(CacheWriter::open(one.path(), book));
    const DataPaths paths {one.root()};
    const auto other = paths.prepareTenant(u"demo"_s, u"other-tenant"_s, u"account"_s);
    MUST(other);
    for (const QString &name : {u"/ledger.db"_s, u"/cache.db"_s})
        QVERIFY(QFile::copy(one.path() + name, *other + name));
    for (const Error &error : {Ledger::open(*other, clock).error(), CacheWriter::open(*other, book).error(),
                               CacheReader(*other, book).queue().error()}) {
        QCOMPARE(error.kind, ErrorKind::StorageUnreadable);
        QCOMPARE(error.code, u"otherTenant"_s);
    }
    QVERIFY(QFile::exists(*other + u"/cache.db"_s)); // not taken for a damaged one
}

CASEMATE_TEST(GuardedPaths)
#include "guardedpaths.moc"
