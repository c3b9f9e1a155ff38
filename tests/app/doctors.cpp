// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The check as a whole: what follows from what was read, its time limit, cancelling it, and the settings.

#include "app/accountfindings.h"
#include "app/doctor.h"
#include "app/ownerlock.h"
#include "app/programfindings.h"
#include "app/redaction.h"
#include "domain/filetenant.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using app::Doctor;
using domain::CheckDepth;
using domain::Finding;
using domain::FindingCause;
using domain::Findings;
using domain::FindingState;
using domain::FindingSubject;

namespace {

domain::Tenant tenant(const QUrl &host, const QString &oid = u"oid"_s)
{
    domain::Tenant made;
    made.key = u"Contoso"_s;
    made.tenantId = u"contoso.example"_s;
    made.oid = oid;
    made.cloud.name = u"demo"_s;
    made.cloud.demo = true;
    made.cloud.login = made.cloud.graph = made.cloud.portal = host;
    return made;
}

Finding one(const Findings &findings, FindingSubject subject, const QString &about = {})
{
    for (const Finding &finding : findings)
        if (finding.subject == subject && (about.isEmpty() || finding.about == about))
            return finding;
    QTest::qFail(qPrintable(u"no finding "_s + word(subject)), __FILE__, __LINE__);
    return {};
}

Finding host(const QString &about, FindingState state, FindingCause cause)
{
    Finding made;
    made.subject = FindingSubject::Host;
    made.about = about;
    made.state = state;
    made.cause = cause;
    return made;
}

remote::KeptSession kept(const QStringList &scopes)
{
    return {.isThere = true, .scopes = scopes, .hasApplicationCredential = true};
}

const QStringList everyScope {u"SecurityIncident.ReadWrite.All"_s, u"SecurityAlert.Read.All"_s, u"ThreatHunting.Read.All"_s};

} // namespace

class Doctors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void missingScopesAreTold();
    void sessionsAreStates();
    void beingOfflineIsAState();
    void settingsOutOfRangeAreTold();
    void theHolderOfALockIsSeenWithoutTouchingIt();
    void withoutATenantThereIsOne();
    void aSilentHostDoesNotHoldItUp();
    void cancellingTellsWhatIsMissing();
    void aNewStartEndsTheOldOne();
    void theOwnSessionIsAskedForHere();

private:
    QTemporaryDir m_home;
};

void Doctors::init()
{
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home.path());
    QFile::remove(m_home.path() + u"/casemate/casemate.ini"_s);
}

void Doctors::missingScopesAreTold()
{
    const domain::Tenant whose = tenant({});
    QCOMPARE(domain::worst(app::sessionFindings(whose, kept(everyScope))), FindingState::Good);
    for (const QString &scope : everyScope) {
        QStringList less = everyScope;
        less.removeAll(scope);
        const Findings findings = app::sessionFindings(whose, kept(less));
        const Finding missing = one(findings, FindingSubject::Permission, scope);
        QCOMPARE(missing.cause, FindingCause::Missing);
        QCOMPARE(missing.tenant, whose.key);
        const bool reads = scope == everyScope.at(1);
        QCOMPARE(missing.state, reads ? FindingState::Bad : FindingState::Note);
    }
    // Without the wider one reading is gone with it, unless the narrower one was granted.
    const Findings none = app::sessionFindings(whose, kept({}));
    QCOMPARE(one(none, FindingSubject::Permission, u"SecurityIncident.Read.All"_s).state, FindingState::Bad);
    const Findings reader = app::sessionFindings(whose, kept({u"SecurityIncident.Read.All"_s}));
    QCOMPARE(one(reader, FindingSubject::Permission, u"SecurityIncident.Read.All"_s).state, FindingState::Good);
    QCOMPARE(one(reader, FindingSubject::Permission, u"SecurityIncident.ReadWrite.All"_s).state, FindingState::Note);
}

