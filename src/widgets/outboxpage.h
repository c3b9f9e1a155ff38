// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Decisions on their way: where each stands in words, why, what comes next, and what a person can still do about it: take it
// back, send it now, confirm it again when the facts changed, settle it when only a person can tell. GUI thread.

#include "materials.h"
#include "page.h"

#include <memory>

namespace Ui {
class OutboxPage;
}

namespace widgets {

class ConfirmPanel;
class EmptyState;

class OutboxPage : public Page
{
    Q_OBJECT
public:
    OutboxPage(const Materials &materials, const Commands &commands, QWidget *parent = nullptr);
    ~OutboxPage() override;

    [[nodiscard]] CommandSet offers() const override;
    void carryOut(Command command) override;
    void enter() override;
    [[nodiscard]] QByteArray layoutState() const override;
    void restoreLayout(const QByteArray &state) override;
    [[nodiscard]] QByteArray place() const override;
    void restorePlace(const QByteArray &place) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpRows();
    void updateState();
    void showDetail();
    void showFacts(const domain::Decision &decision);
    void askAgain(const domain::Decision &decision);
    void askSettle(const domain::Decision &decision);
    void takeConfirmation(const QString &note);
    void tellResult(const domain::Result<domain::Done> &result, const QString &done);
    [[nodiscard]] const domain::Decision *current() const;

    std::unique_ptr<Ui::OutboxPage> m_ui;
    Materials m_materials;
    models::OutboxModel *m_model;
    models::TimeText m_times;
    EmptyState *m_empty;
    ConfirmPanel *m_confirm;
    domain::DecisionId m_asked; // whom the open panel is about
};

} // namespace widgets
