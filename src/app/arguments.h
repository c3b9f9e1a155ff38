// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The command line, read. Which subcommands and options there are stands in one table, from which the help is made too.
// Pure; any thread.

#include "domain/result.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace app {

struct Arguments {
    QString command; // "incidents"; empty: the window
    QStringList positional; // after the command; a subaction such as "list" comes first
    QHash<QString, QString> values; // options with a value, by long name
    QSet<QString> flags; // options without
    QString program {}; // path of the program, to start it once more; whoever starts it sets it

    [[nodiscard]] bool isSet(const QString &name) const { return flags.contains(name) || values.contains(name); }
    [[nodiscard]] QString value(const QString &name) const { return values.value(name); }
    [[nodiscard]] bool wantsJson() const { return flags.contains(QStringLiteral("json")); }
};

// `words` without the program's name. Error{UsageWrong} says in `detail` what is wrong, in words.
[[nodiscard]] domain::Result<Arguments> readArguments(const QStringList &words);

[[nodiscard]] QString helpText(const QString &command); // of the whole program when empty or unknown

} // namespace app
