// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fileopener.h"

#include "casefiling.h"

#include "domain/displaytext.h"
#include "models/filewording.h"

#include <QFileInfo>
#include <QProgressDialog>

using namespace Qt::StringLiterals;

namespace app {

using casemate::sync::FileImporter;
using casemate::sync::ImportReport;
using domain::Result;

namespace {

constexpr int progressAfterMsecs = 500;

QString whatWasRead(const ImportReport &report)
{
    QStringList parts {models::importedSentence(report.incidents, report.alerts, report.standIns)};
    parts.append(models::caseHistorySentence(report.history, report.historyError));
    if (!report.leftOut.isEmpty())
        parts.append(models::leftOutSentence(report.leftOut.constFirst()));
    if (report.leftOut.size() > 1)
        parts.append(FileOpener::tr("%n more items were left out.", nullptr, int(report.leftOut.size() - 1)));
    parts.removeAll(QString());
    return parts.join(u' ');
}

} // namespace

FileOpener::FileOpener(const store::DataPaths &paths, const QString &registryFile, QObject *parent)
    : QObject(parent)
    , m_paths(paths)
    , m_registry(registryFile)
{
}

FileOpener::~FileOpener() = default;

void FileOpener::open(const QStringList &files, QWidget *window)
{
    if (isBusy() || files.isEmpty())
        return;
    if (const Result<domain::Done> prepared = m_paths.prepare(); !prepared) {
        Q_EMIT failed(prepared.error());
        return;
    }
    m_importer = std::make_unique<FileImporter>();
    showProgress(window, files.constFirst());
    m_importer->run({files, {}, m_paths}, this, [this](const Result<ImportReport> &report) { end(report); });
}

void FileOpener::showProgress(QWidget *window, const QString &file)
{
    const QString name = domain::displayPlain(domain::Untrusted(QFileInfo(file).fileName()), 64);
    m_progress = new QProgressDialog(tr("Reading %1").arg(name), tr("Cancel"), 0, 0, window);
    m_progress->setWindowModality(Qt::NonModal); // a modal one runs the event loop in setValue()
    m_progress->setMinimumDuration(progressAfterMsecs);
    m_progress->setAutoReset(false);
    m_progress->setAutoClose(false);
    connect(m_importer.get(), &FileImporter::progressed, m_progress, [this](qint64 done, qint64 expected) {
        m_progress->setMaximum(int(expected));
        m_progress->setValue(int(done));
    });
    connect(m_progress, &QProgressDialog::canceled, m_importer.get(), &FileImporter::cancel);
}

void FileOpener::end(const Result<ImportReport> &report)
{
    delete m_progress;
    m_importer.release()->deleteLater(); // its signal may be what has called us
    if (!report) {
        if (report.error().kind != domain::ErrorKind::Cancelled)
            Q_EMIT failed(report.error());
        return;
    }
    const Result<domain::Tenant> tenant = keepImport(m_registry, m_paths, *report);
    if (tenant)
        Q_EMIT opened(*tenant, whatWasRead(*report), report->isComplete());
    else
        Q_EMIT failed(tenant.error());
}

} // namespace app
