// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plantevidence.h"

#include "identityevidence.h"

#include <QJsonArray>

namespace simulator {

using namespace Qt::StringLiterals;

QJsonObject nicEvidence(const EvidenceHead &head, const PlantDevice &device)
{
    QJsonObject item = evidenceOf("nicEvidence"_L1, head);
    item.insert(u"ipAddress"_s, ipEvidence(innerHead(head), {.address = device.address}));
    item.insert(u"macAddress"_s, device.hardwareAddress);
    item.insert(u"vlans"_s, QJsonArray {u"210"_s});
    return item;
}

QJsonObject ioTDeviceEvidence(const EvidenceHead &head, const PlantDevice &device)
{
    QJsonObject item = evidenceOf("ioTDeviceEvidence"_L1, head);
    item.insert(u"deviceId"_s, device.id);
    item.insert(u"deviceName"_s, device.name);
    item.insert(u"deviceType"_s, u"PLC"_s);
    item.insert(u"deviceSubType"_s, u"Crane controller"_s);
    item.insert(u"devicePageLink"_s, u"https://plant.example/devices/%1"_s.arg(device.id));
    item.insert(u"importance"_s, u"high"_s);
    item.insert(u"ioTHub"_s, QJsonValue::Null);
    item.insert(u"ioTSecurityAgentId"_s, QJsonValue::Null);
    item.insert(u"ipAddress"_s, ipEvidence(innerHead(head), {.address = device.address}));
    item.insert(u"isAuthorized"_s, true);
    item.insert(u"isProgramming"_s, false);
    item.insert(u"isScanner"_s, false);
    item.insert(u"macAddress"_s, device.hardwareAddress);
    item.insert(u"manufacturer"_s, u"Kranwerk"_s);
    item.insert(u"model"_s, u"STS-7"_s);
    item.insert(u"nics"_s, QJsonArray {nicEvidence(innerHead(head), device)});
    item.insert(u"operatingSystem"_s, QJsonValue::Null);
    item.insert(u"owners"_s, QJsonArray {u"Terminal operations"_s});
    item.insert(u"protocols"_s, QJsonArray {u"Modbus"_s, u"S7comm"_s});
    item.insert(u"purdueLayer"_s, u"ProcessControl"_s);
    item.insert(u"sensor"_s, u"sensor-quay-3"_s);
    item.insert(u"serialNumber"_s, u"KW-0077-41"_s);
    item.insert(u"site"_s, u"Rotterdam"_s);
    item.insert(u"source"_s, u"Network sensor"_s);
    item.insert(u"sourceRef"_s, QJsonValue::Null);
    item.insert(u"zone"_s, u"Quay 3"_s);
    return item;
}

} // namespace simulator
