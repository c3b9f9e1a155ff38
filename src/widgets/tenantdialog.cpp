// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tenantdialog.h"

#include "ui_tenantdialog.h"

#include "domain/displaytext.h"
#include "models/wording.h"

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

QString safe(const QString &text) { return domain::display(domain::Untrusted(text), 200); }

} // namespace

TenantDialog::TenantDialog(const Materials &materials, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::TenantDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->title->setType(Type::Title);
    m_ui->title->setText(safe(materials.tenant.key));
    m_ui->facts->setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    for (const auto &[key, title] : {std::pair {u"id"_s, tr("Tenant")}, {u"cloud"_s, tr("Cloud")}, {u"account"_s, tr("Account")},
                                     {u"session"_s, tr("Session")}, {u"scopes"_s, tr("Permissions")}, {u"mail"_s, tr("Mail actions")},
                                     {u"data"_s, tr("Data")}, {u"budget"_s, tr("Budget")}})
        m_ui->facts->addFact(key, title);
    const domain::Capabilities capabilities = materials.engine.capabilities();
    const domain::Moment now = materials.clock.now();
    m_ui->facts->tell(u"id"_s, safe(materials.tenant.tenantId));
    m_ui->facts->tell(u"cloud"_s, materials.tenant.cloud.demo ? tr("%1 (demo)").arg(safe(materials.tenant.cloud.name)) : safe(materials.tenant.cloud.name));
    m_ui->facts->tell(u"account"_s, safe(capabilities.upn));
    m_ui->facts->tell(u"session"_s, models::sessionSentence(capabilities));
    m_ui->facts->tell(u"scopes"_s, safe(capabilities.scopes.join(u", "_s)));
    m_ui->facts->tell(u"mail"_s, capabilities.hasApplicationCredential ? tr("Carried out here, with the application credential")
                                                                       : tr("Carried out in the portal, confirmed here"));
    m_ui->facts->tell(u"data"_s, models::sentence(materials.engine.pullState(), models::TimeText(), now));
    m_ui->facts->tell(u"budget"_s, models::sentence(materials.engine.budget(), now));
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::close);
    // The size hint knows nothing of lines that break.
    const QSize hint = sizeHint();
    resize(hint.width(), qMax(hint.height(), heightForWidth(hint.width())));
}

TenantDialog::~TenantDialog() = default;

} // namespace widgets
