// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Table `latest_location`: where a message lay when somebody last looked, by source and its time. In the thread of its
// connection.

#include "statement.h"

#include "domain/decision.h"

#include <QSet>

namespace store {

class LocationTable
{
public:
    explicit LocationTable(Connection &connection);

    // Whether it was news. A fact of another name is none.
    [[nodiscard]] bool write(const domain::Fact &fact);
    [[nodiscard]] std::optional<domain::Fact> find(const domain::MailTarget &target);
    // All recipients of a message, for a target that names none.
    [[nodiscard]] QList<domain::Fact> findAll(const QString &networkMessageId);
    // Whose pages the fact changes. A cluster's messages are in no column, so every waiting cluster may be meant.
    [[nodiscard]] QSet<domain::IncidentId> incidentsOf(const domain::Fact &fact);

private:
    Statement m_write;
    Statement m_find;
    Statement m_findAll;
    Statement m_incidents;
    Statement m_clusters;
    Connection &m_connection;
};

} // namespace store
