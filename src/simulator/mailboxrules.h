// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The inbox rules of the tenant's mailboxes: harmless ones that some people made, and those that alerts speak of. Rules that
// forward a whole mailbox (SMTP forwarding) are a setting of the mailbox and none of these. Tenant thread.

#include "people.h"

#include <QJsonObject>

namespace simulator {

class MailboxRules {
public:
    explicit MailboxRules(const People &people);

    // The rule that an item of evidence names, unless it is there already. Other items are none of ours.
    void addFrom(const QJsonObject &mailboxConfigurationEvidence);

    [[nodiscard]] QJsonArray list(const QString &mailbox) const; // messageRule objects, in the order they are applied
    [[nodiscard]] QJsonObject find(const QString &mailbox, const QString &id) const; // empty: there is none
    bool replace(const QString &mailbox, const QJsonObject &rule); // by its id
    bool remove(const QString &mailbox, const QString &id);

private:
    void add(const QString &mailbox, const QJsonObject &rule);

    QHash<QString, QJsonArray> m_rules; // by address, lower case
};

} // namespace simulator
