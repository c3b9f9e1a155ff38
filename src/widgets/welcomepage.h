// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The first start: no tenant yet, and the two ways to one. GUI thread.

#include <QWidget>

#include <memory>

namespace Ui {
class WelcomePage;
}

namespace widgets {

class WelcomePage : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePage(QWidget *parent = nullptr);
    ~WelcomePage() override;

    void enter();

Q_SIGNALS:
    void demoRequested();
    void additionRequested();

private:
    std::unique_ptr<Ui::WelcomePage> m_ui;
};

} // namespace widgets
