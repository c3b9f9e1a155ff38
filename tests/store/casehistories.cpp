// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One incident's part of a ledger goes into a case file and comes out of it elsewhere: whole, provable, and without a word
// about other incidents.

#include "samples.h"
#include "store/caseledger.h"
#include "store/ledger.h"
#include "store/ledgerreader.h"
#include "support/paths.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <functional>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace store;
using S = DecisionState;

class CaseHistories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas();
    void tellsNothingAboutOthers();
    void beginsWithItsOwnFirstEntry();
    void canBeHandedOnAgain();
    void anErasedFieldStaysErased();
    void oldEntriesOfOthersKeepTheChainWhole();
    void nothingDecidedIsNothing();
    void forgeriesAreFound_data();
    void forgeriesAreFound();
    void whatIsNoHistoryIsRefused_data();
    void whatIsNoHistoryIsRefused();
    void aLedgerIsNeverWrittenOver();

private:
    // 1 "b" about 7, 2 "a" about 9, 3 to 5 "b", 6 "a", 7 "b"
    void write(const samples::Folder &folder)
    {
        const auto opened = Ledger::open(folder.path(), m_clock);
        MUST(opened);
        Ledger &ledger = **opened;
        Decision ours = samples::decision(u"b"_s, DecisionKind::ApproveAction);
        ours.incident = {u"7"_s};
        Decision other = samples::decision(u"secret-decision"_s);
        other.incident = {u"secret-incident"_s};
        other.value = u"secret-person"_s;
        if (m_otherFirst)
            MUST(ledger.record(other));
        MUST(ledger.record(ours));
        if (!m_otherFirst)
            MUST(ledger.record(other));
        MUST(ledger.advance({u"b"_s}, {.to = S::Queued}));
        MUST(ledger.advance({u"b"_s}, {.to = S::Preflight, .detail = u"megan"_s}));
        MUST(ledger.beginAttempt({.id = {u"t"_s}, .decision = {u"b"_s}, .requestDigest = QByteArray(32, '\x07')}));
        MUST(ledger.advance({u"secret-decision"_s}, {.to = S::Queued}));
        MUST(ledger.finishAttempt({.attempt = {u"t"_s}, .to = S::Accepted, .requestId = u"r-1"_s, .httpStatus = 202}));
    }
    QJsonObject historyOf(const samples::Folder &folder)
    {
        const auto history = LedgerReader(folder.path()).caseHistory({u"7"_s});
        // Through text, as a case file does it.
        return history ? QJsonDocument::fromJson(QJsonDocument(*history).toJson()).object() : QJsonObject();
    }

    samples::StillClock m_clock;
    bool m_otherFirst = false;
};

void CaseHistories::comesBackAsItWas()
{
    samples::Folder here;
    samples::Folder there;
    write(here);
    MUST(writeCaseLedger(there.path(), historyOf(here)));
    LedgerReader original(here.path());
    LedgerReader copy(there.path());
    const auto report = copy.verifyChain();
    MUST(report);
    QCOMPARE(report->reason, QString());
    QCOMPARE(report->entries, 5);
    QCOMPARE(report->head, original.verifyChain()->head);
    QCOMPARE(*copy.decision({u"b"_s}), *original.decision({u"b"_s}));
    QList<HistoryEntry> expected = *original.history(100);
    expected.removeIf([](const HistoryEntry &entry) { return entry.incident != IncidentId {u"7"_s}; });
    QCOMPARE(expected.size(), 5);
    QCOMPARE(*copy.history(100), expected);
}

void CaseHistories::tellsNothingAboutOthers()
{
    samples::Folder here;
    write(here);
    const QJsonObject history = historyOf(here);
    QCOMPARE(history.value("audit"_L1).toObject().value("links"_L1).toArray().size(), 7);
    const QByteArray text = QJsonDocument(history).toJson();
    QVERIFY(text.contains("megan"));
    QVERIFY(!text.contains("secret"));
}

