// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskstore.h"

#include "statement.h"
#include "transaction.h"
#include "writeaccess.h"

using namespace Qt::StringLiterals;
using domain::Done;
using domain::ErrorKind;
using domain::IncidentId;
using domain::Moment;
using domain::Result;

namespace store {

namespace {

struct Tables {
    explicit Tables(Connection &connection)
        : draft(connection, "SELECT body FROM draft WHERE incident = ?1")
        , drafts(connection, "SELECT incident, body FROM draft")
        , saveDraft(connection, "INSERT OR REPLACE INTO draft (incident, body) VALUES (?1, ?2)")
        , removeDraft(connection, "DELETE FROM draft WHERE incident = ?1")
        , seen(connection, "SELECT incident, updated FROM seen")
        , markSeen(connection,
                   "INSERT INTO seen (incident, updated) VALUES (?1, ?2) "
                   "ON CONFLICT (incident) DO UPDATE SET updated = max(updated, excluded.updated)")
    {
    }

    Statement draft;
    Statement drafts;
    Statement saveDraft;
    Statement removeDraft;
    Statement seen;
    Statement markSeen;
};

using Access = WriteAccess<Tables>;

} // namespace

struct DeskStore::Private {
    QString folder;
    Storage storage;
    const std::atomic<bool> *cancelled;
    std::unique_ptr<Access> access;

    Result<Done> open();

    template <class Question>
    auto ask(const QString &tried, Transaction::Kind kind, Question question)
        -> Result<decltype(question(std::declval<Tables &>()))>
    {
        const Result<Done> opened = open();
        if (!opened)
            return opened.error();
        const Result<Tables *> tables = access->ready();
        if (!tables)
            return tables.error();
        Transaction transaction(access->connection(), tried, kind);
        auto answer = question(**tables);
        return transaction.commit(std::move(answer));
    }
};

Result<Done> DeskStore::Private::open()
{
    if (access)
        return Done {};
    Result<std::unique_ptr<Access>> opened = Access::open(Description::desk(), folder, storage, cancelled);
    if (!opened && opened.error().kind == ErrorKind::StorageCorrupt) {
        const Result<QString> aside = putAside(Description::desk(), folder);
        if (!aside)
            return aside.error();
        opened = Access::open(Description::desk(), folder, storage, cancelled);
    }
    if (!opened)
        return opened.error();
    access = std::move(*opened);
    return Done {};
}

DeskStore::DeskStore(const QString &tenantFolder, const Storage &storage, const std::atomic<bool> *cancelled)
    : d(new Private {tenantFolder, storage, cancelled, nullptr})
{
}

DeskStore::~DeskStore() = default;

Result<QString> DeskStore::draft(const IncidentId &incident)
{
    return d->ask(u"read a draft"_s, Transaction::Kind::Read, [&](Tables &tables) {
        return tables.draft.with(incident).next() ? tables.draft.text(0) : QString();
    });
}

Result<Done> DeskStore::saveDraft(const IncidentId &incident, const QString &text)
{
    return d->ask(u"save a draft"_s, Transaction::Kind::Write, [&](Tables &tables) {
        if (text.isEmpty())
            tables.removeDraft.with(incident).run();
        else
            tables.saveDraft.with(incident, text).run();
        return Done {};
    });
}

Result<QHash<IncidentId, QString>> DeskStore::drafts()
{
    return d->ask(u"read the drafts"_s, Transaction::Kind::Read, [](Tables &tables) {
        QHash<IncidentId, QString> drafts;
        for (tables.drafts.with(); tables.drafts.next();)
            drafts.insert({tables.drafts.text(0)}, tables.drafts.text(1));
        return drafts;
    });
}

Result<Done> DeskStore::markSeen(const IncidentId &incident, Moment updated)
{
    return d->ask(u"mark an incident as seen"_s, Transaction::Kind::Write, [&](Tables &tables) {
        tables.markSeen.with(incident, updated).run();
        return Done {};
    });
}

Result<QHash<IncidentId, Moment>> DeskStore::seen()
{
    return d->ask(u"read what has been seen"_s, Transaction::Kind::Read, [](Tables &tables) {
        QHash<IncidentId, Moment> seen;
        for (tables.seen.with(); tables.seen.next();)
            seen.insert({tables.seen.text(0)}, tables.seen.moment(1));
        return seen;
    });
}

} // namespace store
