// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Holds every include and every link of a tree against the lines of src/CMakeLists.txt: what a module's line does not
// name, the module may not use, even where compiler and linker would find it by way of another. Reads files, main thread.

#include "layers/finding.h"
#include "layers/modulelines.h"
#include "layers/qtheaders.h"
#include "layers/sourcetext.h"

namespace layers {

struct CMakeArgument;
struct CMakeCommand;

class LayerCheck
{
public:
    explicit LayerCheck(const QString &root);

    [[nodiscard]] Findings check() const;
    [[nodiscard]] const ModuleLines &modules() const { return m_modules; }

private:
    [[nodiscard]] Findings checkSource(const QString &file) const;
    [[nodiscard]] QString complaint(const QString &file, const QString &module, const Include &include) const;
    [[nodiscard]] QString quotedComplaint(const QString &file, const QString &module, const QString &header) const;
    [[nodiscard]] QString libraryComplaint(const QString &module, const QString &header) const;
    [[nodiscard]] Findings checkBuildFile(const QString &file) const;
    [[nodiscard]] QString linkComplaint(const QString &module, const QString &item) const;
    [[nodiscard]] QString argumentComplaint(const CMakeCommand &command, const CMakeArgument &argument) const;
    [[nodiscard]] bool isFile(const QString &path) const; // relative to the root

    QString m_root;
    ModuleLines m_modules;
    QtHeaders m_qtHeaders;
};

// Text of a file below `root`; empty when there is none.
[[nodiscard]] QString readText(const QString &root, const QString &file);

// Files below root/folder whose names end with one of `endings`, relative to the root, in order.
[[nodiscard]] QStringList filesBelow(const QString &root, const QString &folder, const QStringList &endings);

} // namespace layers
