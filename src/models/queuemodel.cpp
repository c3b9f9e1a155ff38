// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuemodel.h"

#include "itemroles.h"
#include "queuetexts.h"
#include "tones.h"
#include "wordingtext.h"

using namespace Qt::StringLiterals;

namespace models {

using domain::QueueRow;
using domain::Result;
using domain::SortKey;
using Column = QueueModel::Column;

namespace {

constexpr Qt::Alignment toEnd = Qt::AlignTrailing | Qt::AlignVCenter;

constexpr ColumnEntry columns[] = {
    {QT_TRANSLATE_NOOP("models", "Severity")},       {QT_TRANSLATE_NOOP("models", "Id"), toEnd},
    {QT_TRANSLATE_NOOP("models", "Incident")},       {QT_TRANSLATE_NOOP("models", "Status")},
    {QT_TRANSLATE_NOOP("models", "Assigned to")},    {QT_TRANSLATE_NOOP("models", "Tags")},
    {QT_TRANSLATE_NOOP("models", "Pending"), toEnd}, {QT_TRANSLATE_NOOP("models", "Expires (inferred)")},
    {QT_TRANSLATE_NOOP("models", "Alerts"), toEnd},  {QT_TRANSLATE_NOOP("models", "Sources")},
    {QT_TRANSLATE_NOOP("models", "Classification")}, {QT_TRANSLATE_NOOP("models", "Priority"), toEnd},
    {QT_TRANSLATE_NOOP("models", "Updated")},        {QT_TRANSLATE_NOOP("models", "Created")},
};

// The state of the decision on the column's field.
std::optional<domain::DecisionState> overlayState(const Overlay &overlay, Column column)
{
    switch (column) {
    case Column::Status: return overlay.status.state;
    case Column::Assignee: return overlay.assignee.state;
    case Column::Tags: return overlay.tags.state;
    case Column::Classification: return overlay.judgement.state;
    default: return std::nullopt;
    }
}

QVariant display(const QueueEntry::Texts &texts, Column column)
{
    switch (column) {
    case Column::Severity: return texts.severity;
    case Column::Id: return texts.id;
    case Column::Name: return texts.name;
    case Column::Status: return texts.status;
    case Column::Assignee: return texts.assignee;
    case Column::Tags: return texts.tags.join(u", "_s);
    case Column::Pending: return texts.pending;
    case Column::Expires: return texts.expires;
    case Column::Alerts: return texts.alerts;
    case Column::Sources: return texts.sources;
    case Column::Classification: return texts.classification;
    case Column::Priority: return texts.priority;
    case Column::Updated: return texts.updated;
    case Column::Created: return texts.created;
    }
    return {};
}

QVariant serverText(const QueueEntry::Texts &texts, Column column)
{
    switch (column) {
    case Column::Status: return texts.serverStatus;
    case Column::Assignee: return texts.serverAssignee;
    case Column::Tags: return texts.serverTags;
    case Column::Classification: return texts.serverClassification;
    default: return {};
    }
}

QVariant sortValue(const QueueRow &row, const QueueEntry::Texts &texts, Column column)
{
    switch (column) {
    case Column::Severity: return int(row.severity.value);
    case Column::Id: return row.id.text.toLongLong();
    case Column::Pending: return row.pendingActions;
    case Column::Expires: return row.pendingExpires ? row.pendingExpires->ticks : std::numeric_limits<qint64>::max();
    case Column::Alerts: return row.alerts;
    case Column::Priority: return row.priorityScore.value_or(-1);
    case Column::Updated: return row.updated.ticks;
    case Column::Created: return row.created.ticks;
    default: return display(texts, column);
    }
}

QVariant sign(const QueueEntry &entry, Column column)
{
    if (column == Column::Severity)
        return QVariant::fromValue(entry.row.severity.value);
    if (column == Column::Status)
        return QVariant::fromValue(entry.overlay.status.value.value_or(entry.row.status.value));
    return {};
}

Tone tone(const QueueEntry &entry, Column column, domain::Moment now)
{
    const QueueRow &row = entry.row;
    if (row.archived)
        return Tone::Muted;
    if (column == Column::Expires && row.pendingExpires)
        return toneOfExpiry(*row.pendingExpires, now);
    if (column == Column::Pending && row.pendingActions > 0)
        return Tone::Warning;
    return Tone::Plain;
}

} // namespace

QueueModel::QueueModel(store::Readers &readers, const domain::Clock &clock, QObject *parent)
    : HeldTableModel(columns, parent)
    , m_readers(readers)
    , m_clock(clock)
{
}

std::optional<SortKey::Field> QueueModel::sortField(int column)
{
    switch (Column(column)) {
    case Column::Severity: return SortKey::Field::Severity;
    case Column::Id: return SortKey::Field::Id;
    case Column::Name: return SortKey::Field::Name;
    case Column::Status: return SortKey::Field::Status;
    case Column::Assignee: return SortKey::Field::Assignee;
    case Column::Pending: return SortKey::Field::Pending;
    case Column::Alerts: return SortKey::Field::Alerts;
    case Column::Priority: return SortKey::Field::Priority;
    case Column::Updated: return SortKey::Field::Updated;
    case Column::Created: return SortKey::Field::Created;
    case Column::Tags:
    case Column::Expires:
    case Column::Sources:
    case Column::Classification: break;
    }
    return std::nullopt;
}

void QueueModel::sort(int column, Qt::SortOrder order)
{
    if (const auto field = sortField(column))
        setSort({*field, order == Qt::DescendingOrder});
}

void QueueModel::setSort(SortKey key)
{
    if (m_sort == key)
        return;
    m_sort = key;
    arrange();
}

void QueueModel::setFilter(const domain::Filter &filter)
{
    m_filter = filter;
    refreshContext();
    arrange();
}

void QueueModel::setMe(const QString &upn)
{
    m_context.me = upn;
}

void QueueModel::refreshContext()
{
    m_context.now = m_clock.now();
    m_context.utcOffsetSeconds = m_times.utcOffsetSeconds(m_context.now);
}

void QueueModel::refreshTimes()
{
    refreshContext();
    ++m_minute;
    for (const Column column : {Column::Expires, Column::Updated, Column::Created})
        touch(0, rowCount() - 1, int(column));
}

void QueueModel::setOpenDecisions(const QList<domain::Decision> &open)
{
    QHash<domain::IncidentId, QList<domain::Decision>> byIncident;
    for (const domain::Decision &decision : open)
        byIncident[decision.incident].append(decision);
    QSet<domain::IncidentId> touched;
    for (auto was = m_open.cbegin(); was != m_open.cend(); ++was) {
        if (byIncident.value(was.key()) != was.value())
            touched.insert(was.key());
    }
    for (auto is = byIncident.cbegin(); is != byIncident.cend(); ++is) {
        if (!m_open.contains(is.key()))
            touched.insert(is.key());
    }
    m_open = byIncident;
    QList<QueueEntryPointer> changed;
    for (const domain::IncidentId &id : std::as_const(touched)) {
        if (const QueueEntryPointer entry = all().value(id.text))
            changed.append(entryFor(entry->row));
    }
    takeChanged(changed);
}

QueueEntryPointer QueueModel::entryFor(const QueueRow &row) const
{
    Overlay overlay = overlayFor(row.id, customTags(row), m_open.value(row.id));
    const QueueEntryPointer known = all().value(row.id.text);
    if (known && known->row == row && known->overlay == overlay)
        return known;
    auto entry = std::make_shared<QueueEntry>();
    entry->row = row;
    entry->overlay = std::move(overlay);
    return entry;
}

void QueueModel::load()
{
    m_toRead.clear();
    m_isReading = true;
    m_readers.ask<QList<QueueRow>>(
        this, u"queue"_s, [](store::ReadSession &session) { return session.cache().queue(); },
        [this](const Result<QList<QueueRow>> &rows) { takeQueue(rows); });
}

void QueueModel::takeQueue(const Result<QList<QueueRow>> &rows)
{
    const bool isEmptyYet = !rows && rows.error().kind == domain::ErrorKind::NotFound; // no cache before the first pull
    if (!rows && rows.error().kind == domain::ErrorKind::Cancelled) // a newer question is under way
        return;
    m_isReading = false;
    if (!rows && !isEmptyYet)
        return Q_EMIT failed(rows.error());
    refreshContext();
    if (rows) {
        QList<QueueEntryPointer> entries;
        entries.reserve(rows->size());
        for (const QueueRow &row : *rows)
            entries.append(entryFor(row));
        takeAll(entries);
    }
    m_isLoaded = true;
    Q_EMIT loaded();
    readChanged();
}

void QueueModel::takeChanges(const domain::Changes &changes)
{
    if (changes.everything)
        return load();
    m_toRead.unite(changes.incidents);
    if (!m_isReading)
        readChanged();
}

// One question at a time: changes that come meanwhile go into the next one.
void QueueModel::readChanged()
{
    if (m_toRead.isEmpty())
        return;
    const QSet<domain::IncidentId> ids = std::exchange(m_toRead, {});
    m_isReading = true;
    m_readers.ask<QList<QueueRow>>(
        this, u"queue rows"_s, [ids](store::ReadSession &session) { return session.cache().rows(ids); },
        [this, ids](const Result<QList<QueueRow>> &rows) { takeRows(ids, rows); });
}

void QueueModel::takeRows(const QSet<domain::IncidentId> &asked, const Result<QList<QueueRow>> &rows)
{
    m_isReading = false;
    if (!rows) {
        if (rows.error().kind != domain::ErrorKind::Cancelled)
            Q_EMIT failed(rows.error());
        return;
    }
    refreshContext();
    QSet<domain::IncidentId> gone = asked;
    QList<QueueEntryPointer> entries;
    for (const QueueRow &row : *rows) {
        gone.remove(row.id);
        entries.append(entryFor(row));
    }
    QList<QString> goneKeys;
    for (const domain::IncidentId &id : std::as_const(gone))
        goneKeys.append(id.text);
    const int before = total();
    takeChanged(entries, goneKeys);
    if (total() != before)
        Q_EMIT loaded(); // how many there are is told even where the filter hides them
    readChanged();
}

std::optional<QueueRow> QueueModel::find(const domain::IncidentId &id) const
{
    const QueueEntryPointer entry = all().value(id.text);
    return entry ? std::optional(entry->row) : std::nullopt;
}

bool QueueModel::accepts(const QueueEntryPointer &entry) const
{
    return m_filter.accepts(entry->row, m_context);
}

bool QueueModel::precedes(const QueueEntryPointer &a, const QueueEntryPointer &b) const
{
    return domain::precedes(a->row, b->row, m_sort);
}

void QueueModel::held()
{
    if (m_arrivalsTold == pendingArrivals())
        return;
    m_arrivalsTold = pendingArrivals();
    Q_EMIT arrivalsChanged(m_arrivalsTold);
}

const QueueEntry::Texts &QueueModel::texts(const QueueEntry &entry) const
{
    if (!entry.texts || entry.texts->minute != m_minute)
        entry.texts = std::make_shared<const QueueEntry::Texts>(queueTexts(entry, m_times, m_clock.now(), m_minute));
    return *entry.texts;
}

QVariant QueueModel::cell(const QueueEntryPointer &entry, int column, int role) const
{
    const auto which = Column(column);
    switch (role) {
    case Qt::DisplayRole: return display(texts(*entry), which);
    case Qt::AccessibleTextRole:
        return entry->overlay.decisions > 0 && overlayState(entry->overlay, which)
            ? tr("%1, decided, not confirmed").arg(display(texts(*entry), which).toString())
            : display(texts(*entry), which);
    case SortRole: return sortValue(entry->row, texts(*entry), which);
    case IdRole:
    case IncidentRole: return entry->row.id.text;
    case SignRole: return sign(*entry, which);
    case ToneRole: return int(tone(*entry, which, m_context.now));
    case StrongRole: return which == Column::Name && entry->row.status.value == domain::IncidentStatus::Active;
    case ChipsRole: return which == Column::Tags ? QVariant(texts(*entry).tags) : QVariant();
    case ChipCountRole: return which == Column::Tags ? QVariant(texts(*entry).ownTags) : QVariant();
    case OverlayRole:
        if (const auto state = overlayState(entry->overlay, which))
            return QVariant::fromValue(*state);
        return {};
    case ServerTextRole: return overlayState(entry->overlay, which) ? serverText(texts(*entry), which) : QVariant();
    case OutdatedRole: return entry->row.archived || isOutdated(entry->row.id.text);
    default: return {};
    }
}

} // namespace models
