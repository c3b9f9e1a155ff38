// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What follows an outcome that is recorded: the cache is brought up to it and, when a mail action is proved, to the places
// where its mails lie now; and after a proved approval a comment on the incident tells the other side. None of it can harm
// the decision. What is not done when the program ends is found in the ledger, whose one mark stands for both, and done at
// the next start, or when the network is back. Engine thread.

#include "executors.h"
#include "ingest.h"

#include "domain/clock.h"
#include "remote/incidents.h"
#include "store/ledger.h"

#include <QFlags>
#include <QHash>
#include <QObject>

namespace casemate::sync {

struct AftermathSeams {
    store::Ledger &ledger;
    domain::Clock &clock;
    Ingest &ingest;
    remote::Incidents &incidents;
    Executors executors;
};

class Aftermath final : public QObject
{
    Q_OBJECT
public:
    Aftermath(const AftermathSeams &seams, QObject *parent);

    // The outcome's own bytes, or the incident is read again.
    void apply(const domain::Decision &decision, const std::optional<QByteArray> &incidentBytes);
    void replay(); // those that the ledger says are recorded and not applied
    // Of a verified decision: what its proof has read besides, and where its mails lie now.
    void showProof(const domain::Decision &decision, const std::optional<QByteArray> &incidentBytes);
    // Before an approval becomes verified, so that a kill between the two loses no comment; its id follows from the
    // approval's, so that it is recorded once. `proved` has the reason that it will be verified with. An error only if the
    // ledger cannot be written at all.
    [[nodiscard]] domain::Result<domain::Done> recordComment(const domain::Decision &proved);

Q_SIGNALS:
    void cacheChanged(const domain::Changes &changes);
    void recorded(); // a comment was added to the outbox

private:
    enum Part { Outcome = 1, Places = 2 };
    Q_DECLARE_FLAGS(Parts, Part)

    [[nodiscard]] bool begin(const domain::DecisionId &id, Part part); // false: it is under way
    void end(const domain::DecisionId &id, Part part, bool isShown);
    void reread(const domain::Decision &decision);
    void keep(const domain::Decision &decision, const QByteArray &bytes, std::optional<domain::Moment> seen);
    void archive(const domain::Decision &decision);
    void showPlaces(const domain::Decision &decision);
    void keepPlaces(const domain::Decision &decision, const QList<domain::Fact> &places);

    AftermathSeams m_seams;
    QHash<domain::DecisionId, Parts> m_open; // not in the cache yet; of those that this run has begun with
    QHash<domain::DecisionId, Parts> m_busy;
};

// The comment that follows a proved approval; it claims no more than its reason and detail say. Pure.
[[nodiscard]] domain::Decision approvalComment(const domain::Decision &approval, domain::Moment now);

} // namespace casemate::sync
