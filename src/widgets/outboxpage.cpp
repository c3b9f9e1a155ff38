// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxpage.h"

#include "ui_outboxpage.h"

#include "celldelegate.h"
#include "confirmpanel.h"
#include "emptystate.h"
#include "glyphs.h"
#include "typed.h"

#include "domain/differencetext.h"
#include "domain/displaytext.h"
#include "models/tones.h"
#include "models/wording.h"

#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace widgets {

using domain::DecisionState;
namespace {

constexpr qsizetype mostDifferences = 20; // in a label

QString differenceLines(const domain::Decision &decision)
{
    QStringList lines;
    const QList<domain::FactDifference> differences = domain::differencesIn(decision.stateDetail);
    for (const domain::FactDifference &difference : differences.mid(0, mostDifferences))
        lines.append(models::sentence(difference));
    if (const qsizetype more = differences.size() - mostDifferences; more > 0)
        lines.append(OutboxPage::tr("and %Ln more", "differences", int(more)));
    return lines.join(u'\n');
}

} // namespace

OutboxPage::OutboxPage(const Materials &materials, const Commands &commands, QWidget *parent)
    : Page(parent)
    , m_ui(std::make_unique<Ui::OutboxPage>())
    , m_materials(materials)
    , m_model(materials.models.outbox())
    , m_confirm(new ConfirmPanel(materials.clock))
{
    m_ui->setupUi(this);
    m_ui->strip->setCommands(commands,
                             {Command::SendNow, Command::CancelDecision, Command::ConfirmAgain, Command::Settle, Command::Open}, true);
    m_ui->count->setTone(Tone::Muted);
    m_ui->what->setType(Type::Title);
    m_ui->differencesTitle->setType(Type::Strong);
    m_ui->differences->setCopyable(true);
    m_ui->detail->setBackgroundRole(QPalette::Base);
    m_ui->detailSide->setBackgroundRole(QPalette::Base);
    for (const auto &[key, title] : {std::pair {u"on"_s, tr("On")}, {u"incident"_s, tr("Incident")}, {u"next"_s, tr("Next")}, {u"who"_s, tr("Decided by")},
                                     {u"decided"_s, tr("Decided")}, {u"expires"_s, tr("Not sent after")}, {u"attempts"_s, tr("Attempts")},
                                     {u"executor"_s, tr("Carried out by")}, {u"relies"_s, tr("Relies on")}})
        m_ui->facts->addFact(key, title);
    m_empty = new EmptyState(commands, m_ui->emptyPage);
    m_ui->emptyColumn->addWidget(m_empty);
    m_empty->tell({.icon = u"outbox"_s, .title = tr("The outbox is empty"), .text = tr("Decisions wait here until they are sent and proved.")});
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 0);
    m_ui->splitter->setChildrenCollapsible(false);
    m_ui->detailSide->setMinimumSize(fontMetrics().averageCharWidth() * 52, fontMetrics().lineSpacing() * 10);
    m_confirm->setParent(m_ui->panels);
    setUpRows();
    connect(m_ui->panels, &PanelHost::openChanged, this, &Page::offersChanged);
    connect(m_model, &models::OutboxModel::changed, this, &OutboxPage::updateState);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &OutboxPage::showDetail);
    connect(m_model, &models::OutboxModel::failed, this,
            [this](const domain::Error &error) { Q_EMIT told({Message::Kind::Error, models::sentence(error), {}}); });
    connect(m_confirm, &ConfirmPanel::confirmed, this, &OutboxPage::takeConfirmation);
    updateState();
}

OutboxPage::~OutboxPage() = default;

void OutboxPage::setUpRows()
{
    using Column = models::OutboxModel::Column;
    RowView *rows = m_ui->rows;
    auto *delegate = new CellDelegate(rows);
    delegate->setTwoLines(true);
    rows->setItemDelegate(delegate);
    rows->setTallRows(true);
    rows->setModel(m_model);
    rows->setColumns({.widths = {{int(Column::State), 26}, {int(Column::What), 30}, {int(Column::Entity), 22}, {int(Column::Incident), 9},
                                 {int(Column::Decided), 22}, {int(Column::Next), 20}, {int(Column::Who), 22}},
                      .flexible = int(Column::What),
                      .yielding = {int(Column::Decided), int(Column::Incident), int(Column::Entity), int(Column::Next)},
                      .hidden = {int(Column::Who)}});
    connect(rows, &RowView::targetsChanged, this, [this] {
        showDetail();
        Q_EMIT offersChanged();
    });
    connect(rows, &RowView::rowOpened, this, [this] { carryOut(Command::Open); });
}

