// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tenant's own record of every effect a caller had, kept apart from what it answers: tests compare a client's ledger
// with it. Lives in the tenant thread.

#include "exchange.h"
#include "stamp.h"

#include <QJsonArray>
#include <QJsonObject>

namespace simulator {

class Effects {
public:
    // Returns the sequence number, counted from 1.
    int add(Ticks now, const Request &request, const Caller &caller, const QString &kind, const QString &target,
            const QJsonObject &detail);
    // Somebody without a request: the portal, another analyst.
    int add(Ticks now, const QString &actor, const QString &kind, const QString &target, const QJsonObject &detail);
    void setResults(int sequence, Ticks now, const QJsonArray &results); // per message, when a remediation took effect

    [[nodiscard]] QJsonArray list(int after) const;
    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }

private:
    QJsonArray m_entries;
};

} // namespace simulator
