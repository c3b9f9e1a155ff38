// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphclient.h"

#include "graphcall.h"

#include <QRandomGenerator>

#include <algorithm>

namespace remote {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr int failuresThatOpen = 5;
constexpr milliseconds betweenProbes {60'000};
constexpr seconds firstPause {5}; // for a 429 that does not say how long
constexpr seconds lastPause {300};

} // namespace

GraphClient::GraphClient(const domain::Cloud &cloud, Transport &transport, TokenSource &tokens, Budget &budget,
                         domain::Clock &clock)
    : m_addresses(cloud)
    , m_transport(transport)
    , m_tokens(tokens)
    , m_budget(budget)
    , m_clock(clock)
{
}

GraphClient::~GraphClient()
{
    // They use the members above, and the end of one may be the end of another.
    while (!children().isEmpty())
        delete children().constFirst();
}

void GraphClient::send(const GraphRequest &request, QObject *asker, AnswerFunction answer)
{
    auto *call = new Call(*this, request, domain::Answer<GraphAnswer>(asker, std::move(answer)));
    connect(asker, &QObject::destroyed, call, &Call::askerGone);
    call->start();
}

// While the circuit is open, one GET a minute finds out whether the service is back.
bool GraphClient::circuitIsOpen()
{
    if (m_failuresInARow < failuresThatOpen)
        return false;
    if (m_clock.elapsed() < m_nextProbe)
        return true;
    m_nextProbe = m_clock.elapsed() + betweenProbes;
    return false;
}

void GraphClient::noteServed(bool served)
{
    if (served) {
        m_failuresInARow = 0;
        return;
    }
    if (++m_failuresInARow == failuresThatOpen)
        m_nextProbe = m_clock.elapsed() + betweenProbes;
}

seconds GraphClient::throttled(Bucket bucket, std::optional<seconds> asked)
{
    const int doublings = std::min(m_throttledInARow++, 6);
    const seconds pause = asked.value_or(std::min(firstPause * (1 << doublings), lastPause));
    m_budget.pause(bucket, pause + milliseconds(QRandomGenerator::global()->bounded(500)));
    return pause;
}

} // namespace remote
