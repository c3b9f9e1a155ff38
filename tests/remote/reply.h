// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Catches the one answer of a question, so that a test can wait for it: QTRY_VERIFY(reply.came()). Main thread.

#include "domain/result.h"

#include <functional>
#include <optional>

namespace casemate::test {

template <class T>
class Reply
{
public:
    [[nodiscard]] std::function<void(domain::Result<T>)> function()
    {
        return [this](domain::Result<T> result) {
            ++m_count;
            m_result = std::move(result);
        };
    }
    [[nodiscard]] bool came() const { return m_count > 0; }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] bool isGood() const { return m_result && m_result->hasValue(); }
    [[nodiscard]] const T &value() const { return m_result->value(); }
    [[nodiscard]] const domain::Error &error() const { return m_result->error(); }

private:
    int m_count = 0;
    std::optional<domain::Result<T>> m_result;
};

} // namespace casemate::test
