// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentpage.h"

#include "ui_incidentpage.h"

#include "activitymodel.h"
#include "celldelegate.h"
#include "commentdelegate.h"
#include "decisionpanels.h"
#include "emptystate.h"
#include "reviewpanel.h"
#include "typed.h"

#include "domain/displaytext.h"
#include "models/wording.h"

#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QSplitter>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace widgets {

using domain::DecisionKind;

namespace {

// Roles of a list that shows its whole text beside it.
QString fullText(const QAbstractItemView *view)
{
    const QModelIndex index = view->currentIndex();
    return index.isValid() ? index.siblingAtColumn(0).data(models::FullTextRole).toString() : QString();
}

QList<QPair<QString, QString>> fieldsOf(const models::EvidenceModel *evidence, int row)
{
    QList<QPair<QString, QString>> fields;
    if (row < 0)
        return fields;
    for (const domain::EvidenceField &field : evidence->at(row).evidence.fields)
        fields.append({domain::displayPlain(domain::Untrusted(field.name)), domain::displayUrl(field.value)});
    return fields;
}

} // namespace

IncidentPage::IncidentPage(const Materials &materials, const Commands &commands, QWidget *parent)
    : Page(parent)
    , m_ui(std::make_unique<Ui::IncidentPage>())
    , m_materials(materials)
    , m_model(materials.models.incident())
    , m_queue(materials.models.queue())
    , m_activity(new ActivityModel(this))
{
    m_ui->setupUi(this);
    m_ui->head->setCommands(commands);
    m_empty = new EmptyState(commands, m_ui->emptyPage);
    m_ui->emptyColumn->addWidget(m_empty);
    m_panels = new DecisionPanels(materials, m_ui->panels, this);
    m_review = new ReviewPanel(materials, m_ui->reviewSide);
    m_ui->reviewColumn->addWidget(m_review);
    m_ui->reviewSide->hide();
    m_ui->splitter->setStretchFactor(0, 0);
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->evidenceSplitter->setStretchFactor(0, 3);
    m_ui->evidenceSplitter->setStretchFactor(1, 2);
    for (QSplitter *splitter : {m_ui->listSplitter, m_ui->alertsSplitter}) {
        splitter->setStretchFactor(0, 2);
        splitter->setStretchFactor(1, 1);
    }
    m_ui->tabs->tabBar()->setFocusPolicy(Qt::TabFocus);
    setUpEvidence();
    setUpAlerts();
    setUpComments();
    connect(m_panels, &DecisionPanels::told, this, &Page::told);
    connect(m_review, &ReviewPanel::told, this, &Page::told);
    connect(m_review, &Panel::dismissed, this, &IncidentPage::closeReview);
    connect(m_ui->panels, &PanelHost::openChanged, this, &Page::offersChanged);
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, &Page::offersChanged);
    connect(m_model, &models::IncidentModel::changed, this, &IncidentPage::takeSummary);
    connect(m_model, &models::IncidentModel::failed, this, &IncidentPage::takeFailure);
    takeSummary();
}

IncidentPage::~IncidentPage() = default;

void IncidentPage::setUpEvidence()
{
    using Column = models::EvidenceModel::Column;
    RowView *evidence = m_ui->evidence;
    auto *twoLines = new CellDelegate(evidence);
    twoLines->setTwoLines(true);
    evidence->setItemDelegate(twoLines);
    evidence->setTallRows(true);
    evidence->setModel(m_model->evidence());
    evidence->setPlaceholder(tr("The alerts of this incident name no evidence."));
    evidence->setColumns({.widths = {{int(Column::Entity), 28}, {int(Column::Type), 13}, {int(Column::Verdict), 13},
                                     {int(Column::Remediation), 17}, {int(Column::Action), 22}, {int(Column::Decision), 24},
                                     {int(Column::Alerts), 8}, {int(Column::FirstSeen), 22}},
                          .flexible = int(Column::Entity),
                          .yielding = {int(Column::FirstSeen), int(Column::Alerts), int(Column::Type), int(Column::Verdict),
                                       int(Column::Decision), int(Column::Action)}});
    connect(evidence, &RowView::targetsChanged, this, [this] {
        updateViewers();
        Q_EMIT offersChanged();
    });
    connect(evidence, &RowView::rowOpened, this, [this] {
        if (actionAtHand() && !m_materials.desk.objection(DecisionKind::ApproveAction))
            review(DecisionKind::ApproveAction);
    });
}

