// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the diagnostics say of SQLite, folders and files; and that looking repairs nothing.

#include "samples.h"
#include "store/inspection.h"
#include "store/opening.h"
#include "support/testmain.h"

#include <QDir>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace store;

namespace {

Finding one(const Findings &findings, FindingSubject subject, const QString &about = {})
{
    for (const Finding &finding : findings)
        if (finding.subject == subject && (about.isEmpty() || finding.about.endsWith(about)))
            return finding;
    QTest::qFail("no such finding", __FILE__, __LINE__);
    return {};
}

int mode(const QString &path)
{
    struct stat status = {};
    return lstat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 0777) : -1;
}

void change(const QString &path, int wanted) { QCOMPARE(chmod(QFile::encodeName(path).constData(), mode_t(wanted)), 0); }

void makeFiles(const QString &folder)
{
    for (const Description &description : {Description::cache(), Description::desk(), Description::ledger()}) {
        MUST(openForWriting(description, folder, {}));
        markClean(description, folder);
    }
    change(folder, 0700);
}

} // namespace

class Inspections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLibraryCanWhatWeNeed();
    void aRootThatIsNotThereYetIsNoFault();
    void aWholeInstallationIsGood();
    void badFoldersAreTold_data();
    void badFoldersAreTold();
    void badFilesAreTold_data();
    void badFilesAreTold();
    void whatIsReadByOthersIsToldAndLeftAlone();
    void damageIsFoundFromEndToEnd();
    void aCancelledCheckSaysSo();
};

void Inspections::theLibraryCanWhatWeNeed()
{
    const Findings findings = inspectLibrary();
    QCOMPARE(worst(findings), FindingState::Good);
    const QStringList there = one(findings, FindingSubject::SqliteFeatures).value.split(u", "_s);
    for (const char *feature : {"threads", "WAL", "STRICT", "JSON", "FTS5", "UPSERT"})
        QVERIFY2(there.contains(QString::fromLatin1(feature)), feature);
    QVERIFY(one(findings, FindingSubject::Sqlite).value.startsWith(u"3."_s));
}

void Inspections::aRootThatIsNotThereYetIsNoFault()
{
    const QTemporaryDir place;
    const Findings findings = inspectRoot({place.path() + u"/share/casemate"_s});
    QCOMPARE(one(findings, FindingSubject::DataFolder).state, FindingState::Good);
    QCOMPARE(one(findings, FindingSubject::DataFolder).cause, FindingCause::Absent);
    QVERIFY(one(findings, FindingSubject::FreeSpace).number.value_or(0) > 0);
    QVERIFY(!one(findings, FindingSubject::FileSystem).value.isEmpty());
    QVERIFY(!QFileInfo::exists(place.path() + u"/share"_s));
}

void Inspections::aWholeInstallationIsGood()
{
    const samples::Folder folder;
    makeFiles(folder.path());
    QCOMPARE(worst(inspectRoot({folder.root()})), FindingState::Good);
    const Findings findings = inspectAccount(folder.path());
    QCOMPARE(findings.size(), 4);
    QCOMPARE(worst(findings), FindingState::Good);
    const Finding cache = one(findings, FindingSubject::Database, u"cache.db"_s);
    QCOMPARE(cache.value.toInt(), Description::cache().ladder.newest());
    QCOMPARE(cache.detail, u"0600"_s);
    QVERIFY(cache.number.value_or(0) > 4096);
    std::atomic<bool> cancelled = false;
    const Findings whole = inspectIntegrity(folder.path(), cancelled);
    QCOMPARE(whole.size(), 3);
    QCOMPARE(worst(whole), FindingState::Good);
}

void Inspections::badFoldersAreTold_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<FindingCause>("cause");
    QTest::newRow("others may look") << u"0755"_s << FindingCause::OpenToOthers;
    QTest::newRow("others may write") << u"0777"_s << FindingCause::OpenToOthers;
    QTest::newRow("not writable") << u"0500"_s << FindingCause::NotWritable;
    QTest::newRow("a link") << u"link"_s << FindingCause::SymbolicLink;
    QTest::newRow("a file") << u"file"_s << FindingCause::WrongKind;
    QTest::newRow("somebody else's") << u"other"_s << FindingCause::OtherOwner;
}

