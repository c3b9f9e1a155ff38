// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/fileengine.h"
#include "sync/fileimporter.h"

#include "domain/filetenant.h"
#include "remote/graphdecoder.h"
#include "store/cachereader.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace casemate::sync;

namespace {

constexpr auto tenantId = "11111111-2222-3333-4444-555555555555";

QByteArray incident(const QByteArray &id, const QByteArray &tenant = tenantId)
{
    return R"({"id":")" + id + R"(","tenantId":")" + tenant
        + R"(","displayName":"Incident )" + id + R"(","status":"active","severity":"low","createdDateTime":"2026-02-01T00:00:00Z","lastUpdateDateTime":"2026-02-01T00:00:00Z","mood":"sunny"})";
}

QByteArray alert(const QByteArray &id, const QByteArray &incidentId, const QByteArray &severity = "medium")
{
    return R"({"id":")" + id + R"(","tenantId":")" + tenantId + R"(","incidentId":)" + incidentId
        + R"(,"title":"Alert )" + id + R"(","status":"strange","severity":")" + severity
        + R"(","createdDateTime":"2026-02-01T00:00:00Z","lastUpdateDateTime":"2026-02-01T00:00:00Z",)"
          R"("evidence":[{"@odata.type":"#microsoft.graph.security.starshipEvidence","hull":"NX","verdict":"glowing"}]})";
}

} // namespace

class FileImports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_import = std::make_unique<FileImport>();
    }

    void everythingIsReadAndNothingIsLost();
    void alertsWithoutTheirIncidentGetAStandIn();
    void itemsOfAnotherTenantAreLeftOut();
    void aTenantWithoutANameStaysUnknown();
    void faultsAreNamedAndLeaveNothing_data();
    void faultsAreNamedAndLeaveNothing();
    void cancelledLeavesNothing();
    void theThreadAnswersInTheAskersThread();
    void theEngineRefusesEverything();

private:
    QString file(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder->filePath(name));
        [[maybe_unused]] const bool isOpen = file.open(QIODevice::WriteOnly);
        file.write(content);
        return file.fileName();
    }
    [[nodiscard]] ImportJob job(const QStringList &files) const { return {files, {}, {m_folder->filePath(u"data"_s)}}; }
    [[nodiscard]] QString folderOf(const ImportReport &report) const
    {
        return store::DataPaths {m_folder->filePath(u"data"_s)}.tenantFolder(report.tenant.cloud.name, report.tenant.tenantId, report.tenant.oid);
    }
    [[nodiscard]] QStringList databases() const
    {
        QStringList all;
        const QFileInfoList folders = QDir(m_folder->filePath(u"data/files"_s)).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QFileInfo &folder : folders)
            all += QDir(folder.filePath()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FileImport> m_import;
};

void FileImports::everythingIsReadAndNothingIsLost()
{
    const QString one = file(u"one.json"_s, "{\"value\":[" + incident("29") + "," + incident("30") + "]}");
    const QString two = file(u"two.jsonl"_s, alert("a1", "\"29\"") + "\n" + alert("a2", "\"29\"") + "\n");
    const auto report = m_import->run(job({one, two}));
    QVERIFY2(report, qPrintable(report ? QString() : report.error().code));
    QCOMPARE(report->incidents, 2);
    QCOMPARE(report->alerts, 2);
    QCOMPARE(report->standIns, 0);
    QVERIFY(report->isComplete());
    QCOMPARE(report->tenant.key, u"one"_s);
    QCOMPARE(report->tenant.tenantId, QString::fromLatin1(tenantId));
    QVERIFY(domain::isFileTenant(report->tenant));
    const remote::GraphDecoder decoder(report->tenant.tenantId);
    store::CacheReader reader(folderOf(*report), decoder);
    const auto bytes = reader.receivedBytes({u"29"_s});
    QVERIFY(bytes);
    QCOMPARE(bytes->incident, incident("29"));
    QCOMPARE(bytes->alerts, (QList<QByteArray> {alert("a1", "\"29\""), alert("a2", "\"29\"")}));
    const auto detail = reader.incident({u"29"_s});
    QVERIFY(detail);
    const domain::Alert &first = detail->alerts.constFirst();
    QCOMPARE(first.status.wire, u"strange"_s);
    QCOMPARE(first.evidence.constFirst().type, u"starshipEvidence"_s);
    QCOMPARE(first.evidence.constFirst().verdict.wire, u"glowing"_s);
    QVERIFY(first.evidence.constFirst().json.contains("\"hull\":\"NX\""));
}

void FileImports::alertsWithoutTheirIncidentGetAStandIn()
{
    const QString path = file(u"alerts.json"_s,
                              "[" + alert("a1", "\"31\"") + "," + alert("a2", "\"31\"", "high") + "," + alert("a3", "null") + "," + incident("29") + "]");
    const auto report = m_import->run(job({path}));
    QVERIFY(report);
    QCOMPARE(report->incidents, 1);
    QCOMPARE(report->standIns, 2);
    const remote::GraphDecoder decoder(report->tenant.tenantId);
    store::CacheReader reader(folderOf(*report), decoder);
    QCOMPARE(reader.queue()->size(), 3);
    const auto standIn = reader.incident({u"31"_s});
    QVERIFY(standIn);
    QCOMPARE(standIn->incident.displayName.raw(), u"Alert a2"_s); // the worst one's
    QCOMPARE(standIn->incident.severity.value, domain::Severity::High);
    QCOMPARE(standIn->incident.status.value, domain::IncidentStatus::Other); // nobody told us
    QCOMPARE(standIn->alerts.size(), 2);
    QVERIFY(reader.receivedBytes({u"31"_s})->incident.isEmpty()); // never given out as received
    QCOMPARE(reader.receivedBytes({u"31"_s})->alerts.size(), 2);
    QCOMPARE(reader.incident({u"a3"_s})->alerts.size(), 1);
}

