// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Values of the hunting language, and lists of them as literals. Values; used in the tenant thread.

#include "stamp.h"

#include <QJsonValue>
#include <QString>

namespace simulator {

enum class KqlType { Null, Text, Integer, Real, Boolean, Time, Span };

struct KqlValue {
    KqlType type = KqlType::Null;
    qint64 number = 0; // also of Boolean; ticks of Time and Span
    double real = 0;
    QString string {};

    [[nodiscard]] static KqlValue text(QString value) { return {.type = KqlType::Text, .string = std::move(value)}; }
    [[nodiscard]] static KqlValue integer(qint64 value) { return {.type = KqlType::Integer, .number = value}; }
    [[nodiscard]] static KqlValue boolean(bool value) { return {.type = KqlType::Boolean, .number = value ? 1 : 0}; }
    [[nodiscard]] static KqlValue time(Ticks value) { return {.type = KqlType::Time, .number = value}; }
    [[nodiscard]] static KqlValue span(Ticks value) { return {.type = KqlType::Span, .number = value}; }

    [[nodiscard]] bool isTrue() const { return type == KqlType::Boolean && number != 0; }
    [[nodiscard]] QString asText() const; // for keys, strcat and has
    [[nodiscard]] QJsonValue asJson() const;
    [[nodiscard]] int compare(const KqlValue &other) const; // <0, 0, >0; texts case-sensitively
};

[[nodiscard]] QString schemaWord(KqlType type, bool wide); // "DateTime"; wide: Int64 instead of Int32

} // namespace simulator
