// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ownerlock.h"

#include <QByteArray>
#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
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

OwnerLock::OwnerLock(int descriptor)
    : m_descriptor(descriptor)
{
}

OwnerLock::~OwnerLock()
{
    ::close(m_descriptor);
}

} // namespace app
