// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspection.h"

#include "guardedpath.h"
#include "opening.h"
#include "statement.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

using namespace Qt::StringLiterals;
using domain::Finding;
using domain::FindingCause;
using domain::Findings;
using domain::FindingState;
using domain::FindingSubject;

namespace store {

namespace {

constexpr int oldestSqlite = 3'038'000; // the first with both STRICT, which the schema is written in, and ->>
constexpr qint64 fullBelow = 64LL << 20; // bytes; a pull of a large incident and its WAL need so much
constexpr qint64 littleBelow = 1LL << 30;

struct Feature {
    const char *name;
    const char *sql; // succeeds where it is there
    bool needed; // else only good to have for those who look into the files by themselves
};

constexpr std::array features {
    Feature {"STRICT", "CREATE TABLE strict_one (a INTEGER) STRICT", true},
    Feature {"JSON", "CREATE TABLE json_one AS SELECT json_extract('{\"a\":1}', '$.a') AS a, '{\"a\":1}' ->> 'a' AS b", false},
    Feature {"FTS5", "CREATE VIRTUAL TABLE text_one USING fts5(a); DROP TABLE text_one", false},
    Feature {"UPSERT", "CREATE TABLE upsert_one (a INTEGER PRIMARY KEY); "
                       "INSERT INTO upsert_one VALUES (1) ON CONFLICT (a) DO UPDATE SET a = 2", true},
};

Finding tell(FindingSubject subject, FindingState state, FindingCause cause = FindingCause::None)
{
    Finding finding;
    finding.subject = subject;
    finding.state = state;
    finding.cause = cause;
    return finding;
}

Finding about(FindingSubject subject, const QString &path)
{
    Finding finding;
    finding.subject = subject;
    finding.about = path;
    return finding;
}

void judge(Finding &finding, FindingState state, FindingCause cause, const QString &detail = {})
{
    finding.state = state;
    finding.cause = cause;
    if (!detail.isEmpty())
        finding.detail = detail;
}

QString octal(mode_t mode) { return u"0%1"_s.arg(mode & 07777, 3, 8, QLatin1Char('0')); }

// Of the thing itself, not of what a link leads to. False: it cannot be used, and the finding says why.
bool inspectGuard(Finding &finding, bool isFolder, FindingCause whenAbsent, QString &mode)
{
    struct stat status = {};
    const QByteArray path = QFile::encodeName(finding.about);
    if (lstat(path.constData(), &status) != 0) {
        if (errno == ENOENT)
            judge(finding, FindingState::Good, whenAbsent);
        else
            judge(finding, FindingState::Bad, FindingCause::Unreadable, QString::fromLocal8Bit(strerror(errno)));
        return false;
    }
    mode = octal(status.st_mode);
    if (S_ISLNK(status.st_mode))
        judge(finding, FindingState::Bad, FindingCause::SymbolicLink);
    else if (isFolder ? !S_ISDIR(status.st_mode) : !S_ISREG(status.st_mode))
        judge(finding, FindingState::Bad, FindingCause::WrongKind);
    else if (status.st_uid != geteuid())
        judge(finding, FindingState::Bad, FindingCause::OtherOwner);
    else if ((status.st_mode & S_IRWXU) != S_IRWXU && isFolder)
        judge(finding, FindingState::Bad, FindingCause::NotWritable);
    else if ((status.st_mode & (S_IRUSR | S_IWUSR)) != (S_IRUSR | S_IWUSR))
        judge(finding, FindingState::Bad, FindingCause::NotWritable);
    else if (status.st_mode & (S_IRWXG | S_IRWXO))
        judge(finding, FindingState::Bad, FindingCause::OpenToOthers);
    return finding.state == FindingState::Good || finding.cause == FindingCause::OpenToOthers;
}

void inspectVersion(Finding &finding, const Description &description)
{
    auto opened = Connection::open(finding.about, Connection::Access::Read, {.busyTimeout = std::chrono::seconds(1)});
    if (!opened) {
        judge(finding, FindingState::Bad, FindingCause::Unreadable, opened.error().detail);
        return;
    }
    Connection &connection = **opened;
    connection.begin(u"look at "_s + finding.about);
    const qint64 version = connection.integer("PRAGMA user_version");
    const qint64 application = connection.integer("PRAGMA application_id");
    const bool isEmpty = version == 0 && connection.integer("SELECT count(*) FROM sqlite_schema") == 0;
    if (const auto &failure = connection.failure()) {
        const bool damaged = failure->kind == domain::ErrorKind::StorageCorrupt;
        judge(finding, FindingState::Bad, damaged ? FindingCause::Damaged : FindingCause::Unreadable, failure->detail);
        return;
    }
    finding.value = QString::number(version);
    if (isEmpty)
        judge(finding, FindingState::Good, FindingCause::Absent);
    else if (application != description.applicationId)
        judge(finding, FindingState::Bad, FindingCause::Foreign);
    else if (version > description.ladder.newest())
        judge(finding, FindingState::Bad, FindingCause::SchemaNewer);
    else if (version < description.ladder.newest())
        judge(finding, FindingState::Note, FindingCause::SchemaOlder);
}

Finding inspectFile(const Description &description, const QString &folder)
{
    Finding finding = about(FindingSubject::Database, description.file(folder));
    QString mode;
    if (!inspectGuard(finding, false, FindingCause::Absent, mode)) {
        finding.detail = finding.detail.isEmpty() ? mode : finding.detail;
        return finding;
    }
    finding.detail = mode;
    finding.number = QFileInfo(finding.about).size() + QFileInfo(finding.about + u"-wal"_s).size();
    const bool isOpen = finding.cause == FindingCause::OpenToOthers;
    inspectVersion(finding, description);
    if (isOpen && finding.state != FindingState::Bad)
        judge(finding, FindingState::Bad, FindingCause::OpenToOthers);
    return finding;
}

std::array<Description, 3> descriptions() { return {Description::cache(), Description::desk(), Description::ledger()}; }

Findings inspectRoom(const QString &path)
{
    // Of the nearest folder that is there.
    QString existing = path;
    while (!QFileInfo::exists(existing) && existing != QFileInfo(existing).path())
        existing = QFileInfo(existing).path();
    const QStorageInfo disk(existing);
    Finding kind = about(FindingSubject::FileSystem, path);
    kind.value = QString::fromLatin1(disk.fileSystemType());
    if (!checkFileSystem(existing))
        judge(kind, FindingState::Bad, FindingCause::NetworkDrive);
    Finding room = about(FindingSubject::FreeSpace, path);
    room.number = disk.bytesAvailable();
    if (!disk.isValid())
        judge(room, FindingState::Unknown, FindingCause::Unreadable);
    else if (*room.number < fullBelow)
        judge(room, FindingState::Bad, FindingCause::Full);
    else if (*room.number < littleBelow)
        judge(room, FindingState::Note, FindingCause::Little);
    return {kind, room};
}

} // namespace

Findings inspectLibrary()
{
    Finding version = tell(FindingSubject::Sqlite, FindingState::Good);
    version.value = QString::fromLatin1(sqlite3_libversion());
    version.detail = QString::fromLatin1(SQLITE_VERSION);
    if (sqlite3_libversion_number() < oldestSqlite)
        judge(version, FindingState::Bad, FindingCause::Old);

    QStringList there;
    QStringList missing;
    bool isEnough = true;
    const auto note = [&](const QString &name, bool works, bool needed) {
        (works ? there : missing).append(name);
        isEnough = isEnough && (works || !needed);
    };
    note(u"threads"_s, sqlite3_threadsafe() != 0, true);
    note(u"WAL"_s, sqlite3_compileoption_used("OMIT_WAL") == 0, true);
    auto connection = Connection::inMemory();
    for (const Feature &feature : features) {
        if (connection) {
            (*connection)->begin(u"try "_s + QString::fromLatin1(feature.name));
            (*connection)->execute(feature.sql);
        }
        note(QString::fromLatin1(feature.name), connection && !(*connection)->failure(), feature.needed);
    }
    Finding able = tell(FindingSubject::SqliteFeatures, FindingState::Good);
    able.value = there.join(u", "_s);
    able.detail = missing.join(u", "_s);
    if (!missing.isEmpty())
        judge(able, isEnough ? FindingState::Note : FindingState::Bad, FindingCause::Missing);
    return {version, able};
}

Findings inspectRoot(const DataPaths &paths)
{
    Finding folder = about(FindingSubject::DataFolder, paths.root);
    static_cast<void>(inspectGuard(folder, true, FindingCause::Absent, folder.value));
    return Findings {folder} + inspectRoom(paths.root);
}

Findings inspectAccount(const QString &accountFolder)
{
    Findings findings;
    Finding folder = about(FindingSubject::DataFolder, accountFolder);
    const bool mayEnter = inspectGuard(folder, true, FindingCause::Absent, folder.value);
    findings.append(folder);
    if (!mayEnter)
        return findings;
    for (const Description &description : descriptions())
        findings.append(inspectFile(description, accountFolder));
    return findings;
}

Findings inspectIntegrity(const QString &accountFolder, const std::atomic<bool> &cancelled)
{
    Findings findings;
    for (const Description &description : descriptions()) {
        Finding finding = about(FindingSubject::Integrity, description.file(accountFolder));
        if (!QFileInfo::exists(finding.about))
            continue;
        auto opened = Connection::open(finding.about, Connection::Access::Read, {}, &cancelled);
        QString answer;
        if (opened) {
            (*opened)->begin(u"check "_s + finding.about);
            answer = (*opened)->text("PRAGMA quick_check(1)");
        }
        const auto failure = opened ? (*opened)->failure() : std::optional(opened.error());
        if (cancelled)
            judge(finding, FindingState::Unknown, FindingCause::Cancelled);
        else if (failure)
            judge(finding, FindingState::Bad, failure->kind == domain::ErrorKind::StorageCorrupt ? FindingCause::Damaged : FindingCause::Unreadable,
                  failure->detail);
        else if (answer != "ok"_L1)
            judge(finding, FindingState::Bad, FindingCause::Damaged, answer);
        findings.append(finding);
    }
    return findings;
}

} // namespace store
