// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Incidents and alerts as JSON on the wire: packed rows and texts put together, in the manner that the request and the
// switches ask for. Lives in the tenant thread.

#include "incidentstore.h"
#include "objecttext.h"

#include <QByteArray>
#include <QStringList>

namespace simulator {

class Switches;

struct WireForm {
    bool masked = true; // without the Prefer header
    bool withAlerts = false; // $expand=alerts
    QStringList select {}; // empty: everything
};

class CaseJson {
public:
    CaseJson(const IncidentStore &store, const Switches &switches, QString tenantId);

    [[nodiscard]] QByteArray incident(IncidentIndex index, const WireForm &form) const;
    [[nodiscard]] QByteArray alert(AlertIndex index, const WireForm &form) const;
    [[nodiscard]] QJsonArray comments(const QJsonArray &kept) const; // kept in the new form

private:
    void writeAlert(QByteArray &out, AlertIndex index, const WireForm &form) const;
    void writeKept(ObjectText &object, QByteArray &out, const QJsonObject &body, const WireForm &form) const;
    void writeIncident(ObjectText &object, IncidentIndex index, bool masked) const;
    void writeAlertFacts(ObjectText &object, AlertIndex index, bool masked) const; // members that come from the row
    [[nodiscard]] QString webUrl(const QString &incidentId) const;
    [[nodiscard]] TextManner manner() const;
    [[nodiscard]] QByteArray stampOrNull(Ticks ticks) const;

    const IncidentStore &m_store;
    const Switches &m_switches;
    QString m_tenantId;
};

} // namespace simulator
