// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The organisation behind the simulator's HTTP side: people, mails, devices, incidents, what happens to them, and the
// answers of Graph about them. Deterministic from its options. Lives in one thread of its own, where everything is called.

#include "directory.h"
#include "exchange.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace simulator {

struct TenantOptions {
    quint64 seed = 1;
    int incidents = 500; // at time zero
    QString tenantId; // made from the seed when empty
    QDateTime start; // simulated time zero; the last full hour when invalid
    QHash<QString, QString> switches; // see switches.h
    QString domain {}; // the usual one when empty
    int mailboxes = 1200;
    bool oneAlertEach = false; // ordinary incidents have no more
};

class Tenant : public QObject {
    Q_OBJECT

public:
    explicit Tenant(TenantOptions options, QObject *parent = nullptr);
    ~Tenant() override;

    Response graph(const Request &request, const Caller &caller); // /v1.0/… and /beta/…
    std::optional<Response> control(const Request &request); // /control/…; nullopt: not an operation of the tenant
    void advance(qint64 milliseconds); // simulated time
    void after(qint64 ticks, const std::function<void()> &deed); // once so much simulated time has passed
    void watchEffects(const std::function<void(const QJsonObject &)> &watcher); // see effects.h

    [[nodiscard]] QDateTime now() const; // simulated clock
    [[nodiscard]] QJsonArray accounts() const; // who can sign in: {upn, oid, displayName, roles[]}

Q_SIGNALS:
    void sessionsRevoked(const QString &upn);
    void accountEnabled(const QString &upn, bool enabled);

private:
    void tell(const QString &upn, Directory::Change change);

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace simulator
