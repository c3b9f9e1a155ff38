// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A value, or one sentence that says why there is none. The simulator shares no code with the client, so it has its own.

#include <QString>

#include <utility>
#include <variant>

namespace simulator {

struct Failure {
    QString text; // one sentence for a person, no newline
};

template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_content(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Failure failure)
        : m_content(std::in_place_index<1>, std::move(failure))
    {
    }

    explicit operator bool() const { return m_content.index() == 0; }
    const T &operator*() const { return std::get<0>(m_content); }
    const T *operator->() const { return &std::get<0>(m_content); }
    T take() { return std::get<0>(std::move(m_content)); }
    [[nodiscard]] QString error() const { return std::get<1>(m_content).text; }

private:
    std::variant<T, Failure> m_content;
};

} // namespace simulator
