// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Evidence about accounts, sign-ins, addresses and directories. Pure functions.

#include "devices.h"
#include "evidence.h"
#include "people.h"

namespace simulator {

[[nodiscard]] QJsonObject accountOf(const Person &person); // the complex value userAccount
[[nodiscard]] QJsonObject userEvidence(const EvidenceHead &head, const Person &person);

struct AddressFacts {
    QString address {};
    QString countryCode {};
    QString country {};
    QString city {};
};
[[nodiscard]] QJsonObject ipEvidence(const EvidenceHead &head, const AddressFacts &facts);

struct LogonFacts {
    QString sessionId {};
    QString started {}; // stamps
    QString previous {};
    QString userAgent {};
    QString browser {};
    QString system {};
};
[[nodiscard]] QJsonObject cloudLogonEvidence(const EvidenceHead &head, const Person &person, const LogonFacts &facts);
[[nodiscard]] QJsonObject logonRequestEvidence(const EvidenceHead &head, const QString &requestId);

struct HostLogonFacts {
    QString sessionId {};
    QString started {};
    QString ended {};
};
[[nodiscard]] QJsonObject hostLogonEvidence(const EvidenceHead &head, const Person &person, const Device &host,
                                            const HostLogonFacts &facts);

struct GroupFacts {
    QString id {};
    QString name {};
    QString sid {};
};
[[nodiscard]] QJsonObject groupEvidence(const EvidenceHead &head, const GroupFacts &facts);
[[nodiscard]] QJsonObject domainEvidence(const EvidenceHead &head, const QString &domain);

} // namespace simulator
