// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosticsdialog.h"

#include "ui_diagnosticsdialog.h"

#include "findingdelegate.h"
#include "style.h"

#include "domain/clock.h"
#include "models/findingwording.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace widgets {

DiagnosticsDialog::DiagnosticsDialog(std::unique_ptr<domain::Checkup> checkup, models::Redaction redaction, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::DiagnosticsDialog>())
    , m_redaction(std::move(redaction))
    , m_checkup(std::move(checkup))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->summary->setType(Type::Title);
    m_ui->hint->setTone(Tone::Muted);
    m_ui->findings->setItemDelegate(new FindingDelegate(m_ui->findings));
    m_ui->findings->setModel(&m_model);
    setButtonRole(m_ui->again, ButtonRole::Primary);
    connect(m_checkup.get(), &domain::Checkup::progressed, this, &DiagnosticsDialog::takeProgress);
    connect(m_checkup.get(), &domain::Checkup::found, this, [this](const domain::Findings &findings) { m_model.add(findings); });
    connect(m_checkup.get(), &domain::Checkup::ended, this, &DiagnosticsDialog::takeEnd);
    connect(m_ui->again, &QPushButton::clicked, this, &DiagnosticsDialog::check);
    connect(m_ui->cancel, &QPushButton::clicked, this, [this] { m_checkup->cancel(); });
    connect(m_ui->copy, &QPushButton::clicked, this, &DiagnosticsDialog::copyReport);
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::close);
    resize(QSize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 34).boundedTo(screen()->availableSize() * 0.95));
    m_ui->findings->setFocus(Qt::OtherFocusReason);
    showRunning(false);
    m_ui->summary->setText(tr("Nothing has been checked yet."));
}

DiagnosticsDialog::~DiagnosticsDialog() = default;

void DiagnosticsDialog::check()
{
    m_model.clear();
    m_ui->summary->setText(tr("Checking…"));
    m_ui->hint->clear();
    showRunning(true);
    m_checkup->start(m_ui->whole->isChecked() ? domain::CheckDepth::WithDatabases : domain::CheckDepth::Quick);
}

void DiagnosticsDialog::takeProgress(int done, int total)
{
    m_ui->progress->setRange(0, total);
    m_ui->progress->setValue(done);
}

void DiagnosticsDialog::takeEnd(const domain::Findings &findings)
{
    m_model.setFindings(findings);
    m_ui->summary->setText(models::summary(findings));
    m_ui->hint->setText(tr("The copied report names neither people, tenants nor folders."));
    showRunning(false);
    if (m_ui->findings->currentIndex().isValid()) // somebody is reading
        return;
    int first = 0; // the first fault, where there is one
    while (first < m_model.rowCount() && m_model.at(first).finding.state != domain::FindingState::Bad)
        ++first;
    m_ui->findings->setCurrentIndex(m_model.index(first < m_model.rowCount() ? first : 0, 0));
}

void DiagnosticsDialog::copyReport()
{
    QGuiApplication::clipboard()->setText(
        models::reportText(m_model.findings(), m_redaction, models::TimeText(), domain::SystemClock().now()));
    m_ui->hint->setText(tr("The report is in the clipboard."));
}

// The focus must not fall to nobody when the button that had it goes.
void DiagnosticsDialog::showRunning(bool running)
{
    const bool hadFocus = (running ? m_ui->again : m_ui->cancel)->hasFocus();
    m_isRunning = running;
    m_ui->cancel->setVisible(running);
    m_ui->again->setVisible(!running);
    m_ui->progress->setVisible(running);
    m_ui->whole->setEnabled(!running);
    m_ui->copy->setEnabled(!running && m_model.rowCount() > 0);
    if (hadFocus)
        (running ? m_ui->cancel : m_ui->again)->setFocus(Qt::OtherFocusReason);
}

} // namespace widgets
