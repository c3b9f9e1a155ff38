// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/devicecodes.h"

#include "simulator/secretbytes.h"

#include <QRandomGenerator>

#include <utility>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Slower = 5000; // ms that each slow_down adds
constexpr int UserCodeLength = 9;

// Without vowels, so that no words come out, and without letters that look like digits.
QString newUserCode()
{
    const QString letters = u"BCDFGHJKLMNPQRSTVWXZ23456789"_s;
    QString code;
    for (int i = 0; i < UserCodeLength; ++i)
        code += letters[QRandomGenerator::system()->bounded(static_cast<int>(letters.size()))];
    return code;
}

EntraError slowDown()
{
    EntraError error = entraError(70016); // no number of its own is documented
    error.error = u"slow_down"_s;
    error.text = u"The device asks more often than the interval allows."_s;
    return error;
}

EntraError declined()
{
    EntraError error = entraError(65004);
    error.error = u"authorization_declined"_s;
    return error;
}

} // namespace

DeviceCodes::Codes DeviceCodes::add(const Grant &asked, qint64 now, const EntraSettings &settings)
{
    const Codes codes {unguessable(), newUserCode()};
    Pending pending;
    pending.grant = asked;
    pending.userCode = codes.user;
    pending.ends = now + settings.deviceLifetime * 1000;
    pending.interval = settings.deviceInterval * 1000;
    m_pending.insert(codes.device, pending);
    return codes;
}

GrantStore::Redeemed DeviceCodes::redeem(const QString &deviceCode, const QString &clientId, qint64 now)
{
    const auto found = m_pending.find(deviceCode);
    if (found == m_pending.end() || found->state == State::Redeemed)
        return entraError(70018);
    if (found->grant.clientId != clientId)
        return entraError(70000, u"it was issued to another application"_s);
    if (now >= found->ends)
        return entraError(70020);
    const qint64 last = std::exchange(found->lastAsked, now);
    if (last > 0 && now - last < found->interval) {
        found->interval += Slower;
        return slowDown();
    }
    if (found->state == State::Declined)
        return declined();
    if (found->state == State::Waiting)
        return entraError(70016);
    found->state = State::Redeemed;
    return found->grant;
}

DeviceCodes::Pending *DeviceCodes::find(const QString &userCode, qint64 now)
{
    for (Pending &pending : m_pending) {
        const bool isMeant = pending.userCode.compare(userCode.trimmed(), Qt::CaseInsensitive) == 0;
        if (isMeant && pending.state == State::Waiting && now < pending.ends)
            return &pending;
    }
    return nullptr;
}

const Grant *DeviceCodes::waiting(const QString &userCode, qint64 now)
{
    const Pending *pending = find(userCode, now);
    return pending ? &pending->grant : nullptr;
}

bool DeviceCodes::decide(const QString &userCode, const QString &oid, qint64 now)
{
    Pending *pending = find(userCode, now);
    if (!pending)
        return false;
    pending->grant.oid = oid;
    pending->state = oid.isEmpty() ? State::Declined : State::Approved;
    return true;
}

void DeviceCodes::expire()
{
    for (Pending &pending : m_pending)
        pending.ends = 0;
}

} // namespace simulator
