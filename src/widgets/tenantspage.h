// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which of several tenants: a list for the arrow keys, Enter opens. GUI thread.

#include "domain/tenant.h"

#include <QStandardItemModel>
#include <QWidget>

#include <memory>

namespace Ui {
class TenantsPage;
}

namespace widgets {

class TenantsPage : public QWidget
{
    Q_OBJECT
public:
    explicit TenantsPage(QWidget *parent = nullptr);
    ~TenantsPage() override;

    void offer(const QList<domain::Tenant> &tenants); // the current one stays the current one
    void enter();

Q_SIGNALS:
    void chosen(const QString &key);
    void demoRequested();
    void additionRequested();

private:
    void choose();
    [[nodiscard]] QString currentKey() const;

    std::unique_ptr<Ui::TenantsPage> m_ui;
    QStandardItemModel m_model;
};

} // namespace widgets
