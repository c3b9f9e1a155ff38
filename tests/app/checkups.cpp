// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// casemate doctor, as somebody at a shell meets it: without a tenant, with a demo one over TLS and in the clear, with faults.

#include "support/programrun.h"

#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTcpServer>
#include <QTest>

#include <algorithm>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

QJsonArray all(const Ended &ended, const QString &subject)
{
    QJsonArray found;
    const QJsonArray array = ended.json().array();
    for (const QJsonValue &each : array)
        if (each[u"subject"].toString() == subject)
            found.append(each);
    return found;
}

QJsonValue one(const Ended &ended, const QString &subject) { return all(ended, subject).first(); }

// The exit code says what the list says.
int codeOf(const Ended &ended)
{
    QStringList states;
    const QJsonArray array = ended.json().array();
    for (const QJsonValue &each : array)
        states.append(each[u"state"].toString());
    return states.contains(u"bad"_s) ? 1 : states.contains(u"unknown"_s) ? 3 : 0;
}

int closedPort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace

class Checkups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noTenantIsAState();
    void aDemoTenantInTheClear();
    void aDemoTenantOverTlsShowsItsIssuer();
    void aWrongPortIsAFaultWithWhatToDo();
    void anOpenFolderIsToldAndLeftAlone();
    void severalTenantsAndOneOfThem();
    void besideTheWindow();
    void theReportNamesNobody();
};

void Checkups::noTenantIsAState()
{
    ProgramRun run;
    const Ended checked = run.run({u"doctor"_s, u"--json"_s});
    QVERIFY2(checked.json().isArray(), checked.err.constData());
    QCOMPARE(one(checked, u"tenants"_s)[u"cause"].toString(), u"absent"_s);
    QCOMPARE(one(checked, u"tenants"_s)[u"state"].toString(), u"note"_s);
    QCOMPARE(one(checked, u"sqlite"_s)[u"state"].toString(), u"good"_s);
    QCOMPARE(all(checked, u"host"_s).size(), 0);
    QCOMPARE(checked.code, codeOf(checked));
    QVERIFY(!QFileInfo::exists(run.home() + u"/data/casemate"_s)); // nothing was made by looking
    QSet<QString> ids;
    const QJsonArray array = checked.json().array();
    for (const QJsonValue &each : array)
        ids.insert(each[u"id"].toString());
    QCOMPARE(ids.size(), array.size());
    const Ended table = run.run({u"doctor"_s});
    QVERIFY2(table.out.startsWith("STATE") && table.out.contains("SQLite"), table.out.constData());
    QVERIFY(table.err.isEmpty());
}

void Checkups::aDemoTenantInTheClear()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    QVERIFY(run.signIn());
    QCOMPARE(run.run({u"sync"_s}).code, 0);
    const Ended checked = run.run({u"doctor"_s, u"--json"_s, u"--integrity"_s});
    QCOMPARE(one(checked, u"host"_s)[u"cause"].toString(), u"inTheClear"_s);
    QCOMPARE(one(checked, u"host"_s)[u"state"].toString(), u"good"_s);
    QCOMPARE(all(checked, u"certificate"_s).size(), 0);
    QCOMPARE(one(checked, u"session"_s)[u"state"].toString(), u"good"_s);
    const QJsonArray permissions = all(checked, u"permission"_s);
    QCOMPARE(permissions.size(), 4);
    for (const QJsonValue &permission : permissions)
        QCOMPARE(permission[u"state"].toString(), u"good"_s);
    QCOMPARE(one(checked, u"mailActions"_s)[u"state"].toString(), u"good"_s);
    QVERIFY(all(checked, u"database"_s).size() >= 2);
    QVERIFY(all(checked, u"integrity"_s).size() >= 2);
    for (const QJsonValue &file : all(checked, u"integrity"_s))
        QCOMPARE(file[u"state"].toString(), u"good"_s);
    QCOMPARE(one(checked, u"owner"_s)[u"value"].toString(), QString());
    QCOMPARE(checked.code, codeOf(checked));
}

void Checkups::aDemoTenantOverTlsShowsItsIssuer()
{
    ProgramRun run;
    QVERIFY(run.startTenant({u"--incidents"_s, u"10"_s, u"--tls"_s}));
    QCOMPARE(run.run({u"tenant"_s, u"add"_s, u"--cloud"_s, run.ready().value(u"cloud_file").toString()}).code, 0);
    const Ended checked = run.run({u"doctor"_s, u"--json"_s});
    const QJsonValue host = one(checked, u"host"_s);
    QVERIFY2(host[u"value"].toString().startsWith(u"TLS 1."_s), checked.out.constData());
    const QJsonValue certificate = one(checked, u"certificate"_s);
    QCOMPARE(certificate[u"state"].toString(), u"good"_s);
    QVERIFY(!certificate[u"value"].toString().isEmpty());
    QVERIFY(!certificate[u"when"].toString().isEmpty());
    QCOMPARE(one(checked, u"session"_s)[u"cause"].toString(), u"neverSignedIn"_s);
    QCOMPARE(checked.code, codeOf(checked));
}

