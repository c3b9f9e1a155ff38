// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/frontdoor.h"

#include "simulator/batch.h"
#include "simulator/callbucket.h"
#include "simulator/challengeheader.h"
#include "simulator/graphanswer.h"

#include <QJsonDocument>
#include <QLocale>
#include <QUuid>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss").toLatin1() + " GMT";
}

// Whoever made the error body knows neither our request-id nor whether the client sent one of its own.
QByteArray withInnerError(const QByteArray &body, const QDateTime &now, const QString &requestId,
                          const QString &clientId)
{
    QJsonObject json = QJsonDocument::fromJson(body).object();
    QJsonObject error = json[u"error"].toObject();
    if (error.isEmpty())
        return body;
    QJsonObject inner = error[u"innerError"].toObject();
    inner.insert(u"date"_s, now.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss"));
    inner.insert(u"request-id"_s, requestId);
    inner.insert(u"client-request-id"_s, clientId);
    error.insert(u"innerError"_s, inner);
    json.insert(u"error"_s, error);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

FrontDoor::FrontDoor(const Entra &entra, Graph graph, Now now, Clock clock, CallLimits limits)
    : m_entra(entra)
    , m_graph(std::move(graph))
    , m_now(std::move(now))
    , m_clock(std::move(clock))
    , m_limits(limits)
{
}

Response FrontDoor::answer(const Request &request)
{
    Response response = admit(request);
    complete(response, request);
    return response;
}

Response FrontDoor::admit(const Request &request)
{
    const QString version = request.path.section(u'/', 1, 1).toLower();
    if (version != u"v1.0" && version != u"beta")
        return error(400, u"BadRequest"_s, u"Invalid version: %1"_s.arg(version));
    const auto checked = m_entra.check(request.header("Authorization"));
    if (const auto *refusal = std::get_if<TokenRefusal>(&checked))
        return unauthorized(request, *refusal);
    const Caller &caller = std::get<Caller>(checked);
    if (!isBatch(request))
        return pass(request, caller);
    return answerBatch(request, ticksFrom(m_now()), [this, &request, &caller](Request item) {
        item.number = request.number; // one arrival, but each item has an id of its own
        item.tenant = request.tenant;
        item.requestId = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
        Response response = pass(item, caller);
        complete(response, item);
        return response;
    });
}

Response FrontDoor::pass(const Request &request, const Caller &caller)
{
    if (auto wait = throttled(request, caller))
        return *wait;
    return m_graph(request, caller);
}

Response FrontDoor::unauthorized(const Request &request, const TokenRefusal &refusal) const
{
    Response response = error(401, u"InvalidAuthenticationToken"_s, refusal.message);
    const auto values = challengeHeaders(request.baseUrl, refusal.challenge, refusal.form);
    for (const QByteArray &value : values)
        response.headers.append(Header {"WWW-Authenticate", value});
    return response;
}

std::optional<Response> FrontDoor::throttled(const Request &request, const Caller &caller)
{
    const auto bucket = m_limits.unthrottled ? std::nullopt : bucketOf(request, caller, m_limits);
    if (!bucket)
        return std::nullopt;
    const int seconds = m_throttle.take(bucket->name, bucket->limit, m_clock(), bucket->window);
    if (seconds == 0)
        return std::nullopt;
    const QString again = QString::number(seconds);
    Response response = error(429, u"TooManyRequests"_s, QString(bucket->refusal).replace(CallBucket::secondsHole, again));
    if (bucket->saysWhen)
        response.setHeader("Retry-After", again.toLatin1());
    return response;
}

Response FrontDoor::error(int status, const QString &code, const QString &message) const
{
    return jsonAnswer(QJsonObject {{u"error"_s, QJsonObject {{u"code"_s, code}, {u"message"_s, message}}}}, status);
}

void FrontDoor::complete(Response &response, const Request &request) const
{
    const QDateTime now = m_now();
    const QByteArray requestId = request.requestId;
    const QByteArray sentId = request.header("client-request-id");
    const QByteArray clientId = sentId.isEmpty() ? requestId : sentId;
    if (response.status >= 400)
        response.body =
            withInnerError(response.body, now, QString::fromLatin1(requestId), QString::fromLatin1(clientId));
    response.setHeader("Date", httpDate(now));
    response.setHeader("request-id", requestId);
    response.setHeader("client-request-id", clientId);
    response.setHeader(
        "x-ms-ags-diagnostic",
        R"({"ServerInfo":{"DataCenter":"Demo","Slice":"E","Ring":"1","ScaleUnit":"000","RoleInstance":"DEMO00000"}})");
    response.setHeader("Strict-Transport-Security", "max-age=31536000");
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("Cache-Control", "no-cache");
    if (!response.body.isEmpty() && response.header("OData-Version").isEmpty())
        response.setHeader("OData-Version", "4.0");
    const bool isUnmasked = request.header("Prefer").toLower().contains("include-unknown-enum-members");
    if (isUnmasked && response.status < 300 && response.header("Preference-Applied").isEmpty())
        response.setHeader("Preference-Applied", "include-unknown-enum-members");
}

} // namespace simulator
