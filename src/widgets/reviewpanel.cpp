// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reviewpanel.h"

#include "ui_reviewpanel.h"

#include "style.h"

#include "domain/displaytext.h"
#include "models/wording.h"

#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace widgets {

using domain::DecisionKind;
using domain::MailAction;

namespace {

constexpr qsizetype firstTargets = 10;

QString targetLines(const QList<domain::MailTarget> &targets)
{
    QStringList lines;
    for (const domain::MailTarget &target : targets.mid(0, firstTargets)) {
        const QString mailbox = target.recipient.isEmpty() ? ReviewPanel::tr("mailbox not known")
                                                           : domain::displayPlain(domain::Untrusted(target.recipient));
        lines.append(mailbox + u"    "_s + domain::displayPlain(domain::Untrusted(target.networkMessageId)));
    }
    return lines.join(u'\n');
}

QStringList mailboxesOf(const QList<domain::MailTarget> &targets)
{
    QStringList mailboxes;
    for (const domain::MailTarget &target : targets)
        if (!target.recipient.isEmpty() && !mailboxes.contains(target.recipient))
            mailboxes.append(target.recipient);
    return mailboxes;
}

} // namespace

ReviewPanel::ReviewPanel(const Materials &materials, QWidget *parent)
    : Panel(parent)
    , m_ui(std::make_unique<Ui::ReviewPanel>())
    , m_materials(materials)
    , m_pull(materials.engine.pullState())
{
    m_ui->setupUi(this);
    m_ui->foot->setEdge(Qt::TopEdge);
    m_ui->verb->setType(Type::Title);
    m_ui->entity->setType(Type::Mono);
    m_ui->choiceTitle->setType(Type::Strong);
    m_ui->targetsTitle->setType(Type::Strong);
    m_ui->reversible->setTone(Tone::Warning);
    m_ui->reversible->setText(tr("Choose what shall be done."));
    m_ui->reason->setTone(Tone::Warning);
    m_ui->targets->setFont(scaledFont(Type::Caption, scaledFont(Type::Mono, font())));
    m_ui->choiceColumn->setSpacing(space(Space::Tight, this));
    m_ui->body->setBackgroundRole(QPalette::Base);
    m_ui->scroll->setBackgroundRole(QPalette::Base);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    setEmbedded(true);
    m_ui->targets->setMostLines(int(firstTargets) * 2);
    m_ui->comment->setMaximumHeight(fontMetrics().lineSpacing() * 4);
    m_choices = {{MailAction::MoveToInbox, m_ui->moveToInbox},
                 {MailAction::MoveToJunk, m_ui->moveToJunk},
                 {MailAction::MoveToDeletedItems, m_ui->moveToDeletedItems},
                 {MailAction::SoftDelete, m_ui->softDelete},
                 {MailAction::HardDelete, m_ui->hardDelete}};
    for (const auto &[action, button] : std::as_const(m_choices))
        connect(button, &QAbstractButton::clicked, this, &ReviewPanel::prepare);
    for (const auto &[key, title] : {std::pair {u"incident"_s, tr("Incident")}, {u"mails"_s, tr("Mails")}, {u"mailboxes"_s, tr("Mailboxes")},
                                     {u"verdict"_s, tr("Verdict")}, {u"recommended"_s, tr("Recommended")}, {u"location"_s, tr("Latest location")},
                                     {u"expires"_s, tr("Expires (inferred)")}, {u"age"_s, tr("Data as of")}, {u"executor"_s, tr("Carried out by")}})
        m_ui->facts->addFact(key, title);
    connect(m_ui->readLocation, &QPushButton::clicked, this, &ReviewPanel::readLocation);
    connect(m_ui->cancel, &QPushButton::clicked, this, &Panel::dismissed);
    connect(m_ui->confirm, &QPushButton::clicked, this, &ReviewPanel::confirm);
    connect(m_ui->comment, &QPlainTextEdit::textChanged, this, &ReviewPanel::updateConfirm);
}

ReviewPanel::~ReviewPanel() = default;

bool ReviewPanel::isMail() const
{
    return m_action.kind == domain::ActionKind::MailMessage || m_action.kind == domain::ActionKind::MailCluster;
}

MailAction ReviewPanel::chosenMailAction() const
{
    for (const auto &[action, button] : m_choices)
        if (button->isChecked())
            return action;
    return MailAction::Other;
}

