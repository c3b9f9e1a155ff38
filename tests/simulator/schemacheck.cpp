// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schemacheck.h"

#include "support/paths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUuid>

namespace simulator::test {

using namespace Qt::StringLiterals;

namespace {

QJsonObject readFile(const QString &name)
{
    QFile file(casemate::test::sourceDir() + u"/tests/data/schema/"_s + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

bool isStamp(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,7})?Z$"));
    return form.match(text).hasMatch();
}

bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && value.toInteger(-1) == value.toInteger(-2);
}

// Nothing: not a primitive type.
std::optional<bool> primitiveFits(const QJsonValue &value, const QString &type)
{
    if (type == "String"_L1) {
        return value.isString();
    }
    if (type == "Boolean"_L1) {
        return value.isBool();
    }
    if (type == "Int32"_L1 || type == "Int64"_L1) {
        return isWhole(value);
    }
    if (type == "Double"_L1) {
        return value.isDouble();
    }
    if (type == "DateTimeOffset"_L1) {
        return isStamp(value.toString());
    }
    if (type == "Guid"_L1) {
        return !QUuid(value.toString()).isNull();
    }
    return std::nullopt;
}

} // namespace

SchemaCheck::SchemaCheck()
    : m_types(readFile(u"types.json"_s))
    , m_enums(readFile(u"enums.json"_s))
{
}

void SchemaCheck::check(const QJsonObject &object, const QString &declared, const QString &place)
{
    // a value may be of a type derived from the declared one, and then says so
    const QString own = object[u"@odata.type"].toString().section(u'.', -1);
    const QString type = own.isEmpty() ? declared : own;
    if (!m_types.contains(type)) {
        report(u"%1: there is no type %2"_s.arg(place, type));
        return;
    }
    const QJsonObject entry = m_types[type].toObject();
    QJsonObject fields = entry[u"fields"].toObject();
    const QJsonObject inherited = m_types[entry[u"base"].toString()][u"fields"].toObject();
    for (auto field = inherited.begin(); field != inherited.end(); ++field) {
        fields.insert(field.key(), field.value());
    }
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString where = type + u'.' + member.key();
        if (fields.contains(member.key())) {
            checkValue(member.value(), fields[member.key()].toString(), where);
        } else if (!member.key().startsWith("@odata."_L1) && !entry[u"open"].toBool()) {
            report(u"%1 is not in the schema"_s.arg(where));
        }
    }
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (field.value().toString().endsWith(u'!') && !object.contains(field.key())) {
            report(u"%1.%2 is missing"_s.arg(type, field.key()));
        }
    }
}

void SchemaCheck::checkValue(const QJsonValue &value, const QString &type, const QString &place)
{
    if (type.endsWith(u'!')) {
        if (value.isNull()) {
            report(place + u" is null"_s);
        }
        checkValue(value, type.chopped(1), place);
    } else if (type.endsWith("[]"_L1)) {
        if (!value.isArray()) {
            report(place + u" is not an array"_s);
        }
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array) {
            checkValue(item, type.chopped(2), place);
        }
    } else if (value.isNull()) {
        return;
    } else if (const auto fits = primitiveFits(value, type)) {
        if (!*fits) {
            report(u"%1 is no %2: %3"_s.arg(place, type, value.toVariant().toString()));
        }
    } else if (m_enums.contains(type)) {
        checkWord(value.toString(), type, place);
    } else if (value.isObject()) {
        check(value.toObject(), type, place);
    } else {
        report(u"%1 is no %2"_s.arg(place, type));
    }
}

void SchemaCheck::checkWord(const QString &word, const QString &type, const QString &place)
{
    if (!m_enums[type][u"members"].toArray().contains(word)) {
        report(u"%1: '%2' is no member of %3"_s.arg(place, word, type));
    }
    const bool isLate = m_enums[type][u"late"].toArray().contains(word);
    if (m_masked && (*m_masked ? isLate : word == "unknownFutureValue"_L1)) {
        report(u"%1: '%2' is not for this caller"_s.arg(place, word));
    }
}

QSet<QString> SchemaCheck::evidenceTypes() const
{
    QSet<QString> types;
    for (auto type = m_types.begin(); type != m_types.end(); ++type) {
        if (type.value()[u"base"].toString() == "alertEvidence"_L1) {
            types.insert(type.key());
        }
    }
    return types;
}

void SchemaCheck::report(const QString &finding)
{
    if (!m_findings.contains(finding)) {
        m_findings.append(finding);
    }
}

} // namespace simulator::test
