// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultvfs.h"

#include <QUuid>

#include <sqlite3.h>

#include <new>

namespace casemate::test {

namespace {

struct File { // the real one lies behind it, in the same memory
    sqlite3_file base;
    FaultVfs *owner;

    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

File *fileOf(sqlite3_file *base)
{
    return reinterpret_cast<File *>(base);
}

sqlite3_file *realOf(sqlite3_file *base)
{
    return fileOf(base)->real();
}

int closeFile(sqlite3_file *file)
{
    sqlite3_file *real = realOf(file);
    return real->pMethods ? real->pMethods->xClose(real) : SQLITE_OK;
}

int readFile(sqlite3_file *file, void *data, int size, sqlite3_int64 offset)
{
    return realOf(file)->pMethods->xRead(realOf(file), data, size, offset);
}

int writeFile(sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
    switch (fileOf(file)->owner->fateOf(FaultVfs::Call::Write)) {
    case FaultVfs::Fault::DiskFull: return SQLITE_FULL;
    case FaultVfs::Fault::Error: return SQLITE_IOERR_WRITE;
    case FaultVfs::Fault::PowerCut: return SQLITE_OK;
    case FaultVfs::Fault::None: break;
    }
    return realOf(file)->pMethods->xWrite(realOf(file), data, size, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    if (fileOf(file)->owner->powerIsCut())
        return SQLITE_OK;
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}

int syncFile(sqlite3_file *file, int flags)
{
    switch (fileOf(file)->owner->fateOf(FaultVfs::Call::Sync)) {
    case FaultVfs::Fault::DiskFull:
    case FaultVfs::Fault::Error: return SQLITE_IOERR_FSYNC;
    case FaultVfs::Fault::PowerCut: return SQLITE_OK;
    case FaultVfs::Fault::None: break;
    }
    return realOf(file)->pMethods->xSync(realOf(file), flags);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xLock(realOf(file), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}

int checkReservedLock(sqlite3_file *file, int *answer)
{
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), answer);
}

int fileControl(sqlite3_file *file, int operation, void *argument)
{
    return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
}

int sectorSize(sqlite3_file *file)
{
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}

int deviceCharacteristics(sqlite3_file *file)
{
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}

int mapShared(sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
    return realOf(file)->pMethods->xShmMap(realOf(file), region, size, extend, memory);
}

int lockShared(sqlite3_file *file, int offset, int count, int flags)
{
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
}

void sharedBarrier(sqlite3_file *file)
{
    realOf(file)->pMethods->xShmBarrier(realOf(file));
}

int unmapShared(sqlite3_file *file, int remove)
{
    const int keep = fileOf(file)->owner->powerIsCut() ? 0 : remove;
    return realOf(file)->pMethods->xShmUnmap(realOf(file), keep);
}

// Version 2: without xFetch, so that no page goes past xRead and xWrite.
constexpr sqlite3_io_methods methods {
    2,           closeFile,         readFile,    writeFile,     truncateFile, syncFile,   fileSize,
    lockFile,    unlockFile,        checkReservedLock, fileControl, sectorSize, deviceCharacteristics,
    mapShared,   lockShared,        sharedBarrier, unmapShared, nullptr,      nullptr,
};

} // namespace

struct FaultVfs::Registration {
    sqlite3_vfs vfs = {};
    QByteArray name;
    sqlite3_vfs *real = nullptr;
    FaultVfs *owner = nullptr;

    static Registration *of(sqlite3_vfs *vfs) { return static_cast<Registration *>(vfs->pAppData); }
    static int open(sqlite3_vfs *vfs, const char *path, sqlite3_file *base, int flags, int *flagsOut);
    static int remove(sqlite3_vfs *vfs, const char *path, int syncFolder);
};

int FaultVfs::Registration::open(sqlite3_vfs *vfs, const char *path, sqlite3_file *base, int flags, int *flagsOut)
{
    Registration *registration = of(vfs);
    File *file = fileOf(base);
    file->owner = registration->owner;
    file->base.pMethods = &methods; // SQLite closes a file that failed to open only when it has methods
    file->real()->pMethods = nullptr;
    return registration->real->xOpen(registration->real, path, file->real(), flags, flagsOut);
}

int FaultVfs::Registration::remove(sqlite3_vfs *vfs, const char *path, int syncFolder)
{
    Registration *registration = of(vfs);
    if (registration->owner->powerIsCut())
        return SQLITE_OK;
    return registration->real->xDelete(registration->real, path, syncFolder);
}

FaultVfs::FaultVfs()
    : m_registration(std::make_unique<Registration>())
{
    Registration &r = *m_registration;
    r.real = sqlite3_vfs_find(nullptr);
    r.owner = this;
    r.name = "casemate-fault-" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    r.vfs = *r.real; // whatever takes no file works on the real one's own data
    r.vfs.pNext = nullptr;
    r.vfs.zName = r.name.constData();
    r.vfs.szOsFile = static_cast<int>(sizeof(File)) + r.real->szOsFile;
    r.vfs.pAppData = &r;
    r.vfs.xOpen = Registration::open;
    r.vfs.xDelete = Registration::remove;
    // pAppData of the unix VFS is how it finds its locking; its other methods do not look at it.
    sqlite3_vfs_register(&r.vfs, 0);
}

FaultVfs::~FaultVfs()
{
    sqlite3_vfs_unregister(&m_registration->vfs);
}

QString FaultVfs::name() const
{
    return QString::fromLatin1(m_registration->name);
}

void FaultVfs::failAt(Call call, int nth, Fault fault)
{
    clear();
    m_call = call;
    m_nth = nth;
    m_fault = fault;
}

void FaultVfs::clear()
{
    m_fault = Fault::None;
    m_writes = 0;
    m_syncs = 0;
    m_struck = false;
}

FaultVfs::Fault FaultVfs::fateOf(Call call)
{
    const int number = call == Call::Write ? ++m_writes : ++m_syncs;
    const Fault fault = m_fault.load();
    if (fault == Fault::None)
        return Fault::None;
    if (powerIsCut())
        return fault;
    if (call != m_call.load() || number < m_nth.load())
        return Fault::None;
    m_struck = true;
    return fault;
}

bool FaultVfs::powerIsCut() const
{
    return m_fault.load() == Fault::PowerCut && m_struck.load();
}

} // namespace casemate::test
