// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands where rows would be: why there are none, how far the first sync has come, and what to do next. GUI thread.

#include "commands.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class EmptyState;
}

namespace widgets {

struct Emptiness {
    QString icon {};
    QString title {};
    QString text {};
    bool running = false; // shows progress
    qint64 done = 0;
    std::optional<qint64> expected {};
    std::optional<Command> first {}; // the way on
    std::optional<Command> second {};

    friend bool operator==(const Emptiness &, const Emptiness &) = default;
};

class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(const Commands &commands, QWidget *parent = nullptr);
    ~EmptyState() override;

    void tell(const Emptiness &emptiness);
    [[nodiscard]] const Emptiness &emptiness() const { return m_emptiness; }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    std::unique_ptr<Ui::EmptyState> m_ui;
    const Commands &m_commands;
    Emptiness m_emptiness;
};

} // namespace widgets
