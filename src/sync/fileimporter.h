// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// FileImport with a thread of its own, for whoever must not wait. The destructor cancels and joins. GUI thread.

#include "fileimport.h"

#include <QThread>

#include <functional>

namespace casemate::sync {

class FileImporter final : public QObject
{
    Q_OBJECT
public:
    explicit FileImporter(QObject *parent = nullptr);
    ~FileImporter() override;

    void run(const ImportJob &job, QObject *asker, std::function<void(domain::Result<ImportReport>)> answer); // once
    void cancel(); // the answer is Cancelled, unless it was done

Q_SIGNALS:
    void progressed(qint64 done, qint64 expected);

private:
    QThread m_thread;
    FileImport *m_import; // dies at the end of its thread
};

} // namespace casemate::sync
