// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence.h"

#include <QJsonArray>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView typePrefix {"#microsoft.graph.security."};

} // namespace

QJsonObject evidenceOf(QLatin1StringView type, const EvidenceHead &head)
{
    return {{u"@odata.type"_s, wireType(type)},
            {u"createdDateTime"_s, head.created},
            {u"verdict"_s, head.verdict},
            {u"remediationStatus"_s, head.status},
            {u"remediationStatusDetails"_s,
             head.statusDetails.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(head.statusDetails)},
            {u"roles"_s, QJsonArray::fromStringList(head.roles)},
            {u"detailedRoles"_s, QJsonArray::fromStringList(head.detailedRoles)},
            {u"tags"_s, QJsonArray::fromStringList(head.tags)}};
}

EvidenceHead innerHead(const EvidenceHead &head)
{
    return {.created = head.created, .verdict = "unknown"_L1};
}

QString evidenceType(const QJsonObject &item)
{
    return item[u"@odata.type"].toString().mid(typePrefix.size());
}

QString wireType(QLatin1StringView type)
{
    return typePrefix + QString(type);
}

} // namespace simulator
