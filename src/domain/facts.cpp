// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts.h"

#include "rules.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

QString sortedTags(const UntrustedList &tags)
{
    QStringList texts;
    for (const Untrusted &tag : tags)
        texts.append(tag.raw());
    texts.sort();
    return texts.join(u'\n');
}

QStringList names(std::initializer_list<const char16_t *> list)
{
    QStringList result;
    for (const char16_t *name : list)
        result.append(QString::fromUtf16(name));
    return result;
}

} // namespace

std::optional<QString> incidentFact(const Incident &incident, const QString &name)
{
    if (name == QStringView(factIncidentStatus))
        return incident.status.wire;
    if (name == QStringView(factAssignedTo))
        return incident.assignedTo.raw();
    if (name == QStringView(factTags))
        return sortedTags(incident.customTags);
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
    return std::nullopt;
}

std::optional<QString> actionFact(const PendingAction &action, const QString &name)
{
    if (name == QStringView(factVerdict))
        return action.verdict.wire;
    if (name == QStringView(factRemediationStatus))
        return wireWord(RemediationStatus::PendingApproval);
    if (name == QStringView(factTargetSet))
        return targetSetText(action.targets);
    return std::nullopt;
}

QString targetSetText(QList<MailTarget> targets)
{
    for (MailTarget &target : targets)
        target = {target.networkMessageId.toLower(), target.recipient.toLower()};
    std::sort(targets.begin(), targets.end());
    targets.resize(std::distance(targets.begin(), std::unique(targets.begin(), targets.end())));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const MailTarget &target : std::as_const(targets))
        hash.addData(QString(target.networkMessageId + u'/' + target.recipient + u'\n').toUtf8());
    return QString::number(targets.size()) + u':' + QString::fromLatin1(hash.result().toHex());
}

std::optional<MailTarget> targetOfLocationFact(const QString &name)
{
    const MailTarget target {name.section(u'/', 1, 1), name.section(u'/', 2)};
    if (target.networkMessageId.isEmpty() || latestLocationFact(target) != name)
        return std::nullopt;
    return target;
}

QStringList factsReliedOn(DecisionKind kind, bool hasValue)
{
    switch (kind) {
    case DecisionKind::ApproveAction: return names({factRedirect, factRemediationStatus, factVerdict, factTargetSet});
    case DecisionKind::RejectAction: return names({factRedirect, factRemediationStatus});
    case DecisionKind::MarkHandled: // says what has happened, whatever has happened
        return {};
    case DecisionKind::Assign: return names({factRedirect, factAssignedTo});
    case DecisionKind::AddTag: // merged into the server's list, so that other tags may come and go
    case DecisionKind::RemoveTag:
    case DecisionKind::Comment: return names({factRedirect});
    case DecisionKind::Classify: return names({factRedirect, factClassification, factDetermination});
    case DecisionKind::SetStatus: return names({factRedirect, factIncidentStatus});
    case DecisionKind::Resolve:
        return hasValue ? names({factRedirect, factIncidentStatus, factClassification, factDetermination})
                        : names({factRedirect, factIncidentStatus});
    }
    Q_UNREACHABLE();
}

} // namespace domain
