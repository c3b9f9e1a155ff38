// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What works here, what does not, and what to do: a check that fills a list while it runs, can be cancelled and repeated, and
// whose result can be copied without names, ids and folders. Lies beside its window, which stays usable. GUI thread.

#include "models/findingreport.h"
#include "models/findingsmodel.h"

#include "domain/checkup.h"

#include <QDialog>

#include <memory>

namespace Ui {
class DiagnosticsDialog;
}

namespace widgets {

class DiagnosticsDialog : public QDialog
{
    Q_OBJECT
public:
    // Deletes itself when it is closed.
    DiagnosticsDialog(std::unique_ptr<domain::Checkup> checkup, models::Redaction redaction, QWidget *parent = nullptr);
    ~DiagnosticsDialog() override;

    void check();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

private:
    void takeProgress(int done, int total);
    void takeEnd(const domain::Findings &findings);
    void copyReport();
    void showRunning(bool running);

    std::unique_ptr<Ui::DiagnosticsDialog> m_ui;
    models::FindingsModel m_model;
    models::Redaction m_redaction;
    std::unique_ptr<domain::Checkup> m_checkup; // goes first: it may still be at work
    bool m_isRunning = false;
};

} // namespace widgets
