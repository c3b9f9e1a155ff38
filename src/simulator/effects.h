// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tenant's own record of every effect a caller had, kept apart from what it answers: tests compare a client's ledger
// with it. Lives in the tenant thread.

#include "exchange.h"
#include "stamp.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>

namespace simulator {

class Effects {
public:
    // Returns the sequence number, counted from 1.
    int add(Ticks now, const Request &request, const Caller &caller, const QString &kind, const QString &target,
            const QJsonObject &detail);
    // Somebody without a request: the portal, another analyst.
    int add(Ticks now, const QString &actor, const QString &kind, const QString &target, const QJsonObject &detail);
    void setResults(int sequence, Ticks now, const QJsonArray &results); // per message, when a remediation took effect

    using Watcher = std::function<void(const QJsonObject &line)>;
    void watch(const Watcher &watcher) { m_watcher = watcher; } // told of each entry, and of results under its sequence

    [[nodiscard]] QJsonArray list(int after) const;
    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }

private:
    void append(const QJsonObject &entry);

    QJsonArray m_entries;
    Watcher m_watcher;
};

} // namespace simulator
