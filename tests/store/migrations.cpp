// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Old files, newer files, files that are not ours. For a new version N add tests/store/fixtures/<database>-v<N>.sql,
// written by the program of that version (see the head of those that are there); this test finds it by its name.

#include "samples.h"
#include "store/cachereader.h"
#include "store/deskstore.h"
#include "store/ledger.h"
#include "store/ledgerreader.h"
#include "store/opening.h"
#include "store/statement.h"
#include "support/faultgate.h"
#include "support/paths.h"
#include "support/testmain.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace store;
using casemate::test::FaultGate;

namespace {

QString fixtures()
{
    return casemate::test::sourceDir() + u"/tests/store/fixtures"_s;
}

Description described(const QString &database)
{
    if (database == u"cache"_s)
        return Description::cache();
    return database == u"desk"_s ? Description::desk() : Description::ledger();
}

int versionOf(const QString &file)
{
    return samples::plainSql(file, "PRAGMA user_version").toInt();
}

} // namespace

class Migrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVersionHasAFixture_data();
    void everyVersionHasAFixture();
    void oldFilesAreBroughtUp_data();
    void oldFilesAreBroughtUp();
    void theCacheKeepsItsRows();
    void theDeskKeepsItsDrafts();
    void theLedgerKeepsItsHistory();
    void newerFilesAreLeftAlone_data();
    void newerFilesAreLeftAlone();
    void aNewerFileIsReadAsFarAsItCanBe();
    void aStepIsTakenWholeOrNotAtAll();
    void aCopyOfAnOlderLedgerIsKept();
    void anOlderFileWaitsForAWriter();
    void plantedObjectsAreRefused_data();
    void plantedObjectsAreRefused();
    void settingsAreAsTheRulesSay();

private:
    // Each file of the fixtures is a row.
    static void fixtureRows()
    {
        QTest::addColumn<QString>("database");
        QTest::addColumn<QString>("sql");
        const QStringList files = QDir(fixtures()).entryList({u"*-v*.sql"_s}, QDir::Files);
        for (const QString &file : files)
            QTest::addRow("%s", qPrintable(file)) << file.section(u"-v"_s, 0, 0) << fixtures() + u'/' + file;
    }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void put(const samples::Folder &folder, const QString &database, const QString &fixture)
    {
        QCOMPARE(samples::plainSql(folder.file(database + u".db"_s), contents(fixture)), QString());
    }
    samples::StillClock m_clock;
    samples::Book m_book;
};

void Migrations::everyVersionHasAFixture_data()
{
    QTest::addColumn<QString>("database");
    for (const char *database : {"cache", "desk", "ledger"})
        QTest::newRow(database) << QString::fromLatin1(database);
}

void Migrations::everyVersionHasAFixture()
{
    QFETCH(const QString, database);
    for (int version = 1; version <= described(database).ladder.newest(); ++version) {
        const QString fixture = u"%1/%2-v%3.sql"_s.arg(fixtures(), database).arg(version);
        QVERIFY2(QFile::exists(fixture), qPrintable(fixture));
        samples::Folder folder;
        put(folder, database, fixture);
        QCOMPARE(versionOf(folder.file(database + u".db"_s)), version);
    }
}

void Migrations::oldFilesAreBroughtUp_data()
{
    fixtureRows();
}

void Migrations::oldFilesAreBroughtUp()
{
    QFETCH(const QString, database);
    QFETCH(const QString, sql);
    const Description description = described(database);
    samples::Folder folder;
    put(folder, database, sql);
    const auto opened = openForWriting(description, folder.path(), {});
    MUST(opened);
    QVERIFY(!opened->created);
    QCOMPARE(versionOf(description.file(folder.path())), description.ladder.newest());
    MUST(openForReading(description, folder.path(), {}, nullptr));
}

void Migrations::theCacheKeepsItsRows()
{
    const QStringList files = QDir(fixtures()).entryList({u"cache-v*.sql"_s}, QDir::Files);
    for (const QString &file : files) {
        samples::Folder folder;
        put(folder, u"cache"_s, fixtures() + u'/' + file);
        const auto writer = CacheWriter::open(folder.path(), m_book);
        MUST(writer);
        QVERIFY((*writer)->opening().putAside.isEmpty());
        CacheReader reader(folder.path(), m_book);
        QCOMPARE(*reader.counts(), (CacheCounts {2, 1, 2, 1, 1, 1}));
        QCOMPARE(reader.rows({{u"29"_s}})->first().pendingActions, 1);
        QCOMPARE(*reader.receivedBytes({u"29"_s}), (ReceivedBytes {"{\"id\":\"29\"}", {"{\"id\":\"a1\"}"}}));
        QCOMPARE(reader.feedState(Feed::Alerts)->open, (QList<TimeWindow> {{{600}, {1200}}}));
        QCOMPARE(reader.latestLocations({{u"m1"_s, u"megan@contoso.example"_s}})->first().value, u"Inbox/folder"_s);
    }
}