void FileImports::itemsOfAnotherTenantAreLeftOut()
{
    const QString path = file(u"mixed.json"_s, "[" + incident("29") + "," + incident("30", "99999999-2222-3333-4444-555555555555") + "]");
    const auto report = m_import->run(job({path}));
    QVERIFY(report);
    QCOMPARE(report->incidents, 1);
    QCOMPARE(report->leftOut.size(), 1);
    QCOMPARE(report->leftOut.constFirst().id, u"30"_s);
    QCOMPARE(report->leftOut.constFirst().error.code, u"wrongTenant"_s);
    QVERIFY(!report->isComplete());
}

void FileImports::aTenantWithoutANameStaysUnknown()
{
    const QString path = file(u"bare.json"_s, R"({"id":"29","displayName":"x","createdDateTime":"2026-02-01T00:00:00Z"})");
    const auto report = m_import->run(job({path}));
    QVERIFY(report);
    QCOMPARE(report->incidents, 1);
    QCOMPARE(report->tenant.tenantId, u"unknown"_s);
}

void FileImports::faultsAreNamedAndLeaveNothing_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("code");
    const QByteArray aCase = R"({"format":"casemate-case","version":1,"incident":)" + incident("29") + R"(,"alerts":[]})";
    QTest::newRow("not JSON") << "<html>"_ba << u"fileMalformed"_s;
    QTest::newRow("empty") << QByteArray() << u"fileEmpty"_s;
    QTest::newRow("nothing of ours") << R"([{"id":"x"}])"_ba << u"nothingToImport"_s;
    QTest::newRow("two cases") << aCase + "\n" + aCase << u"severalCases"_s;
    QTest::newRow("a newer case") << R"({"format":"casemate-case","version":9})"_ba << u"caseNewer"_s;
    QTest::newRow("a damaged case") << R"({"format":"casemate-case","version":1,"alerts":{}})"_ba << u"caseDamaged"_s;
}

void FileImports::faultsAreNamedAndLeaveNothing()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, code);
    const QString good = file(u"good.json"_s, incident("28"));
    const QString bad = file(u"bad.json"_s, content);
    const bool isAlone = code == u"nothingToImport"_s;
    const auto report = m_import->run(job(isAlone ? QStringList {bad} : QStringList {good, bad}));
    QVERIFY(!report);
    QCOMPARE(report.error().kind, domain::ErrorKind::Refused);
    QCOMPARE(report.error().code, code);
    QVERIFY(report.error().tried.contains(u"bad.json"_s));
    QCOMPARE(databases(), QStringList());
    const auto missing = m_import->run(job({m_folder->filePath(u"missing.json"_s)}));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, u"fileUnreadable"_s);
}

void FileImports::cancelledLeavesNothing()
{
    QByteArray many("[");
    for (int id = 1; id <= 1200; ++id)
        many += (id == 1 ? "" : ",") + incident(QByteArray::number(id));
    const QString path = file(u"many.json"_s, many + "]");
    int told = 0;
    connect(m_import.get(), &FileImport::progressed, this, [&](qint64, qint64 expected) {
        QCOMPARE(expected, 1200);
        ++told;
        m_import->cancel(); // after the first transaction
    });
    const auto report = m_import->run(job({path}));
    QVERIFY(!report);
    QCOMPARE(report.error().kind, domain::ErrorKind::Cancelled);
    QCOMPARE(told, 1);
    QCOMPARE(databases(), QStringList());
}

void FileImports::theThreadAnswersInTheAskersThread()
{
    const QString path = file(u"one.json"_s, incident("29"));
    FileImporter importer;
    std::optional<domain::Result<ImportReport>> answer;
    QThread *answeredIn = nullptr;
    importer.run(job({path}), this, [&](const domain::Result<ImportReport> &report) {
        answer = report;
        answeredIn = QThread::currentThread();
    });
    QVERIFY(!answer);
    QTRY_VERIFY(answer);
    QVERIFY(answer->hasValue());
    QCOMPARE(answeredIn, thread());
}

void FileImports::theEngineRefusesEverything()
{
    domain::Tenant tenant;
    tenant.cloud.name = domain::fileCloud;
    FileEngine engine(tenant);
    QVERIFY(engine.capabilities().readOnly && engine.capabilities().fromFiles && !engine.capabilities().signedIn);
    int refused = 0;
    const auto expectRefusal = [&refused](const auto &result) {
        QVERIFY(!result);
        QCOMPARE(result.error().code, u"fileTenant"_s);
        ++refused;
    };
    engine.pull(true, this, expectRefusal);
    engine.decide({}, this, expectRefusal);
    engine.cancelDecision({}, this, expectRefusal);
    engine.confirmStale({}, this, expectRefusal);
    engine.settle({}, {}, this, expectRefusal);
    engine.signIn(this, expectRefusal);
    engine.signOut(this, expectRefusal);
    engine.readLatestLocations({}, this, expectRefusal);
    QTRY_COMPARE(refused, 8);
}

CASEMATE_TEST(FileImports)
#include "fileimports.moc"
