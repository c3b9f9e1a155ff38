// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/controlport.h"

#include <QJsonDocument>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype RequestsAtOnce = 1000; // entries, unless `limit` says otherwise

Response json(const QJsonObject &body, int status = 200)
{
    Response response;
    response.status = status;
    response.headers = {{"Content-Type", "application/json; charset=utf-8"}};
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return response;
}

Response refusal(const QString &text, int status = 400)
{
    return json({{u"error"_s, text}}, status);
}

Response wrongMethod()
{
    return refusal(u"this path does not take that method"_s, 405);
}

std::optional<QJsonObject> object(const Request &request)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

QRegularExpression routePattern(const Request &request)
{
    return QRegularExpression(request.parameter(u"route"_s));
}

// A page of some web site that a browser on this machine shows could otherwise work the controls.
bool isFromWebPage(const Request &request)
{
    return !request.header("Origin").isEmpty() || !request.header("Sec-Fetch-Site").isEmpty();
}

Response controlSignIn(const Request &request, Entra &entra)
{
    if (request.method == "GET")
        return json(entra.state().settings.toJson());
    if (request.method != "POST")
        return wrongMethod();
    const auto changes = object(request);
    if (!changes)
        return refusal(u"the body is no JSON object"_s);
    const auto settings = entra.control(*changes);
    return settings ? json(*settings) : refusal(settings.error());
}

Response controlThrottle(const Request &request, FrontDoor &door)
{
    CallLimits limits = door.limits();
    if (request.method == "POST") {
        const auto changes = object(request);
        if (!changes)
            return refusal(u"the body is no JSON object"_s);
        limits.unthrottled = (*changes)[u"unthrottled"].toBool(limits.unthrottled);
        limits.security = static_cast<int>((*changes)[u"security"].toInteger(limits.security));
        limits.hunting = static_cast<int>((*changes)[u"hunting"].toInteger(limits.hunting));
        limits.mailbox = static_cast<int>((*changes)[u"mailbox"].toInteger(limits.mailbox));
        limits.directoryWrites = static_cast<int>((*changes)[u"directoryWrites"].toInteger(limits.directoryWrites));
        limits.riskyUsers = static_cast<int>((*changes)[u"riskyUsers"].toInteger(limits.riskyUsers));
        door.setLimits(limits);
    } else if (request.method != "GET") {
        return wrongMethod();
    }
    return json({{u"unthrottled"_s, limits.unthrottled},
                 {u"security"_s, limits.security},
                 {u"hunting"_s, limits.hunting},
                 {u"mailbox"_s, limits.mailbox},
                 {u"directoryWrites"_s, limits.directoryWrites},
                 {u"riskyUsers"_s, limits.riskyUsers}});
}

} // namespace

ControlPort::ControlPort(Reception &reception, Realms &realms, QObject *parent)
    : Handler(parent)
    , m_reception(reception)
    , m_realms(realms)
    , m_scenario([this](const Request &request) { return carryOut(request); },
                 [this](const QString &name, Ticks after, const std::function<void()> &deed) {
                     return schedule(name, after, deed);
                 })
{
    connect(&m_reception, &Reception::arrived, this, &ControlPort::wake);
    connect(&m_reception, &Reception::arrived, &m_scenario, &ScenarioPlayer::count);
}

void ControlPort::receive(const Request &request, const Answer &answer)
{
    Delivery delivery;
    if (isFromWebPage(request))
        delivery.response = refusal(u"web pages have no business here"_s, 403);
    else if (wait(request, answer) || passOn(request, answer))
        return;
    else
        delivery.response = route(request);
    answer(delivery);
}

Response ControlPort::route(const Request &request)
{
    const QString area = request.path.section(u'/', 2, 2);
    if (request.path.section(u'/', 1, 1) != u"control")
        return refusal(u"there is nothing outside /control/"_s, 404);
    if (area == u"faults")
        return faults(request);
    if (area == u"requests")
        return requests(request);
    if (area == u"tenants")
        return request.method == "GET" ? json({{u"tenants"_s, m_realms.list()}}) : wrongMethod();
    if (area == u"network")
        return request.method == "POST" ? refusal(u"network takes {\"up\": true or false}"_s) : wrongMethod();
    if (area == u"scenario")
        return playing(request);
    return tenant(request);
}

Response ControlPort::playing(const Request &request)
{
    if (request.method == "DELETE") {
        m_scenario.stop();
    } else if (request.method == "POST") {
        const auto scenario = Scenario::fromJson(request.body, u"scenario"_s);
        if (!scenario)
            return refusal(scenario.error());
        m_scenario.play(*scenario);
    } else if (request.method != "GET") {
        return wrongMethod();
    }
    return json(m_scenario.report(), request.method == "POST" ? 201 : 200);
}