void Doctors::sessionsAreStates()
{
    const Findings never = app::sessionFindings(tenant({}, {}), remote::KeptSession());
    QCOMPARE(never.size(), 1);
    QCOMPARE(never.first().cause, FindingCause::NeverSignedIn);
    QCOMPARE(never.first().state, FindingState::Note);
    QCOMPARE(app::sessionFindings(tenant({}), remote::KeptSession()).first().cause, FindingCause::NoSession);
    const Findings unread = app::sessionFindings(tenant({}), domain::error(domain::ErrorKind::KeychainFailed, u"x"_s, u"locked"_s));
    QCOMPARE(unread.first().state, FindingState::Unknown);
    QCOMPARE(unread.first().detail, u"locked"_s);
    domain::Tenant files = tenant({});
    files.cloud.name = QString::fromLatin1(domain::fileCloud);
    QCOMPARE(app::sessionFindings(files, remote::KeptSession()).size(), 1);
    QCOMPARE(app::sessionFindings(files, remote::KeptSession()).first().cause, FindingCause::FromFiles);
    QCOMPARE(app::sessionFindings(files, remote::KeptSession()).first().state, FindingState::Good);
    remote::KeptSession portal = kept(everyScope);
    portal.hasApplicationCredential = false;
    QCOMPARE(one(app::sessionFindings(tenant({}), portal), FindingSubject::MailActions).cause, FindingCause::InPortal);
}

void Doctors::beingOfflineIsAState()
{
    const Finding login = host(u"https://login.microsoftonline.com"_s, FindingState::Bad, FindingCause::NotFound);
    const Finding graph = host(u"https://graph.microsoft.com"_s, FindingState::Bad, FindingCause::NoNetwork);
    const Finding demo = host(u"http://127.0.0.1:1"_s, FindingState::Bad, FindingCause::Unreachable);
    const Findings offline = app::offlineToldOnce({login, graph, demo});
    QCOMPARE(offline.at(0).state, FindingState::Unknown);
    QCOMPARE(offline.at(0).cause, FindingCause::NoNetwork);
    QCOMPARE(offline.at(1).state, FindingState::Unknown);
    QCOMPARE(offline.at(2).state, FindingState::Bad); // no network is needed for this machine
    const Finding reached = host(u"https://graph.microsoft.com"_s, FindingState::Good, FindingCause::None);
    QCOMPARE(app::offlineToldOnce({login, reached}).first().state, FindingState::Bad);
}

void Doctors::settingsOutOfRangeAreTold()
{
    QCOMPARE(app::settingsFindings().size(), 1);
    QCOMPARE(app::settingsFindings().first().cause, FindingCause::Absent);
    {
        QSettings file(QSettings::IniFormat, QSettings::UserScope, u"casemate"_s, u"casemate"_s);
        file.setValue(u"sync/pollSeconds"_s, u"1"_s);
        file.setValue(u"decisions/undoHoldSeconds"_s, u"ten"_s);
        file.setValue(u"sync/callsPerMinute"_s, u"100"_s);
        file.setValue(u"view/theme"_s, u"pink"_s);
    }
    const Findings findings = app::settingsFindings();
    QCOMPARE(findings.size(), 4);
    QCOMPARE(one(findings, FindingSubject::SettingsFile).state, FindingState::Good);
    for (const char *key : {"sync/pollSeconds", "decisions/undoHoldSeconds", "view/theme"})
        QCOMPARE(one(findings, FindingSubject::SettingsValue, QString::fromLatin1(key)).state, FindingState::Note);
    QCOMPARE(one(findings, FindingSubject::SettingsValue, u"sync/pollSeconds"_s).detail, u"15–3600"_s);
    QFile broken(m_home.path() + u"/casemate/casemate.ini"_s);
    QVERIFY(broken.open(QIODevice::WriteOnly | QIODevice::Truncate));
    broken.write("[unfinished\nno value here\n");
    broken.close();
    QCOMPARE(one(app::settingsFindings(), FindingSubject::SettingsFile).cause, FindingCause::Unreadable);
}

void Doctors::theHolderOfALockIsSeenWithoutTouchingIt()
{
    const QTemporaryDir folder;
    QCOMPARE(app::OwnerLock::holder(folder.path()), QString());
    auto lock = app::OwnerLock::take(folder.path());
    QVERIFY(lock.hasValue());
    QCOMPARE(app::OwnerLock::holder(folder.path()), QString::number(QCoreApplication::applicationPid()));
    lock.value().reset();
    QCOMPARE(app::OwnerLock::holder(folder.path()), QString()); // its number is still in the file
}

