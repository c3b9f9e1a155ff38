// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentmodel.h"

#include "domain/displaytext.h"

using namespace Qt::StringLiterals;

namespace models {

using domain::Decision;
using domain::Result;

struct IncidentModel::Reading {
    store::IncidentDetail detail;
    QList<Decision> decisions; // newest first
};

namespace {

QStringList rawTags(const domain::UntrustedList &tags)
{
    QStringList texts;
    for (const domain::Untrusted &tag : tags)
        texts.append(tag.raw());
    return texts;
}

Result<QList<Decision>> decisionsAbout(const domain::IncidentId &id, store::LedgerReader &ledger)
{
    auto decisions = ledger.decisionsFor(id);
    const bool isUnstarted = !decisions && decisions.error().kind == domain::ErrorKind::NotFound; // no ledger yet
    return isUnstarted ? Result<QList<Decision>>(QList<Decision>()) : decisions;
}

void addAlerts(IncidentSummary &summary, const QList<domain::Alert> &alerts)
{
    summary.alerts = int(alerts.size());
    for (const domain::Alert &alert : alerts) {
        if (alert.status.value != domain::AlertStatus::Resolved)
            ++summary.openAlerts;
        if (!summary.sources.contains(alert.serviceSource))
            summary.sources.append(alert.serviceSource);
    }
}

} // namespace

IncidentModel::IncidentModel(store::Readers &readers, const domain::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_readers(readers)
    , m_clock(clock)
{
}

void IncidentModel::open(const domain::IncidentId &id)
{
    if (m_id == id && m_isLoaded)
        return;
    m_id = id;
    m_isLoaded = false;
    m_summary = {};
    const domain::Moment now = m_clock.now();
    m_alerts.setAlerts({}, now);
    m_evidence.setEvidence({}, now);
    m_comments.setComments({}, now);
    Q_EMIT changed();
    if (m_id.isEmpty())
        return;
    read();
    readDraft();
}

// A newer question interrupts this one, so that walking through incidents quickly never waits for those passed by.
void IncidentModel::read()
{
    m_readers.ask<Reading>(
        this, u"incident"_s,
        [id = m_id](store::ReadSession &session) -> Result<Reading> {
            auto detail = session.cache().incident(id);
            if (!detail)
                return detail.error();
            auto decisions = decisionsAbout(id, session.ledger());
            if (!decisions)
                return decisions.error();
            return Reading {std::move(*detail), std::move(*decisions)};
        },
        [this, id = m_id](const Result<Reading> &reading) {
            if (id != m_id)
                return;
            if (reading)
                take(*reading);
            else if (reading.error().kind != domain::ErrorKind::Cancelled)
                Q_EMIT failed(reading.error());
        });
}

void IncidentModel::take(const Reading &reading)
{
    const store::IncidentDetail &detail = reading.detail;
    const domain::Moment now = m_clock.now();
    IncidentSummary summary;
    summary.incident = detail.incident;
    summary.archived = detail.archived;
    summary.unreadable = detail.unreadable;
    summary.pending = detail.pending;
    summary.decisions = reading.decisions;
    summary.overlay = overlayFor(m_id, rawTags(detail.incident.customTags), reading.decisions);
    addAlerts(summary, detail.alerts);
    m_alerts.setAlerts(detail.alerts, now);
    m_evidence.setEvidence(evidenceRows(detail.incident.tenantId, detail.alerts, detail.pending, reading.decisions),
                           now);
    m_comments.setComments(commentRows(detail.incident.comments, reading.decisions), now);
    m_isLoaded = true;
    m_summary = std::move(summary);
    Q_EMIT changed();
}

void IncidentModel::takeChanges(const domain::Changes &changes)
{
    if (!m_id.isEmpty() && (changes.everything || changes.incidents.contains(m_id)))
        read();
}

void IncidentModel::takeLedgerChange()
{
    if (!m_id.isEmpty())
        read();
}

void IncidentModel::refreshTimes()
{
    const domain::Moment now = m_clock.now();
    m_alerts.setNow(now);
    m_evidence.setNow(now);
    m_comments.setNow(now);
}

void IncidentModel::readDraft()
{
    m_readers.ask<QString>(
        this, u"draft"_s, [id = m_id](store::ReadSession &session) { return session.desk().draft(id); },
        [this, id = m_id](const Result<QString> &draft) {
            if (id == m_id && draft && !draft->isEmpty())
                Q_EMIT draftRead(*draft);
        });
}

void IncidentModel::saveDraft(const QString &text)
{
    if (m_id.isEmpty())
        return;
    // A topic for each incident: saving one draft must not put an end to saving another.
    m_readers.ask<domain::Done>(
        this, u"save draft "_s + m_id.text,
        [id = m_id, text](store::ReadSession &session) { return session.desk().saveDraft(id, text); },
        [this](const Result<domain::Done> &saved) {
            if (!saved && saved.error().kind != domain::ErrorKind::Cancelled)
                Q_EMIT failed(saved.error());
        });
}

} // namespace models
