// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/world.h"

#include "bench/measure.h"

#include "app/tenantregistry.h"
#include "remote/demotenant.h"
#include "remote/graphclient.h"
#include "remote/graphdecoder.h"
#include "remote/networktransport.h"
#include "remote/page.h"
#include "remote/reply.h"
#include "remote/session.h"
#include "store/cachewriter.h"
#include "store/datapaths.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using casemate::test::DemoTenant;

namespace bench {

namespace {

constexpr int patience = 120'000; // milliseconds for one answer
constexpr auto incidentsPath = "/v1.0/security/incidents";
constexpr auto alertsPath = "/v1.0/security/alerts_v2";

template <class T>
T need(domain::Result<T> result, const QString &what)
{
    if (!result)
        giveUp(u"%1: %2 %3 %4"_s.arg(what, domain::errorKindWord(result.error().kind), result.error().code, result.error().detail));
    return std::move(*result);
}

// The demo tenant, and a client signed in to it that no budget slows.
class Source
{
public:
    explicit Source(int incidents)
        : m_tenant(started(m_demo, incidents))
        , m_transport(m_tenant.cloud)
        , m_session(m_tenant, m_transport, m_secrets, m_browser, m_clock)
        , m_budget(m_clock, {.security = 1'000'000, .sync = 1'000'000, .hunting = 1'000'000})
        , m_graph(m_tenant.cloud, m_transport, m_session, m_budget, m_clock)
    {
        casemate::test::Reply<domain::Capabilities> signedIn;
        m_session.signIn(&m_asker, signedIn.function());
        if (!QTest::qWaitFor([&] { return signedIn.came(); }, patience) || !signedIn.isGood())
            giveUp(u"could not sign in to the demo tenant"_s);
        m_tenant.tenantId = m_session.account().tenantId;
        m_tenant.oid = m_session.account().oid;
        m_tenant.upn = m_session.account().upn;
    }

    [[nodiscard]] const domain::Tenant &tenant() const { return m_tenant; }

    // Hands over every page of a list as it came.
    void drain(const char *path, const QByteArray &query, const std::function<void(const QByteArray &)> &take)
    {
        remote::GraphRequest request {.path = path, .query = query, .tried = u"read a list"_s};
        for (;;) {
            casemate::test::Reply<remote::GraphAnswer> answer;
            m_graph.send(request, &m_asker, answer.function());
            if (!QTest::qWaitFor([&] { return answer.came(); }, patience) || !answer.isGood())
                giveUp(u"the demo tenant does not answer"_s);
            take(answer.value().body);
            const remote::Page page = need(remote::readPage(answer.value().body), u"read a page"_s);
            if (!page.nextLink)
                return;
            request = {.link = *page.nextLink, .tried = request.tried};
        }
    }
    void drainIncidents(const std::function<void(const QByteArray &)> &take) { drain(incidentsPath, "$top=50", take); }
    void drainAlerts(const std::function<void(const QByteArray &)> &take) { drain(alertsPath, "$top=500", take); }

private:
    static domain::Tenant started(DemoTenant &demo, int incidents)
    {
        const QString problem = demo.start({u"--seed"_s, u"7"_s, u"--incidents"_s, QString::number(incidents)});
        if (!problem.isEmpty())
            giveUp(problem);
        return demo.tenant();
    }

    DemoTenant m_demo;
    domain::Tenant m_tenant;
    domain::SystemClock m_clock;
    remote::NetworkTransport m_transport;
    remote::MemorySecretStore m_secrets;
    casemate::test::WillingBrowser m_browser;
    remote::Session m_session;
    remote::Budget m_budget;
    remote::GraphClient m_graph;
    QObject m_asker;
};

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

QString folderOf(const QString &root, const domain::Tenant &tenant)
{
    return need(store::DataPaths {root}.prepareTenant(tenant.cloud.name, tenant.tenantId, tenant.oid), u"make a folder"_s);
}

// The list of tenants is written last: where it is, the rest is whole.
void make(const QString &root, int incidents)
{
    Source source(incidents);
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
    Source source(incidents);
    Pages pages;
    source.drainIncidents([&](const QByteArray &body) { pages.incidents.append(body); });
    source.drainAlerts([&](const QByteArray &body) { pages.alerts.append(body); });
    return pages;
}

} // namespace bench
