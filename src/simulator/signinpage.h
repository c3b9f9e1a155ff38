// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The few HTML pages that a browser gets to see: choose an account, an error, the portal's place holder. Plain, without
// script, readable at any size. Pure.

#include "simulator/account.h"
#include "simulator/exchange.h"

namespace simulator {

[[nodiscard]] Response htmlPage(const QString &title, const QString &bodyHtml, int status = 200);
[[nodiscard]] Response errorPage(const QString &title, const QString &text, int status = 400);
[[nodiscard]] Response codePage(); // where a person types in the code of a device
// Each account is a link to this page with &account=<oid>; the last link declines.
[[nodiscard]] Response accountPage(const Request &request, const QList<Account> &accounts);

} // namespace simulator
