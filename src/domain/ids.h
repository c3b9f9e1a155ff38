// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Identifiers as types of their own, so that an alert's id cannot be handed over where an incident's is meant.
// Text as the service wrote it; never parsed. Any thread.

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <compare>

namespace domain {

template <class Tag>
struct Id {
    QString text;

    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }
    friend bool operator==(const Id &, const Id &) = default;
    friend std::strong_ordering operator<=>(const Id &a, const Id &b) { return a.text.compare(b.text) <=> 0; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.text, seed); }
};

using IncidentId = Id<struct IncidentTag>; // "29": a decimal number as text
using AlertId = Id<struct AlertTag>;
using EntityKey = Id<struct EntityTag>; // ours: evidence has no id on the wire, see evidencekey.h
using PendingActionId = Id<struct PendingActionTag>; // ours: hex SHA-256 of tenant and entity key
using DecisionId = Id<struct DecisionTag>; // ours: a UUID without braces
using AttemptId = Id<struct AttemptTag>; // ours: a UUID; doubles as client-request-id

} // namespace domain

Q_DECLARE_METATYPE(domain::IncidentId)
Q_DECLARE_METATYPE(domain::AlertId)
Q_DECLARE_METATYPE(domain::PendingActionId)
Q_DECLARE_METATYPE(domain::DecisionId)
