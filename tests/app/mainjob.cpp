// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/programrun.h"

#include "support/paths.h"
#include "support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

namespace {

int countOf(const QString &file, const QString &view)
{
    int count = -1;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"count"_s);
        db.setDatabaseName(file);
        db.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        if (db.open()) {
            QSqlQuery query(u"select count(*) from "_s + view, db);
            if (query.next())
                count = query.value(0).toInt();
        }
    }
    QSqlDatabase::removeDatabase(u"count"_s);
    return count;
}

QStringList pendingMails(ProgramRun &run)
{
    QStringList ids;
    const QJsonArray actions = run.run({u"actions"_s, u"--json"_s}).json().array();
    for (const QJsonValue &action : actions) {
        if (action[u"evidenceType"].toString() == u"analyzedMessageEvidence")
            ids.append(action[u"id"].toString());
    }
    return ids;
}

int effectsOf(ProgramRun &run, const QString &kind)
{
    int count = 0;
    const QJsonArray effects = run.control("GET", u"/control/effects"_s).value(u"effects").toArray();
    for (const QJsonValue &effect : effects)
        count += effect[u"kind"].toString() == kind ? 1 : 0;
    return count;
}

// What the simulator says about a history beside what happened.
QByteArray differences(ProgramRun &run, const QString &effects, const QByteArray &history)
{
    QFile file(run.home() + u"/history.json"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(history) != history.size())
        return "the history cannot be written";
    file.close();
    QProcess checker;
    checker.start(casemate::test::programDir() + u"/casemate-simulator"_s,
                  {u"--check"_s, effects, u"--ledger"_s, file.fileName()});
    if (!checker.waitForFinished(60'000) || checker.exitCode() > 1)
        return "no check: " + checker.readAllStandardError();
    return checker.readAllStandardOutput();
}

// A plain TCP proxy in a thread of its own, so that it goes on while a test waits for a process.
class Proxy
{
public:
    explicit Proxy(quint16 target)
    {
        m_worker.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_worker,
            [this, target] {
                auto *server = new QTcpServer(&m_worker);
                server->listen(QHostAddress(QHostAddress::LocalHost));
                m_port = server->serverPort();
                QObject::connect(server, &QTcpServer::newConnection, server, [server, target] {
                    while (QTcpSocket *near = server->nextPendingConnection()) {
                        auto *far = new QTcpSocket(near);
                        far->connectToHost(QHostAddress(QHostAddress::LocalHost), target);
                        QObject::connect(near, &QTcpSocket::readyRead, far, [near, far] { far->write(near->readAll()); });
                        QObject::connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
                        QObject::connect(far, &QTcpSocket::disconnected, near, [near] { near->disconnectFromHost(); });
                        QObject::connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
                    }
                });
            },
            Qt::BlockingQueuedConnection);
    }
    ~Proxy()
    {
        QMetaObject::invokeMethod(&m_worker, [this] { qDeleteAll(m_worker.children()); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    QThread m_thread;
    QObject m_worker;
    quint16 m_port = 0;
};

} // namespace

// The main job from the shell, against the real demo tenant over real HTTP.
class MainJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fiveHundredIncidentsArriveAndTheNextSyncMovesTheOverlapOnly();
    void throughAProxyOnAnotherPort();
    void rawBytesAreTheServices();
    void anApprovalIsSentOnceAndProved();
    void aRejectionIsACommentAndTouchesNoMail();
    void withoutANetworkDecisionsWaitAndAreSentOnceAfterwards();
    void withoutACredentialThePortalIsTheWay();
};

void MainJob::fiveHundredIncidentsArriveAndTheNextSyncMovesTheOverlapOnly()
{
    ProgramRun run;
    QVERIFY(run.startTenant({u"--incidents"_s, u"500"_s}));
    QVERIFY(run.signIn());
    const Ended first = run.run({u"sync"_s, u"--once"_s, u"--json"_s});
    QCOMPARE(first.code, 0);
    QCOMPARE(first.json()[u"incidents"].toInt(), 500);
    QCOMPARE(countOf(run.cacheFile(), u"incidents"_s), 500);
    const QJsonObject world = run.control("GET", u"/control/world/incidents"_s);
    int alerts = 0;
    const QJsonArray incidents = world.value(u"incidents").toArray();
    QCOMPARE(incidents.size(), 500);
    for (const QJsonValue &incident : incidents)
        alerts += int(incident[u"alerts"].toArray().size());
    QCOMPARE(countOf(run.cacheFile(), u"alerts"_s), alerts);

    const Ended second = run.run({u"sync"_s, u"--once"_s, u"--json"_s});
    QCOMPARE(second.code, 0);
    QCOMPARE(second.json()[u"incidents"].toInt(), 0);
    QVERIFY(second.json()[u"requests"].toInt() <= 3);
    QCOMPARE(run.run({u"incidents"_s, u"--json"_s}).json().array().size(), 500);
}

void MainJob::throughAProxyOnAnotherPort()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    const Proxy proxy(quint16(QUrl(run.ready().value(u"graph").toString()).port()));
    QCOMPARE(run.run({u"tenant"_s, u"add"_s, u"--cloud"_s, run.cloudFileWithPort(proxy.port())}).code, 0);
    QCOMPARE(run.run({u"signin"_s, u"--browser"_s, u"curl -sLo /dev/null"_s}).code, 0);
    QCOMPARE(run.run({u"sync"_s}).code, 0);
    QCOMPARE(countOf(run.cacheFile(), u"incidents"_s), 60); // the next links led through the proxy too
}

void MainJob::rawBytesAreTheServices()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    QVERIFY(run.signIn());
    QCOMPARE(run.run({u"sync"_s}).code, 0);
    const QJsonArray incidents = run.run({u"incidents"_s, u"--json"_s, u"--limit"_s, u"1"_s}).json().array();
    QCOMPARE(incidents.size(), 1);
    const QString id = incidents[0][u"id"].toString();
    const Ended raw = run.run({u"incident"_s, id, u"--raw"_s});
    QCOMPARE(raw.code, 0);
    const QList<QByteArray> items = raw.out.trimmed().split('\n');
    QCOMPARE(items.size(), incidents[0][u"alerts"].toInt() + 1);
    QCOMPARE(QJsonDocument::fromJson(items.constFirst())[u"id"].toString(), id);
}

