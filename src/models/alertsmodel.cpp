// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertsmodel.h"

#include "domain/displaytext.h"
#include "itemroles.h"
#include "wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

using domain::Alert;

namespace {

constexpr ColumnEntry columns[] = {
    {QT_TRANSLATE_NOOP("models", "Severity")},
    {QT_TRANSLATE_NOOP("models", "Alert")},
    {QT_TRANSLATE_NOOP("models", "Status")},
    {QT_TRANSLATE_NOOP("models", "Source")},
    {QT_TRANSLATE_NOOP("models", "Category")},
    {QT_TRANSLATE_NOOP("models", "Investigation")},
    {QT_TRANSLATE_NOOP("models", "Evidence"), Qt::AlignTrailing | Qt::AlignVCenter},
    {QT_TRANSLATE_NOOP("models", "Created")},
    {QT_TRANSLATE_NOOP("models", "Updated")},
};

Tone investigationTone(domain::InvestigationState state)
{
    switch (state) {
    case domain::InvestigationState::PendingApproval: return Tone::Warning;
    case domain::InvestigationState::Running:
    case domain::InvestigationState::Queued: return Tone::Accent;
    case domain::InvestigationState::Failed:
    case domain::InvestigationState::InnerFailure: return Tone::Bad;
    default: return Tone::Plain;
    }
}

} // namespace

AlertsModel::AlertsModel(QObject *parent)
    : TableModel(columns, parent)
{
}

void AlertsModel::setAlerts(const QList<Alert> &alerts, domain::Moment now)
{
    m_now = now;
    QList<Alert> sorted = alerts;
    std::sort(sorted.begin(), sorted.end(), [](const Alert &a, const Alert &b) {
        return a.created != b.created ? a.created > b.created : a.id < b.id;
    });
    show(std::move(sorted));
}

void AlertsModel::setNow(domain::Moment now)
{
    m_now = now;
    touch(0, rowCount() - 1);
}

QVariant AlertsModel::display(const Alert &alert, Column column) const
{
    switch (column) {
    case Column::Severity: return name(alert.severity);
    case Column::Title: return domain::display(alert.title);
    case Column::Status: return name(alert.status);
    case Column::Source: return name(alert.serviceSource);
    case Column::Category: return domain::display(alert.category);
    case Column::Investigation: return alert.investigation.wire.isEmpty() ? QString() : name(alert.investigation);
    case Column::Evidence: return QLocale().toString(alert.evidence.size());
    case Column::Created: return m_times.brief(alert.created, m_now);
    case Column::Updated: return m_times.brief(alert.updated, m_now);
    }
    return {};
}

QVariant AlertsModel::sortValue(const Alert &alert, Column column) const
{
    switch (column) {
    case Column::Severity: return int(alert.severity.value);
    case Column::Evidence: return alert.evidence.size();
    case Column::Created: return alert.created.ticks;
    case Column::Updated: return alert.updated.ticks;
    default: return display(alert, column);
    }
}

QVariant AlertsModel::cell(const Alert &alert, int column, int role) const
{
    const auto which = Column(column);
    switch (role) {
    case Qt::DisplayRole: return display(alert, which);
    case SortRole: return sortValue(alert, which);
    case IdRole: return alert.id.text;
    case IncidentRole: return alert.incident.text;
    case SignRole: return which == Column::Severity ? QVariant::fromValue(alert.severity.value) : QVariant();
    case ToneRole:
        if (which == Column::Investigation)
            return int(investigationTone(alert.investigation.value));
        return int(alert.status.value == domain::AlertStatus::Resolved ? Tone::Muted : Tone::Plain);
    case StrongRole: return which == Column::Title && alert.status.value == domain::AlertStatus::New;
    case FullTextRole: return domain::displayLines(alert.description);
    default: return {};
    }
}

} // namespace models
