// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aftermath.h"

#include "domain/ask.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;
using domain::Decision;
using domain::Result;

namespace casemate::sync {

namespace {

Q_LOGGING_CATEGORY(lcSync, "sync")

constexpr qint64 commentLifeSeconds = 6 * 24 * 3600;

bool changesTheIncident(const Decision &decision)
{
    return decision.executor == domain::ExecutorKind::Graph || decision.executor == domain::ExecutorKind::MailRemediation;
}

} // namespace

Decision approvalComment(const Decision &approval, domain::Moment now)
{
    const QString action = approval.mailAction ? domain::wireWord(*approval.mailAction) : QString();
    Decision comment;
    comment.id = domain::approvalCommentId(approval.id);
    comment.kind = domain::DecisionKind::Comment;
    comment.incident = approval.incident;
    comment.tenantId = approval.tenantId;
    comment.oid = approval.oid;
    comment.upn = approval.upn;
    // No label: it is text that an attacker wrote.
    comment.comment = u"Approved with Casemate by %1: %2 of %3 message(s), seen carried out at %4. Decision %5."_s.arg(
        approval.upn, action, QString::number(approval.targets.size()), now.dateTime().toString(Qt::ISODate),
        approval.id.text);
    comment.executor = domain::ExecutorKind::Graph;
    comment.decidedAt = now;
    comment.heldUntil = now;
    comment.expires = now.plusSeconds(commentLifeSeconds);
    return comment;
}

Aftermath::Aftermath(store::Ledger &ledger, domain::Clock &clock, Ingest &ingest, remote::Incidents &incidents,
                     QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_clock(clock)
    , m_ingest(ingest)
    , m_incidents(incidents)
{
}

void Aftermath::replay()
{
    const auto decisions = m_ledger.unapplied();
    if (!decisions) {
        qCWarning(lcSync) << "outcomes could not be replayed:" << domain::errorKindWord(decisions.error().kind);
        return;
    }
    for (const Decision &decision : *decisions)
        apply(decision, {});
}

void Aftermath::apply(const Decision &decision, const std::optional<QByteArray> &incidentBytes)
{
    if (m_busy.contains(decision.id))
        return;
    if (!changesTheIncident(decision)) {
        markApplied(decision.id);
        return;
    }
    m_busy.insert(decision.id);
    if (incidentBytes)
        keep(decision, *incidentBytes, {});
    else
        reread(decision);
}

void Aftermath::reread(const Decision &decision)
{
    m_incidents.get(decision.incident, remote::Lane::Sync, this, [this, decision](const Result<remote::ItemAnswer> &item) {
        if (item)
            keep(decision, item->bytes, item->serverDate);
        else if (item.error().kind == domain::ErrorKind::NotFound)
            archive(decision);
        else
            m_busy.remove(decision.id); // at the next replay
    });
}

void Aftermath::keep(const Decision &decision, const QByteArray &bytes, std::optional<domain::Moment> seen)
{
    domain::ask<store::Applied>(
        &m_ingest, this, [bytes, seen](Ingest &ingest) { return ingest.incidents({bytes}, seen); },
        [this, id = decision.id](const Result<store::Applied> &applied) {
            m_busy.remove(id);
            if (!applied)
                return;
            markApplied(id);
            if (!applied->changes.isEmpty())
                Q_EMIT cacheChanged(applied->changes);
        });
}

void Aftermath::archive(const Decision &decision)
{
    domain::ask<domain::Changes>(
        &m_ingest, this, [id = decision.incident](Ingest &ingest) { return ingest.archive(id); },
        [this, id = decision.id](const Result<domain::Changes> &changes) {
            m_busy.remove(id);
            if (!changes)
                return;
            markApplied(id);
            if (!changes->isEmpty())
                Q_EMIT cacheChanged(*changes);
        });
}

void Aftermath::markApplied(const domain::DecisionId &id)
{
    if (const auto marked = m_ledger.markApplied(id); !marked)
        qCWarning(lcSync) << "an applied outcome could not be marked:" << domain::errorKindWord(marked.error().kind);
}

void Aftermath::showProof(const Decision &decision, const std::optional<QByteArray> &incidentBytes,
                          remote::Executor &executor)
{
    if (incidentBytes) {
        domain::ask<store::Applied>(
            &m_ingest, this, [bytes = *incidentBytes](Ingest &ingest) { return ingest.incidents({bytes}, {}); },
            [this](const Result<store::Applied> &applied) {
                if (applied && !applied->changes.isEmpty())
                    Q_EMIT cacheChanged(applied->changes);
            });
    }
    if (decision.targets.isEmpty())
        return;
    executor.readFacts(decision, this, [this](const Result<QList<domain::Fact>> &facts) {
        if (!facts)
            return;
        domain::ask<domain::Changes>(
            &m_ingest, this, [facts = *facts](Ingest &ingest) { return ingest.latestLocations(facts); },
            [this](const Result<domain::Changes> &changes) {
                if (changes && !changes->isEmpty())
                    Q_EMIT cacheChanged(*changes);
            });
    });
}

Result<domain::Done> Aftermath::recordComment(const Decision &proved)
{
    if (proved.kind != domain::DecisionKind::ApproveAction || proved.executor != domain::ExecutorKind::MailRemediation)
        return domain::Done {};
    const auto comment = m_ledger.record(approvalComment(proved, m_clock.now()));
    if (!comment && comment.error().kind != domain::ErrorKind::Refused)
        return comment;
    if (comment)
        Q_EMIT recorded();
    else if (comment.error().code != "duplicateDecision"_L1)
        qCWarning(lcSync) << "no comment about an approval:" << comment.error().code;
    return domain::Done {};
}

} // namespace casemate::sync
