// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "approvalspage.h"

#include "ui_approvalspage.h"

#include "celldelegate.h"
#include "emptystate.h"
#include "reviewpanel.h"
#include "typed.h"

#include "models/wording.h"

#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace widgets {

using domain::DecisionKind;
ApprovalsPage::ApprovalsPage(const Materials &materials, const Commands &commands, QWidget *parent)
    : Page(parent)
    , m_ui(std::make_unique<Ui::ApprovalsPage>())
    , m_materials(materials)
    , m_model(materials.models.approvals())
    , m_pull(materials.engine.pullState())
{
    m_ui->setupUi(this);
    m_ui->strip->setCommands(commands, {Command::Approve, Command::Reject, Command::MarkHandled, Command::ReadLocation, Command::Open}, true);
    m_ui->filter->setPlaceholder(tr("Filter, for example  severity:high expires:<2d \"invoice\""));
    m_ui->count->setTone(Tone::Muted);
    m_empty = new EmptyState(commands, m_ui->emptyPage);
    m_ui->emptyColumn->addWidget(m_empty);
    m_review = new ReviewPanel(materials, m_ui->reviewSide);
    m_ui->reviewColumn->addWidget(m_review);
    m_ui->reviewSide->hide();
    m_ui->splitter->setStretchFactor(0, 5);
    m_ui->splitter->setStretchFactor(1, 4);
    setUpRows();
    connect(m_review, &ReviewPanel::told, this, &Page::told);
    connect(m_review, &Panel::dismissed, this, &ApprovalsPage::closeReview);
    connect(m_ui->filter, &FilterLine::changed, this, &ApprovalsPage::applyFilter);
    connect(m_ui->filter, &FilterLine::left, this, &ApprovalsPage::enter);
    connect(m_model, &models::PendingActionsModel::changed, this, &ApprovalsPage::updateState);
    connect(m_model, &models::PendingActionsModel::arrivalsChanged, this, &ApprovalsPage::updateState);
    connect(m_model, &models::PendingActionsModel::failed, this,
            [this](const domain::Error &error) { Q_EMIT told({Message::Kind::Error, models::sentence(error), {}}); });
    updateState();
}

ApprovalsPage::~ApprovalsPage() = default;

void ApprovalsPage::setUpRows()
{
    using Column = models::PendingActionsModel::Column;
    RowView *rows = m_ui->rows;
    auto *twoLines = new CellDelegate(rows);
    twoLines->setTwoLines(true);
    rows->setItemDelegate(twoLines);
    rows->setTallRows(true);
    rows->setModel(m_model);
    rows->setColumns({.widths = {{int(Column::Action), 23}, {int(Column::Entity), 28}, {int(Column::Mails), 8}, {int(Column::Location), 15},
                                 {int(Column::Verdict), 12}, {int(Column::Severity), 14}, {int(Column::Incident), 22},
                                 {int(Column::Expires), 18}, {int(Column::Decision), 20}},
                      .flexible = int(Column::Entity),
                      .yielding = {int(Column::Severity), int(Column::Incident), int(Column::Decision), int(Column::Location),
                                   int(Column::Verdict), int(Column::Expires), int(Column::Mails)}});
    connect(rows, &RowView::targetsChanged, this, [this] { Q_EMIT offersChanged(); });
    connect(rows, &RowView::rowOpened, this, [this] {
        if (current() && !m_materials.desk.objection(DecisionKind::ApproveAction))
            review(DecisionKind::ApproveAction);
    });
}

const models::PendingActionRow *ApprovalsPage::current() const
{
    const QModelIndex index = m_ui->rows->currentIndex();
    return index.isValid() ? &m_model->at(index.row()) : nullptr;
}

void ApprovalsPage::applyFilter()
{
    const auto parsed = domain::Filter::parse(m_ui->filter->text());
    if (const auto *fault = std::get_if<domain::FilterError>(&parsed)) {
        m_ui->filter->setFault(FilterLine::Fault {fault->position, fault->length, models::sentence(*fault)});
        return;
    }
    m_ui->filter->setFault({});
    m_model->setFilter(std::get<domain::Filter>(parsed));
    updateState();
}

CommandSet ApprovalsPage::offers() const
{
    CommandSet all = {Command::FocusFilter, Command::Back};
    if (m_model->pendingArrivals() > 0)
        all.insert(Command::ShowNew);
    if (!m_ui->filter->text().isEmpty())
        all.insert(Command::ClearFilter);
    if (m_model->rowCount() > 0)
        all += {Command::NextRow, Command::PreviousRow};
    const models::PendingActionRow *row = current();
    if (!row)
        return all;
    all += {Command::Open, Command::OpenPortal};
    if (!row->waits)
        return all;
    all.insert(Command::MarkHandled);
    if (!m_materials.desk.objection(DecisionKind::ApproveAction))
        all.insert(Command::Approve);
    if (!m_materials.desk.objection(DecisionKind::RejectAction))
        all.insert(Command::Reject);
    if (!row->action.targets.isEmpty())
        all.insert(Command::ReadLocation);
    return all;
}

