// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Corrupt files, full disks, unclean ends.

#include "samples.h"
#include "store/cachereader.h"
#include "store/deskstore.h"
#include "store/ledger.h"
#include "store/ledgerreader.h"
#include "support/faultgate.h"
#include "support/faultvfs.h"
#include "support/testmain.h"

#include <QDir>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace store;
using casemate::test::FaultGate;
using casemate::test::FaultVfs;
using samples::minute;
using S = DecisionState;

class Damages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDamagedCacheIsPutAsideAndBegunAnew_data();
    void aDamagedCacheIsPutAsideAndBegunAnew();
    void archivedIncidentsAreSalvaged();
    void aReaderFollowsTheReplacedFile();
    void anUncleanEndIsChecked();
    void aCleanEndIsNotChecked();
    void aDamagedPageIsFoundAfterAnUncleanEnd();
    void aDamagedLedgerIsLeftAsItIs_data();
    void aDamagedLedgerIsLeftAsItIs();
    void aDamagedDeskIsBegunAnew();
    void aFullDiskLosesNothing();
    void aFullDiskAtOpeningIsOneClearError();
    void aFailedSyncIsFatalForTheConnection();
    void aKilledWriterLeavesAWholeCache();

private:
    static void scribble(const QString &path, qint64 at, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(at));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static QStringList putAside(const samples::Folder &folder, const QString &database)
    {
        return QDir(folder.path()).entryList({database + u".db.corrupt-????????T??????Z"_s}, QDir::Files);
    }
    static void damage(const QString &file, const QString &how)
    {
        const qint64 size = QFileInfo(file).size();
        if (how == u"header"_s)
            scribble(file, 0, "not a database at all");
        else if (how == u"random"_s)
            scribble(file, 0, QByteArray(int(size), 'r'));
        else if (how == u"schema"_s)
            scribble(file, 100, QByteArray(300, '\x55'));
        else if (how == u"cut"_s)
            QVERIFY(QFile::resize(file, size / 2));
        else if (how == u"stranger"_s)
            CHANGE(file, "PRAGMA application_id=7");
        else if (how == u"trigger"_s)
            CHANGE(file, "CREATE TRIGGER t AFTER INSERT ON identity BEGIN SELECT 1; END");
        else
            QFAIL("unknown damage");
    }
    samples::StillClock m_clock;
};

void Damages::aDamagedCacheIsPutAsideAndBegunAnew_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"header", "random", "schema", "cut", "stranger", "trigger"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void Damages::aDamagedCacheIsPutAsideAndBegunAnew()
{
    QFETCH(const QString, how);
    samples::Folder folder;
    samples::Book book;
    const auto incident = book.enter(samples::incident(u"29"_s, minute(1)));
    {
        const auto writer = CacheWriter::open(folder.path(), book);
        MUST((*writer)->apply({.incidents = {incident}, .watermark = minute(9)}));
    }
    damage(folder.file(u"cache.db"_s), how);
    QFile marker(folder.file(u"cache.unclean"_s)); // as the end must have been
    QVERIFY(marker.open(QIODevice::WriteOnly));
    marker.close();
    const auto writer = CacheWriter::open(folder.path(), book);
    MUST(writer);
    const QStringList aside = putAside(folder, u"cache"_s);
    QCOMPARE(aside.size(), 1);
    QCOMPARE((*writer)->opening().putAside, folder.file(aside.first()));
    QVERIFY(!(*writer)->feedState(Feed::Incidents)->watermark); // so that all is pulled again
    MUST((*writer)->apply({.incidents = {incident}}));
    QCOMPARE(CacheReader(folder.path(), book).queue()->size(), 1);
}