void MainJob::anApprovalIsSentOnceAndProved()
{
    ProgramRun run;
    const QString effects = run.home() + u"/effects.jsonl"_s;
    QVERIFY(run.startTenant({u"--incidents"_s, u"60"_s, u"--effects"_s, effects}));
    QVERIFY(run.signIn());
    QCOMPARE(run.run({u"sync"_s}).code, 0);
    const QStringList actions = pendingMails(run);
    QVERIFY(!actions.isEmpty());
    const Ended unconfirmed = run.run({u"decide"_s, u"approve"_s, actions.constFirst(), u"--wait"_s});
    QCOMPARE(unconfirmed.code, 2);
    QCOMPARE(effectsOf(run, u"remediate"_s), 0);

    const Ended approved = run.run({u"decide"_s, u"approve"_s, actions.constFirst(), u"--confirm"_s, u"--wait"_s, u"--json"_s});
    QVERIFY2(approved.code == 0, approved.err.constData());
    QCOMPARE(approved.json()[0][u"state"].toString(), u"verified"_s);
    QCOMPARE(effectsOf(run, u"remediate"_s), 1);
    QCOMPARE(run.run({u"history"_s, u"verify"_s}).code, 0);
    QVERIFY(run.run({u"history"_s, u"--json"_s}).json().array().size() > 4);
    QVERIFY(run.run({u"outbox"_s, u"--json"_s}).json().array().isEmpty());

    // The tenant's own checker finds that the history tells what happened, and notices when it does not.
    const QByteArray history = run.run({u"history"_s, u"--json"_s, u"--limit"_s, u"100000"_s}).out;
    QCOMPARE(differences(run, effects, history), QByteArray());
    QVERIFY(differences(run, effects, "[]").contains("effect without intent"));
}

void MainJob::aRejectionIsACommentAndTouchesNoMail()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    QVERIFY(run.signIn());
    QCOMPARE(run.run({u"sync"_s}).code, 0);
    const QStringList actions = pendingMails(run);
    QVERIFY(!actions.isEmpty());
    const Ended rejected = run.run({u"decide"_s, u"reject"_s, actions.constFirst(), u"--comment"_s, u"our own newsletter"_s, u"--wait"_s});
    QVERIFY2(rejected.code == 0, rejected.err.constData());
    QCOMPARE(effectsOf(run, u"remediate"_s), 0);
    QCOMPARE(effectsOf(run, u"comment"_s), 1);
}

void MainJob::withoutANetworkDecisionsWaitAndAreSentOnceAfterwards()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    QVERIFY(run.signIn());
    QCOMPARE(run.run({u"sync"_s}).code, 0);
    const QStringList actions = pendingMails(run);
    QVERIFY(!actions.isEmpty());
    run.control("POST", u"/control/network"_s, {{u"up"_s, false}});

    QCOMPARE(run.run({u"incidents"_s, u"--json"_s}).json().array().size(), 60);
    const Ended queued = run.run({u"decide"_s, u"approve"_s, actions.constFirst(), u"--confirm"_s, u"--wait"_s});
    QVERIFY2(queued.code == 3, queued.err.constData()); // incomplete: it waits
    QCOMPARE(run.run({u"outbox"_s, u"--json"_s}).json().array().size(), 1);
    QCOMPARE(effectsOf(run, u"remediate"_s), 0);

    run.control("POST", u"/control/network"_s, {{u"up"_s, true}});
    const Ended sent = run.run({u"outbox"_s, u"send"_s, u"--json"_s});
    QVERIFY2(sent.code == 0, sent.err.constData());
    QCOMPARE(sent.json()[0][u"state"].toString(), u"verified"_s);
    QCOMPARE(effectsOf(run, u"remediate"_s), 1);
}

void MainJob::withoutACredentialThePortalIsTheWay()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    QCOMPARE(run.run({u"tenant"_s, u"add"_s, u"--cloud"_s, run.ready().value(u"cloud_file").toString()}).code, 0);
    QCOMPARE(run.run({u"signin"_s, u"--browser"_s, u"curl -sLo /dev/null"_s}).code, 0);
    QCOMPARE(run.run({u"sync"_s}).code, 0);
    const QStringList actions = pendingMails(run);
    QVERIFY(!actions.isEmpty());
    const Ended approved = run.run({u"decide"_s, u"approve"_s, actions.constFirst(), u"--confirm"_s, u"--wait"_s, u"--json"_s});
    QVERIFY2(approved.code == 6, approved.err.constData()); // up to a person, in the portal
    QCOMPARE(approved.json()[0][u"executor"].toString(), u"portal"_s);
    QCOMPARE(effectsOf(run, u"remediate"_s), 0);
}

CASEMATE_TEST(MainJob)
#include "mainjob.moc"
