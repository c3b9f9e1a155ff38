// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "errors.h"

#include <sqlite3.h>

#include <cerrno>
#include <system_error>

using namespace Qt::StringLiterals;
using domain::Error;
using domain::ErrorKind;

namespace store {

namespace {

bool meansFull(int systemCode)
{
    return systemCode == ENOSPC || systemCode == EDQUOT;
}

ErrorKind kindOf(int resultCode, int systemCode)
{
    switch (resultCode & 0xff) {
    case SQLITE_FULL:
        return ErrorKind::StorageFull;
    case SQLITE_IOERR: // for example the shared memory of the WAL, which cannot grow
        return meansFull(systemCode) ? ErrorKind::StorageFull : ErrorKind::StorageFailed;
    case SQLITE_CANTOPEN:
        return meansFull(systemCode) ? ErrorKind::StorageFull : ErrorKind::StorageUnreadable;
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_AUTH:
        return ErrorKind::StorageUnreadable;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorKind::StorageCorrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorKind::Busy;
    case SQLITE_INTERRUPT:
        return ErrorKind::Cancelled;
    default:
        return ErrorKind::StorageFailed;
    }
}

} // namespace

Error makeError(ErrorKind kind, const QString &tried, const QString &code, const QString &detail)
{
    Error error;
    error.kind = kind;
    error.tried = tried;
    error.code = code;
    error.detail = detail;
    return error;
}

Error sqliteError(int resultCode, int systemCode, const QString &tried, const QString &message)
{
    return makeError(kindOf(resultCode, systemCode), tried, sqliteCodeName(resultCode), message);
}

Error systemError(int systemCode, const QString &tried, const QString &path)
{
    const QString reason = QString::fromStdString(std::generic_category().message(systemCode));
    const QString detail = path + u": "_s + reason;
    if (meansFull(systemCode))
        return makeError(ErrorKind::StorageFull, tried, u"noSpace"_s, detail);
    if (systemCode == EACCES || systemCode == EPERM || systemCode == EROFS)
        return makeError(ErrorKind::StorageUnreadable, tried, u"noPermission"_s, detail);
    if (systemCode == ELOOP)
        return makeError(ErrorKind::StorageUnreadable, tried, u"symbolicLink"_s, detail);
    if (systemCode == ENOTDIR || systemCode == EISDIR)
        return makeError(ErrorKind::StorageUnreadable, tried, u"noDirectory"_s, detail);
    return makeError(ErrorKind::StorageFailed, tried, u"system"_s, detail);
}

QString sqliteCodeName(int resultCode)
{
    switch (resultCode & 0xff) {
    case SQLITE_ERROR: return u"SQLITE_ERROR"_s;
    case SQLITE_PERM: return u"SQLITE_PERM"_s;
    case SQLITE_ABORT: return u"SQLITE_ABORT"_s;
    case SQLITE_BUSY: return u"SQLITE_BUSY"_s;
    case SQLITE_LOCKED: return u"SQLITE_LOCKED"_s;
    case SQLITE_NOMEM: return u"SQLITE_NOMEM"_s;
    case SQLITE_READONLY: return u"SQLITE_READONLY"_s;
    case SQLITE_INTERRUPT: return u"SQLITE_INTERRUPT"_s;
    case SQLITE_IOERR: return u"SQLITE_IOERR"_s;
    case SQLITE_CORRUPT: return u"SQLITE_CORRUPT"_s;
    case SQLITE_FULL: return u"SQLITE_FULL"_s;
    case SQLITE_CANTOPEN: return u"SQLITE_CANTOPEN"_s;
    case SQLITE_SCHEMA: return u"SQLITE_SCHEMA"_s;
    case SQLITE_TOOBIG: return u"SQLITE_TOOBIG"_s;
    case SQLITE_CONSTRAINT: return u"SQLITE_CONSTRAINT"_s;
    case SQLITE_MISUSE: return u"SQLITE_MISUSE"_s;
    case SQLITE_AUTH: return u"SQLITE_AUTH"_s;
    case SQLITE_NOTADB: return u"SQLITE_NOTADB"_s;
    default: return u"SQLITE_%1"_s.arg(resultCode & 0xff);
    }
}

} // namespace store
