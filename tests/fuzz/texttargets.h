// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Targets of texttargets.cpp. Any thread.

#include <QByteArray>

namespace fuzz {

void dates(const QByteArray &bytes);
void filters(const QByteArray &bytes);
void displayTexts(const QByteArray &bytes);

} // namespace fuzz
