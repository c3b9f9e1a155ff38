// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "describedtenant.h"

#include "clouds.h"

#include "domain/filetenant.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

using domain::Result;

namespace {

domain::Error wrong(const QString &what, const QString &why)
{
    domain::Error error = domain::error(domain::ErrorKind::UsageWrong, u"add the tenant"_s, why);
    error.code = what;
    return error;
}

// GUIDs and domains. They become part of addresses.
bool isNameOnTheWire(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'.';
    });
}

Result<domain::Tenant> inCloud(const QString &name)
{
    domain::Tenant tenant;
    if (const std::optional<domain::Cloud> known = builtInCloud(name)) {
        tenant.cloud = *known;
        return tenant;
    }
    const Result<CloudFile> file = readCloudFile(name);
    if (!file) {
        domain::Error error = file.error();
        error.code = u"cloudFile"_s;
        return error;
    }
    if (file->cloud.name == domain::fileCloud)
        return wrong(u"cloudFile"_s, u"a cloud cannot be called \"%1\"; give its file another name"_s.arg(file->cloud.name));
    tenant.cloud = file->cloud;
    tenant.tenantId = file->tenantId;
    tenant.clientId = file->clientId;
    return tenant;
}

} // namespace

Result<domain::Tenant> describedTenant(const domain::TenantWish &wish)
{
    if (wish.cloud.trimmed().isEmpty())
        return wrong(u"cloud"_s, u"it needs --cloud: %1, or a cloud file"_s.arg(builtInCloudNames().join(u", "_s)));
    Result<domain::Tenant> tenant = inCloud(wish.cloud.trimmed());
    if (!tenant)
        return tenant;
    if (const QString given = wish.tenantId.trimmed(); !given.isEmpty())
        tenant->tenantId = given;
    if (const QString given = wish.clientId.trimmed(); !given.isEmpty())
        tenant->clientId = given;
    if (tenant->tenantId.isEmpty())
        return wrong(u"tenantId"_s, u"it needs --tenant-id, unless the cloud file names it"_s);
    if (!isNameOnTheWire(tenant->tenantId))
        return wrong(u"tenantId"_s, u"\"%1\" is neither a directory id nor a domain"_s.arg(tenant->tenantId));
    if (tenant->clientId.isEmpty())
        return wrong(u"clientId"_s, u"it needs --client-id, unless the cloud file names it"_s);
    if (!isNameOnTheWire(tenant->clientId))
        return wrong(u"clientId"_s, u"\"%1\" is no application id"_s.arg(tenant->clientId));
    const QString name = wish.name.trimmed();
    tenant->key = !name.isEmpty() ? name : tenant->cloud.demo ? tenant->cloud.name : tenant->tenantId;
    if (tenant->key.contains(u'/'))
        return wrong(u"name"_s, u"a tenant's name holds no slash"_s);
    return tenant;
}

} // namespace app
