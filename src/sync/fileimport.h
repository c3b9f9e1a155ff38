// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads files of Graph's JSON and case files into the cache of a new file tenant. All files are read before anything is
// written; what cannot be read of them as a whole stops the import, a single unreadable item is left out and told. When
// the import fails or is cancelled, nothing of it stays. Lives in the import thread; see fileimporter.h.

#include "remote/casefile.h"
#include "remote/importfile.h"
#include "store/cachewriter.h"
#include "store/datapaths.h"
#include "store/ledgerreader.h"

#include "domain/tenant.h"

#include <QObject>
#include <QSet>
#include <QStringList>

#include <atomic>

namespace casemate::sync {

struct ImportJob {
    QStringList files; // absolute, or relative to the working folder
    QString name; // what to call the tenant; empty: after the first file
    store::DataPaths paths;
};

struct ImportReport {
    domain::Tenant tenant; // not in the registry yet
    qint64 incidents = 0;
    qint64 alerts = 0;
    qint64 standIns = 0; // incidents made for alerts that came without one; not counted above
    QList<domain::PoisonItem> leftOut;
    std::optional<store::ChainReport> history; // of a case file that had one
    std::optional<domain::Error> historyError; // it had one that cannot be kept

    [[nodiscard]] bool isComplete() const { return leftOut.isEmpty() && !historyError && !(history && history->firstBad); }
};

class FileImport final : public QObject
{
    Q_OBJECT
public:
    // Error{Refused} "fileUnreadable", "fileTooLarge", "fileEmpty", "fileMalformed", "caseNewer", "caseDamaged",
    // "severalCases", "nothingToImport", with the file's name in `tried`; Cancelled; what CacheWriter says.
    [[nodiscard]] domain::Result<ImportReport> run(const ImportJob &job);

    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); } // any thread

Q_SIGNALS:
    void progressed(qint64 done, qint64 expected); // items

private:
    struct Sources {
        QList<QByteArray> incidents;
        QList<remote::ImportedAlert> alerts;
        QList<domain::PoisonItem> others;
        std::optional<remote::CaseFile> caseFile;
    };

    [[nodiscard]] domain::Result<Sources> readAll(const QStringList &files);
    [[nodiscard]] domain::Result<domain::Done> readOne(const QString &file, Sources &sources);
    [[nodiscard]] domain::Result<domain::Done> fill(const Sources &sources, const QString &folder, ImportReport &report);
    [[nodiscard]] domain::Result<domain::Done> fillAlerts(const Sources &sources, const domain::Decoder &decoder,
                                                          store::CacheWriter &writer, const QSet<domain::IncidentId> &known,
                                                          ImportReport &report);
    void keepHistory(const QJsonObject &history, const QString &folder, ImportReport &report);
    [[nodiscard]] bool isCancelled() const { return m_cancelled.load(std::memory_order_relaxed); }

    std::atomic<bool> m_cancelled = false;
};

} // namespace casemate::sync
