// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "historymodel.h"

#include "domain/displaytext.h"
#include "itemroles.h"
#include "tones.h"
#include "wording.h"

using namespace Qt::StringLiterals;

namespace models {

using domain::Result;
using store::HistoryEntry;

namespace {

constexpr ColumnEntry columns[] = {
    {QT_TRANSLATE_NOOP("models", "Time")},     {QT_TRANSLATE_NOOP("models", "Event")},
    {QT_TRANSLATE_NOOP("models", "Decision")}, {QT_TRANSLATE_NOOP("models", "About")},
    {QT_TRANSLATE_NOOP("models", "Incident")}, {QT_TRANSLATE_NOOP("models", "Decided by")},
    {QT_TRANSLATE_NOOP("models", "State")},    {QT_TRANSLATE_NOOP("models", "Request id")},
};

} // namespace

HistoryModel::HistoryModel(store::Readers &readers, const domain::Clock &clock, QObject *parent)
    : TableModel(columns, parent)
    , m_readers(readers)
    , m_clock(clock)
{
}

void HistoryModel::load()
{
    m_readers.ask<QList<HistoryEntry>>(
        this, u"history"_s, [limit = m_limit](store::ReadSession &session) { return session.ledger().history(limit); },
        [this](const Result<QList<HistoryEntry>> &entries) {
            const bool isEmptyYet = !entries && entries.error().kind == domain::ErrorKind::NotFound;
            if (entries || isEmptyYet) {
                m_isLoaded = true;
                show(entries ? *entries : QList<HistoryEntry>());
                Q_EMIT loaded();
            } else if (entries.error().kind != domain::ErrorKind::Cancelled) {
                Q_EMIT failed(entries.error());
            }
        });
}

void HistoryModel::refreshTimes()
{
    touch(0, rowCount() - 1, int(Column::At));
}

void HistoryModel::setLimit(int entries)
{
    m_limit = entries;
}

QVariant HistoryModel::display(const HistoryEntry &entry, Column column) const
{
    switch (column) {
    case Column::At: return m_times.exact(entry.at);
    case Column::Event: return historySentence(entry);
    case Column::What: return name(entry.kind);
    case Column::Entity: return domain::display(domain::Untrusted(entry.label));
    case Column::Incident: return domain::displayPlain(domain::Untrusted(entry.incident.text));
    case Column::Who: return domain::display(domain::Untrusted(entry.upn));
    case Column::State: return name(entry.state);
    case Column::RequestId: return domain::displayPlain(domain::Untrusted(entry.requestId));
    }
    return {};
}

QVariant HistoryModel::cell(const HistoryEntry &entry, int column, int role) const
{
    const auto which = Column(column);
    switch (role) {
    case Qt::DisplayRole: return display(entry, which);
    case SortRole: return which == Column::At ? QVariant(entry.seq) : display(entry, which);
    case IdRole: return entry.decision.text;
    case IncidentRole: return entry.incident.text;
    case SignRole: return which == Column::State ? QVariant::fromValue(entry.state) : QVariant();
    case ToneRole: return int(which == Column::State ? toneOf(entry.state) : Tone::Plain);
    case SecondLineRole: return which == Column::At ? QVariant(m_times.relative(entry.at, m_clock.now())) : QVariant();
    case FullTextRole: return domain::displayLines(domain::Untrusted(entry.detail));
    default: return {};
    }
}

} // namespace models
