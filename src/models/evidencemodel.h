// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Evidence and response of one incident: each entity once, over all its alerts, with what waits for a person and what was
// decided about it. Given finished values by IncidentModel. GUI thread.

#include "itemroles.h"
#include "tablemodel.h"
#include "timetext.h"

#include "domain/alert.h"
#include "domain/decision.h"
#include "domain/pendingaction.h"

namespace models {

struct EvidenceRow {
    domain::Evidence evidence; // as the newest alert has it
    QList<domain::AlertId> alerts; // newest first
    std::optional<domain::PendingAction> action; // while it waits
    std::optional<domain::Decision> decision; // newest about it, open or final

    friend bool operator==(const EvidenceRow &, const EvidenceRow &) = default;
};

// What waits comes first, then the malicious. Alerts newest first.
[[nodiscard]] QList<EvidenceRow> evidenceRows(const QString &tenantId, const QList<domain::Alert> &alerts,
                                              const QList<domain::PendingAction> &pending,
                                              const QList<domain::Decision> &decisions);

class EvidenceModel final : public TableModel<EvidenceRow>
{
    Q_OBJECT
public:
    enum class Column { Entity, Type, Verdict, Remediation, Action, Decision, Alerts, FirstSeen };

    explicit EvidenceModel(QObject *parent = nullptr);

    void setEvidence(const QList<EvidenceRow> &rows, domain::Moment now);
    void setNow(domain::Moment now);

protected:
    [[nodiscard]] QString keyOf(const EvidenceRow &row) const override { return row.evidence.key.text; }
    [[nodiscard]] QVariant cell(const EvidenceRow &row, int column, int role) const override;

private:
    [[nodiscard]] QVariant display(const EvidenceRow &row, Column column) const;
    [[nodiscard]] QVariant secondLine(const EvidenceRow &row, Column column) const;
    [[nodiscard]] QVariant sortValue(const EvidenceRow &row, Column column) const;
    [[nodiscard]] Tone tone(const EvidenceRow &row, Column column) const;

    TimeText m_times;
    domain::Moment m_now;
};

} // namespace models
