// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter.h"

#include <array>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

struct FieldWord {
    SortKey::Field field;
    QLatin1StringView word;
};

constexpr std::array fieldWords {
    FieldWord {SortKey::Field::Updated, "updated"_L1},   FieldWord {SortKey::Field::Created, "created"_L1},
    FieldWord {SortKey::Field::Severity, "severity"_L1}, FieldWord {SortKey::Field::Status, "status"_L1},
    FieldWord {SortKey::Field::Name, "name"_L1},         FieldWord {SortKey::Field::Assignee, "assignee"_L1},
    FieldWord {SortKey::Field::Alerts, "alerts"_L1},     FieldWord {SortKey::Field::Pending, "pending"_L1},
    FieldWord {SortKey::Field::Priority, "priority"_L1}, FieldWord {SortKey::Field::Id, "id"_L1},
};

template <class T>
int order(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

// Ids are numbers as text: the shorter is the smaller. Anything else falls back to text.
int orderOfIds(const IncidentId &a, const IncidentId &b)
{
    const int bySize = order(a.text.size(), b.text.size());
    return bySize != 0 ? bySize : QString::compare(a.text, b.text);
}

// Without case, by code point: the same order on every machine, whatever its language.
int orderOfTexts(const Untrusted &a, const Untrusted &b)
{
    return a.raw().compare(b.raw(), Qt::CaseInsensitive);
}

int order(const QueueRow &a, const QueueRow &b, SortKey::Field field)
{
    switch (field) {
    case SortKey::Field::Updated: return order(a.updated, b.updated);
    case SortKey::Field::Created: return order(a.created, b.created);
    case SortKey::Field::Severity: return order(a.severity.value, b.severity.value);
    case SortKey::Field::Status: return order(a.status.value, b.status.value);
    case SortKey::Field::Name: return orderOfTexts(a.name, b.name);
    case SortKey::Field::Assignee: return orderOfTexts(a.assignedTo, b.assignedTo);
    case SortKey::Field::Alerts: return order(a.alerts, b.alerts);
    case SortKey::Field::Pending: return order(a.pendingActions, b.pendingActions);
    case SortKey::Field::Priority: return order(a.priorityScore.value_or(-1), b.priorityScore.value_or(-1));
    case SortKey::Field::Id: return orderOfIds(a.id, b.id);
    }
    Q_UNREACHABLE();
}

} // namespace

Result<SortKey> sortKey(const QString &text)
{
    const bool descending = text.startsWith(u'-');
    const QString name = descending ? text.sliced(1) : text;
    for (const FieldWord &entry : fieldWords) {
        if (entry.word == name)
            return SortKey {entry.field, descending};
    }
    return Error {
        .kind = ErrorKind::UsageWrong, .tried = u"sort incidents"_s, .code = u"unknownSortKey"_s, .detail = name};
}

QString sortKeyText(SortKey key)
{
    for (const FieldWord &entry : fieldWords) {
        if (entry.field == key.field)
            return key.descending ? u'-' + QString(entry.word) : QString(entry.word);
    }
    Q_UNREACHABLE();
}

bool precedes(const QueueRow &a, const QueueRow &b, SortKey key)
{
    const int byField = order(a, b, key.field);
    if (byField != 0)
        return key.descending ? byField > 0 : byField < 0;
    const int byId = orderOfIds(a.id, b.id);
    return key.descending ? byId > 0 : byId < 0;
}

} // namespace domain
