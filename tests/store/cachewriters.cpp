// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "store/cachereader.h"
#include "support/faultgate.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace domain;
using namespace store;
using casemate::test::FaultGate;
using samples::minute;

class CacheWriters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesComeBackExactly();
    void columnsComeBackAsTheyWere();
    void anOlderStampNeverOverwritesANewer();
    void theSameStampWithTheSameBytesIsUnchanged();
    void theSameStampWithOtherBytesIsWritten();
    void anIdTwiceInABatchIsOneRow();
    void anAlertMayComeBeforeItsIncident();
    void anAlertThatMovesChangesBothIncidents();
    void arrivedAreOnlyThoseThatAreNew();
    void aRedirectedIncidentStays();
    void windowsAreReplacedByAPlan();
    void aDrainedWindowIsCutOut();
    void theCursorMovesWithTheRowsOrNotAtAll();
    void aFullPullForgetsTheCursorAndKeepsTheRows();
    void poisonIsKeptAndHealed();
    void poisonWithoutAnIdIsCountedOnce();
    void whatComesAgainIsNoLongerArchived();
    void nothingNewWritesNothing();

private:
    static std::unique_ptr<CacheWriter> open(const samples::Folder &folder, const samples::Book &book,
                                             const Storage &storage = {})
    {
        Result<std::unique_ptr<CacheWriter>> writer = CacheWriter::open(folder.path(), book, storage);
        return writer ? std::move(*writer) : nullptr;
    }
};

void CacheWriters::bytesComeBackExactly()
{
    samples::Folder folder;
    samples::Book book;
    const auto incident = book.enter(samples::incident(u"29"_s, minute(1)));
    const auto old = book.enter(samples::alert(u"a1"_s, u"29"_s, minute(1)));
    Alert later = samples::alert(u"a2"_s, u"29"_s, minute(2));
    later.created = minute(1);
    const auto young = book.enter(later);
    const auto writer = open(folder, book);
    QVERIFY(writer);
    QVERIFY(writer->opening().created);
    MUST(writer->apply({.incidents = {incident}, .alerts = {old, young}}));

    CacheReader reader(folder.path(), book);
    const auto bytes = reader.receivedBytes({u"29"_s});
    MUST(bytes);
    QCOMPARE(*bytes, (ReceivedBytes {incident.bytes, {young.bytes, old.bytes}}));
    const auto detail = reader.incident({u"29"_s});
    MUST(detail);
    QCOMPARE(detail->incident, incident.value);
    QCOMPARE(detail->alerts, (QList<Alert> {young.value, old.value}));
    QVERIFY(detail->pending.isEmpty() && detail->unreadable.isEmpty() && !detail->archived);
}

void CacheWriters::columnsComeBackAsTheyWere()
{
    samples::Folder folder;
    samples::Book book;
    Incident incident = samples::incident(u"29"_s, minute(1));
    incident.assignedTo = Untrusted(u"adele@contoso.example"_s);
    Alert resolved = samples::alert(u"a1"_s, u"29"_s, minute(1));
    resolved.status = wordOf(AlertStatus::Resolved);
    resolved.serviceSource = wordOf(ServiceSource::DefenderForEndpoint);
    const Alert open1 = samples::alert(u"a2"_s, u"29"_s, minute(1));
    Alert open2 = samples::alert(u"a3"_s, u"29"_s, minute(1));
    open2.serviceSource = {ServiceSource::Other, u"somethingNew"_s};
    const auto writer = open(folder, book);
    MUST(writer->apply({.incidents = {book.enter(incident)},
                        .alerts = {book.enter(resolved), book.enter(open1), book.enter(open2)}}));

    CacheReader reader(folder.path(), book);
    const auto rows = reader.queue();
    MUST(rows);
    QCOMPARE(rows->size(), 1);
    const QueueRow &row = rows->first();
    QCOMPARE(row.id, incident.id);
    QCOMPARE(row.name, incident.displayName);
    QCOMPARE(row.status, incident.status); // the received spelling with it
    QCOMPARE(row.severity, incident.severity);
    QCOMPARE(row.classification, incident.classification);
    QCOMPARE(row.determination, incident.determination);
    QCOMPARE(row.assignedTo, incident.assignedTo);
    QCOMPARE(row.tags, incident.customTags + incident.systemTags);
    QCOMPARE(row.customTags, 2);
    QCOMPARE(row.sources, (QList<ServiceSource> {ServiceSource::DefenderForEndpoint, ServiceSource::DefenderForOffice365,
                                                 ServiceSource::Other}));
    QCOMPARE(row.alerts, 3);
    QCOMPARE(row.openAlerts, 2);
    QCOMPARE(row.pendingActions, 0);
    QVERIFY(!row.pendingExpires);
    QCOMPARE(row.priorityScore, incident.priorityScore);
    QCOMPARE(row.created, incident.created);
    QCOMPARE(row.updated, incident.updated); // all seven digits
    QVERIFY(!row.archived);
    QCOMPARE(*reader.rows({{u"29"_s}, {u"30"_s}}), *rows);
}

