// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside of the filter: what a parsed expression is made of. A node is a predicate over what is looked at; the parser
// (filterparser.cpp) combines them, filterterms.cpp makes them from a field, a comparison and a value. Private to the
// filter's own sources. Any thread: nodes are constant once made.

#include "filter.h"

#include <functional>

namespace domain {

// What is looked at: an incident, or a pending action together with its incident.
struct FilterSubject {
    const QueueRow &row;
    const PendingAction *action = nullptr;
};

struct Filter::Node {
    std::function<bool(const FilterSubject &, const FilterContext &)> accepts;
};

enum class FilterComparison { Is, Less, LessOrEqual, Greater, GreaterOrEqual };

struct FilterValue {
    FilterComparison comparison = FilterComparison::Is;
    QString text;
    bool quoted = false; // then words like none and me have no special meaning
    qsizetype position = 0; // of the text, with its comparison and quotes
    qsizetype length = 0;
};

using FilterNode = std::shared_ptr<const Filter::Node>;

[[nodiscard]] bool isFilterField(const QString &name);
[[nodiscard]] std::variant<FilterNode, FilterError> filterTerm(const QString &field, const FilterValue &value);
[[nodiscard]] FilterNode filterText(const QString &needle);

} // namespace domain
