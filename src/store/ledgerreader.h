// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads ledger.db: outbox, history, and whether the audit chain is whole. Opens the file at its first question, read only,
// also while another process owns the tenant and when the ledger is damaged. Lives in the thread that asks it.

#include "storage.h"

#include "domain/decision.h"
#include "domain/result.h"

#include <QJsonObject>
#include <QMetaType>

#include <atomic>
#include <memory>

namespace store {

struct HistoryEntry {
    qint64 seq = 0;
    domain::Moment at;
    domain::DecisionId decision;
    domain::DecisionKind kind = domain::DecisionKind::Comment;
    QString event; // "decided", "moved", "attempted", "answered", "erased"
    domain::IncidentId incident;
    QString upn; // who decided; empty once erased
    QString label; // raw; show through Untrusted
    domain::DecisionState state = domain::DecisionState::Held; // after this entry
    QString reason;
    QString detail; // raw
    QString requestId;

    friend bool operator==(const HistoryEntry &, const HistoryEntry &) = default;
};

// A point of the chain that was written down outside the file.
struct Anchor {
    qint64 seq = 0;
    QByteArray hash; // 32 bytes

    friend bool operator==(const Anchor &, const Anchor &) = default;
};

struct ChainReport {
    qint64 entries = 0;
    Anchor head; // the last link; seq 0 and zeros when there is none
    std::optional<qint64> firstBad; // absent: whole
    QString reason; // "gap", "unreadable", "hash", "previous", "personal", "decisionMissing", "missingTail", "decisionDiffers", "anchor"

    friend bool operator==(const ChainReport &, const ChainReport &) = default;
};

class LedgerReader
{
public:
    explicit LedgerReader(const QString &tenantFolder, const Storage &storage = {},
                          const std::atomic<bool> *cancelled = nullptr);
    ~LedgerReader();
    Q_DISABLE_COPY_MOVE(LedgerReader)

    [[nodiscard]] domain::Result<QList<domain::Decision>> outbox(); // not final, oldest first
    [[nodiscard]] domain::Result<QList<HistoryEntry>> history(int limit); // newest first
    [[nodiscard]] domain::Result<QList<domain::Decision>> decisionsFor(const domain::IncidentId &incident); // newest first
    [[nodiscard]] domain::Result<domain::Decision> decision(const domain::DecisionId &id); // NotFound
    // A case's part of the ledger, as docs/case-file.md describes it: its decisions, and the chain from its first entry to
    // the head. Empty when nothing was decided about it.
    [[nodiscard]] domain::Result<QJsonObject> caseHistory(const domain::IncidentId &incident);
    // Needs no key. `known` makes it notice a file that was rolled back as a whole.
    [[nodiscard]] domain::Result<ChainReport> verifyChain(const std::optional<Anchor> &known = {});

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace store

Q_DECLARE_METATYPE(store::HistoryEntry)