void CacheWriters::anOlderStampNeverOverwritesANewer()
{
    samples::Folder folder;
    samples::Book book;
    const auto newer = book.enter(samples::incident(u"29"_s, minute(2)));
    const auto older = book.enter(samples::incident(u"29"_s, minute(1)));
    const auto newerAlert = book.enter(samples::alert(u"a1"_s, u"29"_s, minute(2)));
    const auto olderAlert = book.enter(samples::alert(u"a1"_s, u"30"_s, minute(1)));
    const auto writer = open(folder, book);
    MUST(writer->apply({.incidents = {newer}, .alerts = {newerAlert}}));
    const auto applied = writer->apply({.incidents = {older}, .alerts = {olderAlert}});
    MUST(applied);
    QCOMPARE(applied->unchanged, 2);
    QCOMPARE(applied->written, 0);
    QVERIFY(applied->changes.isEmpty());
    CacheReader reader(folder.path(), book);
    QCOMPARE(*reader.receivedBytes({u"29"_s}), (ReceivedBytes {newer.bytes, {newerAlert.bytes}}));
}

void CacheWriters::theSameStampWithTheSameBytesIsUnchanged()
{
    samples::Folder folder;
    samples::Book book;
    const auto incident = book.enter(samples::incident(u"29"_s, minute(1)));
    const auto alert = book.enter(samples::alert(u"a1"_s, u"29"_s, minute(1)));
    const auto writer = open(folder, book);
    const Batch batch {.incidents = {incident}, .alerts = {alert}};
    QCOMPARE(writer->apply(batch)->written, 2);
    const auto again = writer->apply(batch);
    MUST(again);
    QCOMPARE(again->written, 0);
    QCOMPARE(again->unchanged, 2);
    QVERIFY(again->changes.isEmpty());
}

void CacheWriters::theSameStampWithOtherBytesIsWritten()
{
    samples::Folder folder;
    samples::Book book;
    Alert alert = samples::alert(u"a1"_s, u"29"_s, minute(1));
    alert.evidence = {samples::mailEvidence(u"m"_s, u"megan@contoso.example"_s)};
    const auto waiting = book.enter(alert);
    alert.evidence = {samples::mailEvidence(u"m"_s, u"megan@contoso.example"_s, RemediationStatus::Remediated)};
    const auto remediated = book.enter(alert);
    const auto writer = open(folder, book);
    MUST(writer->apply({.incidents = {book.enter(samples::incident(u"29"_s, minute(1)))}, .alerts = {waiting}}));
    CacheReader reader(folder.path(), book);
    QCOMPARE(reader.queue()->first().pendingActions, 1);
    const auto applied = writer->apply({.alerts = {remediated}});
    MUST(applied);
    QCOMPARE(applied->written, 1);
    QCOMPARE(applied->changes.incidents, (QSet<IncidentId> {{u"29"_s}}));
    QCOMPARE(reader.queue()->first().pendingActions, 0);
    QCOMPARE(reader.receivedBytes({u"29"_s})->alerts.last(), remediated.bytes);
}

void CacheWriters::anIdTwiceInABatchIsOneRow()
{
    samples::Folder folder;
    samples::Book book;
    const auto first = book.enter(samples::incident(u"29"_s, minute(1)));
    const auto second = book.enter(samples::incident(u"29"_s, minute(2)));
    const auto writer = open(folder, book);
    const auto applied = writer->apply({.incidents = {second, first, second}});
    MUST(applied);
    QCOMPARE(applied->written, 1);
    QCOMPARE(applied->unchanged, 2);
    CacheReader reader(folder.path(), book);
    QCOMPARE(reader.queue()->size(), 1);
    QCOMPARE(*reader.receivedBytes({u"29"_s}), (ReceivedBytes {second.bytes, {}}));
}

