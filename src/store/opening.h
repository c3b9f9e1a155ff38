// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a database file is opened, the same for the three of them: file modes, version, check after an unclean end, climb,
// schema, whose it is. Runs in the thread that will use the connection.
//
// Unclean end: the file <name>.unclean lies beside the database as long as somebody has it open for writing; who finds it
// there at the start has quick_check run.

#include "connection.h"
#include "schemaladder.h"

namespace store {

struct Description {
    QString name; // "cache": cache.db, schema/cache, cache.unclean
    SchemaLadder ladder;
    qint64 applicationId = 0; // set by the ladder's first step
    int pageSize = 4096;
    const char *synchronous = "PRAGMA synchronous=NORMAL";
    bool precious = false; // always checked; a copy of the older file is kept before a climb

    [[nodiscard]] QString file(const QString &folder) const { return folder + u'/' + name + QStringLiteral(".db"); }
    [[nodiscard]] QString marker(const QString &folder) const { return folder + u'/' + name + QStringLiteral(".unclean"); }

    [[nodiscard]] static Description cache();
    [[nodiscard]] static Description desk();
    [[nodiscard]] static Description ledger();
};

struct Opened {
    std::unique_ptr<Connection> connection;
    bool created = false;
    bool checked = false; // quick_check was run
};

// StorageCorrupt: not a database, a broken one, somebody else's, or with objects that are not ours.
[[nodiscard]] domain::Result<Opened> openForWriting(const Description &description, const QString &folder,
                                                    const Storage &storage,
                                                    const std::atomic<bool> *cancelled = nullptr);
// After the connection has been closed in good order.
void markClean(const Description &description, const QString &folder);

struct OpenedForReading {
    std::unique_ptr<Connection> connection;
    bool newer = false; // written by a newer Casemate: a query may fail for that
};
// NotFound: no file, or nothing in it yet.
[[nodiscard]] domain::Result<OpenedForReading> openForReading(const Description &description, const QString &folder,
                                                              const Storage &storage,
                                                              const std::atomic<bool> *cancelled);

// Renames the database and its WAL to <name>.db.corrupt-<UTC time>; answers the new name.
[[nodiscard]] domain::Result<QString> putAside(const Description &description, const QString &folder);

// The tenant's id as the folder's name tells it: <cloud>/<tenant>/<account>.
[[nodiscard]] QString tenantOf(const QString &folder);

} // namespace store
