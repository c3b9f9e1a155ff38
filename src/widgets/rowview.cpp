// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowview.h"

#include "label.h"
#include "theme.h"

#include <QClipboard>
#include <QDataStream>
#include <QGuiApplication>
#include <QHeaderView>
#include <QHoverEvent>
#include <QIODevice>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace widgets {

RowView::RowView(QWidget *parent)
    : QTableView(parent)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table
    setCornerButtonEnabled(false);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setAlternatingRowColors(false);
    viewport()->setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::Interactive);
    m_columns = new ColumnRoom(this);
    connect(header, &QHeaderView::sectionMoved, viewport(), QOverload<>::of(&QWidget::update));
    connect(this, &QTableView::activated, this, &RowView::rowOpened);
    measure();
}

void RowView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    m_columns->reset();
}

void RowView::setColumns(const ColumnPlan &plan) { m_columns->setPlan(plan); }

void RowView::setTallRows(bool tall)
{
    m_tall = tall;
    measure();
}

QByteArray RowView::columnState() const { return m_columns->state(); }

void RowView::restoreColumns(const QByteArray &state) { m_columns->restore(state); }

QByteArray RowView::place() const
{
    QStringList marked;
    if (m_marking) {
        const QModelIndexList rows = targets();
        for (const QModelIndex &row : rows)
            marked.append(row.data(models::IdRole).toString());
    }
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << currentIndex().data(models::IdRole).toString() << currentIndex().row() << marked;
    return state;
}

void RowView::restorePlace(const QByteArray &place)
{
    QString current;
    int row = -1;
    QStringList marked;
    QDataStream in(place);
    in >> current >> row >> marked;
    const auto find = [this](const QString &id) {
        const QModelIndexList found = model()->match(model()->index(0, 0), models::IdRole, id, 1, Qt::MatchExactly);
        return found.isEmpty() ? QModelIndex() : found.first();
    };
    if (!current.isEmpty())
        row = find(current).row();
    if (row < 0 || row >= model()->rowCount()) // gone; some rows have no id, and their number has to do
        return;
    m_touched = true;
    moveBy(currentIndex().isValid() ? row - currentIndex().row() : row + 1);
    if (marked.isEmpty())
        return;
    setMarking(true);
    selectionModel()->clearSelection();
    for (const QString &id : std::as_const(marked))
        selectionModel()->select(find(id), QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void RowView::measure()
{
    const int line = fontMetrics().height();
    const int pad = space(Space::Small, this);
    verticalHeader()->setMinimumSectionSize(line);
    verticalHeader()->setDefaultSectionSize(m_tall ? line * 2 + pad * 2 : line + pad * 2);
}

void RowView::step(int rows)
{
    m_touched = true;
    moveBy(rows);
}

void RowView::moveBy(int rows)
{
    if (!model() || model()->rowCount() == 0)
        return;
    const int from = currentIndex().isValid() ? currentIndex().row() : rows > 0 ? -1 : model()->rowCount();
    const int to = qBound(0, from + rows, model()->rowCount() - 1);
    int column = currentIndex().column();
    if (column < 0 || isColumnHidden(column))
        column = horizontalHeader()->logicalIndexAt(1);
    const QModelIndex index = model()->index(to, qMax(0, column));
    const auto flags = m_marking ? QItemSelectionModel::NoUpdate
                                 : QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;
    selectionModel()->setCurrentIndex(index, flags);
    scrollTo(index);
}

void RowView::toggleMark()
{
    if (!currentIndex().isValid())
        return;
    // The first press marks the row that is selected only because it is the current one.
    const bool first = !m_marking;
    setMarking(true);
    if (first)
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    else
        selectionModel()->select(currentIndex(), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
    if (selectionModel()->selectedRows().isEmpty())
        clearMarks();
}

void RowView::clearMarks()
{
    setMarking(false);
    if (currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    else
        selectionModel()->clearSelection();
}

void RowView::setMarking(bool marking)
{
    if (m_marking == marking)
        return;
    m_marking = marking;
    viewport()->update();
    Q_EMIT targetsChanged();
}

QModelIndexList RowView::targets() const
{
    if (!selectionModel())
        return {};
    QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty() && currentIndex().isValid())
        rows.append(currentIndex().siblingAtColumn(0));
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    return rows;
}

void RowView::ensureCurrent()
{
    if (!model() || model()->rowCount() == 0)
        return;
    const bool nobodysPlace = !m_touched && !isVisible();
    if (!currentIndex().isValid() || (nobodysPlace && currentIndex().row() > 0))
        moveBy(-model()->rowCount());
}

QSize RowView::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, verticalHeader()->defaultSectionSize() * 3};
}

QItemSelectionModel::SelectionFlags RowView::selectionCommand(const QModelIndex &index, const QEvent *event) const
{
    if (m_marking && event && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        if (!(key->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier)))
            return QItemSelectionModel::NoUpdate;
    }
    return QTableView::selectionCommand(index, event);
}

void RowView::keyPressEvent(QKeyEvent *event)
{
    m_touched = true;
    if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) { // to the first or last row, not column
        step(event->key() == Qt::Key_Home ? -model()->rowCount() : model()->rowCount());
        return;
    }
    if (event->matches(QKeySequence::Copy)) { // the cell, as it is shown, in one line
        if (currentIndex().isValid())
            QGuiApplication::clipboard()->setText(withoutIsolates(currentIndex().data().toString()));
        return;
    }
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        // Rows are whole: these scroll.
        QScrollBar *bar = horizontalScrollBar();
        const bool forward = (event->key() == Qt::Key_Right) != isRightToLeft();
        bar->setValue(bar->value() + (forward ? 1 : -1) * fontMetrics().averageCharWidth() * 8);
        return;
    }
    QTableView::keyPressEvent(event);
}

void RowView::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    viewport()->update();
}

void RowView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_placeholder.isEmpty() || !model() || model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(colours(palette()).muted);
    const int pad = space(Space::Large, this);
    painter.drawText(viewport()->rect().adjusted(pad, pad, -pad, -pad), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_placeholder);
}

void RowView::mousePressEvent(QMouseEvent *event)
{
    m_touched = true;
    if (event->button() == Qt::LeftButton)
        setMarking(bool(event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)));
    QTableView::mousePressEvent(event);
}

void RowView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    updateRow(previous.row());
    updateRow(current.row());
    Q_EMIT targetsChanged();
}

void RowView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT targetsChanged();
}

bool RowView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverEnter)
        setHovered(rowAt(static_cast<QHoverEvent *>(event)->position().toPoint().y()));
    else if (event->type() == QEvent::HoverLeave || event->type() == QEvent::Leave)
        setHovered(-1);
    return QTableView::viewportEvent(event);
}

void RowView::setHovered(int row)
{
    if (m_hovered == row)
        return;
    updateRow(m_hovered);
    m_hovered = row;
    updateRow(m_hovered);
}

void RowView::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(QRect(0, rowViewportPosition(row), viewport()->width(), rowHeight(row)));
}

void RowView::hideEvent(QHideEvent *event)
{
    QTableView::hideEvent(event);
    if (currentIndex().row() <= 0) // who left at the top comes back to the top
        m_touched = false;
}

void RowView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_columns->fit();
}

void RowView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        measure();
}

} // namespace widgets
