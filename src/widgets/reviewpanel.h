// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The last look before a pending action is approved, rejected or marked as handled: what exactly, on how many mails in which
// mailboxes, from what facts and how old they are, and whether it can be undone. The decision is prepared by the desk, and
// what is confirmed is what was shown. The confirming button needs half a second in view and a fresh press, is never the
// default, and says why when it cannot be pressed. GUI thread.

#include "materials.h"
#include "page.h"
#include "panel.h"

#include <memory>

class QAbstractButton;

namespace Ui {
class ReviewPanel;
}

namespace widgets {

class ReviewPanel : public Panel
{
    Q_OBJECT
public:
    explicit ReviewPanel(const Materials &materials, QWidget *parent = nullptr);
    ~ReviewPanel() override;

    // `kind`: approve, reject or mark handled. `incident`: its name, raw.
    void review(domain::DecisionKind kind, const domain::PendingAction &action, const domain::Untrusted &incident);
    void refresh(const domain::PendingAction &action); // the same action as it is known now; anything else is ignored
    void setPull(const domain::PullState &state); // how old the data is, and whether it can be sent now
    void focusFirst() override; // on Cancel
    [[nodiscard]] bool isArmed() const { return m_armed; }
    [[nodiscard]] domain::DecisionKind kind() const { return m_kind; }
    [[nodiscard]] const domain::PendingActionId &action() const { return m_action.id; }

Q_SIGNALS:
    void told(const widgets::Message &message);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void prepare();
    void takePrepared(const domain::Result<domain::Decision> &prepared);
    void showAction();
    void showTargets();
    void showConsequence();
    void arm();
    void disarm();
    void updateConfirm();
    void confirm();
    void readLocation();
    [[nodiscard]] domain::MailAction chosenMailAction() const;
    [[nodiscard]] bool isMail() const;

    std::unique_ptr<Ui::ReviewPanel> m_ui;
    Materials m_materials;
    models::TimeText m_times;
    domain::DecisionKind m_kind = domain::DecisionKind::ApproveAction;
    domain::PendingAction m_action;
    domain::Untrusted m_incident;
    domain::PullState m_pull;
    std::optional<domain::Decision> m_prepared; // what a confirmation takes
    std::optional<domain::Error> m_objection; // why nothing was prepared
    QList<std::pair<domain::MailAction, QAbstractButton *>> m_choices;
    bool m_armed = false;
    int m_turn = 0; // which showing a running timer or question belongs to
};

} // namespace widgets
