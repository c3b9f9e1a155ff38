// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/spoiling.h"

#include "simulator/graphanswer.h"
#include "simulator/gzip.h"
#include "simulator/httpstatus.h"
#include "simulator/oddvalues.h"
#include "simulator/pagefaults.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QTimeZone>
#include <QUrl>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

int number(const QJsonObject &order, QLatin1StringView name, int otherwise)
{
    return static_cast<int>(order[name].toInteger(otherwise));
}

QByteArray text(const QJsonValue &value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    return value.toVariant().toString().toUtf8();
}

constexpr QStringView httpDateFormat = u"ddd, dd MMM yyyy HH:mm:ss 'GMT'";
const QString endlessOption = u"page"_s;

QDateTime httpTime(const QByteArray &text)
{
    const QDateTime local = QLocale::c().toDateTime(QString::fromLatin1(text), httpDateFormat.toString());
    return {local.date(), local.time(), QTimeZone::utc()};
}

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time, httpDateFormat).toLatin1();
}

QByteArray bodyFor(int status)
{
    const QJsonObject error {{u"code"_s, status == 429 ? u"TooManyRequests"_s : u"UnknownError"_s},
                             {u"message"_s, QString::fromLatin1(reasonPhrase(status))}};
    return QJsonDocument(QJsonObject {{u"error"_s, error}}).toJson(QJsonDocument::Compact);
}

void setRetryAfter(const QJsonValue &wish, const Response &applied, Response &response)
{
    if (wish.isObject()) {
        response.setHeader("Retry-After", applied.header("Date"));
        if (applied.header("Date").isEmpty())
            response.setHeader("Retry-After", httpDate(QDateTime::currentDateTimeUtc()));
        const QDateTime from = httpTime(response.header("Retry-After"));
        response.setHeader("Retry-After", httpDate(from.addSecs(wish["date"_L1].toInteger())));
        return;
    }
    const QJsonArray values = wish.isArray() ? wish.toArray() : wish.isUndefined() ? QJsonArray() : QJsonArray {wish};
    for (const QJsonValue &value : values)
        response.headers.append({"Retry-After", text(value)});
}

Response withStatus(const QJsonObject &order, Response response)
{
    const int status = number(order, "status"_L1, 500);
    const Response applied = std::exchange(response, jsonAnswer(QByteArray(), status));
    response.body = order.contains("body"_L1) ? text(order["body"_L1]) : bodyFor(status);
    setRetryAfter(order["retryAfter"_L1], applied, response);
    for (const char *name : {"request-id", "client-request-id", "Date"}) {
        if (const QByteArray value = applied.header(name); !value.isEmpty())
            response.setHeader(name, value);
    }
    return response;
}

Response garbage()
{
    Response response;
    response.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    response.body = "<!doctype html><html><head><title>Welcome</title></head><body><h1>Guest network</h1>"
                    "<p>Please accept the terms to go on.</p></body></html>\n";
    return response;
}

Response redirection(const QJsonObject &order, const Request &request)
{
    Response response;
    response.status = number(order, "status"_L1, 302);
    const QByteArray self = request.baseUrl.toLatin1() + request.target;
    response.headers = {{"Location", text(order["location"_L1]).replace("{self}", self)}};
    return response;
}

Response bomb(const QJsonObject &order)
{
    Response response = jsonAnswer(gzipOfZeros(qint64(number(order, "megabytes"_L1, 256)) * 1024 * 1024));
    response.setHeader("Content-Encoding", "gzip");
    return response;
}

Response withNextLink(const QString &link, Response response)
{
    QJsonObject page = QJsonDocument::fromJson(response.body).object();
    if (page.contains("error"_L1))
        return response;
    page.insert("@odata.nextLink"_L1, link);
    response.body = QJsonDocument(page).toJson(QJsonDocument::Compact);
    return response;
}

// A query option without a dollar sign is ignored, so each such link is a new URL with the same page behind it.
QString endlessLink(const Request &request)
{
    QString query;
    for (const auto &[name, value] : request.query) {
        if (name != endlessOption)
            query += QString::fromLatin1(QUrl::toPercentEncoding(name, "$") + '=' + QUrl::toPercentEncoding(value)) + u'&';
    }
    const int page = request.parameter(endlessOption).toInt() + 1;
    const QString path = QString::fromLatin1(request.target).section(u'?', 0, 0);
    return u"%1%2?%3%4=%5"_s.arg(request.baseUrl, path, query, endlessOption).arg(page);
}

Response withShiftedDate(qint64 seconds, Response response)
{
    const QDateTime date = httpTime(response.header("Date"));
    response.setHeader("Date", httpDate((date.isValid() ? date : QDateTime::currentDateTimeUtc()).addSecs(seconds)));
    return response;
}

