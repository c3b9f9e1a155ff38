// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every manual remediation comes back as an alert with an investigation that is already approved. A function of the tenant
// thread.

namespace simulator {

struct Organisation;
struct RemediationOrder;

void raiseAdminAlert(Organisation &org, const RemediationOrder &order);

} // namespace simulator
