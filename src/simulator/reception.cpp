// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/reception.h"

#include "simulator/spoiling.h"

#include <QUuid>

namespace simulator {

Reception::Reception(Route route, TenantOf tenantOf, QObject *parent)
    : Handler(parent)
    , m_route(std::move(route))
    , m_tenantOf(std::move(tenantOf))
{
}

void Reception::receive(const Request &arrival, const Answer &answer)
{
    Request request = arrival;
    request.tenant = m_tenantOf(arrival);
    request.requestId = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    const quint64 number = m_log.add(request);
    request.number = number;
    const auto fault = m_faults.next(request);
    Q_EMIT arrived(request);
    if (fault && fault->kind == FaultKind::Stall)
        stall(request, answer, number, *fault);
    else
        respond(request, answer, number, fault);
}

void Reception::respond(const Request &request, const Answer &answer, quint64 number, const std::optional<Fault> &fault)
{
    Delivery delivery;
    if (!fault || fault->apply)
        delivery.response = m_route(fault ? spoiltRequest(*fault, request) : request);
    if (fault)
        delivery = spoil(*fault, {request, m_previous}, delivery.response);
    send(delivery, answer, number, fault ? fault->order[u"kind"].toString() : QString());
}

void Reception::stall(const Request &request, const Answer &answer, quint64 number, const Fault &fault)
{
    if (!fault.apply) {
        m_stalled.append({request.tenant, [this, request, answer, number] {
                              respond(request, answer, number, std::nullopt);
                          }});
        return;
    }
    const Delivery delivery = spoil(fault, {request, m_previous}, m_route(request));
    m_stalled.append({request.tenant, [this, delivery, answer, number] {
                          send(delivery, answer, number, QStringLiteral("stall"));
                      }});
}

void Reception::send(const Delivery &delivery, const Answer &answer, quint64 number, const QString &fault)
{
    m_log.settle(number, delivery.silent ? 0 : delivery.response.status, fault);
    m_previous = delivery.response;
    answer(delivery);
}

int Reception::release(const QString &tenant)
{
    int released = 0;
    const auto waiting = std::exchange(m_stalled, {});
    for (const Stalled &stalled : waiting) {
        if (!tenant.isEmpty() && stalled.tenant != tenant) {
            m_stalled.append(stalled);
            continue;
        }
        stalled.goOn();
        ++released;
    }
    return released;
}

} // namespace simulator
