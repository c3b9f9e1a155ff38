// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Scenario files: what is wrong with one is told with its place; steps come when they are due; those that are shipped run.

#include "simulator/demoservice.h"
#include "simulator/scenariofile.h"
#include "support/paths.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

class ServerScenarios : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durationsAreRead_data();
    void durationsAreRead();
    void mistakesAreToldWithTheirPlace_data();
    void mistakesAreToldWithTheirPlace();
    void stepsComeWhenTheyAreDue();
    void stormsAreDeterministic();
    void droppedScenarioDoesNothingMore();
    void eachTenantHasItsOwnFaultsAndRequests();
    void brokenFileStopsTheStart();
    void shippedOnesRun_data();
    void shippedOnesRun();
};

namespace {

const QByteArray page = "/v1.0/security/incidents?$top=1";

int incidents(const DemoService &service)
{
    return static_cast<int>(service.say("GET", "/control/world/incidents")[u"incidents"].toArray().size());
}

int advance(const DemoService &service, int seconds)
{
    return service.say("POST", "/control/clock/advance", {{u"seconds"_s, seconds}})[u"status"].toInt();
}

QJsonObject play(const DemoService &service, const QByteArray &text)
{
    return service.say("POST", "/control/scenario", QJsonDocument::fromJson(text).object());
}

QString arrivals(const DemoService &service)
{
    const QJsonArray switches = service.say("GET", "/control/switches")[u"switches"].toArray();
    for (const QJsonValue &entry : switches) {
        if (entry[u"name"] == u"arrivals"_s)
            return entry[u"value"].toString();
    }
    return {};
}

} // namespace

void ServerScenarios::durationsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds"); // -1: none
    QTest::newRow("hours") << u"PT2H"_s << qint64(7200);
    QTest::newRow("all") << u"P1DT2H3M4S"_s << qint64(93784);
    QTest::newRow("nothing") << u"PT0S"_s << qint64(0);
    QTest::newRow("days") << u"P7D"_s << qint64(604800);
    QTest::newRow("no P") << u"2H"_s << qint64(-1);
    QTest::newRow("bare P") << u"P"_s << qint64(-1);
    QTest::newRow("bare T") << u"PT"_s << qint64(-1);
    QTest::newRow("month") << u"P1M"_s << qint64(-1);
    QTest::newRow("negative") << u"-PT1H"_s << qint64(-1);
}

void ServerScenarios::durationsAreRead()
{
    QFETCH(QString, text);
    const auto duration = readDuration(text);
    QTEST(duration ? *duration / oneSecond : qint64(-1), "seconds");
}

void ServerScenarios::mistakesAreToldWithTheirPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("told");
    const auto steps = [](const QByteArray &step) -> QByteArray { return R"({"name":"n","steps":[{"clearFaults":true},)" + step + "]}"; };
    QTest::newRow("syntax") << QByteArray("{\"name\":\"n\",\n \"steps\": [}\n") << u"f.json:2:"_s;
    QTest::newRow("no object") << QByteArray("[]") << u"f.json: expected an object"_s;
    QTest::newRow("no name") << QByteArray(R"({"steps":[]})") << u"f.json: name: expected a text"_s;
    QTest::newRow("no steps") << QByteArray(R"({"name":"n"})") << u"steps: expected a list"_s;
    QTest::newRow("unknown member") << QByteArray(R"({"name":"n","stepz":[]})") << u"stepz: expected one of"_s;
    QTest::newRow("unknown deed") << steps(R"({"explode":1})") << u"steps[1].explode: expected one of"_s;
    QTest::newRow("nothing to do") << steps(R"({"after":"PT1H"})") << u"steps[1]: expected something to do"_s;
    QTest::newRow("after") << steps(R"({"after":"2h","clearFaults":true})") << u"steps[1].after: expected a duration"_s;
    QTest::newRow("every alone") << steps(R"({"after":"PT1H","every":"P1D","clearFaults":true})") << u"both every and times"_s;
    QTest::newRow("requests") << steps(R"({"afterRequests":0,"clearFaults":true})") << u"steps[1].afterRequests: expected"_s;
    QTest::newRow("both") << steps(R"({"after":"PT1H","afterRequests":2,"clearFaults":true})") << u"not both"_s;
    QTest::newRow("route") << steps(R"({"afterRequests":2,"route":"(","clearFaults":true})") << u"steps[1].route: expected"_s;
    QTest::newRow("switch") << steps(R"({"switches":{"arrivals":"maybe"}})") << u"steps[1].switches.arrivals: expected"_s;
    QTest::newRow("fault") << steps(R"({"fault":[{"kind":"garbage"},{"kind":"delay"}]})") << u"steps[1].fault[1]: expected a fault"_s;
    QTest::newRow("storm") << steps(R"({"storm":{"incidents":0,"within":"PT1H"}})") << u"steps[1].storm.incidents: expected"_s;
    QTest::newRow("storm time") << steps(R"({"storm":{"incidents":5,"within":"soon"}})") << u"steps[1].storm.within: expected"_s;
    QTest::newRow("story") << steps(R"({"story":"no such"})") << u"steps[1].story: expected the key"_s;
    QTest::newRow("nested time") << steps(R"({"after":"PT1H","advance":"PT1H"})") << u"steps[1].advance: expected"_s;
}

