// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenslot.h"

#include <algorithm>

namespace remote {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr seconds margin {300}; // how long before its end a token is renewed, or half its life if that is shorter

bool isPassing(domain::ErrorKind kind)
{
    return kind != domain::ErrorKind::SignInNeeded && kind != domain::ErrorKind::SignInRefused;
}

} // namespace

TokenSlot::TokenSlot(domain::Clock &clock, Obtain obtain)
    : m_clock(clock)
    , m_obtain(std::move(obtain))
{
}

void TokenSlot::ask(const Secret &refused, QObject *asker, std::function<void(domain::Result<Secret>)> function)
{
    const domain::Answer<Secret> answer(asker, std::move(function));
    const bool isRefused = !refused.isEmpty() && refused.isSameAs(m_token);
    if (!m_token.isEmpty() && !isRefused && !m_isRenewing && m_clock.elapsed() < m_renewAt)
        return answer(m_token);
    if (isRefused)
        m_refused = m_token;
    m_waiting.append(answer);
    if (!m_isRenewing)
        renew();
}

void TokenSlot::put(const Life &life)
{
    const milliseconds now = m_clock.elapsed();
    m_token = life.token;
    m_end = now + life.length;
    m_renewAt = m_end - std::min<milliseconds>(margin, life.length / 2);
    m_refused = {};
}

void TokenSlot::clear(const domain::Error &reason)
{
    ++m_generation;
    m_isRenewing = false;
    m_token = {};
    const QList<domain::Answer<Secret>> waiting = std::exchange(m_waiting, {});
    for (const auto &answer : waiting)
        answer(reason);
}

void TokenSlot::renew()
{
    m_isRenewing = true;
    m_obtain(this, [this, generation = m_generation](const domain::Result<Life> &life) {
        if (generation == m_generation)
            settle(life);
    });
}

void TokenSlot::settle(const domain::Result<Life> &life)
{
    m_isRenewing = false;
    const bool oldOneServes = !m_token.isEmpty() && !m_token.isSameAs(m_refused) && m_clock.elapsed() < m_end;
    if (life)
        put(*life);
    else if (!oldOneServes || !isPassing(life.error().kind))
        m_token = {};
    const QList<domain::Answer<Secret>> waiting = std::exchange(m_waiting, {});
    for (const auto &answer : waiting) {
        if (m_token.isEmpty())
            answer(life.error());
        else
            answer(m_token);
    }
}

} // namespace remote
