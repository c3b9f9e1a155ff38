// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fileimporter.h"

#include "domain/ask.h"

namespace casemate::sync {

FileImporter::FileImporter(QObject *parent)
    : QObject(parent)
    , m_import(new FileImport)
{
    m_thread.setObjectName(QStringLiteral("import"));
    m_import->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_import, &QObject::deleteLater);
    connect(m_import, &FileImport::progressed, this, &FileImporter::progressed);
    m_thread.start();
}

FileImporter::~FileImporter()
{
    m_import->cancel();
    m_thread.quit();
    m_thread.wait();
}

void FileImporter::run(const ImportJob &job, QObject *asker, std::function<void(domain::Result<ImportReport>)> answer)
{
    domain::ask<ImportReport>(m_import, asker, [job](FileImport &import) { return import.run(job); }, std::move(answer));
}

void FileImporter::cancel() { m_import->cancel(); }

} // namespace casemate::sync
