// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows of the queue out of table `incident`. Words repeat a hundred thousand times, so each spelling is read once and
// shared. In the thread of its connection.

#include "statement.h"

#include "domain/queuerow.h"

#include <QHash>

namespace store {

class QueueRows
{
public:
    explicit QueueRows(Connection &connection);

    [[nodiscard]] QList<domain::QueueRow> all();
    [[nodiscard]] std::optional<domain::QueueRow> find(const domain::IncidentId &id);

private:
    [[nodiscard]] domain::QueueRow row(const Statement &statement);

    template <class Value>
    using Known = QHash<QByteArray, Value>;

    Statement m_count;
    Statement m_all;
    Statement m_one;
    Known<domain::Word<domain::IncidentStatus>> m_statuses;
    Known<domain::Word<domain::Severity>> m_severities;
    Known<domain::Word<domain::Classification>> m_classifications;
    Known<domain::Word<domain::Determination>> m_determinations;
    Known<domain::Untrusted> m_people;
    Known<domain::UntrustedList> m_tags;
    Known<QList<domain::ServiceSource>> m_sources;
};

} // namespace store
