// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphdecoder.h"

#include "evidencecodec.h"
#include "itemreader.h"
#include "jsonsyntax.h"

using namespace Qt::StringLiterals;

namespace remote {

using domain::Alert;
using domain::Incident;
using domain::Moment;
using simdjson::ondemand::json_type;

namespace {

constexpr QLatin1StringView triedIncident = "read an incident"_L1;
constexpr QLatin1StringView triedAlert = "read an alert"_L1;

struct IncidentReader {
    Incident incident;
    std::optional<Moment> created;
    std::optional<Moment> updated;
    ItemReader members;

    void take(std::string_view name, JsonValue value)
    {
        if (!takeState(name, value))
            takeText(name, value);
    }

    bool takeState(std::string_view name, JsonValue value)
    {
        if (name == "status")
            incident.status = members.word<domain::IncidentStatus>(name, value);
        else if (name == "severity")
            incident.severity = members.word<domain::Severity>(name, value);
        else if (name == "classification")
            incident.classification = members.word<domain::Classification>(name, value);
        else if (name == "determination")
            incident.determination = members.word<domain::Determination>(name, value);
        else if (name == "createdDateTime")
            created = members.stamp(name, value);
        else if (name == "lastUpdateDateTime")
            updated = members.stamp(name, value);
        else if (name == "priorityScore")
            takePriority(members.integer(name, value));
        else if (name == "redirectIncidentId")
            takeRedirect(members.text(name, value));
        else
            return false;
        return true;
    }

    void takeText(std::string_view name, JsonValue value)
    {
        if (name == "id")
            incident.id.text = members.text(name, value);
        else if (name == "tenantId")
            incident.tenantId = members.text(name, value);
        else if (name == "displayName")
            incident.displayName = members.untrusted(name, value);
        else if (name == "description")
            incident.description = members.untrusted(name, value);
        else if (name == "summary")
            incident.summary = members.untrusted(name, value);
        else if (name == "assignedTo")
            incident.assignedTo = members.untrusted(name, value);
        else if (name == "resolvingComment")
            incident.resolvingComment = members.untrusted(name, value);
        else if (name == "lastModifiedBy")
            incident.lastModifiedBy = members.untrusted(name, value);
        else if (name == "customTags")
            incident.customTags = members.untrustedList(name, value);
        else if (name == "systemTags")
            incident.systemTags = members.untrustedList(name, value);
        else if (name == "comments")
            incident.comments = members.comments(name, value);
    }

    void takePriority(std::optional<qint64> score)
    {
        incident.priorityScore.reset();
        if (score && *score >= 0 && *score <= 100)
            incident.priorityScore = static_cast<int>(*score);
    }

    void takeRedirect(const QString &target)
    {
        incident.redirectTo.reset();
        if (!target.isEmpty())
            incident.redirectTo = domain::IncidentId {target};
    }
};

struct AlertReader {
    Alert alert;
    std::optional<Moment> created;
    std::optional<Moment> updated;
    QString deprecatedCategory;
    QStringList categories;
    QString threatName;
    QString threatFamily;
    std::optional<domain::Error> evidenceError;
    ItemReader members;

    void take(std::string_view name, JsonValue value)
    {
        if (name == "evidence")
            takeEvidence(name, value);
        else if (!takeState(name, value) && !takeTime(name, value))
            takeText(name, value);
    }

    bool takeState(std::string_view name, JsonValue value)
    {
        if (name == "status")
            alert.status = members.word<domain::AlertStatus>(name, value);
        else if (name == "severity")
            alert.severity = members.word<domain::Severity>(name, value);
        else if (name == "classification")
            alert.classification = members.word<domain::Classification>(name, value);
        else if (name == "determination")
            alert.determination = members.word<domain::Determination>(name, value);
        else if (name == "serviceSource")
            alert.serviceSource = members.word<domain::ServiceSource>(name, value);
        else if (name == "investigationState")
            alert.investigation = members.word<domain::InvestigationState>(name, value);
        else
            return false;
        return true;
    }

    bool takeTime(std::string_view name, JsonValue value)
    {
        if (name == "createdDateTime")
            created = members.stamp(name, value);
        else if (name == "lastUpdateDateTime")
            updated = members.stamp(name, value);
        else if (name == "resolvedDateTime")
            alert.resolved = members.moment(name, value);
        else if (name == "firstActivityDateTime")
            alert.firstActivity = members.moment(name, value);
        else if (name == "lastActivityDateTime")
            alert.lastActivity = members.moment(name, value);
        else
            return false;
        return true;
    }

