// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audittable.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

namespace {

QByteArray linked(QByteArrayView domain, const QByteArray &prev, const QByteArray &content)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(domain);
    hash.addData(prev);
    hash.addData(content);
    return hash.result();
}

} // namespace

QByteArray auditDigest(const QByteArray &entry)
{
    return QCryptographicHash::hash(entry, QCryptographicHash::Sha256);
}

QByteArray auditHash(const QByteArray &prev, const QByteArray &digest)
{
    return linked("casemate-audit-2", prev, digest);
}

QByteArray firstAuditHash(const QByteArray &prev, const QByteArray &entry)
{
    return linked("casemate-audit-1", prev, entry);
}

QByteArray AuditLink::hashAfter(const QByteArray &before) const
{
    if (!digested)
        return firstAuditHash(before, entry);
    return auditHash(before, withheld ? digest : auditDigest(entry));
}

AuditLinks::AuditLinks(Connection &connection)
    : m_start(connection, "SELECT seq, hash FROM chain_start WHERE only = 1")
    , m_links(connection,
              "SELECT seq, 0, digested, prev, entry, NULL, hash FROM audit UNION ALL "
              "SELECT seq, 1, digest IS NOT NULL, NULL, entry, digest, NULL FROM withheld ORDER BY seq")
{
}

Anchor AuditLinks::start()
{
    if (!m_start.with().next())
        return {0, QByteArray(auditHashSize, '\0')};
    return {m_start.integer(0), m_start.bytes(1)};
}

std::optional<AuditLink> AuditLinks::next()
{
    if (!m_links.next())
        return {};
    return AuditLink {.seq = m_links.integer(0),
                      .withheld = m_links.integer(1) != 0,
                      .digested = m_links.integer(2) != 0,
                      .prev = m_links.bytes(3),
                      .entry = m_links.bytes(4),
                      .digest = m_links.bytes(5),
                      .hash = m_links.bytes(6)};
}

AuditTable::AuditTable(Connection &connection)
    : m_head(connection, "SELECT entries, hash FROM head WHERE only = 1")
    , m_last(connection, "SELECT seq, prev, entry, hash, digested FROM audit ORDER BY seq DESC LIMIT 1")
    , m_insert(connection, "INSERT INTO audit (seq, prev, entry, hash, digested) VALUES (?1, ?2, ?3, ?4, 1)")
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
    const QByteArray hash = auditHash(before.hash, auditDigest(bytes));
    m_insert.with(seq, before.hash, bytes, hash).run();
    m_writeHead.with(seq, hash, newDecision).run();
}

bool AuditTable::endsAsItShould()
{
    const Anchor expected = head();
    if (!m_last.with().next())
        return expected.seq == 0;
    const AuditLink last {.digested = m_last.integer(4) != 0, .prev = {}, .entry = m_last.bytes(2), .digest = {}, .hash = {}};
    return m_last.integer(0) == expected.seq && m_last.bytes(3) == expected.hash
        && last.hashAfter(m_last.bytes(1)) == expected.hash;
}

} // namespace store
