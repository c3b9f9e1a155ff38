// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencemodel.h"

#include "overlay.h"

#include <algorithm>

namespace models {

using domain::Alert;
using domain::Evidence;

namespace {

int rank(const EvidenceRow &row)
{
    if (row.action)
        return 0;
    switch (row.evidence.verdict.value) {
    case domain::Verdict::Malicious: return 1;
    case domain::Verdict::Suspicious: return 2;
    default: return 3;
    }
}

bool comesFirst(const EvidenceRow &a, const EvidenceRow &b)
{
    if (rank(a) != rank(b))
        return rank(a) < rank(b);
    if (a.evidence.type != b.evidence.type)
        return a.evidence.type < b.evidence.type;
    const int byLabel = a.evidence.label.raw().compare(b.evidence.label.raw(), Qt::CaseInsensitive);
    return byLabel != 0 ? byLabel < 0 : a.evidence.key < b.evidence.key;
}

} // namespace

QList<EvidenceRow> evidenceRows(const QString &tenantId, const QList<Alert> &alerts,
                                const QList<domain::PendingAction> &pending, const QList<domain::Decision> &decisions)
{
    QHash<domain::EntityKey, domain::PendingAction> actions;
    for (const domain::PendingAction &action : pending)
        actions.insert(action.entity, action);
    QHash<domain::EntityKey, EvidenceRow> rows;
    for (const Alert &alert : alerts) {
        for (const Evidence &evidence : alert.evidence) {
            EvidenceRow &row = rows[evidence.key];
            if (row.alerts.isEmpty()) // the newest alert has the last word
                row.evidence = evidence;
            if (row.alerts.isEmpty() || row.alerts.last() != alert.id)
                row.alerts.append(alert.id);
        }
    }
    QList<EvidenceRow> result = rows.values();
    for (EvidenceRow &row : result) {
        if (const auto action = actions.constFind(row.evidence.key); action != actions.constEnd())
            row.action = *action;
        const domain::PendingActionId id =
            row.action ? row.action->id : domain::pendingActionId(tenantId, row.evidence.key);
        row.decision = decisionOn(id, decisions);
    }
    std::sort(result.begin(), result.end(), comesFirst);
    return result;
}

} // namespace models
