// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingcolumns.h"
#include "mailevidence.h"
#include "mailwords.h"
#include "organisation.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

QString confidenceJson(const Mail &mail)
{
    return mail.threat == MailThreat::None
        ? QString()
        : jsonText({{threatWord(mail.threat), mail.highConfidence ? u"High"_s : u"Normal"_s}, {u"Spam"_s, u"5"_s}});
}

QString authenticationJson(const Mail &mail)
{
    const QString word = mail.authenticated ? u"pass"_s : u"fail"_s;
    return jsonText({{u"SPF"_s, word}, {u"DKIM"_s, word}, {u"DMARC"_s, word}, {u"CompAuth"_s, word}});
}

QString emailAction(Place place)
{
    return place == Place::Quarantine ? u"send to quarantine"_s
        : place == Place::Junk       ? u"Move message to junk mail folder"_s
                                     : u"No action taken"_s;
}

std::vector<MailColumn> eventColumns()
{
    return {
    MailColumn {{"Timestamp"_L1, KqlType::Time}, [](const MailRow &row) { return KqlValue::time(row.mail().received); }},
    MailColumn {{"NetworkMessageId"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.mail().networkMessageId); }},
    MailColumn {{"InternetMessageId"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.mail().internetMessageId); }},
    MailColumn {{"SenderMailFromAddress"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.mail().envelopeAddress); }},
    MailColumn {{"SenderFromAddress"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.mail().senderAddress); }},
    MailColumn {{"SenderDisplayName"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.mail().senderName); }},
    MailColumn {{"SenderObjectId"_L1, KqlType::Text},
            [](const MailRow &row) { return huntingText(objectIdOf(row.org, row.mail().senderAddress)); }},
    MailColumn {{"SenderMailFromDomain"_L1, KqlType::Text},
            [](const MailRow &row) { return huntingText(domainOf(row.mail().envelopeAddress)); }},
    MailColumn {{"SenderFromDomain"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(domainOf(row.mail().senderAddress)); }},
    MailColumn {{"SenderIPv4"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.mail().senderIp); }},
    MailColumn {{"SenderIPv6"_L1, KqlType::Text}, noText},
    MailColumn {{"RecipientEmailAddress"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.copy().recipient); }},
    MailColumn {{"RecipientObjectId"_L1, KqlType::Text},
            [](const MailRow &row) { return huntingText(objectIdOf(row.org, row.copy().recipient)); }},
    MailColumn {{"Subject"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.mail().subject); }},
    MailColumn {{"EmailClusterId"_L1, KqlType::Long}, [](const MailRow &row) { return KqlValue::wide(row.mail().clusterId); }},
    MailColumn {{"EmailDirection"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(huntingDirection(row.mail().direction)); }},
    MailColumn {{"DeliveryAction"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(huntingAction(row.copy().original)); }},
    MailColumn {{"DeliveryLocation"_L1, KqlType::Text},
            [](const MailRow &row) { return huntingText(huntingPlace(row.copy().original, row.org.switches)); }},
    MailColumn {{"ThreatTypes"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(threatWord(row.mail().threat)); }},
    MailColumn {{"ThreatNames"_L1, KqlType::Text},
            [](const MailRow &row) {
                return huntingText(row.mail().attachments.isEmpty() ? QString() : row.mail().attachments.first().family);
            }},
    MailColumn {{"DetectionMethods"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(detectionJson(row.mail())); }},
    MailColumn {{"ConfidenceLevel"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(confidenceJson(row.mail())); }},
    MailColumn {{"BulkComplaintLevel"_L1, KqlType::Integer}, [](const MailRow &) { return KqlValue::integer(0); }},
    MailColumn {{"EmailAction"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(emailAction(row.copy().original)); }},
    MailColumn {{"EmailActionPolicy"_L1, KqlType::Text}, noText},
    MailColumn {{"EmailActionPolicyGuid"_L1, KqlType::Text}, noText},
    MailColumn {{"AuthenticationDetails"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(authenticationJson(row.mail())); }},
    MailColumn {{"AttachmentCount"_L1, KqlType::Integer}, [](const MailRow &row) { return KqlValue::integer(row.mail().attachments.size()); }},
    MailColumn {{"UrlCount"_L1, KqlType::Integer}, [](const MailRow &row) { return KqlValue::integer(row.mail().urls.size()); }},
    MailColumn {{"EmailLanguage"_L1, KqlType::Text}, [](const MailRow &) { return huntingText(u"en"_s); }},
    MailColumn {{"Connectors"_L1, KqlType::Text}, noText},
    MailColumn {{"OrgLevelAction"_L1, KqlType::Text}, noText},
    MailColumn {{"OrgLevelPolicy"_L1, KqlType::Text}, noText},
    MailColumn {{"UserLevelAction"_L1, KqlType::Text}, noText},
    MailColumn {{"UserLevelPolicy"_L1, KqlType::Text}, noText},
    MailColumn {{"ReportId"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.org.mails.reportId(row.delivery)); }},
    MailColumn {{"AdditionalFields"_L1, KqlType::Text}, noText},
    MailColumn {{"LatestDeliveryLocation"_L1, KqlType::Text},
            [](const MailRow &row) { return huntingText(huntingPlace(row.copy().latest, row.org.switches)); }},
    MailColumn {{"LatestDeliveryAction"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(huntingAction(row.copy().latest)); }},
    };
}

// Seen or announced, each with what the tenant can say about it.
std::vector<MailColumn> newerColumns()
{
    return {
        MailColumn {{"To"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.copy().recipient); }},
        MailColumn {{"Cc"_L1, KqlType::Text}, noText},
        MailColumn {{"DistributionList"_L1, KqlType::Text}, noText},
        MailColumn {{"ForwardingInformation"_L1, KqlType::Text}, noText},
        MailColumn {{"Context"_L1, KqlType::Text}, noText},
        MailColumn {{"EmailSize"_L1, KqlType::Long}, [](const MailRow &row) { return KqlValue::wide(row.mail().size); }},
        MailColumn {{"IsFirstContact"_L1, KqlType::Boolean},
                    [](const MailRow &row) { return KqlValue::boolean(row.mail().threat != MailThreat::None); }},
        MailColumn {{"ThreatClassification"_L1, KqlType::Text}, noText},
        MailColumn {{"RecipientDomain"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(domainOf(row.copy().recipient)); }},
        MailColumn {{"ExchangeTransportRule"_L1, KqlType::Text}, noText},
    };
}

MailTable eventTable(HuntingAge age)
{
    std::vector<MailColumn> columns = eventColumns();
    if (age == HuntingAge::Newer) {
        const std::vector<MailColumn> newer = newerColumns();
        columns.insert(columns.end(), newer.begin(), newer.end());
    }
    return MailTable({.name = "EmailEvents"_L1,
                      .columns = std::move(columns),
                      .count = [](const Organisation &, quint32) { return 1; },
                      .time = [](const MailRow &row) { return row.mail().received; }});
}

} // namespace

const HuntingTable &emailEvents(HuntingAge age)
{
    static const MailTable documented = eventTable(HuntingAge::Documented);
    static const MailTable newer = eventTable(HuntingAge::Newer);
    return age == HuntingAge::Newer ? newer : documented;
}

} // namespace simulator
