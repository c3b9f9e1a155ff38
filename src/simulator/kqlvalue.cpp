// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kqlvalue.h"

#include <QRegularExpression>

#include <array>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

struct SpanUnit {
    QLatin1StringView word;
    Ticks length;
};

constexpr std::array spanUnits {
    SpanUnit {"d"_L1, oneDay},          SpanUnit {"day"_L1, oneDay},        SpanUnit {"days"_L1, oneDay},
    SpanUnit {"h"_L1, oneHour},         SpanUnit {"hr"_L1, oneHour},        SpanUnit {"hour"_L1, oneHour},
    SpanUnit {"hours"_L1, oneHour},     SpanUnit {"m"_L1, oneMinute},       SpanUnit {"min"_L1, oneMinute},
    SpanUnit {"minute"_L1, oneMinute},  SpanUnit {"minutes"_L1, oneMinute}, SpanUnit {"s"_L1, oneSecond},
    SpanUnit {"sec"_L1, oneSecond},     SpanUnit {"second"_L1, oneSecond},  SpanUnit {"seconds"_L1, oneSecond},
    SpanUnit {"ms"_L1, oneMillisecond}, SpanUnit {"microsecond"_L1, 10},    SpanUnit {"tick"_L1, 1}};

std::optional<Ticks> withUnit(const QString &digits, const QString &unit)
{
    bool isNumber = false;
    const double count = digits.toDouble(&isNumber);
    for (const SpanUnit &known : spanUnits) {
        if (isNumber && unit == known.word) {
            return static_cast<Ticks>(count * static_cast<double>(known.length));
        }
    }
    return std::nullopt;
}

} // namespace

QLatin1StringView kqlTypeWord(KqlType type)
{
    switch (type) {
    case KqlType::Text: return "string"_L1;
    case KqlType::Integer: return "int"_L1;
    case KqlType::Long: return "long"_L1;
    case KqlType::Real: return "real"_L1;
    case KqlType::Boolean: return "bool"_L1;
    case KqlType::Time: return "datetime"_L1;
    case KqlType::Span: return "timespan"_L1;
    case KqlType::Dynamic: return "dynamic"_L1;
    }
    return {};
}

bool isNumeric(KqlType type)
{
    return type == KqlType::Integer || type == KqlType::Long || type == KqlType::Real;
}

QString spanText(Ticks span)
{
    const Ticks rest = span < 0 ? -span : span;
    QString text = span < 0 ? u"-"_s : QString();
    if (rest >= oneDay) {
        text += QString::number(rest / oneDay) + u'.';
    }
    text += u"%1:%2:%3"_s.arg(rest % oneDay / oneHour, 2, 10, QChar(u'0'))
                .arg(rest % oneHour / oneMinute, 2, 10, QChar(u'0'))
                .arg(rest % oneMinute / oneSecond, 2, 10, QChar(u'0'));
    return rest % oneSecond == 0 ? text : QString(text + u".%1"_s.arg(rest % oneSecond, 7, 10, QChar(u'0')));
}

std::optional<Ticks> parseSpan(const QString &text)
{
    static const QRegularExpression short_(QStringLiteral("^(-?)(\\d+(?:\\.\\d+)?)([a-z]+)$"));
    static const QRegularExpression clock(
        QStringLiteral("^(-?)(?:(\\d+)\\.)?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,7}))?)?$"));
    if (const QRegularExpressionMatch match = short_.match(text); match.hasMatch()) {
        const auto span = withUnit(match.captured(2), match.captured(3));
        return span && !match.captured(1).isEmpty() ? std::optional(-*span) : span;
    }
    const QRegularExpressionMatch match = clock.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const Ticks span = match.captured(2).toLongLong() * oneDay + match.captured(3).toLongLong() * oneHour
        + match.captured(4).toLongLong() * oneMinute + match.captured(5).toLongLong() * oneSecond
        + match.captured(6).leftJustified(7, QChar(u'0')).toLongLong();
    return match.captured(1).isEmpty() ? span : -span;
}

} // namespace simulator
