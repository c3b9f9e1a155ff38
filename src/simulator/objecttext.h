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
    // Appends to out. Both have to outlive this; an empty select means everything.
    ObjectText(QByteArray &out, const QStringList &select);

    void text(QLatin1StringView name, const QString &value);
    void textOrNull(QLatin1StringView name, const QString &value); // empty: null
    void word(QLatin1StringView name, QLatin1StringView value); // needs no escapes
    void wordOrNull(QLatin1StringView name, QLatin1StringView value);
    void json(QLatin1StringView name, const QByteArray &value);
    void open(QLatin1StringView name); // not asked of $select; the caller appends the value
    void separate(); // not asked of $select; the caller appends members without braces
    void close(); // nothing may follow

private:
    bool begin(QLatin1StringView name);

    QByteArray &m_out;
    const QStringList &m_select;
    bool m_isEmpty = true;
};

} // namespace simulator
