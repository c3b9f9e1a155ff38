// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The kinds of fault by name: what members an order of each may have, and whether the request takes effect all the same.
// The list itself is in fault.h, as JSON. Values and pure functions.

#include "simulator/result.h"

#include <QJsonObject>
#include <QStringList>

namespace simulator {

enum class FaultKind {
    Status,
    Garbage,
    Redirect,
    Bomb,
    DropBeforeApply,
    CloseBeforeAnswer,
    ResetConnection,
    ResetMidBody,
    Stall,
    Truncate,
    BrokenChunk,
    Delay,
    Trickle,
    DoubledAnswer,
    OtherAnswer,
    HugeBody,
    LongError,
    ForeignNextLink,
    OddNextLink,
    EndlessPages,
    Partial206,
    SkewedDate,
    IgnoredPrefer,
    Edit,
    Page // changes what a page says, see pagefaults.h
};

struct KindEntry {
    QLatin1StringView name;
    FaultKind kind;
    bool applies; // unless the order says otherwise
    QLatin1StringView members; // "name:type name:type!": number, text, any, object or form; ! for those it needs
};

[[nodiscard]] QStringList faultKinds();
[[nodiscard]] const KindEntry *kindNamed(const QString &name); // nullptr: there is none
[[nodiscard]] QStringList formsOf(const KindEntry &kind); // that its member `form` can name

// What is wrong with the order's members, or nothing.
[[nodiscard]] QString problemOf(const KindEntry &kind, const QJsonObject &order);

} // namespace simulator
