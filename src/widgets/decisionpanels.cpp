// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisionpanels.h"

#include "assignpanel.h"
#include "classifypanel.h"
#include "commentpanel.h"
#include "panel.h"
#include "resolvepanel.h"
#include "tagpanel.h"
#include "typed.h"

#include "models/wording.h"

#include <QDataStream>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace widgets {

using domain::DecisionKind;

namespace {

constexpr qsizetype offered = 500; // names in a completion; more help nobody

// Distinct, most used first.
QStringList mostUsed(const QHash<QString, int> &uses)
{
    QStringList names = uses.keys();
    std::sort(names.begin(), names.end(), [&uses](const QString &a, const QString &b) {
        const int left = uses.value(a);
        const int right = uses.value(b);
        return left == right ? a < b : left > right;
    });
    return names.mid(0, offered);
}

QStringList peopleOf(const models::QueueModel &queue)
{
    QHash<QString, int> uses;
    for (const models::QueueEntryPointer &entry : queue.rows())
        if (!entry->row.assignedTo.isEmpty())
            ++uses[entry->row.assignedTo.raw()];
    return mostUsed(uses);
}

QStringList tagsOf(const models::QueueModel &queue)
{
    QHash<QString, int> uses;
    for (const models::QueueEntryPointer &entry : queue.rows())
        for (const domain::Untrusted &tag : entry->row.tags.mid(0, entry->row.customTags))
            ++uses[tag.raw()];
    return mostUsed(uses);
}

} // namespace

QString Subject::text() const
{
    if (incidents.size() == 1)
        return DecisionPanels::tr("incident %1", "inside a sentence").arg(incidents.first().text);
    return DecisionPanels::tr("%n incidents", "inside a sentence; 2 or more", int(incidents.size()));
}

QString Subject::key() const
{
    QStringList ids;
    for (const domain::IncidentId &incident : incidents)
        ids.append(incident.text);
    return ids.join(u' ');
}

DecisionPanels::DecisionPanels(const Materials &materials, PanelHost *host, QObject *parent)
    : QObject(parent)
    , m_materials(materials)
    , m_host(host)
    , m_assign(new AssignPanel(host))
    , m_classify(new ClassifyPanel(host))
    , m_tag(new TagPanel(host))
    , m_comment(new CommentPanel(host))
    , m_resolve(new ResolvePanel(host))
{
    connect(m_assign, &AssignPanel::chosen, this, [this](const QString &upn) { decide(DecisionKind::Assign, upn); });
    connect(m_classify, &ClassifyPanel::chosen, this, [this](const domain::Judgement &judgement) {
        decide(DecisionKind::Classify, domain::judgementText(judgement));
    });
    connect(m_tag, &TagPanel::addRequested, this, [this](const QString &tag) { decide(DecisionKind::AddTag, tag); });
    connect(m_tag, &TagPanel::removeRequested, this, [this](const QString &tag) { decide(DecisionKind::RemoveTag, tag); });
    connect(m_comment, &CommentPanel::draftChanged, this, [this](const QString &text) { m_drafts[m_subject.key()] = text; });
    connect(m_comment, &CommentPanel::written, this, [this](const QString &text) { decide(DecisionKind::Comment, {}, text); });
    connect(m_resolve, &ResolvePanel::chosen, this,
            [this](const std::optional<domain::Judgement> &judgement, const QString &comment) {
                decide(DecisionKind::Resolve, judgement ? domain::judgementText(*judgement) : QString(), comment);
            });
}

const CommandSet &DecisionPanels::commands()
{
    static const CommandSet all = {Command::Take, Command::Assign, Command::Classify,
                                   Command::Tag,  Command::Comment, Command::Resolve};
    return all;
}

void DecisionPanels::carryOut(Command command, const Subject &subject)
{
    if (subject.incidents.isEmpty())
        return;
    m_subject = subject;
    switch (command) {
    case Command::Take: decide(DecisionKind::Assign, u"me"_s); break;
    case Command::Assign: openAssign(); break;
    case Command::Classify: openClassify(); break;
    case Command::Tag: openTag(); break;
    case Command::Comment: openComment(); break;
    case Command::Resolve: openResolve(); break;
    default: break;
    }
}

