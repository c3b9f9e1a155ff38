// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Takes one incident's part out of a ledger, as JSON for a case file (docs/case-file.md): the decisions about it with what
// they say of people, and the chain from its first entry to the head, in which entries about other incidents are digests.
// caseledger.h puts it back. In the thread of its connection.

#include "audittable.h"

#include <QJsonArray>
#include <QJsonObject>

namespace store {

class CaseHistory
{
public:
    explicit CaseHistory(Connection &connection);

    [[nodiscard]] QJsonObject of(const domain::IncidentId &incident); // empty: nothing was decided

private:
    [[nodiscard]] QJsonArray decisions(const domain::IncidentId &incident);
    [[nodiscard]] QJsonArray targets(qint64 decision);
    [[nodiscard]] QJsonArray facts(qint64 decision);
    [[nodiscard]] QJsonArray attempts(qint64 decision);
    [[nodiscard]] QJsonArray personal(qint64 decision);
    [[nodiscard]] QJsonObject chain(const domain::IncidentId &incident);

    Statement m_decisions;
    Statement m_targets;
    Statement m_facts;
    Statement m_attempts;
    Statement m_personal;
    Statement m_about;
    AuditLinks m_links;
};

} // namespace store