const domain::Decision *OutboxPage::current() const
{
    const QModelIndex index = m_ui->rows->currentIndex();
    return index.isValid() ? &m_model->at(index.row()) : nullptr;
}

CommandSet OutboxPage::offers() const
{
    CommandSet all = {Command::Back};
    if (m_model->rowCount() > 0)
        all += {Command::NextRow, Command::PreviousRow};
    const domain::Decision *decision = current();
    if (!decision)
        return all;
    all += {Command::Open, Command::OpenPortal};
    if (decision->state == DecisionState::Held)
        all.insert(Command::SendNow);
    if (domain::isCancellable(decision->state))
        all.insert(Command::CancelDecision);
    if (decision->state == DecisionState::Stale)
        all.insert(Command::ConfirmAgain);
    if (decision->state == DecisionState::NeedsPerson)
        all.insert(Command::Settle);
    return all;
}

void OutboxPage::carryOut(Command command)
{
    const domain::Decision *decision = current();
    switch (command) {
    case Command::NextRow: m_ui->rows->step(1); return;
    case Command::PreviousRow: m_ui->rows->step(-1); return;
    case Command::Back:
        m_ui->panels->close();
        enter();
        return;
    default: break;
    }
    if (!decision)
        return;
    switch (command) {
    case Command::Open: Q_EMIT incidentRequested(decision->incident); break;
    case Command::OpenPortal: Q_EMIT portalRequested(decision->incident); break;
    case Command::SendNow: m_materials.engine.releaseHold(decision->id); break;
    case Command::CancelDecision:
        m_materials.engine.cancelDecision(decision->id, this, [this, what = models::whatWasDecided(*decision)](const domain::Result<domain::Done> &done) {
            tellResult(done, tr("Cancelled: %1").arg(what));
        });
        break;
    case Command::ConfirmAgain: askAgain(*decision); break;
    case Command::Settle: askSettle(*decision); break;
    default: break;
    }
}

void OutboxPage::askAgain(const domain::Decision &decision)
{
    m_asked = decision.id;
    m_confirm->ask({.title = tr("Confirm again: %1").arg(models::whatWasDecided(decision)),
                    .text = tr("The facts changed since the decision:\n%1").arg(differenceLines(decision)),
                    .accept = tr("Confirm with the facts as they are now")});
    m_ui->panels->open(m_confirm);
}

void OutboxPage::askSettle(const domain::Decision &decision)
{
    m_asked = decision.id;
    m_confirm->ask({.title = tr("Settle by hand: %1").arg(models::whatWasDecided(decision)),
                    .text = tr("Look first how it stands in the portal. Settling sends nothing; it closes the entry here with your note."),
                    .accept = tr("Settle"),
                    .note = tr("How it stands, for the history"),
                    .noteNeeded = true});
    m_ui->panels->open(m_confirm);
}

void OutboxPage::takeConfirmation(const QString &note)
{
    const domain::Decision *decision = nullptr;
    if (const int row = m_model->rowOf(m_asked.text); row >= 0)
        decision = &m_model->at(row);
    m_ui->panels->close();
    if (!decision)
        return;
    const QString what = models::whatWasDecided(*decision);
    if (decision->state == DecisionState::Stale)
        m_materials.engine.confirmStale(m_asked, this, [this, what](const domain::Result<domain::Done> &done) {
            tellResult(done, tr("Confirmed again: %1").arg(what));
        });
    else if (decision->state == DecisionState::NeedsPerson)
        m_materials.engine.settle(m_asked, note, this, [this, what](const domain::Result<domain::Done> &done) {
            tellResult(done, tr("Settled: %1").arg(what));
        });
}

void OutboxPage::tellResult(const domain::Result<domain::Done> &result, const QString &done)
{
    if (result)
        Q_EMIT told({Message::Kind::Done, done, {}});
    else
        Q_EMIT told({Message::Kind::Error, models::sentence(result.error()), {}});
}

