// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What follows an outcome that is recorded: the cache is brought up to it, and after a proved approval a comment on the
// incident tells the other side who approved. Neither can harm the decision. What is not done when the program ends is
// found in the ledger and done at the next start. Engine thread.

#include "ingest.h"

#include "domain/clock.h"
#include "remote/executor.h"
#include "remote/incidents.h"
#include "store/ledger.h"

#include <QObject>
#include <QSet>

namespace casemate::sync {

class Aftermath final : public QObject
{
    Q_OBJECT
public:
    Aftermath(store::Ledger &ledger, domain::Clock &clock, Ingest &ingest, remote::Incidents &incidents, QObject *parent);

    // The outcome's own bytes, or the incident is read again.
    void apply(const domain::Decision &decision, const std::optional<QByteArray> &incidentBytes);
    void replay(); // those that the ledger says are recorded and not applied
    // What a proof has read besides.
    void showProof(const domain::Decision &decision, const std::optional<QByteArray> &incidentBytes,
                   remote::Executor &executor);
    // Before an approval becomes verified, so that a kill between the two loses no comment; its id follows from the
    // approval's, so that it is recorded once. An error only if the ledger cannot be written at all.
    [[nodiscard]] domain::Result<domain::Done> recordComment(const domain::Decision &proved);

Q_SIGNALS:
    void cacheChanged(const domain::Changes &changes);
    void recorded(); // a comment was added to the outbox

private:
    void reread(const domain::Decision &decision);
    void keep(const domain::Decision &decision, const QByteArray &bytes, std::optional<domain::Moment> seen);
    void archive(const domain::Decision &decision);
    void markApplied(const domain::DecisionId &id);

    store::Ledger &m_ledger;
    domain::Clock &m_clock;
    Ingest &m_ingest;
    remote::Incidents &m_incidents;
    QSet<domain::DecisionId> m_busy;
};

// The comment that follows a proved approval. Pure.
[[nodiscard]] domain::Decision approvalComment(const domain::Decision &approval, domain::Moment now);

} // namespace casemate::sync
