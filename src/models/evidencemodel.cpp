// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencemodel.h"

#include "domain/displaytext.h"
#include "itemroles.h"
#include "tones.h"
#include "wording.h"

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr ColumnEntry columns[] = {
    {QT_TRANSLATE_NOOP("models", "Entity")},
    {QT_TRANSLATE_NOOP("models", "Type")},
    {QT_TRANSLATE_NOOP("models", "Verdict")},
    {QT_TRANSLATE_NOOP("models", "Remediation")},
    {QT_TRANSLATE_NOOP("models", "Recommended (inferred)")},
    {QT_TRANSLATE_NOOP("models", "Decision")},
    {QT_TRANSLATE_NOOP("models", "Alerts"), Qt::AlignTrailing | Qt::AlignVCenter},
    {QT_TRANSLATE_NOOP("models", "First seen")},
};

// "name: value" in lines, for the detail view.
QString fieldLines(const domain::Evidence &evidence)
{
    QStringList lines;
    for (const domain::EvidenceField &field : evidence.fields)
        lines.append(domain::displayPlain(domain::Untrusted(field.name)) + u": "_s + domain::displayPlain(field.value));
    return domain::displayLines(domain::Untrusted(lines.join(u'\n')));
}

} // namespace

EvidenceModel::EvidenceModel(QObject *parent)
    : TableModel(columns, parent)
{
}

void EvidenceModel::setEvidence(const QList<EvidenceRow> &rows, domain::Moment now)
{
    m_now = now;
    show(rows);
}

void EvidenceModel::setNow(domain::Moment now)
{
    m_now = now;
    touch(0, rowCount() - 1);
}

QVariant EvidenceModel::display(const EvidenceRow &row, Column column) const
{
    const domain::Evidence &evidence = row.evidence;
    switch (column) {
    case Column::Entity:
        return evidence.type.compare("urlEvidence"_L1, Qt::CaseInsensitive) == 0 ? domain::displayUrl(evidence.label)
                                                                                 : domain::display(evidence.label);
    case Column::Type: return evidenceTypeName(evidence.type);
    case Column::Verdict: return name(evidence.verdict);
    case Column::Remediation: return name(evidence.remediation);
    case Column::Action: return row.action ? recommendation(*row.action) : QString();
    case Column::Decision: return row.decision ? name(row.decision->state) : QString();
    case Column::Alerts: return QLocale().toString(row.alerts.size());
    case Column::FirstSeen: return evidence.created ? m_times.brief(*evidence.created, m_now) : QString();
    }
    return {};
}

QVariant EvidenceModel::secondLine(const EvidenceRow &row, Column column) const
{
    if (column == Column::Entity && row.evidence.mail && !row.evidence.mail->target.recipient.isEmpty())
        return domain::display(domain::Untrusted(row.evidence.mail->target.recipient));
    if (column == Column::Entity && row.evidence.cluster)
        return mailCount(row.evidence.cluster->emailCount);
    if (column == Column::Action && row.action)
        return m_times.remaining(row.action->expires, m_now);
    if (column == Column::Decision && row.decision)
        return whatWasDecided(*row.decision);
    return {};
}

Tone EvidenceModel::tone(const EvidenceRow &row, Column column) const
{
    switch (column) {
    case Column::Verdict: return toneOf(row.evidence.verdict.value);
    case Column::Remediation: return toneOf(row.evidence.remediation.value);
    case Column::Action: return row.action ? toneOfExpiry(row.action->expires, m_now) : Tone::Plain;
    case Column::Decision: return row.decision ? toneOf(row.decision->state) : Tone::Plain;
    default: return Tone::Plain;
    }
}

QVariant EvidenceModel::sortValue(const EvidenceRow &row, Column column) const
{
    switch (column) {
    case Column::Verdict: return int(row.evidence.verdict.value);
    case Column::Alerts: return row.alerts.size();
    case Column::Action: return row.action ? row.action->expires.ticks : std::numeric_limits<qint64>::max();
    case Column::FirstSeen: return row.evidence.created.value_or(domain::Moment {}).ticks;
    default: return display(row, column);
    }
}

QVariant EvidenceModel::cell(const EvidenceRow &row, int column, int role) const
{
    const auto which = Column(column);
    switch (role) {
    case Qt::DisplayRole: return display(row, which);
    case SortRole: return sortValue(row, which);
    case IdRole: return row.action ? row.action->id.text : QString();
    case IncidentRole: return row.action ? row.action->incident.text : QString();
    case SignRole:
        if (which == Column::Verdict)
            return QVariant::fromValue(row.evidence.verdict.value);
        return which == Column::Decision && row.decision ? QVariant::fromValue(row.decision->state) : QVariant();
    case ToneRole: return int(tone(row, which));
    case StrongRole: return which == Column::Entity && row.action && !row.decision;
    case SecondLineRole: return secondLine(row, which);
    case OverlayRole: {
        const bool isOpen = row.decision && domain::isOpen(row.decision->state);
        return which == Column::Remediation && isOpen ? QVariant::fromValue(row.decision->state) : QVariant();
    }
    case ServerTextRole: return which == Column::Remediation ? QVariant(name(row.evidence.remediation)) : QVariant();
    case FullTextRole: return fieldLines(row.evidence);
    default: return {};
    }
}

} // namespace models
