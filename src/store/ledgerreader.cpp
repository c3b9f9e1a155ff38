// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerreader.h"

#include "casehistory.h"
#include "chain.h"
#include "decisiontable.h"
#include "readaccess.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using domain::Decision;
using domain::DecisionId;
using domain::ErrorKind;
using domain::IncidentId;
using domain::Result;

namespace store {

namespace {

struct Tables {
    explicit Tables(Connection &connection)
        : personal(connection)
        , decisions(connection, personal)
        , chain(connection)
        , cases(connection)
        , newest(connection, "SELECT seq, entry FROM audit ORDER BY seq DESC LIMIT ?1")
        , about(connection, "SELECT row, kind, incident FROM decision WHERE id = ?1")
    {
    }

    PersonalTable personal;
    DecisionTable decisions;
    Chain chain;
    CaseHistory cases;
    Statement newest;
    Statement about;
};

HistoryEntry historyEntry(Tables &tables)
{
    const QJsonObject json = QJsonDocument::fromJson(tables.newest.bytes(1)).object();
    HistoryEntry entry;
    entry.seq = tables.newest.integer(0);
    entry.at = domain::Moment::parse(json.value("at"_L1).toString()).value_or(domain::Moment {});
    entry.decision = {json.value("decision"_L1).toString()};
    entry.event = json.value("event"_L1).toString();
    entry.state = domain::decisionState(json.value("state"_L1).toString()).value_or(entry.state);
    entry.reason = json.value("reason"_L1).toString();
    entry.requestId = json.value("requestId"_L1).toString();
    if (!tables.about.with(entry.decision).next())
        return entry;
    const qint64 row = tables.about.integer(0);
    entry.kind = domain::decisionKind(tables.about.text(1)).value_or(entry.kind);
    entry.incident = {tables.about.text(2)};
    entry.upn = tables.personal.value(row, u"upn"_s);
    entry.label = tables.personal.value(row, u"label"_s);
    entry.detail = tables.personal.value(row, u"detail/%1"_s.arg(entry.seq));
    return entry;
}

} // namespace

struct LedgerReader::Private {
    ReadAccess<Tables> access;
};

LedgerReader::LedgerReader(const QString &tenantFolder, const Storage &storage, const std::atomic<bool> *cancelled)
    : d(new Private {ReadAccess<Tables>(Description::ledger(), tenantFolder, storage, cancelled)})
{
}

LedgerReader::~LedgerReader() = default;

Result<QList<Decision>> LedgerReader::outbox()
{
    return d->access.read(u"read the outbox"_s, [](Tables &tables) { return tables.decisions.open(); });
}

Result<QList<HistoryEntry>> LedgerReader::history(int limit)
{
    return d->access.read(u"read the history"_s, [limit](Tables &tables) {
        QList<HistoryEntry> entries;
        for (tables.newest.with(limit); tables.newest.next();)
            entries.append(historyEntry(tables));
        return entries;
    });
}

Result<QList<Decision>> LedgerReader::decisionsFor(const IncidentId &incident)
{
    return d->access.read(u"read the decisions about an incident"_s,
                          [&](Tables &tables) { return tables.decisions.ofIncident(incident); });
}

Result<Decision> LedgerReader::decision(const DecisionId &id)
{
    const QString tried = u"read a decision"_s;
    const Result<std::optional<StoredDecision>> stored =
        d->access.read(tried, [&](Tables &tables) { return tables.decisions.find(id); });
    if (!stored)
        return stored.error();
    if (!*stored)
        return makeError(ErrorKind::NotFound, tried, u"noDecision"_s, id.text);
    return (*stored)->value;
}

Result<QJsonObject> LedgerReader::caseHistory(const IncidentId &incident)
{
    return d->access.read(u"read the history of an incident"_s, [&](Tables &tables) { return tables.cases.of(incident); });
}

Result<ChainReport> LedgerReader::verifyChain(const std::optional<Anchor> &known)
{
    return d->access.read(u"verify the history"_s, [&](Tables &tables) { return tables.chain.verify(known); });
}

} // namespace store