Response ControlPort::carryOut(const Request &request)
{
    const auto nobody = [](const Delivery &) {};
    return passOn(request, nobody) ? json({}) : route(request);
}

bool ControlPort::schedule(const QString &name, Ticks after, const std::function<void()> &deed)
{
    Realm *realm = m_realms.named(name);
    if (realm)
        realm->tenant.after(after, deed);
    return realm != nullptr;
}

std::optional<QString> ControlPort::meantBy(const Request &request)
{
    const QString name = request.parameter(u"tenant"_s);
    if (name.isEmpty())
        return QString();
    Realm *realm = m_realms.named(name);
    return realm ? std::optional(realm->id()) : std::nullopt;
}

Response ControlPort::tenant(const Request &request)
{
    const QString area = request.path.section(u'/', 2, 2);
    Realm *realm = m_realms.named(request.parameter(u"tenant"_s));
    if (!realm)
        return refusal(u"there is no tenant %1"_s.arg(request.parameter(u"tenant"_s)), 404);
    if (area == u"entra")
        return controlSignIn(request, realm->entra);
    if (area == u"throttle")
        return controlThrottle(request, realm->door);
    return realm->tenant.control(request).value_or(refusal(u"there is no %1"_s.arg(request.path), 404));
}

Response ControlPort::faults(const Request &request)
{
    FaultBoard &board = m_reception.faults();
    const QString part = request.path.section(u'/', 3, 3);
    const auto meant = meantBy(request);
    if (!meant)
        return refusal(u"there is no tenant %1"_s.arg(request.parameter(u"tenant"_s)), 404);
    if (request.method == "GET")
        return json({{u"faults"_s, board.toJson(*meant)}, {u"stalled"_s, m_reception.stalled()}});
    if (request.method == "DELETE" && !part.isEmpty())
        return board.remove(part.toULongLong()) ? json({}) : refusal(u"there is no such fault"_s, 404);
    if (request.method == "DELETE") {
        board.clear(*meant);
        return json({{u"released"_s, m_reception.release(*meant)}});
    }
    if (request.method != "POST")
        return wrongMethod();
    if (part == u"release")
        return json({{u"released"_s, m_reception.release(*meant)}});
    const auto order = object(request);
    if (!order)
        return refusal(u"the body is no JSON object"_s);
    auto fault = Fault::fromJson(*order);
    if (!fault)
        return refusal(fault.error());
    Fault set = fault.take();
    set.tenant = *meant;
    return json({{u"id"_s, static_cast<qint64>(board.add(std::move(set)))}}, 201);
}

Response ControlPort::requests(const Request &request)
{
    RequestLog &log = m_reception.log();
    const auto meant = meantBy(request);
    if (!meant)
        return refusal(u"there is no tenant %1"_s.arg(request.parameter(u"tenant"_s)), 404);
    if (request.method == "DELETE") {
        log.clear(*meant);
        return json({});
    }
    if (request.method != "GET")
        return wrongMethod();
    const QRegularExpression pattern = routePattern(request);
    if (!pattern.isValid())
        return refusal(u"route is no regular expression: %1"_s.arg(pattern.errorString()));
    const QString limit = request.parameter(u"limit"_s);
    return json(log.toJson(pattern, request.parameter(u"after"_s).toULongLong(),
                           limit.isEmpty() ? RequestsAtOnce : limit.toLongLong(), *meant));
}

bool ControlPort::wait(const Request &request, const Answer &answer)
{
    const int atLeast = request.parameter(u"atLeast"_s).toInt();
    const QRegularExpression pattern = routePattern(request);
    const bool isWait = request.method == "GET" && request.path == u"/control/requests" && pattern.isValid();
    const auto meant = meantBy(request);
    if (!isWait || !meant || m_reception.log().count(pattern, *meant) >= atLeast)
        return false;
    m_waiters.append({request, answer, pattern, *meant, atLeast});
    return true;
}

bool ControlPort::passOn(const Request &request, const Answer &answer)
{
    if (request.method != "POST" || request.path != u"/control/network")
        return false;
    const auto wish = object(request);
    if (!wish || !(*wish)[u"up"].isBool())
        return false;
    Q_EMIT networkAsked((*wish)[u"up"].toBool(), answer);
    return true;
}

void ControlPort::wake()
{
    for (qsizetype i = m_waiters.size() - 1; i >= 0; --i) {
        if (m_reception.log().count(m_waiters[i].route, m_waiters[i].tenant) < m_waiters[i].atLeast)
            continue;
        const Waiter waiter = m_waiters.takeAt(i);
        Delivery delivery;
        delivery.response = requests(waiter.request);
        waiter.answer(delivery);
    }
}

} // namespace simulator
