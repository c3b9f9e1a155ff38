// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Attacks on the history. The attacker has the file and SQLite; the triggers are only a guard against accidents.

#include "samples.h"
#include "store/audittable.h"
#include "store/ledger.h"
#include "store/ledgerreader.h"
#include "support/testmain.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace store;
using S = DecisionState;

class AuditChains : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashesAreMadeAsTheDocumentSays();
    void triggersAbortAccidents();
    void attacksAreNamed_data();
    void attacksAreNamed();
    void aCutTailStopsTheLedgerFromOpening();
    void aRolledBackFileIsFoundByAnAnchor();
    void anAnchorOfAnotherHistoryIsFound();
    void aWholeChainOfManyEntriesVerifies();

private:
    // Two decisions, six entries: decided, decided, moved, moved, attempted, answered.
    void write(const samples::Folder &folder)
    {
        const auto opened = Ledger::open(folder.path(), m_clock);
        MUST(opened);
        Ledger &ledger = **opened;
        MUST(ledger.record(samples::decision(u"a"_s)));
        MUST(ledger.record(samples::decision(u"b"_s, DecisionKind::ApproveAction)));
        MUST(ledger.advance({u"b"_s}, {.to = S::Queued}));
        MUST(ledger.advance({u"b"_s}, {.to = S::Preflight, .detail = u"megan"_s}));
        MUST(ledger.beginAttempt({.id = {u"t"_s}, .decision = {u"b"_s}}));
        MUST(ledger.finishAttempt({.attempt = {u"t"_s}, .to = S::Accepted}));
    }
    samples::StillClock m_clock;
};

namespace {

// As somebody who knows SQLite: triggers away, change, triggers back as they were.
QString attack(const QString &file, const QByteArray &sql)
{
    const QByteArray triggers = samples::plainSql(file, "SELECT group_concat(sql, ';') FROM sqlite_schema WHERE type = 'trigger'").toUtf8();
    QByteArray script;
    for (const char *name : {"decision_stays", "decision_frozen", "personal_stays", "personal_frozen", "attempt_stays",
                             "attempt_once", "audit_stays", "audit_frozen"})
        script += QByteArray("DROP TRIGGER ") + name + ';';
    return samples::plainSql(file, script + sql + ';' + triggers);
}

} // namespace

void AuditChains::hashesAreMadeAsTheDocumentSays()
{
    samples::Folder folder;
    write(folder);
    const QString file = folder.file(u"ledger.db"_s);
    QByteArray prev(32, '\0');
    for (int seq = 1; seq <= 6; ++seq) {
        const QByteArray where = " FROM audit WHERE seq = " + QByteArray::number(seq);
        const auto blob = [&](const QByteArray &column) {
            return QByteArray::fromHex(samples::plainSql(file, "SELECT hex(" + column + ")" + where).toLatin1());
        };
        QCOMPARE(blob("prev"), prev);
        const QByteArray digest = QCryptographicHash::hash(blob("entry"), QCryptographicHash::Sha256);
        prev = QCryptographicHash::hash(QByteArray("casemate-audit-2" + prev + digest), QCryptographicHash::Sha256);
        QCOMPARE(blob("hash"), prev);
    }
}

void AuditChains::triggersAbortAccidents()
{
    samples::Folder folder;
    write(folder);
    const QString file = folder.file(u"ledger.db"_s);
    QVERIFY(samples::plainSql(file, "UPDATE audit SET entry = x'00' WHERE seq = 2").contains(u"append only"_s));
    QVERIFY(samples::plainSql(file, "DELETE FROM audit WHERE seq = 6").contains(u"append only"_s));
    QVERIFY(samples::plainSql(file, "UPDATE personal SET value = 'x'").contains(u"erased"_s));
    QVERIFY(!LedgerReader(folder.path()).verifyChain()->firstBad);
}

