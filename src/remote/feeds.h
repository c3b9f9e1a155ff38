// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lists of incidents and alerts, a page at a time. The items come as bytes; decodeIncidents() and decodeAlerts() read them,
// in whichever thread the caller likes. Engine thread.

#include "graphclient.h"
#include "page.h"

namespace remote {

struct PageAnswer {
    Page page;
    bool incomplete = false; // 206 or Warning
    QString warning;
    std::optional<domain::Moment> serverDate;
    QString requestId;
};

inline constexpr int incidentsPerPage = 50; // the service answers 400 above it
inline constexpr int alertsPerPage =
    500; // evidence is inline: a page of 2,000, the service's limit, can pass the size cap

class Feeds
{
public:
    using PageFunction = std::function<void(domain::Result<PageAnswer>)>;

    explicit Feeds(GraphClient &client)
        : m_client(client)
    {
    }

    // from <= lastUpdateDateTime < to. withCount asks for @odata.count.
    void listIncidents(const domain::TimeWindow &window, int top, bool withCount, QObject *asker, PageFunction answer);
    void listAlerts(const domain::TimeWindow &window, int top, bool withCount, QObject *asker, PageFunction answer);
    void nextPage(const QByteArray &nextLink, QObject *asker, PageFunction answer); // as it came; the client checks it

private:
    void list(const QByteArray &path, const domain::TimeWindow &window, int top, bool withCount, QObject *asker,
              PageFunction answer);
    void ask(const GraphRequest &request, QObject *asker, PageFunction answer);

    GraphClient &m_client;
};

} // namespace remote
