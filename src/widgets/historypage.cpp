// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "historypage.h"

#include "ui_historypage.h"

#include "celldelegate.h"
#include "emptystate.h"

#include "models/wording.h"

#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QSortFilterProxyModel>

using namespace Qt::StringLiterals;

namespace widgets {

HistoryPage::HistoryPage(const Materials &materials, const Commands &commands, QWidget *parent)
    : Page(parent)
    , m_ui(std::make_unique<Ui::HistoryPage>())
    , m_model(materials.models.history())
    , m_found(new QSortFilterProxyModel(this))
{
    m_ui->setupUi(this);
    m_ui->filter->setPlaceholder(tr("Find in the history"));
    m_ui->count->setTone(Tone::Muted);
    m_empty = new EmptyState(commands, m_ui->emptyPage);
    m_ui->emptyColumn->addWidget(m_empty);
    m_found->setSourceModel(m_model);
    m_found->setFilterKeyColumn(-1);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    setUpRows();
    connect(m_ui->filter, &FilterLine::changed, this, [this](const QString &text) {
        m_found->setFilterFixedString(text.trimmed());
        updateState();
    });
    connect(m_ui->filter, &FilterLine::left, this, &HistoryPage::enter);
    connect(m_model, &models::HistoryModel::loaded, this, &HistoryPage::updateState);
    connect(m_model, &models::HistoryModel::failed, this,
            [this](const domain::Error &error) { Q_EMIT told({Message::Kind::Error, models::sentence(error), {}}); });
    updateState();
}

HistoryPage::~HistoryPage() = default;

void HistoryPage::setUpRows()
{
    using Column = models::HistoryModel::Column;
    RowView *rows = m_ui->rows;
    rows->setItemDelegate(new CellDelegate(rows));
    rows->setModel(m_found);
    rows->setColumns({.widths = {{int(Column::At), 24}, {int(Column::Event), 30}, {int(Column::What), 18}, {int(Column::Entity), 26},
                                 {int(Column::Incident), 10}, {int(Column::Who), 24}, {int(Column::State), 24}, {int(Column::RequestId), 20}},
                      .flexible = int(Column::Entity),
                      .yielding = {int(Column::State), int(Column::Incident), int(Column::Who)},
                      .hidden = {int(Column::RequestId)}});
    connect(rows, &RowView::targetsChanged, this, &Page::offersChanged);
    connect(rows, &RowView::rowOpened, this, [this] { carryOut(Command::Open); });
}

domain::IncidentId HistoryPage::current() const
{
    const QModelIndex index = m_ui->rows->currentIndex();
    return {index.isValid() ? index.data(models::IncidentRole).toString() : QString()};
}

CommandSet HistoryPage::offers() const
{
    CommandSet all = {Command::FocusFilter, Command::Back};
    if (m_found->rowCount() > 0)
        all += {Command::NextRow, Command::PreviousRow};
    if (!m_ui->filter->text().isEmpty())
        all.insert(Command::ClearFilter);
    if (!current().isEmpty())
        all += {Command::Open, Command::OpenPortal};
    return all;
}

void HistoryPage::carryOut(Command command)
{
    switch (command) {
    case Command::NextRow: m_ui->rows->step(1); break;
    case Command::PreviousRow: m_ui->rows->step(-1); break;
    case Command::FocusFilter: m_ui->filter->focusText(); break;
    case Command::ClearFilter: m_ui->filter->setText({}); break;
    case Command::Back: enter(); break;
    case Command::Open: Q_EMIT incidentRequested(current()); break;
    case Command::OpenPortal: Q_EMIT portalRequested(current()); break;
    default: break;
    }
}

void HistoryPage::enter()
{
    m_ui->rows->ensureCurrent();
    if (m_found->rowCount() > 0)
        m_ui->rows->setFocus(Qt::OtherFocusReason);
    else if (!m_ui->filter->text().isEmpty())
        m_ui->filter->focusText();
    else
        setFocus(Qt::OtherFocusReason); // letters are commands while rows are awaited
}

void HistoryPage::updateState()
{
    const int rows = m_found->rowCount();
    const bool waited = isWaitingForRows(m_ui->emptyPage);
    m_ui->stack->setCurrentWidget(rows > 0 ? m_ui->rowsPage : m_ui->emptyPage);
    if (rows > 0 && waited)
        enter();
    if (rows == 0 && m_model->rowCount() > 0)
        m_empty->tell({.icon = u"search"_s, .title = tr("Nothing in the history has this text"), .first = Command::ClearFilter});
    else if (rows == 0)
        m_empty->tell({.icon = u"history"_s,
                       .title = tr("Nothing has been decided here yet"),
                       .text = tr("Every decision, every sending and every proof is kept here.")});
    m_ui->rows->ensureCurrent();
    m_ui->count->setText(rows == 1 ? tr("1 entry") : tr("%Ln entries", nullptr, rows));
    Q_EMIT offersChanged();
}

QByteArray HistoryPage::layoutState() const { return m_ui->rows->columnState(); }

void HistoryPage::restoreLayout(const QByteArray &state) { m_ui->rows->restoreColumns(state); }

QByteArray HistoryPage::place() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << m_ui->filter->text() << m_ui->rows->place();
    return state;
}

void HistoryPage::restorePlace(const QByteArray &place)
{
    QString text;
    QByteArray row;
    QDataStream in(place);
    in >> text >> row;
    m_ui->filter->setText(text);
    m_ui->rows->restorePlace(row);
}

} // namespace widgets
