// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "tenantdriver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator::test;

// What happens by itself while time passes.
class WorldLife : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void colleaguesWorkOnIncidents();
    void nobodyWorksWhereNobodyIs();
    void usersReportMails();
    void theSameSeedLivesTheSameLife();
};

namespace {

constexpr qint64 hour = 3600; // seconds

QList<QJsonObject> effectsOf(TenantDriver &driver, const QString &kind)
{
    QList<QJsonObject> found;
    const QJsonArray all = driver.control("GET", u"/control/effects"_s)[u"effects"].toArray();
    for (const QJsonValue &effect : all) {
        if (effect[u"kind"].toString() == kind) {
            found.append(effect.toObject());
        }
    }
    return found;
}

} // namespace

void WorldLife::colleaguesWorkOnIncidents()
{
    TenantDriver driver(200, {{u"arrivals"_s, u"off"_s}});
    driver.advance(72 * hour);
    const QList<QJsonObject> edits = effectsOf(driver, u"patchIncident"_s);
    QVERIFY(edits.size() > 20);
    for (const QJsonObject &edit : edits) {
        QVERIFY(edit[u"caller"].toString().startsWith("omar.haddad@"_L1));
        const QJsonObject incident = driver.incident(edit[u"target"].toString());
        QCOMPARE(incident[u"assignedTo"], edit[u"caller"]);
    }
    QVERIFY(!effectsOf(driver, u"comment"_s).isEmpty());
    const QList<QJsonObject> decisions = effectsOf(driver, u"portalDecision"_s);
    QVERIFY(decisions.size() > 5);
    QVERIFY(decisions.first()[u"detail"][u"items"].toInt() > 0);
}

void WorldLife::nobodyWorksWhereNobodyIs()
{
    TenantDriver driver(200, {{u"colleagues"_s, u"off"_s}, {u"arrivals"_s, u"off"_s}});
    const QJsonArray before = driver.all(u"/security/incidents"_s);
    driver.advance(5 * hour); // no approval expires within
    QCOMPARE(effectsOf(driver, u"patchIncident"_s).size(), 0);
    QCOMPARE(effectsOf(driver, u"portalDecision"_s).size(), 0);
    QCOMPARE(driver.all(u"/security/incidents"_s).size(), before.size());
}

void WorldLife::usersReportMails()
{
    TenantDriver driver(60, {{u"colleagues"_s, u"off"_s}});
    QSet<QString> before;
    const QJsonArray old = driver.all(u"/security/incidents"_s);
    for (const QJsonValue &incident : old) {
        before.insert(incident[u"id"].toString());
    }
    driver.advance(48 * hour);
    QVERIFY(!driver.control("POST", u"/control/switches"_s, {{u"arrivals"_s, u"off"_s}})[u"switches"].toArray().isEmpty());
    driver.advance(hour); // so that every investigation has ended
    int reported = 0;
    const QJsonArray now = driver.all(u"/security/incidents?$expand=alerts"_s);
    for (const QJsonValue &value : now) {
        const QJsonObject incident = value.toObject();
        if (before.contains(incident[u"id"].toString())) {
            continue;
        }
        const QList<QJsonObject> items = evidenceOf(incident);
        if (items.isEmpty() || typeOf(items.first()) != "submissionMailEvidence"_L1) {
            continue;
        }
        ++reported;
        const QString hunt = u"EmailEvents | where NetworkMessageId == '%1'"_s.arg(items.first()[u"networkMessageId"].toString());
        QVERIFY(!driver.hunt(hunt).isEmpty());
        const QJsonObject alert = incident[u"alerts"].toArray().first().toObject();
        QVERIFY(alert[u"investigationState"].toString() != "running"_L1);
    }
    QVERIFY2(reported >= 8, qPrintable(QString::number(reported)));
}

void WorldLife::theSameSeedLivesTheSameLife()
{
    QByteArray first;
    for (int turn = 0; turn < 2; ++turn) {
        TenantDriver driver(80);
        driver.advance(30 * hour);
        const QByteArray page = driver.get(u"/security/incidents?$top=50&$expand=alerts"_s).body;
        if (turn == 0) {
            first = page;
        }
        QCOMPARE(page, first);
    }
}

CASEMATE_TEST(WorldLife)
#include "world_life.moc"
