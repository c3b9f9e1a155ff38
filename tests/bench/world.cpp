// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/world.h"

#include "bench/measure.h"
#include "bench/source.h"

#include "app/tenantregistry.h"
#include "remote/graphdecoder.h"
#include "remote/page.h"
#include "store/cachewriter.h"
#include "store/datapaths.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

template <class T>
T need(domain::Result<T> result, const QString &what)
{
    if (!result)
        giveUp(u"%1: %2 %3 %4"_s.arg(what, domain::errorKindWord(result.error().kind), result.error().code, result.error().detail));
    return std::move(*result);
}

void store(Source &source, store::CacheWriter &writer, const remote::GraphDecoder &decoder)
{
    source.drainIncidents([&](const QByteArray &body) {
        const remote::Page page = need(remote::readPage(body), u"read a page"_s);
        store::Batch batch {.feed = store::Feed::Incidents};
        batch.incidents = remote::decodeIncidents(page.items, decoder).received;
        (void)need(writer.apply(batch), u"store incidents"_s);
    });
    source.drainAlerts([&](const QByteArray &body) {
        const remote::Page page = need(remote::readPage(body), u"read a page"_s);
        store::Batch batch {.feed = store::Feed::Alerts};
        batch.alerts = remote::decodeAlerts(page.items, decoder).received;
        (void)need(writer.apply(batch), u"store alerts"_s);
    });
}

QStringList arguments(int incidents)
{
    return {u"--seed"_s, u"7"_s, u"--incidents"_s, QString::number(incidents)};
}

QString folderOf(const QString &root, const domain::Tenant &tenant)
{
    return need(store::DataPaths {root}.prepareTenant(tenant.cloud.name, tenant.tenantId, tenant.oid), u"make a folder"_s);
}

// The list of tenants is written last: where it is, the rest is whole.
void make(const QString &root, int incidents)
{
    Source source(arguments(incidents));
    domain::Tenant tenant = source.tenant();
    const remote::GraphDecoder decoder(tenant.tenantId);
    {
        const auto writer = need(store::CacheWriter::open(folderOf(root, tenant), decoder), u"open a cache"_s);
        store(source, *writer, decoder);
    }
    app::TenantRegistry registry(app::TenantRegistry::standardFile(root));
    tenant = need(registry.add(tenant), u"keep the list of tenants"_s);
    (void)need(registry.setAccount(tenant.key, tenant.tenantId, tenant.oid, tenant.upn), u"keep the list of tenants"_s);
}

} // namespace

qint64 Pages::bytes() const
{
    qint64 sum = 0;
    for (const QByteArray &body : incidents + alerts)
        sum += body.size();
    return sum;
}

Worlds::Worlds(const QString &keptBelow)
    : m_root(keptBelow.isEmpty() ? m_temporary.path() : QDir(keptBelow).absolutePath())
{
}

const World &Worlds::of(int incidents)
{
    std::shared_ptr<World> &world = m_made[incidents];
    if (world)
        return *world;
    world = std::make_shared<World>();
    world->root = m_root + u"/%1"_s.arg(incidents);
    world->incidents = incidents;
    const app::TenantRegistry registry(app::TenantRegistry::standardFile(world->root));
    if (registry.choose({}).hasValue() == false)
        make(world->root, incidents);
    world->tenant = need(registry.choose({}), u"read the list of tenants"_s);
    world->folder = folderOf(world->root, world->tenant);
    return *world;
}

Pages Worlds::pages(int incidents)
{
    Source source(arguments(incidents));
    Pages pages;
    source.drainIncidents([&](const QByteArray &body) { pages.incidents.append(body); });
    source.drainAlerts([&](const QByteArray &body) { pages.alerts.append(body); });
    return pages;
}

} // namespace bench
