// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Cuts a hunting query into tokens. Pure.

#include "kqlvalue.h"
#include "result.h"

#include <vector>

namespace simulator {

struct KqlToken {
    enum class Kind { End, Name, Literal, Sign };

    Kind kind = Kind::End;
    QString text {}; // as it stands in the query; of a name in brackets the name
    KqlValue value {}; // of Literal
    int line = 1;
    int column = 1;

    [[nodiscard]] bool is(QLatin1StringView word) const { return kind != Kind::Literal && text == word; }
};

[[nodiscard]] Result<std::vector<KqlToken>> readKqlTokens(const QString &query); // ends with End

// In the service's words.
[[nodiscard]] QString kqlSyntaxError(const QString &near, int line, int column);

} // namespace simulator
