// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuepage.h"

#include "ui_queuepage.h"

#include "celldelegate.h"
#include "decisionpanels.h"
#include "emptystate.h"
#include "icons.h"
#include "queuestate.h"
#include "style.h"

#include "models/wording.h"

#include <QButtonGroup>
#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

constexpr auto termProperty = "casemateTerm"; // what a quick filter's button adds to the filter

QString quickGroup(const QString &field, const QList<QToolButton *> &buttons)
{
    QStringList words;
    for (const QToolButton *button : buttons)
        if (button->isChecked())
            words.append(button->property(termProperty).toString());
    if (words.isEmpty() || words.size() == buttons.size())
        return {};
    return u"%1:(%2)"_s.arg(field, words.join(u' '));
}

} // namespace

QueuePage::QueuePage(const Materials &materials, const Commands &commands, QWidget *parent)
    : Page(parent)
    , m_ui(std::make_unique<Ui::QueuePage>())
    , m_materials(materials)
    , m_model(materials.models.queue())
{
    m_ui->setupUi(this);
    m_ui->strip->setCommands(commands, {Command::Take, Command::Assign, Command::Classify, Command::Tag, Command::Comment, Command::Resolve},
                             true);
    m_ui->filter->setPlaceholder(tr("Filter, for example  severity:high assignee:none \"invoice\""));
    m_ui->count->setTone(Tone::Muted);
    m_ui->clearMarks->setText(tr("Select nothing"));
    setButtonRole(m_ui->clearMarks, ButtonRole::Quiet);
    m_empty = new EmptyState(commands, m_ui->emptyPage);
    m_ui->emptyColumn->addWidget(m_empty);
    m_pill = new QPushButton(m_ui->rows->viewport());
    m_pill->setObjectName(u"pill"_s);
    m_pill->setFocusPolicy(Qt::NoFocus);
    m_pill->setToolTip(safeToolTip(commands.tip(Command::ShowNew)));
    m_pill->hide();
    setButtonRole(m_pill, ButtonRole::Primary);
    m_panels = new DecisionPanels(materials, m_ui->panels, this);
    setUpRows();
    setUpQuickFilters();
    connect(m_panels, &DecisionPanels::told, this, &Page::told);
    connect(m_ui->panels, &PanelHost::openChanged, this, &Page::offersChanged);
    connect(m_ui->filter, &FilterLine::changed, this, &QueuePage::applyFilter);
    connect(m_ui->filter, &FilterLine::left, this, &QueuePage::enter);
    connect(m_ui->clearMarks, &QPushButton::clicked, m_ui->rows, &RowView::clearMarks);
    connect(m_pill, &QPushButton::clicked, this, [this] { carryOut(Command::ShowNew); });
    connect(m_model, &models::QueueModel::arrivalsChanged, this, &QueuePage::takeArrivals);
    connect(m_model, &models::QueueModel::loaded, this, &QueuePage::updateState);
    connect(m_model, &models::QueueModel::failed, this,
            [this](const domain::Error &error) { Q_EMIT told({Message::Kind::Error, models::sentence(error), {}}); });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &QueuePage::updateState);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, [this] { updateState(); });
    applyFilter();
    updateState();
}

QueuePage::~QueuePage() = default;

void QueuePage::setUpRows()
{
    using Column = models::QueueModel::Column;
    RowView *rows = m_ui->rows;
    rows->setItemDelegate(new CellDelegate(rows));
    rows->setModel(m_model);
    const QHash<int, int> widths = {
        {int(Column::Severity), 14}, {int(Column::Id), 8},       {int(Column::Name), 30},           {int(Column::Status), 15},
        {int(Column::Assignee), 22}, {int(Column::Tags), 17},    {int(Column::Pending), 9},         {int(Column::Expires), 17},
        {int(Column::Alerts), 7},    {int(Column::Sources), 18}, {int(Column::Classification), 22}, {int(Column::Priority), 9},
        {int(Column::Updated), 13},  {int(Column::Created), 13},
    };
    rows->setColumns({.widths = widths,
                      .flexible = int(Column::Name),
                      .yielding = {int(Column::Alerts), int(Column::Tags), int(Column::Id), int(Column::Assignee), int(Column::Updated),
                                   int(Column::Pending), int(Column::Status)},
                      .hidden = {int(Column::Expires), int(Column::Sources), int(Column::Classification), int(Column::Priority),
                                 int(Column::Created)}});
    rows->horizontalHeader()->setSortIndicator(int(Column::Updated), Qt::DescendingOrder);
    rows->setSortingEnabled(true);
    rows->installEventFilter(this);
    rows->viewport()->installEventFilter(this);
    connect(rows, &RowView::targetsChanged, this, [this] {
        updateState();
        Q_EMIT offersChanged();
    });
    connect(rows, &RowView::rowOpened, this, [this] { carryOut(Command::Open); });
}