void Checkups::aWrongPortIsAFaultWithWhatToDo()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    QCOMPARE(run.run({u"tenant"_s, u"add"_s, u"--cloud"_s, run.cloudFileWithPort(closedPort())}).code, 0);
    const Ended checked = run.run({u"doctor"_s, u"--json"_s});
    QCOMPARE(checked.code, 1);
    const QJsonValue host = one(checked, u"host"_s);
    QCOMPARE(host[u"state"].toString(), u"bad"_s);
    QCOMPARE(host[u"cause"].toString(), u"unreachable"_s);
    QVERIFY(host[u"remedy"].toString().contains(u"firewall"_s));
    const Ended table = run.run({u"doctor"_s});
    QCOMPARE(table.code, 1);
    QVERIFY2(table.out.split('\n').value(1).startsWith("Fault"), table.out.constData()); // the worst first
    QVERIFY(table.out.contains("firewall"));
}

void Checkups::anOpenFolderIsToldAndLeftAlone()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    QVERIFY(run.signIn());
    QCOMPARE(run.run({u"sync"_s}).code, 0);
    const QByteArray folder = QFile::encodeName(QFileInfo(run.cacheFile()).absolutePath());
    QCOMPARE(chmod(folder.constData(), 0755), 0);
    const Ended checked = run.run({u"doctor"_s, u"--json"_s});
    QCOMPARE(checked.code, 1);
    const QJsonArray folders = all(checked, u"dataFolder"_s);
    QCOMPARE(folders.size(), 2);
    const QJsonValue bad = folders[0][u"state"].toString() == u"bad" ? folders[0] : folders[1];
    QCOMPARE(bad[u"cause"].toString(), u"openToOthers"_s);
    QCOMPARE(bad[u"value"].toString(), u"0755"_s);
    QVERIFY(bad[u"remedy"].toString().contains(u"chmod go-rwx"_s));
    struct stat status {};
    QCOMPARE(stat(folder.constData(), &status), 0);
    QCOMPARE(int(status.st_mode & 0777), 0755);
}

void Checkups::severalTenantsAndOneOfThem()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    QCOMPARE(run.run({u"tenant"_s, u"add"_s, u"--cloud"_s, run.ready().value(u"cloud_file").toString(), u"--name"_s, u"first"_s}).code, 0);
    QCOMPARE(run.run({u"tenant"_s, u"add"_s, u"--cloud"_s, run.cloudFileWithPort(closedPort()), u"--name"_s, u"second"_s, u"--tenant-id"_s,
                      u"11111111-2222-4333-8444-555555555555"_s})
                 .code,
             0);
    const Ended both = run.run({u"doctor"_s, u"--json"_s});
    QCOMPARE(all(both, u"session"_s).size(), 2);
    QCOMPARE(all(both, u"host"_s).size(), 2); // each host once: the second tenant has its portal where the first one is
    const Ended first = run.run({u"doctor"_s, u"--json"_s, u"--tenant"_s, u"first"_s});
    QCOMPARE(all(first, u"session"_s).size(), 1);
    QCOMPARE(one(first, u"session"_s)[u"tenant"].toString(), u"first"_s);
    QCOMPARE(one(first, u"host"_s)[u"state"].toString(), u"good"_s);
    const Ended third = run.run({u"doctor"_s, u"--tenant"_s, u"third"_s});
    QCOMPARE(third.code, 2);
    QVERIFY2(isOneClearLine(third.err), third.err.constData());
}

void Checkups::besideTheWindow()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    QVERIFY(run.signIn());
    QProcess window;
    run.startBeside(window, {});
    QVERIFY(window.waitForStarted());
    const auto owner = [&run] { return one(run.run({u"doctor"_s, u"--json"_s}), u"owner"_s)[u"value"].toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(owner(), QString::number(window.processId()), 60'000);
    const Ended beside = run.run({u"doctor"_s, u"--json"_s});
    QCOMPARE(one(beside, u"session"_s)[u"state"].toString(), u"good"_s);
    QCOMPARE(window.state(), QProcess::Running);
    window.terminate();
    QVERIFY(window.waitForFinished(30'000));
    QCOMPARE(owner(), QString());
}

void Checkups::theReportNamesNobody()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    QVERIFY(run.signIn());
    QCOMPARE(run.run({u"sync"_s}).code, 0);
    const QJsonValue tenant = run.run({u"tenant"_s, u"list"_s, u"--json"_s}).json()[0];
    const QString open = QString::fromUtf8(run.run({u"doctor"_s}).out);
    const QString report = QString::fromUtf8(run.run({u"doctor"_s, u"--report"_s}).out);
    QVERIFY2(report.contains(u"Casemate diagnostics"_s) && report.contains(u"SQLite"_s) && report.contains(u"127.0.0.1"_s), qPrintable(report));
    QVERIFY(open.contains(tenant[u"tenantId"].toString()) && open.contains(run.home())); // so there is something to withhold
    for (const QString &withheld : {tenant[u"tenantId"].toString(), tenant[u"oid"].toString(), tenant[u"upn"].toString(),
                                    tenant[u"clientId"].toString(), run.home()}) {
        QVERIFY(!withheld.isEmpty());
        QVERIFY2(!report.contains(withheld, Qt::CaseInsensitive), qPrintable(withheld + u'\n' + report));
    }
}

CASEMATE_TEST(Checkups)
#include "checkups.moc"
