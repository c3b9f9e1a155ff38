// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "factnames.h"

#include "domain/rules.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace remote {

std::optional<domain::MailTarget> targetOfLatestLocation(const QString &factName)
{
    domain::MailTarget target;
    const QStringList parts = factName.split(u'/');
    target.networkMessageId = parts.value(1);
    target.recipient = factName.section(u'/', 2);
    if (target.networkMessageId.isEmpty() || domain::latestLocationFact(target) != factName)
        return std::nullopt;
    return target;
}

QString locationValue(const domain::Word<domain::MailLocation> &location)
{
    // One spelling for what hunting, analyzedEmails and evidence each spell in their own way.
    const QString word = domain::wireWord(location.value);
    return word.isEmpty() ? location.wire.toLower() : word;
}

QString targetSetValue(QList<domain::MailTarget> targets)
{
    std::sort(targets.begin(), targets.end());
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const domain::MailTarget &target : std::as_const(targets))
        hash.addData(QString(target.networkMessageId.toLower() + u'/' + target.recipient.toLower() + u'\n').toUtf8());
    return QString::number(targets.size()) + u':' + QString::fromLatin1(hash.result().toHex());
}

std::optional<QString> incidentFactValue(const domain::Incident &incident, const QString &name)
{
    if (name == QStringView(factIncidentStatus))
        return incident.status.wire;
    if (name == QStringView(factAssignedTo))
        return incident.assignedTo.raw();
    if (name == QStringView(factClassification))
        return incident.classification.wire;
    if (name == QStringView(factDetermination))
        return incident.determination.wire;
    if (name == QStringView(factSeverity))
        return incident.severity.wire;
    if (name == QStringView(factUpdated))
        return incident.updated.wire();
    if (name == QStringView(factRedirect))
        return incident.redirectTo ? incident.redirectTo->text : QString();
    if (name == QStringView(factTags)) {
        QStringList tags;
        for (const domain::Untrusted &tag : incident.customTags)
            tags.append(tag.raw());
        tags.sort();
        return tags.join(u'\n');
    }
    return std::nullopt;
}

} // namespace remote