void ServerScenarios::mistakesAreToldWithTheirPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, told);
    const auto scenario = Scenario::fromJson(text, u"f.json"_s);
    QVERIFY(!scenario);
    QVERIFY2(scenario.error().startsWith(u"f.json:") && scenario.error().contains(told), qPrintable(scenario.error()));
}

void ServerScenarios::stepsComeWhenTheyAreDue()
{
    const DemoService service({u"--unthrottled"_s});
    const QByteArray token = service.signIn();
    const QJsonObject begun = play(service, R"({"name":"n","steps":[
        {"switches":{"arrivals":"off"}},
        {"after":"PT2H","every":"PT1H","times":2,"fault":{"kind":"status","status":503,"route":"incidents"}},
        {"afterRequests":2,"route":"incidents$","fault":{"kind":"status","status":418,"route":"incidents"}}]})");
    QCOMPARE(begun[u"status"].toInt(), 201);
    QCOMPARE(begun[u"waitingForTime"].toInt(), 2);
    QCOMPARE(begun[u"waitingForRequests"].toInt(), 1);
    QCOMPARE(arrivals(service), u"off"_s);
    const auto ask = [&] { return service.get(page, token).status; };
    QCOMPARE(ask(), 200);
    QCOMPARE(ask(), 200); // the second orders what befalls the third
    QCOMPARE(ask(), 418);
    QCOMPARE(advance(service, 7199), 200);
    QCOMPARE(ask(), 200);
    QCOMPARE(advance(service, 1), 200);
    QCOMPARE(ask(), 503);
    QCOMPARE(ask(), 200);
    QCOMPARE(advance(service, 3600), 200);
    QCOMPARE(ask(), 503);
    const QJsonObject report = service.say("GET", "/control/scenario");
    QCOMPARE(report[u"done"].toArray().size(), 4);
    QCOMPARE(report[u"waitingForTime"].toInt(), 0);
}

void ServerScenarios::stormsAreDeterministic()
{
    const QStringList arguments {u"--unthrottled"_s, u"--start"_s, u"2026-03-02T08:00:00Z"_s, u"--seed"_s, u"5"_s};
    QJsonArray worlds;
    for (int run = 0; run < 2; ++run) {
        const DemoService service(arguments);
        QCOMPARE(play(service, R"({"name":"n","steps":[{"switches":{"arrivals":"off"}},
            {"after":"PT1H","storm":{"incidents":40,"within":"PT1H"}}]})")[u"status"].toInt(), 201);
        const int before = incidents(service);
        advance(service, 3600);
        QVERIFY(incidents(service) <= before + 1);
        advance(service, 1800);
        const int half = incidents(service) - before;
        QVERIFY2(half >= 15 && half <= 25, qPrintable(QString::number(half)));
        advance(service, 1800);
        QCOMPARE(incidents(service), before + 40);
        worlds.append(service.say("GET", "/control/world/incidents")[u"incidents"]);
    }
    QCOMPARE(worlds[0], worlds[1]);
}

