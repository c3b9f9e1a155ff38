// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingcolumns.h"
#include "mailwords.h"
#include "organisation.h"

#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

struct MoveKey {
    quint32 delivery;
    int move;
};

struct MoveRow {
    const Organisation &org;
    const Mail &mail;
    const MailCopy &copy;
    const MailMove &move;
    quint32 delivery;
};

using MoveColumn = HuntingColumn<MoveRow>;
constexpr std::array moveColumns {
    MoveColumn {"Timestamp"_L1, KqlType::Time, [](const MoveRow &row) { return KqlValue::time(row.move.at); }},
    MoveColumn {"NetworkMessageId"_L1, KqlType::Text, [](const MoveRow &row) { return huntingText(row.mail.networkMessageId); }},
    MoveColumn {"InternetMessageId"_L1, KqlType::Text, [](const MoveRow &row) { return huntingText(row.mail.internetMessageId); }},
    MoveColumn {"Action"_L1, KqlType::Text, [](const MoveRow &row) { return huntingText(row.move.action); }},
    MoveColumn {"ActionType"_L1, KqlType::Text, [](const MoveRow &row) { return huntingText(moveType(row.move, row.mail)); }},
    MoveColumn {"ActionTrigger"_L1, KqlType::Text, [](const MoveRow &row) { return huntingText(moveTrigger(row.move, row.org.switches)); }},
    MoveColumn {"ActionResult"_L1, KqlType::Text, [](const MoveRow &row) { return huntingText(row.move.result); }},
    MoveColumn {"RecipientEmailAddress"_L1, KqlType::Text, [](const MoveRow &row) { return huntingText(row.copy.recipient); }},
    MoveColumn {"DeliveryLocation"_L1, KqlType::Text,
            [](const MoveRow &row) { return huntingText(huntingPlace(row.move.place, row.org.switches)); }},
    MoveColumn {"ThreatTypes"_L1, KqlType::Text, [](const MoveRow &row) { return huntingText(threatWord(row.mail.threat)); }},
    MoveColumn {"DetectionMethods"_L1, KqlType::Text, [](const MoveRow &row) { return huntingText(detectionJson(row.mail)); }},
    MoveColumn {"ReportId"_L1, KqlType::Text, [](const MoveRow &row) { return huntingText(row.org.mails.reportId(row.delivery)); }},
};

} // namespace

KqlRelation emailPostDeliveryEvents(const Organisation &org, HuntingWindow window)
{
    std::vector<MoveKey> keys;
    std::vector<quint32> deliveries;
    for (quint32 i = 0; i < org.mails.deliveryCount(); ++i) {
        const QList<MailMove> &moves = org.mails.delivery(i).moves;
        for (int k = 0; k < moves.size(); ++k) {
            if (isWithin(window, moves.at(k).at)) {
                keys.push_back({i, k});
                deliveries.push_back(i);
            }
        }
    }
    KqlRelation relation = relationOf(moveColumns, std::move(keys), [&org](MoveKey key) {
        const MailCopy &copy = org.mails.delivery(key.delivery);
        return MoveRow {org, org.mails.mail(copy.mail), copy, copy.moves.at(key.move), key.delivery};
    });
    relation.lookUp = [&org, deliveries = std::move(deliveries)](const QString &column, const QStringList &texts) {
        return rowsOfMessages(org, deliveries, column, texts);
    };
    return relation;
}

} // namespace simulator
