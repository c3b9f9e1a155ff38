// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/requestlog.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype DigestLength = 16; // hex digits, enough to tell two tokens apart

QByteArray digest(const QByteArray &secret)
{
    return secret.isEmpty() ? QByteArray()
                            : QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toHex().first(DigestLength);
}

bool holdsItems(const QString &segment)
{
    static const QStringList collections {u"incidents"_s, u"alerts"_s, u"alerts_v2"_s, u"analyzedemails"_s, u"users"_s};
    return collections.contains(segment.toLower());
}

bool isName(const QString &segment)
{
    return segment.isEmpty() || segment.contains(u"merge"_s, Qt::CaseInsensitive)
        || segment.contains(u"move"_s, Qt::CaseInsensitive) || segment.contains(u"remediate"_s, Qt::CaseInsensitive)
        || segment.startsWith(u'$');
}

} // namespace

QString routeOf(const Request &request)
{
    QStringList segments = request.path.split(u'/');
    if (segments.value(2) == u"oauth2" || segments.value(2) == u"v2.0" || segments.value(2) == u"discovery")
        segments[1] = u"{tenant}"_s;
    for (qsizetype i = 1; i < segments.size(); ++i) {
        if (holdsItems(segments[i - 1]) && !isName(segments[i]))
            segments[i] = u"{id}"_s;
    }
    return QString::fromLatin1(request.method) + u' ' + segments.join(u'/');
}

RequestLog::RequestLog(size_t capacity)
    : m_capacity(capacity)
{
}

quint64 RequestLog::add(const Request &request)
{
    Entry entry;
    entry.number = ++m_lastNumber;
    entry.method = request.method;
    entry.target = request.target;
    entry.path = request.path;
    entry.route = routeOf(request);
    entry.clientRequestId = request.header("client-request-id");
    entry.requestId = request.requestId;
    entry.tenant = request.tenant;
    entry.authorization = digest(request.header("Authorization"));
    entry.bodySize = request.body.size();
    Counters &counters = m_counters[request.tenant];
    ++counters.lines[QString::fromLatin1(request.method) + u' ' + request.path];
    ++counters.routes[entry.route];
    m_entries.push_back(std::move(entry));
    if (m_entries.size() > m_capacity)
        m_entries.pop_front();
    return m_lastNumber;
}

void RequestLog::settle(quint64 number, int status, const QString &fault)
{
    const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), number,
                                        [](const Entry &entry, quint64 wanted) { return entry.number < wanted; });
    if (found == m_entries.end() || found->number != number)
        return;
    found->status = status;
    found->fault = fault;
}

void RequestLog::clear(const QString &tenant)
{
    std::erase_if(m_entries, [&tenant](const Entry &entry) { return tenant.isEmpty() || entry.tenant == tenant; });
    if (tenant.isEmpty())
        m_counters.clear();
    else
        m_counters.remove(tenant);
}

int RequestLog::count(const QRegularExpression &route, const QString &tenant) const
{
    int sum = 0;
    for (auto counters = m_counters.cbegin(); counters != m_counters.cend(); ++counters) {
        if (!tenant.isEmpty() && counters.key() != tenant)
            continue;
        for (auto it = counters->lines.cbegin(); it != counters->lines.cend(); ++it)
            sum += route.match(it.key()).hasMatch() ? *it : 0;
    }
    return sum;
}

QJsonObject RequestLog::toJson(const Entry &entry)
{
    QJsonObject json {{u"number"_s, static_cast<qint64>(entry.number)},
                      {u"method"_s, QString::fromLatin1(entry.method)},
                      {u"target"_s, QString::fromLatin1(entry.target)},
                      {u"path"_s, entry.path},
                      {u"route"_s, entry.route},
                      {u"clientRequestId"_s, QString::fromLatin1(entry.clientRequestId)},
                      {u"requestId"_s, QString::fromLatin1(entry.requestId)},
                      {u"tenant"_s, entry.tenant},
                      {u"authorization"_s, QString::fromLatin1(entry.authorization)},
                      {u"bodySize"_s, entry.bodySize},
                      {u"fault"_s, entry.fault}};
    json.insert(u"status"_s, entry.status < 0 ? QJsonValue() : QJsonValue(entry.status));
    return json;
}

QJsonObject RequestLog::toJson(const QRegularExpression &route, quint64 after, qsizetype limit,
                               const QString &tenant) const
{
    QJsonArray entries;
    for (const Entry &entry : m_entries) {
        const QString line = QString::fromLatin1(entry.method) + u' ' + entry.path;
        if (entry.number > after && (tenant.isEmpty() || entry.tenant == tenant) && entries.size() < limit && route.match(line).hasMatch())
            entries.append(toJson(entry));
    }
    QJsonObject routes;
    for (auto counters = m_counters.cbegin(); counters != m_counters.cend(); ++counters) {
        if (!tenant.isEmpty() && counters.key() != tenant)
            continue;
        for (auto it = counters->routes.cbegin(); it != counters->routes.cend(); ++it)
            routes.insert(it.key(), routes[it.key()].toInt() + *it);
    }
    return {{u"count"_s, count(route, tenant)},
            {u"last"_s, static_cast<qint64>(m_lastNumber)},
            {u"routes"_s, routes},
            {u"requests"_s, entries}};
}

} // namespace simulator
