// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemreader.h"

#include "addressrule.h"
#include "failure.h"
#include "jsonsyntax.h"

using namespace Qt::StringLiterals;

namespace remote {

using domain::Moment;
using simdjson::ondemand::json_type;

domain::UntrustedList ItemReader::untrustedList(std::string_view name, JsonValue value)
{
    domain::UntrustedList list;
    const QStringList entries = texts(name, value);
    for (const QString &entry : entries)
        list.append(domain::Untrusted(entry));
    return list;
}

std::optional<Moment> ItemReader::moment(std::string_view name, JsonValue value)
{
    return Moment::parse(text(name, value));
}

std::optional<Moment> ItemReader::stamp(std::string_view name, JsonValue value)
{
    const QString wire = text(name, value);
    const auto read = Moment::parse(wire);
    if (!read && !wire.isEmpty() && !wire.startsWith("0001-"_L1))
        refuse(u"badTime"_s, QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    return read;
}

QList<domain::Comment> ItemReader::comments(std::string_view name, JsonValue value)
{
    json_type type {};
    simdjson::ondemand::array array;
    QList<domain::Comment> result;
    if (value.type().get(type) == simdjson::SUCCESS && type == json_type::null)
        return result;
    if (type != json_type::array || value.get_array().get(array) != simdjson::SUCCESS) {
        note(name);
        return result;
    }
    for (auto element : array) {
        simdjson::ondemand::object object;
        if (element.get_object().get(object) != simdjson::SUCCESS) {
            note(name);
            break;
        }
        domain::Comment comment;
        const bool isRead = forEachMember(object, [&](std::string_view member, JsonValue inner) {
            if (member == "comment")
                comment.text = untrusted(member, inner);
            else if (member == "createdByDisplayName" || member == "createdBy") // the latter in older answers
                comment.author = untrusted(member, inner);
            else if (member == "createdDateTime" || member == "createdTime")
                comment.created = moment(member, inner);
        });
        if (!isRead)
            note(name);
        result.append(comment);
    }
    return result;
}

void ItemReader::refuse(const QString &code, const QString &detail)
{
    if (!m_refusal.isEmpty())
        return;
    m_refusal = code;
    m_refusalDetail = detail;
}

std::optional<domain::Error> ItemReader::verdict(const QString &tried) const
{
    if (!isGood())
        return unreadable(tried, u"wrongType"_s, wrongMember());
    if (!m_refusal.isEmpty())
        return unreadable(tried, m_refusal, m_refusalDetail);
    return std::nullopt;
}

domain::Error unreadable(const QString &tried, const QString &code, const QString &detail)
{
    return failure(domain::ErrorKind::NotGraph, tried, code, detail);
}

std::optional<domain::Error> shapeProblem(QByteArrayView item, const QString &tried)
{
    const JsonShape shape = jsonShape(item);
    if (!shape.isComplete)
        return unreadable(tried, u"malformed"_s);
    if (shape.depth > deepestItem)
        return unreadable(tried, u"tooDeep"_s, QString::number(shape.depth));
    return std::nullopt;
}

void settleTimes(ItemReader &reader, const std::optional<Moment> &created, const std::optional<Moment> &updated,
                 Moment &createdOut, Moment &updatedOut)
{
    if (!created && !updated)
        reader.refuse(u"badTime"_s, u"lastUpdateDateTime"_s);
    createdOut = created.value_or(updated.value_or(Moment()));
    updatedOut = updated.value_or(createdOut);
}

void checkIdentity(ItemReader &reader, const QString &id, const QString &itsTenant, const QString &ourTenant)
{
    if (id.isEmpty())
        reader.refuse(u"noId"_s);
    else if (!isAddressableId(id))
        reader.refuse(u"badId"_s, id.left(64));
    const bool isForeign =
        !ourTenant.isEmpty() && !itsTenant.isEmpty() && itsTenant.compare(ourTenant, Qt::CaseInsensitive) != 0;
    if (isForeign)
        reader.refuse(u"wrongTenant"_s, itsTenant.left(64));
}

} // namespace remote
