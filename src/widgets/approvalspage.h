// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What waits for a person, over all incidents, soonest expiry first, with the review beside the list. GUI thread.

#include "materials.h"
#include "page.h"

#include <memory>

namespace Ui {
class ApprovalsPage;
}

namespace widgets {

class EmptyState;
class ReviewPanel;

class ApprovalsPage : public Page
{
    Q_OBJECT
public:
    ApprovalsPage(const Materials &materials, const Commands &commands, QWidget *parent = nullptr);
    ~ApprovalsPage() override;

    [[nodiscard]] CommandSet offers() const override;
    void carryOut(Command command) override;
    void enter() override;
    void setPull(const domain::PullState &state);
    [[nodiscard]] QByteArray layoutState() const override;
    void restoreLayout(const QByteArray &state) override;
    [[nodiscard]] QByteArray place() const override;
    void restorePlace(const QByteArray &place) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpRows();
    void applyFilter();
    void updateState();
    void review(domain::DecisionKind kind);
    void closeReview();
    void readLocations();
    [[nodiscard]] const models::PendingActionRow *current() const;

    std::unique_ptr<Ui::ApprovalsPage> m_ui;
    Materials m_materials;
    models::PendingActionsModel *m_model;
    domain::PullState m_pull;
    EmptyState *m_empty;
    ReviewPanel *m_review;
};

} // namespace widgets