void Migrations::theDeskKeepsItsDrafts()
{
    const QStringList files = QDir(fixtures()).entryList({u"desk-v*.sql"_s}, QDir::Files);
    for (const QString &file : files) {
        samples::Folder folder;
        put(folder, u"desk"_s, fixtures() + u'/' + file);
        DeskStore desk(folder.path());
        QCOMPARE(*desk.draft({u"29"_s}), u"half a sentence"_s);
        QCOMPARE(desk.seen()->value({u"29"_s}), Moment {600});
    }
}

void Migrations::theLedgerKeepsItsHistory()
{
    const QStringList files = QDir(fixtures()).entryList({u"ledger-v*.sql"_s}, QDir::Files);
    for (const QString &file : files) {
        samples::Folder folder;
        put(folder, u"ledger"_s, fixtures() + u'/' + file);
        const auto ledger = Ledger::open(folder.path(), m_clock);
        MUST(ledger);
        const auto decision = (*ledger)->decision({u"b"_s});
        MUST(decision);
        QCOMPARE(decision->state, DecisionState::Accepted);
        QCOMPARE(decision->targets.size(), 2);
        QCOMPARE(decision->targets.first().recipient, u"megan@contoso.example"_s);
        const auto report = LedgerReader(folder.path()).verifyChain();
        QVERIFY2(!report->firstBad, qPrintable(report->reason));
        QCOMPARE(report->entries, 6);
        REFUSED((*ledger)->beginAttempt({.id = {u"u"_s}, .decision = {u"b"_s}}), "secondAttempt");
    }
}

void Migrations::newerFilesAreLeftAlone_data()
{
    everyVersionHasAFixture_data();
}

void Migrations::newerFilesAreLeftAlone()
{
    QFETCH(const QString, database);
    const Description description = described(database);
    samples::Folder folder;
    MUST(openForWriting(description, folder.path(), {}));
    const QString file = description.file(folder.path());
    QCOMPARE(samples::plainSql(file, "PRAGMA user_version=99; CREATE TABLE from_the_future (x)"), QString());
    const QByteArray before = contents(file);
    const auto opened = openForWriting(description, folder.path(), {});
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::SchemaNewer);
    QCOMPARE(contents(file), before);
}

void Migrations::aNewerFileIsReadAsFarAsItCanBe()
{
    samples::Folder folder;
    samples::Book book;
    {
        const auto writer = CacheWriter::open(folder.path(), book);
        MUST((*writer)->apply({.incidents = {book.enter(samples::incident(u"29"_s, samples::minute(1)))}}));
    }
    const QString file = folder.file(u"cache.db"_s);
    CHANGE(file, "PRAGMA user_version=99; ALTER TABLE incident ADD COLUMN mood TEXT");
    QCOMPARE(CacheWriter::open(folder.path(), book).error().kind, ErrorKind::SchemaNewer);
    CacheReader reader(folder.path(), book);
    QCOMPARE(reader.queue()->size(), 1);
    CHANGE(file, "DROP VIEW incidents; ALTER TABLE incident RENAME COLUMN severity TO weight");
    QCOMPARE(CacheReader(folder.path(), book).queue().error().kind, ErrorKind::SchemaNewer);
    QCOMPARE(reader.counts()->incidents, 1); // what does not touch it still works
}

// A ladder of three steps, the second of which fails at each of its statements in turn.
void Migrations::aStepIsTakenWholeOrNotAtAll()
{
    Description description = Description::desk();
    const QByteArray one = contents(casemate::test::sourceDir() + u"/resources/schema/desk/0001-first.sql"_s);
    const SchemaLadder first({one});
    const SchemaLadder third({one, "ALTER TABLE draft ADD COLUMN mood TEXT; UPDATE draft SET mood = 'calm'", "CREATE TABLE more (x)"});
    FaultGate gate;
    int statements = 0;
    for (int nth = 0; nth == 0 || nth <= statements; ++nth) {
        samples::Folder folder;
        description.ladder = first;
        MUST(openForWriting(description, folder.path(), {}));
        const QString file = description.file(folder.path());
        CHANGE(file, "INSERT INTO draft VALUES ('29', 'text')");
        description.ladder = third;
        gate.failAt(nth, 13 /* SQLITE_FULL */);
        const auto opened = openForWriting(description, folder.path(), {.gate = &gate});
        QCOMPARE(opened.hasValue(), nth == 0);
        if (nth == 0)
            statements = gate.count();
        gate.clear();
        const int version = versionOf(file);
        QCOMPARE(samples::plainSql(file, "SELECT count(*) FROM pragma_table_info('draft') WHERE name = 'mood'").toInt(),
                 version >= 2 ? 1 : 0);
        QCOMPARE(samples::plainSql(file, "SELECT count(*) FROM sqlite_schema WHERE name = 'more'").toInt(), version >= 3 ? 1 : 0);
        if (version >= 2)
            QCOMPARE(samples::plainSql(file, "SELECT mood FROM draft"), u"calm"_s);
        MUST(openForWriting(description, folder.path(), {}));
        QCOMPARE(versionOf(file), 3);
        QCOMPARE(samples::plainSql(file, "SELECT body || mood FROM draft"), u"textcalm"_s);
    }
    QVERIFY(statements > 20);
}

