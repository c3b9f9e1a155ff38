// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "objecttext.h"

#include "texttemplate.h"

namespace simulator {

using namespace Qt::StringLiterals;

ObjectText::ObjectText(QByteArray &out, const QStringList &select, const TextManner &manner)
    : m_out(out)
    , m_select(select)
    , m_manner(manner)
{
    m_out += '{';
}

bool ObjectText::begin(QLatin1StringView name)
{
    if (!m_select.isEmpty() && !name.startsWith("@odata."_L1) && !m_select.contains(name)) {
        return false;
    }
    open(name);
    return true;
}

void ObjectText::open(QLatin1StringView name)
{
    separate();
    m_out += '"';
    m_out.append(name.data(), name.size());
    m_out += "\":";
}

void ObjectText::separate()
{
    if (!m_isEmpty) {
        m_out += ',';
    }
    m_isEmpty = false;
}

void ObjectText::text(QLatin1StringView name, const QString &value)
{
    if (begin(name)) {
        m_out += '"';
        appendEscaped(m_out, value);
        m_out += '"';
    }
}

void ObjectText::textOrNull(QLatin1StringView name, const QString &value)
{
    if (value.isEmpty() && m_manner.noValue != TextManner::NoValue::Empty) {
        nothing(name);
    } else {
        text(name, value);
    }
}

void ObjectText::nothing(QLatin1StringView name)
{
    if (m_manner.noValue != TextManner::NoValue::Absent) {
        json(name, "null");
    }
}

void ObjectText::word(QLatin1StringView name, QLatin1StringView value)
{
    if (begin(name)) {
        m_out += '"';
        const qsizetype first = m_out.size();
        m_out.append(value.data(), value.size());
        if (m_manner.isPascal && !value.isEmpty()) {
            m_out[first] = QChar(value.front()).toUpper().toLatin1();
        }
        m_out += '"';
    }
}

void ObjectText::wordOrNull(QLatin1StringView name, QLatin1StringView value)
{
    if (value.isEmpty()) {
        nothing(name);
    } else {
        word(name, value);
    }
}

void ObjectText::json(QLatin1StringView name, const QByteArray &value)
{
    if (begin(name)) {
        m_out += value;
    }
}

void ObjectText::close()
{
    m_out += '}';
}

} // namespace simulator
