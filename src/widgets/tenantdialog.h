// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whose data this is, who is signed in, what is possible here and why not, how whole the data is. GUI thread.

#include "materials.h"

#include <QDialog>

#include <memory>

namespace Ui {
class TenantDialog;
}

namespace widgets {

class TenantDialog : public QDialog
{
    Q_OBJECT
public:
    explicit TenantDialog(const Materials &materials, QWidget *parent = nullptr); // deletes itself when it is closed
    ~TenantDialog() override;

private:
    std::unique_ptr<Ui::TenantDialog> m_ui;
};

} // namespace widgets
