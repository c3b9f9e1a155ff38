// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pendingactionsmodel.h"

#include "domain/displaytext.h"
#include "itemroles.h"
#include "overlay.h"
#include "tones.h"
#include "wording.h"
#include "wordingtext.h"

using namespace Qt::StringLiterals;

namespace models {

using domain::Decision;
using domain::PendingAction;
using domain::QueueRow;
using domain::Result;

namespace {

constexpr Qt::Alignment toEnd = Qt::AlignTrailing | Qt::AlignVCenter;

constexpr ColumnEntry columns[] = {
    {QT_TRANSLATE_NOOP("models", "Recommended (inferred)")},
    {QT_TRANSLATE_NOOP("models", "About")},
    {QT_TRANSLATE_NOOP("models", "Mails"), toEnd},
    {QT_TRANSLATE_NOOP("models", "Latest location")},
    {QT_TRANSLATE_NOOP("models", "Verdict")},
    {QT_TRANSLATE_NOOP("models", "Severity")},
    {QT_TRANSLATE_NOOP("models", "Incident")},
    {QT_TRANSLATE_NOOP("models", "Expires (inferred)")},
    {QT_TRANSLATE_NOOP("models", "Decision")},
};

bool isUnstarted(const domain::Error &error)
{
    return error.kind
        == domain::ErrorKind::NotFound; // no cache before the first pull, no ledger before the first decision
}

// Newest decision about each of the actions: open ones from the outbox, final ones from their incidents.
Result<QList<Decision>> decisionsAbout(const QSet<domain::IncidentId> &incidents, store::LedgerReader &ledger)
{
    QList<Decision> decisions;
    for (const domain::IncidentId &incident : incidents) {
        const auto about = ledger.decisionsFor(incident);
        if (!about && isUnstarted(about.error()))
            return decisions;
        if (!about)
            return about.error();
        decisions += *about;
    }
    return decisions;
}

Result<QList<PendingActionRow>> readWaiting(store::ReadSession &session)
{
    const auto actions = session.cache().pendingActions();
    if (!actions)
        return isUnstarted(actions.error()) ? Result<QList<PendingActionRow>>(QList<PendingActionRow>())
                                            : actions.error();
    QSet<domain::IncidentId> ids;
    for (const PendingAction &action : *actions)
        ids.insert(action.incident);
    const auto rows = session.cache().rows(ids);
    if (!rows)
        return rows.error();
    QHash<domain::IncidentId, QueueRow> incidents;
    for (const QueueRow &row : *rows)
        incidents.insert(row.id, row);
    const auto decisions = decisionsAbout(ids, session.ledger());
    if (!decisions)
        return decisions.error();
    QList<PendingActionRow> result;
    for (const PendingAction &action : *actions)
        result.append({action, incidents.value(action.incident), decisionOn(action.id, *decisions), true});
    return result;
}

} // namespace

PendingActionsModel::PendingActionsModel(store::Readers &readers, const domain::Clock &clock, QObject *parent)
    : HeldTableModel(columns, parent)
    , m_readers(readers)
    , m_clock(clock)
{
}

void PendingActionsModel::load()
{
    if (m_isReading) {
        m_readAgain = true;
        return;
    }
    m_isReading = true;
    m_readers.ask<QList<PendingActionRow>>(this, u"approvals"_s, readWaiting,
                                           [this](const Result<QList<PendingActionRow>> &rows) { take(rows); });
}

void PendingActionsModel::take(const Result<QList<PendingActionRow>> &rows)
{
    m_isReading = false;
    if (rows) {
        refreshContext();
        takeAll(withThoseGone(*rows));
        m_isLoaded = true;
        Q_EMIT loaded();
        Q_EMIT changed();
    } else if (rows.error().kind != domain::ErrorKind::Cancelled) {
        Q_EMIT failed(rows.error());
    }
    if (std::exchange(m_readAgain, false))
        load();
}

// What is shown and waits no longer stays as a row that says so.
QList<PendingActionRow> PendingActionsModel::withThoseGone(QList<PendingActionRow> waiting) const
{
    QSet<domain::PendingActionId> ids;
    for (const PendingActionRow &row : std::as_const(waiting))
        ids.insert(row.action.id);
    for (PendingActionRow row : rows()) {
        if (ids.contains(row.action.id))
            continue;
        row.waits = false;
        waiting.append(row);
    }
    return waiting;
}

void PendingActionsModel::takeChanges(const domain::Changes &changes)
{
    if (m_isLoaded && !changes.isEmpty())
        load();
}

void PendingActionsModel::takeLedgerChange()
{
    if (m_isLoaded)
        load();
}

void PendingActionsModel::setFilter(const domain::Filter &filter)
{
    m_filter = filter;
    refreshContext();
    arrange();
}

void PendingActionsModel::setMe(const QString &upn)
{
    m_context.me = upn;
}

void PendingActionsModel::refreshContext()
{
    m_context.now = m_clock.now();
    m_context.utcOffsetSeconds = m_times.utcOffsetSeconds(m_context.now);
}

void PendingActionsModel::refreshTimes()
{
    refreshContext();
    touch(0, rowCount() - 1);
}

int PendingActionsModel::undecided() const
{
    int count = 0;
    for (const PendingActionRow &row : all())
        count += row.waits && (!row.decision || isRefusedOrCancelled(*row.decision)) ? 1 : 0;
    return count;
}

bool PendingActionsModel::isRefusedOrCancelled(const Decision &decision)
{
    return domain::isFinal(decision.state) && decision.state != domain::DecisionState::Verified;
}

bool PendingActionsModel::accepts(const PendingActionRow &row) const
{
    return row.waits && m_filter.accepts(row.action, row.incident, m_context);
}

bool PendingActionsModel::precedes(const PendingActionRow &a, const PendingActionRow &b) const
{
    return a.action.expires != b.action.expires ? a.action.expires < b.action.expires : a.action.id < b.action.id;
}

void PendingActionsModel::held()
{
    Q_EMIT arrivalsChanged(pendingArrivals());
}

QVariant PendingActionsModel::display(const PendingActionRow &row, Column column) const
{
    const PendingAction &action = row.action;
    const bool isMail =
        action.kind == domain::ActionKind::MailMessage || action.kind == domain::ActionKind::MailCluster;
    switch (column) {
    case Column::Action: return recommendation(action);
    case Column::Entity:
        return action.kind == domain::ActionKind::Url ? domain::displayUrl(action.label)
                                                      : domain::display(action.label);
    case Column::Mails: return isMail ? QLocale().toString(action.mailCount) : QString();
    case Column::Location:
        if (!isMail)
            return QString();
        return action.latestLocation ? name(domain::wordOf(*action.latestLocation)) : tr("not known");
    case Column::Verdict: return name(action.verdict);
    case Column::Severity: return name(row.incident.severity);
    case Column::Incident: return domain::displayPlain(domain::Untrusted(action.incident.text));
    case Column::Expires: return row.waits ? m_times.remaining(action.expires, m_context.now) : tr("no longer waits");
    case Column::Decision: return row.decision ? name(row.decision->state) : QString();
    }
    return {};
}

QVariant PendingActionsModel::secondLine(const PendingActionRow &row, Column column) const
{
    if (column == Column::Entity) {
        const QList<domain::MailTarget> &targets = row.action.targets;
        const bool isOneMail = targets.size() == 1 && !targets.first().recipient.isEmpty();
        const QString kind = name(row.action.kind);
        return isOneMail ? QString(kind + u" · "_s + domain::display(domain::Untrusted(targets.first().recipient)))
                         : kind;
    }
    if (column == Column::Location && row.action.latestLocationAt)
        return m_times.brief(*row.action.latestLocationAt, m_context.now);
    if (column == Column::Incident)
        return domain::display(row.incident.name);
    if (column == Column::Decision && row.decision)
        return whatWasDecided(*row.decision);
    return {};
}

Tone PendingActionsModel::tone(const PendingActionRow &row, Column column) const
{
    if (!row.waits)
        return Tone::Muted;
    switch (column) {
    case Column::Verdict: return toneOf(row.action.verdict.value);
    case Column::Expires: return toneOfExpiry(row.action.expires, m_context.now);
    case Column::Decision: return row.decision ? toneOf(row.decision->state) : Tone::Plain;
    case Column::Location:
        return row.action.latestLocation && !domain::isCloudMailbox(*row.action.latestLocation) ? Tone::Warning
                                                                                                : Tone::Plain;
    default: return Tone::Plain;
    }
}

QVariant PendingActionsModel::sortValue(const PendingActionRow &row, Column column) const
{
    switch (column) {
    case Column::Mails: return row.action.mailCount;
    case Column::Severity: return int(row.incident.severity.value);
    case Column::Verdict: return int(row.action.verdict.value);
    case Column::Incident: return row.action.incident.text.toLongLong();
    case Column::Expires: return row.action.expires.ticks;
    default: return display(row, column);
    }
}

QVariant PendingActionsModel::cell(const PendingActionRow &row, int column, int role) const
{
    const auto which = Column(column);
    switch (role) {
    case Qt::DisplayRole: return display(row, which);
    case SortRole: return sortValue(row, which);
    case IdRole: return row.action.id.text;
    case IncidentRole: return row.action.incident.text;
    case SignRole:
        if (which == Column::Severity)
            return QVariant::fromValue(row.incident.severity.value);
        return which == Column::Decision && row.decision ? QVariant::fromValue(row.decision->state) : QVariant();
    case ToneRole: return int(tone(row, which));
    case StrongRole: return which == Column::Entity && row.waits && !row.decision;
    case SecondLineRole: return secondLine(row, which);
    case OverlayRole: {
        const bool isOpen = row.decision && domain::isOpen(row.decision->state);
        return which == Column::Action && isOpen ? QVariant::fromValue(row.decision->state) : QVariant();
    }
    case ServerTextRole: return which == Column::Action ? QVariant(recommendation(row.action)) : QVariant();
    case OutdatedRole: return !row.waits || isOutdated(row.action.id.text);
    case FullTextRole: return recommendationReason(row.action.recommendationReason);
    default: return {};
    }
}

} // namespace models
