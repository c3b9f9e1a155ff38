// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/caselist.h"
#include "simulator/random.h"
#include "support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace simulator;

// Lists are kept in order row by row and searched no further than somebody reads: what they answer has to be what sorting
// and filtering everything would.
class ListOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyQuestionAfterAnyChange_data();
    void anyQuestionAfterAnyChange();
};

namespace {

class NoText : public TextSource {
public:
    [[nodiscard]] IncidentText incidentText(quint32) const override { return {}; }
    void writeAlertMembers(quint32, int, bool, QByteArray &) const override { }
};

constexpr Ticks begin = 1'770'000'000 * oneSecond; // some day

struct Bounds {
    Ticks createdFrom;
    Ticks createdTo;
    Ticks updatedFrom;
    bool onlyHigh;
};

IncidentFacts anyFacts(Random &random)
{
    IncidentFacts facts;
    facts.created = begin + random.ticks(2'000) * oneSecond; // many share a second
    facts.updated = facts.created + random.ticks(500) * oneSecond;
    facts.severity = random.chance(30) ? Severity::High : Severity::Low;
    return facts;
}

QString filterOf(const Bounds &bounds)
{
    QString filter = u"createdDateTime ge %1 and createdDateTime lt %2 and lastUpdateDateTime gt %3"_s.arg(
        stamp(bounds.createdFrom), stamp(bounds.createdTo), stamp(bounds.updatedFrom));
    if (bounds.onlyHigh) {
        filter += u" and (severity eq 'high' or severity eq 'unknown')"_s;
    }
    return filter;
}

std::vector<quint32> naive(const IncidentStore &store, const Bounds &bounds, const ListQuery &query)
{
    std::vector<quint32> rows;
    for (quint32 i = 0; i < store.incidentCount(); ++i) {
        const IncidentFacts &facts = store.incident(i);
        if (facts.created >= bounds.createdFrom && facts.created < bounds.createdTo && facts.updated > bounds.updatedFrom
            && (!bounds.onlyHigh || facts.severity == Severity::High)) {
            rows.push_back(i);
        }
    }
    std::sort(rows.begin(), rows.end(), [&](quint32 left, quint32 right) {
        const auto time = [&](quint32 row) { return query.byUpdate ? store.incident(row).updated : store.incident(row).created; };
        const bool before = time(left) != time(right) ? time(left) < time(right) : left < right;
        return query.oldestFirst ? before : !before && left != right;
    });
    return rows;
}

} // namespace

void ListOrder::anyQuestionAfterAnyChange_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 20; ++seed) {
        QTest::newRow(qPrintable(u"seed %1"_s.arg(seed))) << seed;
    }
}

void ListOrder::anyQuestionAfterAnyChange()
{
    QFETCH(const quint64, seed);
    Random random(seed, {1});
    const NoText source;
    IncidentStore store(seed, source);
    CaseList list(store, CaseList::Of::Incidents);
    for (int i = 0; i < 300; ++i) {
        store.add(anyFacts(random));
    }
    for (int turn = 0; turn < 120; ++turn) {
        if (random.chance(50)) {
            const auto row = static_cast<IncidentIndex>(random.below(static_cast<int>(store.incidentCount())));
            store.edit(row) = anyFacts(random);
        }
        for (int i = random.chance(20) ? random.below(90) : 0; i > 0; --i) {
            store.add(anyFacts(random));
        }
        const Bounds bounds {.createdFrom = begin + random.ticks(1'500) * oneSecond,
                             .createdTo = begin + random.ticks(2'500) * oneSecond,
                             .updatedFrom = begin + random.ticks(2'500) * oneSecond,
                             .onlyHigh = random.chance(40)};
        ListQuery query;
        query.filter = random.chance(20) ? QString() : filterOf(bounds);
        query.byUpdate = random.chance(50);
        query.oldestFirst = random.chance(50);
        query.skip = random.below(60);
        query.top = random.below(40);
        query.count = random.chance(30);
        const Bounds applied = query.filter.isEmpty() ? Bounds {0, begin * 2, 0, false} : bounds;
        const std::vector<quint32> wanted = naive(store, applied, query);
        const auto found = list.find(query);
        QVERIFY(found);
        const CaseList::Indices &rows = **found;
        const std::size_t needed = std::min(wanted.size(), query.count ? wanted.size() : static_cast<std::size_t>(query.skip + query.top + 1));
        QVERIFY(rows.size() >= needed && rows.size() <= wanted.size());
        QVERIFY(std::equal(rows.begin(), rows.end(), wanted.begin()));
        QVERIFY(!query.count || rows.size() == wanted.size());
    }
}

CASEMATE_TEST(ListOrder)
#include "list_order.moc"
