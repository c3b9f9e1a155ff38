// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/backstage.h"

#include "simulator/controlport.h"
#include "simulator/entra.h"
#include "simulator/frontdoor.h"
#include "simulator/reception.h"
#include "simulator/signinpage.h"
#include "simulator/tenant.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int TickLength = 200; // ms

qint64 realTime()
{
    return QDateTime::currentMSecsSinceEpoch();
}

Response portalPage(const Request &request)
{
    const QString place = request.path.section(u'/', 2);
    return htmlPage(u"Defender portal"_s,
                    u"<p>In a real tenant the portal would show <b>%1</b> here.</p>"_s.arg(
                        place.isEmpty() ? u"its start page"_s : place.toHtmlEscaped()));
}

TenantOptions tenantOptions(const World &world, const QHash<QString, QString> &switches)
{
    return {world.seed, world.incidents, world.identity.tenantId, world.start, switches};
}

// Takes our own switches out of those of the command line; what remains is the tenant's.
Result<EntraSettings> takeSwitches(QHash<QString, QString> &switches, FrontDoor::Limits &limits)
{
    EntraSettings settings;
    for (auto it = switches.begin(); it != switches.end();) {
        const auto applied = settings.apply(it.key(), *it);
        if (!applied)
            return Failure {applied.error()};
        bool isOurs = *applied;
        if (it.key() == u"securityPerMinute" || it.key() == u"huntingPerMinute") {
            (it.key() == u"securityPerMinute" ? limits.security : limits.hunting) = it->toInt(&isOurs);
            if (!isOurs)
                return Failure {u"%1 is a number of calls"_s.arg(it.key())};
        }
        it = isOurs ? switches.erase(it) : std::next(it);
    }
    return settings;
}

} // namespace

struct Backstage::Parts {
    Parts(const Options &options, const World &world, const EntraSettings &settings, FrontDoor::Limits limits,
          Reception::Route route)
        : tenant(tenantOptions(world, options.switches))
        , entra({TokenMint(world.identity, accountsFrom(tenant.accounts()), realTime),
                 settings,
                 {},
                 realTime,
                 options.autoApprove})
        , door(
              entra, [this](const Request &request, const Caller &caller) { return tenant.graph(request, caller); },
              [this] { return tenant.now(); }, realTime, limits)
        , reception(std::move(route))
        , control(reception, entra, door, [this](const Request &request) { return tenant.control(request); })
    {
    }

    Tenant tenant;
    Entra entra;
    FrontDoor door;
    Reception reception;
    ControlPort control;
    QTimer timer;
};

Backstage::Backstage(Options options, World world)
    : m_options(std::move(options))
    , m_world(std::move(world))
{
}

Backstage::~Backstage() = default;

Handler *Backstage::reception() const
{
    return &m_parts->reception;
}

Handler *Backstage::controlPort() const
{
    return &m_parts->control;
}

void Backstage::open()
{
    FrontDoor::Limits limits;
    limits.unthrottled = m_options.unthrottled;
    const auto settings = takeSwitches(m_options.switches, limits);
    if (!settings) {
        Q_EMIT failed(settings.error());
        return;
    }
    m_parts = std::make_unique<Parts>(m_options, m_world, *settings, limits,
                                      [this](const Request &request) { return route(request); });
    m_parts->entra.restoreRefreshTokens(m_world.refreshTokens);
    if (!m_world.start.isValid())
        m_world.start = m_parts->tenant.now();
    const auto kept = keep();
    if (!kept) {
        Q_EMIT failed(kept.error());
        return;
    }
    startClock();
    Q_EMIT opened(m_parts->tenant.accounts());
}

void Backstage::startClock()
{
    if (m_options.speed <= 0)
        return;
    connect(&m_parts->timer, &QTimer::timeout, this, &Backstage::tick);
    m_sinceTick.start();
    m_parts->timer.start(TickLength);
}

void Backstage::tick()
{
    const double elapsed = static_cast<double>(m_sinceTick.restart());
    m_parts->tenant.advance(static_cast<qint64>(elapsed * m_options.speed));
}

Response Backstage::route(const Request &request)
{
    if (Entra::isPath(request.path))
        return m_parts->entra.answer(request);
    if (request.path.section(u'/', 1, 1) == u"portal")
        return portalPage(request);
    return m_parts->door.answer(request);
}

Result<QString> Backstage::keep() const
{
    if (m_options.worldFile.isEmpty())
        return QString();
    World world = m_world;
    world.refreshTokens = m_parts->entra.refreshTokens();
    return world.save(m_options.worldFile);
}

void Backstage::close()
{
    if (!m_parts)
        return;
    if (const auto kept = keep(); !kept)
        qWarning("%ls", qUtf16Printable(kept.error()));
    m_parts.reset();
}

} // namespace simulator
