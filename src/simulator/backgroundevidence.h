// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The shape of the alerts of ordinary incidents: bodies made with the same builders as those of the stories, with holes in
// place of names, addresses and mails. Pure.

#include "backgroundplan.h"
#include "devices.h"

#include <QJsonObject>

namespace simulator::holes {

// Numbers of the holes. Groups repeat for each person, machine and mail.
enum Single {
    EvidenceCreated,
    FirstActivity,
    LastActivity,
    Url,
    UrlDomain,
    Sha256,
    Sha1,
    FileName,
    Address,
    Guid,
    ClusterUrn,
    ClusterQuery,
    MailStatus,
    PersonName
};

constexpr int personBase = 20;
constexpr int personStep = 8;
enum PersonField { Name, Upn, ObjectId, Sid, Account };

constexpr int machineBase = 60;
constexpr int machineStep = 8;
enum MachineField { Host, Dns, MdeId, EntraId, Inside, Outside };

constexpr int mailBase = 80;
constexpr int mailStep = 16;
enum MailField {
    MessageId,
    InternetId,
    Subject,
    SenderName,
    SenderLocal,
    SenderDomain,
    EnvelopeLocal,
    EnvelopeDomain,
    SenderIp,
    Recipient,
    Received,
    Action,
    Location,
    Urn,
    Threat,
    Detection
};

} // namespace simulator::holes

namespace simulator {

[[nodiscard]] QJsonObject alertShape(quint64 seed, AlertKind kind, int variant); // body of an alert with holes

} // namespace simulator