void CacheWriters::anAlertMayComeBeforeItsIncident()
{
    samples::Folder folder;
    samples::Book book;
    Alert alert = samples::alert(u"a1"_s, u"29"_s, minute(1));
    alert.evidence = {samples::mailEvidence(u"m"_s, u"megan@contoso.example"_s)};
    const auto writer = open(folder, book);
    const auto early = writer->apply({.feed = Feed::Alerts, .alerts = {book.enter(alert)}});
    MUST(early);
    QCOMPARE(early->changes.incidents, (QSet<IncidentId> {{u"29"_s}}));
    QVERIFY(early->changes.arrived.isEmpty());
    CacheReader reader(folder.path(), book);
    QVERIFY(reader.queue()->isEmpty());
    QCOMPARE(reader.counts()->unjoinedAlerts, 1);
    QCOMPARE(reader.pendingActions()->size(), 1); // it waits, whoever it belongs to

    MUST(writer->apply({.incidents = {book.enter(samples::incident(u"29"_s, minute(1)))}}));
    const auto rows = reader.queue();
    QCOMPARE(rows->size(), 1);
    QCOMPARE(rows->first().alerts, 1);
    QCOMPARE(rows->first().pendingActions, 1);
    QCOMPARE(reader.counts()->unjoinedAlerts, 0);
}

void CacheWriters::anAlertThatMovesChangesBothIncidents()
{
    samples::Folder folder;
    samples::Book book;
    Alert alert = samples::alert(u"a1"_s, u"29"_s, minute(1));
    alert.evidence = {samples::mailEvidence(u"m"_s, u"megan@contoso.example"_s)};
    const auto before = book.enter(alert);
    alert.incident = {u"30"_s};
    alert.updated = minute(2);
    const auto after = book.enter(alert);
    const auto writer = open(folder, book);
    MUST(writer->apply({.incidents = {book.enter(samples::incident(u"29"_s, minute(1))),
                                      book.enter(samples::incident(u"30"_s, minute(1)))},
                        .alerts = {before}}));
    const auto applied = writer->apply({.alerts = {after}});
    MUST(applied);
    QCOMPARE(applied->changes.incidents, (QSet<IncidentId> {{u"29"_s}, {u"30"_s}}));
    CacheReader reader(folder.path(), book);
    const QueueRow left = reader.rows({{u"29"_s}})->first();
    const QueueRow joined = reader.rows({{u"30"_s}})->first();
    QCOMPARE(left.alerts, 0);
    QCOMPARE(left.pendingActions, 0);
    QVERIFY(left.sources.isEmpty());
    QCOMPARE(joined.alerts, 1);
    QCOMPARE(joined.pendingActions, 1);
    QCOMPARE(joined.sources, QList<ServiceSource> {ServiceSource::DefenderForOffice365});
}

void CacheWriters::arrivedAreOnlyThoseThatAreNew()
{
    samples::Folder folder;
    samples::Book book;
    const auto writer = open(folder, book);
    MUST(writer->apply({.incidents = {book.enter(samples::incident(u"29"_s, minute(1)))}}));
    const auto applied = writer->apply({.incidents = {book.enter(samples::incident(u"29"_s, minute(2))),
                                                      book.enter(samples::incident(u"30"_s, minute(2)))}});
    MUST(applied);
    QCOMPARE(applied->changes.incidents, (QSet<IncidentId> {{u"29"_s}, {u"30"_s}}));
    QCOMPARE(applied->changes.arrived, (QSet<IncidentId> {{u"30"_s}}));
}

void CacheWriters::aRedirectedIncidentStays()
{
    samples::Folder folder;
    samples::Book book;
    Incident incident = samples::incident(u"29"_s, minute(1));
    const auto writer = open(folder, book);
    MUST(writer->apply({.incidents = {book.enter(incident)}}));
    incident.updated = minute(2);
    incident.status = wordOf(IncidentStatus::Redirected);
    incident.redirectTo = IncidentId {u"31"_s};
    MUST(writer->apply({.incidents = {book.enter(incident)}}));
    CacheReader reader(folder.path(), book);
    QCOMPARE(reader.queue()->first().status.value, IncidentStatus::Redirected);
    QCOMPARE(reader.incident({u"29"_s})->incident.redirectTo, incident.redirectTo);
    QCOMPARE(samples::plainSql(folder.file(u"cache.db"_s), "SELECT redirect_to FROM incidents"), u"31"_s);
}