void AuditChains::attacksAreNamed_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("firstBad");
    QTest::addColumn<QString>("reason");
    QTest::newRow("entry edited")
        << "UPDATE audit SET entry = CAST(replace(CAST(entry AS TEXT), 'assign', 'untag') AS BLOB) WHERE seq = 1"_ba << 1
        << u"hash"_s;
    QTest::newRow("one bit of a hash") << "UPDATE audit SET hash = CAST(x'00' || substr(hash, 2) AS BLOB) WHERE seq = 3"_ba << 3 << u"hash"_s;
    QTest::newRow("entry deleted") << "DELETE FROM audit WHERE seq = 3"_ba << 3 << u"gap"_s;
    QTest::newRow("first deleted") << "DELETE FROM audit WHERE seq = 1"_ba << 1 << u"gap"_s;
    QTest::newRow("entry deleted, rest renumbered")
        << "DELETE FROM audit WHERE seq = 3; UPDATE audit SET seq = seq - 1 WHERE seq > 3"_ba << 3 << u"previous"_s;
    QTest::newRow("two swapped")
        << "UPDATE audit SET seq = -2 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = -2"_ba
        << 2 << u"previous"_s;
    QTest::newRow("entries of two swapped")
        << "CREATE TEMP TABLE t AS SELECT entry FROM audit WHERE seq = 2; UPDATE audit SET entry = (SELECT entry FROM audit WHERE seq = 3) WHERE seq = 2; UPDATE audit SET entry = (SELECT entry FROM t) WHERE seq = 3"_ba
        << 2 << u"hash"_s;
    QTest::newRow("tail cut") << "DELETE FROM audit WHERE seq > 4"_ba << 5 << u"missingTail"_s;
    QTest::newRow("all cut") << "DELETE FROM audit"_ba << 1 << u"missingTail"_s;
    QTest::newRow("tail cut and head put right")
        << "DELETE FROM audit WHERE seq > 4; UPDATE head SET entries = 4, hash = (SELECT hash FROM audit WHERE seq = 4)"_ba << 5
        << u"decisionDiffers"_s;
    QTest::newRow("a decision forgotten everywhere but in the chain")
        << "DELETE FROM personal WHERE decision = 1; DELETE FROM decision_fact WHERE decision = 1; DELETE FROM decision WHERE row = 1"_ba
        << 1 << u"decisionMissing"_s;
    QTest::newRow("a decision that nobody took")
        << "INSERT INTO decision SELECT 9, 'x', kind, effect, incident, tenant, oid, '', mail_action, executor, decided_at, held_until, expires, state, state_reason, '', state_since, 1, 1, 0, '', NULL, 1 FROM decision WHERE row = 1; UPDATE head SET decisions = 3"_ba
        << 7 << u"missingTail"_s;
    QTest::newRow("state changed") << "UPDATE decision SET state = 'verified' WHERE id = 'b'"_ba << 7 << u"decisionDiffers"_s;
    QTest::newRow("incident changed") << "UPDATE decision SET incident = '30' WHERE id = 'b'"_ba << 7 << u"decisionDiffers"_s;
    QTest::newRow("attempt forgotten") << "DELETE FROM attempt"_ba << 7 << u"decisionDiffers"_s;
    QTest::newRow("who decided, changed") << "UPDATE personal SET value = 'alex' WHERE field = 'upn' AND decision = 2"_ba << 2
                                          << u"personal"_s;
    QTest::newRow("a target changed") << "UPDATE personal SET value = 'alex' WHERE field = 'target/0'"_ba << 2 << u"personal"_s;
    QTest::newRow("a detail deleted") << "DELETE FROM personal WHERE field = 'detail/4'"_ba << 4 << u"personal"_s;
    QTest::newRow("value without its salt") << "UPDATE personal SET salt = NULL WHERE field = 'upn' AND decision = 1"_ba << 1
                                            << u"personal"_s;
    QTest::newRow("head lost") << "DELETE FROM head"_ba << 7 << u"missingTail"_s;
}

