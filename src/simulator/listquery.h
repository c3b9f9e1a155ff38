// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The query options of a list, read and checked, and the page that answers them, nextLink included. Pure.

#include "graphcall.h"

namespace simulator {

class Switches;

struct ListRules {
    QLatin1StringView typeName;
    QLatin1StringView context {}; // of @odata.context
    int topCap = 50;
    int page = 50;
    bool expands = false; // $expand=alerts
    bool skips = true; // $skip; otherwise $skiptoken only
    bool orders = true;
    bool filters = true;
    bool selects = true;
    QStringList properties {}; // of $select
};

struct ListQuery {
    int top = 0;
    int skip = 0;
    int page = 0; // running number, of links with $skiptoken
    bool count = false;
    bool expandAlerts = false;
    bool oldestFirst = false;
    bool byUpdate = false; // order by lastUpdateDateTime, otherwise createdDateTime
    QString filter {};
    QStringList select {};
};

[[nodiscard]] Result<ListQuery> readListQuery(const Request &request, const ListRules &rules, const Switches &switches);

// Of a single resource: $select and, where it has one, $expand. Whatever concerns collections is refused.
[[nodiscard]] Result<ListQuery> readEntityQuery(const Request &request, const ListRules &rules, const Switches &switches);
[[nodiscard]] QJsonObject selectedMembers(const QJsonObject &object, const QStringList &names); // no names: all of them

// What of `total` items belongs on the page, and how the next one is asked for.
struct PagePlan {
    int first = 0;
    int count = 0;
    QString nextLink {};
};
[[nodiscard]] PagePlan planPage(const Request &request, const ListQuery &query, const ListRules &rules, qint64 total,
                                const Switches &switches);

// items: JSON texts
[[nodiscard]] Response pageAnswer(const GraphCall &call, const ListRules &rules, const ListQuery &query,
                                  const PagePlan &plan, qint64 total, const QList<QByteArray> &items);

} // namespace simulator
