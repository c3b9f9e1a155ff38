// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds.h"

using namespace Qt::StringLiterals;

namespace remote {

void Feeds::listIncidents(const domain::TimeWindow &window, int top, bool withCount, QObject *asker,
                          PageFunction answer)
{
    list("/v1.0/security/incidents", window, top, withCount, asker, std::move(answer));
}

void Feeds::listAlerts(const domain::TimeWindow &window, int top, bool withCount, QObject *asker, PageFunction answer)
{
    list("/v1.0/security/alerts_v2", window, top, withCount, asker, std::move(answer));
}

void Feeds::list(const QByteArray &path, const domain::TimeWindow &window, int top, bool withCount, QObject *asker,
                 PageFunction answer)
{
    const QString filter =
        u"lastUpdateDateTime ge "_s + window.from.wire() + u" and lastUpdateDateTime lt "_s + window.to.wire();
    GraphRequest request;
    request.path = path;
    request.query = "$filter=" + queryValue(filter) + "&$top=" + QByteArray::number(top);
    if (withCount)
        request.query += "&$count=true";
    request.tried = path.endsWith("incidents") ? u"list incidents"_s : u"list alerts"_s;
    ask(request, asker, std::move(answer));
}

void Feeds::nextPage(const QByteArray &nextLink, QObject *asker, PageFunction answer)
{
    GraphRequest request;
    request.link = nextLink;
    request.tried = u"read the next page"_s;
    ask(request, asker, std::move(answer));
}

void Feeds::ask(const GraphRequest &request, QObject *asker, PageFunction answer)
{
    m_client.send(request, asker, [answer = std::move(answer)](const domain::Result<GraphAnswer> &result) {
        if (!result)
            return answer(result.error());
        domain::Result<Page> page = readPage(result->body);
        if (!page) {
            domain::Error error = page.error();
            error.requestId = result->requestId;
            return answer(error);
        }
        answer(
            PageAnswer {std::move(*page), result->incomplete, result->warning, result->serverDate, result->requestId});
    });
}

} // namespace remote
