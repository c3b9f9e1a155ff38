// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aftermath.h"

#include "sendrules.h"

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

bool movesMails(const Decision &decision)
{
    return !decision.targets.isEmpty()
        && (decision.executor == domain::ExecutorKind::MailRemediation
            || decision.executor == domain::ExecutorKind::Portal);
}

// No label of the entity: it is text that an attacker wrote. %1: who, %2: the action, %3: how many, %4: when, %5: the id.
QString commentPattern(const Decision &approval)
{
    if (approval.stateReason == "movedByOther"_L1)
        return u"Seen at %4: %3 message(s) where %2 would have put them. %1 asked for it with Casemate, but by the "
               "record at least one was moved by somebody else. Decision %5."_s;
    if (!approval.stateReason.isEmpty())
        return u"Seen at %4: %3 message(s) where %2 would have put them. %1 asked for it with Casemate, but the request "
               "got no answer: this was not necessarily Casemate. Decision %5."_s;
    if (approval.stateDetail == "alreadyInDestination"_L1)
        return u"Seen at %4: %3 message(s) where %2 would have put them; they lay there before %1 asked for it with "
               "Casemate. Decision %5."_s;
    return u"Approved with Casemate by %1: %2 of %3 message(s), seen carried out at %4. Decision %5."_s;
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
    comment.comment = commentPattern(approval).arg(approval.upn, action, QString::number(approval.targets.size()),
                                                   now.dateTime().toString(Qt::ISODate), approval.id.text);
    comment.executor = domain::ExecutorKind::Graph;
    comment.decidedAt = now;
    comment.heldUntil = now;
    comment.expires = now.plusSeconds(commentLifeSeconds);
    return comment;
}

Aftermath::Aftermath(const AftermathSeams &seams, QObject *parent)
    : QObject(parent)
    , m_seams(seams)
{
}

void Aftermath::replay()
{
    const auto decisions = m_seams.ledger.unapplied();
    if (!decisions) {
        qCWarning(lcSync) << "outcomes could not be replayed:" << domain::errorKindWord(decisions.error().kind);
        return;
    }
    for (const Decision &decision : *decisions) {
        const bool isProved = decision.state == domain::DecisionState::Verified && movesMails(decision);
        // Of what an earlier run has left, nobody knows which part it was.
        const Parts open = m_open.value(decision.id, isProved ? Parts {Outcome, Places} : Parts {Outcome});
        m_open.insert(decision.id, open);
        if (open & Outcome)
            apply(decision, {});
        if (open & Places)
            showPlaces(decision);
    }
}

bool Aftermath::begin(const domain::DecisionId &id, Part part)
{
    if (m_busy.value(id) & part)
        return false;
    m_open[id] |= part;
    m_busy[id] |= part;
    return true;
}

// The ledger's mark is taken away when nothing is left: a part that failed keeps it until the next replay.
void Aftermath::end(const domain::DecisionId &id, Part part, bool isShown)
{
    m_busy[id].setFlag(part, false);
    if (!m_busy.value(id))
        m_busy.remove(id);
    if (!isShown)
        return;
    m_open[id].setFlag(part, false);
    if (m_open.value(id))
        return;
    m_open.remove(id);
    if (const auto marked = m_seams.ledger.markApplied(id); !marked)
        qCWarning(lcSync) << "an applied outcome could not be marked:" << domain::errorKindWord(marked.error().kind);
}

void Aftermath::apply(const Decision &decision, const std::optional<QByteArray> &incidentBytes)
{
    if (!begin(decision.id, Outcome))
        return;
    if (!changesTheIncident(decision))
        end(decision.id, Outcome, true);
    else if (incidentBytes)
        keep(decision, *incidentBytes, {});
    else
        reread(decision);
}

void Aftermath::reread(const Decision &decision)
{
    m_seams.incidents.get(decision.incident, remote::Lane::Sync, this,
                          [this, decision](const Result<remote::ItemAnswer> &item) {
                              if (item)
                                  keep(decision, item->bytes, item->serverDate);
                              else if (item.error().kind == domain::ErrorKind::NotFound)
                                  archive(decision);
                              else
                                  end(decision.id, Outcome, false);
                          });
}

void Aftermath::keep(const Decision &decision, const QByteArray &bytes, std::optional<domain::Moment> seen)
{
    domain::ask<store::Applied>(
        &m_seams.ingest, this, [bytes, seen](Ingest &ingest) { return ingest.incidents({bytes}, seen); },
        [this, id = decision.id](const Result<store::Applied> &applied) {
            end(id, Outcome, applied.hasValue());
            if (applied && !applied->changes.isEmpty())
                Q_EMIT cacheChanged(applied->changes);
        });
}

void Aftermath::archive(const Decision &decision)
{
    domain::ask<domain::Changes>(
        &m_seams.ingest, this, [id = decision.incident](Ingest &ingest) { return ingest.archive(id); },
        [this, id = decision.id](const Result<domain::Changes> &changes) {
            end(id, Outcome, changes.hasValue());
            if (changes && !changes->isEmpty())
                Q_EMIT cacheChanged(*changes);
        });
}

void Aftermath::showProof(const Decision &decision, const std::optional<QByteArray> &incidentBytes)
{
    if (incidentBytes) {
        domain::ask<store::Applied>(
            &m_seams.ingest, this, [bytes = *incidentBytes](Ingest &ingest) { return ingest.incidents({bytes}, {}); },
            [this](const Result<store::Applied> &applied) {
                if (applied && !applied->changes.isEmpty())
                    Q_EMIT cacheChanged(applied->changes);
            });
    }
    if (movesMails(decision))
        showPlaces(decision);
}

void Aftermath::showPlaces(const Decision &decision)
{
    if (!begin(decision.id, Places))
        return;
    m_seams.executors.of(decision).readFacts(decision, this, [this, decision](const Result<QList<domain::Fact>> &facts) {
        if (facts)
            keepPlaces(decision, *facts);
        else // what will not be readable later either is not asked for again and again
            end(decision.id, Places, !isPassing(facts.error()));
    });
}

void Aftermath::keepPlaces(const Decision &decision, const QList<domain::Fact> &places)
{
    domain::ask<domain::Changes>(
        &m_seams.ingest, this, [places](Ingest &ingest) { return ingest.latestLocations(places); },
        [this, id = decision.id](const Result<domain::Changes> &changes) {
            end(id, Places, changes.hasValue());
            if (changes && !changes->isEmpty())
                Q_EMIT cacheChanged(*changes);
        });
}

Result<domain::Done> Aftermath::recordComment(const Decision &proved)
{
    if (proved.kind != domain::DecisionKind::ApproveAction || proved.executor != domain::ExecutorKind::MailRemediation)
        return domain::Done {};
    const auto comment = m_seams.ledger.record(approvalComment(proved, m_seams.clock.now()));
    if (!comment && comment.error().kind != domain::ErrorKind::Refused)
        return comment;
    if (comment)
        Q_EMIT recorded();
    else if (comment.error().code != "duplicateDecision"_L1)
        qCWarning(lcSync) << "no comment about an approval:" << comment.error().code;
    return domain::Done {};
}

} // namespace casemate::sync