void IncidentPage::setUpAlerts()
{
    using Column = models::AlertsModel::Column;
    RowView *alerts = m_ui->alerts;
    alerts->setItemDelegate(new CellDelegate(alerts));
    alerts->setModel(m_model->alerts());
    alerts->setPlaceholder(tr("No alert of this incident has been read yet."));
    alerts->setColumns({.widths = {{int(Column::Severity), 14}, {int(Column::Title), 34}, {int(Column::Status), 12}, {int(Column::Source), 18},
                                   {int(Column::Category), 16}, {int(Column::Investigation), 18}, {int(Column::Evidence), 9},
                                   {int(Column::Created), 22}, {int(Column::Updated), 22}},
                        .flexible = int(Column::Title),
                        .yielding = {int(Column::Evidence), int(Column::Source), int(Column::Investigation), int(Column::Updated)},
                        .hidden = {int(Column::Category), int(Column::Created)}});
    connect(alerts, &RowView::targetsChanged, this, &IncidentPage::updateViewers);
}

void IncidentPage::setUpComments()
{
    using Column = models::CommentsModel::Column;
    m_ui->comments->setModel(m_model->comments());
    m_ui->comments->setModelColumn(int(Column::Text));
    m_ui->comments->setItemDelegate(new CommentDelegate(int(Column::Author), int(Column::Created), m_ui->comments));
    m_ui->comments->setResizeMode(QListView::Adjust);
    m_ui->comments->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_ui->compose->embed();
    connect(m_ui->compose, &CommentPanel::written, this, &IncidentPage::postComment);
    connect(m_ui->compose, &CommentPanel::draftChanged, m_model, &models::IncidentModel::saveDraft);
    connect(m_ui->compose, &Panel::dismissed, this, [this] { m_ui->comments->setFocus(Qt::OtherFocusReason); });
    connect(m_model, &models::IncidentModel::draftRead, this,
            [this](const QString &text) { m_ui->compose->ask(subject().text(), text); });
    RowView *activity = m_ui->activity;
    auto *twoLines = new CellDelegate(activity);
    twoLines->setTwoLines(true);
    activity->setItemDelegate(twoLines);
    activity->setTallRows(true);
    activity->setModel(m_activity);
    activity->setPlaceholder(tr("Nothing has been decided about this incident here."));
    using Activity = ActivityModel::Column;
    activity->setColumns({.widths = {{int(Activity::What), 36}, {int(Activity::State), 24}, {int(Activity::Who), 24}, {int(Activity::When), 24}},
                          .flexible = int(Activity::What),
                          .yielding = {int(Activity::Who), int(Activity::When)}});
}

void IncidentPage::open(const domain::IncidentId &incident)
{
    if (m_model->id() == incident && m_model->isLoaded())
        return;
    closeReview();
    m_ui->panels->close();
    m_model->open(incident);
    m_ui->compose->ask(subject().text(), {});
    takeSummary();
}

void IncidentPage::takeSummary()
{
    const bool loaded = m_model->isLoaded();
    const bool waited = isWaitingForRows(m_ui->emptyPage);
    m_ui->stack->setCurrentWidget(loaded ? m_ui->detailPage : m_ui->emptyPage);
    if (loaded && waited)
        enter();
    m_ui->head->setVisible(loaded);
    if (!loaded) {
        m_empty->tell(m_model->id().isEmpty()
                          ? Emptiness {.icon = u"incident"_s,
                                       .title = tr("No incident is open"),
                                       .text = tr("Choose one in the queue and press Enter."),
                                       .first = Command::GoQueue}
                          : Emptiness {.icon = u"incident"_s, .title = tr("Reading…")});
        Q_EMIT offersChanged();
        return;
    }
    const models::IncidentSummary &summary = m_model->summary();
    const domain::Moment now = m_materials.clock.now();
    m_ui->head->setSummary(summary);
    m_ui->summary->setSummary(summary, m_model->alerts()->rows(), now);
    m_activity->setDecisions(summary.decisions, now);
    for (RowView *view : {m_ui->evidence, m_ui->alerts, m_ui->activity})
        view->ensureCurrent();
    for (const domain::PendingAction &action : summary.pending)
        m_review->refresh(action);
    updateTabs();
    updateViewers();
    Q_EMIT offersChanged();
}

void IncidentPage::takeFailure(const domain::Error &error)
{
    if (m_model->isLoaded()) {
        Q_EMIT told({Message::Kind::Error, models::sentence(error), {}});
        return;
    }
    m_empty->tell({.icon = u"warning"_s, .title = tr("This incident cannot be shown"), .text = models::sentence(error), .first = Command::GoQueue});
}

