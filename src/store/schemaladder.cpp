// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemaladder.h"

#include "connection.h"
#include "errors.h"
#include "statement.h"
#include "transaction.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using domain::Done;
using domain::Error;
using domain::ErrorKind;
using domain::Result;

namespace store {

namespace {

// One line an object; SQLite's own tables (statistics, automatic indexes) are left out.
QStringList objects(Connection &connection)
{
    Statement select(connection,
                     "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema "
                     "WHERE NOT (type IN ('table', 'index') AND name LIKE 'sqlite\\_%' ESCAPE '\\') ORDER BY 1");
    QStringList lines;
    for (select.with(); select.next();)
        lines.append(select.text(0));
    return lines;
}

Result<Done> takeStep(Connection &connection, int version, const QByteArray &sql)
{
    Transaction transaction(connection, u"bring the database to version %1"_s.arg(version));
    if (connection.integer("PRAGMA user_version") < version) { // another process may have been quicker
        connection.execute(sql);
        connection.execute("PRAGMA user_version = " + QByteArray::number(version));
    }
    return transaction.commit();
}

} // namespace

SchemaLadder SchemaLadder::of(const QString &database)
{
    const QDir folder(u":/schema/"_s + database);
    QList<QByteArray> steps;
    const QStringList names = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        Q_ASSERT(name.startsWith(u"%1-"_s.arg(steps.size() + 1, 4, 10, QLatin1Char('0'))));
        QFile file(folder.filePath(name));
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        Q_UNUSED(opened)
        steps.append(file.readAll());
    }
    Q_ASSERT(!steps.isEmpty());
    return SchemaLadder(std::move(steps));
}

Result<Done> SchemaLadder::climb(Connection &connection) const
{
    connection.begin(u"read the version of the database"_s);
    const qint64 version = connection.integer("PRAGMA user_version");
    if (connection.failure())
        return *connection.failure();
    for (qsizetype step = version; step < m_steps.size(); ++step) {
        const Result<Done> taken = takeStep(connection, static_cast<int>(step) + 1, m_steps.at(step));
        if (!taken)
            return taken;
    }
    return Done {};
}

Result<Done> SchemaLadder::check(Connection &connection) const
{
    const Result<std::unique_ptr<Connection>> model = Connection::inMemory();
    if (!model)
        return model.error();
    const Result<Done> built = climb(**model);
    if (!built)
        return built;
    const QStringList expected = objects(**model);
    connection.begin(u"check the schema"_s);
    const QStringList found = objects(connection);
    if (connection.failure())
        return *connection.failure();
    if (found == expected)
        return Done {};
    QStringList strange;
    for (const QString &line : found) {
        if (!expected.contains(line))
            strange.append(line.section(u' ', 0, 1));
    }
    return makeError(ErrorKind::StorageCorrupt, u"check the schema"_s, u"foreignSchema"_s, strange.join(u", "_s));
}

} // namespace store
