// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence.h"
#include "huntingcolumns.h"
#include "organisation.h"

#include <QSet>

#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

// An alert, and for AlertEvidence one of its items.
struct AlertRow {
    const Organisation &org;
    AlertIndex index;
    QJsonObject body;
    QJsonObject item {};

    [[nodiscard]] const AlertFacts &facts() const { return org.incidents.alert(index); }
    [[nodiscard]] QString text(const char16_t *name) const { return body[QStringView(name)].toString(); }
    [[nodiscard]] QString own(const char16_t *name) const { return item[QStringView(name)].toString(); }
    [[nodiscard]] QString account(const char16_t *name) const
    {
        return item[u"userAccount"].toObject()[QStringView(name)].toString();
    }
};

QString entityType(const QJsonObject &item)
{
    constexpr std::array words {std::pair {"analyzedMessageEvidence"_L1, "MailMessage"_L1},
                                std::pair {"mailClusterEvidence"_L1, "MailCluster"_L1},
                                std::pair {"mailboxEvidence"_L1, "Mailbox"_L1},
                                std::pair {"submissionMailEvidence"_L1, "SubmissionMail"_L1},
                                std::pair {"userEvidence"_L1, "User"_L1},
                                std::pair {"urlEvidence"_L1, "Url"_L1},
                                std::pair {"ipEvidence"_L1, "Ip"_L1},
                                std::pair {"fileEvidence"_L1, "File"_L1},
                                std::pair {"processEvidence"_L1, "Process"_L1},
                                std::pair {"deviceEvidence"_L1, "Machine"_L1},
                                std::pair {"registryKeyEvidence"_L1, "RegistryKey"_L1},
                                std::pair {"registryValueEvidence"_L1, "RegistryValue"_L1},
                                std::pair {"oauthApplicationEvidence"_L1, "OAuthApplication"_L1},
                                std::pair {"cloudApplicationEvidence"_L1, "CloudApplication"_L1},
                                std::pair {"securityGroupEvidence"_L1, "SecurityGroup"_L1}};
    const QString type = evidenceType(item);
    for (const auto &[wire, word] : words) {
        if (type == wire) {
            return word;
        }
    }
    return type;
}

QString listJson(const QJsonObject &body, QStringView name)
{
    const QJsonArray list = body[name].toArray();
    QStringList quoted;
    for (const QJsonValue &entry : list) {
        quoted.append(QString(u'"' + entry.toString() + u'"'));
    }
    return u'[' + quoted.join(u',') + u']';
}

QString severityWord(Severity severity)
{
    QString word = wireWord(severity);
    word[0] = word.at(0).toUpper();
    return word;
}

QString fileText(const AlertRow &row, QStringView name)
{
    const QJsonObject details = row.item.contains(u"fileDetails") ? row.item[u"fileDetails"].toObject()
                                                                 : row.item[u"imageFile"].toObject();
    return details[name].toString();
}

using AlertColumn = HuntingColumn<AlertRow>;
constexpr AlertColumn timestampOfAlert {"Timestamp"_L1, KqlType::Time, [](const AlertRow &row) { return KqlValue::time(row.facts().created); }};
constexpr AlertColumn alertIdOfAlert {"AlertId"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(row.org.incidents.alertId(row.index)); }};
constexpr AlertColumn titleOfAlert {"Title"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(row.text(u"title")); }};
constexpr AlertColumn serviceOfAlert {"ServiceSource"_L1, KqlType::Text,
                          [](const AlertRow &row) { return huntingText(productName(row.facts().source)); }};
constexpr AlertColumn detectionOfAlert {"DetectionSource"_L1, KqlType::Text,
                            [](const AlertRow &row) { return huntingText(row.text(u"detectionSource")); }};
constexpr AlertColumn techniquesOfAlert {"AttackTechniques"_L1, KqlType::Text,
                             [](const AlertRow &row) { return huntingText(listJson(row.body, u"mitreTechniques")); }};
constexpr AlertColumn severityOfAlert {"Severity"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(severityWord(row.facts().severity)); }};

constexpr std::array infoColumns {
    timestampOfAlert, alertIdOfAlert, titleOfAlert,
    AlertColumn {"Category"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(row.text(u"category")); }},
    severityOfAlert,  serviceOfAlert, detectionOfAlert, techniquesOfAlert};