void Damages::archivedIncidentsAreSalvaged()
{
    samples::Folder folder;
    samples::Book book;
    Evidence waiting = samples::mailEvidence(u"m1"_s, u"megan@contoso.example"_s);
    waiting.created = minute(500);
    Alert alert = samples::alert(u"a1"_s, u"29"_s, minute(1));
    alert.evidence = {waiting};
    const auto old = book.enter(samples::incident(u"29"_s, minute(1)));
    const auto oldAlert = book.enter(alert);
    alert.id = {u"a2"_s};
    alert.incident = {u"30"_s};
    const auto youngAlert = book.enter(alert);
    {
        const auto writer = CacheWriter::open(folder.path(), book);
        Batch batch {.incidents = {old, book.enter(samples::incident(u"30"_s, minute(1)))}, .alerts = {oldAlert, youngAlert}, .seen = minute(3)};
        for (int i = 100; i < 400; ++i) // so that there is something to damage between
            batch.incidents.append(book.enter(samples::incident(QString::number(i), minute(1))));
        MUST((*writer)->apply(batch));
        MUST((*writer)->markArchived({{u"29"_s}}));
    }
    CHANGE(folder.file(u"cache.db"_s), "CREATE TABLE planted (x)"); // enough to be put aside
    auto writer = CacheWriter::open(folder.path(), book);
    MUST(writer);
    QCOMPARE((*writer)->opening().salvaged, 1);
    CacheReader reader(folder.path(), book);
    const auto rows = reader.queue();
    QCOMPARE(rows->size(), 1); // the server still has the others
    QVERIFY(rows->first().archived);
    QCOMPARE(*reader.receivedBytes({u"29"_s}), (ReceivedBytes {old.bytes, {oldAlert.bytes}}));
    MUST((*writer)->apply({.alerts = {youngAlert}, .seen = minute(800)}));
    QCOMPARE(reader.pendingActions()->first().firstSeen, minute(3)); // not when we saw it again
}

void Damages::aReaderFollowsTheReplacedFile()
{
    samples::Folder folder;
    samples::Book book;
    auto writer = CacheWriter::open(folder.path(), book);
    MUST((*writer)->apply({.incidents = {book.enter(samples::incident(u"29"_s, minute(1)))}}));
    CacheReader reader(folder.path(), book);
    QCOMPARE(reader.queue()->size(), 1);
    writer = Result<std::unique_ptr<CacheWriter>>(nullptr);
    QVERIFY(QFile::rename(folder.file(u"cache.db"_s), folder.file(u"gone"_s)));
    for (const QString &rest : {u"cache.db-wal"_s, u"cache.db-shm"_s})
        QFile::remove(folder.file(rest));
    QCOMPARE(reader.queue().error().kind, ErrorKind::NotFound);
    writer = CacheWriter::open(folder.path(), book);
    MUST(writer);
    QCOMPARE(reader.queue()->size(), 0);
}

void Damages::anUncleanEndIsChecked()
{
    samples::Folder folder;
    samples::Book book;
    FaultGate gate;
    {
        const auto writer = CacheWriter::open(folder.path(), book, {.gate = &gate});
        QVERIFY(QFile::exists(folder.file(u"cache.unclean"_s)));
        gate.dieAt(1);
        QVERIFY(!(*writer)->clearForFullPull());
    }
    gate.clear();
    QVERIFY(QFile::exists(folder.file(u"cache.unclean"_s)));
    const auto writer = CacheWriter::open(folder.path(), book);
    MUST(writer);
    QVERIFY((*writer)->opening().checked);
    QVERIFY((*writer)->opening().putAside.isEmpty());
}

void Damages::aCleanEndIsNotChecked()
{
    samples::Folder folder;
    samples::Book book;
    MUST(CacheWriter::open(folder.path(), book));
    QVERIFY(!QFile::exists(folder.file(u"cache.unclean"_s)));
    const auto writer = CacheWriter::open(folder.path(), book);
    QVERIFY(!(*writer)->opening().checked);
    QVERIFY(!(*writer)->opening().created);
}

// A page of rows that nobody has touched yet: only the check finds it.
void Damages::aDamagedPageIsFoundAfterAnUncleanEnd()
{
    samples::Folder folder;
    samples::Book book;
    {
        const auto writer = CacheWriter::open(folder.path(), book);
        Batch batch;
        for (int i = 0; i < 300; ++i)
            batch.incidents.append(book.enter(samples::incident(QString::number(i), minute(1))));
        MUST((*writer)->apply(batch));
    }
    const QString file = folder.file(u"cache.db"_s);
    const int page = samples::plainSql(file, "SELECT rootpage FROM sqlite_schema WHERE name = 'incident_bytes'").toInt();
    scribble(file, (page - 1) * 8192 + 8, QByteArray(200, '\xee'));
    MUST(CacheWriter::open(folder.path(), book));
    QVERIFY(putAside(folder, u"cache"_s).isEmpty()); // a clean end is trusted
    QFile marker(folder.file(u"cache.unclean"_s));
    QVERIFY(marker.open(QIODevice::WriteOnly));
    marker.close();
    MUST(CacheWriter::open(folder.path(), book));
    QCOMPARE(putAside(folder, u"cache"_s).size(), 1);
}

