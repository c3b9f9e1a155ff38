// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tenantregistry.h"

#include "domain/filetenant.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <cerrno>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace app {

using domain::Done;
using domain::ErrorKind;
using domain::Result;
using domain::Tenant;

namespace {

Tenant readTenant(QSettings &settings, const QString &key)
{
    settings.beginGroup(key);
    Tenant tenant {
        .key = key,
        .tenantId = settings.value(u"tenantId"_s).toString(),
        .clientId = settings.value(u"clientId"_s).toString(),
        .cloud = {.name = settings.value(u"cloud"_s).toString(),
                  .demo = settings.value(u"demo"_s).toBool(),
                  .login = settings.value(u"login"_s).toUrl(),
                  .graph = settings.value(u"graph"_s).toUrl(),
                  .portal = settings.value(u"portal"_s).toUrl(),
                  .caFile = settings.value(u"caFile"_s).toString()},
        .oid = settings.value(u"oid"_s).toString(),
        .upn = settings.value(u"upn"_s).toString(),
    };
    settings.endGroup();
    return tenant;
}

QList<Tenant> readAll(const QString &file)
{
    QList<Tenant> tenants;
    if (!QFileInfo::exists(file))
        return tenants;
    QSettings settings(file, QSettings::IniFormat);
    const QStringList keys = settings.childGroups();
    for (const QString &key : keys)
        tenants.append(readTenant(settings, key));
    return tenants;
}

// A file that does not exist may be read: it holds nothing. One in a folder that is closed to us may not.
bool mayRead(const QString &file)
{
    return access(QFile::encodeName(file).constData(), R_OK) == 0 || errno == ENOENT;
}

QString systemFile()
{
    return u"/etc/xdg/casemate/tenants.ini"_s;
}

bool isSameTenant(const Tenant &a, const Tenant &b)
{
    const bool isOneImport = !domain::isFileTenant(a) || a.oid == b.oid;
    return a.tenantId.compare(b.tenantId, Qt::CaseInsensitive) == 0 && a.cloud.name == b.cloud.name && isOneImport;
}

} // namespace

TenantRegistry::TenantRegistry(const QString &file)
    : m_file(file)
{
}

QString TenantRegistry::standardFile(const QString &dataDir)
{
    const QString folder = dataDir.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/casemate"_s
        : dataDir;
    return folder + u"/tenants.ini"_s;
}

QList<Tenant> TenantRegistry::tenants() const
{
    QList<Tenant> all = readAll(m_file);
    const QList<Tenant> handedOut = readAll(systemFile());
    for (const Tenant &tenant : handedOut) {
        if (std::none_of(all.cbegin(), all.cend(), [&](const Tenant &own) { return isSameTenant(own, tenant); }))
            all.append(tenant);
    }
    return all;
}

Result<Tenant> TenantRegistry::choose(const QString &named) const
{
    const QList<Tenant> all = tenants();
    QStringList keys;
    QList<Tenant> living; // imported files do not come between a person and the one tenant that there is
    for (const Tenant &tenant : all) {
        if (!domain::isFileTenant(tenant))
            living.append(tenant);
        if (!named.isEmpty() && tenant.key == named)
            return tenant;
        keys.append(tenant.key);
    }
    for (const Tenant &tenant : living + all) {
        if (!named.isEmpty() && tenant.tenantId.compare(named, Qt::CaseInsensitive) == 0)
            return tenant;
    }
    if (all.isEmpty() && !mayRead(m_file))
        return domain::error(ErrorKind::StorageUnreadable, u"read the list of tenants"_s, m_file);
    if (named.isEmpty() && living.size() == 1)
        return living.constFirst();
    if (named.isEmpty() && all.size() == 1)
        return all.constFirst();
    domain::Error error = domain::error(ErrorKind::UsageWrong, u"choose the tenant"_s, {});
    if (all.isEmpty()) {
        error.code = u"noTenant"_s;
        error.detail = u"there is none yet; add one with \"casemate tenant add\""_s;
    } else if (named.isEmpty()) {
        error.code = u"severalTenants"_s;
        error.detail = u"there are several; say --tenant with one of %1"_s.arg(keys.join(u", "_s));
    } else {
        error.code = u"unknownTenant"_s;
        error.detail = u"none is called \"%1\"; there are %2"_s.arg(named, keys.join(u", "_s));
    }
    return error;
}

Result<Tenant> TenantRegistry::add(Tenant tenant)
{
    const QList<Tenant> all = tenants();
    for (const Tenant &known : all) {
        if (!isSameTenant(known, tenant))
            continue;
        tenant.key = known.key;
        tenant.oid = known.oid;
        tenant.upn = known.upn;
        const Result<Done> written = write(tenant);
        return written ? Result<Tenant>(tenant) : Result<Tenant>(written.error());
    }
    // Keys are groups of an INI file: QSettings takes either slash for a level, and an empty one for no group at all.
    tenant.key.replace(u'/', u'-').replace(u'\\', u'-');
    if (tenant.key.isEmpty())
        tenant.key = tenant.cloud.name;
    const QString wished = tenant.key;
    for (int number = 2; std::any_of(all.cbegin(), all.cend(), [&](const Tenant &t) { return t.key == tenant.key; }); ++number)
        tenant.key = u"%1-%2"_s.arg(wished).arg(number);
    const Result<Done> written = write(tenant);
    return written ? Result<Tenant>(tenant) : Result<Tenant>(written.error());
}

Result<Done> TenantRegistry::setAccount(const QString &key, const QString &tenantId, const QString &oid, const QString &upn)
{
    Result<Tenant> tenant = choose(key);
    if (!tenant)
        return tenant.error();
    tenant->tenantId = tenantId;
    tenant->oid = oid;
    tenant->upn = upn;
    return write(*tenant);
}

Result<Done> TenantRegistry::write(const Tenant &tenant)
{
    const QFileInfo info(m_file);
    if (!QDir().mkpath(info.absolutePath()))
        return domain::error(ErrorKind::StorageUnreadable, u"keep the list of tenants"_s, info.absolutePath());
    QSettings settings(m_file, QSettings::IniFormat);
    settings.beginGroup(tenant.key);
    settings.setValue(u"tenantId"_s, tenant.tenantId);
    settings.setValue(u"clientId"_s, tenant.clientId);
    settings.setValue(u"cloud"_s, tenant.cloud.name);
    settings.setValue(u"demo"_s, tenant.cloud.demo);
    settings.setValue(u"login"_s, tenant.cloud.login);
    settings.setValue(u"graph"_s, tenant.cloud.graph);
    settings.setValue(u"portal"_s, tenant.cloud.portal);
    settings.setValue(u"caFile"_s, tenant.cloud.caFile);
    settings.setValue(u"oid"_s, tenant.oid);
    settings.setValue(u"upn"_s, tenant.upn);
    settings.endGroup();
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return domain::error(ErrorKind::StorageUnreadable, u"keep the list of tenants"_s, m_file);
    return Done {};
}

Result<Done> TenantRegistry::remove(const QString &key)
{
    QSettings settings(m_file, QSettings::IniFormat);
    if (!settings.childGroups().contains(key))
        return domain::error(ErrorKind::NotFound, u"remove the tenant"_s, key);
    settings.remove(key);
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return domain::error(ErrorKind::StorageUnreadable, u"remove the tenant"_s, m_file);
    return Done {};
}

} // namespace app