void OutboxPage::updateState()
{
    const bool hasRows = m_model->rowCount() > 0;
    const bool waited = isWaitingForRows(m_ui->emptyPage);
    m_ui->stack->setCurrentWidget(hasRows ? m_ui->rowsPage : m_ui->emptyPage);
    if (hasRows && waited)
        enter();
    m_ui->detailSide->setVisible(hasRows);
    m_ui->rows->ensureCurrent();
    const int needing = m_model->needingPerson();
    const int open = int(m_model->open().size());
    QString count = open == 1 ? tr("1 decision on its way") : tr("%Ln decisions on their way", nullptr, open);
    if (needing > 0)
        count += u", "_s + (needing == 1 ? tr("1 needs you") : tr("%Ln need you", nullptr, needing));
    m_ui->count->setText(count);
    showDetail();
    Q_EMIT offersChanged();
}

void OutboxPage::showDetail()
{
    const domain::Decision *decision = current();
    if (!decision)
        return;
    m_ui->what->setText(models::whatWasDecided(*decision));
    m_ui->state->tell(models::name(decision->state), [state = decision->state](QPainter *painter, const QRectF &rect, const Colours &c) {
        drawDecisionState(painter, rect, state, c);
    }, models::toneOf(decision->state));
    const bool stale = decision->state == DecisionState::Stale;
    m_ui->reason->setText(stale ? tr("Stopped before sending, because the facts changed. Confirm it again or cancel it.")
                                : models::stateSentence(*decision, m_times));
    const QString differences = stale ? differenceLines(*decision) : QString();
    m_ui->differencesTitle->setVisible(stale);
    m_ui->differences->setVisible(stale);
    m_ui->differences->setText(differences);
    showFacts(*decision);
}

void OutboxPage::showFacts(const domain::Decision &decision)
{
    const domain::Moment now = m_materials.clock.now();
    m_ui->facts->tell(u"on"_s, domain::display(domain::Untrusted(decision.label), 400));
    m_ui->facts->tell(u"incident"_s, domain::display(domain::Untrusted(decision.incident.text), 40));
    const bool held = decision.state == DecisionState::Held;
    m_ui->facts->setShown(u"next"_s, held || decision.nextStep.has_value());
    m_ui->facts->tell(u"next"_s, held ? tr("Sent in %1; until then it can be taken back").arg(m_times.remaining(decision.heldUntil, now))
                                      : decision.nextStep ? m_times.relative(*decision.nextStep, now) : QString());
    m_ui->facts->tell(u"who"_s, domain::display(domain::Untrusted(decision.upn), 200));
    m_ui->facts->tell(u"decided"_s, m_times.exact(decision.decidedAt));
    m_ui->facts->tell(u"expires"_s, m_times.absolute(decision.expires));
    m_ui->facts->tell(u"attempts"_s, locale().toString(decision.attempts));
    m_ui->facts->tell(u"executor"_s, models::name(decision.executor));
    QStringList relies;
    for (const domain::Fact &fact : decision.facts.mid(0, 12))
        relies.append(u"%1: %2 (%3)"_s.arg(models::factName(fact.name), models::factValue(fact.name, fact.value), models::factSource(fact, m_times, now)));
    if (decision.facts.size() > 12)
        relies.append(tr("and %Ln more", "facts", int(decision.facts.size() - 12)));
    m_ui->facts->tell(u"relies"_s, relies.join(u'\n'));
}

void OutboxPage::enter()
{
    m_ui->rows->ensureCurrent();
    if (m_model->rowCount() > 0)
        m_ui->rows->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

void OutboxPage::resizeEvent(QResizeEvent *event)
{
    const bool narrow = width() < fontMetrics().averageCharWidth() * 120;
    m_ui->splitter->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
    Page::resizeEvent(event);
}

QByteArray OutboxPage::layoutState() const { return m_ui->rows->columnState(); }

void OutboxPage::restoreLayout(const QByteArray &state) { m_ui->rows->restoreColumns(state); }

QByteArray OutboxPage::place() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << m_ui->rows->place() << (m_ui->panels->current() ? m_asked.text : QString())
        << typedInto(*m_confirm);
    return state;
}

void OutboxPage::restorePlace(const QByteArray &place)
{
    QByteArray rows;
    QString asked;
    QByteArray typed;
    QDataStream in(place);
    in >> rows >> asked >> typed;
    m_ui->rows->restorePlace(rows);
    const int row = asked.isEmpty() ? -1 : m_model->rowOf(asked);
    if (row < 0)
        return;
    const domain::Decision &decision = m_model->at(row);
    if (decision.state == DecisionState::Stale)
        askAgain(decision);
    else if (decision.state == DecisionState::NeedsPerson)
        askSettle(decision);
    typeAgain(*m_confirm, typed);
}

} // namespace widgets