void Migrations::aCopyOfAnOlderLedgerIsKept()
{
    samples::Folder folder;
    MUST(Ledger::open(folder.path(), m_clock));
    Description description = Description::ledger();
    const QString steps = casemate::test::sourceDir() + u"/resources/schema/ledger/"_s;
    description.ladder =
        SchemaLadder({contents(steps + u"0001-first.sql"_s), contents(steps + u"0002-case.sql"_s), "CREATE TABLE more (x)"});
    MUST(openForWriting(description, folder.path(), {}));
    QCOMPARE(versionOf(folder.file(u"ledger.db"_s)), 3);
    QCOMPARE(versionOf(folder.file(u"ledger.db.v2"_s)), 2);
    QCOMPARE(samples::plainSql(folder.file(u"ledger.db.v2"_s), "PRAGMA quick_check"), u"ok"_s);
    QCOMPARE(QFile::permissions(folder.file(u"ledger.db.v2"_s)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void Migrations::anOlderFileWaitsForAWriter()
{
    samples::Folder folder;
    put(folder, u"desk"_s, fixtures() + u"/desk-v1.sql"_s);
    Description description = Description::desk();
    description.ladder = SchemaLadder({"x", "y"});
    const auto opened = openForReading(description, folder.path(), {}, nullptr);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, u"schemaOlder"_s);
    QCOMPARE(versionOf(folder.file(u"desk.db"_s)), 1);
}

void Migrations::plantedObjectsAreRefused_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("trigger") << "CREATE TRIGGER t AFTER INSERT ON audit BEGIN DELETE FROM decision_fact; END"_ba;
    QTest::newRow("view") << "CREATE VIEW v AS SELECT 1"_ba;
    QTest::newRow("index") << "CREATE INDEX i ON decision (oid)"_ba;
    QTest::newRow("table") << "CREATE TABLE t (x)"_ba;
    QTest::newRow("guard taken away") << "DROP TRIGGER attempt_once"_ba;
    QTest::newRow("guard weakened") << "DROP TRIGGER audit_frozen; CREATE TRIGGER audit_frozen BEFORE UPDATE ON audit BEGIN SELECT 1; END"_ba;
}

void Migrations::plantedObjectsAreRefused()
{
    QFETCH(const QByteArray, sql);
    samples::Folder folder;
    MUST(Ledger::open(folder.path(), m_clock));
    QCOMPARE(samples::plainSql(folder.file(u"ledger.db"_s), sql), QString());
    const auto ledger = Ledger::open(folder.path(), m_clock);
    QVERIFY(!ledger);
    QCOMPARE(ledger.error().kind, ErrorKind::StorageCorrupt);
    QCOMPARE(ledger.error().code, u"foreignSchema"_s);
    // statistics are SQLite's own and no reason for alarm
    samples::Folder analysed;
    MUST(Ledger::open(analysed.path(), m_clock));
    CHANGE(analysed.file(u"ledger.db"_s), "ANALYZE");
    MUST(Ledger::open(analysed.path(), m_clock));
}

void Migrations::settingsAreAsTheRulesSay()
{
    samples::Folder folder;
    for (const Description &description : {Description::cache(), Description::desk(), Description::ledger()}) {
        const auto opened = openForWriting(description, folder.path(), {});
        MUST(opened);
        Connection &writer = *opened->connection;
        QCOMPARE(writer.text("PRAGMA journal_mode"), u"wal"_s);
        QCOMPARE(writer.integer("PRAGMA synchronous"), description.precious ? 2 : 1);
        QCOMPARE(writer.integer("PRAGMA trusted_schema"), 0);
        QCOMPARE(writer.integer("PRAGMA foreign_keys"), 1);
        QCOMPARE(writer.integer("PRAGMA cell_size_check"), 1);
        QCOMPARE(writer.integer("PRAGMA busy_timeout"), 5000);
        QCOMPARE(writer.integer("PRAGMA page_size"), description.name == u"cache"_s ? 8192 : 4096);
        QCOMPARE(writer.integer("PRAGMA application_id"), description.applicationId);
        writer.execute("PRAGMA writable_schema=ON");
        writer.begin(u"try"_s);
        writer.execute("DELETE FROM sqlite_schema"); // defensive
        QVERIFY(writer.failure());
        const auto reading = openForReading(description, folder.path(), {}, nullptr);
        MUST(reading);
        QCOMPARE(reading->connection->integer("PRAGMA query_only"), 1);
        reading->connection->begin(u"try"_s);
        reading->connection->execute("DELETE FROM identity");
        QVERIFY(reading->connection->failure());
        QCOMPARE(reading->connection->failure()->kind, ErrorKind::StorageUnreadable);
    }
}

CASEMATE_TEST(Migrations)
#include "migrations.moc"
