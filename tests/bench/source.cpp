// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/source.h"

#include "bench/measure.h"

#include "remote/budget.h"
#include "remote/page.h"
#include "remote/reply.h"

#include <QFile>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int patience = 120'000; // milliseconds for one answer

domain::Tenant started(casemate::test::DemoTenant &demo, const QStringList &world)
{
    const QString problem = demo.start(world);
    if (!problem.isEmpty())
        giveUp(problem);
    return demo.tenant();
}

} // namespace

Source::Source(const QStringList &world)
    : m_tenant(started(m_demo, world))
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

void Source::drain(const char *path, const QByteArray &query, const std::function<void(const QByteArray &)> &take)
{
    remote::GraphRequest request {.path = path, .query = query, .tried = u"read a list"_s};
    for (;;) {
        casemate::test::Reply<remote::GraphAnswer> answer;
        m_graph.send(request, &m_asker, answer.function());
        if (!QTest::qWaitFor([&] { return answer.came(); }, patience) || !answer.isGood())
            giveUp(u"the demo tenant does not answer"_s);
        take(answer.value().body);
        const auto page = remote::readPage(answer.value().body);
        if (!page)
            giveUp(u"a page of the demo tenant cannot be read"_s);
        if (!page->nextLink)
            return;
        request = {.link = *page->nextLink, .tried = request.tried};
    }
}

void Source::drainIncidents(const std::function<void(const QByteArray &)> &take)
{
    drain("/v1.0/security/incidents", "$top=50", take);
}

void Source::drainAlerts(const std::function<void(const QByteArray &)> &take)
{
    drain("/v1.0/security/alerts_v2", "$top=500", take);
}

// proc(5): utime and stime are the fields 14 and 15, in clock ticks; the name before them may hold anything but ends with ')'.
double Source::processorMsecs() const
{
    QFile stat(u"/proc/%1/stat"_s.arg(m_demo.processId()));
    if (!stat.open(QIODevice::ReadOnly))
        giveUp(u"/proc does not tell of the demo tenant"_s);
    const QByteArray line = stat.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return double(fields.value(11).toLongLong() + fields.value(12).toLongLong()) * 1000 / double(sysconf(_SC_CLK_TCK));
}

} // namespace bench
