// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "activitymodel.h"

#include "domain/displaytext.h"
#include "models/itemroles.h"
#include "models/tones.h"
#include "models/wording.h"

namespace widgets {

namespace {

// The comment of a comment is what was decided, not a remark on it.
QString secondLine(const domain::Decision &decision)
{
    const domain::Untrusted text(decision.comment.isEmpty() ? decision.label : decision.comment);
    return domain::display(text, 400);
}

constexpr models::ColumnEntry columns[] = {
    {QT_TRANSLATE_NOOP("models", "Decision")},
    {QT_TRANSLATE_NOOP("models", "State")},
    {QT_TRANSLATE_NOOP("models", "Who")},
    {QT_TRANSLATE_NOOP("models", "Decided")},
};

} // namespace

ActivityModel::ActivityModel(QObject *parent)
    : TableModel(columns, parent)
{
}

void ActivityModel::setDecisions(const QList<domain::Decision> &decisions, domain::Moment now)
{
    m_now = now;
    show(decisions);
    if (rowCount() > 0)
        touch(0, rowCount() - 1, int(Column::When));
}

QVariant ActivityModel::cell(const domain::Decision &decision, int column, int role) const
{
    switch (role) {
    case models::IdRole: return decision.id.text;
    case models::IncidentRole: return decision.incident.text;
    case models::SignRole: return column == int(Column::State) ? QVariant::fromValue(decision.state) : QVariant();
    case models::ToneRole: return column == int(Column::State) ? int(models::toneOf(decision.state)) : int(models::Tone::Plain);
    case models::SecondLineRole:
        if (column == int(Column::What))
            return secondLine(decision);
        return column == int(Column::When) ? m_times.exact(decision.decidedAt) : QString();
    case Qt::ToolTipRole: return column == int(Column::State) ? models::stateSentence(decision, m_times) : QString();
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (Column(column)) {
    case Column::What: return models::whatWasDecided(decision);
    case Column::State: return models::name(decision.state);
    case Column::Who: return domain::display(domain::Untrusted(decision.upn));
    case Column::When: return m_times.brief(decision.decidedAt, m_now);
    }
    return {};
}

} // namespace widgets
