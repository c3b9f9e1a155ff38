// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The pages at the side of the window, with how much waits on each. Buttons follow the Go… commands. GUI thread.

#include "commands.h"

#include <QAbstractButton>
#include <QHash>
#include <QWidget>

class QButtonGroup;

namespace widgets {

class NavigationButton final : public QAbstractButton
{
    Q_OBJECT
public:
    using QAbstractButton::QAbstractButton;

    void setCount(qint64 count, bool urgent); // 0 shows nothing
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString countText() const;

    qint64 m_count = 0;
    bool m_urgent = false;
};

class NavigationBar : public QWidget
{
    Q_OBJECT
public:
    explicit NavigationBar(const Commands &commands, QWidget *parent = nullptr);

    void setCurrent(Command page);
    void setCount(Command page, qint64 count, bool urgent = false);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
    QHash<Command, NavigationButton *> m_buttons;
};

} // namespace widgets
