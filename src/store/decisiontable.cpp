// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisiontable.h"

#include "connection.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using domain::Decision;
using domain::DecisionId;
using domain::Fact;
using domain::MailAction;

namespace store {

namespace {

QString effectWord(domain::EffectClass effect)
{
    switch (effect) {
    case domain::EffectClass::Set: return u"set"_s;
    case domain::EffectClass::Append: return u"append"_s;
    case domain::EffectClass::Destructive: return u"destructive"_s;
    }
    Q_UNREACHABLE();
}

QString targetField(qint64 position)
{
    return u"target/%1"_s.arg(position);
}

QString factField(qint64 revision, qint64 position, QLatin1StringView part)
{
    return u"fact/%1/%2/"_s.arg(revision).arg(position) + part;
}

std::optional<QString> mailActionWord(const Decision &decision)
{
    if (!decision.mailAction)
        return {};
    return domain::wireWord(*decision.mailAction);
}

} // namespace

DecisionTable::DecisionTable(Connection &connection, PersonalTable &personal)
    : m_connection(connection)
    , m_personal(personal)
    , m_insert(connection,
               "INSERT INTO decision (id, kind, effect, incident, tenant, oid, action, mail_action, executor, decided_at, "
               "held_until, expires, state, state_reason, state_detail, state_since, final, handle, next_step) "
               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, '', ?15, ?16, ?17, ?18)")
    , m_insertTarget(connection, "INSERT INTO decision_target (decision, position, message) VALUES (?1, ?2, ?3)")
    , m_insertFact(connection,
                   "INSERT INTO decision_fact (decision, revision, position, source, source_time) "
                   "VALUES (?1, ?2, ?3, ?4, ?5)")
    , m_write(connection,
              "UPDATE decision SET state = ?2, state_reason = ?3, state_detail = ?4, state_since = ?5, final = ?6, "
              "facts_revision = ?7, attempts = ?8, handle = ?9, next_step = ?10 WHERE row = ?1")
    , m_applied(connection, "UPDATE decision SET applied = ?2 WHERE row = ?1")
    , m_load(connection,
             "SELECT id, kind, incident, tenant, oid, action, mail_action, executor, decided_at, held_until, expires, "
             "state, state_reason, state_detail, state_since, facts_revision, attempts, handle, next_step "
             "FROM decision WHERE row = ?1")
    , m_targets(connection, "SELECT position, message FROM decision_target WHERE decision = ?1 ORDER BY position")
    , m_facts(connection,
              "SELECT position, source, source_time FROM decision_fact WHERE decision = ?1 AND revision = ?2 "
              "ORDER BY position")
    , m_byId(connection, "SELECT row FROM decision WHERE id = ?1")
    , m_openAnswer(connection,
                   "SELECT 1 FROM decision WHERE action = ?1 AND action <> '' AND final = 0 "
                   "AND kind IN ('approve', 'reject')")
    , m_provedAnswer(connection,
                     "SELECT 1 FROM decision WHERE action = ?1 AND state = 'verified' AND kind IN ('approve', ?2) LIMIT 1")
    , m_open(connection, "SELECT row FROM decision WHERE final = 0 ORDER BY row")
    , m_unapplied(connection, "SELECT row FROM decision WHERE applied = 0 ORDER BY row")
    , m_ofIncident(connection, "SELECT row FROM decision WHERE incident = ?1 ORDER BY row DESC")
{
}

qint64 DecisionTable::insert(const Decision &decision, QJsonObject &commitments)
{
    m_insert
        .with(decision.id, domain::decisionKindWord(decision.kind), effectWord(domain::effectClass(decision.kind)),
              decision.incident, decision.tenantId, decision.oid, decision.action, mailActionWord(decision),
              domain::executorWord(decision.executor), decision.decidedAt, decision.heldUntil, decision.expires,
              domain::decisionStateWord(decision.state), decision.stateReason, decision.stateSince,
              domain::isFinal(decision.state), decision.handle, decision.nextStep)
        .run();
    const qint64 row = sqlite3_last_insert_rowid(m_connection.handle());
    m_personal.keep(row, u"upn"_s, decision.upn, commitments);
    m_personal.keep(row, u"value"_s, decision.value, commitments);
    m_personal.keep(row, u"comment"_s, decision.comment, commitments);
    m_personal.keep(row, u"label"_s, decision.label, commitments);
    qint64 position = 0;
    for (const domain::MailTarget &target : decision.targets) {
        m_insertTarget.with(row, position, target.networkMessageId).run();
        m_personal.keep(row, targetField(position), target.recipient, commitments);
        ++position;
    }
    insertFacts(row, 1, decision.facts, commitments);
    return row;
}

void DecisionTable::insertFacts(qint64 row, int revision, const QList<Fact> &facts, QJsonObject &commitments)
{
    qint64 position = 0;
    for (const Fact &fact : facts) {
        m_insertFact.with(row, revision, position, fact.source, fact.sourceTime).run();
        m_personal.keep(row, factField(revision, position, "name"_L1), fact.name, commitments);
        m_personal.keep(row, factField(revision, position, "value"_L1), fact.value, commitments);
        ++position;
    }
}

void DecisionTable::write(const StoredDecision &decision)
{
    const Decision &value = decision.value;
    m_write
        .with(decision.row, domain::decisionStateWord(value.state), value.stateReason, decision.detailField,
              value.stateSince, domain::isFinal(value.state), decision.factsRevision, value.attempts, value.handle,
              value.nextStep)
        .run();
}

void DecisionTable::freeze(StoredDecision &decision, const QList<Fact> &facts, QJsonObject &commitments)
{
    ++decision.factsRevision;
    decision.value.facts = facts;
    insertFacts(decision.row, decision.factsRevision, facts, commitments);
}

void DecisionTable::setApplied(qint64 row, bool applied)
{
    m_applied.with(row, applied).run();
}

std::optional<StoredDecision> DecisionTable::find(const DecisionId &id)
{
    if (!m_byId.with(id).next())
        return {};
    return load(m_byId.integer(0));
}

std::optional<StoredDecision> DecisionTable::load(qint64 row)
{
    if (!m_load.with(row).next())
        return {};
    const QHash<QString, QString> personal = m_personal.of(row);
    StoredDecision stored;
    stored.row = row;
    Decision &value = stored.value;
    value.id = {m_load.text(0)};
    value.kind = domain::decisionKind(m_load.text(1)).value_or(value.kind);
    value.incident = {m_load.text(2)};
    value.tenantId = m_load.text(3);
    value.oid = m_load.text(4);
    value.action = {m_load.text(5)};
    if (!m_load.isNull(6))
        value.mailAction = domain::word<MailAction>(m_load.text(6)).value;
    value.executor = domain::executorKind(m_load.text(7)).value_or(value.executor);
    value.decidedAt = m_load.moment(8);
    value.heldUntil = m_load.moment(9);
    value.expires = m_load.moment(10);
    // A state that we cannot read is one for a person, never one from which something is sent.
    value.state = domain::decisionState(m_load.text(11)).value_or(domain::DecisionState::NeedsPerson);
    value.stateReason = m_load.text(12);
    stored.detailField = m_load.text(13);
    value.stateDetail = personal.value(stored.detailField);
    value.stateSince = m_load.moment(14);
    stored.factsRevision = static_cast<int>(m_load.integer(15));
    value.attempts = static_cast<int>(m_load.integer(16));
    value.handle = m_load.text(17);
    value.nextStep = m_load.optionalMoment(18);
    value.upn = personal.value(u"upn"_s);
    value.value = personal.value(u"value"_s);
    value.comment = personal.value(u"comment"_s);
    value.label = personal.value(u"label"_s);
    for (m_targets.with(row); m_targets.next();)
        value.targets.append({m_targets.text(1), personal.value(targetField(m_targets.integer(0)))});
    for (m_facts.with(row, stored.factsRevision); m_facts.next();) {
        const qint64 position = m_facts.integer(0);
        value.facts.append({personal.value(factField(stored.factsRevision, position, "name"_L1)),
                            personal.value(factField(stored.factsRevision, position, "value"_L1)), m_facts.text(1),
                            m_facts.optionalMoment(2)});
    }
    return stored;
}

QList<Decision> DecisionTable::loadAll(Statement &rows)
{
    QList<qint64> found;
    while (rows.next())
        found.append(rows.integer(0));
    QList<Decision> decisions;
    for (const qint64 row : std::as_const(found)) {
        if (std::optional<StoredDecision> stored = load(row))
            decisions.append(std::move(stored->value));
    }
    return decisions;
}

bool DecisionTable::hasProvedAnswer(const domain::PendingActionId &action, domain::DecisionKind next)
{
    return m_provedAnswer.with(action, domain::decisionKindWord(next)).next();
}

bool DecisionTable::hasOpenAnswer(const domain::PendingActionId &action)
{
    return m_openAnswer.with(action).next();
}

QList<Decision> DecisionTable::open()
{
    return loadAll(m_open.with());
}

QList<Decision> DecisionTable::unapplied()
{
    return loadAll(m_unapplied.with());
}

QList<Decision> DecisionTable::ofIncident(const domain::IncidentId &incident)
{
    return loadAll(m_ofIncident.with(incident));
}

} // namespace store
