// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A dense table of whole rows, made for keys: one current row, and marked rows that stay marked while the current row
// moves on. Columns can be moved, hidden, resized and sorted by. It moves
// nothing by itself: rows, scroll and current row stay where the person left them. GUI thread.

#include "columnroom.h"

#include <QTableView>

namespace widgets {

class RowView : public QTableView
{
    Q_OBJECT
public:
    explicit RowView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void setColumns(const ColumnPlan &plan);
    [[nodiscard]] QByteArray columnState() const;
    void restoreColumns(const QByteArray &state); // an unreadable state changes nothing
    [[nodiscard]] QByteArray place() const; // the current and the marked rows, by their ids
    void restorePlace(const QByteArray &place); // rows that are gone are left out
    // Two lines of text in a row instead of one.
    void setTallRows(bool tall);

    void step(int rows); // moves the current row; marked rows stay marked
    void toggleMark();
    void clearMarks();
    [[nodiscard]] bool isMarking() const { return m_marking; }
    [[nodiscard]] QModelIndexList targets() const; // marked rows, else the current one; column 0, top to bottom
    [[nodiscard]] int hoveredRow() const { return m_hovered; }
    void setPlaceholder(const QString &text); // where there are no rows
    // Puts the current row on the first row when there is none, or when the view is hidden and nobody has chosen another.
    void ensureCurrent();
    [[nodiscard]] bool isTouched() const { return m_touched; } // somebody has a place in it

    void keyboardSearch(const QString &) override { } // letters are commands here
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowOpened(const QModelIndex &index); // Enter or double click
    void targetsChanged();

protected:
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index, const QEvent *event) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    bool viewportEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void moveBy(int rows);
    void setHovered(int row);
    void updateRow(int row);
    void setMarking(bool marking);
    void measure();

    ColumnRoom *m_columns = nullptr;
    QString m_placeholder;
    int m_hovered = -1;
    bool m_tall = false;
    bool m_marking = false;
    bool m_touched = false;
};

} // namespace widgets