void ServerScenarios::droppedScenarioDoesNothingMore()
{
    const DemoService service;
    play(service, R"({"name":"n","steps":[{"after":"PT1H","switches":{"arrivals":"off"}}]})");
    QCOMPARE(service.say("DELETE", "/control/scenario")[u"status"].toInt(), 200);
    advance(service, 7200);
    QCOMPARE(arrivals(service), u"on"_s);
}

void ServerScenarios::eachTenantHasItsOwnFaultsAndRequests()
{
    DemoService service({u"--unthrottled"_s, u"--tenants"_s, u"2"_s});
    const QByteArray first = service.signIn();
    service.use(1);
    const QByteArray second = service.signIn();
    service.say("POST", "/control/faults", {{u"kind"_s, u"status"_s}, {u"status"_s, 503}, {u"count"_s, 0}});
    QCOMPARE(service.get(page, second).status, 503);
    QCOMPARE(service.get(page, first).status, 200);
    QCOMPARE(service.say("GET", "/control/faults")[u"faults"].toArray().size(), 1);
    QCOMPARE(service.arrived(u"incidents$"_s), 1);
    QCOMPARE(service.say("GET", "/control/requests?tenant=1&route=incidents$")[u"count"].toInt(), 1);
    QCOMPARE(service.say("GET", "/control/faults?tenant=1")[u"faults"].toArray().size(), 0);
    service.use(0); // no tenant named: all
    QCOMPARE(service.arrived(u"incidents$"_s), 2);
    QCOMPARE(service.say("DELETE", "/control/faults?tenant=1")[u"status"].toInt(), 200);
    QCOMPARE(service.get(page, second).status, 503);
    QCOMPARE(service.say("DELETE", "/control/faults?tenant=2")[u"status"].toInt(), 200);
    QCOMPARE(service.get(page, second).status, 200);
    service.say("DELETE", "/control/requests?tenant=2");
    QCOMPARE(service.arrived(u"incidents$"_s), 1);
    QCOMPARE(service.say("GET", "/control/requests?tenant=9")[u"status"].toInt(), 404);
}

void ServerScenarios::brokenFileStopsTheStart()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"broken.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"name":"n","steps":[{"after":"x","clearFaults":true}]})");
    file.close();
    const DemoService service({u"--scenario"_s, file.fileName()});
    QVERIFY(!service.isReady());
    QVERIFY(service.failure().startsWith(QString(file.fileName() + u": steps[0].after: expected")));
}

void ServerScenarios::shippedOnesRun_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(casemate::test::sourceDir() + u"/resources/scenarios"_s);
    const QStringList names = folder.entryList({u"*.json"_s});
    QCOMPARE(names.size(), 6);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void ServerScenarios::shippedOnesRun()
{
    QFETCH(QString, path);
    const DemoService service({u"--scenario"_s, path});
    QVERIFY2(service.isReady(), qPrintable(service.failure()));
    const int before = incidents(service);
    for (int i = 0; i < 31; ++i) {
        (void)service.get(page);
        (void)exchange(service.graph(), "POST", "/v1.0/security/collaboration/analyzedEmails/remediate");
    }
    QCOMPARE(advance(service, 8 * 24 * 3600), 200);
    QTRY_COMPARE(service.say("GET", "/control/scenario")[u"waitingForTime"].toInt(), 0);
    const QJsonObject report = service.say("GET", "/control/scenario");
    const QJsonArray done = report[u"done"].toArray();
    QVERIFY(!done.isEmpty());
    for (const QJsonValue &call : done)
        QVERIFY2(call[u"status"].toInt() < 400, qPrintable(call[u"error"].toString()));
    QCOMPARE(report[u"waitingForRequests"].toInt(), 0);
    if (path.endsWith(u"phish-storm.json"))
        QVERIFY(incidents(service) >= before + 2000);
}

CASEMATE_TEST(ServerScenarios)
#include "server_scenarios.moc"
