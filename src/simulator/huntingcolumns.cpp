// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "huntingcolumns.h"

#include "mailwords.h"
#include "organisation.h"

#include <QJsonDocument>

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

class MailCursor : public HuntingCursor {
public:
    MailCursor(const MailTableFacts &facts, const Organisation &org, const HuntingSelection &selection)
        : m_facts(facts)
        , m_window(selection.window)
        , m_row {org, 0, -1}
        , m_keyed(selection.key)
        , m_chosen(selection.key ? org.mails.deliveriesOf(*selection.key) : QList<quint32>())
    {
        enter();
    }

    bool next() override
    {
        for (++m_row.part; m_group < groups(); ++m_group, enter(), m_row.part = 0) {
            for (; m_row.part < m_count; ++m_row.part) {
                if (isWithin(m_window, m_facts.time(m_row))) {
                    return true;
                }
            }
        }
        return false;
    }

    [[nodiscard]] KqlValue cell(int column) const override
    {
        return m_facts.columns[static_cast<std::size_t>(column)].cell(m_row);
    }

private:
    [[nodiscard]] quint32 groups() const
    {
        return m_keyed ? static_cast<quint32>(m_chosen.size()) : m_row.org.mails.deliveryCount();
    }

    void enter()
    {
        if (m_group < groups()) {
            m_row.delivery = m_keyed ? m_chosen.at(m_group) : m_group;
            m_count = m_facts.count(m_row.org, m_row.delivery);
        }
    }

    const MailTableFacts &m_facts;
    HuntingWindow m_window;
    MailRow m_row;
    bool m_keyed;
    QList<quint32> m_chosen;
    quint32 m_group = 0;
    int m_count = 0;
};

} // namespace

const MailCopy &MailRow::copy() const
{
    return org.mails.delivery(delivery);
}

const Mail &MailRow::mail() const
{
    return org.mails.mailOf(delivery);
}

MailTable::MailTable(MailTableFacts facts)
    : m_facts(std::move(facts))
{
    for (const MailColumn &column : m_facts.columns) {
        m_heads.push_back(column.head);
    }
    const auto key = std::find_if(m_heads.begin(), m_heads.end(), [](const HuntingHead &head) { return head.name == "NetworkMessageId"_L1; });
    m_key = static_cast<int>(key - m_heads.begin());
}

qint64 MailTable::size(const Organisation &org) const
{
    return org.mails.deliveryCount();
}

std::unique_ptr<HuntingCursor> MailTable::open(const Organisation &org, const HuntingSelection &selection) const
{
    return std::make_unique<MailCursor>(m_facts, org, selection);
}

KqlValue huntingText(const QString &value)
{
    return KqlValue::text(value);
}

KqlValue noText(const MailRow &)
{
    return huntingText({});
}

QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString objectIdOf(const Organisation &org, const QString &address)
{
    const Person *person = org.people.find(address);
    return person == nullptr ? QString() : person->objectId;
}

QString detectionJson(const Mail &mail)
{
    return mail.threat == MailThreat::None
        ? QString()
        : jsonText({{threatWord(mail.threat), QJsonArray {detectionMethod(mail)}}});
}

bool isWithin(const HuntingWindow &window, Ticks time)
{
    return time >= window.from && time < window.to;
}

} // namespace simulator
