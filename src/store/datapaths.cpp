// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "datapaths.h"

#include "guardedpath.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

using namespace Qt::StringLiterals;
using domain::Done;
using domain::Result;

namespace store {

namespace {

// A name that no file system and no reader of paths can take for something else. "." and ".." have no letter to encode.
QString segment(const QString &text)
{
    const QByteArray encoded = QUrl::toPercentEncoding(text.toLower(), {}, "~"); // keeps letters, digits and -._
    if (encoded.isEmpty())
        return u"%"_s;
    return QString::fromLatin1(encoded.startsWith('.') ? "%2e" + encoded.mid(1) : encoded);
}

} // namespace

DataPaths DataPaths::standard()
{
    return {QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/casemate"_s};
}

QString DataPaths::tenantFolder(const QString &cloud, const QString &tenantId, const QString &oid) const
{
    return root + u'/' + segment(cloud) + u'/' + segment(tenantId) + u'/' + segment(oid);
}

Result<Done> DataPaths::prepare() const
{
    // What lies above the root is the desktop's and is only made where it is missing.
    const QString above = QFileInfo(root).path();
    if (!QFileInfo::exists(above)) {
        const Result<Done> prepared = DataPaths {above}.prepare();
        if (!prepared)
            return prepared;
    }
    const Result<Made> folder = ensureFolder(root);
    if (!folder)
        return folder.error();
    return checkFileSystem(root);
}

Result<QString> DataPaths::prepareTenant(const QString &cloud, const QString &tenantId, const QString &oid) const
{
    const Result<Done> prepared = prepare();
    if (!prepared)
        return prepared.error();
    QString folder = root;
    for (const QString &part : {cloud, tenantId, oid}) {
        folder += u'/' + segment(part);
        const Result<Made> made = ensureFolder(folder);
        if (!made)
            return made.error();
    }
    return folder;
}

} // namespace store
