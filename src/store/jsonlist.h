// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lists of words in one column, as a JSON array, so that scripts can take them apart with json_each(). Pure; any thread.

#include "domain/untrusted.h"

#include <QByteArray>
#include <QStringList>

namespace store {

[[nodiscard]] QString jsonList(const QStringList &words);
[[nodiscard]] QString jsonList(const domain::UntrustedList &words);
[[nodiscard]] QStringList wordsOf(const QByteArray &jsonList);

} // namespace store
