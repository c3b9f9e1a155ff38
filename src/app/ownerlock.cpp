// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ownerlock.h"

#include <QByteArray>
#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace app {

using domain::ErrorKind;

namespace {

QString writtenProcessId(int descriptor)
{
    char text[32] = {};
    const ssize_t length = ::pread(descriptor, text, sizeof text - 1, 0);
    return length > 0 ? QString::fromLatin1(text, length).trimmed() : QString();
}

} // namespace

domain::Result<std::unique_ptr<OwnerLock>> OwnerLock::take(const QString &folder)
{
    const QString tried = u"become the owner of this tenant's data"_s;
    const QByteArray path = QFile::encodeName(folder + u"/owner.lock"_s);
    const int descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) {
        const ErrorKind kind = errno == ENOSPC ? ErrorKind::StorageFull : ErrorKind::StorageUnreadable;
        return domain::error(kind, tried, QString::fromLocal8Bit(path) + u": "_s + QString::fromLocal8Bit(std::strerror(errno)));
    }
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const domain::Error busy = domain::error(ErrorKind::Busy, tried, writtenProcessId(descriptor));
        ::close(descriptor);
        return busy;
    }
    // For people who wonder who owns it; nothing depends on it, so a full disk does not matter here.
    const QByteArray own = QByteArray::number(::getpid()) + '\n';
    if (::ftruncate(descriptor, 0) == 0)
        [[maybe_unused]] const ssize_t written = ::pwrite(descriptor, own.constData(), size_t(own.size()), 0);
    return std::unique_ptr<OwnerLock>(new OwnerLock(descriptor));
}

// A try with flock() would keep others out for a moment, so the kernel's list of locks is read instead. Devices are written
// differently there than stat(2) tells them on some file systems; inode and process together are enough.
QString OwnerLock::holder(const QString &folder)
{
    const QString path = folder + u"/owner.lock"_s;
    QFile file(path);
    QFile locks(u"/proc/locks"_s);
    struct stat status {};
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0 || !S_ISREG(status.st_mode) || !file.open(QIODevice::ReadOnly)
        || !locks.open(QIODevice::ReadOnly))
        return {};
    const QByteArray process = file.read(32).trimmed();
    const QByteArray inode = ':' + QByteArray::number(qulonglong {status.st_ino});
    const QList<QByteArray> lines = locks.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.simplified().split(' '); // "1: FLOCK ADVISORY WRITE 4711 fd:01:1835037 0 EOF"
        if (words.size() > 5 && words.at(1) == "FLOCK" && words.at(4) == process && words.at(5).endsWith(inode))
            return QString::fromLatin1(process);
    }
    return {};
}

OwnerLock::OwnerLock(int descriptor)
    : m_descriptor(descriptor)
{
}

OwnerLock::~OwnerLock()
{
    ::close(m_descriptor);
}

} // namespace app
