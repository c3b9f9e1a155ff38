// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The properties of one incident at the side of its page: server truth, and beside it what was decided and is not
// confirmed. GUI thread.

#include "theme.h"

#include "models/incidentmodel.h"
#include "models/timetext.h"

#include <QWidget>

#include <memory>

namespace Ui {
class IncidentSummary;
}

namespace widgets {

class IncidentSummary : public QWidget
{
    Q_OBJECT
public:
    explicit IncidentSummary(QWidget *parent = nullptr);
    ~IncidentSummary() override;

    void setSummary(const models::IncidentSummary &summary, const QList<domain::Alert> &alerts, domain::Moment now);
    [[nodiscard]] QSize sizeHint() const override;

private:
    // `decided` instead of `server`, which is then told beside it.
    void tellOverlaid(const QString &key, const QString &server, const std::optional<QString> &decided);
    void tellTimes(const models::IncidentSummary &summary, const QList<domain::Alert> &alerts, domain::Moment now);

    std::unique_ptr<Ui::IncidentSummary> m_ui;
    models::TimeText m_times;
};

} // namespace widgets
