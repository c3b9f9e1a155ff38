// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The filter that an analyst types, in the window and behind `casemate incidents --filter`:
//   status:active severity:(high medium) assignee:none pending:yes updated:>-24h not tag:test "invoice"
// Terms join with and; `or`, `not` and parentheses work; field:value, field:(a b) any of, field:>value; relative times
// -7d -4h -30m today yesterday; bare or quoted words search the text (name, tags, assignee, id).
// Fields: id status severity assignee (none, me, somebody, text) tag source pending (yes no) classification determination
// created updated alerts priority expires. Pure; any thread.

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
    QString code; // "unknownField", "badValue", "unclosedParenthesis", "unexpectedEnd", …; worded in models/wording
    QString text; // the offending piece
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
    [[nodiscard]] bool accepts(const PendingAction &action, const QueueRow &incident, const FilterContext &context) const;
    [[nodiscard]] bool isEverything() const;
    [[nodiscard]] QString text() const; // as given

private:
    std::shared_ptr<const Node> m_root;
    QString m_text;
};

// Orders of `--sort` and of the queue's columns: "updated", "created", "severity", "status", "name", "assignee", "alerts",
// "pending", "priority", "id"; a leading "-" turns it round. Error{UsageWrong} for anything else.
struct SortKey {
    enum class Field { Updated, Created, Severity, Status, Name, Assignee, Alerts, Pending, Priority, Id };
    Field field = Field::Updated;
    bool descending = true;
};
[[nodiscard]] Result<SortKey> sortKey(const QString &text);
[[nodiscard]] bool precedes(const QueueRow &a, const QueueRow &b, SortKey key); // total order: ties by id

} // namespace domain