void IncidentPage::updateTabs()
{
    const auto counted = [this](const QString &title, qsizetype count) {
        return count > 0 ? u"%1  %2"_s.arg(title, locale().toString(count)) : title;
    };
    QTabWidget *tabs = m_ui->tabs;
    tabs->setTabText(0, counted(tr("Evidence and response"), m_model->evidence()->rowCount()));
    tabs->setTabText(1, counted(tr("Alerts"), m_model->alerts()->rowCount()));
    tabs->setTabText(2, counted(tr("Comments"), m_model->comments()->rowCount()));
    tabs->setTabText(3, counted(tr("Own decisions"), m_activity->rowCount()));
}

void IncidentPage::updateViewers()
{
    m_ui->evidenceText->setFields(fieldsOf(m_model->evidence(), m_ui->evidence->currentIndex().row()));
    m_ui->alertText->setLines(fullText(m_ui->alerts));
}

void IncidentPage::setPull(const domain::PullState &state) { m_review->setPull(state); }

QAbstractItemView *IncidentPage::listAtHand() const
{
    switch (m_ui->tabs->currentIndex()) {
    case 0: return m_ui->evidence;
    case 1: return m_ui->alerts;
    case 2: return m_ui->comments;
    default: return m_ui->activity;
    }
}

std::optional<domain::PendingAction> IncidentPage::actionAtHand() const
{
    const QModelIndex index = m_ui->evidence->currentIndex();
    if (m_ui->tabs->currentIndex() != 0 || !index.isValid())
        return std::nullopt;
    return m_model->evidence()->at(index.row()).action;
}

Subject IncidentPage::subject() const
{
    Subject result {.incidents = {m_model->id()}};
    if (!m_model->isLoaded())
        return result;
    const domain::Incident &incident = m_model->summary().incident;
    for (const domain::Untrusted &tag : incident.customTags)
        result.ownTags.append(tag.raw());
    const domain::Judgement judgement {incident.classification.value, incident.determination.value};
    if (domain::isValidPair(judgement.classification, judgement.determination))
        result.judgement = judgement;
    return result;
}

int IncidentPage::neighbour(int rows) const
{
    const int at = m_queue->rowOf(m_model->id().text);
    const int to = at + rows;
    return at >= 0 && to >= 0 && to < m_queue->rowCount() ? to : -1;
}

CommandSet IncidentPage::offers() const
{
    CommandSet all = {Command::Back};
    if (!m_model->isLoaded())
        return all;
    all += {Command::NextTab, Command::PreviousTab, Command::NextRow, Command::PreviousRow, Command::OpenPortal, Command::ExportCase};
    if (neighbour(1) >= 0)
        all.insert(Command::NextIncident);
    if (neighbour(-1) >= 0)
        all.insert(Command::PreviousIncident);
    if (!m_materials.desk.objection(DecisionKind::Assign))
        all += DecisionPanels::commands();
    if (const auto action = actionAtHand()) {
        all.insert(Command::MarkHandled);
        if (!m_materials.desk.objection(DecisionKind::ApproveAction))
            all.insert(Command::Approve);
        if (!m_materials.desk.objection(DecisionKind::RejectAction))
            all.insert(Command::Reject);
        if (!action->targets.isEmpty())
            all.insert(Command::ReadLocation);
    }
    return all;
}

void IncidentPage::carryOut(Command command)
{
    const auto turn = [this](int by) {
        const int count = m_ui->tabs->count();
        m_ui->tabs->setCurrentIndex((m_ui->tabs->currentIndex() + by + count) % count);
        listAtHand()->setFocus(Qt::OtherFocusReason);
    };
    const auto move = [this](int by) {
        QAbstractItemView *view = listAtHand();
        if (auto *rows = qobject_cast<RowView *>(view))
            rows->step(by);
        else if (const int count = view->model()->rowCount(); count > 0)
            view->setCurrentIndex(view->model()->index(qBound(0, view->currentIndex().row() + by, count - 1), int(models::CommentsModel::Column::Text)));
    };
    switch (command) {
    case Command::Back:
        if (m_ui->panels->current())
            m_ui->panels->close();
        else if (!m_ui->reviewSide->isHidden())
            closeReview();
        else
            Q_EMIT leaveRequested();
        return;
    case Command::NextTab: turn(1); return;
    case Command::PreviousTab: turn(-1); return;
    case Command::NextRow: move(1); return;
    case Command::PreviousRow: move(-1); return;
    case Command::NextIncident: step(1); return;
    case Command::PreviousIncident: step(-1); return;
    case Command::OpenPortal: Q_EMIT portalRequested(m_model->id()); return;
    case Command::ExportCase: Q_EMIT caseRequested(m_model->id()); return;
    case Command::Comment:
        m_ui->tabs->setCurrentWidget(m_ui->commentsTab);
        m_ui->compose->focusFirst();
        return;
    case Command::Approve:
    case Command::Reject:
    case Command::MarkHandled:
    case Command::ReadLocation: decideOnAction(command); return;
    default: m_panels->carryOut(command, subject());
    }
}

