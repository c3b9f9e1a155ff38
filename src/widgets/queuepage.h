// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The queue: every incident, filtered and sorted, and the decisions that are taken from the list. Rows hold still; what
// arrives waits behind a pill. GUI thread.

#include "materials.h"
#include "page.h"

#include <memory>

class QPushButton;
class QToolButton;

namespace Ui {
class QueuePage;
}

namespace widgets {

class DecisionPanels;
class EmptyState;

class QueuePage : public Page
{
    Q_OBJECT
public:
    QueuePage(const Materials &materials, const Commands &commands, QWidget *parent = nullptr);
    ~QueuePage() override;

    [[nodiscard]] CommandSet offers() const override;
    void carryOut(Command command) override;
    void enter() override;
    void setPull(const domain::PullState &state); // for the words where rows would be
    [[nodiscard]] QByteArray layoutState() const override;
    void restoreLayout(const QByteArray &state) override;
    [[nodiscard]] QByteArray place() const override;
    void restorePlace(const QByteArray &place) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpRows();
    void setUpQuickFilters();
    void applyFilter();
    [[nodiscard]] QString quickTerms() const;
    [[nodiscard]] QList<domain::IncidentId> targets() const;
    void updateState();
    [[nodiscard]] bool isFirstPull() const;
    void takeArrivals();
    void updatePill();
    void clearFilters();

    std::unique_ptr<Ui::QueuePage> m_ui;
    Materials m_materials;
    models::QueueModel *m_model;
    domain::PullState m_pull;
    EmptyState *m_empty;
    QPushButton *m_pill;
    DecisionPanels *m_panels;
    QList<QToolButton *> m_statuses;
    QList<QToolButton *> m_severities;
    bool m_touched = false; // a person has begun to work in the list
};

} // namespace widgets
