// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A tenant asked directly, without sockets: requests as the HTTP side would hand them over, callers as tokens would name
// them. Lives in the test's thread.

#include "simulator/tenant.h"
#include "simulator/worldsize.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

namespace simulator::test {

struct Reply {
    int status = 0;
    QByteArray body;
    QList<Header> headers;

    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] QJsonArray value() const { return json()[u"value"].toArray(); }
    [[nodiscard]] QString errorMessage() const;
    [[nodiscard]] QByteArray header(const char *name) const;
};

[[nodiscard]] Caller administrator(); // with all delegated permissions
[[nodiscard]] Caller operatorCaller();
[[nodiscard]] Caller reader();
[[nodiscard]] Caller application(); // mail permissions

class TenantDriver {
public:
    using Switches = QHash<QString, QString>;

    explicit TenantDriver(int incidents = 40, const Switches &switches = {}, quint64 seed = 7);
    explicit TenantDriver(const WorldSize &size);

    // target: "/security/incidents?$top=5", with or without a version before it
    [[nodiscard]] Reply get(const QString &target, const Caller &caller = administrator());
    [[nodiscard]] Reply send(const QByteArray &method, const QString &target, const QJsonObject &body,
                             const Caller &caller = administrator());
    [[nodiscard]] Reply sendNothing(const QByteArray &method, const QString &target, const Caller &caller = administrator());
    [[nodiscard]] Reply sendBytes(const QByteArray &method, const QString &target, const QByteArray &body,
                                  const QByteArray &contentType, const Caller &caller = administrator());
    [[nodiscard]] QJsonObject control(const QByteArray &method, const QString &target, const QJsonObject &body = {});
    void set(const QString &name, const QString &setting); // a switch
    void advance(qint64 seconds) { m_tenant.advance(seconds * 1000); }
    void setMasked(bool masked) { m_masked = masked; } // no Prefer header

    [[nodiscard]] QJsonArray all(const QString &target); // follows nextLink
    [[nodiscard]] QJsonObject incidentTitled(const QString &part); // with its alerts; empty: none
    [[nodiscard]] QJsonObject incident(const QString &id); // with its alerts
    [[nodiscard]] QJsonArray hunt(const QString &query);
    [[nodiscard]] Tenant &tenant() { return m_tenant; }

private:
    [[nodiscard]] Reply exchange(const QByteArray &method, const QByteArray &target, const QByteArray &body, const Caller *caller,
                                 const QByteArray &contentType = "application/json"); // without a caller: the control side

    Tenant m_tenant;
    bool m_masked = false;
};

// All evidence items of an incident read with its alerts.
[[nodiscard]] QList<QJsonObject> evidenceOf(const QJsonObject &incident);
[[nodiscard]] QString typeOf(const QJsonObject &item); // "userEvidence"

} // namespace simulator::test
