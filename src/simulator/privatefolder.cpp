// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/privatefolder.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions OwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

} // namespace

Result<PrivateFolder> PrivateFolder::temporary()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString parent = !runtime.isEmpty() && QFileInfo(runtime).isWritable() ? runtime : QDir::tempPath();
    PrivateFolder folder;
    folder.m_temporary = std::make_shared<QTemporaryDir>(parent + u"/casemate-simulator-XXXXXX"); // 0700
    if (!folder.m_temporary->isValid())
        return Failure {u"no folder for the tenant's files in %1: %2"_s.arg(parent, folder.m_temporary->errorString())};
    folder.m_path = folder.m_temporary->path();
    return folder;
}

Result<PrivateFolder> PrivateFolder::beside(const QString &worldFile)
{
    PrivateFolder folder;
    folder.m_path = QFileInfo(worldFile).absoluteFilePath() + u".files";
    const bool exists = QFileInfo(folder.m_path).isDir() || QDir().mkdir(folder.m_path);
    if (!exists || !QFile::setPermissions(folder.m_path, OwnerOnly | QFile::ExeOwner))
        return Failure {u"the folder %1 cannot be made"_s.arg(folder.m_path)};
    return folder;
}

Result<QString> PrivateFolder::write(const QString &name, const QByteArray &content) const
{
    return writePrivately(m_path + u'/' + name, content);
}

Result<QString> writePrivately(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.setPermissions(OwnerOnly)
        && file.write(content) == content.size() && file.commit();
    if (!isWritten)
        return Failure {u"%1 cannot be written: %2"_s.arg(path, file.errorString())};
    return path;
}

} // namespace simulator
