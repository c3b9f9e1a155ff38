// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/effectsfile.h"

#include <QJsonDocument>

namespace simulator {

using namespace Qt::StringLiterals;

EffectsFile::EffectsFile(const QString &path)
    : m_file(path)
{
}

Result<std::shared_ptr<EffectsFile>> EffectsFile::create(const QString &path)
{
    const std::shared_ptr<EffectsFile> file(new EffectsFile(path));
    if (!file->m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return Failure {u"%1 cannot be written: %2"_s.arg(path, file->m_file.errorString())};
    return file;
}

void EffectsFile::write(const QJsonObject &entry)
{
    const QByteArray line = QJsonDocument(entry).toJson(QJsonDocument::Compact) + '\n';
    if (m_file.write(line) != line.size())
        qWarning("%ls cannot be written: %ls", qUtf16Printable(m_file.fileName()), qUtf16Printable(m_file.errorString()));
}

} // namespace simulator
