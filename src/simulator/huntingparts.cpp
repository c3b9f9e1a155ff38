// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingcolumns.h"
#include "mailwords.h"
#include "organisation.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

const MailUrl &clickedUrl(const MailRow &row)
{
    return row.mail().urls.at(row.click().url);
}

constexpr MailColumn timestampOfPart {{"Timestamp"_L1, KqlType::Time}, [](const MailRow &row) { return KqlValue::time(row.mail().received); }};
constexpr MailColumn messageOfPart {{"NetworkMessageId"_L1, KqlType::Text},
                                    [](const MailRow &row) { return huntingText(row.mail().networkMessageId); }};
constexpr MailColumn reportOfPart {{"ReportId"_L1, KqlType::Text},
                                   [](const MailRow &row) { return huntingText(row.org.mails.reportId(row.delivery)); }};

std::vector<MailColumn> urlColumns()
{
    return {
    timestampOfPart,
    messageOfPart,
    MailColumn {{"Url"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.url().url); }},
    MailColumn {{"UrlDomain"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.url().url.section(u'/', 2, 2)); }},
    MailColumn {{"UrlLocation"_L1, KqlType::Text}, [](const MailRow &) { return huntingText(u"Body"_s); }},
    reportOfPart,
    };
}

std::vector<MailColumn> attachmentColumns()
{
    return {
    timestampOfPart,
    messageOfPart,
    MailColumn {{"SenderFromAddress"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.mail().senderAddress); }},
    MailColumn {{"SenderDisplayName"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.mail().senderName); }},
    MailColumn {{"SenderObjectId"_L1, KqlType::Text},
            [](const MailRow &row) { return huntingText(objectIdOf(row.org, row.mail().senderAddress)); }},
    MailColumn {{"RecipientEmailAddress"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.copy().recipient); }},
    MailColumn {{"RecipientObjectId"_L1, KqlType::Text},
            [](const MailRow &row) { return huntingText(objectIdOf(row.org, row.copy().recipient)); }},
    MailColumn {{"FileName"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.file().name); }},
    MailColumn {{"FileType"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.file().type); }},
    MailColumn {{"SHA256"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.file().sha256); }},
    MailColumn {{"FileSize"_L1, KqlType::Long}, [](const MailRow &row) { return KqlValue::wide(row.file().size); }},
    MailColumn {{"ThreatTypes"_L1, KqlType::Text},
            [](const MailRow &row) { return huntingText(row.file().family.isEmpty() ? QString() : u"Malware"_s); }},
    MailColumn {{"ThreatNames"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.file().family); }},
    MailColumn {{"DetectionMethods"_L1, KqlType::Text},
            [](const MailRow &row) { return huntingText(row.file().family.isEmpty() ? QString() : detectionJson(row.mail())); }},
    reportOfPart,
    };
}

std::vector<MailColumn> clickColumns()
{
    return {
        MailColumn {{"Timestamp"_L1, KqlType::Time}, [](const MailRow &row) { return KqlValue::time(row.click().at); }},
        MailColumn {{"Url"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(clickedUrl(row).url); }},
        MailColumn {{"ActionType"_L1, KqlType::Text},
                    [](const MailRow &row) { return huntingText(row.click().blocked ? u"ClickBlocked"_s : u"ClickAllowed"_s); }},
        MailColumn {{"AccountUpn"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.copy().recipient); }},
        MailColumn {{"Workload"_L1, KqlType::Text}, [](const MailRow &) { return huntingText(u"Email"_s); }},
        messageOfPart,
        MailColumn {{"ThreatTypes"_L1, KqlType::Text},
                    [](const MailRow &row) { return huntingText(clickedUrl(row).malicious ? threatWord(row.mail().threat) : QString()); }},
        MailColumn {{"DetectionMethods"_L1, KqlType::Text},
                    [](const MailRow &row) { return huntingText(clickedUrl(row).malicious ? detectionJson(row.mail()) : QString()); }},
        MailColumn {{"IPAddress"_L1, KqlType::Text}, [](const MailRow &row) { return huntingText(row.click().address); }},
        MailColumn {{"IsClickedThrough"_L1, KqlType::Boolean}, [](const MailRow &row) { return KqlValue::boolean(row.click().through); }},
        MailColumn {{"UrlChain"_L1, KqlType::Text},
                    [](const MailRow &row) {
                        return huntingText(QString::fromUtf8(QJsonDocument(QJsonArray {clickedUrl(row).url}).toJson(QJsonDocument::Compact)));
                    }},
        reportOfPart,
    };
}

// The links of a message are listed once, at its first recipient.
int linksAt(const Organisation &org, quint32 delivery)
{
    const bool repeated = delivery > 0 && org.mails.delivery(delivery - 1).mail == org.mails.delivery(delivery).mail;
    return repeated ? 0 : static_cast<int>(org.mails.mailOf(delivery).urls.size());
}

Ticks receivedAt(const MailRow &row)
{
    return row.mail().received;
}

} // namespace

const HuntingTable &emailUrlInfo()
{
    static const MailTable table({.name = "EmailUrlInfo"_L1, .columns = urlColumns(), .count = linksAt, .time = receivedAt});
    return table;
}

const HuntingTable &emailAttachmentInfo()
{
    static const MailTable table(
        {.name = "EmailAttachmentInfo"_L1,
         .columns = attachmentColumns(),
         .count = [](const Organisation &org, quint32 delivery) { return static_cast<int>(org.mails.mailOf(delivery).attachments.size()); },
         .time = receivedAt});
    return table;
}

const HuntingTable &urlClickEvents()
{
    static const MailTable table(
        {.name = "UrlClickEvents"_L1,
         .columns = clickColumns(),
         .count = [](const Organisation &org, quint32 delivery) { return static_cast<int>(org.mails.delivery(delivery).clicks.size()); },
         .time = [](const MailRow &row) { return row.click().at; }});
    return table;
}

} // namespace simulator
