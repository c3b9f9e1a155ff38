// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencewalk.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace remote {

namespace {

using simdjson::ondemand::json_type;

class Walk
{
public:
    QJsonObject object(simdjson::ondemand::object from, const QString &prefix)
    {
        QJsonObject result;
        const bool isRead = forEachMember(from, [&](std::string_view name, JsonValue value) {
            const QString member = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
            result.insert(member, this->value(value, prefix.isEmpty() ? member : QString(prefix + u'.' + member)));
        });
        m_isGood = m_isGood && isRead;
        return result;
    }

    QList<domain::EvidenceField> fields;
    [[nodiscard]] bool isGood() const { return m_isGood; }

private:
    QJsonValue value(JsonValue from, const QString &name)
    {
        json_type type {};
        if (from.type().get(type) != simdjson::SUCCESS) {
            m_isGood = false;
            return {};
        }
        switch (type) {
        case json_type::object: {
            simdjson::ondemand::object inner;
            m_isGood = m_isGood && from.get_object().get(inner) == simdjson::SUCCESS;
            return m_isGood ? object(inner, name) : QJsonValue();
        }
        case json_type::array: return array(from, name);
        case json_type::string: {
            const QString text = unescaped(from.raw_json_token());
            addField(name, text);
            return text;
        }
        case json_type::number: return number(from, name);
        case json_type::boolean: {
            const bool isTrue = QByteArrayView(from.raw_json_token().data(), 1) == "t";
            addField(name, isTrue ? u"true"_s : u"false"_s);
            return isTrue;
        }
        case json_type::null: break;
        }
        return {};
    }

    QJsonValue number(JsonValue from, const QString &name)
    {
        const std::string_view token = from.raw_json_token();
        const QByteArray text = QByteArray(token.data(), static_cast<qsizetype>(token.size())).trimmed();
        addField(name, QString::fromLatin1(text));
        bool isInteger = false;
        const qint64 whole = text.toLongLong(&isInteger);
        return isInteger ? QJsonValue(whole) : QJsonValue(text.toDouble());
    }

    // Plain entries of an array are one field, containers within it are fields of their own.
    QJsonValue array(JsonValue from, const QString &name)
    {
        simdjson::ondemand::array entries;
        if (from.get_array().get(entries) != simdjson::SUCCESS) {
            m_isGood = false;
            return {};
        }
        QJsonArray result;
        QList<domain::EvidenceField> outer;
        outer.swap(fields);
        QStringList plain;
        for (auto element : entries) {
            JsonValue entry;
            if (element.get(entry) != simdjson::SUCCESS) {
                m_isGood = false;
                break;
            }
            const QString entryName = name + u'.' + QString::number(result.size());
            result.append(value(entry, entryName));
            const bool isPlain = !result.last().isObject() && !result.last().isArray();
            if (isPlain && !fields.isEmpty() && fields.constLast().name == entryName)
                plain.append(fields.takeLast().value.raw());
        }
        outer.swap(fields);
        if (!plain.isEmpty())
            addField(name, plain.join(", "_L1));
        for (const domain::EvidenceField &field : std::as_const(outer)) {
            if (fields.size() < mostFields)
                fields.append(field);
        }
        return result;
    }

    void addField(const QString &name, const QString &text)
    {
        if (!text.isEmpty() && fields.size() < mostFields)
            fields.append({name, domain::Untrusted(text)});
    }

    bool m_isGood = true;
};

} // namespace

std::optional<WalkedItem> walkItem(const QByteArray &item)
{
    const simdjson::padded_string bytes = padded(item);
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    simdjson::ondemand::object object;
    if (parser.iterate(bytes).get(document) != simdjson::SUCCESS
        || document.get_object().get(object) != simdjson::SUCCESS)
        return std::nullopt;
    Walk walk;
    QJsonObject members = walk.object(object, {});
    if (!walk.isGood())
        return std::nullopt;
    return WalkedItem {std::move(members), std::move(walk.fields)};
}

} // namespace remote
