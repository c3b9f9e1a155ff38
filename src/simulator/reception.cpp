// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/reception.h"

#include "simulator/spoiling.h"

namespace simulator {

Reception::Reception(Route route, QObject *parent)
    : Handler(parent)
    , m_route(std::move(route))
{
}

void Reception::receive(const Request &request, const Answer &answer)
{
    const quint64 number = m_log.add(request);
    const auto fault = m_faults.next(request);
    Q_EMIT arrived();
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
        m_stalled.append([this, request, answer, number] { respond(request, answer, number, std::nullopt); });
        return;
    }
    const Delivery delivery = spoil(fault, {request, m_previous}, m_route(request));
    m_stalled.append([this, delivery, answer, number] { send(delivery, answer, number, QStringLiteral("stall")); });
}

void Reception::send(const Delivery &delivery, const Answer &answer, quint64 number, const QString &fault)
{
    m_log.settle(number, delivery.silent ? 0 : delivery.response.status, fault);
    m_previous = delivery.response;
    answer(delivery);
}

int Reception::release()
{
    const auto waiting = std::exchange(m_stalled, {});
    for (const auto &goOn : waiting)
        goOn();
    return static_cast<int>(waiting.size());
}

} // namespace simulator
