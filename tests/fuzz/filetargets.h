// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Targets of filetargets.cpp. Any thread.

#include <QByteArray>

namespace fuzz {

void importFiles(const QByteArray &bytes);
void caseFiles(const QByteArray &bytes);

} // namespace fuzz
