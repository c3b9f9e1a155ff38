// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes one JSON object member after the other, as fast as copying, and leaves out what $select does not name. Pages of
// incidents with their alerts are a hundred times their facts: a tree of values for each would cost more than the text.
// A value; used in the tenant thread.

#include <QByteArray>
#include <QStringList>

namespace simulator {

class ObjectText {
public:
    explicit ObjectText(const QStringList &select); // has to outlive this; empty: everything

    void text(QLatin1StringView name, const QString &value);
    void textOrNull(QLatin1StringView name, const QString &value); // empty: null
    void word(QLatin1StringView name, QLatin1StringView value); // needs no escapes
    void wordOrNull(QLatin1StringView name, QLatin1StringView value);
    void json(QLatin1StringView name, const QByteArray &value);
    void always(QLatin1StringView name, const QByteArray &value); // JSON, not asked of $select
    void members(const QByteArray &text); // members as JSON text without braces, not asked of $select

    [[nodiscard]] QByteArray take(); // the whole object; nothing may follow

private:
    bool begin(QLatin1StringView name);
    void open(QLatin1StringView name);

    const QStringList &m_select;
    QByteArray m_out;
};

} // namespace simulator
