// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "caseledger.h"

#include "audittable.h"
#include "errors.h"
#include "transaction.h"
#include "writeaccess.h"

#include <QFileInfo>
#include <QJsonArray>

#include <sqlite3.h>

#include <cmath>

using namespace Qt::StringLiterals;
using domain::Done;
using domain::ErrorKind;
using domain::Moment;
using domain::Result;

namespace store {

namespace {

// Reads members and notes the first one of the wrong type.
class Members
{
public:
    [[nodiscard]] QString text(const QJsonObject &object, const QString &name)
    {
        return object.value(name).isString() ? object.value(name).toString() : wrong<QString>(name);
    }
    [[nodiscard]] std::optional<QString> optionalText(const QJsonObject &object, const QString &name)
    {
        return object.value(name).isNull() ? std::nullopt : std::optional(text(object, name));
    }
    [[nodiscard]] qint64 number(const QJsonObject &object, const QString &name)
    {
        const double value = object.value(name).toDouble(std::nan(""));
        constexpr double exact = 9007199254740992.0; // 2^53
        return value >= 0 && value <= exact && std::floor(value) == value ? qint64(value) : wrong<qint64>(name);
    }
    [[nodiscard]] bool flag(const QJsonObject &object, const QString &name)
    {
        return object.value(name).isBool() ? object.value(name).toBool() : wrong<bool>(name);
    }
    [[nodiscard]] Moment moment(const QJsonObject &object, const QString &name)
    {
        const std::optional<Moment> read = Moment::parse(object.value(name).toString());
        return read ? *read : wrong<Moment>(name);
    }
    [[nodiscard]] std::optional<Moment> optionalMoment(const QJsonObject &object, const QString &name)
    {
        return object.value(name).isNull() ? std::nullopt : std::optional(moment(object, name));
    }
    [[nodiscard]] QByteArray bytes(const QJsonObject &object, const QString &name)
    {
        const QByteArray hex = object.value(name).toString().toLatin1();
        const QByteArray read = QByteArray::fromHex(hex);
        return object.value(name).isString() && read.toHex() == hex.toLower() ? read : wrong<QByteArray>(name);
    }
    [[nodiscard]] std::optional<QByteArray> optionalBytes(const QJsonObject &object, const QString &name)
    {
        return object.value(name).isNull() ? std::nullopt : std::optional(bytes(object, name));
    }
    [[nodiscard]] QJsonArray array(const QJsonObject &object, const QString &name)
    {
        return object.value(name).isArray() ? object.value(name).toArray() : wrong<QJsonArray>(name);
    }
    [[nodiscard]] const QString &wrongMember() const { return m_wrong; }

private:
    template <class T>
    T wrong(const QString &name)
    {
        if (m_wrong.isEmpty())
            m_wrong = name;
        return {};
    }

