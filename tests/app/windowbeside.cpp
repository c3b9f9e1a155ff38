// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/programrun.h"

#include "support/testmain.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

#include <sys/file.h>

using namespace Qt::StringLiterals;

namespace {

bool hasOwner(const QString &cacheFile)
{
    QFile lock(QFileInfo(cacheFile).absolutePath() + u"/../owner/owner.lock"_s);
    if (!lock.open(QIODevice::ReadWrite))
        return false;
    return flock(lock.handle(), LOCK_EX | LOCK_NB) != 0;
}

} // namespace

// The window owns the tenant's data; commands at the same time go through it.
class WindowBeside : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void commandsGoThroughTheWindow();
    void aGermanWindowAnswersCommandsInEnglish();
};

void WindowBeside::commandsGoThroughTheWindow()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    QVERIFY(run.signIn());
    QCOMPARE(run.run({u"sync"_s}).code, 0);
    const QJsonArray incidents = run.run({u"incidents"_s, u"--json"_s}).json().array();
    const QString id = incidents[0][u"id"].toString();

    QProcess window;
    run.startBeside(window, {});
    QVERIFY(window.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(hasOwner(run.cacheFile()), 30'000);
    // Until its socket listens a command says that the owner does not answer; then it is served.
    QTRY_COMPARE_WITH_TIMEOUT(run.run({u"sync"_s, u"--json"_s}).code, 0, 60'000);
    // It signs in again with the browser that was told for this once.
    const Ended signedIn = run.run({u"signin"_s, u"--browser"_s, u"curl -sLo /dev/null"_s, u"--json"_s});
    QVERIFY2(signedIn.code == 0, signedIn.err.constData());
    QVERIFY(!signedIn.json()[u"upn"].toString().isEmpty());
    const Ended tagged = run.run({u"decide"_s, u"tag"_s, id, u"--value"_s, u"beside"_s, u"--wait"_s, u"--json"_s});
    QVERIFY2(tagged.code == 0, tagged.err.constData());
    QCOMPARE(tagged.json()[0][u"state"].toString(), u"verified"_s);
    QCOMPARE(run.run({u"incidents"_s, u"--filter"_s, u"tag:beside"_s, u"--json"_s}).json().array().size(), 1);
    QCOMPARE(window.state(), QProcess::Running);
    QVERIFY(hasOwner(run.cacheFile())); // it was the window that did it

    window.terminate();
    QVERIFY(window.waitForFinished(30'000));
    QVERIFY(!hasOwner(run.cacheFile()));
    QCOMPARE(run.run({u"history"_s, u"verify"_s}).code, 0);
}

void WindowBeside::aGermanWindowAnswersCommandsInEnglish()
{
    ProgramRun run;
    QVERIFY(run.startTenant());
    QVERIFY(run.signIn());
    QFile settings(run.home() + u"/config/casemate/casemate.ini"_s);
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write("[view]\nlanguage=de\n");
    settings.close();
    QProcess window;
    run.startBeside(window, {});
    QVERIFY(window.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(hasOwner(run.cacheFile()), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(run.run({u"sync"_s}).code, 0, 60'000);
    const Ended refused = run.run({u"decide"_s, u"tag"_s, u"999999"_s, u"--value"_s, u"beside"_s});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.startsWith("casemate: Could not read incident 999999: no such incident is known here"), refused.err.constData());
    window.terminate();
    QVERIFY(window.waitForFinished(30'000));
}

CASEMATE_TEST(WindowBeside)
#include "windowbeside.moc"
