// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aboutdialog.h"

#include "ui_aboutdialog.h"

#include "icons.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace widgets {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::AboutDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->title->setType(Type::Title);
    m_ui->version->setTone(Tone::Muted);
    m_ui->version->setText(tr("Version %1, Qt %2").arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())));
    m_ui->symbol->setPixmap(iconPixmap(u"casemate"_s, fontMetrics().height() * 3, devicePixelRatioF(), colours(palette()).accent));
    m_ui->text->setMinimumWidth(fontMetrics().averageCharWidth() * 56);
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::close);
}

AboutDialog::~AboutDialog() = default;

} // namespace widgets
