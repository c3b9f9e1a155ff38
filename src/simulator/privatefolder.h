// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A folder that only its owner can read, for the files that name the demo tenant and hold its application's secret.
// Beside the world file it stays; otherwise it goes with the process. Main thread.

#include "simulator/result.h"

#include <QTemporaryDir>

#include <memory>

namespace simulator {

class PrivateFolder
{
public:
    static Result<PrivateFolder> temporary(); // below $XDG_RUNTIME_DIR, else the folder for temporary files
    static Result<PrivateFolder> beside(const QString &worldFile); // "<world file>.files"

    Result<QString> write(const QString &name, const QByteArray &content) const; // 0600; the path

private:
    QString m_path;
    std::shared_ptr<QTemporaryDir> m_temporary;
};

// Replaces the file in one step, 0600.
Result<QString> writePrivately(const QString &path, const QByteArray &content);

} // namespace simulator
