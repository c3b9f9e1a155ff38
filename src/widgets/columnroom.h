// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who gets how much of a row view's width. One flexible column takes what the others leave; while the view is too narrow for
// all of them the less important columns give way, and come back when there is room. What a person hides stays hidden, what
// a person asks for stays. GUI thread.

#include <QHash>
#include <QObject>
#include <QSet>

class QHeaderView;
class QTableView;

namespace widgets {

struct ColumnPlan {
    QHash<int, int> widths {}; // in average characters, by logical column; the flexible column's is its least width
    int flexible = -1;
    QList<int> yielding {}; // give way while there is no room, the first one first
    QList<int> hidden {}; // at first
};

class ColumnRoom : public QObject
{
    Q_OBJECT
public:
    explicit ColumnRoom(QTableView *view);

    void setPlan(const ColumnPlan &plan);
    void reset(); // as the plan says
    void fit(); // the view has another width
    [[nodiscard]] QByteArray state(); // what a person has arranged, without what gives way just now
    void restore(const QByteArray &state); // an unreadable state changes nothing
    void showMenu(const QPoint &where); // in the header

private:
    [[nodiscard]] QHeaderView *header() const;
    [[nodiscard]] int plannedFor(int characters) const;
    [[nodiscard]] int roomFor(int column) const;
    [[nodiscard]] int leastOf(int column) const; // px
    void fillFlexible();
    void bringBack();
    void showColumn(int column, bool shown);

    QTableView *m_view;
    ColumnPlan m_plan;
    QSet<int> m_gone; // gave way
    QSet<int> m_insisted; // a person has asked for them
    bool m_fitting = false;
};

} // namespace widgets
