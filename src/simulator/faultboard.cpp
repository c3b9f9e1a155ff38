// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faultboard.h"

namespace simulator {

quint64 FaultBoard::add(Fault fault)
{
    fault.id = ++m_lastId;
    m_faults.append(std::move(fault));
    return m_lastId;
}

std::optional<Fault> FaultBoard::next(const Request &request)
{
    std::optional<Fault> due;
    for (Fault &fault : m_faults) {
        if (fault.befalls(request) && !due)
            due = fault;
    }
    return due;
}

void FaultBoard::clear(const QString &tenant)
{
    m_faults.removeIf([&tenant](const Fault &fault) { return tenant.isEmpty() || fault.tenant == tenant; });
}

bool FaultBoard::remove(quint64 id)
{
    return m_faults.removeIf([id](const Fault &fault) { return fault.id == id; }) > 0;
}

QJsonArray FaultBoard::toJson(const QString &tenant) const
{
    QJsonArray json;
    for (const Fault &fault : m_faults) {
        if (tenant.isEmpty() || fault.tenant == tenant)
            json.append(fault.toJson());
    }
    return json;
}

} // namespace simulator