void Inspections::badFoldersAreTold()
{
    QFETCH(const QString, how);
    QFETCH(const FindingCause, cause);
    const QTemporaryDir place;
    QString root = place.path() + u"/data"_s;
    if (how == u"link"_s) {
        QVERIFY(QFile::link(place.path(), root));
    } else if (how == u"file"_s) {
        QFile file(root);
        QVERIFY(file.open(QIODevice::WriteOnly));
    } else if (how == u"other"_s) {
        root = geteuid() == 0 ? root : u"/usr"_s;
        QVERIFY(geteuid() != 0 || (QDir().mkpath(root) && chown(QFile::encodeName(root).constData(), 65534, 65534) == 0));
    } else {
        QVERIFY(QDir().mkpath(root));
        change(root, how.toInt(nullptr, 8));
    }
    const Finding finding = one(inspectRoot({root}), FindingSubject::DataFolder);
    QCOMPARE(finding.state, FindingState::Bad);
    QCOMPARE(finding.cause, cause);
    if (how.startsWith(u'0')) {
        QCOMPARE(finding.value, how);
        QCOMPARE(mode(root), how.toInt(nullptr, 8)); // told, not repaired
    }
}

void Inspections::badFilesAreTold_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<FindingCause>("cause");
    QTest::addColumn<FindingState>("state");
    QTest::newRow("newer") << QByteArray("PRAGMA user_version=999") << FindingCause::SchemaNewer << FindingState::Bad;
    QTest::newRow("older") << QByteArray("PRAGMA user_version=1") << FindingCause::SchemaOlder << FindingState::Note;
    QTest::newRow("somebody else's") << QByteArray("PRAGMA application_id=7") << FindingCause::Foreign << FindingState::Bad;
    QTest::newRow("no database") << QByteArray() << FindingCause::Damaged << FindingState::Bad;
}

void Inspections::badFilesAreTold()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const FindingCause, cause);
    QFETCH(const FindingState, state);
    const samples::Folder folder;
    makeFiles(folder.path());
    if (sql.isEmpty()) {
        QFile file(folder.file(u"cache.db"_s));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QByteArray(20'000, 'x'));
    } else {
        CHANGE(folder.file(u"cache.db"_s), sql);
    }
    const Finding finding = one(inspectAccount(folder.path()), FindingSubject::Database, u"cache.db"_s);
    QCOMPARE(finding.cause, cause);
    QCOMPARE(finding.state, state);
}

void Inspections::whatIsReadByOthersIsToldAndLeftAlone()
{
    const samples::Folder folder;
    makeFiles(folder.path());
    change(folder.file(u"ledger.db"_s), 0644);
    const Finding finding = one(inspectAccount(folder.path()), FindingSubject::Database, u"ledger.db"_s);
    QCOMPARE(finding.state, FindingState::Bad);
    QCOMPARE(finding.cause, FindingCause::OpenToOthers);
    QCOMPARE(finding.detail, u"0644"_s);
    QCOMPARE(mode(folder.file(u"ledger.db"_s)), 0644);
}

void Inspections::damageIsFoundFromEndToEnd()
{
    const samples::Folder folder;
    makeFiles(folder.path());
    QFile file(folder.file(u"ledger.db"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 page = 4096;
    QVERIFY(file.size() > 3 * page);
    QVERIFY(file.seek(file.size() - page)); // a page of an index or a table, not the first
    file.write(QByteArray(page, '\x7f'));
    file.close();
    std::atomic<bool> cancelled = false;
    const Finding finding = one(inspectIntegrity(folder.path(), cancelled), FindingSubject::Integrity, u"ledger.db"_s);
    QCOMPARE(finding.state, FindingState::Bad);
    QCOMPARE(finding.cause, FindingCause::Damaged);
    QVERIFY(!finding.detail.isEmpty());
}

void Inspections::aCancelledCheckSaysSo()
{
    const samples::Folder folder;
    makeFiles(folder.path());
    std::atomic<bool> cancelled = true;
    const Findings findings = inspectIntegrity(folder.path(), cancelled);
    QCOMPARE(findings.size(), 3);
    QVERIFY(std::all_of(findings.cbegin(), findings.cend(), [](const Finding &f) {
        return f.state == FindingState::Unknown && f.cause == FindingCause::Cancelled;
    }));
}

CASEMATE_TEST(Inspections)
#include "inspections.moc"
