// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonlist.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace store {

QString jsonList(const QStringList &words)
{
    if (words.isEmpty())
        return QStringLiteral("[]");
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(words)).toJson(QJsonDocument::Compact));
}

QString jsonList(const domain::UntrustedList &words)
{
    QStringList raw;
    raw.reserve(words.size());
    for (const domain::Untrusted &word : words)
        raw.append(word.raw());
    return jsonList(raw);
}

QStringList wordsOf(const QByteArray &jsonList)
{
    QStringList words;
    const QJsonArray array = QJsonDocument::fromJson(jsonList).array();
    for (const QJsonValue &value : array)
        words.append(value.toString());
    return words;
}

} // namespace store