void QueuePage::setUpQuickFilters()
{
    m_statuses = {m_ui->active, m_ui->inProgress, m_ui->resolved};
    m_severities = {m_ui->high, m_ui->medium, m_ui->low, m_ui->informational};
    for (QToolButton *button : m_statuses + m_severities) {
        button->setProperty(termProperty, button->objectName());
        button->setToolTip(safeToolTip(tr("Show or leave out")));
        connect(button, &QToolButton::toggled, this, &QueuePage::applyFilter);
    }
    for (QToolButton *button : {m_ui->active, m_ui->inProgress}) { // what is open, to begin with
        const QSignalBlocker quiet(button);
        button->setChecked(true);
    }
}

QString QueuePage::quickTerms() const
{
    const QString both = quickGroup(u"status"_s, m_statuses) + u' ' + quickGroup(u"severity"_s, m_severities);
    return both.trimmed();
}

void QueuePage::applyFilter()
{
    const QString typed = m_ui->filter->text();
    const auto own = domain::Filter::parse(typed);
    if (const auto *fault = std::get_if<domain::FilterError>(&own)) {
        m_ui->filter->setFault(FilterLine::Fault {fault->position, fault->length, models::sentence(*fault)});
        return; // the rows stay as they are until the text makes sense
    }
    m_ui->filter->setFault({});
    const QString quick = quickTerms();
    const QString whole = quick.isEmpty() || typed.trimmed().isEmpty() ? quick + typed : u"%1 (%2)"_s.arg(quick, typed);
    const auto parsed = domain::Filter::parse(whole);
    if (const auto *filter = std::get_if<domain::Filter>(&parsed))
        m_model->setFilter(*filter);
    updateState();
}

void QueuePage::clearFilters()
{
    for (QToolButton *button : m_statuses + m_severities) {
        const QSignalBlocker quiet(button);
        button->setChecked(false);
    }
    m_ui->filter->setText({});
    applyFilter();
}

CommandSet QueuePage::offers() const
{
    CommandSet all = {Command::FocusFilter};
    if (m_model->pendingArrivals() > 0)
        all.insert(Command::ShowNew);
    if (!quickTerms().isEmpty() || !m_ui->filter->text().isEmpty())
        all.insert(Command::ClearFilter);
    if (m_model->rowCount() > 0)
        all += {Command::NextRow, Command::PreviousRow};
    if (m_ui->rows->currentIndex().isValid())
        all += {Command::Open, Command::SelectRow, Command::OpenPortal, Command::ExportCase};
    if (m_ui->rows->isMarking())
        all.insert(Command::SelectNone);
    if (m_ui->rows->isMarking() || m_ui->panels->current() || m_ui->filter->holdsFocus())
        all.insert(Command::Back);
    if (!targets().isEmpty() && !m_materials.desk.objection(domain::DecisionKind::Assign))
        all += DecisionPanels::commands();
    return all;
}

void QueuePage::carryOut(Command command)
{
    RowView *rows = m_ui->rows;
    m_touched = true;
    switch (command) {
    case Command::NextRow:
    case Command::PreviousRow:
        rows->step(command == Command::NextRow ? 1 : -1);
        if (isWaitingForRows(m_ui->emptyPage))
            enter();
        return;
    case Command::SelectRow: rows->toggleMark(); return;
    case Command::SelectNone: rows->clearMarks(); return;
    case Command::FocusFilter: m_ui->filter->focusText(); return;
    case Command::ClearFilter: clearFilters(); return;
    case Command::ShowNew:
        m_model->showArrivals();
        rows->ensureCurrent();
        return;
    case Command::Back:
        if (m_ui->panels->current())
            m_ui->panels->close();
        else if (m_ui->filter->holdsFocus())
            enter();
        else
            rows->clearMarks();
        return;
    case Command::Open:
        if (rows->currentIndex().isValid())
            Q_EMIT incidentRequested(m_model->incident(rows->currentIndex().row()).id);
        return;
    case Command::OpenPortal:
        if (rows->currentIndex().isValid())
            Q_EMIT portalRequested(m_model->incident(rows->currentIndex().row()).id);
        return;
    case Command::ExportCase:
        if (rows->currentIndex().isValid())
            Q_EMIT caseRequested(m_model->incident(rows->currentIndex().row()).id);
        return;
    default: break;
    }
    Subject subject {.incidents = targets()};
    if (subject.incidents.size() == 1) {
        const domain::QueueRow row = m_model->find(subject.incidents.first()).value_or(domain::QueueRow());
        for (const domain::Untrusted &tag : row.tags.mid(0, row.customTags))
            subject.ownTags.append(tag.raw());
        const domain::Judgement judgement {row.classification.value, row.determination.value};
        if (domain::isValidPair(judgement.classification, judgement.determination))
            subject.judgement = judgement;
    }
    m_panels->carryOut(command, subject);
}

