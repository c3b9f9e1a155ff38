// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/backstage.h"

#include "simulator/controlport.h"
#include "simulator/entra.h"
#include "simulator/frontdoor.h"
#include "simulator/reception.h"
#include "simulator/replay.h"
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

CallLimits callLimits(const Options &options)
{
    CallLimits limits = options.switches.limits;
    limits.unthrottled = options.unthrottled;
    return limits;
}

Result<std::optional<Replay>> openReplay(const Options &options)
{
    if (options.replayFolder.isEmpty())
        return std::optional<Replay>();
    auto recording = Recording::read(options.replayFolder);
    if (!recording)
        return Failure {recording.error()};
    Switches switches;
    for (auto it = options.tenantSwitches.begin(); it != options.tenantSwitches.end(); ++it) {
        if (const QString problem = switches.set(it.key(), *it); !problem.isEmpty())
            return Failure {problem};
    }
    return std::optional(Replay(recording.take(), switches));
}

TenantOptions tenantOptions(const World &world, const Options &options)
{
    const int incidents = options.replayFolder.isEmpty() ? world.incidents : 0;
    return {world.seed, incidents, world.identity.tenantId, world.start, options.tenantSwitches};
}

} // namespace

struct Backstage::Parts {
    Parts(const Options &options, const World &world, std::optional<Replay> recorded, Reception::Route route)
        : replay(std::move(recorded))
        , tenant(tenantOptions(world, options))
        , entra({TokenMint(world.identity, accountsFrom(tenant.accounts()), realTime),
                 options.switches.entra,
                 {},
                 realTime,
                 options.autoApprove})
        , door(
              entra, [this](const Request &request, const Caller &caller) { return graph(request, caller); },
              [this] { return tenant.now(); }, realTime, callLimits(options))
        , reception(std::move(route))
        , control(reception, entra, door, [this](const Request &request) { return tenant.control(request); })
    {
    }

    Response graph(const Request &request, const Caller &caller)
    {
        return replay ? replay->graph(request, caller, ticksFrom(tenant.now())) : tenant.graph(request, caller);
    }

    std::optional<Replay> replay; // instead of what the tenant made up
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
    auto replay = openReplay(m_options);
    if (!replay) {
        Q_EMIT failed(replay.error());
        return;
    }
    m_parts = std::make_unique<Parts>(m_options, m_world, replay.take(),
                                      [this](const Request &request) { return route(request); });
    connect(&m_parts->control, &ControlPort::networkAsked, this, &Backstage::networkAsked);
    m_parts->entra.restoreRefreshTokens(m_world.refreshTokens);
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
