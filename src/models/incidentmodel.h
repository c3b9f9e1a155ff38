// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One incident, opened: its summary as a value and its alerts, evidence and comments as models that belong to it. Read from
// the cache and the ledger at once; what changes comes in by keyed diff. Keeps the draft of a comment too. GUI thread.

#include "alertsmodel.h"
#include "commentsmodel.h"
#include "evidencemodel.h"
#include "overlay.h"

#include "domain/changes.h"
#include "domain/clock.h"
#include "domain/error.h"
#include "store/readers.h"

namespace models {

struct IncidentSummary {
    domain::Incident incident;
    bool archived = false; // the server no longer has it
    Overlay overlay;
    int alerts = 0;
    int openAlerts = 0;
    QList<domain::Word<domain::ServiceSource>> sources; // of its alerts, distinct
    QList<domain::PendingAction> pending; // soonest expiry first
    QList<domain::Decision> decisions; // about it, newest first, final ones too
    QStringList unreadable; // ids of alerts whose stored bytes no longer decode

    friend bool operator==(const IncidentSummary &, const IncidentSummary &) = default;
};

class IncidentModel final : public QObject
{
    Q_OBJECT
public:
    IncidentModel(store::Readers &readers, const domain::Clock &clock, QObject *parent = nullptr);

    void open(const domain::IncidentId &id); // shows nothing of the last one from here on
    [[nodiscard]] const domain::IncidentId &id() const { return m_id; }
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] const IncidentSummary &summary() const { return m_summary; }

    [[nodiscard]] AlertsModel *alerts() { return &m_alerts; }
    [[nodiscard]] EvidenceModel *evidence() { return &m_evidence; }
    [[nodiscard]] CommentsModel *comments() { return &m_comments; }

    void takeChanges(const domain::Changes &changes);
    void takeLedgerChange();
    void refreshTimes();
    void saveDraft(const QString &text); // of a comment on this incident; empty forgets it

Q_SIGNALS:
    void changed(); // summary() is new
    void draftRead(const QString &text); // once after open(), when there is one
    void failed(const domain::Error &error);

private:
    void read();
    void readDraft();
    struct Reading;
    void take(const Reading &reading);

    store::Readers &m_readers;
    const domain::Clock &m_clock;
    domain::IncidentId m_id;
    IncidentSummary m_summary;
    AlertsModel m_alerts;
    EvidenceModel m_evidence;
    CommentsModel m_comments;
    bool m_isLoaded = false;
};

} // namespace models
