// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The own decisions about one incident, newest first: what, where it stands, who. GUI thread.

#include "models/tablemodel.h"
#include "models/timetext.h"

#include "domain/decision.h"

namespace widgets {

class ActivityModel final : public models::TableModel<domain::Decision>
{
    Q_OBJECT
public:
    enum class Column { What, State, Who, When };

    explicit ActivityModel(QObject *parent = nullptr);

    void setDecisions(const QList<domain::Decision> &decisions, domain::Moment now);

protected:
    [[nodiscard]] QString keyOf(const domain::Decision &decision) const override { return decision.id.text; }
    [[nodiscard]] QVariant cell(const domain::Decision &decision, int column, int role) const override;

private:
    models::TimeText m_times;
    domain::Moment m_now;
};

} // namespace widgets
