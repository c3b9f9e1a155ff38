// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The order in which things arrive must not matter: whatever comes twice, late or in other company ends in the same cache.

#include "samples.h"
#include "store/cachereader.h"
#include "support/testmain.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace domain;
using namespace store;
using samples::minute;

class CacheOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyOrderEndsInTheSameCache_data();
    void anyOrderEndsInTheSameCache();
};

namespace {

struct Story {
    QList<Received<Incident>> incidents; // all versions
    QList<Received<Alert>> alerts;
};

Evidence randomEvidence(QRandomGenerator &random)
{
    const RemediationStatus status = random.bounded(3) == 0 ? RemediationStatus::Remediated : RemediationStatus::PendingApproval;
    return random.bounded(2) == 0 ? samples::userEvidence(u"user%1"_s.arg(random.bounded(6)), status)
                                  : samples::mailEvidence(u"m%1"_s.arg(random.bounded(6)), u"megan@contoso.example"_s, status);
}

Story randomStory(QRandomGenerator &random, samples::Book &book)
{
    Story story;
    for (int i = 0; i < 8; ++i) {
        const int versions = 1 + random.bounded(3);
        for (int version = 0; version < versions; ++version) {
            Incident incident = samples::incident(QString::number(i), minute(10 + version));
            incident.assignedTo = Untrusted(u"v%1"_s.arg(version));
            story.incidents.append(book.enter(incident));
        }
    }
    for (int i = 0; i < 25; ++i) {
        const int versions = 1 + random.bounded(3);
        for (int version = 0; version < versions; ++version) {
            // an alert may move, and may belong to an incident that never comes
            Alert alert = samples::alert(u"a%1"_s.arg(i), QString::number(random.bounded(10)), minute(10 + version));
            alert.serviceSource = random.bounded(2) == 0 ? wordOf(ServiceSource::Sentinel) : alert.serviceSource;
            alert.status = random.bounded(3) == 0 ? wordOf(AlertStatus::Resolved) : alert.status;
            const int items = random.bounded(4);
            for (int item = 0; item < items; ++item)
                alert.evidence.append(randomEvidence(random));
            story.alerts.append(book.enter(alert));
        }
    }
    return story;
}

struct End {
    QList<QueueRow> rows;
    QList<ReceivedBytes> bytes;
    QList<PendingAction> pending;
    QList<AlertId> waiting;
    CacheCounts counts;
};

End endOf(const samples::Folder &folder, const samples::Book &book)
{
    CacheReader reader(folder.path(), book);
    End end {*reader.queue(), {}, *reader.pendingActions(), *reader.alertsWithPendingEvidence(), *reader.counts()};
    std::sort(end.rows.begin(), end.rows.end(), [](const QueueRow &a, const QueueRow &b) { return a.id < b.id; });
    for (const QueueRow &row : std::as_const(end.rows))
        end.bytes.append(*reader.receivedBytes(row.id));
    return end;
}

// Only the newest of each, once.
template <class T>
QList<Received<T>> newest(const QList<Received<T>> &all)
{
    QList<Received<T>> kept;
    for (const Received<T> &each : all) {
        const auto same = std::find_if(kept.begin(), kept.end(), [&](const Received<T> &k) { return k.value.id == each.value.id; });
        if (same == kept.end())
            kept.append(each);
        else if (same->value.updated < each.value.updated)
            *same = each;
    }
    return kept;
}

} // namespace

void CacheOrders::anyOrderEndsInTheSameCache_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 12; ++seed)
        QTest::addRow("%d", seed) << seed;
}

void CacheOrders::anyOrderEndsInTheSameCache()
{
    QFETCH(const int, seed);
    QRandomGenerator random(static_cast<quint32>(seed));
    samples::Book book;
    const Story story = randomStory(random, book);

    samples::Folder straight;
    {
        const auto writer = CacheWriter::open(straight.path(), book);
        MUST((*writer)->apply({.incidents = newest(story.incidents), .alerts = newest(story.alerts)}));
    }
    const End expected = endOf(straight, book);
    QVERIFY(!expected.pending.isEmpty() && expected.rows.size() == 8);

    samples::Folder crooked;
    {
        auto incidents = story.incidents + story.incidents; // all of it twice
        auto alerts = story.alerts + story.alerts;
        std::shuffle(incidents.begin(), incidents.end(), random);
        std::shuffle(alerts.begin(), alerts.end(), random);
        const auto writer = CacheWriter::open(crooked.path(), book);
        while (!incidents.isEmpty() || !alerts.isEmpty()) {
            Batch batch;
            for (int take = random.bounded(8); take > 0 && !incidents.isEmpty(); --take)
                batch.incidents.append(incidents.takeLast());
            for (int take = random.bounded(8); take > 0 && !alerts.isEmpty(); --take)
                batch.alerts.append(alerts.takeLast());
            MUST((*writer)->apply(batch));
        }
    }
    const End end = endOf(crooked, book);
    QCOMPARE(end.counts, expected.counts);
    QCOMPARE(end.bytes, expected.bytes);
    QCOMPARE(end.waiting, expected.waiting);
    QCOMPARE(end.rows, expected.rows);
    QCOMPARE(end.pending, expected.pending);
}

CASEMATE_TEST(CacheOrders)
#include "cacheorders.moc"
