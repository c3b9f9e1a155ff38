// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Queries that we send to advanced hunting. Text gets into a query through kqlString() and in no other way. Pure; any thread.

#include "domain/evidence.h"

#include <QString>
#include <QStringList>

namespace remote {

[[nodiscard]] QString kqlString(const QString &text); // with its quotes
[[nodiscard]] QString kqlList(const QStringList &texts); // ("a", "b")

// Latest place of these messages, one row a message and recipient. A target without a recipient stands for all of them.
[[nodiscard]] QString latestLocationQuery(const QList<domain::MailTarget> &targets);
// What happened to them after delivery, since that time.
[[nodiscard]] QString postDeliveryQuery(const QList<domain::MailTarget> &targets, domain::Moment since);

} // namespace remote
