// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The commands of a CMake file with the line of every argument. It knows no variables and no conditions, which is enough
// for the plain files of this tree. Main thread, pure.

#include <QList>
#include <QString>
#include <QStringList>

namespace layers {

struct CMakeArgument {
    QString text; // without quotes
    int line = 0; // from 1
};

struct CMakeCommand {
    QString name; // lower case
    int line = 0;
    QList<CMakeArgument> arguments;
};

[[nodiscard]] QList<CMakeCommand> readCMake(const QString &text);

} // namespace layers
