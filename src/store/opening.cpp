// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "opening.h"

#include "errors.h"
#include "filecopy.h"
#include "guardedpath.h"
#include "statement.h"
#include "transaction.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using domain::Done;
using domain::Error;
using domain::ErrorKind;
using domain::Result;

namespace store {

namespace {

QString tryingToOpen(const Description &description)
{
    return u"open the "_s + description.name;
}

Result<Done> checkFiles(const QString &file)
{
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s}) {
        const Result<Done> checked = checkFile(file + suffix);
        if (!checked && checked.error().kind != ErrorKind::NotFound)
            return checked;
    }
    return Done {};
}

// The version; an error when the file is neither ours nor empty, or from the future. One snapshot: somebody else may be
// making the file at this moment, and half of that must not look like a stranger's.
Result<qint64> checkedVersion(Connection &connection, const Description &description)
{
    const QString tried = tryingToOpen(description);
    Transaction snapshot(connection, tried, Transaction::Kind::Read);
    const qint64 version = connection.integer("PRAGMA user_version");
    const qint64 application = connection.integer("PRAGMA application_id");
    const qint64 objects = connection.integer("SELECT count(*) FROM sqlite_schema");
    const Result<Done> read = snapshot.commit();
    if (!read)
        return read.error();
    if (version > description.ladder.newest() && application == description.applicationId)
        return makeError(ErrorKind::SchemaNewer, tried, u"version %1"_s.arg(version));
    const bool isNew = version == 0 && application == 0 && objects == 0;
    if (isNew || (version > 0 && application == description.applicationId))
        return version;
    return makeError(ErrorKind::StorageCorrupt, tried, u"foreignFile"_s);
}

Result<Done> quickCheck(Connection &connection, const Description &description)
{
    connection.begin(u"check the "_s + description.name);
    const QString answer = connection.text("PRAGMA quick_check(1)");
    if (connection.failure())
        return *connection.failure();
    if (answer == "ok"_L1)
        return Done {};
    return makeError(ErrorKind::StorageCorrupt, u"check the "_s + description.name, u"quickCheck"_s, answer);
}

// Switching a file to WAL needs it alone, and SQLite does not wait for that by itself: two readers may begin a desk at once.
constexpr int turnsToWait = 200;
constexpr int turnMsecs = 25;

Result<Done> configure(Connection &connection, const Description &description)
{
    QString journal;
    for (int turn = 0; turn < turnsToWait; ++turn) {
        connection.begin(tryingToOpen(description));
        // Both pragmas of the page count before the first table only.
        connection.execute("PRAGMA page_size=" + QByteArray::number(description.pageSize));
        journal = connection.text("PRAGMA journal_mode=WAL");
        if (!connection.failure() || connection.failure()->kind != ErrorKind::Busy)
            break;
        sqlite3_sleep(turnMsecs);
    }
    connection.execute(description.synchronous);
    if (connection.failure())
        return *connection.failure();
    if (journal != "wal"_L1)
        return makeError(ErrorKind::StorageFailed, tryingToOpen(description), u"noWal"_s, journal);
    return Done {};
}

Result<Done> climb(Connection &connection, const Description &description, const QString &folder)
{
    connection.begin(tryingToOpen(description));
    const qint64 version = connection.integer("PRAGMA user_version");
    if (connection.failure())
        return *connection.failure();
    if (description.precious && version > 0 && version < description.ladder.newest()) {
        const Result<Done> copied = copyDatabase(connection, description.file(folder) + u".v%1"_s.arg(version));
        if (!copied)
            return copied;
    }
    const Result<Done> climbed = description.ladder.climb(connection);
    if (!climbed)
        return climbed;
    return description.ladder.check(connection);
}

// A file that was copied into another tenant's folder must not speak for that one.
Result<Done> checkIdentity(Connection &connection, const Description &description, const QString &folder, bool mayClaim)
{
    const QString tenant = tenantOf(folder);
    const QString account = QFileInfo(folder).fileName();
    connection.begin(tryingToOpen(description));
    QString storedTenant;
    QString storedAccount;
    bool claimed = false;
    {
        Statement select(connection, "SELECT tenant, account FROM identity");
        claimed = select.with().next();
        if (claimed) {
            storedTenant = select.text(0);
            storedAccount = select.text(1);
        }
    }
    if (connection.failure())
        return *connection.failure();
    if (claimed && (storedTenant != tenant || storedAccount != account)) {
        return makeError(ErrorKind::StorageUnreadable, tryingToOpen(description), u"otherTenant"_s,
                         storedTenant + u'/' + storedAccount);
    }
    if (claimed || !mayClaim)
        return Done {};
    Transaction transaction(connection, tryingToOpen(description));
    Statement(connection, "INSERT INTO identity (tenant, account) VALUES (?1, ?2)").with(tenant, account).run();
    return transaction.commit();
}

} // namespace

