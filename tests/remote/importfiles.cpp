// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/casefile.h"
#include "remote/graphdecoder.h"
#include "remote/importfile.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace remote;

namespace {

// Spaces, line ends and an odd order, so that no re-encoding gives them back.
const QByteArray incident = "{ \"severity\":\"High\",\n  \"id\" : \"29\", \"displayName\":\"A \\u00e9\", \"status\":\"Active\","
                            "\"createdDateTime\":\"2026-02-01T00:00:00Z\",\"lastUpdateDateTime\":\"2026-02-01T00:00:00Z\", \"mood\": [1.50] }";
const QByteArray alert = "{\"title\":\"T\", \"id\":\"a1\",\t\"incidentId\":\"29\",\"evidence\":[],"
                         "\"createdDateTime\":\"2026-02-01T00:00:00Z\",\"lastUpdateDateTime\":\"2026-02-01T00:00:00Z\"}";

QByteArray withAlerts()
{
    QByteArray text = incident;
    text.chop(1);
    return text + ",\"alerts\": [ " + alert + " ] }";
}

QByteArray inUtf16(const QByteArray &utf8)
{
    QByteArray bytes("\xFF\xFE");
    for (const QChar c : QString::fromUtf8(utf8)) {
        bytes.append(char(c.unicode() & 0xFF));
        bytes.append(char(c.unicode() >> 8));
    }
    return bytes;
}

} // namespace

class ImportFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapes_data();
    void shapes();
    void alertsInsideKnowTheirIncident();
    void whatIsNeitherIsToldApart();
    void brokenFilesSayWhere_data();
    void brokenFilesSayWhere();
    void oldSpellingsAreRead();
    void aCaseComesBackByteByByte();
    void damagedCases_data();
    void damagedCases();
};

void ImportFiles::shapes_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QList<QByteArray>>("incidents");
    QTest::addColumn<int>("alerts");
    const QList<QByteArray> one {incident};
    QTest::newRow("an incident") << incident << one << 0;
    QTest::newRow("an alert") << alert << QList<QByteArray>() << 1;
    QTest::newRow("an incident with its alerts") << withAlerts() << QList<QByteArray> {withAlerts()} << 1;
    QTest::newRow("a page") << R"({"@odata.context":"x","value":[)" + incident + "," + incident + "]}" << one + one << 0;
    QTest::newRow("a page with alerts inside") << "{\"value\":[" + withAlerts() + "]}" << QList<QByteArray> {withAlerts()} << 1;
    QTest::newRow("a page of alerts") << "{\"value\":[" + alert + "," + alert + "]}" << QList<QByteArray>() << 2;
    QTest::newRow("an empty page") << "{\"value\":[]}"_ba << QList<QByteArray>() << 0;
    QTest::newRow("an array") << "[" + incident + ",\n" + alert + "]" << one << 1;
    QTest::newRow("an array of pages") << "[{\"value\":[" + incident + "]},{\"value\":[" + alert + "]}]" << one << 1;
    QTest::newRow("items line by line") << incident + "\n" + alert + "\n" << one << 1;
    QTest::newRow("a byte order mark") << "\xEF\xBB\xBF" + incident << one << 0;
    QTest::newRow("UTF-16") << inUtf16(incident) << one << 0;
}

void ImportFiles::shapes()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QList<QByteArray>, incidents);
    QFETCH(const int, alerts);
    const auto items = readImportFile(content);
    QVERIFY2(items, qPrintable(items ? QString() : items.error().code));
    QCOMPARE(items->incidents, incidents);
    QCOMPARE(items->alerts.size(), alerts);
    for (const ImportedAlert &each : items->alerts)
        QCOMPARE(each.bytes, alert);
    QVERIFY(items->others.isEmpty() && !items->caseFile);
}

void ImportFiles::alertsInsideKnowTheirIncident()
{
    const auto items = readImportFile("[" + withAlerts() + "," + alert + "]");
    QVERIFY(items);
    QCOMPARE(items->alerts.size(), 2);
    QCOMPARE(items->alerts.at(0).inside.text, u"29"_s);
    QVERIFY(items->alerts.at(1).inside.isEmpty());
}

void ImportFiles::whatIsNeitherIsToldApart()
{
    const auto items = readImportFile(R"([{"id":"m","networkMessageId":"x"}, 7, {"error":{"code":"Forbidden"}}, )" + alert + "]");
    QVERIFY(items);
    QCOMPARE(items->alerts.size(), 1);
    QStringList codes;
    for (const domain::PoisonItem &other : items->others)
        codes.append(other.error.code);
    QCOMPARE(codes, (QStringList {u"notAnItem"_s, u"notAnItem"_s, u"errorInAnswer"_s}));
}

