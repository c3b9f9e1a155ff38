// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What really happened, kept apart from any client: effects in a file that outlives the process, exchanges that can be
// replayed, and the comparison with what a client says.

#include "simulator/demoservice.h"
#include "simulator/ledgercheck.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

class ServerOracle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void effectsNameTheirRequest();
    void effectsSurviveTheProcess();
    void recordedPagesAreReplayed();
    void differencesAreNamed_data();
    void differencesAreNamed();
    void checkEndsWithItsVerdict();
};

namespace {

constexpr int Patience = 60'000; // ms

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool save(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

WireAnswer assign(const DemoService &service, const QByteArray &token, const QByteArray &id)
{
    return exchange(service.graph(), "PATCH", "/v1.0/security/incidents/" + id,
                    {{"Authorization", token}, {"Content-Type", "application/json"}, {"client-request-id", "mine"}},
                    R"({"customTags":["seen"]})");
}

QByteArray firstId(const DemoService &service, const QByteArray &token)
{
    return service.get("/v1.0/security/incidents?$top=1", token).json()[u"value"][0][u"id"].toString().toLatin1();
}

QByteArray line(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray effect(int sequence, const QString &request, const QString &target = u"7"_s, const QString &who = u"ada@x"_s)
{
    return line({{u"sequence"_s, sequence}, {u"kind"_s, u"patchIncident"_s}, {u"origin"_s, u"user"_s}, {u"caller"_s, who},
                 {u"target"_s, target}, {u"requestId"_s, request}, {u"clientRequestId"_s, QString()},
                 {u"detail"_s, QJsonObject()}});
}

QByteArray entry(int number, const QString &state, const QString &request = {})
{
    return line({{u"id"_s, QString::number(number)}, {u"decisionId"_s, u"d1"_s}, {u"kind"_s, u"assign"_s},
                 {u"incidentId"_s, u"7"_s}, {u"upn"_s, u"Ada@x"_s}, {u"state"_s, state}, {u"requestId"_s, request}});
}

const QByteArray said = entry(2, u"verified"_s, u"r1"_s) + entry(1, u"queued"_s);

} // namespace

void ServerOracle::effectsNameTheirRequest()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"effects.jsonl"_s);
    const DemoService service({u"--effects"_s, path});
    QVERIFY2(service.isReady(), qPrintable(service.failure()));
    const QString scope = u"https://graph.microsoft.com/SecurityIncident.ReadWrite.All"_s;
    const WireAnswer tokens = service.redeem(service.code({{u"scope"_s, scope}}), {{u"scope"_s, scope}});
    const QByteArray token = "Bearer " + tokens.json()[u"access_token"].toString().toLatin1();
    const WireAnswer answer = assign(service, token, firstId(service, token));
    QCOMPARE(answer.status, 200);
    const QJsonObject entry = service.say("GET", "/control/effects")[u"effects"][0].toObject();
    QCOMPARE(entry[u"requestId"].toString().toLatin1(), answer.headers.value("request-id"));
    QCOMPARE(entry[u"clientRequestId"].toString(), u"mine"_s);
    const QJsonObject logged = service.say("GET", "/control/requests?route=PATCH")[u"requests"][0].toObject();
    QCOMPARE(entry[u"request"].toInt(), logged[u"number"].toInt());
    QCOMPARE(entry[u"requestId"], logged[u"requestId"]);
    QJsonObject written = QJsonDocument::fromJson(contentOf(path)).object();
    QCOMPARE(written.take(u"tenant"_s).toString(), service.tenant()[u"tenant"].toString());
    QCOMPARE(written, entry);
}

void ServerOracle::effectsSurviveTheProcess()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"effects.jsonl"_s);
    QProcess process;
    process.start(QStringLiteral(CASEMATE_SIMULATOR), {u"--incidents"_s, u"12"_s, u"--effects"_s, path});
    QVERIFY(QTest::qWaitFor([&process] { return process.canReadLine(); }, Patience));
    const QJsonObject ready = QJsonDocument::fromJson(process.readLine()).object();
    const QUrl control(ready[u"control"].toString());
    const QJsonObject world = exchange(control, "GET", "/control/world/incidents").json();
    const QByteArray body = line({{u"incidentId"_s, world[u"incidents"][0][u"id"]},
                                  {u"upn"_s, ready[u"accounts"][0][u"upn"]},
                                  {u"comment"_s, u"seen"_s}});
    QCOMPARE(exchange(control, "POST", "/control/analyst", {}, body).status, 200);
    process.kill();
    QVERIFY(QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, Patience));
    const QJsonObject written = QJsonDocument::fromJson(contentOf(path)).object();
    QCOMPARE(written[u"kind"].toString(), u"comment"_s);
    QCOMPARE(written[u"detail"][u"comment"].toString(), u"seen"_s);
}

