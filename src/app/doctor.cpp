// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "doctor.h"

#include "accountfindings.h"
#include "ownerlock.h"
#include "programfindings.h"

#include "domain/ask.h"
#include "domain/filetenant.h"
#include "remote/hostsight.h"
#include "remote/keptsession.h"
#include "remote/keychainsight.h"
#include "store/inspection.h"

#include <QDeadlineTimer>
#include <QSet>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {

using domain::CheckDepth;
using domain::Finding;
using domain::FindingCause;
using domain::Findings;
using domain::FindingState;
using domain::FindingSubject;
using domain::Result;
using domain::Tenant;

namespace {

constexpr auto keychainStep = 4s; // three of them at most wait for each other: the first that fails ends it

Finding thing(FindingSubject subject, const QString &about = {}, const QString &tenant = {})
{
    Finding finding;
    finding.subject = subject;
    finding.about = about;
    finding.tenant = tenant;
    return finding;
}

QString accountFolder(const store::DataPaths &paths, const Tenant &tenant)
{
    return paths.tenantFolder(tenant.cloud.name, tenant.tenantId, tenant.oid);
}

Findings inspected(const store::DataPaths &paths, const QList<Tenant> &tenants)
{
    Findings findings = store::inspectLibrary() + store::inspectRoot(paths);
    for (const Tenant &tenant : tenants) {
        Findings ofTenant;
        if (!tenant.oid.isEmpty())
            ofTenant += store::inspectAccount(accountFolder(paths, tenant));
        Finding owner = thing(FindingSubject::Owner);
        owner.value = OwnerLock::holder(paths.tenantFolder(tenant.cloud.name, tenant.tenantId, u"owner"_s));
        ofTenant.append(owner);
        for (Finding &finding : ofTenant)
            finding.tenant = tenant.key;
        findings += ofTenant;
    }
    return findings;
}

Findings integrity(const store::DataPaths &paths, const QList<Tenant> &tenants, const std::atomic<bool> &cancelled)
{
    Findings findings;
    for (const Tenant &tenant : tenants) {
        if (tenant.oid.isEmpty())
            continue;
        Findings ofTenant = store::inspectIntegrity(accountFolder(paths, tenant), cancelled);
        for (Finding &finding : ofTenant)
            finding.tenant = tenant.key;
        findings += ofTenant;
    }
    return findings;
}

} // namespace

struct Doctor::Run {
    Run()
        : disk(new QObject)
        , thread(new QThread)
        , cancelled(std::make_shared<std::atomic<bool>>(false))
    {
        disk->moveToThread(thread);
        QObject::connect(thread, &QThread::finished, disk, &QObject::deleteLater);
        thread->start();
    }
    // A disk that hangs must not hold up the end: what it is asked holds its own copies, so the thread can be left alone.
    ~Run()
    {
        *cancelled = true;
        thread->quit();
        if (thread->wait(QDeadlineTimer(1s)))
            delete thread;
    }
    Q_DISABLE_COPY_MOVE(Run)

    QObject asker; // questions of this run; gone with it
    QObject *disk;
    QThread *thread;
    std::shared_ptr<std::atomic<bool>> cancelled;
    std::shared_ptr<remote::SecretStore> secrets;
    QHash<QString, Finding> open; // by id, what has not answered
    int expected = 0;
    Findings findings;
    bool ended = false;
};

Doctor::Doctor(Patient patient, QObject *parent)
    : Checkup(parent)
    , m_patient(std::move(patient))
{
}

Doctor::~Doctor() = default;

void Doctor::start(CheckDepth depth)
{
    m_run = std::make_unique<Run>();
    expect(thing(FindingSubject::Casemate));
    lookAtStorage(depth);
    lookAtKeychain();
    lookAtHosts();
    m_clock.after(m_patient.limit, &m_run->asker, [this] { endOpen(FindingCause::TimedOut, true); });
    take(programFindings() + settingsFindings() + tenantFindings(m_patient.tenants) + Findings {remote::lookAtTls()},
         findingId(thing(FindingSubject::Casemate)));
}

void Doctor::cancel()
{
    if (!m_run || m_run->ended)
        return;
    *m_run->cancelled = true;
    endOpen(FindingCause::Cancelled, false);
}

