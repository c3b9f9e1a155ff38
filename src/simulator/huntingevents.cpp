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

using Column = HuntingColumn<EventRow>;
using enum KqlType;

constexpr std::array columns {
    Column {"Timestamp"_L1, Time, [](const EventRow &row) { return KqlValue::time(row.mail.received); }},
    Column {"NetworkMessageId"_L1, Text, [](const EventRow &row) { return huntingText(row.mail.networkMessageId); }},
    Column {"InternetMessageId"_L1, Text, [](const EventRow &row) { return huntingText(row.mail.internetMessageId); }},
    Column {"SenderMailFromAddress"_L1, Text, [](const EventRow &row) { return huntingText(row.mail.envelopeAddress); }},
    Column {"SenderFromAddress"_L1, Text, [](const EventRow &row) { return huntingText(row.mail.senderAddress); }},
    Column {"SenderDisplayName"_L1, Text, [](const EventRow &row) { return huntingText(row.mail.senderName); }},
    Column {"SenderObjectId"_L1, Text,
            [](const EventRow &row) { return huntingText(objectIdOf(row.org, row.mail.senderAddress)); }},
    Column {"SenderMailFromDomain"_L1, Text,
            [](const EventRow &row) { return huntingText(domainOf(row.mail.envelopeAddress)); }},
    Column {"SenderFromDomain"_L1, Text, [](const EventRow &row) { return huntingText(domainOf(row.mail.senderAddress)); }},
    Column {"SenderIPv4"_L1, Text, [](const EventRow &row) { return huntingText(row.mail.senderIp); }},
    Column {"SenderIPv6"_L1, Text, nothing},
    Column {"RecipientEmailAddress"_L1, Text, [](const EventRow &row) { return huntingText(row.copy.recipient); }},
    Column {"RecipientObjectId"_L1, Text,
            [](const EventRow &row) { return huntingText(objectIdOf(row.org, row.copy.recipient)); }},
    Column {"Subject"_L1, Text, [](const EventRow &row) { return huntingText(row.mail.subject); }},
    Column {"EmailClusterId"_L1, Integer, [](const EventRow &row) { return KqlValue::integer(row.mail.clusterId); }, true},
    Column {"EmailDirection"_L1, Text, [](const EventRow &row) { return huntingText(huntingDirection(row.mail.direction)); }},
    Column {"DeliveryAction"_L1, Text, [](const EventRow &row) { return huntingText(huntingAction(row.copy.original)); }},
    Column {"DeliveryLocation"_L1, Text,
            [](const EventRow &row) { return huntingText(huntingPlace(row.copy.original, row.org.switches)); }},
    Column {"ThreatTypes"_L1, Text, [](const EventRow &row) { return huntingText(threatWord(row.mail.threat)); }},
    Column {"ThreatNames"_L1, Text,
            [](const EventRow &row) {
                return huntingText(row.mail.attachments.isEmpty() ? QString() : row.mail.attachments.first().family);
            }},
    Column {"DetectionMethods"_L1, Text, [](const EventRow &row) { return huntingText(detectionJson(row.mail)); }},
    Column {"ConfidenceLevel"_L1, Text, [](const EventRow &row) { return huntingText(confidenceJson(row.mail)); }},
    Column {"BulkComplaintLevel"_L1, Integer, [](const EventRow &) { return KqlValue::integer(0); }},
    Column {"EmailAction"_L1, Text, [](const EventRow &row) { return huntingText(emailAction(row.copy.original)); }},
    Column {"EmailActionPolicy"_L1, Text, nothing},
    Column {"EmailActionPolicyGuid"_L1, Text, nothing},
    Column {"AuthenticationDetails"_L1, Text, [](const EventRow &row) { return huntingText(authenticationJson(row.mail)); }},
    Column {"AttachmentCount"_L1, Integer, [](const EventRow &row) { return KqlValue::integer(row.mail.attachments.size()); }},
    Column {"UrlCount"_L1, Integer, [](const EventRow &row) { return KqlValue::integer(row.mail.urls.size()); }},
    Column {"EmailLanguage"_L1, Text, [](const EventRow &) { return huntingText(u"en"_s); }},
    Column {"Connectors"_L1, Text, nothing},
    Column {"OrgLevelAction"_L1, Text, nothing},
    Column {"OrgLevelPolicy"_L1, Text, nothing},
    Column {"UserLevelAction"_L1, Text, nothing},
    Column {"UserLevelPolicy"_L1, Text, nothing},
    Column {"ReportId"_L1, Text, [](const EventRow &row) { return huntingText(row.org.mails.reportId(row.delivery)); }},
    Column {"AdditionalFields"_L1, Text, nothing},
    Column {"LatestDeliveryLocation"_L1, Text,
            [](const EventRow &row) { return huntingText(huntingPlace(row.copy.latest, row.org.switches)); }},
    Column {"LatestDeliveryAction"_L1, Text, [](const EventRow &row) { return huntingText(huntingAction(row.copy.latest)); }},
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
    KqlRelation relation = relationOf(columns, deliveries, [&org](quint32 delivery) {
        return EventRow {org, org.mails.mailOf(delivery), org.mails.delivery(delivery), delivery};
    });
    relation.lookUp = [&org, deliveries = std::move(deliveries)](const QString &column, const QStringList &texts) {
        return rowsOfMessages(org, deliveries, column, texts);
    };
    return relation;
}

} // namespace simulator
