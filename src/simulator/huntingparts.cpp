// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingcolumns.h"
#include "organisation.h"

#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

struct PartKey {
    quint32 delivery;
    int part; // position among the links or attachments of the mail
};

struct PartRow {
    const Organisation &org;
    const Mail &mail;
    const MailCopy &copy;
    PartKey key;

    [[nodiscard]] const MailUrl &url() const { return mail.urls.at(key.part); }
    [[nodiscard]] const MailAttachment &file() const { return mail.attachments.at(key.part); }
};

using PartColumn = HuntingColumn<PartRow>;
constexpr PartColumn timestampOfPart {"Timestamp"_L1, KqlType::Time, [](const PartRow &row) { return KqlValue::time(row.mail.received); }};
constexpr PartColumn messageOfPart {"NetworkMessageId"_L1, KqlType::Text,
                          [](const PartRow &row) { return huntingText(row.mail.networkMessageId); }};
constexpr PartColumn reportOfPart {"ReportId"_L1, KqlType::Text,
                         [](const PartRow &row) { return huntingText(row.org.mails.reportId(row.key.delivery)); }};

constexpr std::array urlColumns {
    timestampOfPart,
    messageOfPart,
    PartColumn {"Url"_L1, KqlType::Text, [](const PartRow &row) { return huntingText(row.url().url); }},
    PartColumn {"UrlDomain"_L1, KqlType::Text, [](const PartRow &row) { return huntingText(row.url().url.section(u'/', 2, 2)); }},
    PartColumn {"UrlLocation"_L1, KqlType::Text, [](const PartRow &) { return huntingText(u"Body"_s); }},
    reportOfPart,
};

constexpr std::array attachmentColumns {
    timestampOfPart,
    messageOfPart,
    PartColumn {"SenderFromAddress"_L1, KqlType::Text, [](const PartRow &row) { return huntingText(row.mail.senderAddress); }},
    PartColumn {"SenderDisplayName"_L1, KqlType::Text, [](const PartRow &row) { return huntingText(row.mail.senderName); }},
    PartColumn {"SenderObjectId"_L1, KqlType::Text,
            [](const PartRow &row) { return huntingText(objectIdOf(row.org, row.mail.senderAddress)); }},
    PartColumn {"RecipientEmailAddress"_L1, KqlType::Text, [](const PartRow &row) { return huntingText(row.copy.recipient); }},
    PartColumn {"RecipientObjectId"_L1, KqlType::Text,
            [](const PartRow &row) { return huntingText(objectIdOf(row.org, row.copy.recipient)); }},
    PartColumn {"FileName"_L1, KqlType::Text, [](const PartRow &row) { return huntingText(row.file().name); }},
    PartColumn {"FileType"_L1, KqlType::Text, [](const PartRow &row) { return huntingText(row.file().type); }},
    PartColumn {"SHA256"_L1, KqlType::Text, [](const PartRow &row) { return huntingText(row.file().sha256); }},
    PartColumn {"FileSize"_L1, KqlType::Integer, [](const PartRow &row) { return KqlValue::integer(row.file().size); }, true},
    PartColumn {"ThreatTypes"_L1, KqlType::Text,
            [](const PartRow &row) { return huntingText(row.file().family.isEmpty() ? QString() : u"Malware"_s); }},
    PartColumn {"ThreatNames"_L1, KqlType::Text, [](const PartRow &row) { return huntingText(row.file().family); }},
    PartColumn {"DetectionMethods"_L1, KqlType::Text,
            [](const PartRow &row) { return huntingText(row.file().family.isEmpty() ? QString() : detectionJson(row.mail)); }},
    reportOfPart,
};

// perMessage: one row for the message, otherwise one for each recipient
template<typename Columns, typename Count>
KqlRelation partsOf(const Organisation &org, HuntingWindow window, const Columns &columns, bool perMessage, Count count)
{
    std::vector<PartKey> keys;
    std::vector<quint32> deliveries;
    for (quint32 i = 0; i < org.mails.deliveryCount(); ++i) {
        const bool repeated = perMessage && i > 0 && org.mails.delivery(i - 1).mail == org.mails.delivery(i).mail;
        const Mail &mail = org.mails.mailOf(i);
        for (int part = 0; part < count(mail) && !repeated && isWithin(window, mail.received); ++part) {
            keys.push_back({i, part});
            deliveries.push_back(i);
        }
    }
    KqlRelation relation = relationOf(columns, std::move(keys), [&org](PartKey key) {
        const MailCopy &copy = org.mails.delivery(key.delivery);
        return PartRow {org, org.mails.mail(copy.mail), copy, key};
    });
    relation.lookUp = [&org, deliveries = std::move(deliveries)](const QString &column, const QStringList &texts) {
        return rowsOfMessages(org, deliveries, column, texts);
    };
    return relation;
}

} // namespace

KqlRelation emailUrlInfo(const Organisation &org, HuntingWindow window)
{
    return partsOf(org, window, urlColumns, true, [](const Mail &mail) { return mail.urls.size(); });
}

KqlRelation emailAttachmentInfo(const Organisation &org, HuntingWindow window)
{
    return partsOf(org, window, attachmentColumns, false, [](const Mail &mail) { return mail.attachments.size(); });
}

} // namespace simulator