void ServerOracle::recordedPagesAreReplayed()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"recorded"_s);
    const QByteArrayList targets {"/v1.0/security/incidents?$top=5", "/v1.0/security/incidents?$top=5&$skip=5",
                                  "/v1.0/security/incidents?$top=5&$skip=10", "/v1.0/security/alerts_v2"};
    const auto pagesOf = [&targets](const DemoService &service, const QByteArray &token) {
        QJsonArray pages;
        for (const QByteArray &target : targets)
            pages.append(exchange(service.graph(), "GET", target,
                                  {{"Authorization", token}, {"Prefer", "include-unknown-enum-members"}})
                             .json()[u"value"]);
        return pages;
    };
    QJsonArray served;
    QByteArray token;
    {
        const DemoService service({u"--unthrottled"_s, u"--record"_s, path});
        QVERIFY2(service.isReady(), qPrintable(service.failure()));
        token = service.signIn();
        served = pagesOf(service, token);
        QCOMPARE(served[0].toArray().size(), 5);
        QVERIFY(!served[3].toArray().isEmpty());
    }
    const QStringList files = QDir(path).entryList({u"*.json"_s});
    QCOMPARE(files.size(), targets.size());
    for (const QString &file : files) {
        const QByteArray text = contentOf(path + u'/' + file);
        QVERIFY(!QJsonDocument::fromJson(text).isNull());
        for (const QByteArray &part : token.sliced(7).split('.'))
            QVERIFY(!text.contains(part.left(12)));
        QVERIFY(!text.toLower().contains("authorization"));
    }
    const DemoService replay({u"--unthrottled"_s, u"--replay"_s, path});
    QVERIFY2(replay.isReady(), qPrintable(replay.failure()));
    QCOMPARE(pagesOf(replay, replay.signIn()), served);
    const DemoService full({u"--record"_s, path}); // would mix two recordings
    QVERIFY(full.failure().contains(u"not empty"));
}

void ServerOracle::differencesAreNamed_data()
{
    QTest::addColumn<QByteArray>("effects");
    QTest::addColumn<QByteArray>("ledger");
    QTest::addColumn<QStringList>("starts"); // of the lines
    const QByteArray right = effect(1, u"r1"_s);
    const QByteArray exported = line({{u"format"_s, 1},
                                      {u"case"_s,
                                       QJsonObject {{u"decisions"_s,
                                                     QJsonArray {QJsonObject {
                                                         {u"id"_s, u"d1"_s}, {u"kind"_s, u"assign"_s}, {u"state"_s, u"verified"_s},
                                                         {u"executor"_s, u"graph"_s}, {u"incident"_s, u"7"_s},
                                                         {u"attempts"_s, QJsonArray {QJsonObject {{u"requestId"_s, u"r1"_s}}}}}}}}}});
    QTest::newRow("agreement") << right << said << QStringList();
    QTest::newRow("agreement with a case") << right << exported << QStringList();
    QTest::newRow("case without effect") << QByteArray() << exported << QStringList {u"intent without effect"_s};
    QTest::newRow("no intent") << right + effect(2, u"r9"_s) << said << QStringList {u"effect without intent: effect 2"_s};
    QTest::newRow("no effect") << QByteArray() << said << QStringList {u"intent without effect: assign d1"_s};
    QTest::newRow("not done yet") << QByteArray() << entry(1, u"queued"_s) << QStringList();
    QTest::newRow("doubled") << right + effect(2, u"r1"_s) << said << QStringList {u"doubled effect: assign d1"_s};
    QTest::newRow("actor") << effect(1, u"r1"_s, u"7"_s, u"omar@x"_s) << said << QStringList {u"wrong actor: effect 1"_s};
    QTest::newRow("target") << effect(1, u"r1"_s, u"8"_s) << said << QStringList {u"wrong target: effect 1"_s};
    QTest::newRow("given up") << right << said + entry(3, u"cancelled"_s)
                              << QStringList {u"effect of an intent that is cancelled"_s};
    QTest::newRow("portal") << right + line({{u"sequence"_s, 2}, {u"kind"_s, u"portalDecision"_s}, {u"origin"_s, u"portal"_s}})
                            << said << QStringList();
    QTest::newRow("results") << right + line({{u"sequence"_s, 1}, {u"results"_s, QJsonArray()}}) << said << QStringList();
}

void ServerOracle::differencesAreNamed()
{
    QFETCH(QByteArray, effects);
    QFETCH(QByteArray, ledger);
    QFETCH(QStringList, starts);
    const auto lines = checkLedger(effects, ledger);
    QVERIFY(lines);
    QVERIFY2(lines->size() == starts.size(), qPrintable(lines->join(u'\n')));
    for (qsizetype i = 0; i < starts.size(); ++i)
        QVERIFY2((*lines)[i].startsWith(starts[i]), qPrintable((*lines)[i]));
}

void ServerOracle::checkEndsWithItsVerdict()
{
    QTemporaryDir folder;
    const QString effects = folder.filePath(u"effects"_s);
    const QString ledger = folder.filePath(u"ledger"_s);
    QVERIFY(save(effects, effect(1, u"r1"_s)) && save(ledger, said));
    const auto check = [&](const QStringList &arguments) {
        QProcess process;
        process.start(QStringLiteral(CASEMATE_SIMULATOR), arguments);
        (void)QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, Patience);
        return std::pair(process.exitCode(), process.readAllStandardOutput());
    };
    const QStringList both {u"--check"_s, effects, u"--ledger"_s, ledger};
    QCOMPARE(check(both), std::pair(0, QByteArray()));
    QVERIFY(save(effects, effect(1, u"r9"_s)));
    const auto [code, out] = check(both);
    QCOMPARE(code, 1);
    QVERIFY(out.startsWith("effect without intent: effect 1") && out.contains("\nintent without effect"));
    QCOMPARE(check({u"--check"_s, effects}).first, 2);
    QVERIFY(save(ledger, "{no"));
    QCOMPARE(check(both).first, 2);
}

CASEMATE_TEST(ServerOracle)
#include "server_oracle.moc"
