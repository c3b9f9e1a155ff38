// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Describes a tenant that is to be added. What is written is checked by whoever takes it, who answers with refuse() when
// it will not do. GUI thread.

#include "domain/error.h"
#include "domain/tenant.h"
#include "domain/tenantwish.h"

#include <QWidget>

#include <memory>

namespace Ui {
class TenantForm;
}

namespace widgets {

class TenantForm : public QWidget
{
    Q_OBJECT
public:
    explicit TenantForm(QWidget *parent = nullptr);
    ~TenantForm() override;

    void offerClouds(const QList<domain::Cloud> &clouds);
    void enter(); // as it was left
    void clear();
    // The error's code may name the field: "cloudFile", "tenantId", "clientId", "name".
    void refuse(const domain::Error &error);

Q_SIGNALS:
    void described(const domain::TenantWish &wish);
    void left();

private:
    [[nodiscard]] bool isByFile() const;
    void describe();
    void chooseFile();
    void updateFields();

    std::unique_ptr<Ui::TenantForm> m_ui;
};

} // namespace widgets
