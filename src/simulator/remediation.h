// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Mails that an administrator moves or deletes: accepted at once, carried out a while later, message by message. Used by
// analyzedEmails/remediate and by decisions in the portal. Functions of the tenant thread.

#include "exchange.h"
#include "mail.h"
#include "result.h"
#include "words.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace simulator {

struct Organisation;

enum class MailAction { MoveToJunk, MoveToInbox, MoveToDeletedItems, SoftDelete, HardDelete, MoveToQuarantine };
[[nodiscard]] std::optional<MailAction> readMailAction(const QString &word); // case-insensitive
[[nodiscard]] Place destinationOf(MailAction action);

struct MailTarget {
    QString networkMessageId;
    QString recipient;
};

struct RemediationOrder {
    MailAction action = MailAction::SoftDelete;
    QList<MailTarget> targets {};
    QString name {};
    QString actor {};
    int effect = 0; // sequence in the ledger that gets the results
};

// A sentence when the tenant cannot take it now.
[[nodiscard]] QString remediationProblem(const Organisation &org, const RemediationOrder &order);
void startRemediation(Organisation &org, const RemediationOrder &order);

} // namespace simulator