void Doctors::withoutATenantThereIsOne()
{
    const QTemporaryDir data;
    Doctor doctor({.paths = {data.path()}, .tenants = {}});
    QSignalSpy ended(&doctor, &Doctor::ended);
    QSignalSpy progressed(&doctor, &Doctor::progressed);
    doctor.start(CheckDepth::WithDatabases);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20'000);
    const auto findings = ended.first().first().value<Findings>();
    QCOMPARE(one(findings, FindingSubject::Tenants).cause, FindingCause::Absent);
    QCOMPARE(one(findings, FindingSubject::DataFolder).state, FindingState::Good);
    QCOMPARE(one(findings, FindingSubject::SqliteFeatures).state, FindingState::Good);
    one(findings, FindingSubject::Keychain);
    QVERIFY(progressed.size() >= 4);
    QCOMPARE(progressed.last().at(0), progressed.last().at(1));
}

void Doctors::aSilentHostDoesNotHoldItUp()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QTemporaryDir data;
    Doctor doctor({.paths = {data.path()}, .tenants = {tenant(QUrl(u"http://127.0.0.1:%1"_s.arg(silent.serverPort())))}, .limit = 1s});
    QSignalSpy ended(&doctor, &Doctor::ended);
    QElapsedTimer clock;
    clock.start();
    doctor.start(CheckDepth::Quick);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20'000);
    QVERIFY2(clock.elapsed() < 8'000, qPrintable(QString::number(clock.elapsed())));
    const auto findings = ended.first().first().value<Findings>();
    QCOMPARE(one(findings, FindingSubject::Host).cause, FindingCause::TimedOut);
    QCOMPARE(one(findings, FindingSubject::Host).state, FindingState::Bad);
    one(findings, FindingSubject::Session); // whatever came of it
}

void Doctors::cancellingTellsWhatIsMissing()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QTemporaryDir data;
    Doctor doctor({.paths = {data.path()}, .tenants = {tenant(QUrl(u"http://127.0.0.1:%1"_s.arg(silent.serverPort())))}});
    QSignalSpy ended(&doctor, &Doctor::ended);
    doctor.start(CheckDepth::Quick);
    QCOMPARE(ended.size(), 0);
    doctor.cancel();
    QCOMPARE(ended.size(), 1);
    const auto findings = ended.first().first().value<Findings>();
    QCOMPARE(one(findings, FindingSubject::Host).state, FindingState::Unknown);
    QCOMPARE(one(findings, FindingSubject::Host).cause, FindingCause::Cancelled);
    QCOMPARE(one(findings, FindingSubject::Casemate).state, FindingState::Good);
    doctor.cancel();
    QCOMPARE(ended.size(), 1);
}

void Doctors::aNewStartEndsTheOldOne()
{
    const QTemporaryDir data;
    Doctor doctor({.paths = {data.path()}, .tenants = {}});
    QSignalSpy ended(&doctor, &Doctor::ended);
    doctor.start(CheckDepth::Quick);
    doctor.start(CheckDepth::Quick);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20'000);
    const auto findings = ended.first().first().value<Findings>();
    const auto keychains = std::count_if(findings.cbegin(), findings.cend(), [](const Finding &f) { return f.subject == FindingSubject::Keychain; });
    QCOMPARE(keychains, 1);
}

void Doctors::theOwnSessionIsAskedForHere()
{
    const QTemporaryDir data;
    domain::Capabilities able;
    able.signedIn = true;
    able.scopes = everyScope;
    Doctor doctor({.paths = {data.path()}, .tenants = {tenant({})}, .ownTenant = u"Contoso"_s, .ownCapabilities = [able] { return able; }});
    QSignalSpy ended(&doctor, &Doctor::ended);
    doctor.start(CheckDepth::Quick);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20'000);
    const auto findings = ended.first().first().value<Findings>();
    QCOMPARE(one(findings, FindingSubject::Session).state, FindingState::Good);
    QCOMPARE(one(findings, FindingSubject::Permission, everyScope.first()).state, FindingState::Good);
    const models::Redaction redaction = app::redactionFor({tenant({})});
    QVERIFY(redaction.tenantNames.contains(u"contoso.example"_s) && redaction.accounts.contains(u"oid"_s));
}

CASEMATE_TEST(Doctors)
#include "doctors.moc"
