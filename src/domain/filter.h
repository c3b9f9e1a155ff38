// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The filter that an analyst types, in the window and behind `casemate incidents --filter`:
//   status:active severity:(high medium) assignee:none pending:yes updated:>-24h not tag:test "invoice"
// Terms join with and; `or`, `not` and parentheses work; field:value, field:(a b) any of, field:>value (also >= < <= =).
// Times: -7d -4h -30m +2d today yesterday 2026-02-25 2026-02-25T10:00 (local) 2026-02-25T10:00Z; a bare -24h means since
// then, a bare +24h until then. Bare or quoted words search the text (name, tags, assignee, id; of a pending action its
// label and mailboxes too). Quoting takes the special meaning from words such as none, me, or.
// Fields: id, status (also open), severity, assignee (none, me, somebody, part of the name), tag (none, the whole tag),
// source, pending (yes, no), classification (none), determination (none), created, updated, alerts, priority (none),
// expires (none). Pure; any thread.

#include "pendingaction.h"
#include "queuerow.h"
#include "result.h"

#include <QString>

#include <memory>
#include <variant>

namespace domain {

struct FilterError { // carried in Error::detail for the command line, and by parse() for the window
    qsizetype position = 0; // where in the text
    qsizetype length = 0;
    // "unknownField", "badValue", "badComparison", "noValue", "unclosedParenthesis", "unexpectedParenthesis",
    // "unclosedQuote", "unexpectedWord", "unexpectedEnd", "tooDeep"; worded in models/wording
    QString code;
    QString text; // the offending piece

    friend bool operator==(const FilterError &, const FilterError &) = default;
};

struct FilterContext {
    Moment now;
    qint64 utcOffsetSeconds = 0; // for today, yesterday
    QString me; // UPN behind assignee:me
};

class Filter
{
public:
    struct Node; // in filternodes.h, private to the implementation

    Filter(); // everything
    [[nodiscard]] static std::variant<Filter, FilterError> parse(const QString &text);

    [[nodiscard]] bool accepts(const QueueRow &row, const FilterContext &context) const;
    [[nodiscard]] bool accepts(const PendingAction &action, const QueueRow &incident,
                               const FilterContext &context) const;
    [[nodiscard]] bool isEverything() const;
    [[nodiscard]] QString text() const; // as given

private:
    std::shared_ptr<const Node> m_root;
    QString m_text;
};

[[nodiscard]] QStringList filterFields(); // for completion and help

// Orders of `--sort` and of the queue's columns: "updated", "created", "severity", "status", "name", "assignee", "alerts",
// "pending", "priority", "id"; a leading "-" turns it round. Error{UsageWrong} for anything else.
struct SortKey {
    enum class Field { Updated, Created, Severity, Status, Name, Assignee, Alerts, Pending, Priority, Id };
    Field field = Field::Updated;
    bool descending = true;

    friend bool operator==(const SortKey &, const SortKey &) = default;
};
[[nodiscard]] Result<SortKey> sortKey(const QString &text);
[[nodiscard]] QString sortKeyText(SortKey key);
[[nodiscard]] bool precedes(const QueueRow &a, const QueueRow &b, SortKey key); // total order: ties by id

} // namespace domain