void ApprovalsPage::carryOut(Command command)
{
    switch (command) {
    case Command::NextRow: m_ui->rows->step(1); break;
    case Command::PreviousRow: m_ui->rows->step(-1); break;
    case Command::FocusFilter: m_ui->filter->focusText(); break;
    case Command::ClearFilter: m_ui->filter->setText({}); break;
    case Command::ShowNew: m_model->showArrivals(); break;
    case Command::Back:
        closeReview();
        enter();
        break;
    case Command::Open:
        if (const auto *row = current())
            Q_EMIT incidentRequested(row->action.incident);
        break;
    case Command::OpenPortal:
        if (const auto *row = current())
            Q_EMIT portalRequested(row->action.incident);
        break;
    case Command::Approve: review(DecisionKind::ApproveAction); break;
    case Command::Reject: review(DecisionKind::RejectAction); break;
    case Command::MarkHandled: review(DecisionKind::MarkHandled); break;
    case Command::ReadLocation: readLocations(); break;
    default: break;
    }
}

void ApprovalsPage::review(DecisionKind kind)
{
    const models::PendingActionRow *row = current();
    if (!row)
        return;
    m_ui->reviewSide->show();
    m_review->show();
    m_review->review(kind, row->action, row->incident.name);
    m_review->focusFirst();
}

void ApprovalsPage::closeReview()
{
    if (m_ui->reviewSide->isHidden())
        return;
    m_review->hide();
    m_ui->reviewSide->hide();
    m_ui->rows->setFocus(Qt::OtherFocusReason);
}

void ApprovalsPage::readLocations()
{
    const models::PendingActionRow *row = current();
    if (!row)
        return;
    m_materials.engine.readLatestLocations(row->action.targets, this, [this](const domain::Result<QList<domain::Fact>> &facts) {
        if (!facts)
            Q_EMIT told({Message::Kind::Error, models::sentence(facts.error()), {}});
        else
            Q_EMIT told({Message::Kind::Note, tr("Latest location read: %1.").arg(models::mailCount(facts->size())), {}});
    });
}

void ApprovalsPage::setPull(const domain::PullState &state)
{
    m_pull = state;
    m_review->setPull(state);
    updateState();
}

void ApprovalsPage::updateState()
{
    const bool disturbsNobody = m_model->rowCount() == 0 || (!isVisible() && !m_ui->rows->isTouched());
    if (m_model->pendingArrivals() > 0 && disturbsNobody)
        m_model->showArrivals();
    const int rows = m_model->rowCount();
    const bool waited = isWaitingForRows(m_ui->emptyPage);
    m_ui->stack->setCurrentWidget(rows > 0 ? m_ui->rowsPage : m_ui->emptyPage);
    if (rows > 0 && waited)
        enter();
    if (rows == 0 && m_model->total() > 0)
        m_empty->tell({.icon = u"filter"_s, .title = tr("No pending action fits the filter"), .first = Command::ClearFilter});
    else if (rows == 0 && !m_pull.freshAsOf)
        m_empty->tell({.icon = u"approvals"_s,
                       .title = tr("Not read yet"),
                       .text = tr("What waits for a decision shows up here with the first sync."),
                       .first = Command::Sync});
    else if (rows == 0)
        m_empty->tell({.icon = u"resolve"_s, .title = tr("Nothing waits for a decision")});
    m_ui->rows->ensureCurrent();
    for (int row = 0; row < rows; ++row)
        m_review->refresh(m_model->at(row).action);
    const QString arrivals = m_model->pendingArrivals() > 0 ? tr("%Ln new", "pending actions that arrived", m_model->pendingArrivals()) + u", "_s : QString();
    m_ui->count->setText(arrivals + tr("%Ln undecided", "pending actions", m_model->undecided()));
    Q_EMIT offersChanged();
}

void ApprovalsPage::enter()
{
    m_ui->rows->ensureCurrent();
    if (m_model->rowCount() > 0)
        m_ui->rows->setFocus(Qt::OtherFocusReason);
    else if (!m_ui->filter->text().isEmpty())
        m_ui->filter->focusText();
    else
        setFocus(Qt::OtherFocusReason); // letters are commands while rows are awaited
}

void ApprovalsPage::resizeEvent(QResizeEvent *event)
{
    const bool narrow = width() < fontMetrics().averageCharWidth() * 110;
    m_ui->splitter->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
    Page::resizeEvent(event);
}

QByteArray ApprovalsPage::layoutState() const { return m_ui->rows->columnState(); }

void ApprovalsPage::restoreLayout(const QByteArray &state) { m_ui->rows->restoreColumns(state); }

QByteArray ApprovalsPage::place() const
{
    const bool reviews = !m_ui->reviewSide->isHidden();
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << m_ui->filter->text() << m_ui->rows->place() << (reviews ? int(m_review->kind()) : -1)
        << typedInto(*m_review);
    return state;
}

void ApprovalsPage::restorePlace(const QByteArray &place)
{
    QString text;
    QByteArray row;
    QByteArray typed;
    int kind = -1;
    QDataStream in(place);
    in >> text >> row >> kind >> typed;
    m_ui->filter->setText(text);
    m_ui->rows->restorePlace(row);
    if (kind < 0)
        return;
    review(DecisionKind(kind));
    typeAgain(*m_review, typed);
}

} // namespace widgets
