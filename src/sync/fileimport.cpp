// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fileimport.h"

#include "standin.h"

#include "domain/filetenant.h"
#include "remote/graphdecoder.h"
#include "store/caseledger.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace casemate::sync {

using domain::Done;
using domain::ErrorKind;
using domain::Result;

namespace {

constexpr qint64 largestFile = 512LL * 1024 * 1024;
constexpr qsizetype itemsPerTransaction = 500;
constexpr QLatin1StringView nobodysTenant {"unknown"}; // no item says whose it is

QString triedToImport(const QString &file)
{
    return u"import %1"_s.arg(QFileInfo(file).fileName());
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return domain::refusal(u"fileUnreadable"_s, {}, file.errorString());
    if (file.size() > largestFile)
        return domain::refusal(u"fileTooLarge"_s, {});
    QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return domain::refusal(u"fileUnreadable"_s, {}, file.errorString());
    return content;
}

// The codecs speak of answers; here it is a person's file.
domain::Error inFile(const QString &file, const domain::Error &error)
{
    const QString tried = triedToImport(file);
    if (error.code == "caseNewer"_L1)
        return domain::refusal(error.code, tried, error.detail);
    if (error.kind != ErrorKind::NotGraph)
        return {.kind = error.kind, .tried = tried, .code = error.code, .detail = error.detail};
    if (error.code == "empty"_L1)
        return domain::refusal(u"fileEmpty"_s, tried);
    if (error.code == "severalCases"_L1)
        return domain::refusal(error.code, tried);
    if (error.code == "wrongType"_L1)
        return domain::refusal(u"caseDamaged"_s, tried, error.detail);
    return domain::refusal(u"fileMalformed"_s, tried, error.detail.isEmpty() ? error.code : error.detail);
}

// The tenant of the first item that names one.
QString tenantOf(const QList<QByteArray> &incidents, const QList<remote::ImportedAlert> &alerts)
{
    const remote::GraphDecoder decoder;
    for (const QByteArray &item : incidents) {
        const auto incident = decoder.incident(item);
        if (incident && !incident->tenantId.isEmpty())
            return incident->tenantId;
    }
    for (const remote::ImportedAlert &item : alerts) {
        const auto alert = decoder.alert(item.bytes);
        if (alert && !alert->tenantId.isEmpty())
            return alert->tenantId;
    }
    return nobodysTenant;
}

QString nameOf(const ImportJob &job)
{
    return job.name.isEmpty() ? QFileInfo(job.files.constFirst()).completeBaseName() : job.name;
}

} // namespace

Result<ImportReport> FileImport::run(const ImportJob &job)
{
    const QString tried = triedToImport(job.files.constFirst());
    const Result<Sources> sources = readAll(job.files);
    if (!sources)
        return sources.error();
    if (sources->incidents.isEmpty() && sources->alerts.isEmpty())
        return domain::refusal(u"nothingToImport"_s, tried);
    ImportReport report;
    report.tenant.key = nameOf(job);
    report.tenant.cloud.name = domain::fileCloud;
    report.tenant.oid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    report.tenant.tenantId = sources->caseFile && !sources->caseFile->tenantId.isEmpty()
        ? sources->caseFile->tenantId
        : tenantOf(sources->incidents, sources->alerts);
    const Result<QString> folder = job.paths.prepareTenant(report.tenant.cloud.name, report.tenant.tenantId, report.tenant.oid);
    if (!folder)
        return folder.error();
    Result<Done> filled = fill(*sources, *folder, report);
    if (filled && isCancelled())
        filled = domain::error(ErrorKind::Cancelled, tried);
    if (filled)
        return report;
    QDir(*folder).removeRecursively();
    return filled.error();
}

Result<FileImport::Sources> FileImport::readAll(const QStringList &files)
{
    Sources sources;
    for (const QString &file : files) {
        if (const Result<Done> read = readOne(file, sources); !read)
            return inFile(file, read.error());
        if (isCancelled())
            return domain::error(ErrorKind::Cancelled, triedToImport(file));
    }
    return sources;
}

