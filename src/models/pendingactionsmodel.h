// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Approvals: what waits for a person, over all incidents, soonest expiry first. It holds still (see heldtablemodel.h): an
// action that no longer waits stays in its place, outdated, so that no key press meets another one. Action and expiry are
// inferred and say so. GUI thread.

#include "heldtablemodel.h"
#include "itemroles.h"
#include "timetext.h"

#include "domain/changes.h"
#include "domain/clock.h"
#include "domain/decision.h"
#include "domain/error.h"
#include "domain/filter.h"
#include "store/readers.h"

namespace models {

struct PendingActionRow {
    domain::PendingAction action;
    domain::QueueRow incident; // default when it is not in the cache
    std::optional<domain::Decision> decision; // newest about it, open or final
    bool waits = true; // false: the service no longer says so

    friend bool operator==(const PendingActionRow &, const PendingActionRow &) = default;
};

class PendingActionsModel final : public HeldTableModel<PendingActionRow>
{
    Q_OBJECT
public:
    enum class Column { Action, Entity, Mails, Location, Verdict, Severity, Incident, Expires, Decision };

    PendingActionsModel(store::Readers &readers, const domain::Clock &clock, QObject *parent = nullptr);

    void load(); // also after the cache or the ledger changed
    void takeChanges(const domain::Changes &changes);
    void takeLedgerChange();
    void setFilter(const domain::Filter &filter);
    void setMe(const QString &upn);
    void refreshTimes();

    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] int undecided() const; // of all that wait: the number on the page's tab

Q_SIGNALS:
    void loaded();
    void changed(); // after each reading
    void arrivalsChanged(int waiting);
    void failed(const domain::Error &error);

protected:
    [[nodiscard]] QString keyOf(const PendingActionRow &row) const override { return row.action.id.text; }
    [[nodiscard]] QVariant cell(const PendingActionRow &row, int column, int role) const override;
    [[nodiscard]] bool accepts(const PendingActionRow &row) const override;
    [[nodiscard]] bool precedes(const PendingActionRow &a, const PendingActionRow &b) const override;
    void held() override;

private:
    void take(const domain::Result<QList<PendingActionRow>> &rows);
    [[nodiscard]] QList<PendingActionRow> withThoseGone(QList<PendingActionRow> waiting) const;
    void refreshContext();
    [[nodiscard]] static bool isRefusedOrCancelled(const domain::Decision &decision);
    [[nodiscard]] QVariant display(const PendingActionRow &row, Column column) const;
    [[nodiscard]] QVariant secondLine(const PendingActionRow &row, Column column) const;
    [[nodiscard]] QVariant sortValue(const PendingActionRow &row, Column column) const;
    [[nodiscard]] Tone tone(const PendingActionRow &row, Column column) const;

    store::Readers &m_readers;
    const domain::Clock &m_clock;
    TimeText m_times;
    domain::Filter m_filter;
    domain::FilterContext m_context;
    bool m_isLoaded = false;
    bool m_isReading = false;
    bool m_readAgain = false;
};

} // namespace models
