// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxmodel.h"

#include "domain/displaytext.h"
#include "itemroles.h"
#include "tones.h"
#include "wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

using domain::Decision;
using domain::DecisionState;
using domain::Result;

namespace {

constexpr ColumnEntry columns[] = {
    {QT_TRANSLATE_NOOP("models", "State")},      {QT_TRANSLATE_NOOP("models", "Decision")},
    {QT_TRANSLATE_NOOP("models", "About")},      {QT_TRANSLATE_NOOP("models", "Incident")},
    {QT_TRANSLATE_NOOP("models", "Decided")},    {QT_TRANSLATE_NOOP("models", "Next step")},
    {QT_TRANSLATE_NOOP("models", "Decided by")},
};

bool isEarlier(const Decision &a, const Decision &b)
{
    return a.decidedAt != b.decidedAt ? a.decidedAt < b.decidedAt : a.id < b.id;
}

bool waitsForPerson(const Decision &decision)
{
    return decision.state == DecisionState::NeedsPerson || decision.state == DecisionState::Stale;
}

// Those that have left the outbox since: the ledger says how they ended.
Result<QList<Decision>> endsOf(const QList<domain::DecisionId> &ids, store::LedgerReader &ledger)
{
    QList<Decision> ended;
    for (const domain::DecisionId &id : ids) {
        auto decision = ledger.decision(id);
        if (!decision)
            return decision.error();
        ended.append(std::move(*decision));
    }
    return ended;
}

Result<QList<Decision>> readOutbox(const QList<domain::DecisionId> &shown, store::LedgerReader &ledger)
{
    auto open = ledger.outbox();
    if (!open) // before the first decision there is no ledger
        return open.error().kind == domain::ErrorKind::NotFound ? Result<QList<Decision>>(QList<Decision>())
                                                                : open.error();
    QList<domain::DecisionId> missing;
    for (const domain::DecisionId &id : shown) {
        if (std::none_of(open->begin(), open->end(), [&id](const Decision &decision) { return decision.id == id; }))
            missing.append(id);
    }
    const auto ended = endsOf(missing, ledger);
    if (!ended)
        return ended.error();
    return *open + *ended;
}

} // namespace

OutboxModel::OutboxModel(store::Readers &readers, const domain::Clock &clock, QObject *parent)
    : TableModel(columns, parent)
    , m_readers(readers)
    , m_clock(clock)
{
}

void OutboxModel::load()
{
    QList<domain::DecisionId> shown;
    for (const Decision &decision : rows()) {
        if (domain::isOpen(decision.state))
            shown.append(decision.id);
    }
    m_readers.ask<QList<Decision>>(
        this, u"outbox"_s, [shown](store::ReadSession &session) { return readOutbox(shown, session.ledger()); },
        [this](const Result<QList<Decision>> &read) {
            if (read)
                take(*read);
            else if (read.error().kind != domain::ErrorKind::Cancelled)
                Q_EMIT failed(read.error());
        });
}

void OutboxModel::take(QList<Decision> decisions)
{
    for (const Decision &decision : rows()) {
        const auto isNew = [&decision](const Decision &other) { return other.id == decision.id; };
        if (domain::isFinal(decision.state) && std::none_of(decisions.begin(), decisions.end(), isNew))
            decisions.append(decision);
    }
    std::sort(decisions.begin(), decisions.end(), isEarlier);
    m_isLoaded = true;
    show(std::move(decisions));
    Q_EMIT changed();
}

void OutboxModel::dismissFinished()
{
    show(open());
}

void OutboxModel::refreshTimes()
{
    touch(0, rowCount() - 1);
}

QList<Decision> OutboxModel::open() const
{
    QList<Decision> decisions = rows();
    decisions.removeIf([](const Decision &decision) { return domain::isFinal(decision.state); });
    return decisions;
}

std::optional<Decision> OutboxModel::newestHeld() const
{
    for (auto decision = rows().crbegin(); decision != rows().crend(); ++decision) {
        if (decision->state == DecisionState::Held)
            return *decision;
    }
    return std::nullopt;
}

int OutboxModel::needingPerson() const
{
    return int(std::count_if(rows().begin(), rows().end(), waitsForPerson));
}

QVariant OutboxModel::display(const Decision &decision, Column column) const
{
    const domain::Moment now = m_clock.now();
    switch (column) {
    case Column::State: return name(decision.state);
    case Column::What: return whatWasDecided(decision);
    case Column::Entity: return domain::display(domain::Untrusted(decision.label));
    case Column::Incident: return domain::displayPlain(domain::Untrusted(decision.incident.text));
    case Column::Decided: return m_times.brief(decision.decidedAt, now);
    case Column::Next:
        if (decision.state == DecisionState::Held)
            return m_times.remaining(decision.heldUntil, now);
        return decision.nextStep && domain::isOpen(decision.state) ? m_times.brief(*decision.nextStep, now) : QString();
    case Column::Who: return domain::display(domain::Untrusted(decision.upn));
    }
    return {};
}

QVariant OutboxModel::cell(const Decision &decision, int column, int role) const
{
    const auto which = Column(column);
    switch (role) {
    case Qt::DisplayRole: return display(decision, which);
    case SortRole:
        if (which == Column::Decided)
            return decision.decidedAt.ticks;
        if (which == Column::Next)
            return decision.nextStep.value_or(decision.heldUntil).ticks;
        return which == Column::State ? QVariant(int(decision.state)) : display(decision, which);
    case IdRole: return decision.id.text;
    case IncidentRole: return decision.incident.text;
    case SignRole: return which == Column::State ? QVariant::fromValue(decision.state) : QVariant();
    case ToneRole: return int(which == Column::State ? toneOf(decision.state) : Tone::Plain);
    case StrongRole: return waitsForPerson(decision);
    case SecondLineRole: return which == Column::What ? stateSentence(decision, m_times) : QVariant();
    case FullTextRole: return stateSentence(decision, m_times);
    default: return {};
    }
}

} // namespace models