Response hugeBody(const QJsonObject &order)
{
    const qsizetype size = qsizetype(number(order, "megabytes"_L1, 256)) * 1024 * 1024;
    return jsonAnswer("{\"value\":[" + QByteArray(size, ' ') + "]}");
}

Response longError(const QJsonObject &order)
{
    const QString sentence = u"'where' operator: Failed to resolve column. "_s;
    const QString message = sentence.repeated(number(order, "characters"_L1, 100'000) / sentence.size() + 1);
    const QJsonObject error {{u"code"_s, u"BadRequest"_s}, {u"message"_s, message}};
    return jsonAnswer(QJsonObject {{u"error"_s, error}}, number(order, "status"_L1, 400));
}

void cut(const QJsonObject &order, Delivery &delivery)
{
    const QJsonValue length = order["length"_L1];
    delivery.cut = true;
    delivery.cutAfter = order["bytes"_L1].toInteger(-1);
    if (length.isDouble()) {
        delivery.length = Delivery::Length::Given;
        delivery.givenLength = length.toInteger();
    } else if (length == "cut"_L1) {
        delivery.length = Delivery::Length::OfCutBody;
    } else if (length == "none"_L1) {
        delivery.length = Delivery::Length::Absent;
    }
}

Delivery spoilByKind(const Fault &fault, const Scene &scene, const Response &response)
{
    const QJsonObject &order = fault.order;
    Delivery delivery;
    delivery.response = response;
    switch (fault.kind) {
    case FaultKind::Status: delivery.response = withStatus(order, response); break;
    case FaultKind::Garbage: delivery.response = garbage(); break;
    case FaultKind::Redirect: delivery.response = redirection(order, scene.request); break;
    case FaultKind::Bomb: delivery.response = bomb(order); break;
    case FaultKind::DropBeforeApply:
    case FaultKind::CloseBeforeAnswer: delivery.silent = true; break;
    case FaultKind::ResetConnection: delivery.silent = delivery.reset = true; break;
    case FaultKind::ResetMidBody:
        cut(order, delivery);
        delivery.reset = true;
        break;
    case FaultKind::Stall: break; // the silence itself is kept by the reception
    case FaultKind::Truncate: cut(order, delivery); break;
    case FaultKind::BrokenChunk: delivery.brokenChunk = true; break;
    case FaultKind::Delay: delivery.delay = number(order, "milliseconds"_L1, 0); break;
    case FaultKind::Trickle: delivery.trickle = number(order, "milliseconds"_L1, 0); break;
    case FaultKind::DoubledAnswer: delivery.twice = true; break;
    case FaultKind::OtherAnswer: delivery.response = scene.previous; break;
    case FaultKind::HugeBody: delivery.response = hugeBody(order); break;
    case FaultKind::LongError: delivery.response = longError(order); break;
    case FaultKind::ForeignNextLink: delivery.response = withNextLink(order["url"_L1].toString(), response); break;
    case FaultKind::OddNextLink:
        delivery.response = withNextLink(nextLink(order["form"_L1].toString(), scene.request), response);
        break;
    case FaultKind::EndlessPages: delivery.response = withNextLink(endlessLink(scene.request), response); break;
    case FaultKind::SkewedDate:
        delivery.response = withShiftedDate(order["seconds"_L1].toInteger(), response);
        break;
    case FaultKind::IgnoredPrefer: break; // the request has lost it already
    case FaultKind::Page: delivery.response.body = spoiltPage(order, response.body); break;
    case FaultKind::Partial206:
        delivery.response.status = 206;
        delivery.response.setHeader("Warning",
                                    order.contains("warning"_L1)
                                        ? text(order["warning"_L1])
                                        : QByteArray("199 - \"Microsoft/Office365/504/10000\""));
        break;
    case FaultKind::Edit: delivery.response.body.replace(text(order["find"_L1]), text(order["replace"_L1])); break;
    }
    return delivery;
}

} // namespace

Request spoiltRequest(const Fault &fault, Request request)
{
    if (fault.kind == FaultKind::IgnoredPrefer) {
        request.headers.removeIf(
            [](const Header &header) { return header.name.compare("Prefer", Qt::CaseInsensitive) == 0; });
    }
    return request;
}

Delivery spoil(const Fault &fault, const Scene &scene, const Response &response)
{
    Delivery delivery = spoilByKind(fault, scene, response);
    const QJsonObject headers = fault.order["headers"_L1].toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        delivery.response.setHeader(it.key().toLatin1(), text(*it));
    return delivery;
}

} // namespace simulator
