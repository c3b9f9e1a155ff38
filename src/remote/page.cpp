// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "page.h"

#include "failure.h"
#include "jsonsyntax.h"
#include "jsonvalue.h"

using namespace Qt::StringLiterals;

namespace remote {

namespace {

using simdjson::ondemand::json_type;

domain::Error notGraph(const QString &code, const QString &detail = {})
{
    return failure(domain::ErrorKind::NotGraph, u"read a page"_s, code, detail);
}

template <class Value> // a document or a value
bool readItems(Value &value, QList<QByteArray> &items)
{
    simdjson::ondemand::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS)
        return false;
    for (auto element : array) {
        JsonValue item;
        if (element.get(item) != simdjson::SUCCESS)
            return false;
        items.append(rawBytes(item).toByteArray());
    }
    return true;
}

// What the members of the answer say; the document is known to be whole.
struct PageReader {
    Page page;
    MemberReader members;
    bool hasItems = false;
    bool isError = false;

    void take(std::string_view name, JsonValue value)
    {
        if (name == "value") {
            page.items.clear(); // of a doubled member the last one counts, as everywhere
            hasItems = readItems(value, page.items);
        } else if (name == "@odata.nextLink") {
            const QString link = members.text(name, value);
            page.nextLink = link.isEmpty() ? std::nullopt : std::optional(link.toUtf8());
        } else if (name == "@odata.count") {
            page.count = members.integer(name, value);
        } else if (name == "error") {
            isError = true;
        }
    }
};

template <class Visit>
domain::Result<domain::Done> readObject(const QByteArray &body, Visit visit)
{
    if (!jsonShape(body).isComplete)
        return notGraph(u"malformed"_s);
    const simdjson::padded_string bytes = padded(withoutByteOrderMark(body));
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    simdjson::ondemand::object object;
    if (parser.iterate(bytes).get(document) != simdjson::SUCCESS
        || document.get_object().get(object) != simdjson::SUCCESS)
        return notGraph(u"noObject"_s);
    if (!forEachMember(object, visit))
        return notGraph(u"malformed"_s);
    return domain::Done {};
}

} // namespace

domain::Result<Page> readPage(const QByteArray &body)
{
    PageReader reader;
    const auto read = readObject(body, [&reader](std::string_view name, JsonValue value) { reader.take(name, value); });
    if (!read)
        return read.error();
    if (reader.isError)
        return notGraph(u"errorInAnswer"_s);
    if (!reader.hasItems)
        return notGraph(u"noValue"_s);
    if (!reader.members.isGood())
        return notGraph(u"wrongType"_s, reader.members.wrongMember());
    return std::move(reader.page);
}

domain::Result<QList<QByteArray>> readItemsOf(const QByteArray &body, const char *member)
{
    QList<QByteArray> items;
    bool isGood = true;
    const auto read = readObject(body, [&](std::string_view name, JsonValue value) {
        json_type type {};
        if (name != member || (value.type().get(type) == simdjson::SUCCESS && type == json_type::null))
            return;
        items.clear();
        isGood = readItems(value, items);
    });
    if (!read)
        return read.error();
    return isGood ? domain::Result<QList<QByteArray>>(items) : notGraph(u"wrongType"_s, QString::fromLatin1(member));
}

domain::Result<QList<QByteArray>> readElements(const QByteArray &array)
{
    QList<QByteArray> items;
    if (!jsonShape(array).isComplete)
        return notGraph(u"malformed"_s);
    const simdjson::padded_string bytes = padded(withoutByteOrderMark(array));
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    if (parser.iterate(bytes).get(document) != simdjson::SUCCESS || !readItems(document, items))
        return notGraph(u"malformed"_s);
    return items;
}

} // namespace remote
