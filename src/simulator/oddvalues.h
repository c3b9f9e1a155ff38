// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The corpora behind the faults that take a `form`: ids, dates and numbers that a client had better not trust, texts
// that are nearly JSON, links that lead away. Each form has a name, so that one test can go through all. Pure functions.

#include "simulator/exchange.h"

#include <QStringList>

namespace simulator {

[[nodiscard]] QStringList oddIdForms();
[[nodiscard]] QString oddId(const QString &form, const QString &id); // built around the right one
[[nodiscard]] QStringList oddDateForms();
[[nodiscard]] QString oddDate(const QString &form);
[[nodiscard]] QStringList oddNumberForms();
[[nodiscard]] QByteArray oddNumber(const QString &form); // as it stands in the JSON
[[nodiscard]] QStringList malformedForms();
[[nodiscard]] QByteArray malformed(const QString &form, const QByteArray &json); // what that JSON becomes
[[nodiscard]] QStringList nextLinkForms();
[[nodiscard]] QString nextLink(const QString &form, const Request &request); // for a page of this request

} // namespace simulator