void AuditChains::attacksAreNamed()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const int, firstBad);
    QFETCH(const QString, reason);
    samples::Folder folder;
    write(folder);
    LedgerReader reader(folder.path());
    QVERIFY(!reader.verifyChain()->firstBad);
    QCOMPARE(attack(folder.file(u"ledger.db"_s), sql), QString());
    const auto report = reader.verifyChain();
    MUST(report);
    QCOMPARE(report->reason, reason);
    QCOMPARE(report->firstBad, std::optional<qint64>(firstBad));
    QCOMPARE(report->entries, std::min(firstBad - 1, 6));
}

void AuditChains::aCutTailStopsTheLedgerFromOpening()
{
    samples::Folder folder;
    write(folder);
    QCOMPARE(attack(folder.file(u"ledger.db"_s), "DELETE FROM audit WHERE seq = 6"), QString());
    const auto ledger = Ledger::open(folder.path(), m_clock);
    QVERIFY(!ledger);
    QCOMPARE(ledger.error().kind, ErrorKind::StorageCorrupt);
    QCOMPARE(ledger.error().code, u"auditTail"_s);
    QCOMPARE(LedgerReader(folder.path()).history(10)->size(), 5); // it can still be read
}

void AuditChains::aRolledBackFileIsFoundByAnAnchor()
{
    samples::Folder folder;
    const QString file = folder.file(u"ledger.db"_s);
    write(folder);
    const QString copy = folder.file(u"old.db"_s);
    QVERIFY(QFile::copy(file, copy));
    {
        const auto ledger = Ledger::open(folder.path(), m_clock);
        MUST((*ledger)->advance({u"b"_s}, {.to = S::Verified}));
    }
    const Anchor anchor = LedgerReader(folder.path()).verifyChain()->head;
    QCOMPARE(anchor.seq, 7);
    QVERIFY(!LedgerReader(folder.path()).verifyChain(anchor)->firstBad);
    QVERIFY(QFile::remove(file));
    QVERIFY(QFile::rename(copy, file));
    LedgerReader reader(folder.path());
    QVERIFY(!reader.verifyChain()->firstBad); // by itself it is as good as ever
    QCOMPARE(reader.verifyChain(anchor)->firstBad, std::optional<qint64>(7));
    QCOMPARE(reader.verifyChain(anchor)->reason, u"anchor"_s);
}

void AuditChains::anAnchorOfAnotherHistoryIsFound()
{
    samples::Folder folder;
    write(folder);
    LedgerReader reader(folder.path());
    Anchor anchor = reader.verifyChain()->head;
    anchor.hash[0] = char(anchor.hash[0] ^ 1); // all hashed anew, by somebody who forgot what was written down elsewhere
    const auto report = reader.verifyChain(anchor);
    MUST(report);
    QCOMPARE(report->firstBad, std::optional<qint64>(6));
    QCOMPARE(report->reason, u"anchor"_s);
}

void AuditChains::aWholeChainOfManyEntriesVerifies()
{
    samples::Folder folder;
    {
        const auto ledger = Ledger::open(folder.path(), m_clock);
        MUST(ledger);
        for (int i = 0; i < 100; ++i) {
            const QString id = u"d%1"_s.arg(i);
            MUST((*ledger)->record(samples::decision(id)));
            MUST((*ledger)->advance({id}, {.to = i % 2 ? S::Cancelled : S::Queued, .detail = u"note %1"_s.arg(i)}));
        }
    }
    LedgerReader reader(folder.path());
    const auto report = reader.verifyChain();
    MUST(report);
    QVERIFY2(!report->firstBad, qPrintable(report->reason));
    QCOMPARE(report->entries, 200);
    QCOMPARE(reader.history(3)->size(), 3);
    QCOMPARE(reader.history(3)->first().detail, u"note 99"_s);
}

CASEMATE_TEST(AuditChains)
#include "auditchains.moc"
