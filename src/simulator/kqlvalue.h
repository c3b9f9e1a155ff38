// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Types and values of the hunting language: literals of a query and cells of a table. Values; used in the tenant thread.

#include "stamp.h"

#include <QString>

namespace simulator {

enum class KqlType { Text, Integer, Long, Real, Boolean, Time, Span, Dynamic };

struct KqlValue {
    KqlType type = KqlType::Text;
    qint64 number = 0; // also of Boolean; ticks of Time and Span
    double real = 0;
    QString string {}; // of Text; JSON of Dynamic
    bool null = false;

    [[nodiscard]] static KqlValue text(QString value) { return {.type = KqlType::Text, .string = std::move(value)}; }
    [[nodiscard]] static KqlValue integer(qint64 value) { return {.type = KqlType::Integer, .number = value}; }
    [[nodiscard]] static KqlValue wide(qint64 value) { return {.type = KqlType::Long, .number = value}; }
    [[nodiscard]] static KqlValue boolean(bool value) { return {.type = KqlType::Boolean, .number = value ? 1 : 0}; }
    [[nodiscard]] static KqlValue time(Ticks value) { return {.type = KqlType::Time, .number = value}; }
    [[nodiscard]] static KqlValue span(Ticks value) { return {.type = KqlType::Span, .number = value}; }
    [[nodiscard]] static KqlValue dynamic(QString json) { return {.type = KqlType::Dynamic, .string = std::move(json)}; }
    [[nodiscard]] static KqlValue absent(KqlType type) { return {.type = type, .null = true}; }
};

[[nodiscard]] QLatin1StringView kqlTypeWord(KqlType type); // "datetime", as error messages say it
[[nodiscard]] bool isNumeric(KqlType type); // int, long, real
[[nodiscard]] QString spanText(Ticks span); // "1.02:03:04.0000005"
[[nodiscard]] std::optional<Ticks> parseSpan(const QString &text); // "7d", "1.02:03:04", "01:00"

} // namespace simulator
