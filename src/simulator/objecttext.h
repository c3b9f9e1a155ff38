// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes one JSON object member after the other, as fast as copying, and leaves out what $select does not name. Pages of
// incidents with their alerts are a hundred times their facts: a tree of values for each would cost more than the text.
// A value; used in the tenant thread.

#include <QByteArray>
#include <QStringList>

namespace simulator {

// How the service writes what is not the same in all its documentation.
struct TextManner {
    enum class NoValue { Null, Empty, Absent };

    NoValue noValue = NoValue::Null; // of a text; a word is null or absent
    bool isPascal = false; // words begin with a capital
};

class ObjectText {
public:
    // Appends to out. Both have to outlive this; an empty select means everything.
    ObjectText(QByteArray &out, const QStringList &select, const TextManner &manner = {});

    void text(QLatin1StringView name, const QString &value);
    void textOrNull(QLatin1StringView name, const QString &value); // empty: as the manner is
    void word(QLatin1StringView name, QLatin1StringView value); // needs no escapes
    void wordOrNull(QLatin1StringView name, QLatin1StringView value);
    void json(QLatin1StringView name, const QByteArray &value);
    void open(QLatin1StringView name); // not asked of $select; the caller appends the value
    void separate(); // not asked of $select; the caller appends members without braces
    void close(); // nothing may follow

private:
    void nothing(QLatin1StringView name);
    bool begin(QLatin1StringView name);

    QByteArray &m_out;
    const QStringList &m_select;
    TextManner m_manner;
    bool m_isEmpty = true;
};

} // namespace simulator
