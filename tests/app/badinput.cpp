// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/programrun.h"

#include "support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

class BadInput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wrongPort();
    void wrongTenant();
    void noTenantAndUnknownTenant();
    void expiredSignIn();
    void garbageFromTheServer();
    void dataFolderThatIsNone();
    void faultyFilter();
    void unknownIncident();
};

void BadInput::wrongPort()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    QVERIFY(run.signIn());
    QCOMPARE(run.run({u"sync"_s}).code, 0);
    QCOMPARE(run.run({u"tenant"_s, u"add"_s, u"--cloud"_s, run.cloudFileWithPort(9)}).code, 0); // nobody listens there
    const Ended sync = run.run({u"sync"_s});
    QCOMPARE(sync.code, 1);
    QVERIFY2(isOneClearLine(sync.err), sync.err.constData());
    QCOMPARE(run.run({u"incidents"_s, u"--json"_s}).json().array().size(), 60); // nothing lost
}

void BadInput::wrongTenant()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    QCOMPARE(run.run({u"tenant"_s, u"add"_s, u"--cloud"_s, run.ready().value(u"cloud_file").toString(), u"--tenant-id"_s,
                      u"00000000-0000-4000-8000-000000000000"_s})
                 .code,
             0);
    const Ended signIn = run.run({u"signin"_s, u"--browser"_s, u"curl -sLo /dev/null"_s});
    QVERIFY2(signIn.code == 1 || signIn.code == 4, signIn.err.constData());
    QVERIFY2(isOneClearLine(signIn.err), signIn.err.constData());
}

void BadInput::noTenantAndUnknownTenant()
{
    ProgramRun run;
    const Ended none = run.run({u"sync"_s});
    QCOMPARE(none.code, 2);
    QVERIFY2(isOneClearLine(none.err), none.err.constData());
    const Ended unknown = run.run({u"incidents"_s, u"--tenant"_s, u"contoso"_s});
    QCOMPARE(unknown.code, 2);
    QVERIFY2(isOneClearLine(unknown.err), unknown.err.constData());
}

void BadInput::expiredSignIn()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    QVERIFY(run.signIn());
    QCOMPARE(run.run({u"sync"_s}).code, 0);
    run.control("POST", u"/control/entra"_s, {{u"expireTokens"_s, true}, {u"revokeRefreshTokens"_s, true}});
    const Ended sync = run.run({u"sync"_s});
    QCOMPARE(sync.code, 4);
    QVERIFY2(isOneClearLine(sync.err), sync.err.constData());
    QCOMPARE(run.run({u"incidents"_s, u"--json"_s}).json().array().size(), 60);
}

void BadInput::garbageFromTheServer()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    QVERIFY(run.signIn());
    run.control("POST", u"/control/faults"_s, {{u"route"_s, u"GET .*/security/.*"_s}, {u"kind"_s, u"garbage"_s}, {u"every"_s, 1}, {u"count"_s, 1000}});
    const Ended sync = run.run({u"sync"_s});
    QCOMPARE(sync.code, 1);
    QVERIFY2(isOneClearLine(sync.err), sync.err.constData());
    run.control("DELETE", u"/control/faults"_s);
    QCOMPARE(run.run({u"sync"_s}).code, 0);
    QCOMPARE(run.run({u"incidents"_s, u"--json"_s}).json().array().size(), 60);
}

void BadInput::dataFolderThatIsNone()
{
    ProgramRun run;
    const QString path = run.home() + u"/file"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QVERIFY(run.startTenant());
    const QString folder = path + u"/data"_s;
    const Ended add = run.run({u"tenant"_s, u"add"_s, u"--cloud"_s, run.ready().value(u"cloud_file").toString(), u"--data-dir"_s, folder});
    QCOMPARE(add.code, 1);
    QVERIFY2(isOneClearLine(add.err), add.err.constData());
}

void BadInput::faultyFilter()
{
    ProgramRun run;
    const Ended list = run.run({u"incidents"_s, u"--filter"_s, u"severity:(high"_s});
    QCOMPARE(list.code, 2);
    const QList<QByteArray> lines = list.err.split('\n');
    QCOMPARE(lines.at(1), QByteArray("severity:(high"));
    QCOMPARE(lines.at(2), QByteArray("         ^")); // under the parenthesis
}

void BadInput::unknownIncident()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    QVERIFY(run.signIn());
    const Ended early = run.run({u"incident"_s, u"7"_s});
    QCOMPARE(early.code, 1); // no cache yet
    QVERIFY2(isOneClearLine(early.err), early.err.constData());
    QCOMPARE(run.run({u"sync"_s}).code, 0);
    const Ended late = run.run({u"incident"_s, u"999999"_s});
    QCOMPARE(late.code, 1);
    QVERIFY2(isOneClearLine(late.err), late.err.constData());
}

CASEMATE_TEST(BadInput)
#include "badinput.moc"
