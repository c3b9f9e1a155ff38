// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Evidence about machines: devices, files, processes, registry and connections. Pure functions.

#include "devices.h"
#include "evidence.h"
#include "people.h"

namespace simulator {

struct DeviceCondition {
    QLatin1StringView risk {"none"};
    QLatin1StringView health {"active"};
    const Person *user = nullptr; // logged on
};
[[nodiscard]] QJsonObject deviceEvidence(const EvidenceHead &head, const Device &device,
                                         const DeviceCondition &condition = {});

struct FileFacts {
    QString name {};
    QString path {};
    QString sha1 {};
    QString sha256 {};
    qint64 size = 0;
    QString publisher {};
};
[[nodiscard]] QJsonObject fileDetails(const FileFacts &facts); // the complex value
[[nodiscard]] QJsonObject fileEvidence(const EvidenceHead &head, const FileFacts &facts, const QString &mdeDeviceId,
                                       QLatin1StringView detection);
[[nodiscard]] QJsonObject fileHashEvidence(const EvidenceHead &head, const QString &sha256);
[[nodiscard]] QJsonObject malwareEvidence(const EvidenceHead &head, const QString &name, const QString &category,
                                          const QJsonObject &file);

struct ProcessFacts {
    qint64 id = 0;
    qint64 parentId = 0;
    QString created {}; // stamps
    QString parentCreated {};
    QString commandLine {};
    FileFacts image {};
    FileFacts parentImage {};
    QLatin1StringView detection {"detected"};
};
[[nodiscard]] QJsonObject processEvidence(const EvidenceHead &head, const ProcessFacts &facts, const Device &device,
                                          const Person &user);

[[nodiscard]] QJsonObject registryKeyEvidence(const EvidenceHead &head, const QString &hive, const QString &key);

struct RegistryValue {
    QString hive {};
    QString key {};
    QString name {};
    QString type {};
    QString value {};
};
[[nodiscard]] QJsonObject registryValueEvidence(const EvidenceHead &head, const RegistryValue &value,
                                                const QString &mdeDeviceId);

struct ConnectionFacts {
    QString from {};
    int fromPort = 0;
    QString to {};
    int toPort = 0;
};
[[nodiscard]] QJsonObject connectionEvidence(const EvidenceHead &head, const ConnectionFacts &connection);
[[nodiscard]] QJsonObject dnsEvidence(const EvidenceHead &head, const QString &domain, const QString &address);

} // namespace simulator
