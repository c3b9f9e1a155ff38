// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mailstore.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int guidLength = 36;
constexpr qint64 firstReport = 10'604'000'000'000;

} // namespace

quint32 MailStore::add(Mail mail)
{
    m_mails.push_back(std::move(mail));
    return mailCount() - 1;
}

quint32 MailStore::deliver(quint32 mail, const QString &recipient, Place place)
{
    const quint32 index = deliveryCount();
    m_deliveries.push_back({mail, recipient, place, place, {}, {}});
    m_byMessage[m_mails[mail].networkMessageId].append(index);
    return index;
}

QList<quint32> MailStore::deliveriesOf(const QString &networkMessageId) const
{
    return m_byMessage.value(networkMessageId.toLower());
}

std::optional<quint32> MailStore::find(const QString &networkMessageId, const QString &recipient) const
{
    const QList<quint32> candidates = deliveriesOf(networkMessageId);
    for (const quint32 candidate : candidates) {
        if (delivery(candidate).recipient.compare(recipient, Qt::CaseInsensitive) == 0) {
            return candidate;
        }
    }
    return std::nullopt;
}

QList<quint32> MailStore::deliveriesOfCluster(qint64 clusterId) const
{
    QList<quint32> found;
    for (quint32 i = 0; i < deliveryCount(); ++i) {
        if (mailOf(i).clusterId == clusterId) {
            found.append(i);
        }
    }
    return found;
}

QString MailStore::reportId(quint32 delivery) const
{
    return mailOf(delivery).networkMessageId + u"-%1-1"_s.arg(firstReport + delivery);
}

std::optional<quint32> MailStore::findReport(const QString &reportId) const
{
    const QList<quint32> candidates = deliveriesOf(reportId.left(guidLength));
    for (const quint32 candidate : candidates) {
        if (MailStore::reportId(candidate).compare(reportId, Qt::CaseInsensitive) == 0) {
            return candidate;
        }
    }
    return std::nullopt;
}

void MailStore::click(quint32 delivery, const MailClick &click)
{
    m_deliveries[delivery].clicks.append(click);
}

void MailStore::move(quint32 delivery, const MailMove &move)
{
    MailCopy &moved = m_deliveries[delivery];
    moved.moves.append(move);
    moved.latest = move.place;
}

} // namespace simulator
