// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the sources of wording share: one translation context, and the door for text from outside. Private to them.

#include "domain/displaytext.h"
#include "domain/error.h"

#include <QCoreApplication>
#include <QString>

#include <limits>

namespace models {

inline constexpr qsizetype shownInSentence = 200; // characters of somebody else's text within a sentence of ours

inline QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("models", text, comment, n);
}

// Text from outside within a sentence: one line, no hidden characters, not too long.
inline QString shown(const QString &raw, qsizetype cap = shownInSentence)
{
    return domain::displayPlain(domain::Untrusted(raw.simplified()), cap);
}

// English has no translation file, hence the singular apart; "%Ln" takes the number as the language writes it. Both texts
// are marked where they are written, `one` by QT_TRANSLATE_NOOP and `many` by QT_TRANSLATE_N_NOOP, so that lupdate sees them.
inline QString counted(const char *one, const char *many, qint64 n)
{
    return n == 1 ? tr(one) : tr(many, nullptr, int(qMin<qint64>(n, std::numeric_limits<int>::max())));
}

// What was tried, in the language of the window; an infinitive.
[[nodiscard]] QString triedText(const QString &tried);
// Why it is so, as it stands behind a colon: "the disk is full". For a reason of the ledger or the code of an error; empty for
// a word that we have no sentence for.
[[nodiscard]] QString reasonText(const QString &reason, const QString &detail);
[[nodiscard]] QString reasonText(domain::ErrorKind kind);
[[nodiscard]] QString reasonStep(const QString &reason); // what to do about it; may be empty

} // namespace models
