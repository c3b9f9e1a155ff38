// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Seam between a command and where its words go: this process's own stdout and stderr, or, when the owner runs a command
// for another process, that process's. Main thread.

#include "exitcode.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace app {

class Output
{
public:
    virtual ~Output() = default;

    virtual void out(const QByteArray &bytes) = 0;
    virtual void err(const QByteArray &bytes) = 0;
    virtual void finish(ExitCode code) = 0; // nothing is written after it
};

class StandardOutput final : public Output
{
public:
    void out(const QByteArray &bytes) override;
    void err(const QByteArray &bytes) override;
    void finish(ExitCode code) override; // ends the event loop
};

// Left-aligned columns as wide as their widest cell, but for the last. Cells hold text that is safe to print.
[[nodiscard]] QByteArray table(const QStringList &header, const QList<QStringList> &rows);
[[nodiscard]] QByteArray lines(const QJsonArray &array); // indented, one newline at the end
[[nodiscard]] QByteArray lines(const QJsonObject &object);

} // namespace app
