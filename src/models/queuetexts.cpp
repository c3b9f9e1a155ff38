// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuetexts.h"

#include "domain/displaytext.h"
#include "wording.h"
#include "wordingtext.h"

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qsizetype tagCap = 60; // characters of a chip

QString judgementName(const domain::Word<domain::Classification> &classification,
                      const domain::Word<domain::Determination> &determination)
{
    const bool isSet = !classification.wire.isEmpty() && classification.value != domain::Classification::Unknown;
    if (!isSet)
        return {};
    const bool isDetermined = !determination.wire.isEmpty() && determination.value != domain::Determination::Unknown;
    return isDetermined ? name(classification) + u" – "_s + name(determination) : name(classification);
}

QString assigneeName(const QString &assignee)
{
    return domain::display(domain::Untrusted(assignee));
}

QString alertCount(const domain::QueueRow &row)
{
    const QLocale words;
    return row.openAlerts == row.alerts
        ? words.toString(row.alerts)
        : tr("%1 of %2", "open alerts of all alerts").arg(words.toString(row.openAlerts), words.toString(row.alerts));
}

QString sourceNames(const QList<domain::ServiceSource> &sources)
{
    QStringList names;
    for (const domain::ServiceSource source : sources)
        names.append(name(domain::wordOf(source)));
    return names.join(u", "_s);
}

void addTags(QueueEntry::Texts &texts, const QueueEntry &entry)
{
    const QStringList server = customTags(entry.row);
    const QStringList own = entry.overlay.tags.value.value_or(server);
    for (const QString &tag : own)
        texts.tags.append(domain::display(domain::Untrusted(tag), tagCap));
    texts.ownTags = int(own.size());
    for (qsizetype i = server.size(); i < entry.row.tags.size(); ++i)
        texts.tags.append(domain::display(entry.row.tags.at(i), tagCap));
    if (entry.overlay.tags.state) {
        QStringList shownTags;
        for (const QString &tag : server)
            shownTags.append(domain::display(domain::Untrusted(tag), tagCap));
        texts.serverTags = shownTags.join(u", "_s);
    }
}

} // namespace

QStringList customTags(const domain::QueueRow &row)
{
    QStringList tags;
    for (qsizetype i = 0; i < row.tags.size() && i < row.customTags; ++i)
        tags.append(row.tags.at(i).raw());
    return tags;
}

QueueEntry::Texts queueTexts(const QueueEntry &entry, const TimeText &times, domain::Moment now, int minute)
{
    const domain::QueueRow &row = entry.row;
    const Overlay &overlay = entry.overlay;
    QueueEntry::Texts texts;
    texts.minute = minute;
    texts.severity = name(row.severity);
    texts.id = domain::displayPlain(domain::Untrusted(row.id.text));
    texts.name = domain::display(row.name);
    texts.serverStatus = name(row.status);
    texts.status = overlay.status.value ? name(domain::wordOf(*overlay.status.value)) : texts.serverStatus;
    texts.serverAssignee = assigneeName(row.assignedTo.raw());
    texts.assignee = overlay.assignee.value ? assigneeName(*overlay.assignee.value) : texts.serverAssignee;
    addTags(texts, entry);
    texts.pending = QLocale().toString(row.pendingActions);
    if (row.pendingExpires)
        texts.expires = times.remaining(*row.pendingExpires, now);
    texts.alerts = alertCount(row);
    texts.sources = sourceNames(row.sources);
    texts.serverClassification = judgementName(row.classification, row.determination);
    texts.classification = overlay.judgement.value ? name(*overlay.judgement.value) : texts.serverClassification;
    if (row.priorityScore)
        texts.priority = QLocale().toString(*row.priorityScore);
    texts.updated = times.brief(row.updated, now);
    texts.created = times.brief(row.created, now);
    return texts;
}

} // namespace models
