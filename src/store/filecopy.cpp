// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filecopy.h"

#include "connection.h"
#include "errors.h"
#include "guardedpath.h"

#include <QFile>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using domain::Done;
using domain::Result;

namespace store {

Result<Done> copyDatabase(Connection &connection, const QString &path)
{
    const QString tried = u"keep a copy of the database as "_s + path;
    QFile::remove(path);
    const Result<Made> made = ensureFile(path);
    if (!made)
        return made.error();
    const QByteArray vfs = connection.storage().vfs.toUtf8();
    sqlite3 *target = nullptr;
    int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &target, SQLITE_OPEN_READWRITE,
                               vfs.isEmpty() ? nullptr : vfs.constData());
    if (code == SQLITE_OK) {
        if (sqlite3_backup *backup = sqlite3_backup_init(target, "main", connection.handle(), "main")) {
            sqlite3_backup_step(backup, -1);
            code = sqlite3_backup_finish(backup);
        } else {
            code = sqlite3_errcode(target);
        }
    }
    const QString message = QString::fromUtf8(sqlite3_errmsg(target));
    const int systemCode = sqlite3_system_errno(target);
    sqlite3_close(target);
    if (code != SQLITE_OK)
        return sqliteError(code, systemCode, tried, message);
    return Done {};
}

} // namespace store
