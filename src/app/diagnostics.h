// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Help > Diagnostics, over whichever window asks for it: the check and the dialog that shows it. GUI thread.

#include "doctor.h"

class QWidget;

namespace app {

// One at a time over each window; it goes with the window.
void showDiagnostics(QWidget &over, const Doctor::Patient &patient, const QList<domain::Tenant> &allTenants);

} // namespace app