void ImportFiles::brokenFilesSayWhere_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("detail");
    QTest::newRow("nothing") << QByteArray() << u"empty"_s << QString();
    QTest::newRow("blanks") << " \n\n"_ba << u"empty"_s << QString();
    QTest::newRow("HTML") << "<html>"_ba << u"malformed"_s << u"line 1"_s;
    QTest::newRow("cut off") << "{\"value\":[\n" + incident.left(40) << u"malformed"_s << u"line 3"_s;
    QTest::newRow("second line") << alert + "\nnonsense" << u"malformed"_s << u"line 2"_s;
    QTest::newRow("not UTF-8") << "{\"id\":\"\xff\"}"_ba << u"malformed"_s << u"line 1"_s;
    QTest::newRow("lists in lists") << "[[[[[[" + alert + "]]]]]]" << u"tooDeep"_s << QString();
}

void ImportFiles::brokenFilesSayWhere()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, code);
    QFETCH(const QString, detail);
    const auto items = readImportFile(content);
    QVERIFY(!items);
    QCOMPARE(items.error().code, code);
    QCOMPARE(items.error().detail, detail);
}

// Resource pages, older samples and exports of other programs: they are read as what they mean.
void ImportFiles::oldSpellingsAreRead()
{
    const QByteArray old = R"({"id":"7","displayName":"","status":"Resolved","severity":"MEDIUM","classification":"TruePositive",)"
                           R"("determination":"compromisedUser","createdDateTime":"2024-02-01T00:00:00Z","summary":null,)"
                           R"("lastUpdateDateTime":"2024-02-01T00:00:00Z","customTags":[],"description":"half \ud83d of a pair \ufffd",)"
                           R"("comments":[{"comment":"c","createdBy":"ada","createdTime":"2024-02-01T00:00:00Z"}]})";
    const auto items = readImportFile(old);
    QVERIFY(items);
    QCOMPARE(items->incidents, QList<QByteArray> {old});
    const auto read = GraphDecoder().incident(items->incidents.constFirst());
    QVERIFY(read);
    QCOMPARE(read->status.value, domain::IncidentStatus::Resolved);
    QCOMPARE(read->severity.value, domain::Severity::Medium);
    QCOMPARE(read->classification.value, domain::Classification::TruePositive);
    QCOMPARE(read->determination.value, domain::Determination::CompromisedAccount);
    QCOMPARE(read->comments.size(), 1);
    QCOMPARE(read->comments.constFirst().author.raw(), u"ada"_s);
    QVERIFY(read->comments.constFirst().created);
    QVERIFY(read->displayName.isEmpty());
    QCOMPARE(read->description.raw(), u"half \uFFFD of a pair \uFFFD"_s);
}

void ImportFiles::aCaseComesBackByteByByte()
{
    const CaseFile written {.program = u"casemate 9"_s,
                            .exported = domain::Moment::parse(u"2026-02-01T00:00:00Z"_s),
                            .tenantId = u"t"_s,
                            .cloud = u"global"_s,
                            .incident = incident,
                            .alerts = {alert, withAlerts()},
                            .facts = {{u"latestLocation/m/ada@contoso.example"_s, u"inbox"_s, u"hunting"_s, domain::Moment::parse(u"2026-02-01T00:00:00Z"_s)},
                                      {u"n"_s, u"v"_s, u"s"_s, std::nullopt}},
                            .history = {{u"decisions"_s, QJsonArray {1}}}};
    const QByteArray text = writeCaseFile(written);
    const auto items = readImportFile(text);
    QVERIFY(items && items->caseFile);
    QVERIFY(items->incidents.isEmpty() && items->alerts.isEmpty() && items->others.isEmpty());
    const auto read = readCaseFile(*items->caseFile);
    QVERIFY(read);
    QCOMPARE(read->program, written.program);
    QCOMPARE(read->exported, written.exported);
    QCOMPARE(read->tenantId, written.tenantId);
    QCOMPARE(read->cloud, written.cloud);
    QCOMPARE(read->incident, written.incident);
    QCOMPARE(read->alerts, written.alerts);
    QCOMPARE(read->facts, written.facts);
    QCOMPARE(read->history, written.history);
    CaseFile alertsOnly;
    alertsOnly.alerts = {alert};
    const auto again = readCaseFile(writeCaseFile(alertsOnly).trimmed());
    QVERIFY(again);
    QVERIFY(again->incident.isEmpty());
    QCOMPARE(again->alerts, alertsOnly.alerts);
}

void ImportFiles::damagedCases_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("detail");
    QTest::newRow("newer") << R"({"format":"casemate-case","version":2,"program":"casemate 5"})"_ba << u"caseNewer"_s << u"casemate 5"_s;
    QTest::newRow("no version") << R"({"format":"casemate-case"})"_ba << u"wrongType"_s << u"version"_s;
    QTest::newRow("alerts are none") << R"({"format":"casemate-case","version":1,"alerts":7})"_ba << u"wrongType"_s << u"alerts"_s;
    QTest::newRow("a fact is none") << R"({"format":"casemate-case","version":1,"facts":[{"value":"x"}]})"_ba << u"wrongType"_s << u"facts"_s;
}

void ImportFiles::damagedCases()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, code);
    QFETCH(const QString, detail);
    const auto read = readCaseFile(content);
    QVERIFY(!read);
    QCOMPARE(read.error().code, code);
    QCOMPARE(read.error().detail, detail);
}

CASEMATE_TEST(ImportFiles)
#include "importfiles.moc"