    QString m_wrong;
};

struct Tables {
    explicit Tables(Connection &database)
        : connection(database)
        , decision(database,
                   "INSERT INTO decision (id, kind, effect, incident, tenant, oid, action, mail_action, executor, decided_at, "
                   "held_until, expires, state, state_reason, state_detail, state_since, final, facts_revision, attempts, "
                   "handle, next_step) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, "
                   "?18, ?19, ?20, ?21)")
        , target(database, "INSERT INTO decision_target (decision, position, message) VALUES (?1, ?2, ?3)")
        , fact(database,
               "INSERT INTO decision_fact (decision, revision, position, source, source_time) VALUES (?1, ?2, ?3, ?4, ?5)")
        , attempt(database,
                  "INSERT INTO attempt (id, decision, number, digest, started, deadline, finished, outcome, http_status, "
                  "request_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
        , personal(database, "INSERT INTO personal (decision, field, salt, value) VALUES (?1, ?2, ?3, ?4)")
        , start(database, "UPDATE chain_start SET seq = ?1, hash = ?2 WHERE only = 1")
        , entry(database, "INSERT INTO audit (seq, prev, entry, hash, digested) VALUES (?1, ?2, ?3, ?4, ?5)")
        , withheld(database, "INSERT INTO withheld (seq, digest, entry) VALUES (?1, ?2, ?3)")
        , head(database, "UPDATE head SET entries = ?1, hash = ?2, decisions = ?3 WHERE only = 1")
    {
    }

    Connection &connection;
    Statement decision;
    Statement target;
    Statement fact;
    Statement attempt;
    Statement personal;
    Statement start;
    Statement entry;
    Statement withheld;
    Statement head;
};

void insertParts(Tables &tables, Members &members, qint64 row, const QJsonObject &decision)
{
    const QJsonArray targets = members.array(decision, u"targets"_s);
    for (const QJsonValue &value : targets) {
        const QJsonObject target = value.toObject();
        tables.target.with(row, members.number(target, u"position"_s), members.text(target, u"message"_s)).run();
    }
    const QJsonArray facts = members.array(decision, u"facts"_s);
    for (const QJsonValue &value : facts) {
        const QJsonObject fact = value.toObject();
        tables.fact
            .with(row, members.number(fact, u"revision"_s), members.number(fact, u"position"_s), members.text(fact, u"source"_s),
                  members.optionalMoment(fact, u"sourceTime"_s))
            .run();
    }
    const QJsonArray attempts = members.array(decision, u"attempts"_s);
    for (const QJsonValue &value : attempts) {
        const QJsonObject attempt = value.toObject();
        tables.attempt
            .with(members.text(attempt, u"id"_s), row, members.number(attempt, u"number"_s), members.bytes(attempt, u"digest"_s),
                  members.moment(attempt, u"started"_s), members.moment(attempt, u"deadline"_s),
                  members.optionalMoment(attempt, u"finished"_s), members.text(attempt, u"outcome"_s),
                  members.number(attempt, u"httpStatus"_s), members.text(attempt, u"requestId"_s))
            .run();
    }
    const QJsonArray personal = members.array(decision, u"personal"_s);
    for (const QJsonValue &value : personal) {
        const QJsonObject field = value.toObject();
        tables.personal
            .with(row, members.text(field, u"field"_s), members.optionalBytes(field, u"salt"_s),
                  members.optionalText(field, u"value"_s))
            .run();
    }
}

void insertDecision(Tables &tables, Members &members, const QJsonObject &decision)
{
    const auto text = [&](const QString &name) { return members.text(decision, name); };
    const auto moment = [&](const QString &name) { return members.moment(decision, name); };
    tables.decision
        .with(text(u"id"_s), text(u"kind"_s), text(u"effect"_s), text(u"incident"_s), text(u"tenant"_s), text(u"oid"_s),
              text(u"action"_s), members.optionalText(decision, u"mailAction"_s), text(u"executor"_s), moment(u"decidedAt"_s),
              moment(u"heldUntil"_s), moment(u"expires"_s), text(u"state"_s), text(u"stateReason"_s), text(u"stateDetail"_s),
              moment(u"stateSince"_s), members.flag(decision, u"final"_s), members.number(decision, u"factsRevision"_s),
              members.number(decision, u"attemptCount"_s), text(u"handle"_s), members.optionalMoment(decision, u"nextStep"_s))
        .run();
    insertParts(tables, members, sqlite3_last_insert_rowid(tables.connection.handle()), decision);
}

// The links as told; what their hashes have to be is the verifier's business.
void insertChain(Tables &tables, Members &members, const QJsonObject &audit, qint64 decisions)
{
    const QJsonObject start = audit.value("start"_L1).toObject();
    tables.start.with(members.number(start, u"seq"_s), members.bytes(start, u"hash"_s)).run();
    QByteArray before = members.bytes(start, u"hash"_s);
    const QJsonArray links = members.array(audit, u"links"_s);
    for (const QJsonValue &value : links) {
        const QJsonObject json = value.toObject();
        AuditLink link {.seq = members.number(json, u"seq"_s),
                        .withheld = !json.contains("hash"_L1),
                        .digested = json.value("digested"_L1).toBool(true),
                        .prev = before,
                        .entry = {},
                        .digest = {},
                        .hash = {}};
        if (json.contains("digest"_L1))
            link.digest = members.bytes(json, u"digest"_s);
        else
            link.entry = members.text(json, u"entry"_s).toUtf8();
        if (!link.withheld)
            link.hash = members.bytes(json, u"hash"_s);
        if (!link.withheld)
            tables.entry.with(link.seq, link.prev, link.entry, link.hash, link.digested).run();
        else if (link.digested)
            tables.withheld.with(link.seq, link.digest, std::nullopt).run();
        else
            tables.withheld.with(link.seq, std::nullopt, link.entry).run();
        before = link.withheld ? link.hashAfter(before) : link.hash;
    }
    const QJsonObject head = audit.value("head"_L1).toObject();
    tables.head.with(members.number(head, u"seq"_s), members.bytes(head, u"hash"_s), decisions).run();
}

bool isAboutStorage(const domain::Error &error)
{
    return error.kind == ErrorKind::StorageFull || error.kind == ErrorKind::StorageUnreadable || error.kind == ErrorKind::Cancelled;
}

} // namespace

Result<Done> writeCaseLedger(const QString &tenantFolder, const QJsonObject &history, const Storage &storage)
{
    const QString tried = u"keep the history of a case"_s;
    const Description description = Description::ledger();
    if (QFileInfo::exists(description.file(tenantFolder)))
        return domain::refusal(u"ledgerExists"_s, tried);
    Result<std::unique_ptr<WriteAccess<Tables>>> access = WriteAccess<Tables>::open(description, tenantFolder, storage);
    if (!access)
        return access.error();
    const Result<Tables *> tables = (*access)->ready();
    if (!tables)
        return tables.error();
    Transaction transaction((*access)->connection(), tried);
    Members members;
    const QJsonArray decisions = members.array(history, u"decisions"_s);
    for (const QJsonValue &decision : decisions)
        insertDecision(**tables, members, decision.toObject());
    insertChain(**tables, members, history.value("audit"_L1).toObject(), decisions.size());
    if (!members.wrongMember().isEmpty())
        return makeError(ErrorKind::NotGraph, tried, u"wrongType"_s, members.wrongMember());
    const Result<Done> done = transaction.commit();
    if (!done && !isAboutStorage(done.error()))
        return makeError(ErrorKind::NotGraph, tried, u"inconsistent"_s, done.error().detail);
    return done;
}

} // namespace store