constexpr std::array evidenceColumns {
    timestampOfAlert, alertIdOfAlert, titleOfAlert,
    AlertColumn {"Categories"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(listJson(row.body, u"categories")); }},
    techniquesOfAlert, serviceOfAlert, detectionOfAlert,
    AlertColumn {"EntityType"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(entityType(row.item)); }},
    AlertColumn {"EvidenceRole"_L1, KqlType::Text, [](const AlertRow &) { return huntingText(u"Related"_s); }},
    AlertColumn {"EvidenceDirection"_L1, KqlType::Text, [](const AlertRow &) { return huntingText({}); }},
    AlertColumn {"FileName"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(fileText(row, u"fileName")); }},
    AlertColumn {"FolderPath"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(fileText(row, u"filePath")); }},
    AlertColumn {"SHA1"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(fileText(row, u"sha1")); }},
    AlertColumn {"SHA256"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(fileText(row, u"sha256")); }},
    AlertColumn {"RemoteIP"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(row.own(u"ipAddress")); }},
    AlertColumn {"RemoteUrl"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(row.own(u"url")); }},
    AlertColumn {"AccountName"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(row.account(u"accountName")); }},
    AlertColumn {"AccountDomain"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(row.account(u"domainName")); }},
    AlertColumn {"AccountSid"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(row.account(u"userSid")); }},
    AlertColumn {"AccountObjectId"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(row.account(u"azureAdUserId")); }},
    AlertColumn {"AccountUpn"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(row.account(u"userPrincipalName")); }},
    AlertColumn {"DeviceId"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(row.own(u"mdeDeviceId")); }},
    AlertColumn {"DeviceName"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(row.own(u"deviceDnsName")); }},
    AlertColumn {"NetworkMessageId"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(row.own(u"networkMessageId")); }},
    AlertColumn {"EmailSubject"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(row.own(u"subject")); }},
    AlertColumn {"OAuthApplicationId"_L1, KqlType::Text,
            [](const AlertRow &row) { return huntingText(row.item.contains(u"publisher") ? row.own(u"appId") : QString()); }},
    AlertColumn {"ProcessCommandLine"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(row.own(u"processCommandLine")); }},
    AlertColumn {"RegistryKey"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(row.own(u"registryKey")); }},
    AlertColumn {"RegistryValueName"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(row.own(u"registryValueName")); }},
    AlertColumn {"RegistryValueData"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(row.own(u"registryValue")); }},
    AlertColumn {"AdditionalFields"_L1, KqlType::Text, [](const AlertRow &row) { return huntingText(jsonText(row.item)); }},
    severityOfAlert};

std::vector<AlertIndex> alertsWithin(const Organisation &org, HuntingWindow window)
{
    std::vector<AlertIndex> alerts;
    for (AlertIndex i = 0; i < org.incidents.alertCount(); ++i) {
        if (isWithin(window, org.incidents.alert(i).created)) {
            alerts.push_back(i);
        }
    }
    return alerts;
}

// Bodies that no one keeps are written and read anew; the last one is remembered, since rows are visited in order.
class LastBody {
public:
    explicit LastBody(const Organisation &org)
        : m_org(org)
    {
    }

    [[nodiscard]] const QJsonObject &of(AlertIndex alert)
    {
        if (m_alert != alert) {
            m_alert = alert;
            m_body = m_org.incidents.body(alert);
        }
        return m_body;
    }

private:
    const Organisation &m_org;
    std::optional<AlertIndex> m_alert;
    QJsonObject m_body;
};

struct ItemKey {
    AlertIndex alert;
    int item = -1; // position in its evidence; below zero: the alert as a whole
};

KqlRelation alertRelation(const Organisation &org, const auto &columns, std::vector<ItemKey> keys)
{
    KqlRelation relation = relationOf(columns, keys, [&org, bodies = std::make_shared<LastBody>(org)](ItemKey key) {
        const QJsonObject body = bodies->of(key.alert);
        return AlertRow {org, key.alert, body, key.item < 0 ? QJsonObject() : body[u"evidence"][key.item].toObject()};
    });
    relation.lookUp = [&org, keys = std::move(keys)](const QString &column,
                                                     const QStringList &texts) -> std::optional<std::vector<quint32>> {
        if (column != "AlertId"_L1) {
            return std::nullopt;
        }
        QSet<AlertIndex> named;
        for (const QString &id : texts) {
            named.insert(org.incidents.findAlert(id).value_or(org.incidents.alertCount()));
        }
        std::vector<quint32> rows;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            if (named.contains(keys[i].alert)) {
                rows.push_back(static_cast<quint32>(i));
            }
        }
        return rows;
    };
    return relation;
}

} // namespace

KqlRelation alertInfo(const Organisation &org, HuntingWindow window)
{
    std::vector<ItemKey> keys;
    for (const AlertIndex alert : alertsWithin(org, window)) {
        keys.push_back({alert});
    }
    return alertRelation(org, infoColumns, std::move(keys));
}

KqlRelation alertEvidence(const Organisation &org, HuntingWindow window)
{
    std::vector<ItemKey> keys;
    for (const AlertIndex alert : alertsWithin(org, window)) {
        const qsizetype items = org.incidents.body(alert)[u"evidence"].toArray().size();
        for (int item = 0; item < items; ++item) {
            keys.push_back({alert, item});
        }
    }
    return alertRelation(org, evidenceColumns, std::move(keys));
}

} // namespace simulator