void Doctor::lookAtStorage(CheckDepth depth)
{
    const Finding disk = thing(FindingSubject::DataFolder, m_patient.paths.root);
    expect(disk);
    domain::ask<Findings>(
        m_run->disk, &m_run->asker, [paths = m_patient.paths, tenants = m_patient.tenants](QObject &) { return Result<Findings>(inspected(paths, tenants)); },
        [this, id = findingId(disk)](const Result<Findings> &found) {
            if (found)
                take(*found, id);
        });
    if (depth == CheckDepth::Quick)
        return;
    const Finding whole = thing(FindingSubject::Integrity);
    expect(whole);
    domain::ask<Findings>(
        m_run->disk, &m_run->asker,
        [paths = m_patient.paths, tenants = m_patient.tenants, cancelled = m_run->cancelled](QObject &) {
            return Result<Findings>(integrity(paths, tenants, *cancelled));
        },
        [this, id = findingId(whole)](const Result<Findings> &found) {
            if (found)
                take(*found, id);
        });
}

void Doctor::lookAtKeychain()
{
    expect(thing(FindingSubject::Keychain));
    for (const Tenant &tenant : std::as_const(m_patient.tenants))
        expect(thing(FindingSubject::Session, {}, tenant.key));
    remote::lookAtKeychain(keychainStep, &m_run->asker, [this](const Result<Findings> &found) {
        if (!found)
            return;
        take(*found, findingId(thing(FindingSubject::Keychain)));
        lookAtSessions(domain::worst(*found) == FindingState::Good);
    });
}

void Doctor::lookAtSessions(bool keychainWorks)
{
    if (m_run->ended)
        return;
    m_run->secrets = remote::storeOfSessions(keychainWorks, keychainStep);
    for (const Tenant &tenant : std::as_const(m_patient.tenants)) {
        const QString id = findingId(thing(FindingSubject::Session, {}, tenant.key));
        if (tenant.oid.isEmpty() || domain::isFileTenant(tenant)) {
            take(sessionFindings(tenant, remote::KeptSession()), id);
        } else if (tenant.key == m_patient.ownTenant && m_patient.ownCapabilities) {
            take(sessionFindings(tenant, keptSession(m_patient.ownCapabilities())), id);
        } else if (m_run->secrets) {
            remote::readKeptSession(tenant, *m_run->secrets, &m_run->asker,
                                    [this, tenant, id](const Result<remote::KeptSession> &kept) { take(sessionFindings(tenant, kept), id); });
        } else {
            take(sessionFindings(tenant, domain::error(domain::ErrorKind::KeychainFailed, u"read the session"_s)), id);
        }
    }
}

void Doctor::lookAtHosts()
{
    QSet<QString> seen;
    for (const Tenant &tenant : std::as_const(m_patient.tenants)) {
        for (const QUrl &url : {tenant.cloud.login, tenant.cloud.graph, tenant.cloud.portal}) {
            const QString address = remote::hostAddress(url);
            if (url.host().isEmpty() || seen.contains(address))
                continue;
            seen.insert(address);
            const Finding host = thing(FindingSubject::Host, address);
            expect(host);
            // Less than the whole, so that a silent host is told as one.
            remote::lookAtHost(tenant.cloud, url, m_patient.limit * 4 / 5, m_clock, &m_run->asker,
                               [this, id = findingId(host)](const Result<Findings> &found) {
                                   if (found)
                                       take(*found, id);
                               });
        }
    }
}

void Doctor::expect(const Finding &what)
{
    m_run->open.insert(findingId(what), what);
    ++m_run->expected;
}

void Doctor::take(const Findings &findings, const QString &ended)
{
    if (m_run->ended || m_run->open.remove(ended) == 0)
        return; // too late
    m_run->findings += findings;
    Q_EMIT found(findings);
    endIfDone();
}

void Doctor::endOpen(FindingCause cause, bool patient)
{
    const QHash<QString, Finding> open = m_run->open;
    for (auto entry = open.cbegin(); entry != open.cend(); ++entry) {
        Finding unknown = entry.value();
        if (patient && unknown.subject == FindingSubject::Integrity)
            continue;
        unknown.state = FindingState::Unknown;
        unknown.cause = cause;
        take({unknown}, entry.key());
    }
}

void Doctor::endIfDone()
{
    const int open = int(m_run->open.size());
    Q_EMIT progressed(m_run->expected - open, m_run->expected);
    if (open > 0)
        return;
    m_run->ended = true;
    m_run->findings = inOrder(offlineToldOnce(m_run->findings));
    Q_EMIT ended(m_run->findings);
}

} // namespace app
