// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Those --switch NAME=VALUE of the command line that concern the HTTP side; the tenant has its own (switches.h). Values.

#include "simulator/calllimits.h"
#include "simulator/entrasettings.h"
#include "simulator/tlscertificate.h"

namespace simulator {

struct StartSwitches {
    EntraSettings entra;
    CallLimits limits;
    CertificateKind certificate = CertificateKind::Good; // with --tls

    Result<bool> set(const QString &name, const QString &value); // false: not one of ours
    [[nodiscard]] static QStringList help(); // a line for each
};

} // namespace simulator
