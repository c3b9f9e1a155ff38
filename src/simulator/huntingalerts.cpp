// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence.h"
#include "evidencewords.h"
#include "huntingcolumns.h"
#include "organisation.h"

#include <QJsonDocument>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

// An alert, and for AlertEvidence one of its items. Bodies that no one keeps are written and read anew, so it is done once
// for all items of an alert, and only when a cell needs it.
struct AlertRow {
    const Organisation &org;
    AlertIndex index = 0;
    int part = -1;
    mutable std::optional<QJsonObject> known {};
    mutable QJsonArray items {};

    [[nodiscard]] const AlertFacts &facts() const { return org.incidents.alert(index); }
    [[nodiscard]] const QJsonObject &body() const
    {
        if (!known) {
            known = org.incidents.body(index);
            items = known->value(u"evidence").toArray();
        }
        return *known;
    }
    [[nodiscard]] QJsonObject item() const { return items.at(part).toObject(); }
    [[nodiscard]] QString text(const char16_t *name) const { return body()[QStringView(name)].toString(); }
    [[nodiscard]] QString own(const char16_t *name) const { return item()[QStringView(name)].toString(); }
    [[nodiscard]] QString account(const char16_t *name) const
    {
        return item()[u"userAccount"].toObject()[QStringView(name)].toString();
    }
};

struct AlertColumn {
    HuntingHead head;
    KqlValue (*cell)(const AlertRow &row);
};

QString listJson(const QJsonObject &body, QStringView name)
{
    return QString::fromUtf8(QJsonDocument(body[name].toArray()).toJson(QJsonDocument::Compact));
}

QString severityWord(Severity severity)
{
    QString word = wireWord(severity);
    word[0] = word.at(0).toUpper();
    return word;
}

constexpr AlertColumn timestampOfAlert {{"Timestamp"_L1, KqlType::Time}, [](const AlertRow &row) { return KqlValue::time(row.facts().created); }};
constexpr AlertColumn alertIdOfAlert {{"AlertId"_L1, KqlType::Text},
                                      [](const AlertRow &row) { return huntingText(row.org.incidents.alertId(row.index)); }};
constexpr AlertColumn titleOfAlert {{"Title"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(row.text(u"title")); }};
constexpr AlertColumn serviceOfAlert {{"ServiceSource"_L1, KqlType::Text},
                                      [](const AlertRow &row) { return huntingText(productName(row.facts().source)); }};
constexpr AlertColumn detectionOfAlert {{"DetectionSource"_L1, KqlType::Text},
                                        [](const AlertRow &row) { return huntingText(detectionName(row.text(u"detectionSource"))); }};
constexpr AlertColumn techniquesOfAlert {{"AttackTechniques"_L1, KqlType::Text},
                                         [](const AlertRow &row) { return huntingText(listJson(row.body(), u"mitreTechniques")); }};
constexpr AlertColumn severityOfAlert {{"Severity"_L1, KqlType::Text},
                                       [](const AlertRow &row) { return huntingText(severityWord(row.facts().severity)); }};

std::vector<AlertColumn> infoColumns()
{
    return {
        timestampOfAlert, alertIdOfAlert, titleOfAlert,
        AlertColumn {{"Category"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(row.text(u"category")); }},
        severityOfAlert, serviceOfAlert, detectionOfAlert, techniquesOfAlert};
}

