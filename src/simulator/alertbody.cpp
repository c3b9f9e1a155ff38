// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertbody.h"

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

QJsonObject alertBody(ServiceSource source, const AlertText &text, const QString &firstActivity,
                      const QString &lastActivity, const QJsonArray &evidence)
{
    return {{u"title"_s, text.title},
            {u"description"_s, textOrNull(text.description)},
            {u"recommendedActions"_s, textOrNull(text.recommendedActions)},
            {u"category"_s, textOrNull(text.category)},
            {u"categories"_s, text.category.isEmpty() ? QJsonArray() : QJsonArray {text.category}},
            {u"detectionSource"_s, text.detectionSource},
            {u"productName"_s, QString(productName(source))},
            {u"detectorId"_s, QJsonValue::Null},
            {u"alertPolicyId"_s, QJsonValue::Null},
            {u"actorDisplayName"_s, textOrNull(text.actor)},
            {u"threatDisplayName"_s, textOrNull(text.threatName)},
            {u"threatFamilyName"_s, textOrNull(text.threatFamily)},
            {u"mitreTechniques"_s, QJsonArray::fromStringList(text.techniques)},
            {u"firstActivityDateTime"_s, firstActivity},
            {u"lastActivityDateTime"_s, lastActivity},
            {u"systemTags"_s, QJsonArray::fromStringList(text.tags)},
            {u"comments"_s, QJsonArray()},
            {u"evidence"_s, evidence},
            {u"additionalData"_s, QJsonObject()},
            {u"customDetails"_s, QJsonObject()}};
}

} // namespace simulator