Description Description::cache()
{
    return {u"cache"_s, SchemaLadder::of(u"cache"_s), 0x436d4361, 8192, "PRAGMA synchronous=NORMAL", false};
}

Description Description::desk()
{
    return {u"desk"_s, SchemaLadder::of(u"desk"_s), 0x436d4465, 4096, "PRAGMA synchronous=NORMAL", false};
}

Description Description::ledger()
{
    return {u"ledger"_s, SchemaLadder::of(u"ledger"_s), 0x436d4c65, 4096, "PRAGMA synchronous=FULL", true};
}

Result<Opened> openForWriting(const Description &description, const QString &folder, const Storage &storage,
                              const std::atomic<bool> *cancelled)
{
    const QString file = description.file(folder);
    Opened opened;
    const Result<Made> made = ensureFile(file);
    if (!made)
        return made.error();
    opened.created = *made == Made::Created;
    const Result<Done> filesChecked = checkFiles(file);
    if (!filesChecked)
        return filesChecked.error();
    opened.checked = !opened.created && (description.precious || QFile::exists(description.marker(folder)));
    Result<std::unique_ptr<Connection>> connected = Connection::open(file, Connection::Access::Write, storage, cancelled);
    if (!connected)
        return connected.error();
    opened.connection = std::move(*connected);
    Connection &connection = *opened.connection;

    const Result<qint64> version = checkedVersion(connection, description);
    Result<Done> done = version ? Result<Done>(Done {}) : version.error();
    if (done && opened.checked)
        done = quickCheck(connection, description);
    if (done)
        done = configure(connection, description);
    if (done) {
        const Result<Made> marked = ensureFile(description.marker(folder));
        if (!marked)
            done = marked.error();
    }
    if (done)
        done = climb(connection, description, folder);
    if (done)
        done = checkIdentity(connection, description, folder, true);
    if (!done)
        return done.error();
    return opened;
}

void markClean(const Description &description, const QString &folder)
{
    QFile::remove(description.marker(folder));
}

Result<OpenedForReading> openForReading(const Description &description, const QString &folder, const Storage &storage,
                                        const std::atomic<bool> *cancelled)
{
    const QString file = description.file(folder);
    Result<Done> done = checkFile(file);
    if (done)
        done = checkFiles(file);
    if (!done)
        return done.error();
    Result<std::unique_ptr<Connection>> connected = Connection::open(file, Connection::Access::Read, storage, cancelled);
    if (!connected)
        return connected.error();
    OpenedForReading opened;
    opened.connection = std::move(*connected);
    const Result<qint64> version = checkedVersion(*opened.connection, description);
    opened.newer = !version && version.error().kind == ErrorKind::SchemaNewer;
    if (!version && !opened.newer)
        return version.error();
    if (version && *version == 0)
        return makeError(ErrorKind::NotFound, tryingToOpen(description), u"empty"_s, file);
    if (version && *version < description.ladder.newest()) // only a writer may bring it up
        return makeError(ErrorKind::StorageFailed, tryingToOpen(description), u"schemaOlder"_s, file);
    done = checkIdentity(*opened.connection, description, folder, false);
    if (!done && !opened.newer)
        return done.error();
    return opened;
}

Result<QString> putAside(const Description &description, const QString &folder)
{
    const QString file = description.file(folder);
    const QString tried = u"put the damaged %1 aside"_s.arg(description.name);
    const QString stem = file + u".corrupt-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString aside = stem;
    for (int more = 2; QFile::exists(aside); ++more)
        aside = stem + u"-%1"_s.arg(more);
    QFile database(file);
    if (!database.rename(aside))
        return makeError(ErrorKind::StorageFailed, tried, u"rename"_s, database.errorString());
    if (QFile::exists(file + u"-wal"_s) && !QFile::rename(file + u"-wal"_s, aside + u"-wal"_s))
        return makeError(ErrorKind::StorageFailed, tried, u"rename"_s, file + u"-wal"_s);
    QFile::remove(file + u"-shm"_s);
    return aside;
}

QString tenantOf(const QString &folder)
{
    return QFileInfo(QFileInfo(folder).path()).fileName();
}

} // namespace store