void CacheWriters::windowsAreReplacedByAPlan()
{
    samples::Folder folder;
    samples::Book book;
    const QList<TimeWindow> first {{minute(0), minute(10)}, {minute(10), minute(20)}};
    const QList<TimeWindow> second {{minute(5), minute(10)}};
    const auto writer = open(folder, book);
    MUST(writer->planWindows(Feed::Incidents, first));
    MUST(writer->planWindows(Feed::Alerts, second));
    QCOMPARE(writer->feedState(Feed::Incidents)->open, first);
    MUST(writer->planWindows(Feed::Incidents, second));
    QCOMPARE(writer->feedState(Feed::Incidents)->open, second);
    CacheReader reader(folder.path(), book);
    QCOMPARE(*reader.feedState(Feed::Incidents), (FeedState {{}, second, {}}));
    QCOMPARE(*reader.feedState(Feed::Alerts), (FeedState {{}, second, {}}));
}

void CacheWriters::aDrainedWindowIsCutOut()
{
    samples::Folder folder;
    samples::Book book;
    const auto writer = open(folder, book);
    MUST(writer->planWindows(Feed::Alerts, {{minute(0), minute(10)}, {minute(10), minute(20)}}));
    MUST(writer->apply({.feed = Feed::Alerts,
                        .drained = TimeWindow {minute(0), minute(5)},
                        .incomplete = QStringList {u"alerts_v2: 206"_s}}));
    QCOMPARE(writer->feedState(Feed::Alerts)->open,
             (QList<TimeWindow> {{minute(5), minute(10)}, {minute(10), minute(20)}}));
    MUST(writer->apply({.feed = Feed::Alerts, .drained = TimeWindow {minute(5), minute(20)}, .watermark = minute(20)}));
    QCOMPARE(*writer->feedState(Feed::Alerts), (FeedState {minute(20), {}, {u"alerts_v2: 206"_s}}));
    MUST(writer->apply({.feed = Feed::Alerts, .incomplete = QStringList {}}));
    QVERIFY(writer->feedState(Feed::Alerts)->incomplete.isEmpty());
}

// The i-th statement fails, for every i: either everything of the batch is there afterwards, or nothing.
void CacheWriters::theCursorMovesWithTheRowsOrNotAtAll()
{
    samples::Book book;
    Alert alert = samples::alert(u"a1"_s, u"29"_s, minute(1));
    alert.evidence = {samples::mailEvidence(u"m"_s, u"megan@contoso.example"_s), samples::userEvidence(u"megan"_s)};
    const TimeWindow window {minute(0), minute(10)};
    const Batch batch {.incidents = {book.enter(samples::incident(u"29"_s, minute(1)))},
                       .alerts = {book.enter(alert)},
                       .poison = {{u"28"_s, "{"_ba, error(ErrorKind::NotGraph, u"read"_s)}},
                       .drained = window,
                       .watermark = minute(10)};
    FaultGate gate;
    int statements = 0;
    for (const int code : {10 /* SQLITE_IOERR */, 13 /* SQLITE_FULL */}) {
        for (int nth = 0; nth == 0 || nth <= statements; ++nth) { // 0: without a fault, to count
            samples::Folder folder;
            auto writer = open(folder, book, {.gate = &gate});
            QVERIFY(writer);
            MUST(writer->planWindows(Feed::Incidents, {window}));
            gate.failAt(nth, code);
            const auto applied = writer->apply(batch);
            QCOMPARE(applied.hasValue(), nth == 0);
            if (nth == 0)
                statements = gate.count();
            else
                QCOMPARE(applied.error().kind, code == 10 ? ErrorKind::StorageFailed : ErrorKind::StorageFull);
            gate.clear();
            CacheReader reader(folder.path(), book);
            const bool moved = nth == 0;
            QCOMPARE(reader.queue()->size(), moved ? 1 : 0);
            QCOMPARE(reader.counts()->alerts, moved ? 1 : 0);
            QCOMPARE(reader.counts()->poison, moved ? 1 : 0);
            QCOMPARE(reader.feedState(Feed::Incidents)->watermark, moved ? std::optional(minute(10)) : std::nullopt);
            QCOMPARE(reader.feedState(Feed::Incidents)->open.size(), moved ? 0 : 1);
            MUST(writer->apply(batch)); // the same writer goes on
            QCOMPARE(reader.queue()->first().pendingActions, 1);
            QCOMPARE(reader.feedState(Feed::Incidents)->watermark, std::optional(minute(10)));
        }
    }
    QVERIFY(statements > 15);
}

