// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "columnroom.h"

#include "theme.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTableView>

namespace widgets {

ColumnRoom::ColumnRoom(QTableView *view)
    : QObject(view)
    , m_view(view)
{
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header(), &QHeaderView::customContextMenuRequested, this, &ColumnRoom::showMenu);
    connect(header(), &QHeaderView::sectionResized, this, [this](int column) {
        if (column != m_plan.flexible)
            fillFlexible();
    });
}

QHeaderView *ColumnRoom::header() const { return m_view->horizontalHeader(); }

void ColumnRoom::setPlan(const ColumnPlan &plan)
{
    m_plan = plan;
    reset();
}

void ColumnRoom::reset()
{
    if (!m_view->model())
        return;
    header()->setMinimumSectionSize(plannedFor(3));
    m_gone.clear();
    m_insisted.clear();
    {
        const QScopedValueRollback busy(m_fitting, true);
        for (int column = 0; column < header()->count(); ++column)
            m_view->setColumnHidden(column, m_plan.hidden.contains(column));
        for (auto width = m_plan.widths.cbegin(); width != m_plan.widths.cend(); ++width)
            m_view->setColumnWidth(width.key(), roomFor(width.key()));
    }
    fit();
}

int ColumnRoom::plannedFor(int characters) const
{
    return characters * m_view->fontMetrics().averageCharWidth() + cellPadding(m_view->fontMetrics()) * 2;
}

// As planned, or as the title needs it in the language of the window.
int ColumnRoom::roomFor(int column) const
{
    const QString title = m_view->model()->headerData(column, Qt::Horizontal).toString();
    const int titles = header()->fontMetrics().horizontalAdvance(title) + cellPadding(header()->fontMetrics()) * 2;
    return qMax(plannedFor(m_plan.widths.value(column)), titles);
}

int ColumnRoom::leastOf(int column) const
{
    return column == m_plan.flexible ? m_plan.widths.value(column, 12) * m_view->fontMetrics().averageCharWidth() : header()->sectionSize(column);
}

void ColumnRoom::fit()
{
    if (m_fitting || !m_view->model())
        return;
    {
        const QScopedValueRollback busy(m_fitting, true);
        bringBack();
        int wanted = 0;
        for (int column = 0; column < header()->count(); ++column)
            wanted += header()->isSectionHidden(column) ? 0 : leastOf(column);
        for (const int column : std::as_const(m_plan.yielding)) {
            if (wanted <= m_view->viewport()->width())
                break;
            if (header()->isSectionHidden(column) || m_insisted.contains(column))
                continue;
            wanted -= leastOf(column);
            m_view->setColumnHidden(column, true);
            m_gone.insert(column);
        }
    }
    fillFlexible();
}

void ColumnRoom::bringBack()
{
    for (const int column : std::as_const(m_gone))
        m_view->setColumnHidden(column, false);
    m_gone.clear();
}

void ColumnRoom::fillFlexible()
{
    if (m_fitting || !m_view->model() || m_plan.flexible < 0 || header()->isSectionHidden(m_plan.flexible))
        return;
    int others = 0;
    for (int column = 0; column < header()->count(); ++column)
        others += column == m_plan.flexible ? 0 : header()->sectionSize(column); // nothing for a hidden one
    const QScopedValueRollback busy(m_fitting, true);
    m_view->setColumnWidth(m_plan.flexible, qMax(leastOf(m_plan.flexible), m_view->viewport()->width() - others));
}

QByteArray ColumnRoom::state()
{
    {
        const QScopedValueRollback busy(m_fitting, true);
        bringBack();
    }
    const QByteArray whole = header()->saveState();
    fit();
    return whole;
}

void ColumnRoom::restore(const QByteArray &state)
{
    {
        const QScopedValueRollback busy(m_fitting, true);
        bringBack();
        const QByteArray before = header()->saveState();
        if (!state.isEmpty() && !header()->restoreState(state))
            header()->restoreState(before);
        // Nobody has chosen a width that is the planned one, and the title may be longer now.
        for (auto width = m_plan.widths.cbegin(); width != m_plan.widths.cend(); ++width)
            if (header()->sectionSize(width.key()) == plannedFor(width.value()))
                m_view->setColumnWidth(width.key(), roomFor(width.key()));
    }
    fit();
}

void ColumnRoom::showColumn(int column, bool shown)
{
    m_gone.remove(column);
    if (shown)
        m_insisted.insert(column);
    else
        m_insisted.remove(column);
    m_view->setColumnHidden(column, !shown);
    fit();
}

void ColumnRoom::showMenu(const QPoint &where)
{
    auto *menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int visual = 0; visual < header()->count(); ++visual) {
        const int column = header()->logicalIndex(visual);
        QString name = m_view->model()->headerData(column, Qt::Horizontal).toString();
        QAction *entry = menu->addAction(name.replace(QLatin1Char('&'), QStringLiteral("&&")));
        entry->setCheckable(true);
        entry->setChecked(!header()->isSectionHidden(column));
        entry->setEnabled(column != m_plan.flexible); // the column that names the row stays
        connect(entry, &QAction::toggled, this, [this, column](bool shown) { showColumn(column, shown); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Columns as at first")), &QAction::triggered, this, [this] {
        for (int column = 0; column < header()->count(); ++column)
            header()->moveSection(header()->visualIndex(column), column);
        reset();
    });
    menu->popup(header()->mapToGlobal(where));
}

} // namespace widgets