void CaseHistories::beginsWithItsOwnFirstEntry()
{
    m_otherFirst = true;
    samples::Folder here;
    samples::Folder there;
    write(here);
    m_otherFirst = false;
    const QJsonObject history = historyOf(here);
    QCOMPARE(history.value("audit"_L1).toObject().value("links"_L1).toArray().size(), 6);
    QCOMPARE(history.value("audit"_L1).toObject().value("start"_L1).toObject().value("seq"_L1).toInt(), 1);
    MUST(writeCaseLedger(there.path(), history));
    const auto report = LedgerReader(there.path()).verifyChain();
    MUST(report);
    QCOMPARE(report->reason, QString());
    QCOMPARE(report->head.seq, 7);
}

void CaseHistories::canBeHandedOnAgain()
{
    samples::Folder here;
    samples::Folder there;
    write(here);
    const QJsonObject history = historyOf(here);
    MUST(writeCaseLedger(there.path(), history));
    QCOMPARE(historyOf(there), history);
}

void CaseHistories::anErasedFieldStaysErased()
{
    samples::Folder here;
    samples::Folder there;
    write(here);
    {
        const auto ledger = Ledger::open(here.path(), m_clock);
        MUST((*ledger)->advance({u"b"_s}, {.to = S::Verifying}));
        MUST((*ledger)->advance({u"b"_s}, {.to = S::Verified}));
        MUST((*ledger)->erasePersonal({u"b"_s}));
    }
    const QJsonObject history = historyOf(here);
    QVERIFY(!QJsonDocument(history).toJson().contains("megan"));
    MUST(writeCaseLedger(there.path(), history));
    const auto report = LedgerReader(there.path()).verifyChain();
    MUST(report);
    QCOMPARE(report->reason, QString());
}

void CaseHistories::oldEntriesOfOthersKeepTheChainWhole()
{
    samples::Folder here;
    samples::Folder there;
    QFile fixture(casemate::test::sourceDir() + u"/tests/store/fixtures/ledger-v1.sql"_s);
    QVERIFY(fixture.open(QIODevice::ReadOnly));
    CHANGE(here.file(u"ledger.db"_s), fixture.readAll());
    QFile::setPermissions(here.file(u"ledger.db"_s), QFile::ReadOwner | QFile::WriteOwner);
    Decision about;
    Decision after = samples::decision(u"after"_s);
    {
        const auto ledger = Ledger::open(here.path(), m_clock);
        MUST(ledger);
        MUST((*ledger)->record(after));
    }
    const QString incident = samples::plainSql(here.file(u"ledger.db"_s), "SELECT incident FROM decision ORDER BY row LIMIT 1");
    QVERIFY(!incident.isEmpty());
    LedgerReader original(here.path());
    const auto history = original.caseHistory({incident});
    MUST(history);
    MUST(writeCaseLedger(there.path(), *history));
    const auto report = LedgerReader(there.path()).verifyChain();
    MUST(report);
    QCOMPARE(report->reason, QString());
    QCOMPARE(report->head, original.verifyChain()->head);
}

void CaseHistories::nothingDecidedIsNothing()
{
    samples::Folder here;
    write(here);
    const auto history = LedgerReader(here.path()).caseHistory({u"8"_s});
    MUST(history);
    QVERIFY(history->isEmpty());
}

void CaseHistories::forgeriesAreFound_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("with");
    QTest::addColumn<QString>("reason");
    QTest::newRow("an entry") << R"(\"event\":\"attempted\")"_ba << R"(\"event\":\"answered\")"_ba << u"hash"_s;
    QTest::newRow("who said it") << R"("value":"megan")"_ba << R"("value":"peter")"_ba << u"personal"_s;
    QTest::newRow("how it ended") << R"("state":"accepted")"_ba << R"("state":"verified")"_ba << u"decisionDiffers"_s;
    QTest::newRow("what it was about") << R"("incident":"7")"_ba << R"("incident":"8")"_ba << u"decisionDiffers"_s;
}

