// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "random.h"

#include <array>

namespace simulator {

namespace {

constexpr quint64 goldenRatio = 0x9e3779b97f4a7c15ULL;

} // namespace

quint64 scramble(quint64 value)
{
    // the finaliser of SplitMix64
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

Random::Random(quint64 seed, std::initializer_list<quint64> stream)
    : m_state(scramble(seed + goldenRatio))
{
    for (const quint64 number : stream) {
        m_state = scramble(m_state ^ scramble(number + goldenRatio));
    }
}

quint64 Random::next()
{
    m_state += goldenRatio;
    return scramble(m_state);
}

int Random::below(int bound)
{
    return bound <= 0 ? 0 : static_cast<int>((next() >> 16) % static_cast<quint64>(bound));
}

int Random::between(int low, int high)
{
    return low + below(high - low + 1);
}

bool Random::chance(int percent)
{
    return below(100) < percent;
}

qint64 Random::ticks(qint64 bound)
{
    return bound <= 0 ? 0 : static_cast<qint64>((next() >> 1) % static_cast<quint64>(bound));
}

QUuid Random::uuid()
{
    const quint64 high = next();
    const quint64 low = next();
    std::array<uchar, 8> tail {};
    for (std::size_t i = 0; i < tail.size(); ++i) {
        tail[i] = static_cast<uchar>(low >> (8 * i));
    }
    tail[0] = static_cast<uchar>((tail[0] & 0x3fU) | 0x80U);
    const auto version = static_cast<ushort>((static_cast<ushort>(high >> 48) & 0x0fffU) | 0x4000U);
    return {static_cast<uint>(high), static_cast<ushort>(high >> 32), version,
            tail[0], tail[1], tail[2], tail[3], tail[4], tail[5], tail[6], tail[7]};
}

QString Random::guid()
{
    return uuid().toString(QUuid::WithoutBraces);
}

QString Random::hex(int digits)
{
    static constexpr char alphabet[] = "0123456789abcdef";
    QString text(digits, QChar(u'0'));
    quint64 bits = 0;
    for (int i = 0; i < digits; ++i) {
        if (i % 16 == 0) {
            bits = next();
        }
        text[i] = QLatin1Char(alphabet[bits & 15U]);
        bits >>= 4;
    }
    return text;
}

} // namespace simulator