std::vector<AlertColumn> evidenceColumns()
{
    return {
        timestampOfAlert, alertIdOfAlert, titleOfAlert,
        AlertColumn {{"Categories"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(listJson(row.body(), u"categories")); }},
        techniquesOfAlert, serviceOfAlert, detectionOfAlert,
        AlertColumn {{"EntityType"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(entityType(row.item())); }},
        AlertColumn {{"EvidenceRole"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(evidenceRole(row.item())); }},
        AlertColumn {{"EvidenceDirection"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(evidenceFlow(row.item())); }},
        AlertColumn {{"FileName"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(fileText(row.item(), u"fileName")); }},
        AlertColumn {{"FolderPath"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(fileText(row.item(), u"filePath")); }},
        AlertColumn {{"SHA1"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(fileText(row.item(), u"sha1")); }},
        AlertColumn {{"SHA256"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(sha256Of(row.item())); }},
        AlertColumn {{"FileSize"_L1, KqlType::Long}, [](const AlertRow &row) { return fileSize(row.item()); }},
        AlertColumn {{"ThreatFamily"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(threatFamily(row.item())); }},
        AlertColumn {{"RemoteIP"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(remoteAddress(row.item())); }},
        AlertColumn {{"RemoteUrl"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(row.own(u"url")); }},
        AlertColumn {{"AccountName"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(row.account(u"accountName")); }},
        AlertColumn {{"AccountDomain"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(row.account(u"domainName")); }},
        AlertColumn {{"AccountSid"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(row.account(u"userSid")); }},
        AlertColumn {{"AccountObjectId"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(row.account(u"azureAdUserId")); }},
        AlertColumn {{"AccountUpn"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(row.account(u"userPrincipalName")); }},
        AlertColumn {{"DeviceId"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(row.own(u"mdeDeviceId")); }},
        AlertColumn {{"DeviceName"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(row.own(u"deviceDnsName")); }},
        AlertColumn {{"LocalIP"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(localAddress(row.item())); }},
        AlertColumn {{"NetworkMessageId"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(row.own(u"networkMessageId")); }},
        AlertColumn {{"EmailSubject"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(row.own(u"subject")); }},
        AlertColumn {{"Application"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(applicationName(row.item())); }},
        AlertColumn {{"ApplicationId"_L1, KqlType::Integer}, [](const AlertRow &row) { return applicationNumber(row.item()); }},
        AlertColumn {{"OAuthApplicationId"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(row.item().contains(u"publisher") ? row.own(u"appId") : QString()); }},
        AlertColumn {{"ProcessCommandLine"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(row.own(u"processCommandLine")); }},
        AlertColumn {{"RegistryKey"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(row.own(u"registryKey")); }},
        AlertColumn {{"RegistryValueName"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(row.own(u"registryValueName")); }},
        AlertColumn {{"RegistryValueData"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(row.own(u"registryValue")); }},
        AlertColumn {{"AdditionalFields"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(jsonText(row.item())); }},
        severityOfAlert,
        AlertColumn {{"CloudResource"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(cloudResource(row.item()).name); }},
        AlertColumn {{"CloudPlatform"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(cloudResource(row.item()).platform); }},
        AlertColumn {{"ResourceType"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(cloudResource(row.item()).type); }},
        AlertColumn {{"ResourceID"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(cloudResource(row.item()).id); }},
        AlertColumn {{"SubscriptionId"_L1, KqlType::Text}, [](const AlertRow &row) { return huntingText(cloudResource(row.item()).subscription); }},
    };
}

class AlertCursor : public HuntingCursor {
public:
    AlertCursor(const std::vector<AlertColumn> &columns, bool perItem, const Organisation &org, const HuntingSelection &selection)
        : m_columns(columns)
        , m_perItem(perItem)
        , m_window(selection.window)
        , m_row {org}
        , m_end(org.incidents.alertCount())
    {
        if (selection.key) {
            m_row.index = org.incidents.findAlert(*selection.key).value_or(m_end);
            m_end = std::min(m_end, m_row.index + 1);
        }
    }

    bool next() override
    {
        for (++m_row.part; m_row.index < m_end; ++m_row.index, m_row.part = 0) {
            if (isWithin(m_window, m_row.facts().created) && m_row.part < parts()) {
                return true;
            }
            m_row.known.reset();
        }
        return false;
    }

    [[nodiscard]] KqlValue cell(int column) const override { return m_columns[static_cast<std::size_t>(column)].cell(m_row); }

private:
    [[nodiscard]] int parts() const
    {
        return m_perItem ? (static_cast<void>(m_row.body()), static_cast<int>(m_row.items.size())) : 1;
    }

    const std::vector<AlertColumn> &m_columns;
    bool m_perItem;
    HuntingWindow m_window;
    AlertRow m_row;
    AlertIndex m_end;
};

class AlertTable : public HuntingTable {
public:
    AlertTable(QLatin1StringView name, std::vector<AlertColumn> columns, bool perItem)
        : m_name(name)
        , m_columns(std::move(columns))
        , m_perItem(perItem)
    {
        for (const AlertColumn &column : m_columns) {
            m_heads.push_back(column.head);
        }
    }

    [[nodiscard]] QLatin1StringView name() const override { return m_name; }
    [[nodiscard]] std::span<const HuntingHead> columns() const override { return m_heads; }
    [[nodiscard]] int keyColumn() const override { return 1; } // AlertId
    [[nodiscard]] qint64 size(const Organisation &org) const override
    {
        constexpr qint64 itemsOfAlert = 8; // on average, and dear: each alert is read
        return org.incidents.alertCount() * (m_perItem ? itemsOfAlert : 1);
    }
    [[nodiscard]] std::unique_ptr<HuntingCursor> open(const Organisation &org, const HuntingSelection &selection) const override
    {
        return std::make_unique<AlertCursor>(m_columns, m_perItem, org, selection);
    }

private:
    QLatin1StringView m_name;
    std::vector<AlertColumn> m_columns;
    std::vector<HuntingHead> m_heads;
    bool m_perItem;
};

} // namespace

const HuntingTable &alertInfo()
{
    static const AlertTable table("AlertInfo"_L1, infoColumns(), false);
    return table;
}

const HuntingTable &alertEvidence()
{
    static const AlertTable table("AlertEvidence"_L1, evidenceColumns(), true);
    return table;
}

} // namespace simulator
