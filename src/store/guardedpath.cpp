// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "guardedpath.h"

#include "errors.h"

#include <QFile>

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>

using namespace Qt::StringLiterals;
using domain::Done;
using domain::Error;
using domain::ErrorKind;
using domain::Result;

namespace store {

namespace {

constexpr mode_t OthersMask = S_IRWXG | S_IRWXO;

Error refused(const QString &tried, const QString &code, const QString &path)
{
    return makeError(ErrorKind::StorageUnreadable, tried, code, path);
}

QString use(const QString &path)
{
    return u"use "_s + path;
}

class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

// Everything is asked of the opened thing, not of its name, which can change in between.
Result<Done> guard(const Descriptor &opened, const QString &path, mode_t mode)
{
    struct stat status = {};
    if (fstat(opened.number(), &status) != 0)
        return systemError(errno, use(path), path);
    const bool folder = S_ISDIR(status.st_mode);
    if (!folder && !S_ISREG(status.st_mode))
        return refused(use(path), u"noFile"_s, path);
    if (status.st_uid != geteuid())
        return refused(use(path), u"otherOwner"_s, path);
    if (folder && (status.st_mode & S_IWOTH))
        return refused(use(path), u"worldWritable"_s, path);
    if (!folder && status.st_nlink > 1)
        return refused(use(path), u"hardLink"_s, path);
    if ((status.st_mode & OthersMask) && fchmod(opened.number(), mode) != 0)
        return systemError(errno, use(path), path);
    return Done {};
}

} // namespace

Result<Made> ensureFolder(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const bool created = mkdir(name.constData(), S_IRWXU) == 0;
    if (!created && errno != EEXIST)
        return systemError(errno, u"make "_s + path, path);
    const Descriptor folder(::open(name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!folder.isOpen()) {
        struct stat status = {};
        const bool link = lstat(name.constData(), &status) == 0 && S_ISLNK(status.st_mode);
        return systemError(link ? ELOOP : errno, use(path), path);
    }
    const Result<Done> guarded = guard(folder, path, S_IRWXU);
    if (!guarded)
        return guarded.error();
    return created ? Made::Created : Made::Found;
}

Result<Made> ensureFile(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    // Between the two looks another thread may remove it, as the mark of an unclean end is when somebody closes.
    for (int look = 0; look < 10; ++look) {
        const Descriptor made(::open(name.constData(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
        if (made.isOpen())
            return Made::Created;
        if (errno != EEXIST)
            return systemError(errno, u"make "_s + path, path);
        const Result<Done> found = checkFile(path);
        if (found)
            return Made::Found;
        if (found.error().kind != ErrorKind::NotFound)
            return found.error();
    }
    return systemError(EEXIST, u"make "_s + path, path);
}

Result<Done> checkFile(const QString &path)
{
    // O_NONBLOCK: a pipe planted under the name would otherwise hold us up
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (file.isOpen())
        return guard(file, path, S_IRUSR | S_IWUSR);
    if (errno == ENOENT)
        return makeError(ErrorKind::NotFound, use(path), u"noFile"_s, path);
    return systemError(errno, use(path), path);
}

Result<Done> checkFileSystem(const QString &folder)
{
    constexpr unsigned long Cifs = 0xff534d42;
    constexpr unsigned long Smb2 = 0xfe534d42;
    constexpr std::array<unsigned long, 7> network {NFS_SUPER_MAGIC, SMB_SUPER_MAGIC, Cifs, Smb2,
                                                    AFS_SUPER_MAGIC, V9FS_MAGIC,      CODA_SUPER_MAGIC};
    struct statfs status = {};
    if (statfs(QFile::encodeName(folder).constData(), &status) != 0)
        return systemError(errno, use(folder), folder);
    for (const unsigned long type : network) {
        if (static_cast<unsigned long>(status.f_type) == type)
            return refused(use(folder), u"networkFileSystem"_s, folder);
    }
    return Done {};
}

QByteArray fileIdentity(const QString &path)
{
    struct stat status = {};
    if (lstat(QFile::encodeName(path).constData(), &status) != 0)
        return {};
    return QByteArray::number(qulonglong {status.st_dev}) + ':' + QByteArray::number(qulonglong {status.st_ino});
}

} // namespace store
