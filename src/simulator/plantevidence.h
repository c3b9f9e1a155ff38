// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Evidence about machines that are no computers: controllers, cameras, cranes, as a network sensor sees them. Pure
// functions.

#include "evidence.h"

namespace simulator {

struct PlantDevice {
    QString id {};
    QString name {};
    QString address {};
    QString hardwareAddress {};
};
[[nodiscard]] QJsonObject nicEvidence(const EvidenceHead &head, const PlantDevice &device);
[[nodiscard]] QJsonObject ioTDeviceEvidence(const EvidenceHead &head, const PlantDevice &device);

} // namespace simulator
