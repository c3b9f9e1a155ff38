// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What this program is, its version and its licence. GUI thread.

#include <QDialog>

#include <memory>

namespace Ui {
class AboutDialog;
}

namespace widgets {

class AboutDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(QWidget *parent = nullptr); // deletes itself when it is closed
    ~AboutDialog() override;

private:
    std::unique_ptr<Ui::AboutDialog> m_ui;
};

} // namespace widgets
