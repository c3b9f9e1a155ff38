// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kqlvalue.h"

namespace simulator {

using namespace Qt::StringLiterals;

QString KqlValue::asText() const
{
    switch (type) {
    case KqlType::Null: return {};
    case KqlType::Text: return string;
    case KqlType::Integer: return QString::number(number);
    case KqlType::Real: return QString::number(real);
    case KqlType::Boolean: return number != 0 ? u"true"_s : u"false"_s;
    case KqlType::Time: return stamp(number);
    case KqlType::Span: return QString::number(static_cast<double>(number) / static_cast<double>(oneSecond)) + u's';
    }
    return {};
}

QJsonValue KqlValue::asJson() const
{
    switch (type) {
    case KqlType::Null: return {};
    case KqlType::Integer: return number;
    case KqlType::Real: return real;
    case KqlType::Boolean: return number; // as SByte
    default: return asText();
    }
}

int KqlValue::compare(const KqlValue &other) const
{
    if (type == KqlType::Text || other.type == KqlType::Text) {
        return asText().compare(other.asText());
    }
    if (type == KqlType::Null || other.type == KqlType::Null) {
        return static_cast<int>(type != KqlType::Null) - static_cast<int>(other.type != KqlType::Null);
    }
    if (type == KqlType::Real || other.type == KqlType::Real) {
        const double left = type == KqlType::Real ? real : static_cast<double>(number);
        const double right = other.type == KqlType::Real ? other.real : static_cast<double>(other.number);
        return static_cast<int>(left > right) - static_cast<int>(left < right);
    }
    return static_cast<int>(number > other.number) - static_cast<int>(number < other.number);
}

QString schemaWord(KqlType type, bool wide)
{
    switch (type) {
    case KqlType::Integer: return wide ? u"Int64"_s : u"Int32"_s;
    case KqlType::Real: return u"Double"_s;
    case KqlType::Boolean: return u"SByte"_s;
    case KqlType::Time: return u"DateTime"_s;
    case KqlType::Span: return u"TimeSpan"_s;
    default: return u"String"_s;
    }
}

} // namespace simulator
