// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonvalue.h"

namespace remote {

namespace {

using simdjson::ondemand::json_type;

char16_t hexUnit(const char *digits)
{
    return static_cast<char16_t>(QByteArray::fromRawData(digits, 4).toUShort(nullptr, 16));
}

QString unescapedSlowly(std::string_view content)
{
    QString result;
    result.reserve(static_cast<qsizetype>(content.size()));
    size_t plainFrom = 0;
    const auto takePlain = [&](size_t upTo) {
        result += QString::fromUtf8(content.data() + plainFrom, static_cast<qsizetype>(upTo - plainFrom));
    };
    for (size_t i = 0; i + 1 < content.size(); ++i) {
        if (content[i] != '\\')
            continue;
        takePlain(i);
        const char c = content[++i];
        switch (c) {
        case 'b': result += u'\b'; break;
        case 'f': result += u'\f'; break;
        case 'n': result += u'\n'; break;
        case 'r': result += u'\r'; break;
        case 't': result += u'\t'; break;
        case 'u':
            result += QChar(hexUnit(content.data() + i + 1));
            i += 4;
            break;
        default: result += QLatin1Char(c);
        }
        plainFrom = i + 1;
    }
    takePlain(content.size());
    // Halves of surrogate pairs may stand alone in JSON, but not in text that goes on to a database or a screen.
    for (qsizetype i = 0; i < result.size(); ++i) {
        const bool isPair =
            result.at(i).isHighSurrogate() && i + 1 < result.size() && result.at(i + 1).isLowSurrogate();
        if (isPair)
            ++i;
        else if (result.at(i).isSurrogate())
            result[i] = QChar::ReplacementCharacter;
    }
    return result;
}

std::optional<qint64> integerIn(std::string_view token)
{
    const QByteArray text = QByteArray(token.data(), static_cast<qsizetype>(token.size())).trimmed();
    bool isInteger = false;
    const qint64 whole = text.toLongLong(&isInteger);
    if (isInteger)
        return whole;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    constexpr double exact = 9007199254740992.0; // 2^53
    if (!isNumber || number > exact || number < -exact || number != static_cast<double>(static_cast<qint64>(number)))
        return std::nullopt;
    return static_cast<qint64>(number);
}

} // namespace

simdjson::padded_string padded(QByteArrayView bytes)
{
    return simdjson::padded_string(bytes.data(), static_cast<size_t>(bytes.size()));
}

QString unescaped(std::string_view token)
{
    const size_t last = token.rfind('"');
    if (token.empty() || token.front() != '"' || last == 0 || last == std::string_view::npos)
        return {};
    const std::string_view content = token.substr(1, last - 1);
    if (content.find('\\') == std::string_view::npos)
        return QString::fromUtf8(content.data(), static_cast<qsizetype>(content.size()));
    return unescapedSlowly(content);
}

QByteArrayView rawBytes(JsonValue value)
{
    std::string_view raw;
    if (simdjson::to_json_string(value).get(raw) != simdjson::SUCCESS)
        return {};
    return QByteArrayView(raw.data(), static_cast<qsizetype>(raw.size())).trimmed();
}

QString MemberReader::text(std::string_view name, JsonValue value)
{
    json_type type {};
    if (value.type().get(type) != simdjson::SUCCESS)
        note(name);
    else if (type == json_type::string)
        return unescaped(value.raw_json_token());
    else if (type != json_type::null)
        note(name);
    return {};
}

std::optional<qint64> MemberReader::integer(std::string_view name, JsonValue value)
{
    json_type type {};
    if (value.type().get(type) != simdjson::SUCCESS)
        note(name);
    else if (type == json_type::number)
        return integerIn(value.raw_json_token());
    else if (type != json_type::null)
        note(name);
    return std::nullopt;
}

QStringList MemberReader::texts(std::string_view name, JsonValue value)
{
    json_type type {};
    simdjson::ondemand::array array;
    if (value.type().get(type) == simdjson::SUCCESS && type == json_type::null)
        return {};
    if (type != json_type::array || value.get_array().get(array) != simdjson::SUCCESS) {
        note(name);
        return {};
    }
    QStringList result;
    for (auto element : array) {
        JsonValue item;
        if (element.get(item) != simdjson::SUCCESS) {
            note(name);
            break;
        }
        const QString entry = text(name, item);
        if (!entry.isEmpty())
            result.append(entry);
    }
    return result;
}

void MemberReader::note(std::string_view name)
{
    if (m_wrong.isEmpty())
        m_wrong = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace remote
