// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tenantform.h"

#include "ui_tenantform.h"

#include "style.h"
#include "theme.h"

#include "domain/displaytext.h"
#include "models/wording.h"

#include <QAccessible>
#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

// The step that goes with an error is about command lines and data folders; here it is to write something else.
QString withoutStep(const domain::Error &error)
{
    QString text = models::sentence(error);
    const QString step = models::nextStep(error);
    if (!step.isEmpty() && text.endsWith(step))
        text.chop(step.size());
    return text.trimmed();
}

QString safe(const QString &text) { return domain::displayPlain(domain::Untrusted(text), 60); }

} // namespace

TenantForm::TenantForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TenantForm>())
{
    m_ui->setupUi(this);
    m_ui->fields->setHorizontalSpacing(space(Space::Medium, this));
    m_ui->fields->setVerticalSpacing(space(Space::Small, this));
    m_ui->fields->setColumnStretch(1, 1);
    m_ui->layout->setSpacing(space(Space::Medium, this));
    m_ui->fault->setTone(Tone::Bad);
    m_ui->fault->hide();
    setButtonRole(m_ui->add, ButtonRole::Primary);
    connect(m_ui->cloud, &QComboBox::currentIndexChanged, this, &TenantForm::updateFields);
    connect(m_ui->choose, &QPushButton::clicked, this, &TenantForm::chooseFile);
    connect(m_ui->add, &QPushButton::clicked, this, &TenantForm::describe);
    connect(m_ui->back, &QPushButton::clicked, this, &TenantForm::left);
    for (QLineEdit *field : {m_ui->file, m_ui->tenantId, m_ui->clientId, m_ui->name})
        connect(field, &QLineEdit::textEdited, m_ui->fault, &QWidget::hide);
    connect(m_ui->cloud, &QComboBox::currentIndexChanged, m_ui->fault, &QWidget::hide);
    updateFields();
}

TenantForm::~TenantForm() = default;

void TenantForm::offerClouds(const QList<domain::Cloud> &clouds)
{
    m_ui->cloud->clear();
    for (const domain::Cloud &cloud : clouds)
        m_ui->cloud->addItem(tr("%1 (%2)", "a cloud's name and the host of its sign-in page").arg(safe(cloud.name), safe(cloud.login.host())),
                             cloud.name);
    m_ui->cloud->addItem(tr("From a cloud file"));
    updateFields();
}

void TenantForm::clear()
{
    for (QLineEdit *field : {m_ui->file, m_ui->tenantId, m_ui->clientId, m_ui->name})
        field->clear();
    m_ui->cloud->setCurrentIndex(0);
    m_ui->fault->hide();
}

void TenantForm::enter()
{
    m_ui->add->setDefault(true);
    m_ui->cloud->setFocus(Qt::OtherFocusReason);
}

bool TenantForm::isByFile() const { return !m_ui->cloud->currentData().isValid(); }

void TenantForm::updateFields()
{
    for (QWidget *part : {static_cast<QWidget *>(m_ui->fileLabel), static_cast<QWidget *>(m_ui->file), static_cast<QWidget *>(m_ui->choose)})
        part->setVisible(isByFile());
    const QString fromFile = isByFile() ? tr("Empty: as the cloud file says") : QString();
    m_ui->tenantId->setPlaceholderText(isByFile() ? fromFile : tr("…, or a domain such as contoso.onmicrosoft.com", "example of a directory id or domain"));
    m_ui->clientId->setPlaceholderText(isByFile() ? fromFile : tr("Of the app registration: 00000000-0000-…"));
}

void TenantForm::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a cloud file"), {}, tr("Cloud files (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_ui->file, &QLineEdit::setText);
    dialog->open();
}

void TenantForm::describe()
{
    Q_EMIT described({.cloud = isByFile() ? m_ui->file->text() : m_ui->cloud->currentData().toString(),
                      .tenantId = m_ui->tenantId->text(),
                      .clientId = m_ui->clientId->text(),
                      .name = m_ui->name->text()});
}

void TenantForm::refuse(const domain::Error &error)
{
    const QString &what = error.code;
    QString text;
    QWidget *field = nullptr;
    if (what == "cloud"_L1) {
        field = m_ui->file;
        text = tr("Choose the cloud file.");
    } else if (what == "cloudFile"_L1) {
        field = m_ui->file;
        text = withoutStep(error);
    } else if (what == "tenantId"_L1) {
        field = m_ui->tenantId;
        text = tr("Write the directory (tenant) ID, or a domain of the organisation: letters, digits, dots and hyphens.");
    } else if (what == "clientId"_L1) {
        field = m_ui->clientId;
        text = tr("Write the application (client) ID of the app registration: letters, digits and hyphens.");
    } else if (what == "name"_L1) {
        field = m_ui->name;
        text = tr("A name holds no slash.");
    } else {
        text = models::sentence(error);
    }
    m_ui->fault->setText(text);
    m_ui->fault->show();
    if (field)
        field->setFocus(Qt::OtherFocusReason);
    QAccessibleEvent alert(m_ui->fault, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace widgets
