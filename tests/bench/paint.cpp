// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sees move: the queue page of the whole window against a plain QTableView of the same size, columns and
// texts under the same style; both are painted at once, into memory. A keystroke is a filter that changes and the rows
// painted after it; its peer filters by QSortFilterProxyModel.
#include "bench/reading.h"
#include "bench/subjects.h"

#include "models/desk.h"
#include "models/modelset.h"
#include "store/ledger.h"
#include "widgets/fakeengine.h"
#include "widgets/mainwindow.h"
#include "widgets/rowview.h"
#include "widgets/theme.h"
#include "widgets/visible.h"

#include <QApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTest>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int patience = 60'000; // milliseconds
constexpr int framesARound = 40;
constexpr int mostKeystrokes = 3; // the peer takes seconds for one
constexpr QSize windowSize(1600, 1000);

std::unique_ptr<store::Ledger> ledgerIn(const QString &folder, domain::Clock &clock)
{
    auto ledger = store::Ledger::open(folder, clock);
    if (!ledger)
        giveUp(u"the ledger cannot be opened: "_s + ledger.error().detail);
    return std::move(*ledger);
}

// A window whose engine does nothing.
class Office
{
public:
    explicit Office(const World &world)
        : m_reading(world)
        , m_ledger(ledgerIn(world.folder, m_reading.clock))
        , m_engine(*m_ledger)
        , m_models(m_reading.readers, m_reading.clock)
        , m_desk(m_engine, m_reading.readers, m_reading.clock)
        , m_window({m_engine, m_models, m_desk, m_reading.clock, world.tenant})
    {
        load(queue());
        m_window.resize(windowSize);
        m_window.show();
        if (!QTest::qWaitForWindowExposed(&m_window, patience) || !rows())
            giveUp(u"the window does not show rows"_s);
    }

    [[nodiscard]] models::QueueModel &queue() { return *m_models.queue(); }
    [[nodiscard]] widgets::RowView *rows() const { return fixture::visibleChild<widgets::RowView>(m_window, u"rows"_s); }

private:
    Reading m_reading;
    std::unique_ptr<store::Ledger> m_ledger;
    fixture::FakeEngine m_engine;
    models::ModelSet m_models;
    models::Desk m_desk;
    widgets::MainWindow m_window;
};

// Looks like the rows of the page as far as a QTableView does by itself.
class PlainView
{
public:
    PlainView(const widgets::RowView &like, QAbstractItemModel &model)
    {
        m_view.setModel(&model);
        m_view.setShowGrid(false);
        m_view.setWordWrap(false);
        m_view.setSelectionBehavior(QAbstractItemView::SelectRows);
        m_view.setFont(like.font());
        m_view.verticalHeader()->hide();
        m_view.verticalHeader()->setMinimumSectionSize(like.verticalHeader()->minimumSectionSize());
        m_view.verticalHeader()->setDefaultSectionSize(like.verticalHeader()->defaultSectionSize());
        for (int column = 0; column < model.columnCount(); ++column) {
            m_view.setColumnHidden(column, like.isColumnHidden(column));
            if (!like.isColumnHidden(column))
                m_view.setColumnWidth(column, like.columnWidth(column));
        }
        m_view.resize(like.size());
        m_view.show();
        if (!QTest::qWaitForWindowExposed(&m_view, patience))
            giveUp(u"a plain table is not shown"_s);
    }

    [[nodiscard]] QTableView &view() { return m_view; }

private:
    QTableView m_view;
};

// A frame after each step of a scroll that goes round.
double frame(QAbstractItemView &view, int rows)
{
    QScrollBar *bar = view.verticalScrollBar();
    bar->setValue(bar->minimum());
    const int step = rows > 0 ? rows : bar->pageStep();
    return milliseconds([&] {
               for (int i = 0; i < framesARound; ++i) {
                   bar->setValue(bar->value() + step > bar->maximum() ? bar->minimum() : bar->value() + step);
                   view.viewport()->repaint();
               }
           })
        / framesARound;
}

QList<Comparison> measureFrames(const World &world, int rounds)
{
    Office office(world);
    PlainTable texts(office.queue());
    PlainView plain(*office.rows(), texts);
    const auto compared = [&](const QString &name, const QString &subject, int step) {
        return compare({.name = name, .subject = subject, .peer = u"plain QTableView of the same texts"_s, .unit = u"ms"_s}, rounds,
                       [&, step] { return frame(*office.rows(), step); }, [&, step] { return frame(plain.view(), step); });
    };
    return {compared(u"paint.page"_s, u"scroll the queue by a page, one frame"_s, 0),
            compared(u"paint.lines"_s, u"scroll the queue by three rows, one frame"_s, 3)};
}

Comparison measureKeystroke(const World &world, int rounds)
{
    Office office(world);
    office.queue().setFilter({});
    PlainTable texts(office.queue());
    QSortFilterProxyModel proxy;
    proxy.setFilterKeyColumn(int(models::QueueModel::Column::Name));
    proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    proxy.setSourceModel(&texts);
    PlainView plain(*office.rows(), proxy);
    const domain::Filter filter = filterFor(u"phish"_s);
    const Comparison what {.name = u"paint.keystroke.%1"_s.arg(world.incidents),
                           .subject = u"filter by \"phish\", then paint the rows"_s,
                           .peer = u"QSortFilterProxyModel under a plain QTableView"_s,
                           .unit = u"ms"_s};
    return compare(what, std::min(rounds, mostKeystrokes),
                   [&] {
                       office.queue().setFilter({});
                       return milliseconds([&] {
                           office.queue().setFilter(filter);
                           office.rows()->viewport()->repaint();
                       });
                   },
                   [&] {
                       proxy.setFilterFixedString({});
                       return milliseconds([&] {
                           proxy.setFilterFixedString(u"phish"_s);
                           plain.view().viewport()->repaint();
                       });
                   });
}

} // namespace

QList<Comparison> measurePaint(const Order &order, Worlds &worlds)
{
    widgets::applyTheme(*qApp, widgets::Scheme::Light);
    QList<Comparison> all = measureFrames(worlds.of(order.sizes.constFirst()), order.rounds);
    for (const int size : order.sizes)
        all.append(measureKeystroke(worlds.of(size), order.rounds));
    return all;
}

} // namespace bench
