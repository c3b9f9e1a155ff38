// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/fault.h"

#include "simulator/graphanswer.h"
#include "simulator/gzip.h"
#include "simulator/httpstatus.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

struct Kind {
    const char16_t *name;
    FaultKind kind;
    bool apply; // the default
    const char16_t *needs; // a member that must be there; nullptr: none
};

constexpr std::array kinds = {
    Kind {u"status", FaultKind::Status, false, u"status"},
    Kind {u"garbage", FaultKind::Garbage, false, nullptr},
    Kind {u"redirect", FaultKind::Redirect, false, u"location"},
    Kind {u"bomb", FaultKind::Bomb, false, nullptr},
    Kind {u"dropBeforeApply", FaultKind::DropBeforeApply, false, nullptr},
    Kind {u"closeBeforeAnswer", FaultKind::CloseBeforeAnswer, true, nullptr},
    Kind {u"resetConnection", FaultKind::ResetConnection, false, nullptr},
    Kind {u"stall", FaultKind::Stall, false, nullptr},
    Kind {u"truncate", FaultKind::Truncate, true, nullptr},
    Kind {u"brokenChunk", FaultKind::BrokenChunk, true, nullptr},
    Kind {u"delay", FaultKind::Delay, true, u"milliseconds"},
    Kind {u"trickle", FaultKind::Trickle, true, u"milliseconds"},
    Kind {u"foreignNextLink", FaultKind::ForeignNextLink, true, u"url"},
    Kind {u"partial206", FaultKind::Partial206, true, nullptr},
    Kind {u"edit", FaultKind::Edit, true, u"find"},
};

const Kind *kindNamed(const QString &name)
{
    for (const Kind &kind : kinds) {
        if (name == QStringView(kind.name))
            return &kind;
    }
    return nullptr;
}

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

QByteArray bodyFor(int status)
{
    const QJsonObject error {{u"code"_s, status == 429 ? u"TooManyRequests"_s : u"UnknownError"_s},
                             {u"message"_s, QString::fromLatin1(reasonPhrase(status))}};
    return QJsonDocument(QJsonObject {{u"error"_s, error}}).toJson(QJsonDocument::Compact);
}

Response withStatus(const QJsonObject &order, Response response)
{
    const int status = number(order, "status"_L1, 500);
    const Response applied = std::exchange(response, jsonAnswer(QByteArray(), status));
    response.body = order.contains("body"_L1) ? text(order["body"_L1]) : bodyFor(status);
    if (order.contains("retryAfter"_L1))
        response.setHeader("Retry-After", text(order["retryAfter"_L1]));
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

Response redirection(const QJsonObject &order)
{
    Response response;
    response.status = number(order, "status"_L1, 302);
    response.headers = {{"Location", text(order["location"_L1])}};
    return response;
}

Response bomb(const QJsonObject &order)
{
    Response response = jsonAnswer(gzipOfZeros(qint64(number(order, "megabytes"_L1, 256)) * 1024 * 1024));
    response.setHeader("Content-Encoding", "gzip");
    return response;
}

Response withNextLink(const QJsonObject &order, Response response)
{
    QJsonObject page = QJsonDocument::fromJson(response.body).object();
    page.insert("@odata.nextLink"_L1, order["url"_L1]);
    response.body = QJsonDocument(page).toJson(QJsonDocument::Compact);
    return response;
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

Delivery spoilByKind(const Fault &fault, const Response &response)
{
    const QJsonObject &order = fault.order;
    Delivery delivery;
    delivery.response = response;
    switch (fault.kind) {
    case FaultKind::Status: delivery.response = withStatus(order, response); break;
    case FaultKind::Garbage: delivery.response = garbage(); break;
    case FaultKind::Redirect: delivery.response = redirection(order); break;
    case FaultKind::Bomb: delivery.response = bomb(order); break;
    case FaultKind::DropBeforeApply:
    case FaultKind::CloseBeforeAnswer: delivery.silent = true; break;
    case FaultKind::ResetConnection: delivery.silent = delivery.reset = true; break;
    case FaultKind::Stall: break; // the silence itself is kept by the reception
    case FaultKind::Truncate: cut(order, delivery); break;
    case FaultKind::BrokenChunk: delivery.brokenChunk = true; break;
    case FaultKind::Delay: delivery.delay = number(order, "milliseconds"_L1, 0); break;
    case FaultKind::Trickle: delivery.trickle = number(order, "milliseconds"_L1, 0); break;
    case FaultKind::ForeignNextLink: delivery.response = withNextLink(order, response); break;
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

Result<Fault> Fault::fromJson(const QJsonObject &order)
{
    const Kind *kind = kindNamed(order["kind"_L1].toString());
    if (!kind)
        return Failure {u"there is no fault of the kind '%1'"_s.arg(order["kind"_L1].toString())};
    if (kind->needs && !order.contains(QStringView(kind->needs)))
        return Failure {u"%1 needs the member '%2'"_s.arg(QStringView(kind->name), QStringView(kind->needs))};
    Fault fault;
    fault.kind = kind->kind;
    fault.route = QRegularExpression(order["route"_L1].toString());
    fault.nth = number(order, "nth"_L1, 1);
    fault.every = number(order, "every"_L1, 1);
    fault.count = number(order, "count"_L1, 1);
    fault.probability = order["probability"_L1].toDouble(1);
    fault.dice = Random(static_cast<quint64>(order["seed"_L1].toInteger(1)), {});
    fault.apply = order["apply"_L1].toBool(kind->apply);
    fault.order = order;
    if (!fault.route.isValid())
        return Failure {u"route is no regular expression: %1"_s.arg(fault.route.errorString())};
    if (fault.nth < 1 || fault.every < 1 || fault.count < 0)
        return Failure {u"nth and every begin at 1, count at 0"_s};
    if (fault.probability < 0 || fault.probability > 1)
        return Failure {u"probability is a number from 0 to 1"_s};
    return fault;
}

QJsonObject Fault::toJson() const
{
    QJsonObject json = order;
    json.insert(u"id"_s, static_cast<qint64>(id));
    json.insert(u"seen"_s, seen);
    json.insert(u"fired"_s, fired);
    return json;
}

bool Fault::befalls(const Request &request)
{
    if (!route.match(QString::fromLatin1(request.method) + u' ' + request.path).hasMatch())
        return false;
    ++seen;
    const bool isDue = seen >= nth && (seen - nth) % every == 0 && (count == 0 || fired < count)
        && (probability >= 1 || dice.below(1'000'000) < probability * 1'000'000);
    fired += isDue ? 1 : 0;
    return isDue;
}

Delivery spoil(const Fault &fault, Response response)
{
    Delivery delivery = spoilByKind(fault, response);
    const QJsonObject headers = fault.order["headers"_L1].toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        delivery.response.setHeader(it.key().toLatin1(), text(*it));
    return delivery;
}

} // namespace simulator