void CaseHistories::forgeriesAreFound()
{
    QFETCH(const QByteArray, what);
    QFETCH(const QByteArray, with);
    QFETCH(const QString, reason);
    samples::Folder here;
    samples::Folder there;
    write(here);
    QByteArray text = QJsonDocument(historyOf(here)).toJson(QJsonDocument::Compact);
    QVERIFY(text.contains(what));
    text.replace(what, with);
    MUST(writeCaseLedger(there.path(), QJsonDocument::fromJson(text).object()));
    const auto report = LedgerReader(there.path()).verifyChain();
    MUST(report);
    QVERIFY(report->firstBad);
    QCOMPARE(report->reason, reason);
}

namespace {

using Change = std::function<void(QJsonObject &)>;

void changeChain(QJsonObject &history, const std::function<void(QJsonArray &)> &change)
{
    QJsonObject audit = history.value("audit"_L1).toObject();
    QJsonArray links = audit.value("links"_L1).toArray();
    change(links);
    audit.insert("links"_L1, links);
    history.insert("audit"_L1, audit);
}

} // namespace

void CaseHistories::whatIsNoHistoryIsRefused_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("foundAs"); // by the verifier, where it is not refused
    const auto row = [](const char *name, const Change &change, const QString &code, const QString &foundAs = {}) {
        QTest::newRow(name) << change << code << foundAs;
    };
    row("no decisions", [](QJsonObject &h) { h.remove("decisions"_L1); }, u"wrongType"_s);
    row("no audit", [](QJsonObject &h) { h.remove("audit"_L1); }, u"wrongType"_s);
    row("hash is no hex", [](QJsonObject &h) {
        changeChain(h, [](QJsonArray &links) {
            QJsonObject link = links.first().toObject();
            link.insert("hash"_L1, u"zz"_s);
            links.replace(0, link);
        });
    }, u"wrongType"_s);
    row("number of an entry is no number", [](QJsonObject &h) {
        changeChain(h, [](QJsonArray &links) {
            QJsonObject link = links.first().toObject();
            link.insert("seq"_L1, u"1"_s);
            links.replace(0, link);
        });
    }, u"wrongType"_s);
    row("a decision twice", [](QJsonObject &h) {
        QJsonArray decisions = h.value("decisions"_L1).toArray();
        decisions.append(decisions.first());
        h.insert("decisions"_L1, decisions);
    }, u"inconsistent"_s);
    row("the tail cut off", [](QJsonObject &h) { changeChain(h, [](QJsonArray &links) { links.removeLast(); }); }, {}, u"missingTail"_s);
    row("one left out", [](QJsonObject &h) { changeChain(h, [](QJsonArray &links) { links.removeAt(1); }); }, {}, u"gap"_s);
    row("another's digest", [](QJsonObject &h) {
        changeChain(h, [](QJsonArray &links) {
            QJsonObject link = links.at(1).toObject();
            link.insert("digest"_L1, QString(64, u'0'));
            links.replace(1, link);
        });
    }, {}, u"hash"_s);
}

void CaseHistories::whatIsNoHistoryIsRefused()
{
    QFETCH(const Change, change);
    QFETCH(const QString, code);
    QFETCH(const QString, foundAs);
    samples::Folder here;
    samples::Folder there;
    write(here);
    QJsonObject history = historyOf(here);
    change(history);
    const auto written = writeCaseLedger(there.path(), history);
    if (!code.isEmpty()) {
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::NotGraph);
        QCOMPARE(written.error().code, code);
        return;
    }
    MUST(written);
    QCOMPARE(LedgerReader(there.path()).verifyChain()->reason, foundAs);
}

void CaseHistories::aLedgerIsNeverWrittenOver()
{
    samples::Folder here;
    write(here);
    REFUSED(writeCaseLedger(here.path(), historyOf(here)), "ledgerExists");
}

CASEMATE_TEST(CaseHistories)
#include "casehistories.moc"
