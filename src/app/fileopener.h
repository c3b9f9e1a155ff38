// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Opens files for a window: imports them beside it, with progress and cancel when it takes longer than a moment, and puts
// the new tenant on the list. One import at a time. Main thread.

#include "tenantregistry.h"

#include "store/datapaths.h"
#include "sync/fileimporter.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QProgressDialog;
class QWidget;

namespace app {

class FileOpener final : public QObject
{
    Q_OBJECT
public:
    FileOpener(const store::DataPaths &paths, const QString &registryFile, QObject *parent = nullptr);
    ~FileOpener() override;

    void open(const QStringList &files, QWidget *window);
    [[nodiscard]] bool isBusy() const { return m_importer != nullptr; }

Q_SIGNALS:
    // `told`: what was read and what was left out; `complete`: nothing was left out.
    void opened(const domain::Tenant &tenant, const QString &told, bool complete);
    void failed(const domain::Error &error); // not when the person cancelled

private:
    void showProgress(QWidget *window, const QString &file);
    void end(const domain::Result<casemate::sync::ImportReport> &report);

    store::DataPaths m_paths;
    TenantRegistry m_registry;
    std::unique_ptr<casemate::sync::FileImporter> m_importer;
    QPointer<QProgressDialog> m_progress;
};

} // namespace app
