// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/httpwriter.h"

#include "simulator/gzip.h"
#include "simulator/httpstatus.h"

#include <algorithm>

namespace simulator {

namespace {

constexpr qsizetype WorthPacking = 512; // bytes; below, the gzip head eats the gain

QByteArray chunked(const QByteArray &body)
{
    const auto half = body.size() / 2;
    return QByteArray::number(half, 16) + "\r\n" + body.first(half) + "\r\nno-size\r\n" + body.sliced(half);
}

bool hasNoBody(int status)
{
    return status == 204 || status == 304 || status < 200;
}

} // namespace

bool acceptsGzip(const Request &request)
{
    const auto codings = request.header("accept-encoding").toLower().split(',');
    return std::any_of(codings.begin(), codings.end(), [](const QByteArray &coding) {
        const auto parts = coding.split(';');
        const QByteArray weight = parts.value(1).trimmed();
        return parts.first().trimmed() == "gzip" && (!weight.startsWith("q=") || weight.sliced(2).toDouble() > 0);
    });
}

WireAnswer write(const Delivery &delivery, bool keepAlive, bool useGzip)
{
    const Response &response = delivery.response;
    WireAnswer answer;
    answer.close = !keepAlive || delivery.close || delivery.reset || delivery.brokenChunk || delivery.cut
        || delivery.length != Delivery::Length::Right;
    QByteArray body = response.body;
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    for (const Header &header : response.headers)
        head += header.name + ": " + header.value + "\r\n";
    if (useGzip && body.size() >= WorthPacking && response.header("Content-Encoding").isEmpty()) {
        body = gzip(body);
        head += "Content-Encoding: gzip\r\n";
    }
    const qsizetype whole = body.size();
    if (delivery.cut)
        body.truncate(delivery.cutAfter < 0 ? whole / 2 : static_cast<qsizetype>(delivery.cutAfter));
    if (delivery.brokenChunk) {
        head += "Transfer-Encoding: chunked\r\n";
        body = chunked(body);
    } else if (delivery.length == Delivery::Length::Given) {
        head += "Content-Length: " + QByteArray::number(delivery.givenLength) + "\r\n";
    } else if (delivery.length != Delivery::Length::Absent && !hasNoBody(response.status)) {
        const bool tellsTruth = delivery.length == Delivery::Length::OfCutBody;
        head += "Content-Length: " + QByteArray::number(tellsTruth ? body.size() : whole) + "\r\n";
    }
    head += answer.close ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n";
    answer.bytes = head;
    answer.bytes.append(body); // head + body would copy a character at a time
    if (delivery.twice)
        answer.bytes += answer.bytes;
    return answer;
}

} // namespace simulator
