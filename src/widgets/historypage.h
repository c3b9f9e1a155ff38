// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What was decided, sent, answered and proved, newest first. A plain text narrows it down. GUI thread.

#include "materials.h"
#include "page.h"

#include <memory>

class QSortFilterProxyModel;

namespace Ui {
class HistoryPage;
}

namespace widgets {

class EmptyState;

class HistoryPage : public Page
{
    Q_OBJECT
public:
    HistoryPage(const Materials &materials, const Commands &commands, QWidget *parent = nullptr);
    ~HistoryPage() override;

    [[nodiscard]] CommandSet offers() const override;
    void carryOut(Command command) override;
    void enter() override;
    [[nodiscard]] QByteArray layoutState() const override;
    void restoreLayout(const QByteArray &state) override;
    [[nodiscard]] QByteArray place() const override;
    void restorePlace(const QByteArray &place) override;

private:
    void setUpRows();
    void updateState();
    [[nodiscard]] domain::IncidentId current() const;

    std::unique_ptr<Ui::HistoryPage> m_ui;
    models::HistoryModel *m_model;
    QSortFilterProxyModel *m_found; // the list is capped, hence short enough for a proxy
    EmptyState *m_empty;
};

} // namespace widgets
