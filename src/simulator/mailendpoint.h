// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// /security/collaboration/analyzedEmails: list, get, links and attachments, remediate. For applications only. Lives in the
// tenant thread.

#include "graphcall.h"
#include "remediation.h"

namespace simulator {

class MailEndpoint {
public:
    explicit MailEndpoint(Organisation &org);

    [[nodiscard]] Response answer(const GraphCall &call); // segments from "analyzedEmails" on, which is the third

private:
    [[nodiscard]] Response list(const GraphCall &call) const;
    [[nodiscard]] Response get(const GraphCall &call) const;
    [[nodiscard]] Response remediate(const GraphCall &call);
    [[nodiscard]] Result<QList<quint32>> find(const Request &request, const QString &filter) const;

    Organisation &m_org;
};

// Reads the body of remediate; beta names mails by id and takes an approver.
[[nodiscard]] Result<RemediationOrder> readRemediation(const QJsonObject &body, bool beta, const Organisation &org);

} // namespace simulator
