// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnostics.h"

#include "redaction.h"

#include "widgets/diagnosticsdialog.h"

namespace app {

void showDiagnostics(QWidget &over, const Doctor::Patient &patient, const QList<domain::Tenant> &allTenants)
{
    if (auto *shown = over.findChild<widgets::DiagnosticsDialog *>(QString(), Qt::FindDirectChildrenOnly)) {
        shown->raise();
        shown->activateWindow();
        return;
    }
    auto *dialog = new widgets::DiagnosticsDialog(std::make_unique<Doctor>(patient), redactionFor(allTenants), &over);
    dialog->show();
    dialog->check();
}

} // namespace app