void CacheWriters::aFullPullForgetsTheCursorAndKeepsTheRows()
{
    samples::Folder folder;
    samples::Book book;
    const auto writer = open(folder, book);
    MUST(writer->planWindows(Feed::Alerts, {{minute(0), minute(10)}}));
    MUST(writer->apply({.incidents = {book.enter(samples::incident(u"29"_s, minute(1)))}, .watermark = minute(10)}));
    MUST(writer->clearForFullPull());
    QCOMPARE(*writer->feedState(Feed::Incidents), FeedState {});
    QCOMPARE(*writer->feedState(Feed::Alerts), FeedState {});
    CacheReader reader(folder.path(), book);
    QCOMPARE(reader.queue()->size(), 1);
}

void CacheWriters::poisonIsKeptAndHealed()
{
    samples::Folder folder;
    samples::Book book;
    const auto writer = open(folder, book);
    MUST(writer->apply({.feed = Feed::Incidents, .poison = {{u"29"_s, "{\"id\":29}"_ba, error(ErrorKind::NotGraph, {})}}}));
    CacheReader reader(folder.path(), book);
    QCOMPARE(reader.counts()->poison, 1);
    // an alert of the same id heals nothing
    MUST(writer->apply({.feed = Feed::Alerts, .alerts = {book.enter(samples::alert(u"29"_s, {}, minute(1)))}}));
    QCOMPARE(reader.counts()->poison, 1);
    MUST(writer->apply({.incidents = {book.enter(samples::incident(u"29"_s, minute(1)))}}));
    QCOMPARE(reader.counts()->poison, 0);
}

void CacheWriters::poisonWithoutAnIdIsCountedOnce()
{
    samples::Folder folder;
    samples::Book book;
    const auto writer = open(folder, book);
    const PoisonItem one {{}, "[]"_ba, error(ErrorKind::NotGraph, {})};
    const PoisonItem other {{}, "[1]"_ba, error(ErrorKind::NotGraph, {})};
    MUST(writer->apply({.poison = {one, other, one}}));
    MUST(writer->apply({.poison = {one}}));
    CacheReader reader(folder.path(), book);
    QCOMPARE(reader.counts()->poison, 2);
}

void CacheWriters::whatComesAgainIsNoLongerArchived()
{
    samples::Folder folder;
    samples::Book book;
    const auto incident = book.enter(samples::incident(u"29"_s, minute(1)));
    Alert alert = samples::alert(u"a1"_s, u"29"_s, minute(1));
    alert.evidence = {samples::mailEvidence(u"m"_s, u"megan@contoso.example"_s)};
    const auto writer = open(folder, book);
    MUST(writer->apply({.incidents = {incident}, .alerts = {book.enter(alert)}}));
    const auto archived = writer->markArchived({{u"29"_s}, {u"404"_s}});
    MUST(archived);
    QCOMPARE(archived->incidents, (QSet<IncidentId> {{u"29"_s}}));
    CacheReader reader(folder.path(), book);
    QVERIFY(reader.queue()->first().archived);
    QCOMPARE(reader.queue()->first().pendingActions, 0); // nobody can decide about it any more
    QVERIFY(reader.pendingActions()->isEmpty());
    QVERIFY(reader.alertsWithPendingEvidence()->isEmpty());
    QCOMPARE(*reader.counts(), (CacheCounts {1, 1, 1, 0, 0, 0}));
    QVERIFY(writer->markArchived({{u"29"_s}})->isEmpty());

    const auto again = writer->apply({.incidents = {incident}});
    MUST(again);
    QCOMPARE(again->written, 1);
    QVERIFY(again->changes.arrived.isEmpty());
    QVERIFY(!reader.queue()->first().archived);
    QCOMPARE(reader.queue()->first().pendingActions, 1);
}

void CacheWriters::nothingNewWritesNothing()
{
    samples::Folder folder;
    samples::Book book;
    const auto incident = book.enter(samples::incident(u"29"_s, minute(1)));
    Alert alert = samples::alert(u"a1"_s, u"29"_s, minute(1));
    alert.evidence = {samples::mailEvidence(u"m"_s, u"megan@contoso.example"_s)};
    const Batch batch {.incidents = {incident}, .alerts = {book.enter(alert)}};
    const auto writer = open(folder, book);
    MUST(writer->apply(batch));
    const qint64 before = QFileInfo(folder.file(u"cache.db-wal"_s)).size();
    QVERIFY(before > 0);
    MUST(writer->apply(batch));
    QCOMPARE(QFileInfo(folder.file(u"cache.db-wal"_s)).size(), before);
}

CASEMATE_TEST(CacheWriters)
#include "cachewriters.moc"
