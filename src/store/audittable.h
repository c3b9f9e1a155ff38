// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tables `audit` and `head`: the chain of what happened. hash = SHA-256("casemate-audit-1", prev, entry), the first prev is
// 32 zero bytes, numbers run from 1 without a gap. In the thread of its connection.

#include "ledgerreader.h"
#include "statement.h"

#include <QJsonObject>

namespace store {

[[nodiscard]] QByteArray auditHash(const QByteArray &prev, const QByteArray &entry);

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
