// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The source of everything that varies in the demo tenant. Each purpose draws from a stream of its own, named by the seed
// and a few numbers, so that adding a draw in one place changes nothing elsewhere and any item can be made again alone.
// A value; used in the tenant thread.

#include <QByteArray>
#include <QString>
#include <QUuid>

#include <cstddef>
#include <initializer_list>

namespace simulator {

[[nodiscard]] quint64 scramble(quint64 value); // a fixed bijection on 64 bits

class Random {
public:
    Random(quint64 seed, std::initializer_list<quint64> stream);

    [[nodiscard]] quint64 next();
    [[nodiscard]] int below(int bound); // 0 .. bound-1
    [[nodiscard]] int between(int low, int high); // both included
    [[nodiscard]] bool chance(int percent);
    [[nodiscard]] qint64 ticks(qint64 bound); // 0 .. bound-1

    template<typename Container>
    [[nodiscard]] auto pick(const Container &container) -> decltype(container[0])
    {
        return container[static_cast<decltype(container.size())>(below(static_cast<int>(container.size())))];
    }

    [[nodiscard]] QUuid uuid(); // version 4
    [[nodiscard]] QString guid(); // lower case, no braces
    [[nodiscard]] QString hex(int digits);

private:
    quint64 m_state;
};

} // namespace simulator