void QueuePage::enter()
{
    m_ui->rows->ensureCurrent();
    if (m_model->rowCount() > 0)
        m_ui->rows->setFocus(Qt::OtherFocusReason);
    else if (!m_ui->filter->text().isEmpty())
        m_ui->filter->focusText();
    else
        setFocus(Qt::OtherFocusReason); // letters are commands while rows are awaited
}

QList<domain::IncidentId> QueuePage::targets() const
{
    QList<domain::IncidentId> ids;
    const QModelIndexList rows = m_ui->rows->targets();
    for (const QModelIndex &index : rows)
        ids.append(m_model->incident(index.row()).id);
    return ids;
}

void QueuePage::setPull(const domain::PullState &state)
{
    m_pull = state;
    updateState();
}

void QueuePage::updateState()
{
    const bool hasRows = m_model->rowCount() > 0;
    if (!hasRows)
        m_empty->tell(queueEmptiness(m_pull, m_model->isLoaded(), m_model->total()));
    const bool waited = isWaitingForRows(m_ui->emptyPage);
    m_ui->stack->setCurrentWidget(hasRows ? m_ui->rowsPage : m_ui->emptyPage);
    if (hasRows && waited && !isFirstPull())
        enter();
    const QLocale words = locale();
    const qsizetype marked = m_ui->rows->isMarking() ? m_ui->rows->targets().size() : 0;
    m_ui->clearMarks->setVisible(marked > 0);
    const QString shown = m_model->rowCount() == m_model->total()
        ? (m_model->total() == 1 ? tr("1 incident") : tr("%Ln incidents", nullptr, m_model->total()))
        : tr("%1 of %2 incidents").arg(words.toString(m_model->rowCount()), words.toString(m_model->total()));
    m_ui->count->setText(marked > 0 ? tr("%1 selected, %2", "count, then 3 of 10 incidents").arg(words.toString(marked), shown) : shown);
    updatePill();
}

// Rows come in above each other: no row is the current one until somebody chooses one, or all are here.
bool QueuePage::isFirstPull() const { return m_pull.phase == domain::PullState::Phase::Running && !m_pull.freshAsOf; }

void QueuePage::takeArrivals()
{
    // Nobody is disturbed while the list is empty, nor by the first pull before the first key press.
    if (m_model->pendingArrivals() > 0 && (m_model->rowCount() == 0 || (isFirstPull() && !m_touched)))
        m_model->showArrivals();
    updateState();
}

void QueuePage::updatePill()
{
    const int waiting = m_model->pendingArrivals();
    const bool was = m_pill->isVisibleTo(m_ui->rows->viewport());
    m_pill->setVisible(waiting > 0);
    if (waiting > 0) {
        m_pill->setText(tr("%Ln new", "incidents that arrived", waiting));
        m_pill->adjustSize();
        const QWidget *area = m_ui->rows->viewport();
        m_pill->move((area->width() - m_pill->width()) / 2, space(Space::Small, this));
        m_pill->raise();
    }
    if (was != (waiting > 0))
        Q_EMIT offersChanged();
}

void QueuePage::keyPressEvent(QKeyEvent *event)
{
    // The page itself has the keys while rows are awaited. Whoever wants to move meanwhile may.
    const bool moves = event->key() == Qt::Key_Down || event->key() == Qt::Key_Up || event->key() == Qt::Key_Home;
    if (!moves || m_model->rowCount() == 0)
        return Page::keyPressEvent(event);
    m_touched = true;
    enter();
}

bool QueuePage::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize: updatePill(); break;
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel: m_touched = true; break;
    default: break;
    }
    return Page::eventFilter(watched, event);
}

QByteArray QueuePage::layoutState() const { return m_ui->rows->columnState(); }

void QueuePage::restoreLayout(const QByteArray &state) { m_ui->rows->restoreColumns(state); }

QByteArray QueuePage::place() const
{
    QList<bool> ticked;
    for (const QToolButton *button : m_statuses + m_severities)
        ticked.append(button->isChecked());
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << ticked << m_ui->filter->text() << m_ui->rows->place() << m_panels->place();
    return state;
}

void QueuePage::restorePlace(const QByteArray &place)
{
    QList<bool> ticked;
    QString text;
    QByteArray row;
    QByteArray panel;
    QDataStream in(place);
    in >> ticked >> text >> row >> panel;
    const QList<QToolButton *> buttons = m_statuses + m_severities;
    for (qsizetype i = 0; i < qMin(buttons.size(), ticked.size()); ++i) {
        const QSignalBlocker quiet(buttons.at(i));
        buttons.at(i)->setChecked(ticked.at(i));
    }
    m_ui->filter->setText(text);
    applyFilter();
    m_ui->rows->restorePlace(row);
    m_panels->restorePlace(panel);
}

} // namespace widgets
