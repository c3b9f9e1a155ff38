// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What tells the process to end: SIGTERM, SIGINT, and, if asked for, the end of standard input, so that a client that
// started us never leaves us behind. Made in main() before any thread, since threads inherit the signal mask.

#include <QObject>

namespace simulator {

class StopSignals : public QObject
{
    Q_OBJECT
public:
    explicit StopSignals(bool watchInput, QObject *parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void raised();

private:
    void readSignal();
    void readInput();

    int m_descriptor = -1; // of signalfd(2)
};

} // namespace simulator
