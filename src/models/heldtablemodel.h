// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A list that holds still while somebody works in it: what changes is updated in its place, what arrives waits, and what no
// longer belongs stays, marked outdated, until the person asks for a refresh, a filter or another order. Rows that jump away
// under a key press are how the wrong thing gets approved. GUI thread.

#include "tablemodel.h"

#include <QSet>

namespace models {

template <class Row>
class HeldTableModel : public TableModel<Row>
{
public:
    [[nodiscard]] int pendingArrivals() const { return int(m_arrivals.size()); }
    [[nodiscard]] int total() const { return int(m_all.size()); } // known, whatever the filter says
    [[nodiscard]] bool isOutdated(const QString &key) const { return m_outdated.contains(key); }
    void showArrivals(); // and drops what is outdated

protected:
    using TableModel<Row>::TableModel;

    [[nodiscard]] virtual bool accepts(const Row &row) const = 0;
    [[nodiscard]] virtual bool precedes(const Row &a, const Row &b) const = 0;
    virtual void held() = 0; // pendingArrivals() may have changed

    [[nodiscard]] const QHash<QString, Row> &all() const { return m_all; }
    void arrange(); // filters and sorts anew, by keyed diff
    void takeAll(const QList<Row> &rows); // everything there is; the first time it is shown at once
    void takeChanged(const QList<Row> &changed, const QList<QString> &gone = {});

private:
    void hold(const QString &key, const Row &row);
    void present(QList<Row> rows);
    [[nodiscard]] auto order() const
    {
        return [this](const Row &a, const Row &b) { return precedes(a, b); };
    }

    QHash<QString, Row> m_all;
    QSet<QString> m_arrivals;
    QSet<QString> m_outdated; // among the rows that are shown
    QSet<QString> m_changed; // among them too: their place may be another one
    bool m_wasFilled = false;
};

} // namespace models

#include "heldtablemodelbody.h"
