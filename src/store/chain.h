// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The verifier of the audit: the chain itself, and that it tells the same story as the decisions beside it.
// In the thread of its connection.

#include "audittable.h"
#include "ledgerreader.h"
#include "personaltable.h"

namespace store {

class Chain
{
public:
    explicit Chain(Connection &connection);

    [[nodiscard]] ChainReport verify(const std::optional<Anchor> &known);

private:
    struct Story { // of one decision, as the entries tell it
        qint64 firstSeq = 0;
        qint64 row = 0; // 0: there is no such decision
        qint64 attempts = 0;
        QString state;
        QString kind;
        QString incident;
        QString action;
        QString executor;
    };

    // Reason when the entry is bad; empty when it is good.
    [[nodiscard]] static QString checkLink(const AuditLink &link, const Anchor &before);
    [[nodiscard]] QString follow(const QByteArray &entry, qint64 seq);
    [[nodiscard]] Story &storyOf(const QString &decision, qint64 seq);
    void compareHead(ChainReport &report);
    void compareDecisions(ChainReport &report);

    AuditLinks m_links;
    Statement m_head;
    Statement m_row;
    Statement m_decisions;
    PersonalTable m_personal;
    QHash<QString, Story> m_stories;
};

} // namespace store
