// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The head of the incident page: which one, how bad, how far, and what can be done with it. GUI thread.

#include "bar.h"
#include "commands.h"

#include "models/incidentmodel.h"

#include <memory>

namespace Ui {
class IncidentHead;
}

namespace widgets {

class IncidentHead : public Bar
{
    Q_OBJECT
public:
    explicit IncidentHead(QWidget *parent = nullptr);
    ~IncidentHead() override;

    void setCommands(const Commands &commands);
    void setSummary(const models::IncidentSummary &summary);

private:
    std::unique_ptr<Ui::IncidentHead> m_ui;
};

} // namespace widgets
