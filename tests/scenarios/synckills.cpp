// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program dies by SIGKILL ten times during a sync of a real tenant over real HTTP, each time elsewhere, while the
// tenant goes on living. Whoever starts it again ends with every incident and alert of the tenant, to the last change.

#include "scenarios/agreement.h"
#include "scenarios/victimrun.h"

#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace scenarios;

namespace {

const QString reads = u"^GET .*/security/(incidents|alerts_v2)$"_s;

QJsonArray world(ProgramRun &tenant)
{
    return tenant.control("GET", u"/control/world/incidents"_s)[u"incidents"].toArray();
}

// Something that the interrupted sync has not seen, or has seen otherwise.
bool changeSomething(ProgramRun &tenant, int round)
{
    const QJsonArray incidents = world(tenant);
    const QString upn = tenant.ready()[u"accounts"][0][u"upn"].toString();
    const QString id = incidents[(round * 17) % incidents.size()][u"id"].toString();
    const QJsonObject edited = tenant.control("POST", u"/control/analyst"_s,
                                              {{u"incidentId"_s, id}, {u"upn"_s, upn}, {u"comment"_s, u"meanwhile"_s}});
    // A sync reads up to the server's full second, and the tenant's clock stands still.
    tenant.control("POST", u"/control/clock/advance"_s, {{u"seconds"_s, 60}});
    return edited.contains(u"lastUpdateDateTime");
}

qsizetype storedIncidents(const VictimRun &victim)
{
    const auto cache = readCache(victim.folder(), victim.tenantId());
    return cache ? cache->incidents.size() : 0;
}

} // namespace

class SyncKills : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsMissingAfterTenKills();

private:
    void killAndResume(ProgramRun &tenant, const Death &death, int round);

    QString m_oid;
    int m_wholeRequests = 0;
};

void SyncKills::nothingIsMissingAfterTenKills()
{
    ProgramRun tenant;
    QVERIFY(tenant.startTenant(QStringList {u"--incidents"_s, u"200"_s, u"--unthrottled"_s} + seedArguments()));
    VictimRun whole(tenant, reads);
    const VictimEnd counted = whole.run(u"sync"_s);
    QVERIFY2(counted.isDone(), counted.err.constData());
    qInfo("a whole sync: %d commits, %d statements in them, %d requests", counted.counts[u"commit"].toInt(),
          counted.counts[u"statement"].toInt(), counted.counts[u"handed"].toInt());
    QVERIFY(counted.counts[u"commit"].toInt() > 20); // else the numbers below are not spread over anything
    QVERIFY(counted.counts[u"handed"].toInt() > 20);

    m_oid = counted.counts[u"oid"].toString();
    m_wholeRequests = counted.counts[u"handed"].toInt();
    const QList<Death> deaths = deathsSpreadOver(counted.counts);
    QCOMPARE(deaths.size(), 10);
    for (int i = 0; i < deaths.size(); ++i) {
        killAndResume(tenant, deaths.at(i), i + 1);
        if (QTest::currentTestFailed())
            return;
    }
}

void SyncKills::killAndResume(ProgramRun &tenant, const Death &death, int round)
{
    VictimRun victim(tenant, reads);
    victim.setAccount(m_oid);
    const VictimEnd killed = victim.run(u"sync"_s, death);
    QVERIFY2(killed.wasKilled,
             qPrintable(u"round %1, %2 %3: code %4, %5"_s.arg(round)
                            .arg(death.option)
                            .arg(death.nth)
                            .arg(killed.code)
                            .arg(QString::fromUtf8(killed.err))));
    const qsizetype stored = storedIncidents(victim);
    QVERIFY(changeSomething(tenant, round));

    const VictimEnd resumed = victim.run(u"sync"_s);
    QVERIFY2(resumed.isDone(), resumed.err.constData());
    const auto cache = readCache(victim.folder(), victim.tenantId());
    QVERIFY(cache.hasValue());
    const QStringList wrong = differences(*cache, stampsOf(world(tenant)));
    qInfo(
        "round %2d: %-20s %4d, killed with %3d incidents stored, then %3d requests: %lld incidents, %lld alerts, %lld differences",
        round, qPrintable(death.option), death.nth, int(stored), resumed.counts[u"handed"].toInt(),
        qlonglong(cache->incidents.size()), qlonglong(cache->alerts.size()), qlonglong(wrong.size()));
    if (stored > 100) // it went on where it was, and did not begin again
        QVERIFY(resumed.counts[u"handed"].toInt() < m_wholeRequests);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"; ")));
}

CASEMATE_TEST(SyncKills)
#include "synckills.moc"
