// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace domain {

QList<Determination> determinationsFor(Classification classification)
{
    using D = Determination;
    switch (classification) {
    case Classification::TruePositive:
        return {D::MultiStagedAttack,
                D::MaliciousUserActivity,
                D::CompromisedAccount,
                D::Malware,
                D::Phishing,
                D::UnwantedSoftware,
                D::Other};
    case Classification::InformationalExpectedActivity:
        return {D::SecurityTesting, D::LineOfBusinessApplication, D::ConfirmedActivity, D::Other};
    case Classification::FalsePositive: return {D::NotMalicious, D::NotEnoughDataToValidate, D::Other};
    case Classification::Other:
    case Classification::Unknown: break;
    }
    return {};
}

bool isValidPair(Classification classification, Determination determination)
{
    return determinationsFor(classification).contains(determination);
}

Result<Judgement> judgement(const QString &text)
{
    const QString tried = u"read a classification"_s;
    const QStringList parts = text.split(u'/');
    const auto classification = word<Classification>(parts.at(0).trimmed());
    if (determinationsFor(classification.value).isEmpty())
        return refusal(u"badClassification"_s, tried, classification.wire);
    const auto determination = word<Determination>(parts.value(1).trimmed());
    const bool isWord = determination.value != Determination::Other
        || determination.wire.compare(wireWord(Determination::Other), Qt::CaseInsensitive) == 0;
    if (parts.size() > 2 || !isWord || !isValidPair(classification.value, determination.value))
        return refusal(u"badDetermination"_s, tried, text.section(u'/', 1).trimmed());
    return Judgement {classification.value, determination.value};
}

QString judgementText(const Judgement &judgement)
{
    return wireWord(judgement.classification) + u'/' + wireWord(judgement.determination);
}

QList<FactDifference> differences(const QList<Fact> &frozen, const QList<Fact> &current)
{
    const auto valueIn = [](const QList<Fact> &facts, const QString &name) -> std::optional<QString> {
        const auto found =
            std::find_if(facts.begin(), facts.end(), [&name](const Fact &fact) { return fact.name == name; });
        return found == facts.end() ? std::nullopt : std::optional(found->value);
    };
    QList<FactDifference> result;
    for (const Fact &fact : frozen) {
        const auto now = valueIn(current, fact.name);
        if (!now || *now != fact.value)
            result.append({fact.name, fact.value, now.value_or(QString())});
    }
    for (const Fact &fact : current) {
        if (!valueIn(frozen, fact.name))
            result.append({fact.name, QString(), fact.value});
    }
    return result;
}

QStringList mergedTags(const QStringList &serverTags, const Decision &tagDecision)
{
    const auto isTheTag = [tag = tagDecision.value.trimmed()](const QString &other) {
        return other.compare(tag, Qt::CaseInsensitive) == 0;
    };
    QStringList tags = serverTags;
    if (tagDecision.kind == DecisionKind::RemoveTag)
        tags.removeIf(isTheTag);
    else if (tagDecision.kind == DecisionKind::AddTag && std::none_of(tags.begin(), tags.end(), isTheTag))
        tags.append(tagDecision.value.trimmed());
    return tags;
}

} // namespace domain
