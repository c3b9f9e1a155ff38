// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filewording.h"

#include "wordingtext.h"

using namespace Qt::StringLiterals;

namespace models {

QString leftOutSentence(const domain::PoisonItem &item)
{
    const QString known = reasonText(item.error.code, item.error.detail);
    const QString why = known.isEmpty() ? shown(item.error.code) : known;
    return item.id.isEmpty() ? tr("An item was left out: %1.").arg(why)
                             : tr("%1 was left out: %2.", "id of an alert or incident, reason").arg(shown(item.id), why);
}

QString importedSentence(qint64 incidents, qint64 alerts, qint64 standIns)
{
    QStringList parts {counted(QT_TRANSLATE_NOOP("models", "1 incident"), QT_TRANSLATE_N_NOOP("models", "%Ln incidents"), incidents),
                       counted(QT_TRANSLATE_NOOP("models", "1 alert"), QT_TRANSLATE_N_NOOP("models", "%Ln alerts"), alerts)};
    QString text = tr("%1 and %2 were read.", "counted incidents, counted alerts").arg(parts.at(0), parts.at(1));
    if (standIns > 0)
        text += u' '
            + counted(QT_TRANSLATE_NOOP("models", "For 1 incident only its alerts are in the file."),
                      QT_TRANSLATE_N_NOOP("models", "For %Ln incidents only their alerts are in the file."), standIns);
    return text;
}

QString caseHistorySentence(const std::optional<store::ChainReport> &report, const std::optional<domain::Error> &error)
{
    if (error) {
        const QString known = reasonText(error->code, error->detail);
        return tr("Its history could not be kept: %1.").arg(known.isEmpty() ? reasonText(error->kind) : known);
    }
    if (!report)
        return {};
    if (!report->firstBad)
        return counted(QT_TRANSLATE_NOOP("models", "Its history of 1 entry is proved."),
                       QT_TRANSLATE_N_NOOP("models", "Its history of %Ln entries is proved."), report->entries);
    return tr("Its history does not hold: from entry %1 on it was changed or is damaged (%2).").arg(*report->firstBad).arg(shown(report->reason));
}

} // namespace models
