// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whether the keychain keeps what it is given: writes, reads back and removes an entry under a service name of its own, so
// that no session is touched. Where it does not, the kernel's memory is looked at too, which then takes its place.
// Asker's thread.

#include "domain/finding.h"
#include "domain/result.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace remote {

// Each step has `limit`. Never an error. Dropped with the asker.
void lookAtKeychain(std::chrono::milliseconds limit, QObject *asker, std::function<void(domain::Result<domain::Findings>)> answer);

} // namespace remote
