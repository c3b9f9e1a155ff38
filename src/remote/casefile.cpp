// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "casefile.h"

#include "failure.h"
#include "itemreader.h"
#include "page.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace remote {

using domain::ErrorKind;
using domain::Result;
using simdjson::ondemand::json_type;

namespace {

constexpr int caseVersion = 1;
const QString triedToReadCase = u"read the case file"_s;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonArray factsAsJson(const QList<domain::Fact> &facts)
{
    QJsonArray all;
    for (const domain::Fact &fact : facts)
        all.append(QJsonObject {{u"name"_s, fact.name},
                                {u"value"_s, fact.value},
                                {u"source"_s, fact.source},
                                {u"sourceTime"_s, fact.sourceTime ? QJsonValue(fact.sourceTime->wire()) : QJsonValue()}});
    return all;
}

domain::Error wrongType(const QString &member)
{
    return failure(ErrorKind::NotGraph, triedToReadCase, u"wrongType"_s, member);
}

struct CaseReader {
    CaseFile file;
    std::optional<qint64> version;
    QByteArray tenant;
    QByteArray facts;
    QByteArray history;
    MemberReader members;

    void take(std::string_view name, JsonValue value)
    {
        json_type type {};
        if (value.type().get(type) != simdjson::SUCCESS)
            return;
        if (name == "version")
            version = members.integer(name, value);
        else if (name == "program")
            file.program = members.text(name, value);
        else if (name == "exported")
            file.exported = domain::Moment::parse(members.text(name, value));
        else if (name == "incident" && type == json_type::object)
            file.incident = rawBytes(value).toByteArray();
        else if (name == "tenant")
            tenant = rawBytes(value).toByteArray();
        else if (name == "facts")
            facts = rawBytes(value).toByteArray();
        else if (name == "history")
            history = rawBytes(value).toByteArray();
    }
};

std::optional<domain::Fact> factIn(const QJsonObject &json)
{
    const QJsonValue time = json.value("sourceTime"_L1);
    domain::Fact fact {json.value("name"_L1).toString(), json.value("value"_L1).toString(), json.value("source"_L1).toString(),
                       domain::Moment::parse(time.toString())};
    const bool isGood = !fact.name.isEmpty() && (time.isNull() || time.isUndefined() || fact.sourceTime);
    return isGood ? std::optional(fact) : std::nullopt;
}

} // namespace

QByteArray writeCaseFile(const CaseFile &file)
{
    const QJsonObject head {{u"format"_s, u"casemate-case"_s},
                            {u"version"_s, caseVersion},
                            {u"program"_s, file.program},
                            {u"exported"_s, file.exported ? QJsonValue(file.exported->wire()) : QJsonValue()},
                            {u"tenant"_s, QJsonObject {{u"id"_s, file.tenantId}, {u"cloud"_s, file.cloud}}},
                            {u"facts"_s, factsAsJson(file.facts)},
                            {u"history"_s, file.history}};
    // The items are put in as they are, because no JSON library gives back the bytes that it has read.
    QByteArray text = compact(head);
    text.chop(1);
    text += ",\n\"incident\":" + (file.incident.isEmpty() ? QByteArray("null") : file.incident) + ",\n\"alerts\":[";
    for (qsizetype i = 0; i < file.alerts.size(); ++i)
        text += (i == 0 ? "\n" : ",\n") + file.alerts.at(i);
    return text + "]}\n";
}

Result<CaseFile> readCaseFile(const QByteArray &document)
{
    CaseReader reader;
    const auto read = readItem(document, triedToReadCase, [&reader](std::string_view name, JsonValue value) { reader.take(name, value); });
    if (!read)
        return read.error();
    if (!reader.version)
        return wrongType(u"version"_s);
    if (*reader.version > caseVersion)
        return failure(ErrorKind::SchemaNewer, triedToReadCase, u"caseNewer"_s, reader.file.program);
    if (!reader.members.isGood())
        return wrongType(reader.members.wrongMember());
    Result<QList<QByteArray>> alerts = readItemsOf(document, "alerts");
    if (!alerts)
        return wrongType(u"alerts"_s);
    reader.file.alerts = std::move(*alerts);
    const QJsonObject tenant = QJsonDocument::fromJson(reader.tenant).object();
    reader.file.tenantId = tenant.value("id"_L1).toString();
    reader.file.cloud = tenant.value("cloud"_L1).toString();
    reader.file.history = QJsonDocument::fromJson(reader.history).object();
    const QJsonArray facts = QJsonDocument::fromJson(reader.facts).array();
    for (const QJsonValue &value : facts) {
        const std::optional<domain::Fact> fact = factIn(value.toObject());
        if (!fact)
            return wrongType(u"facts"_s);
        reader.file.facts.append(*fact);
    }
    return std::move(reader.file);
}

} // namespace remote
