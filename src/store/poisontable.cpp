// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "poisontable.h"

#include "packing.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace store {

namespace {

QString name(Feed feed)
{
    return feed == Feed::Incidents ? u"incidents"_s : u"alerts"_s;
}

QString keyOf(const domain::PoisonItem &item)
{
    if (!item.id.isEmpty())
        return item.id;
    const QByteArray digest = QCryptographicHash::hash(item.bytes, QCryptographicHash::Sha256);
    return u"sha256:"_s + QString::fromLatin1(digest.toHex());
}

} // namespace

PoisonTable::PoisonTable(Connection &connection)
    : m_any(connection, "SELECT 1 FROM poison LIMIT 1")
    , m_keep(connection, "INSERT OR REPLACE INTO poison (feed, key, packed, code, detail) VALUES (?1, ?2, ?3, ?4, ?5)")
    , m_heal(connection, "DELETE FROM poison WHERE feed = ?1 AND key = ?2")
{
}

bool PoisonTable::isEmpty()
{
    return !m_any.with().next();
}

void PoisonTable::keep(Feed feed, const domain::PoisonItem &item)
{
    m_keep.with(name(feed), keyOf(item), packed(item.bytes), item.error.code, item.error.detail).run();
}

void PoisonTable::heal(Feed feed, const QString &id)
{
    m_heal.with(name(feed), id).run();
}

} // namespace store
