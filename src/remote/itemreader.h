// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What incidents and alerts have in common when they are read: times, comments, the tenant, and the judgement at the end.
// Private to the codec. Any thread.

#include "jsonvalue.h"

#include "domain/incident.h"
#include "domain/result.h"

namespace remote {

inline constexpr qsizetype deepestItem = 128; // containers within containers

class ItemReader : public MemberReader
{
public:
    [[nodiscard]] domain::Untrusted untrusted(std::string_view name, JsonValue value)
    {
        return domain::Untrusted(text(name, value));
    }
    [[nodiscard]] domain::UntrustedList untrustedList(std::string_view name, JsonValue value);
    [[nodiscard]] std::optional<domain::Moment> moment(std::string_view name, JsonValue value);
    // Of a time that everything hangs on: what cannot be read makes the item unreadable.
    [[nodiscard]] std::optional<domain::Moment> stamp(std::string_view name, JsonValue value);
    template <class E>
    [[nodiscard]] domain::Word<E> word(std::string_view name, JsonValue value)
    {
        const QString wire = text(name, value);
        return wire.isEmpty() ? domain::Word<E>() : domain::word<E>(wire);
    }
    [[nodiscard]] QList<domain::Comment> comments(std::string_view name, JsonValue value);

    void refuse(const QString &code, const QString &detail = {}); // the first refusal counts
    // Nothing: the item is good.
    [[nodiscard]] std::optional<domain::Error> verdict(const QString &tried) const;

private:
    QString m_refusal;
    QString m_refusalDetail;
};

// Reads an item that is one whole object: calls visit(name, value) for its members. Error{NotGraph}: "malformed",
// "noObject", "tooDeep".
template <class Visit>
[[nodiscard]] domain::Result<domain::Done> readItem(const QByteArray &item, const QString &tried, Visit visit);

[[nodiscard]] domain::Error unreadable(const QString &tried, const QString &code, const QString &detail = {});
[[nodiscard]] std::optional<domain::Error> shapeProblem(QByteArrayView item, const QString &tried);

// Both times are always there in practice; one stands in for the other, and an item without any cannot be placed.
void settleTimes(ItemReader &reader, const std::optional<domain::Moment> &created,
                 const std::optional<domain::Moment> &updated, domain::Moment &createdOut, domain::Moment &updatedOut);
void checkIdentity(ItemReader &reader, const QString &id, const QString &itsTenant, const QString &ourTenant);

template <class Visit>
domain::Result<domain::Done> readItem(const QByteArray &item, const QString &tried, Visit visit)
{
    if (const auto problem = shapeProblem(item, tried))
        return *problem;
    const simdjson::padded_string bytes = padded(item);
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    simdjson::ondemand::object object;
    if (parser.iterate(bytes).get(document) != simdjson::SUCCESS
        || document.get_object().get(object) != simdjson::SUCCESS)
        return unreadable(tried, QStringLiteral("noObject"));
    if (!forEachMember(object, visit))
        return unreadable(tried, QStringLiteral("malformed"));
    return domain::Done {};
}

} // namespace remote
