// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Bodies of HeldTableModel, see heldtablemodel.h.

#include "heldtablemodel.h"

#include <algorithm>

namespace models {

template <class Row>
void HeldTableModel<Row>::arrange()
{
    QList<Row> shown;
    for (const Row &row : std::as_const(m_all)) {
        if (accepts(row))
            shown.append(row);
    }
    std::sort(shown.begin(), shown.end(), order());
    present(std::move(shown));
}

// Most rows are in their order already, and a first pull comes here with every page.
template <class Row>
void HeldTableModel<Row>::showArrivals()
{
    QList<Row> inOrder;
    QList<Row> others;
    for (const Row &row : this->rows()) {
        const QString key = this->keyOf(row);
        if (m_all.contains(key) && accepts(row))
            (m_changed.contains(key) ? others : inOrder).append(row);
    }
    for (auto known = m_all.cbegin(); known != m_all.cend(); ++known) {
        if (this->rowOf(known.key()) < 0 && accepts(known.value()))
            others.append(known.value());
    }
    std::sort(others.begin(), others.end(), order());
    QList<Row> shown;
    shown.reserve(inOrder.size() + others.size());
    std::merge(inOrder.cbegin(), inOrder.cend(), others.cbegin(), others.cend(), std::back_inserter(shown), order());
    present(std::move(shown));
}

template <class Row>
void HeldTableModel<Row>::present(QList<Row> rows)
{
    m_arrivals.clear();
    m_outdated.clear();
    m_changed.clear();
    this->show(std::move(rows));
    held();
}

template <class Row>
void HeldTableModel<Row>::takeAll(const QList<Row> &rows)
{
    QHash<QString, Row> now;
    now.reserve(rows.size());
    for (const Row &row : rows)
        now.insert(this->keyOf(row), row);
    QList<QString> gone;
    for (auto known = m_all.cbegin(); known != m_all.cend(); ++known) {
        if (!now.contains(known.key()))
            gone.append(known.key());
    }
    if (m_wasFilled)
        return takeChanged(rows, gone);
    m_wasFilled = true;
    m_all = std::move(now);
    arrange();
}

template <class Row>
void HeldTableModel<Row>::takeChanged(const QList<Row> &changed, const QList<QString> &gone)
{
    for (const Row &row : changed) {
        const QString key = this->keyOf(row);
        m_all.insert(key, row);
        hold(key, row);
    }
    for (const QString &key : gone) {
        m_all.remove(key);
        m_arrivals.remove(key);
        if (const int row = this->rowOf(key); row >= 0 && !m_outdated.contains(key)) {
            m_outdated.insert(key);
            this->touch(row, row);
        }
    }
    held();
}

template <class Row>
void HeldTableModel<Row>::hold(const QString &key, const Row &row)
{
    const bool fits = accepts(row);
    const int shownAt = this->rowOf(key);
    if (shownAt < 0) {
        if (fits)
            m_arrivals.insert(key);
        else
            m_arrivals.remove(key);
        return;
    }
    const bool was = m_outdated.contains(key);
    if (fits)
        m_outdated.remove(key);
    else
        m_outdated.insert(key);
    if (!(this->at(shownAt) == row))
        m_changed.insert(key);
    else if (was != fits)
        return;
    this->replace(shownAt, row);
}

} // namespace models
