// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What waits for a person: an entity whose evidence says pendingApproval, over all alerts that carry it. No public call
// lists AIR's pending actions, so the action and the expiry are inferred here and are labelled as inferred wherever they
// are shown. Pure; any thread.

#include "alert.h"

#include <QList>

#include <optional>

namespace domain {

inline constexpr qint64 pendingLifeSeconds = 7 * 24 * 3600; // Microsoft lets pending actions expire after a week

enum class ActionKind {
    MailMessage,
    MailCluster,
    InboxRule,
    MailForwarding,
    MailDelegation,
    Url,
    User,
    Device,
    File,
    Other
};

struct PendingAction {
    PendingActionId id;
    EntityKey entity;
    QString evidenceType;
    ActionKind kind = ActionKind::Other;
    IncidentId incident;
    QList<AlertId> alerts; // all that carry the entity, newest first
    Untrusted label;
    Word<Verdict> verdict;
    Untrusted remediationDetails;
    std::optional<MailAction> recommended; // inferred; nothing when no rule recommends one
    QString recommendationReason; // rule name behind `recommended` or its absence; worded in models/wording
    QList<MailTarget> targets; // the messages that are known by name; recipient may be empty for a cluster's
    qint64 mailCount = 0; // as frozen by the investigation; 1 for a message
    std::optional<MailLocation> latestLocation; // only when it was read; never the location at delivery
    std::optional<Moment> latestLocationAt;
    Moment firstSeen; // our first sight of the pending state, or the evidence's creation if that is later known
    Moment expires; // inferred: firstSeen + a week

    friend bool operator==(const PendingAction &, const PendingAction &) = default;
};

[[nodiscard]] PendingActionId pendingActionId(const QString &tenantId, const EntityKey &entity);
[[nodiscard]] ActionKind actionKind(const Evidence &evidence);

struct Recommendation {
    std::optional<MailAction> action;
    // "malware", "highConfidencePhish", "maliciousUrl", "maliciousFile"; or why not: "notMail", "verdictClean",
    // "spamOrPhish", "nothingMaliciousKnown"
    QString reason;
};
// Mission rule: mail actions are recommended only for malware, high-confidence phish, malicious URLs and files. Soft
// delete is what AIR recommends. `siblings` is the evidence of the same alert.
[[nodiscard]] Recommendation recommend(const Evidence &evidence, const QList<Evidence> &siblings);

// The pending actions of these alerts (of one incident or of many), merged by entity, those that expire first in front.
// One pending sighting makes an entity pending; the strongest verdict counts. firstSeen and expires come from
// `evidence.created` here; the store replaces them by its own first sight when that is earlier known.
[[nodiscard]] QList<PendingAction> pendingActions(const QString &tenantId, const QList<Alert> &alerts);

} // namespace domain

Q_DECLARE_METATYPE(domain::PendingAction)
