// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One host of a cloud, looked at from outside: whether it answers, whose certificate it shows, and what time it thinks it is.
// One GET of "/", without a token, cut off as soon as the head of the answer is there. Trust is that of the real transport.
// Lives in the asker's thread, whichever that is.

#include "domain/clock.h"
#include "domain/finding.h"
#include "domain/result.h"
#include "domain/tenant.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace remote {

// "https://graph.microsoft.com", with a port where it is not the usual one.
[[nodiscard]] QString hostAddress(const QUrl &url);

// Host, Certificate where there is one, and Clock. Never an error. Dropped with the asker.
void lookAtHost(const domain::Cloud &cloud, const QUrl &url, std::chrono::milliseconds limit, domain::Clock &clock, QObject *asker,
                std::function<void(domain::Result<domain::Findings>)> answer);

// Version of the TLS library and whether Qt can use it.
[[nodiscard]] domain::Finding lookAtTls();

} // namespace remote
