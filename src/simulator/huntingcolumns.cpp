// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingcolumns.h"

#include "mailwords.h"
#include "organisation.h"

#include <QJsonDocument>

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

std::optional<std::vector<quint32>> rowsOfMessages(const Organisation &org, const std::vector<quint32> &deliveries,
                                                   const QString &column, const QStringList &texts)
{
    if (column != "NetworkMessageId"_L1) {
        return std::nullopt;
    }
    std::vector<quint32> rows;
    for (const QString &text : texts) {
        for (const quint32 delivery : org.mails.deliveriesOf(text)) {
            const auto [from, to] = std::equal_range(deliveries.begin(), deliveries.end(), delivery);
            for (auto row = from; row != to; ++row) {
                rows.push_back(static_cast<quint32>(row - deliveries.begin()));
            }
        }
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString objectIdOf(const Organisation &org, const QString &address)
{
    const Person *person = org.people.find(address);
    return person == nullptr ? QString() : person->objectId;
}

QString detectionJson(const Mail &mail)
{
    return mail.threat == MailThreat::None
        ? QString()
        : jsonText({{threatWord(mail.threat), QJsonArray {detectionMethod(mail)}}});
}

bool isWithin(const HuntingWindow &window, Ticks time)
{
    return time >= window.from && time < window.to;
}

} // namespace simulator
