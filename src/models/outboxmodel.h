// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The outbox: decisions that are not finished, oldest first, and those that finished while somebody looked, until they are
// dismissed. Also what the other models lay over the server's truth. GUI thread.

#include "tablemodel.h"
#include "timetext.h"

#include "domain/clock.h"
#include "domain/decision.h"
#include "domain/error.h"
#include "store/readers.h"

namespace models {

class OutboxModel final : public TableModel<domain::Decision>
{
    Q_OBJECT
public:
    enum class Column { State, What, Entity, Incident, Decided, Next, Who };

    OutboxModel(store::Readers &readers, const domain::Clock &clock, QObject *parent = nullptr);

    void load(); // also after the ledger changed
    void dismissFinished();
    void refreshTimes(); // once in a while: texts with an age in them

    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] QList<domain::Decision> open() const; // rows that are not final
    [[nodiscard]] std::optional<domain::Decision> newestHeld() const; // what undo takes back
    [[nodiscard]] int needingPerson() const; // stale and needs-person: the number on the page's tab

Q_SIGNALS:
    void changed(); // the set of decisions or one of their states
    void failed(const domain::Error &error);

protected:
    [[nodiscard]] QString keyOf(const domain::Decision &decision) const override { return decision.id.text; }
    [[nodiscard]] QVariant cell(const domain::Decision &decision, int column, int role) const override;

private:
    void take(QList<domain::Decision> decisions);
    [[nodiscard]] QVariant display(const domain::Decision &decision, Column column) const;

    store::Readers &m_readers;
    const domain::Clock &m_clock;
    TimeText m_times;
    bool m_isLoaded = false;
};

} // namespace models
