// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tables `audit`, `withheld`, `chain_start` and `head`: the chain of what happened. hash = SHA-256("casemate-audit-2", prev,
// SHA-256(entry)), the first prev is 32 zero bytes, numbers run from 1 without a gap. Entries of the first schema hash the
// entry itself, under "casemate-audit-1". In the thread of its connection.

#include "ledgerreader.h"
#include "statement.h"

#include <QJsonObject>

namespace store {

inline constexpr qsizetype auditHashSize = 32;

[[nodiscard]] QByteArray auditDigest(const QByteArray &entry);
[[nodiscard]] QByteArray auditHash(const QByteArray &prev, const QByteArray &digest);
[[nodiscard]] QByteArray firstAuditHash(const QByteArray &prev, const QByteArray &entry); // of the first schema

// One link of the chain as it is stored.
struct AuditLink {
    qint64 seq = 0;
    bool withheld = false; // it tells of another incident; there is no prev and no hash, and the digest alone if it has one
    bool digested = true;
    QByteArray prev;
    QByteArray entry;
    QByteArray digest;
    QByteArray hash;

    [[nodiscard]] QByteArray hashAfter(const QByteArray &before) const; // what its hash has to be
};

// All links in their order.
class AuditLinks
{
public:
    explicit AuditLinks(Connection &connection);

    [[nodiscard]] Anchor start(); // the link before the first; seq 0 and zeros for a chain that is here from its beginning
    void rewind() { m_links.with(); }
    [[nodiscard]] std::optional<AuditLink> next();

private:
    Statement m_start;
    Statement m_links;
};

class AuditTable
{
public:
    explicit AuditTable(Connection &connection);

    [[nodiscard]] Anchor head();
    // Adds "seq" to the entry and to the head; `newDecision`: the head counts one more.
    void append(QJsonObject entry, bool newDecision);
    // Whether the last entry is the one that the head tells of. A cut-off tail must stop the sender, not only the verifier.
    [[nodiscard]] bool endsAsItShould();

private:
    Statement m_head;
    Statement m_last;
    Statement m_insert;
    Statement m_writeHead;
};

} // namespace store
