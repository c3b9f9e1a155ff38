// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingcolumns.h"
#include "mailwords.h"
#include "organisation.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

std::vector<MailColumn> moveColumns()
{
    return {
    MailColumn {{"Timestamp"_L1, KqlType::Time}, [](const MailRow &row) { return KqlValue::time(row.move().at); }},
    MailColumn {{"NetworkMessageId"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.mail().networkMessageId); }},
    MailColumn {{"InternetMessageId"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.mail().internetMessageId); }},
    MailColumn {{"Action"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.move().action); }},
    MailColumn {{"ActionType"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(moveType(row.move(), row.mail())); }},
    MailColumn {{"ActionTrigger"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(moveTrigger(row.move(), row.org.switches)); }},
    MailColumn {{"ActionResult"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.move().result); }},
    MailColumn {{"RecipientEmailAddress"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.copy().recipient); }},
    MailColumn {{"DeliveryLocation"_L1, KqlType::Text},
            [](const MailRow &row) { return huntingText(huntingPlace(row.move().place, row.org.switches)); }},
    MailColumn {{"ThreatTypes"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(threatWord(row.mail().threat)); }},
    MailColumn {{"DetectionMethods"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(detectionJson(row.mail())); }},
    MailColumn {{"ReportId"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.org.mails.reportId(row.delivery)); }},
    };
}

} // namespace

const HuntingTable &emailPostDeliveryEvents()
{
    static const MailTable table(
        {.name = "EmailPostDeliveryEvents"_L1,
         .columns = moveColumns(),
         .count = [](const Organisation &org, quint32 delivery) { return static_cast<int>(org.mails.delivery(delivery).moves.size()); },
         .time = [](const MailRow &row) { return row.move().at; }});
    return table;
}

} // namespace simulator
