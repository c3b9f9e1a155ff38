// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "casehistory.h"

#include <QSet>

using namespace Qt::StringLiterals;
using domain::IncidentId;

namespace store {

namespace {

QJsonValue hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QJsonValue time(const std::optional<domain::Moment> &moment)
{
    return moment ? QJsonValue(moment->wire()) : QJsonValue();
}

QJsonObject link(const AuditLink &link, bool isTold)
{
    QJsonObject json {{u"seq"_s, link.seq}};
    const bool hidesBehindDigest = link.digested && !isTold;
    if (hidesBehindDigest)
        json.insert(u"digest"_s, hex(link.withheld ? link.digest : auditDigest(link.entry)));
    else
        json.insert(u"entry"_s, QString::fromUtf8(link.entry));
    if (isTold)
        json.insert(u"hash"_s, hex(link.hash));
    if (!link.digested)
        json.insert(u"digested"_s, false);
    return json;
}

} // namespace

CaseHistory::CaseHistory(Connection &connection)
    : m_decisions(connection,
                  "SELECT row, id, kind, effect, incident, tenant, oid, action, mail_action, executor, decided_at, held_until, "
                  "expires, state, state_reason, state_detail, state_since, final, facts_revision, attempts, handle, next_step "
                  "FROM decision WHERE incident = ?1 ORDER BY row")
    , m_targets(connection, "SELECT position, message FROM decision_target WHERE decision = ?1 ORDER BY position")
    , m_facts(connection,
              "SELECT revision, position, source, source_time FROM decision_fact WHERE decision = ?1 "
              "ORDER BY revision, position")
    , m_attempts(connection,
                 "SELECT id, number, digest, started, deadline, finished, outcome, http_status, request_id FROM attempt "
                 "WHERE decision = ?1 ORDER BY number")
    , m_personal(connection, "SELECT field, salt, value FROM personal WHERE decision = ?1 ORDER BY field")
    , m_about(connection,
              "SELECT a.seq FROM audit AS a JOIN decision AS d ON d.id = json_extract(CAST(a.entry AS TEXT), '$.decision') "
              "WHERE d.incident = ?1")
    , m_links(connection)
{
}

QJsonObject CaseHistory::of(const IncidentId &incident)
{
    const QJsonArray about = decisions(incident);
    if (about.isEmpty())
        return {};
    return {{u"decisions"_s, about}, {u"audit"_s, chain(incident)}};
}

QJsonArray CaseHistory::decisions(const IncidentId &incident)
{
    QJsonArray all;
    for (m_decisions.with(incident); m_decisions.next();) {
        const qint64 row = m_decisions.integer(0);
        QJsonObject decision;
        const auto text = [&](const QString &name, int column) { decision.insert(name, m_decisions.text(column)); };
        text(u"id"_s, 1);
        text(u"kind"_s, 2);
        text(u"effect"_s, 3);
        text(u"incident"_s, 4);
        text(u"tenant"_s, 5);
        text(u"oid"_s, 6);
        text(u"action"_s, 7);
        decision.insert(u"mailAction"_s, m_decisions.isNull(8) ? QJsonValue() : QJsonValue(m_decisions.text(8)));
        text(u"executor"_s, 9);
        decision.insert(u"decidedAt"_s, time(m_decisions.moment(10)));
        decision.insert(u"heldUntil"_s, time(m_decisions.moment(11)));
        decision.insert(u"expires"_s, time(m_decisions.moment(12)));
        text(u"state"_s, 13);
        text(u"stateReason"_s, 14);
        text(u"stateDetail"_s, 15);
        decision.insert(u"stateSince"_s, time(m_decisions.moment(16)));
        decision.insert(u"final"_s, m_decisions.integer(17) != 0);
        decision.insert(u"factsRevision"_s, m_decisions.integer(18));
        decision.insert(u"attemptCount"_s, m_decisions.integer(19));
        text(u"handle"_s, 20);
        decision.insert(u"nextStep"_s, time(m_decisions.optionalMoment(21)));
        decision.insert(u"targets"_s, targets(row));
        decision.insert(u"facts"_s, facts(row));
        decision.insert(u"attempts"_s, attempts(row));
        decision.insert(u"personal"_s, personal(row));
        all.append(decision);
    }
    return all;
}

QJsonArray CaseHistory::targets(qint64 decision)
{
    QJsonArray all;
    for (m_targets.with(decision); m_targets.next();)
        all.append(QJsonObject {{u"position"_s, m_targets.integer(0)}, {u"message"_s, m_targets.text(1)}});
    return all;
}

QJsonArray CaseHistory::facts(qint64 decision)
{
    QJsonArray all;
    for (m_facts.with(decision); m_facts.next();)
        all.append(QJsonObject {{u"revision"_s, m_facts.integer(0)},
                                {u"position"_s, m_facts.integer(1)},
                                {u"source"_s, m_facts.text(2)},
                                {u"sourceTime"_s, time(m_facts.optionalMoment(3))}});
    return all;
}

QJsonArray CaseHistory::attempts(qint64 decision)
{
    QJsonArray all;
    for (m_attempts.with(decision); m_attempts.next();)
        all.append(QJsonObject {{u"id"_s, m_attempts.text(0)},
                                {u"number"_s, m_attempts.integer(1)},
                                {u"digest"_s, hex(m_attempts.bytes(2))},
                                {u"started"_s, time(m_attempts.moment(3))},
                                {u"deadline"_s, time(m_attempts.moment(4))},
                                {u"finished"_s, time(m_attempts.optionalMoment(5))},
                                {u"outcome"_s, m_attempts.text(6)},
                                {u"httpStatus"_s, m_attempts.integer(7)},
                                {u"requestId"_s, m_attempts.text(8)}});
    return all;
}

QJsonArray CaseHistory::personal(qint64 decision)
{
    QJsonArray all;
    for (m_personal.with(decision); m_personal.next();) {
        const bool erased = m_personal.isNull(1) && m_personal.isNull(2);
        all.append(QJsonObject {{u"field"_s, m_personal.text(0)},
                                {u"salt"_s, erased ? QJsonValue() : hex(m_personal.bytes(1))},
                                {u"value"_s, erased ? QJsonValue() : QJsonValue(m_personal.text(2))}});
    }
    return all;
}

QJsonObject CaseHistory::chain(const IncidentId &incident)
{
    QSet<qint64> told;
    for (m_about.with(incident); m_about.next();)
        told.insert(m_about.integer(0));
    Anchor start = m_links.start();
    Anchor head = start;
    QJsonArray links;
    m_links.rewind();
    while (const std::optional<AuditLink> each = m_links.next()) {
        const bool isTold = told.contains(each->seq);
        head = {each->seq, each->withheld ? each->hashAfter(head.hash) : each->hash};
        if (links.isEmpty() && !isTold)
            start = head;
        else
            links.append(link(*each, isTold));
    }
    return {{u"start"_s, QJsonObject {{u"seq"_s, start.seq}, {u"hash"_s, hex(start.hash)}}},
            {u"links"_s, links},
            {u"head"_s, QJsonObject {{u"seq"_s, head.seq}, {u"hash"_s, hex(head.hash)}}}};
}

} // namespace store
