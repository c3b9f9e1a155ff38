// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One item of an alert's evidence: the base members and mail typed, everything as a list of fields, the exact bytes kept.
// Unknown types are read like known ones. Private to the codec. Any thread.

#include "domain/evidence.h"
#include "domain/result.h"

#include <QByteArray>

namespace remote {

// Error{NotGraph, "wrongType"} when a base member (verdict, remediationStatus, …) has the wrong type.
[[nodiscard]] domain::Result<domain::Evidence> readEvidence(const QByteArray &item);

} // namespace remote
