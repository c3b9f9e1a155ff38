// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "findingsmodel.h"

#include "findingwording.h"
#include "wordingtext.h"

namespace models {

using domain::Finding;
using domain::Findings;
using domain::FindingState;

namespace {

constexpr ColumnEntry columns[] = {{QT_TRANSLATE_NOOP("models", "Finding")}};

QString spoken(const Finding &finding, const TimeText &times)
{
    const QString todo = remedy(finding);
    if (todo.isEmpty())
        return tr("%1, %2: %3", "what was looked at, works or not, what was found").arg(title(finding), name(finding.state), foundText(finding, times));
    return tr("%1, %2: %3 To do: %4", "what was looked at, works or not, what was found, the remedy")
        .arg(title(finding), name(finding.state), foundText(finding, times), todo);
}

} // namespace

FindingsModel::FindingsModel(const TimeText &times, QObject *parent)
    : TableModel(columns, parent)
    , m_times(times)
{
}

void FindingsModel::add(const Findings &more)
{
    Findings all = findings();
    for (const Finding &finding : more) {
        const int row = int(std::find_if(all.cbegin(), all.cend(), [&](const Finding &f) { return findingId(f) == findingId(finding); }) - all.cbegin());
        if (row < int(all.size()))
            all[row] = finding;
        else
            all.append(finding);
    }
    setFindings(all);
}

void FindingsModel::setFindings(const Findings &all)
{
    QList<FindingRow> rows;
    const Findings ordered = inOrder(all);
    for (const Finding &finding : ordered) {
        const bool isFirst = rows.isEmpty() || areaOf(rows.last().finding.subject) != areaOf(finding.subject);
        rows.append({finding, isFirst});
    }
    show(rows);
}

Findings FindingsModel::findings() const
{
    Findings all;
    for (const FindingRow &row : rows())
        all.append(row.finding);
    return all;
}

QVariant FindingsModel::cell(const FindingRow &row, int, int role) const
{
    const Finding &finding = row.finding;
    switch (role) {
    case Qt::DisplayRole: return title(finding);
    case Qt::AccessibleTextRole: return spoken(finding, m_times);
    case IdRole: return findingId(finding);
    case SecondLineRole: return foundText(finding, m_times);
    case FullTextRole: return remedy(finding);
    case ToneRole: return int(toneOf(finding.state));
    case SignRole: return int(finding.state);
    case StateWordRole: return name(finding.state);
    case AreaRole: return row.isFirstOfArea ? name(areaOf(finding.subject)) : QString();
    default: return {};
    }
}

Tone toneOf(FindingState state)
{
    switch (state) {
    case FindingState::Good: return Tone::Good;
    case FindingState::Note: return Tone::Accent;
    case FindingState::Unknown: return Tone::Warning;
    case FindingState::Bad: return Tone::Bad;
    }
    return Tone::Plain;
}

} // namespace models