void IncidentPage::decideOnAction(Command command)
{
    const auto action = actionAtHand();
    if (!action)
        return;
    switch (command) {
    case Command::Approve: review(DecisionKind::ApproveAction); break;
    case Command::Reject: review(DecisionKind::RejectAction); break;
    case Command::MarkHandled: review(DecisionKind::MarkHandled); break;
    default:
        m_materials.engine.readLatestLocations(action->targets, this, [this](const domain::Result<QList<domain::Fact>> &facts) {
            if (!facts)
                Q_EMIT told({Message::Kind::Error, models::sentence(facts.error()), {}});
        });
    }
}

void IncidentPage::step(int rows)
{
    if (const int to = neighbour(rows); to >= 0)
        Q_EMIT incidentRequested(m_queue->incident(to).id);
}

void IncidentPage::review(DecisionKind kind)
{
    const auto action = actionAtHand();
    if (!action)
        return;
    m_ui->reviewSide->show();
    m_review->show();
    m_review->review(kind, *action, m_model->summary().incident.displayName);
    m_review->focusFirst();
}

void IncidentPage::closeReview()
{
    if (m_ui->reviewSide->isHidden())
        return;
    m_review->hide();
    m_ui->reviewSide->hide();
    m_ui->evidence->setFocus(Qt::OtherFocusReason);
}

void IncidentPage::postComment(const QString &text)
{
    const models::Choice choice {.kind = DecisionKind::Comment, .incident = m_model->id(), .comment = text};
    m_materials.desk.decide(choice, this, [this, choice](const domain::Result<domain::DecisionId> &taken) {
        if (taken && m_model->id() == choice.incident)
            m_ui->compose->clear(); // which forgets the draft too
        Q_EMIT told(DecisionPanels::outcome({choice}, {taken}));
    });
}

void IncidentPage::enter()
{
    QWidget *keys = m_model->isLoaded() ? static_cast<QWidget *>(listAtHand()) : this;
    keys->setFocus(Qt::OtherFocusReason);
}

void IncidentPage::resizeEvent(QResizeEvent *event)
{
    // Beside each other while there is room, else one above the other.
    const bool narrow = width() < fontMetrics().averageCharWidth() * 150;
    m_ui->evidenceSplitter->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
    Page::resizeEvent(event);
}

QByteArray IncidentPage::layoutState() const { return m_ui->splitter->saveState(); }

void IncidentPage::restoreLayout(const QByteArray &state)
{
    if (!state.isEmpty())
        m_ui->splitter->restoreState(state);
}

QByteArray IncidentPage::place() const
{
    const bool reviews = !m_ui->reviewSide->isHidden();
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << m_ui->tabs->currentIndex() << m_ui->evidence->place() << m_ui->alerts->place()
        << m_ui->activity->place() << typedInto(*m_ui->compose) << m_panels->place()
        << (reviews ? int(m_review->kind()) : -1) << typedInto(*m_review);
    return state;
}

void IncidentPage::restorePlace(const QByteArray &place)
{
    int tab = 0;
    int kind = -1;
    QByteArray evidence;
    QByteArray alerts;
    QByteArray activity;
    QByteArray comment;
    QByteArray panel;
    QByteArray typed;
    QDataStream in(place);
    in >> tab >> evidence >> alerts >> activity >> comment >> panel >> kind >> typed;
    if (!m_model->isLoaded())
        return;
    m_ui->tabs->setCurrentIndex(tab);
    m_ui->evidence->restorePlace(evidence);
    m_ui->alerts->restorePlace(alerts);
    m_ui->activity->restorePlace(activity);
    m_ui->compose->ask(subject().text(), {});
    typeAgain(*m_ui->compose, comment);
    m_panels->restorePlace(panel);
    if (kind < 0)
        return;
    review(DecisionKind(kind));
    typeAgain(*m_review, typed);
}

} // namespace widgets
