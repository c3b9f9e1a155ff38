// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pendingaction.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

// The mail stack spells one threat in several ways: "HighConfPhish", "High confidence phish", "ZapMalware".
QString letters(const QString &word)
{
    QString kept;
    for (const QChar c : word) {
        if (c.isLetterOrNumber())
            kept += c.toLower();
    }
    return kept;
}

bool anyOf(const QStringList &words, bool (*holds)(const QString &))
{
    return std::any_of(words.begin(), words.end(), [holds](const QString &word) { return holds(letters(word)); });
}

bool isMalware(const QString &threat)
{
    return threat.contains("malware"_L1);
}

bool isHighConfidencePhish(const QString &threat)
{
    return threat.contains("phish"_L1) && threat.contains("highconf"_L1);
}

bool isSpamOrPhish(const QString &threat)
{
    return threat.contains("spam"_L1) || threat.contains("phish"_L1) || threat.contains("bulk"_L1);
}

bool isUrlMethod(const QString &method)
{
    return method.contains("url"_L1);
}

bool isFileMethod(const QString &method)
{
    return method.contains("file"_L1) || method.contains("attachment"_L1);
}

bool isMail(const Evidence &evidence)
{
    return evidence.mail || evidence.cluster;
}

bool holdsMalicious(const QList<Evidence> &siblings, std::initializer_list<QLatin1StringView> types)
{
    return std::any_of(siblings.begin(), siblings.end(), [types](const Evidence &sibling) {
        return sibling.verdict.value == Verdict::Malicious
            && std::any_of(types.begin(), types.end(), [&sibling](QLatin1StringView type) {
                   return sibling.type.compare(type, Qt::CaseInsensitive) == 0;
               });
    });
}

// What was found in this mail; for a cluster, in its messages that the alert names.
QStringList threatsOf(const Evidence &evidence, const QList<Evidence> &siblings)
{
    if (evidence.mail)
        return evidence.mail->threats;
    QStringList threats;
    for (const Evidence &sibling : siblings) {
        if (sibling.mail && evidence.cluster->networkMessageIds.contains(sibling.mail->target.networkMessageId))
            threats += sibling.mail->threats;
    }
    return threats;
}

Recommendation softDelete(const QString &reason)
{
    return {MailAction::SoftDelete, reason};
}

Recommendation nothing(const QString &reason)
{
    return {std::nullopt, reason};
}

} // namespace

Recommendation recommend(const Evidence &evidence, const QList<Evidence> &siblings)
{
    if (!isMail(evidence))
        return nothing(u"notMail"_s);
    if (evidence.verdict.value == Verdict::NoThreatsFound)
        return nothing(u"verdictClean"_s);
    const QStringList threats = threatsOf(evidence, siblings);
    if (anyOf(threats, isMalware))
        return softDelete(u"malware"_s);
    if (anyOf(threats, isHighConfidencePhish))
        return softDelete(u"highConfidencePhish"_s);
    // A malicious URL or file counts only where the mail itself was found malicious: an alert may carry harmless mail too.
    if (evidence.verdict.value == Verdict::Malicious) {
        const QStringList methods = evidence.mail ? evidence.mail->detectionMethods : QStringList();
        if (anyOf(methods, isUrlMethod) || holdsMalicious(siblings, {"urlEvidence"_L1}))
            return softDelete(u"maliciousUrl"_s);
        if (anyOf(methods, isFileMethod)
            || holdsMalicious(siblings, {"fileEvidence"_L1, "fileHashEvidence"_L1, "malwareEvidence"_L1}))
            return softDelete(u"maliciousFile"_s);
    }
    if (anyOf(threats, isSpamOrPhish))
        return nothing(u"spamOrPhish"_s);
    return nothing(u"nothingMaliciousKnown"_s);
}

} // namespace domain
