// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All mails of the last thirty days that hunting and analyzedEmails can show, with their deliveries. Messages are never
// removed; deliveries move. Lives in the tenant thread.

#include "mail.h"

#include <QHash>

#include <optional>
#include <vector>

namespace simulator {

class MailStore {
public:
    // Returns the index of the message; its deliveries follow by deliver().
    quint32 add(Mail mail);
    quint32 deliver(quint32 mail, const QString &recipient, Place place);

    [[nodiscard]] const Mail &mail(quint32 index) const { return m_mails[index]; }
    [[nodiscard]] const MailCopy &delivery(quint32 index) const { return m_deliveries[index]; }
    [[nodiscard]] const Mail &mailOf(quint32 delivery) const { return m_mails[m_deliveries[delivery].mail]; }
    [[nodiscard]] quint32 mailCount() const { return static_cast<quint32>(m_mails.size()); }
    [[nodiscard]] quint32 deliveryCount() const { return static_cast<quint32>(m_deliveries.size()); }

    [[nodiscard]] QList<quint32> deliveriesOf(const QString &networkMessageId) const;
    [[nodiscard]] std::optional<quint32> find(const QString &networkMessageId, const QString &recipient) const;
    [[nodiscard]] QList<quint32> deliveriesOfCluster(qint64 clusterId) const;

    // The id of the record of one recipient, in hunting (ReportId) and in analyzedEmails.
    [[nodiscard]] QString reportId(quint32 delivery) const;
    [[nodiscard]] std::optional<quint32> findReport(const QString &reportId) const;

    void click(quint32 delivery, const MailClick &click);
    void move(quint32 delivery, const MailMove &move); // a failed move leaves it where it is

private:
    std::vector<Mail> m_mails;
    std::vector<MailCopy> m_deliveries;
    QHash<QString, QList<quint32>> m_byMessage; // deliveries
};

} // namespace simulator
