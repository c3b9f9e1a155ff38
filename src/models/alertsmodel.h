// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The alerts of one incident, newest first. Given finished values by IncidentModel. GUI thread.

#include "tablemodel.h"
#include "timetext.h"

#include "domain/alert.h"

namespace models {

class AlertsModel final : public TableModel<domain::Alert>
{
    Q_OBJECT
public:
    enum class Column { Severity, Title, Status, Source, Category, Investigation, Evidence, Created, Updated };

    explicit AlertsModel(QObject *parent = nullptr);

    void setAlerts(const QList<domain::Alert> &alerts, domain::Moment now);
    void setNow(domain::Moment now); // for texts with an age in them

protected:
    [[nodiscard]] QString keyOf(const domain::Alert &alert) const override { return alert.id.text; }
    [[nodiscard]] QVariant cell(const domain::Alert &alert, int column, int role) const override;

private:
    [[nodiscard]] QVariant display(const domain::Alert &alert, Column column) const;
    [[nodiscard]] QVariant sortValue(const domain::Alert &alert, Column column) const;

    TimeText m_times;
    domain::Moment m_now;
};

} // namespace models
