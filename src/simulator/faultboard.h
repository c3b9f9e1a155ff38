// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The faults that are set at present. Tenant thread.

#include "simulator/fault.h"

#include <QJsonArray>
#include <QList>

#include <optional>

namespace simulator {

class FaultBoard
{
public:
    quint64 add(Fault fault); // its id
    std::optional<Fault> next(
        const Request &request); // every matching fault counts it; the first that is due befalls it
    // A tenant's id means its own faults alone, an empty one all.
    void clear(const QString &tenant = {});
    bool remove(quint64 id);
    [[nodiscard]] QJsonArray toJson(const QString &tenant = {}) const;

private:
    QList<Fault> m_faults;
    quint64 m_lastId = 0;
};

} // namespace simulator