void Damages::aDamagedLedgerIsLeftAsItIs_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<bool>("readable");
    QTest::newRow("header") << u"header"_s << false;
    QTest::newRow("random") << u"random"_s << false;
    QTest::newRow("schema") << u"schema"_s << false;
    QTest::newRow("stranger") << u"stranger"_s << false;
    QTest::newRow("trigger") << u"trigger"_s << true;
    QTest::newRow("page") << u"page"_s << true;
}

void Damages::aDamagedLedgerIsLeftAsItIs()
{
    QFETCH(const QString, how);
    QFETCH(const bool, readable);
    samples::Folder folder;
    {
        const auto ledger = Ledger::open(folder.path(), m_clock);
        for (int i = 0; i < 30; ++i)
            MUST((*ledger)->record(samples::decision(u"d%1"_s.arg(i))));
    }
    const QString file = folder.file(u"ledger.db"_s);
    if (how == u"page"_s) {
        const int page = samples::plainSql(file, "SELECT rootpage FROM sqlite_schema WHERE name = 'decision_fact'").toInt();
        scribble(file, (page - 1) * 4096 + 8, QByteArray(200, '\xee'));
    } else {
        damage(file, how);
    }
    QFile raw(file);
    QVERIFY(raw.open(QIODevice::ReadOnly));
    const QByteArray before = raw.readAll();
    const auto ledger = Ledger::open(folder.path(), m_clock);
    QVERIFY(!ledger);
    QCOMPARE(ledger.error().kind, ErrorKind::StorageCorrupt);
    QVERIFY(!ledger.error().code.isEmpty());
    QVERIFY(raw.seek(0));
    QCOMPARE(raw.readAll(), before);
    QVERIFY(QDir(folder.path()).entryList({u"*corrupt*"_s}).isEmpty());
    LedgerReader reader(folder.path());
    const auto history = reader.history(100);
    QCOMPARE(history.hasValue(), readable);
    if (readable)
        QCOMPARE(history->size(), 30);
    else
        QCOMPARE(history.error().kind, ErrorKind::StorageCorrupt);
}

void Damages::aDamagedDeskIsBegunAnew()
{
    samples::Folder folder;
    MUST(DeskStore(folder.path()).saveDraft({u"29"_s}, u"text"_s));
    damage(folder.file(u"desk.db"_s), u"header"_s);
    DeskStore desk(folder.path());
    QCOMPARE(*desk.draft({u"29"_s}), QString());
    MUST(desk.saveDraft({u"29"_s}, u"anew"_s));
    QCOMPARE(putAside(folder, u"desk"_s).size(), 1);
}

// The disk is full at the i-th write, for every i, and stays so for a while.
void Damages::aFullDiskLosesNothing()
{
    samples::Book book;
    const Batch batch {.incidents = {book.enter(samples::incident(u"29"_s, minute(1)))}, .watermark = minute(9)};
    const auto other = book.enter(samples::incident(u"30"_s, minute(1)));
    int writes = 0;
    for (int nth = 0; nth == 0 || nth <= writes; ++nth) {
        FaultVfs vfs;
        samples::Folder folder;
        const Storage storage {.vfs = vfs.name()};
        const auto writer = CacheWriter::open(folder.path(), book, storage);
        MUST(writer);
        const auto ledger = Ledger::open(folder.path(), m_clock, storage);
        MUST(ledger);
        MUST((*writer)->apply({.incidents = {other}}));
        vfs.failAt(FaultVfs::Call::Write, nth, nth == 0 ? FaultVfs::Fault::None : FaultVfs::Fault::DiskFull);
        const auto applied = (*writer)->apply(batch);
        const auto recorded = (*ledger)->record(samples::decision(u"d"_s));
        if (nth == 0) {
            writes = vfs.writes();
            MUST(applied);
            MUST(recorded);
            continue;
        }
        QVERIFY(vfs.hasStruck());
        QVERIFY(!recorded);
        QCOMPARE(recorded.error().kind, ErrorKind::StorageFull);
        if (!applied)
            QCOMPARE(applied.error().kind, ErrorKind::StorageFull);
        CacheReader reader(folder.path(), book, storage);
        QCOMPARE(reader.queue()->size(), applied ? 2 : 1); // what is there can be read meanwhile
        QVERIFY((*ledger)->open()->isEmpty());
        vfs.clear(); // somebody made room
        MUST((*writer)->apply(batch));
        MUST((*ledger)->record(samples::decision(u"d"_s)));
        QCOMPARE(reader.queue()->size(), 2);
        QVERIFY(!LedgerReader(folder.path(), storage).verifyChain()->firstBad);
    }
    QVERIFY(writes > 4);
}