    void takeText(std::string_view name, JsonValue value)
    {
        if (name == "id")
            alert.id.text = members.text(name, value);
        else if (name == "incidentId")
            alert.incident.text = members.text(name, value);
        else if (name == "tenantId")
            alert.tenantId = members.text(name, value);
        else if (name == "title")
            alert.title = members.untrusted(name, value);
        else if (name == "description")
            alert.description = members.untrusted(name, value);
        else if (name == "recommendedActions")
            alert.recommendedActions = members.untrusted(name, value);
        else if (name == "category")
            deprecatedCategory = members.text(name, value);
        else if (name == "categories")
            categories = members.texts(name, value);
        else if (name == "mitreTechniques")
            alert.mitreTechniques = members.untrustedList(name, value);
        else if (name == "detectionSource")
            alert.detectionSource = members.text(name, value);
        else if (name == "assignedTo")
            alert.assignedTo = members.untrusted(name, value);
        else if (name == "threatDisplayName")
            threatName = members.text(name, value);
        else if (name == "threatFamilyName")
            threatFamily = members.text(name, value);
        else if (name == "comments")
            alert.comments = members.comments(name, value);
    }

    void takeEvidence(std::string_view name, JsonValue value)
    {
        json_type type {};
        simdjson::ondemand::array array;
        alert.evidence.clear();
        if (value.type().get(type) == simdjson::SUCCESS && type == json_type::null)
            return;
        if (type != json_type::array || value.get_array().get(array) != simdjson::SUCCESS) {
            members.note(name);
            return;
        }
        for (auto element : array) {
            JsonValue item;
            if (element.get(item) != simdjson::SUCCESS || item.type().get(type) != simdjson::SUCCESS) {
                members.note(name);
                return;
            }
            if (type == json_type::null)
                continue;
            domain::Result<domain::Evidence> evidence = readEvidence(rawBytes(item).toByteArray());
            if (evidence)
                alert.evidence.append(std::move(*evidence));
            else if (!evidenceError)
                evidenceError = evidence.error();
        }
    }

    void settle()
    {
        const QString category = categories.isEmpty() ? deprecatedCategory : categories.constFirst();
        alert.category = domain::Untrusted(category);
        alert.threatName = domain::Untrusted(threatName.isEmpty() ? threatFamily : threatName);
        settleTimes(members, created, updated, alert.created, alert.updated);
        if (evidenceError)
            members.refuse(evidenceError->code, evidenceError->detail);
    }
};

// The id of an item that cannot be read otherwise.
QString idOf(const QByteArray &item)
{
    QString id;
    MemberReader members;
    [[maybe_unused]] const auto read = readItem(item, {}, [&](std::string_view name, JsonValue value) {
        if (name == "id")
            id = members.text(name, value);
    });
    return id.left(256);
}

template <class Decoded, class Read>
Decoded decodeAll(const QList<QByteArray> &items, Read read)
{
    Decoded decoded;
    decoded.received.reserve(items.size());
    for (const QByteArray &item : items) {
        auto value = read(item);
        if (value)
            decoded.received.append({std::move(*value), item});
        else
            decoded.poison.append({idOf(item), item, value.error()});
    }
    return decoded;
}

} // namespace

GraphDecoder::GraphDecoder(QString tenantId)
    : m_tenantId(std::move(tenantId))
{
}

domain::Result<Incident> GraphDecoder::incident(const QByteArray &item) const
{
    IncidentReader reader;
    const auto read =
        readItem(item, triedIncident, [&reader](std::string_view name, JsonValue value) { reader.take(name, value); });
    if (!read)
        return read.error();
    checkIdentity(reader.members, reader.incident.id.text, reader.incident.tenantId, m_tenantId);
    settleTimes(reader.members, reader.created, reader.updated, reader.incident.created, reader.incident.updated);
    if (const auto error = reader.members.verdict(triedIncident))
        return *error;
    return std::move(reader.incident);
}

domain::Result<Alert> GraphDecoder::alert(const QByteArray &item) const
{
    AlertReader reader;
    const auto read =
        readItem(item, triedAlert, [&reader](std::string_view name, JsonValue value) { reader.take(name, value); });
    if (!read)
        return read.error();
    checkIdentity(reader.members, reader.alert.id.text, reader.alert.tenantId, m_tenantId);
    reader.settle();
    if (const auto error = reader.members.verdict(triedAlert))
        return *error;
    return std::move(reader.alert);
}

DecodedIncidents decodeIncidents(const QList<QByteArray> &items, const domain::Decoder &decoder)
{
    return decodeAll<DecodedIncidents>(items, [&decoder](const QByteArray &item) { return decoder.incident(item); });
}

DecodedAlerts decodeAlerts(const QList<QByteArray> &items, const domain::Decoder &decoder)
{
    return decodeAll<DecodedAlerts>(items, [&decoder](const QByteArray &item) { return decoder.alert(item); });
}

} // namespace remote
