// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auditentry.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSysInfo>

using namespace Qt::StringLiterals;
using domain::Decision;
using domain::DecisionState;

namespace store {

namespace {

void insertIfAny(QJsonObject &entry, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        entry.insert(name, value);
}

void insertIfAny(QJsonObject &entry, const QString &name, const std::optional<domain::Moment> &moment)
{
    if (moment)
        entry.insert(name, moment->wire());
}

} // namespace

AuditEntries::AuditEntries(domain::Clock &clock)
    : m_clock(clock)
    , m_boot(QString::fromLatin1(QSysInfo::bootUniqueId()))
    , m_device(QSysInfo::machineHostName())
    , m_version(QCoreApplication::applicationVersion())
{
}

QJsonObject AuditEntries::entry(const QString &event, const Decision &decision) const
{
    QJsonObject entry {
        {u"v"_s, 1},
        {u"event"_s, event},
        {u"at"_s, m_clock.now().wire()},
        {u"elapsed"_s, static_cast<qint64>(m_clock.elapsed().count())}, // milliseconds, to notice a clock put back
        {u"boot"_s, m_boot},
        {u"device"_s, m_device},
        {u"version"_s, m_version},
        {u"tenant"_s, decision.tenantId},
        {u"oid"_s, decision.oid},
        {u"decision"_s, decision.id.text},
        {u"state"_s, domain::decisionStateWord(decision.state)},
    };
    insertIfAny(entry, u"reason"_s, decision.stateReason);
    insertIfAny(entry, u"handle"_s, decision.handle);
    insertIfAny(entry, u"nextStep"_s, decision.nextStep);
    return entry;
}

QJsonObject AuditEntries::decided(const Decision &decision) const
{
    QJsonObject decided = entry(u"decided"_s, decision);
    decided.insert(u"kind"_s, domain::decisionKindWord(decision.kind));
    decided.insert(u"incident"_s, decision.incident.text);
    decided.insert(u"action"_s, decision.action.text);
    decided.insert(u"executor"_s, domain::executorWord(decision.executor));
    decided.insert(u"decidedAt"_s, decision.decidedAt.wire());
    decided.insert(u"heldUntil"_s, decision.heldUntil.wire());
    decided.insert(u"expires"_s, decision.expires.wire());
    if (decision.mailAction)
        decided.insert(u"mailAction"_s, domain::wireWord(*decision.mailAction));
    QJsonArray messages;
    for (const domain::MailTarget &target : decision.targets)
        messages.append(target.networkMessageId);
    decided.insert(u"messages"_s, messages);
    return decided;
}

QJsonObject AuditEntries::moved(const Decision &decision, DecisionState from) const
{
    QJsonObject moved = entry(u"moved"_s, decision);
    moved.insert(u"from"_s, domain::decisionStateWord(from));
    moved.insert(u"by"_s, domain::isPersonsStep(from, decision.state) ? u"person"_s : u"program"_s);
    return moved;
}

QJsonObject AuditEntries::attempted(const Decision &decision, const Attempt &attempt) const
{
    QJsonObject attempted = entry(u"attempted"_s, decision);
    attempted.insert(u"attempt"_s, attempt.id.text);
    attempted.insert(u"number"_s, decision.attempts);
    attempted.insert(u"digest"_s, QString::fromLatin1(attempt.requestDigest.toHex()));
    attempted.insert(u"deadline"_s, attempt.deadline.wire());
    return attempted;
}

QJsonObject AuditEntries::answered(const Decision &decision, const Outcome &outcome) const
{
    QJsonObject answered = entry(u"answered"_s, decision);
    answered.insert(u"attempt"_s, outcome.attempt.text);
    answered.insert(u"httpStatus"_s, outcome.httpStatus);
    insertIfAny(answered, u"requestId"_s, outcome.requestId);
    return answered;
}

QJsonObject AuditEntries::erased(const Decision &decision) const
{
    return entry(u"erased"_s, decision);
}

} // namespace store
