// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What all evidence items share. The builders of the single types (mailevidence.h, identityevidence.h, endpointevidence.h,
// cloudevidence.h) start from it. Pure functions that make JSON as the wire carries it, before masking.

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace simulator {

struct EvidenceHead {
    QString created {}; // a stamp
    QLatin1StringView status {"none"}; // remediationStatus
    QLatin1StringView verdict {"suspicious"};
    QStringList roles {};
    QStringList tags {};
    QString statusDetails {};
    QStringList detailedRoles {};
};

[[nodiscard]] QJsonObject evidenceOf(QLatin1StringView type, const EvidenceHead &head); // type without "…security."
[[nodiscard]] QString evidenceType(const QJsonObject &item); // the same word again

// Of an item within another one: judged with the outer one, not by itself.
[[nodiscard]] EvidenceHead innerHead(const EvidenceHead &head);

// A complex value declared as its base type carries its own type on the wire.
[[nodiscard]] QString wireType(QLatin1StringView type); // "#microsoft.graph.security.…"

} // namespace simulator
