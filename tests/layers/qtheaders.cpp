// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/qtheaders.h"

#include <QDir>
#include <QLibraryInfo>
#include <QMap>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace layers {

QtHeaders::QtHeaders()
{
    const QDir root(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    const QStringList folders = root.entryList({u"Qt*"_s}, QDir::Dirs, QDir::Name);
    for (const QString &folder : folders) {
        const QString module = "Qt6::"_L1 + folder.mid(2);
        m_modules.insert(folder);
        const QStringList headers = QDir(root.filePath(folder)).entryList(QDir::Files);
        for (const QString &header : headers)
            m_moduleOf.insert(header, module);
    }
}

QString QtHeaders::moduleOf(const QString &header) const
{
    const QString folder = header.section(u'/', 0, 0);
    if (folder != header)
        return m_modules.contains(folder) ? "Qt6::"_L1 + folder.mid(2) : QString();
    return m_moduleOf.value(header);
}

QSet<QString> withItsOwn(const QString &qtModule)
{
    static const QMap<QString, QStringList> brings = {
        {u"Qt6::Gui"_s, {u"Qt6::Core"_s}},
        {u"Qt6::Widgets"_s, {u"Qt6::Gui"_s, u"Qt6::Core"_s}},
        {u"Qt6::Network"_s, {u"Qt6::Core"_s}},
        {u"Qt6::Sql"_s, {u"Qt6::Core"_s}},
        {u"Qt6::Svg"_s, {u"Qt6::Gui"_s, u"Qt6::Core"_s}},
        {u"Qt6::SvgWidgets"_s, {u"Qt6::Svg"_s, u"Qt6::Widgets"_s, u"Qt6::Gui"_s, u"Qt6::Core"_s}},
        {u"Qt6::PrintSupport"_s, {u"Qt6::Widgets"_s, u"Qt6::Gui"_s, u"Qt6::Core"_s}},
        {u"Qt6::DBus"_s, {u"Qt6::Core"_s}},
        {u"Qt6::Concurrent"_s, {u"Qt6::Core"_s}},
    };
    const QStringList also = brings.value(qtModule);
    QSet<QString> all(also.begin(), also.end());
    all.insert(qtModule);
    return all;
}

} // namespace layers
