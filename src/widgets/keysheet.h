// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every key on one sheet, made from the command table. GUI thread.

#include <QDialog>

#include <memory>

namespace Ui {
class KeySheet;
}

namespace widgets {

class KeySheet : public QDialog
{
    Q_OBJECT
public:
    explicit KeySheet(QWidget *parent = nullptr); // deletes itself when it is closed
    ~KeySheet() override;

private:
    std::unique_ptr<Ui::KeySheet> m_ui;
};

} // namespace widgets
