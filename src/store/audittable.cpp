// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audittable.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

QByteArray auditHash(const QByteArray &prev, const QByteArray &entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView("casemate-audit-1"));
    hash.addData(prev);
    hash.addData(entry);
    return hash.result();
}

AuditTable::AuditTable(Connection &connection)
    : m_head(connection, "SELECT entries, hash FROM head WHERE only = 1")
    , m_last(connection, "SELECT seq, prev, entry, hash FROM audit ORDER BY seq DESC LIMIT 1")
    , m_insert(connection, "INSERT INTO audit (seq, prev, entry, hash) VALUES (?1, ?2, ?3, ?4)")
    , m_writeHead(connection, "UPDATE head SET entries = ?1, hash = ?2, decisions = decisions + ?3 WHERE only = 1")
{
}

Anchor AuditTable::head()
{
    if (!m_head.with().next())
        return {};
    return {m_head.integer(0), m_head.bytes(1)};
}

void AuditTable::append(QJsonObject entry, bool newDecision)
{
    const Anchor before = head();
    const qint64 seq = before.seq + 1;
    entry.insert(u"seq"_s, seq);
    // Members come out sorted and without white space; what counts are the stored bytes.
    const QByteArray bytes = QJsonDocument(entry).toJson(QJsonDocument::Compact);
    const QByteArray hash = auditHash(before.hash, bytes);
    m_insert.with(seq, before.hash, bytes, hash).run();
    m_writeHead.with(seq, hash, newDecision).run();
}

bool AuditTable::endsAsItShould()
{
    const Anchor expected = head();
    if (!m_last.with().next())
        return expected.seq == 0;
    return m_last.integer(0) == expected.seq && m_last.bytes(3) == expected.hash
        && auditHash(m_last.bytes(1), m_last.bytes(2)) == expected.hash;
}

} // namespace store
