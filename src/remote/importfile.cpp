// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importfile.h"

#include "failure.h"
#include "jsonsyntax.h"
#include "jsonvalue.h"
#include "page.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace remote {

using domain::Result;
using simdjson::ondemand::json_type;

namespace {

const QString tried = u"read the file"_s;

domain::Error notGraph(const QString &code, const QString &detail = {})
{
    return failure(domain::ErrorKind::NotGraph, tried, code, detail);
}

QByteArray inUtf8(const QByteArray &content)
{
    if (content.startsWith("\xFF\xFE") || content.startsWith("\xFE\xFF"))
        return QString(QStringDecoder(QStringDecoder::Utf16).decode(content)).toUtf8();
    return withoutByteOrderMark(content).toByteArray();
}

enum class Kind { Incident, Alert, Page, Case, ErrorAnswer, Other };

// Members that the one has and the other has not (microsoft.graph.security.alert and .incident in v1.0).
struct Traits {
    bool alert = false;
    bool incident = false;
    bool page = false;
    bool error = false;
    bool id = false;
    MemberReader members;
    QString format;

    void take(std::string_view name, JsonValue value)
    {
        json_type type {};
        if (value.type().get(type) != simdjson::SUCCESS)
            return;
        if (name == "format" && type == json_type::string)
            format = members.text(name, value);
        else if (name == "value")
            page = type == json_type::array;
        else if (name == "error")
            error = true;
        else if (name == "id")
            id = true;
        else if (name == "evidence" || name == "serviceSource" || name == "alertWebUrl" || name == "providerAlertId" || name == "title")
            alert = true;
        else if (name == "displayName" || name == "severity" || name == "status" || name == "redirectIncidentId")
            incident = true;
    }

    [[nodiscard]] Kind kind() const
    {
        if (format == "casemate-case"_L1)
            return Kind::Case;
        if (page && !id)
            return Kind::Page;
        if (error && !id)
            return Kind::ErrorAnswer;
        if (alert)
            return Kind::Alert;
        return incident ? Kind::Incident : Kind::Other;
    }
};

Kind kindOf(const QByteArray &object)
{
    Traits traits;
    const simdjson::padded_string bytes = padded(object);
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    simdjson::ondemand::object members;
    if (parser.iterate(bytes).get(document) != simdjson::SUCCESS || document.get_object().get(members) != simdjson::SUCCESS)
        return Kind::Other;
    const bool isWhole = forEachMember(members, [&traits](std::string_view name, JsonValue value) { traits.take(name, value); });
    return isWhole ? traits.kind() : Kind::Other;
}

QString idIn(const QByteArray &object)
{
    QString id;
    MemberReader members;
    const simdjson::padded_string bytes = padded(object);
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    simdjson::ondemand::object all;
    if (parser.iterate(bytes).get(document) != simdjson::SUCCESS || document.get_object().get(all) != simdjson::SUCCESS)
        return id;
    [[maybe_unused]] const bool isWhole = forEachMember(all, [&](std::string_view name, JsonValue value) {
        if (name == "id")
            id = members.text(name, value);
    });
    return id;
}

class Sorter
{
public:
    [[nodiscard]] Result<domain::Done> take(const QByteArray &value)
    {
        if (value.startsWith('['))
            return takeAll(readElements(value));
        switch (value.startsWith('{') ? kindOf(value) : Kind::Other) {
        case Kind::Page: return takeAll(readItemsOf(value, "value"));
        case Kind::Case: return takeCase(value);
        case Kind::Incident: return takeIncident(value);
        case Kind::Alert: items.alerts.append({value, {}}); break;
        case Kind::ErrorAnswer: items.others.append({{}, value, notGraph(u"errorInAnswer"_s)}); break;
        case Kind::Other: items.others.append({{}, value, notGraph(u"notAnItem"_s)}); break;
        }
        return domain::Done {};
    }

    ImportedItems items;

private:
    static constexpr int deepestList = 4; // pages within arrays; nobody writes more

    [[nodiscard]] Result<domain::Done> takeAll(const Result<QList<QByteArray>> &values)
    {
        if (!values)
            return values.error();
        if (m_depth == deepestList)
            return notGraph(u"tooDeep"_s);
        ++m_depth;
        for (const QByteArray &value : *values) {
            if (const Result<domain::Done> taken = take(value); !taken)
                return taken;
        }
        --m_depth;
        return domain::Done {};
    }

    [[nodiscard]] Result<domain::Done> takeIncident(const QByteArray &value)
    {
        items.incidents.append(value);
        const Result<QList<QByteArray>> inside = readItemsOf(value, "alerts");
        if (!inside)
            return domain::Done {}; // the decoder will say what is wrong with it
        const domain::IncidentId id {idIn(value)};
        for (const QByteArray &alert : *inside)
            items.alerts.append({alert, id});
        return domain::Done {};
    }

    [[nodiscard]] Result<domain::Done> takeCase(const QByteArray &value)
    {
        if (items.caseFile)
            return notGraph(u"severalCases"_s);
        items.caseFile = value;
        return domain::Done {};
    }

    int m_depth = 0;
};

} // namespace

Result<ImportedItems> readImportFile(const QByteArray &content)
{
    const QByteArray text = inUtf8(content);
    const JsonDocuments documents = jsonDocuments(text);
    if (documents.brokenAt)
        return notGraph(u"malformed"_s, u"line %1"_s.arg(text.first(*documents.brokenAt).count('\n') + 1));
    if (documents.whole.isEmpty())
        return notGraph(u"empty"_s);
    Sorter sorter;
    for (const QByteArrayView document : documents.whole) {
        if (const Result<domain::Done> taken = sorter.take(document.toByteArray()); !taken)
            return taken.error();
    }
    return std::move(sorter.items);
}

} // namespace remote