void ReviewPanel::review(DecisionKind kind, const domain::PendingAction &action, const domain::Untrusted &incident)
{
    const bool another = action.id != m_action.id || kind != m_kind || isHidden();
    m_kind = kind;
    m_action = action;
    m_incident = incident;
    if (another)
        m_ui->comment->clear();
    setButtonRole(m_ui->confirm, kind == DecisionKind::ApproveAction ? ButtonRole::Destructive : ButtonRole::Primary);
    m_ui->choice->setVisible(kind == DecisionKind::ApproveAction && isMail());
    for (const auto &[mailAction, button] : std::as_const(m_choices)) {
        const bool recommended = action.recommended == mailAction;
        button->setText(recommended ? tr("%1 (recommended, inferred)").arg(models::name(mailAction)) : models::name(mailAction));
        button->setAutoExclusive(false); // the only way to check none
        button->setChecked(recommended);
        button->setAutoExclusive(true);
    }
    m_ui->scroll->ensureVisible(0, 0);
    showAction();
    prepare();
}

void ReviewPanel::refresh(const domain::PendingAction &action)
{
    if (isHidden() || action.id != m_action.id || action == m_action)
        return;
    m_action = action;
    showAction();
    prepare(); // the facts are others now: a fresh look, a fresh press
}

void ReviewPanel::setPull(const domain::PullState &state)
{
    m_pull = state;
    if (!isHidden()) {
        showAction();
        showConsequence();
    }
}

void ReviewPanel::focusFirst() { m_ui->cancel->setFocus(Qt::OtherFocusReason); }

void ReviewPanel::prepare()
{
    disarm();
    m_prepared.reset();
    m_objection.reset();
    const int turn = ++m_turn;
    models::Choice choice {.kind = m_kind, .incident = m_action.incident, .action = m_action.id};
    if (m_kind == DecisionKind::ApproveAction && isMail() && chosenMailAction() != MailAction::Other)
        choice.mailAction = chosenMailAction();
    showConsequence();
    m_materials.desk.prepare(choice, this, [this, turn](const domain::Result<domain::Decision> &prepared) {
        if (turn == m_turn)
            takePrepared(prepared);
    });
}

void ReviewPanel::takePrepared(const domain::Result<domain::Decision> &prepared)
{
    if (prepared)
        m_prepared = *prepared;
    else
        m_objection = prepared.error();
    showTargets();
    showConsequence();
    if (m_prepared)
        arm();
}

void ReviewPanel::showAction()
{
    const domain::Moment now = m_materials.clock.now();
    m_ui->entity->setOutsideText(m_action.label);
    m_ui->facts->tell(u"incident"_s, u"%1  %2"_s.arg(m_action.incident.text, domain::display(m_incident)));
    m_ui->facts->setShown(u"mails"_s, isMail());
    m_ui->facts->setShown(u"mailboxes"_s, isMail());
    m_ui->facts->setShown(u"location"_s, isMail());
    m_ui->facts->tell(u"mails"_s, models::mailCount(m_action.mailCount));
    const QString reason = models::recommendationReason(m_action.recommendationReason);
    m_ui->facts->tell(u"recommended"_s, u"%1\n%2"_s.arg(models::recommendation(m_action), reason).trimmed());
    m_ui->facts->tell(u"verdict"_s, models::name(m_action.verdict));
    if (m_action.latestLocation) {
        const QString place = models::name(domain::wordOf(*m_action.latestLocation));
        const QString age = m_action.latestLocationAt ? m_times.relative(*m_action.latestLocationAt, now) : QString();
        m_ui->facts->tell(u"location"_s, age.isEmpty() ? place : tr("%1, read %2", "place, then 5 min ago").arg(place, age),
                          domain::isCloudMailbox(*m_action.latestLocation) ? Tone::Plain : Tone::Warning);
    } else {
        m_ui->facts->tell(u"location"_s, tr("Not read yet"), Tone::Warning);
    }
    m_ui->readLocation->setVisible(isMail() && !m_action.targets.isEmpty());
    m_ui->facts->tell(u"expires"_s, m_action.expires <= now ? tr("Over") : tr("in %1", "time left").arg(m_times.remaining(m_action.expires, now)),
                      m_action.expires < now.plusSeconds(24 * 3600) ? Tone::Warning : Tone::Plain);
    m_ui->facts->tell(u"age"_s, m_pull.freshAsOf ? m_times.relative(*m_pull.freshAsOf, now) : tr("Never read to the end"),
                      m_pull.freshAsOf && *m_pull.freshAsOf > now.plusSeconds(-900) ? Tone::Plain : Tone::Warning);
    showTargets();
}

void ReviewPanel::showTargets()
{
    const QList<domain::MailTarget> targets = m_prepared && !m_prepared->targets.isEmpty() ? m_prepared->targets : m_action.targets;
    const QStringList mailboxes = mailboxesOf(targets);
    const QLocale words = locale();
    m_ui->facts->tell(u"mailboxes"_s, mailboxes.isEmpty() ? tr("None known")
                                      : mailboxes.size() == 1
                                          ? domain::display(domain::Untrusted(mailboxes.first()))
                                          : tr("%Ln mailboxes known", nullptr, int(mailboxes.size())));
    m_ui->facts->tell(u"executor"_s, m_prepared ? models::name(m_prepared->executor) : QString());
    const bool shown = isMail() && !targets.isEmpty();
    m_ui->targetsTitle->setVisible(isMail());
    m_ui->targets->setVisible(shown);
    if (!shown) {
        m_ui->targetsTitle->setText(tr("No message is known by name"));
        return;
    }
    m_ui->targetsTitle->setText(targets.size() > firstTargets
                                    ? tr("First %1 of %2 messages").arg(words.toString(firstTargets), words.toString(targets.size()))
                                    : tr("Messages"));
    m_ui->targets->setLines(targetLines(targets));
}

