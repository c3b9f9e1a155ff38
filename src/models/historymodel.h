// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What was decided, sent, answered and proved, newest first: the audit entries of the ledger as a table. GUI thread.

#include "tablemodel.h"
#include "timetext.h"

#include "domain/clock.h"
#include "domain/error.h"
#include "store/readers.h"

namespace models {

class HistoryModel final : public TableModel<store::HistoryEntry>
{
    Q_OBJECT
public:
    enum class Column { At, Event, What, Entity, Incident, Who, State, RequestId };

    HistoryModel(store::Readers &readers, const domain::Clock &clock, QObject *parent = nullptr);

    void load(); // also after the ledger changed
    void refreshTimes();
    void setLimit(int entries); // 2,000 unless told
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

Q_SIGNALS:
    void loaded();
    void failed(const domain::Error &error);

protected:
    [[nodiscard]] QString keyOf(const store::HistoryEntry &entry) const override { return QString::number(entry.seq); }
    [[nodiscard]] QVariant cell(const store::HistoryEntry &entry, int column, int role) const override;

private:
    [[nodiscard]] QVariant display(const store::HistoryEntry &entry, Column column) const;

    store::Readers &m_readers;
    const domain::Clock &m_clock;
    TimeText m_times;
    int m_limit = 2'000;
    bool m_isLoaded = false;
};

} // namespace models
