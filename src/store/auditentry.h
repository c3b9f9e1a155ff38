// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an entry of the audit says, as JSON. Personal parts appear as commitments only. Engine thread.

#include "decisiontable.h"
#include "ledger.h"

namespace store {

class AuditEntries
{
public:
    explicit AuditEntries(domain::Clock &clock);

    [[nodiscard]] QJsonObject decided(const domain::Decision &decision) const;
    [[nodiscard]] QJsonObject moved(const domain::Decision &decision, domain::DecisionState from) const;
    [[nodiscard]] QJsonObject attempted(const domain::Decision &decision, const Attempt &attempt) const;
    [[nodiscard]] QJsonObject answered(const domain::Decision &decision, const Outcome &outcome) const;
    [[nodiscard]] QJsonObject erased(const domain::Decision &decision) const;

private:
    [[nodiscard]] QJsonObject entry(const QString &event, const domain::Decision &decision) const;

    domain::Clock &m_clock;
    QString m_boot;
    QString m_device;
    QString m_version;
};

} // namespace store
