// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads members of an item with simdjson. Skips what nobody asks for, keeps integers exact, reads half surrogates as
// U+FFFD, and notes the first member of the wrong type. Private to the codec. Any thread.

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <simdjson.h>

#include <optional>
#include <string_view>

namespace remote {

using JsonValue = simdjson::ondemand::value;

// simdjson reads a little past the end, so the bytes need room behind them.
[[nodiscard]] simdjson::padded_string padded(QByteArrayView bytes);

[[nodiscard]] QString unescaped(std::string_view token); // a string's token, quotes included
[[nodiscard]] QByteArrayView rawBytes(JsonValue value); // of any type, exactly; the value is used up

class MemberReader
{
public:
    // Each takes null for "no value"; anything else of another type is noted.
    [[nodiscard]] QString text(std::string_view name, JsonValue value);
    [[nodiscard]] std::optional<qint64> integer(std::string_view name, JsonValue value);
    [[nodiscard]] QStringList texts(std::string_view name, JsonValue value);
    void note(std::string_view name); // this member has the wrong type

    [[nodiscard]] bool isGood() const { return m_wrong.isEmpty(); }
    [[nodiscard]] QString wrongMember() const { return m_wrong; }

private:
    QString m_wrong;
};

template <class Visit> // visit(std::string_view name, JsonValue value)
[[nodiscard]] bool forEachMember(simdjson::ondemand::object object, Visit visit)
{
    for (auto field : object) {
        std::string_view name;
        JsonValue value;
        if (field.unescaped_key().get(name) != simdjson::SUCCESS || field.value().get(value) != simdjson::SUCCESS)
            return false;
        visit(name, value);
    }
    return true;
}

} // namespace remote
