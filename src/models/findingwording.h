// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What was found and what to do about it, in words: the window, the command line and the report to pass on say the same.
// Whole sentences, safe to show. Any thread.

#include "timetext.h"

#include "domain/finding.h"

#include <QString>

namespace models {

[[nodiscard]] QString name(domain::FindingArea area); // "Keychain"
[[nodiscard]] QString name(domain::FindingState state); // "Works"; stands beside a sign of its own shape
[[nodiscard]] QString title(const domain::Finding &finding); // what it is about
[[nodiscard]] QString foundText(const domain::Finding &finding, const TimeText &times);
[[nodiscard]] QString remedy(const domain::Finding &finding); // empty where nothing is to be done

// "Two faults, one thing could not be checked."
[[nodiscard]] QString summary(const domain::Findings &findings);

} // namespace models
