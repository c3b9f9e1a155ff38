// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the table AlertEvidence says about an evidence item, which hunting words differently from the alert. Pure functions.

#include "kqlvalue.h"

#include <QJsonObject>

namespace simulator {

[[nodiscard]] QString detectionName(const QString &wireWord); // "Microsoft Defender for Office 365"
[[nodiscard]] QString entityType(const QJsonObject &item); // "MailMessage"
[[nodiscard]] QString evidenceRole(const QJsonObject &item); // "Impacted", "Related"
[[nodiscard]] QString evidenceFlow(const QJsonObject &item); // of connections: "Outbound"; else empty

[[nodiscard]] QString fileText(const QJsonObject &item, QStringView name); // a member of the file that it is or started from
[[nodiscard]] QString sha256Of(const QJsonObject &item);
[[nodiscard]] KqlValue fileSize(const QJsonObject &item);
[[nodiscard]] QString threatFamily(const QJsonObject &item);

[[nodiscard]] QString remoteAddress(const QJsonObject &item);
[[nodiscard]] QString localAddress(const QJsonObject &item);
[[nodiscard]] QString applicationName(const QJsonObject &item);
[[nodiscard]] KqlValue applicationNumber(const QJsonObject &item);

struct CloudResource {
    QString name {};
    QString platform {};
    QString type {};
    QString id {};
    QString subscription {};
};
[[nodiscard]] CloudResource cloudResource(const QJsonObject &item); // empty texts for what is none

} // namespace simulator