Result<Done> FileImport::readOne(const QString &file, Sources &sources)
{
    const Result<QByteArray> content = contentOf(file);
    if (!content)
        return content.error();
    const Result<remote::ImportedItems> items = remote::readImportFile(*content);
    if (!items)
        return items.error();
    sources.incidents += items->incidents;
    sources.alerts += items->alerts;
    sources.others += items->others;
    if (!items->caseFile)
        return Done {};
    if (sources.caseFile)
        return domain::refusal(u"severalCases"_s, {});
    Result<remote::CaseFile> caseFile = remote::readCaseFile(*items->caseFile);
    if (!caseFile)
        return caseFile.error();
    if (!caseFile->incident.isEmpty())
        sources.incidents.append(caseFile->incident);
    for (const QByteArray &alert : std::as_const(caseFile->alerts))
        sources.alerts.append({alert, {}});
    sources.caseFile = std::move(*caseFile);
    return Done {};
}

Result<Done> FileImport::fill(const Sources &sources, const QString &folder, ImportReport &report)
{
    const remote::GraphDecoder decoder(report.tenant.tenantId == nobodysTenant ? QString() : report.tenant.tenantId);
    const Result<std::unique_ptr<store::CacheWriter>> writer = store::CacheWriter::open(folder, decoder);
    if (!writer)
        return writer.error();
    report.leftOut = sources.others;
    QSet<domain::IncidentId> known;
    for (qsizetype from = 0; from < sources.incidents.size() && !isCancelled(); from += itemsPerTransaction) {
        remote::DecodedIncidents decoded = remote::decodeIncidents(sources.incidents.mid(from, itemsPerTransaction), decoder);
        for (const auto &incident : std::as_const(decoded.received))
            known.insert(incident.value.id);
        report.leftOut += decoded.poison;
        const auto applied = (*writer)->apply(
            {.feed = store::Feed::Incidents, .incidents = std::move(decoded.received), .poison = std::move(decoded.poison)});
        if (!applied)
            return applied.error();
        Q_EMIT progressed(from, sources.incidents.size() + sources.alerts.size());
    }
    report.incidents = known.size();
    if (const Result<Done> filled = fillAlerts(sources, decoder, **writer, known, report); !filled)
        return filled;
    if (!sources.caseFile)
        return Done {};
    if (const auto kept = (*writer)->applyFacts(sources.caseFile->facts); !kept)
        return kept.error();
    keepHistory(sources.caseFile->history, folder, report);
    return Done {};
}

Result<Done> FileImport::fillAlerts(const Sources &sources, const domain::Decoder &decoder, store::CacheWriter &writer,
                                    const QSet<domain::IncidentId> &known, ImportReport &report)
{
    QSet<domain::AlertId> alerts;
    QSet<domain::IncidentId> standing = known;
    for (qsizetype from = 0; from < sources.alerts.size() && !isCancelled(); from += itemsPerTransaction) {
        store::Batch batch {.feed = store::Feed::Alerts};
        const QList<remote::ImportedAlert> some = sources.alerts.mid(from, itemsPerTransaction);
        for (const remote::ImportedAlert &item : some) {
            const remote::DecodedAlerts decoded = remote::decodeAlerts({item.bytes}, decoder);
            batch.poison += decoded.poison;
            for (domain::Received<domain::Alert> alert : decoded.received) {
                if (alert.value.incident.isEmpty())
                    alert.value.incident = item.inside.isEmpty() ? incidentOf(alert.value) : item.inside;
                alerts.insert(alert.value.id);
                batch.alerts.append(std::move(alert));
            }
        }
        batch.incidents = standIns(batch.alerts, standing, decoder);
        for (const auto &made : std::as_const(batch.incidents))
            standing.insert(made.value.id);
        report.leftOut += batch.poison;
        if (const auto applied = writer.apply(batch); !applied)
            return applied.error();
        Q_EMIT progressed(sources.incidents.size() + from, sources.incidents.size() + sources.alerts.size());
    }
    report.alerts = alerts.size();
    report.standIns = standing.size() - known.size();
    return Done {};
}

// A history that cannot be kept or does not hold takes nothing away from the incident; it is told.
void FileImport::keepHistory(const QJsonObject &history, const QString &folder, ImportReport &report)
{
    if (history.isEmpty())
        return;
    if (const Result<Done> kept = store::writeCaseLedger(folder, history); !kept) {
        report.historyError = kept.error();
        return;
    }
    const Result<store::ChainReport> chain = store::LedgerReader(folder).verifyChain();
    if (chain)
        report.history = *chain;
    else
        report.historyError = chain.error();
}

} // namespace casemate::sync
