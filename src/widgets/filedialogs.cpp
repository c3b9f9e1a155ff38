// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "filedialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("widgets::FileDialogs", text);
}

QFileDialog *dialog(QWidget *parent, const QString &title)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

} // namespace

void askForFiles(QWidget *parent, std::function<void(const QStringList &)> chosen)
{
    QFileDialog *files = dialog(parent, tr("Open incidents, alerts or a case"));
    files->setObjectName(u"openFiles"_s);
    files->setFileMode(QFileDialog::ExistingFiles);
    files->setNameFilters({tr("Graph JSON and case files (*.json *.jsonl *.txt)"), tr("All files (*)")});
    QObject::connect(files, &QFileDialog::filesSelected, parent, [chosen = std::move(chosen)](const QStringList &names) { chosen(names); });
    files->open();
}

void askForCaseFile(QWidget *parent, const domain::IncidentId &incident, std::function<void(const QString &)> chosen)
{
    static const QRegularExpression unsafe(u"[^A-Za-z0-9._-]"_s); // an id is somebody else's text
    QFileDialog *file = dialog(parent, tr("Export the case"));
    file->setObjectName(u"exportCase"_s);
    file->setAcceptMode(QFileDialog::AcceptSave);
    file->setNameFilters({tr("Case files (*.json)")});
    file->setDefaultSuffix(u"json"_s);
    file->selectFile(u"case-%1.json"_s.arg(QString(incident.text).left(64).replace(unsafe, u"_"_s)));
    QObject::connect(file, &QFileDialog::fileSelected, parent, [chosen = std::move(chosen)](const QString &name) { chosen(name); });
    file->open();
}

} // namespace widgets
