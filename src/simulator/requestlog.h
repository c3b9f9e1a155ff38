// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every request that reached us, in order of arrival, counted before anything is done about it: the wire count that tests
// compare with what a client believes to have sent. Never holds a token, only a digest by which two can be told apart.
// Tenant thread.

#include "simulator/exchange.h"

#include <QHash>
#include <QJsonObject>

#include <deque>

class QRegularExpression;

namespace simulator {

// "PATCH /v1.0/security/incidents/{id}": the method and the path without what varies
[[nodiscard]] QString routeOf(const Request &request);

class RequestLog
{
public:
    explicit RequestLog(size_t capacity = 20'000); // older entries go; the counters stay

    quint64 add(const Request &request); // its number, from 1
    void settle(quint64 number, int status, const QString &fault); // status 0: no answer was sent
    // A tenant's id means its own requests alone, an empty one all.
    void clear(const QString &tenant = {}); // numbers go on

    [[nodiscard]] quint64 lastNumber() const { return m_lastNumber; }
    [[nodiscard]] int count(const QRegularExpression &route, const QString &tenant = {}) const; // of "METHOD path", since clear()
    [[nodiscard]] QJsonObject toJson(const QRegularExpression &route, quint64 after, qsizetype limit,
                                     const QString &tenant = {}) const;

private:
    struct Entry {
        quint64 number = 0;
        QByteArray method;
        QByteArray target;
        QString path;
        QString route;
        QByteArray clientRequestId;
        QByteArray requestId; // that we gave it
        QString tenant;
        QByteArray authorization; // digest; empty: the header was absent
        qsizetype bodySize = 0;
        int status = -1; // not answered yet
        QString fault;
    };
    static QJsonObject toJson(const Entry &entry);

    size_t m_capacity;
    std::deque<Entry> m_entries;
    struct Counters {
        QHash<QString, int> lines; // by "METHOD path"
        QHash<QString, int> routes;
    };
    QHash<QString, Counters> m_counters; // by tenant
    quint64 m_lastNumber = 0;
};

} // namespace simulator
