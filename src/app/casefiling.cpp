// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casefiling.h"

#include "domain/clock.h"
#include "domain/filetenant.h"
#include "remote/casefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

using domain::Done;
using domain::ErrorKind;
using domain::Result;

namespace {

const QString triedToWrite = u"write the case file"_s;

// Of every mail that the incident names, as far as its location was ever read.
QList<domain::MailTarget> mailsOf(const store::IncidentDetail &detail)
{
    QSet<domain::MailTarget> mails;
    for (const domain::Alert &alert : detail.alerts) {
        for (const domain::Evidence &evidence : alert.evidence) {
            if (evidence.mail)
                mails.insert(evidence.mail->target);
            if (!evidence.cluster)
                continue;
            for (const QString &message : evidence.cluster->networkMessageIds)
                mails.insert({message, {}});
        }
    }
    QList<domain::MailTarget> sorted(mails.cbegin(), mails.cend());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

Result<remote::CaseFile> caseOf(store::ReadSession &session, const domain::Tenant &tenant, const domain::IncidentId &incident)
{
    const Result<store::ReceivedBytes> bytes = session.cache().receivedBytes(incident);
    if (!bytes)
        return bytes.error();
    const Result<store::IncidentDetail> detail = session.cache().incident(incident);
    if (!detail)
        return detail.error();
    const Result<QList<domain::Fact>> facts = session.cache().latestLocations(mailsOf(*detail));
    if (!facts)
        return facts.error();
    const Result<QJsonObject> history = session.ledger().caseHistory(incident);
    if (!history && history.error().kind != ErrorKind::NotFound) // nobody has decided anything in this tenant yet
        return history.error();
    return remote::CaseFile {.program = u"casemate "_s + QCoreApplication::applicationVersion(),
                             .exported = domain::SystemClock().now(),
                             .tenantId = tenant.tenantId,
                             .cloud = tenant.cloud.name,
                             .incident = bytes->incident,
                             .alerts = bytes->alerts,
                             .facts = *facts,
                             .history = history ? *history : QJsonObject()};
}

} // namespace

Result<Done> writeCase(store::ReadSession &session, const domain::Tenant &tenant, const domain::IncidentId &incident,
                       const QString &path)
{
    const Result<remote::CaseFile> file = caseOf(session, tenant, incident);
    if (!file)
        return file.error();
    QSaveFile target(path);
    const bool isOpen = target.open(QIODevice::WriteOnly);
    if (isOpen) {
        target.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // it tells about people
        target.write(remote::writeCaseFile(*file));
    }
    if (!isOpen || !target.commit())
        return domain::refusal(u"fileNotWritten"_s, triedToWrite, target.errorString());
    return Done {};
}

Result<Done> mayBeCalled(const TenantRegistry &registry, const QString &name)
{
    const QList<domain::Tenant> tenants = registry.tenants();
    const bool isTaken = std::any_of(tenants.cbegin(), tenants.cend(), [&](const domain::Tenant &t) { return t.key == name; });
    return isTaken ? Result<Done>(domain::refusal(u"nameTaken"_s, u"read the file"_s, name)) : Result<Done>(Done {});
}

Result<domain::Tenant> keepImport(TenantRegistry &registry, const store::DataPaths &paths, const casemate::sync::ImportReport &report)
{
    const Result<domain::Tenant> kept = registry.add(report.tenant);
    if (!kept)
        QDir(paths.tenantFolder(report.tenant.cloud.name, report.tenant.tenantId, report.tenant.oid)).removeRecursively();
    return kept;
}

Result<Done> removeTenant(TenantRegistry &registry, const store::DataPaths &paths, const QString &key)
{
    const Result<domain::Tenant> tenant = registry.choose(key);
    const Result<Done> removed = registry.remove(key);
    if (removed && tenant && tenant->key == key && domain::isFileTenant(*tenant))
        QDir(paths.tenantFolder(tenant->cloud.name, tenant->tenantId, tenant->oid)).removeRecursively();
    return removed;
}

} // namespace app
