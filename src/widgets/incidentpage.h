// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One incident: what it is, its evidence and what can be done about it, its alerts, comments and own decisions. Shows what
// IncidentModel has read; the queue tells which incident is next. GUI thread.

#include "materials.h"
#include "page.h"

#include <memory>

class QAbstractItemView;

namespace Ui {
class IncidentPage;
}

namespace widgets {

class ActivityModel;
class DecisionPanels;
class EmptyState;
class ReviewPanel;
struct Subject;

class IncidentPage : public Page
{
    Q_OBJECT
public:
    IncidentPage(const Materials &materials, const Commands &commands, QWidget *parent = nullptr);
    ~IncidentPage() override;

    [[nodiscard]] CommandSet offers() const override;
    void carryOut(Command command) override;
    void enter() override;
    void open(const domain::IncidentId &incident);
    void setPull(const domain::PullState &state);
    [[nodiscard]] QByteArray layoutState() const override;
    void restoreLayout(const QByteArray &state) override;
    [[nodiscard]] QByteArray place() const override;
    void restorePlace(const QByteArray &place) override;

Q_SIGNALS:
    void leaveRequested(); // back to where the person came from

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpEvidence();
    void setUpAlerts();
    void setUpComments();
    void takeSummary();
    void takeFailure(const domain::Error &error);
    void updateTabs();
    void updateViewers();
    void step(int rows); // to a neighbour in the queue
    [[nodiscard]] int neighbour(int rows) const; // its row in the queue, or -1
    void review(domain::DecisionKind kind);
    void closeReview();
    void postComment(const QString &text);
    void decideOnAction(Command command);
    [[nodiscard]] std::optional<domain::PendingAction> actionAtHand() const;
    [[nodiscard]] QAbstractItemView *listAtHand() const;
    [[nodiscard]] Subject subject() const;

    std::unique_ptr<Ui::IncidentPage> m_ui;
    Materials m_materials;
    models::IncidentModel *m_model;
    models::QueueModel *m_queue;
    ActivityModel *m_activity;
    EmptyState *m_empty;
    DecisionPanels *m_panels;
    ReviewPanel *m_review;
};

} // namespace widgets
