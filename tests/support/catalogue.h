// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A translation file as lupdate writes it, and lupdate itself over the sources of the tree. Main thread of a test.

#include <QList>
#include <QString>
#include <QStringList>

namespace casemate::test {

struct Message {
    QString context;
    QString source;
    QString comment;
    bool counted = false; // by a number
    bool finished = false;
    QStringList translations; // several where it is counted

    friend bool operator==(const Message &, const Message &) = default;
};

[[nodiscard]] QList<Message> readCatalogue(const QString &file);
// Brings the file up to the sources below `root`, as the target update-translations does; makes it where there is none.
// What lupdate said when it failed; empty: done.
[[nodiscard]] QString updateCatalogue(const QString &root, const QString &file);
[[nodiscard]] QString releaseCatalogue(const QString &file, const QString &compiled);

} // namespace casemate::test
