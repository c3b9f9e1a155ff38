// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The queue: every incident of the cache that the filter accepts, in one order, kept in memory as an index of rows. It holds
// still (see heldtablemodel.h): new incidents wait behind pendingArrivals() until showArrivals(). Fields with a decision
// that is not proved show what was decided, marked. GUI thread.

#include "heldtablemodel.h"
#include "overlay.h"
#include "timetext.h"

#include "domain/changes.h"
#include "domain/clock.h"
#include "domain/error.h"
#include "domain/filter.h"
#include "store/readers.h"

#include <memory>

namespace models {

// A row and its texts, made when they are first shown: painting neither formats nor allocates. Shared between lists.
struct QueueEntry {
    domain::QueueRow row;
    Overlay overlay;

    struct Texts;
    mutable std::shared_ptr<const Texts> texts;
};
using QueueEntryPointer = std::shared_ptr<const QueueEntry>;

class QueueModel final : public HeldTableModel<QueueEntryPointer>
{
    Q_OBJECT
public:
    enum class Column {
        Severity,
        Id,
        Name,
        Status,
        Assignee,
        Tags,
        Pending,
        Expires,
        Alerts,
        Sources,
        Classification,
        Priority,
        Updated,
        Created,
    };

    QueueModel(store::Readers &readers, const domain::Clock &clock, QObject *parent = nullptr);

    void load(); // all of it, from the cache
    void takeChanges(const domain::Changes &changes); // of Engine::cacheChanged
    void setOpenDecisions(const QList<domain::Decision> &open); // of OutboxModel
    void setFilter(const domain::Filter &filter);
    void setSort(domain::SortKey key);
    void setMe(const QString &upn); // for assignee:me
    void refreshTimes();

    [[nodiscard]] domain::SortKey sortKey() const { return m_sort; }
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] bool isSettled() const { return m_isLoaded && !m_isReading; } // no change is waiting to be read
    [[nodiscard]] const domain::QueueRow &incident(int row) const { return at(row)->row; }
    [[nodiscard]] std::optional<domain::QueueRow> find(const domain::IncidentId &id) const; // shown or not
    void sort(int column, Qt::SortOrder order) override; // for a header; columns without an order are ignored
    [[nodiscard]] static std::optional<domain::SortKey::Field> sortField(int column);

Q_SIGNALS:
    void loaded();
    void arrivalsChanged(int waiting);
    void failed(const domain::Error &error);

protected:
    [[nodiscard]] QString keyOf(const QueueEntryPointer &entry) const override { return entry->row.id.text; }
    [[nodiscard]] QVariant cell(const QueueEntryPointer &entry, int column, int role) const override;
    [[nodiscard]] bool accepts(const QueueEntryPointer &entry) const override;
    [[nodiscard]] bool precedes(const QueueEntryPointer &a, const QueueEntryPointer &b) const override;
    void held() override;

private:
    void takeQueue(const domain::Result<QList<domain::QueueRow>> &rows);
    void readChanged();
    void takeRows(const QSet<domain::IncidentId> &asked, const domain::Result<QList<domain::QueueRow>> &rows);
    void refreshContext();
    [[nodiscard]] QueueEntryPointer entryFor(const domain::QueueRow &row) const;
    [[nodiscard]] const QueueEntry::Texts &texts(const QueueEntry &entry) const;

    store::Readers &m_readers;
    const domain::Clock &m_clock;
    TimeText m_times;
    domain::Filter m_filter;
    domain::SortKey m_sort;
    domain::FilterContext m_context;
    QHash<domain::IncidentId, QList<domain::Decision>> m_open;
    QSet<domain::IncidentId> m_toRead; // changed while a question was under way
    bool m_isReading = false;
    bool m_isLoaded = false;
    int m_arrivalsTold = 0;
    int m_minute = 0; // counts refreshTimes()
};

} // namespace models
