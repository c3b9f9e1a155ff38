// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingcolumns.h"
#include "mailevidence.h"
#include "mailwords.h"
#include "organisation.h"

#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

struct EventRow {
    const Organisation &org;
    const Mail &mail;
    const MailCopy &copy;
    quint32 delivery;
};

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

KqlValue nothing(const EventRow &)
{
    return huntingText({});
}

using EventColumn = HuntingColumn<EventRow>;
constexpr std::array eventColumns {
    EventColumn {"Timestamp"_L1, KqlType::Time, [](const EventRow &row) { return KqlValue::time(row.mail.received); }},
    EventColumn {"NetworkMessageId"_L1, KqlType::Text, [](const EventRow &row) { return huntingText(row.mail.networkMessageId); }},
    EventColumn {"InternetMessageId"_L1, KqlType::Text, [](const EventRow &row) { return huntingText(row.mail.internetMessageId); }},
    EventColumn {"SenderMailFromAddress"_L1, KqlType::Text, [](const EventRow &row) { return huntingText(row.mail.envelopeAddress); }},
    EventColumn {"SenderFromAddress"_L1, KqlType::Text, [](const EventRow &row) { return huntingText(row.mail.senderAddress); }},
    EventColumn {"SenderDisplayName"_L1, KqlType::Text, [](const EventRow &row) { return huntingText(row.mail.senderName); }},
    EventColumn {"SenderObjectId"_L1, KqlType::Text,
            [](const EventRow &row) { return huntingText(objectIdOf(row.org, row.mail.senderAddress)); }},
    EventColumn {"SenderMailFromDomain"_L1, KqlType::Text,
            [](const EventRow &row) { return huntingText(domainOf(row.mail.envelopeAddress)); }},
    EventColumn {"SenderFromDomain"_L1, KqlType::Text, [](const EventRow &row) { return huntingText(domainOf(row.mail.senderAddress)); }},
    EventColumn {"SenderIPv4"_L1, KqlType::Text, [](const EventRow &row) { return huntingText(row.mail.senderIp); }},
    EventColumn {"SenderIPv6"_L1, KqlType::Text, nothing},
    EventColumn {"RecipientEmailAddress"_L1, KqlType::Text, [](const EventRow &row) { return huntingText(row.copy.recipient); }},
    EventColumn {"RecipientObjectId"_L1, KqlType::Text,
            [](const EventRow &row) { return huntingText(objectIdOf(row.org, row.copy.recipient)); }},
    EventColumn {"Subject"_L1, KqlType::Text, [](const EventRow &row) { return huntingText(row.mail.subject); }},
    EventColumn {"EmailClusterId"_L1, KqlType::Integer, [](const EventRow &row) { return KqlValue::integer(row.mail.clusterId); }, true},
    EventColumn {"EmailDirection"_L1, KqlType::Text, [](const EventRow &row) { return huntingText(huntingDirection(row.mail.direction)); }},
    EventColumn {"DeliveryAction"_L1, KqlType::Text, [](const EventRow &row) { return huntingText(huntingAction(row.copy.original)); }},
    EventColumn {"DeliveryLocation"_L1, KqlType::Text,
            [](const EventRow &row) { return huntingText(huntingPlace(row.copy.original, row.org.switches)); }},
    EventColumn {"ThreatTypes"_L1, KqlType::Text, [](const EventRow &row) { return huntingText(threatWord(row.mail.threat)); }},
    EventColumn {"ThreatNames"_L1, KqlType::Text,
            [](const EventRow &row) {
                return huntingText(row.mail.attachments.isEmpty() ? QString() : row.mail.attachments.first().family);
            }},
    EventColumn {"DetectionMethods"_L1, KqlType::Text, [](const EventRow &row) { return huntingText(detectionJson(row.mail)); }},
    EventColumn {"ConfidenceLevel"_L1, KqlType::Text, [](const EventRow &row) { return huntingText(confidenceJson(row.mail)); }},
    EventColumn {"BulkComplaintLevel"_L1, KqlType::Integer, [](const EventRow &) { return KqlValue::integer(0); }},
    EventColumn {"EmailAction"_L1, KqlType::Text, [](const EventRow &row) { return huntingText(emailAction(row.copy.original)); }},
    EventColumn {"EmailActionPolicy"_L1, KqlType::Text, nothing},
    EventColumn {"EmailActionPolicyGuid"_L1, KqlType::Text, nothing},
    EventColumn {"AuthenticationDetails"_L1, KqlType::Text, [](const EventRow &row) { return huntingText(authenticationJson(row.mail)); }},
    EventColumn {"AttachmentCount"_L1, KqlType::Integer, [](const EventRow &row) { return KqlValue::integer(row.mail.attachments.size()); }},
    EventColumn {"UrlCount"_L1, KqlType::Integer, [](const EventRow &row) { return KqlValue::integer(row.mail.urls.size()); }},
    EventColumn {"EmailLanguage"_L1, KqlType::Text, [](const EventRow &) { return huntingText(u"en"_s); }},
    EventColumn {"Connectors"_L1, KqlType::Text, nothing},
    EventColumn {"OrgLevelAction"_L1, KqlType::Text, nothing},
    EventColumn {"OrgLevelPolicy"_L1, KqlType::Text, nothing},
    EventColumn {"UserLevelAction"_L1, KqlType::Text, nothing},
    EventColumn {"UserLevelPolicy"_L1, KqlType::Text, nothing},
    EventColumn {"ReportId"_L1, KqlType::Text, [](const EventRow &row) { return huntingText(row.org.mails.reportId(row.delivery)); }},
    EventColumn {"AdditionalFields"_L1, KqlType::Text, nothing},
    EventColumn {"LatestDeliveryLocation"_L1, KqlType::Text,
            [](const EventRow &row) { return huntingText(huntingPlace(row.copy.latest, row.org.switches)); }},
    EventColumn {"LatestDeliveryAction"_L1, KqlType::Text, [](const EventRow &row) { return huntingText(huntingAction(row.copy.latest)); }},
};

} // namespace

KqlRelation emailEvents(const Organisation &org, HuntingWindow window)
{
    std::vector<quint32> deliveries;
    for (quint32 i = 0; i < org.mails.deliveryCount(); ++i) {
        if (isWithin(window, org.mails.mailOf(i).received)) {
            deliveries.push_back(i);
        }
    }
    KqlRelation relation = relationOf(eventColumns, deliveries, [&org](quint32 delivery) {
        return EventRow {org, org.mails.mailOf(delivery), org.mails.delivery(delivery), delivery};
    });
    relation.lookUp = [&org, deliveries = std::move(deliveries)](const QString &column, const QStringList &texts) {
        return rowsOfMessages(org, deliveries, column, texts);
    };
    return relation;
}

} // namespace simulator