void ReviewPanel::showConsequence()
{
    const MailAction mailAction = m_prepared && m_prepared->mailAction ? *m_prepared->mailAction : chosenMailAction();
    const bool approves = m_kind == DecisionKind::ApproveAction;
    const bool hasAction = approves && mailAction != MailAction::Other;
    m_ui->verb->setText(hasAction ? tr("Approve: %1", "the action").arg(models::name(mailAction)) : models::name(m_kind));
    m_ui->reversible->setVisible(!hasAction);
    QString consequence;
    if (approves)
        consequence = hasAction ? u"%1, %2. %3"_s.arg(models::name(mailAction), models::mailCount(m_action.mailCount), models::whatItDoes(mailAction))
                                : QString();
    else if (m_kind == DecisionKind::RejectAction)
        consequence = tr("Nothing is done to the mail. A comment on the incident says so; the item stays open in the portal until it expires.");
    else
        consequence = tr("Noted here that it was dealt with elsewhere. Nothing is sent to the mail, and the item stays open in the portal.");
    if (m_prepared && approves && m_prepared->executor == domain::ExecutorKind::Portal)
        consequence += u' ' + tr("It is carried out in the portal, which opens at the right place; Casemate verifies it afterwards.");
    m_ui->consequence->setText(consequence);
    m_ui->consequence->setVisible(!consequence.isEmpty());
    updateConfirm();
}

void ReviewPanel::arm()
{
    const int turn = m_turn;
    m_materials.clock.after(armTime, this, [this, turn] {
        if (turn != m_turn || isHidden())
            return;
        m_armed = true;
        updateConfirm();
    });
}

void ReviewPanel::disarm()
{
    m_armed = false;
    updateConfirm();
}

void ReviewPanel::updateConfirm()
{
    const bool offline = m_pull.phase == domain::PullState::Phase::Offline;
    const QString verb = m_kind == DecisionKind::ApproveAction && m_prepared ? models::whatWasDecided(*m_prepared) : models::name(m_kind);
    QString label = offline ? tr("Queue for approval: %1").arg(verb) : verb;
    m_ui->confirm->setText(label.replace(u'&', "&&"_L1));
    QString reason;
    if (m_objection)
        reason = models::sentence(*m_objection);
    const qsizetype room = domain::commentCap - domain::markedComment(domain::DecisionId {QString(36, u'0')}, {}).size();
    const bool fits = m_ui->comment->toPlainText().size() <= room;
    if (!fits)
        reason = tr("The comment is too long: %1 characters are possible.").arg(locale().toString(room));
    m_ui->reason->setText(reason);
    m_ui->reason->setVisible(!reason.isEmpty());
    m_ui->confirm->setEnabled(m_armed && m_prepared && fits);
    m_ui->confirm->setToolTip(safeToolTip(reason));
}

void ReviewPanel::confirm()
{
    if (!m_armed || !m_prepared)
        return;
    domain::Decision decision = *m_prepared;
    if (const QString typed = m_ui->comment->toPlainText().trimmed(); !typed.isEmpty())
        decision.comment = typed;
    disarm();
    m_prepared.reset();
    const int turn = ++m_turn;
    m_materials.desk.take(decision, this, [this, turn, decision](const domain::Result<domain::DecisionId> &taken) {
        if (!taken) {
            Q_EMIT told({Message::Kind::Error, models::sentence(taken.error()), {}});
            if (turn == m_turn)
                prepare();
            return;
        }
        Q_EMIT told({Message::Kind::Done, tr("%1: %2. Not sent yet.").arg(models::whatWasDecided(decision), domain::display(domain::Untrusted(decision.label), 80)),
                     Command::Undo});
        if (turn == m_turn)
            Q_EMIT dismissed();
    });
}

void ReviewPanel::readLocation()
{
    m_ui->readLocation->setEnabled(false);
    m_materials.engine.readLatestLocations(m_action.targets, this, [this](const domain::Result<QList<domain::Fact>> &facts) {
        m_ui->readLocation->setEnabled(true);
        if (!facts)
            Q_EMIT told({Message::Kind::Error, models::sentence(facts.error()), {}});
    });
}

void ReviewPanel::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous()) { // whatever was under way is about something nobody looks at
        ++m_turn;
        m_prepared.reset();
        m_armed = false;
    }
    Panel::hideEvent(event);
}

} // namespace widgets
