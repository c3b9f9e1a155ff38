// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tenantspage.h"

#include "ui_tenantspage.h"

#include "celldelegate.h"
#include "style.h"

#include "domain/displaytext.h"
#include "domain/filetenant.h"
#include "models/itemroles.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

enum Column { Name, Cloud, Account };

QStandardItem *cell(const QString &text)
{
    auto *item = new QStandardItem(domain::display(domain::Untrusted(text), 200));
    item->setEditable(false);
    return item;
}

} // namespace

TenantsPage::TenantsPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TenantsPage>())
{
    m_ui->setupUi(this);
    m_model.setHorizontalHeaderLabels({tr("Tenant"), tr("Cloud"), tr("Signed in last")});
    m_ui->rows->setItemDelegate(new CellDelegate(m_ui->rows));
    m_ui->rows->setModel(&m_model);
    m_ui->rows->setSelectionMode(QAbstractItemView::SingleSelection);
    m_ui->rows->setColumns({.widths = {{Name, 30}, {Cloud, 14}, {Account, 26}}, .flexible = Account, .yielding = {Cloud}});
    m_ui->rows->setFrameShape(QFrame::StyledPanel);
    m_ui->layout->setSpacing(space(Space::Medium, this));
    setButtonRole(m_ui->open, ButtonRole::Primary);
    connect(m_ui->rows, &QAbstractItemView::doubleClicked, this, &TenantsPage::choose); // Enter is the default button's
    connect(m_ui->open, &QPushButton::clicked, this, &TenantsPage::choose);
    connect(m_ui->demo, &QPushButton::clicked, this, &TenantsPage::demoRequested);
    connect(m_ui->add, &QPushButton::clicked, this, &TenantsPage::additionRequested);
}

TenantsPage::~TenantsPage() = default;

void TenantsPage::offer(const QList<domain::Tenant> &tenants)
{
    const QString before = currentKey();
    m_model.removeRows(0, m_model.rowCount());
    int current = 0;
    for (const domain::Tenant &tenant : tenants) {
        if (tenant.key == before)
            current = m_model.rowCount();
        QStandardItem *account = cell(tenant.upn);
        if (tenant.upn.isEmpty()) {
            account->setText(domain::isFileTenant(tenant) ? tr("Read from a file") : tr("Nobody yet"));
            account->setData(int(Tone::Muted), models::ToneRole);
        }
        QStandardItem *name = cell(tenant.key);
        name->setData(tenant.key, models::IdRole);
        name->setData(true, models::StrongRole);
        m_model.appendRow({name, cell(tenant.cloud.name), account});
    }
    m_ui->rows->setCurrentIndex(m_model.index(current, 0));
}

void TenantsPage::enter()
{
    m_ui->open->setDefault(true);
    m_ui->rows->setFocus(Qt::OtherFocusReason);
}

QString TenantsPage::currentKey() const
{
    const QModelIndex index = m_ui->rows->currentIndex();
    return index.isValid() ? index.siblingAtColumn(Name).data(models::IdRole).toString() : QString();
}

void TenantsPage::choose()
{
    if (const QString key = currentKey(); !key.isEmpty())
        Q_EMIT chosen(key);
}

} // namespace widgets