void Damages::aFullDiskAtOpeningIsOneClearError()
{
    samples::Book book;
    FaultVfs vfs;
    samples::Folder folder;
    vfs.failAt(FaultVfs::Call::Write, 1, FaultVfs::Fault::DiskFull);
    const auto writer = CacheWriter::open(folder.path(), book, {.vfs = vfs.name()});
    QVERIFY(!writer);
    QCOMPARE(writer.error().kind, ErrorKind::StorageFull);
    vfs.clear();
    MUST(CacheWriter::open(folder.path(), book, {.vfs = vfs.name()}));
}

void Damages::aFailedSyncIsFatalForTheConnection()
{
    samples::Folder folder;
    FaultVfs vfs;
    FaultGate gate;
    const auto ledger = Ledger::open(folder.path(), m_clock, {.vfs = vfs.name(), .gate = &gate});
    MUST(ledger);
    vfs.failAt(FaultVfs::Call::Sync, 1, FaultVfs::Fault::Error);
    const auto recorded = (*ledger)->record(samples::decision(u"d"_s));
    QVERIFY(!recorded);
    QCOMPARE(recorded.error().kind, ErrorKind::StorageFailed);
    vfs.clear();
    gate.failNext("PRAGMA quick_check", 11 /* SQLITE_CORRUPT */); // it asks the disk anew, and believes it
    QCOMPARE((*ledger)->record(samples::decision(u"e"_s)).error().kind, ErrorKind::StorageCorrupt);
    gate.clear();
    MUST((*ledger)->record(samples::decision(u"f"_s)));
    QVERIFY(!LedgerReader(folder.path()).verifyChain()->firstBad);
}

// A real process, really killed in the middle of a transaction.
void Damages::aKilledWriterLeavesAWholeCache()
{
    samples::Book book;
    const auto incident = book.enter(samples::incident(u"29"_s, minute(1)));
    class Killer final : public StatementGate
    {
    public:
        int before(const char *sql) override
        {
            if (isArmed && QByteArrayView(sql).startsWith("COMMIT"))
                ::kill(::getpid(), SIGKILL);
            return 0;
        }

        bool isArmed = false;
    };
    samples::Folder folder;
    MUST(CacheWriter::open(folder.path(), book));
    const pid_t child = fork();
    if (child == 0) {
        Killer killer;
        const auto writer = CacheWriter::open(folder.path(), book, {.gate = &killer});
        const bool first = writer && (*writer)->planWindows(Feed::Incidents, {{minute(0), minute(9)}}).hasValue();
        killer.isArmed = true;
        const bool second = first && (*writer)->apply({.incidents = {incident}, .drained = TimeWindow {minute(0), minute(9)}}).hasValue();
        ::_exit(second ? 0 : 1);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    const auto writer = CacheWriter::open(folder.path(), book);
    MUST(writer);
    QVERIFY((*writer)->opening().checked);
    QVERIFY((*writer)->opening().putAside.isEmpty());
    QCOMPARE((*writer)->feedState(Feed::Incidents)->open.size(), 1);
    QVERIFY(CacheReader(folder.path(), book).queue()->isEmpty());
}

CASEMATE_TEST(Damages)
#include "damages.moc"
