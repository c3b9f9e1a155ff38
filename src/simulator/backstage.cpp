// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/backstage.h"

#include "simulator/controlport.h"
#include "simulator/effectsfile.h"
#include "simulator/exchangerecorder.h"
#include "simulator/realms.h"
#include "simulator/reception.h"
#include "simulator/signinpage.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int TickLength = 200; // ms

Response portalPage(const Request &request)
{
    const QString place = request.path.section(u'/', 2);
    return htmlPage(u"Defender portal"_s,
                    u"<p>In a real tenant the portal would show <b>%1</b> here.</p>"_s.arg(
                        place.isEmpty() ? u"its start page"_s : place.toHtmlEscaped()));
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

} // namespace

struct Backstage::Parts {
    Parts(const Options &options, const World &world, std::optional<Replay> recorded, Reception::Route route)
        : realms(options, world, std::move(recorded))
        , reception(std::move(route), [this](const Request &request) { return realms.tenantOf(request); })
        , control(reception, realms)
    {
    }

    Realms realms;
    Reception reception;
    ControlPort control;
    std::optional<ExchangeRecorder> recorder;
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
    const auto written = openFiles();
    const auto kept = keep();
    const auto scenario = m_options.scenarioFile.isEmpty() ? Result<Scenario>(Scenario()) : Scenario::read(m_options.scenarioFile);
    const QString problem = !written ? written.error() : !kept ? kept.error() : !scenario ? scenario.error() : QString();
    if (!problem.isEmpty()) {
        Q_EMIT failed(problem);
        return;
    }
    startClock();
    Q_EMIT opened(m_parts->realms.accounts());
    m_parts->control.scenario().play(*scenario); // requests wait behind it in this thread
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
    m_parts->realms.advance(static_cast<qint64>(elapsed * m_options.speed));
}

Response Backstage::route(const Request &request)
{
    if (Entra::isPath(request.path))
        return m_parts->realms.ofSignIn(request).entra.answer(request);
    if (request.path.section(u'/', 1, 1) == u"portal")
        return portalPage(request);
    const Response response = m_parts->realms.ofGraph(request).door.answer(request);
    if (m_parts->recorder)
        m_parts->recorder->record(request, response);
    return response;
}

Result<bool> Backstage::openFiles()
{
    if (!m_options.recordFolder.isEmpty()) {
        auto recorder = ExchangeRecorder::into(m_options.recordFolder);
        if (!recorder)
            return Failure {recorder.error()};
        m_parts->recorder = recorder.take();
    }
    if (!m_options.effectsFile.isEmpty()) {
        const auto file = EffectsFile::create(m_options.effectsFile);
        if (!file)
            return Failure {file.error()};
        m_parts->realms.watchEffects([file = *file](const QJsonObject &line) { file->write(line); });
    }
    return true;
}

Result<QString> Backstage::keep() const
{
    if (m_options.worldFile.isEmpty())
        return QString();
    World world = m_world;
    const QList<QJsonArray> refreshTokens = m_parts->realms.refreshTokens();
    for (qsizetype i = 0; i < world.tenants.size(); ++i)
        world.tenants[i].refreshTokens = refreshTokens[i];
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