std::optional<Command> DecisionPanels::openCommand() const
{
    const std::pair<const Panel *, Command> all[] = {{m_assign, Command::Assign}, {m_classify, Command::Classify}, {m_tag, Command::Tag},
                                                     {m_comment, Command::Comment}, {m_resolve, Command::Resolve}};
    for (const auto &[panel, command] : all)
        if (panel == m_host->current())
            return command;
    return std::nullopt;
}

QByteArray DecisionPanels::place() const
{
    const auto command = openCommand();
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << m_drafts << (command ? int(*command) : -1);
    if (command)
        out << m_subject.key() << m_subject.ownTags << (m_subject.judgement ? domain::judgementText(*m_subject.judgement) : QString())
            << typedInto(*m_host->current());
    return state;
}

void DecisionPanels::restorePlace(const QByteArray &place)
{
    QDataStream in(place);
    int command = -1;
    QString key;
    QString judgement;
    QByteArray typed;
    in >> m_drafts >> command;
    if (command < 0)
        return;
    Subject subject;
    in >> key >> subject.ownTags >> judgement >> typed;
    const QStringList ids = key.split(u' ', Qt::SkipEmptyParts);
    for (const QString &id : ids)
        subject.incidents.append({id});
    if (const auto known = domain::judgement(judgement))
        subject.judgement = *known;
    carryOut(Command(command), subject);
    if (m_host->current())
        typeAgain(*m_host->current(), typed);
}

void DecisionPanels::openAssign()
{
    m_assign->ask(m_subject.text(), peopleOf(*m_materials.models.queue()), m_materials.engine.capabilities().upn);
    m_host->open(m_assign);
}

void DecisionPanels::openClassify()
{
    m_classify->ask(m_subject.text(), m_subject.judgement);
    m_host->open(m_classify);
}

void DecisionPanels::openTag()
{
    m_tag->ask(m_subject.text(), m_subject.ownTags, tagsOf(*m_materials.models.queue()));
    m_host->open(m_tag);
}

void DecisionPanels::openComment()
{
    m_comment->ask(m_subject.text(), m_drafts.value(m_subject.key()));
    m_host->open(m_comment);
}

void DecisionPanels::openResolve()
{
    m_resolve->ask(m_subject.text(), m_subject.judgement);
    m_host->open(m_resolve);
}

void DecisionPanels::decide(DecisionKind kind, const QString &value, const QString &comment)
{
    m_host->close();
    QList<models::Choice> choices;
    for (const domain::IncidentId &incident : std::as_const(m_subject.incidents))
        choices.append({.kind = kind, .incident = incident, .value = value, .comment = comment});
    const auto tellOutcome = [this, choices, kind, subject = m_subject.key()](const Results &results) {
        const Message message = outcome(choices, results);
        if (kind == DecisionKind::Comment && message.kind == Message::Kind::Done)
            m_drafts.remove(subject);
        Q_EMIT told(message);
    };
    m_materials.desk.decideAll(choices, this, tellOutcome);
}

Message DecisionPanels::outcome(const QList<models::Choice> &choices, const Results &results)
{
    qsizetype taken = 0;
    std::optional<domain::Error> first;
    for (const domain::Result<domain::DecisionId> &result : results) {
        taken += result ? 1 : 0;
        if (!result && !first)
            first = result.error();
    }
    if (first && results.size() == 1)
        return {.kind = Message::Kind::Error, .text = models::sentence(*first)};
    if (first)
        return {.kind = Message::Kind::Error,
                .text = tr("%1 of %2 decided. %3").arg(QLocale().toString(taken), QLocale().toString(results.size()), models::sentence(*first))};
    Subject subject;
    domain::Decision decision;
    for (const models::Choice &choice : choices) {
        subject.incidents.append(choice.incident);
        decision.kind = choice.kind;
        decision.value = choice.value;
        decision.comment = choice.comment;
    }
    return {.kind = Message::Kind::Done,
            .text = tr("%1: %2. Not sent yet.", "what was decided: on what").arg(models::whatWasDecided(decision), subject.text()),
            .offer = Command::Undo};
}

} // namespace widgets
