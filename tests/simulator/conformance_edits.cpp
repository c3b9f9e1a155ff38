// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "tenantdriver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

namespace {

const QString incidents = u"/security/incidents/"_s;
const QString alerts = u"/security/alerts_v2/"_s;

const QString unknownProperty = u"read-only or does not exist"_s;

QString stampOf(const QJsonObject &item)
{
    return item[u"lastUpdateDateTime"].toString();
}

} // namespace

// Edits, comments, merging and moving: what is taken, what is refused and in which words, and what follows from it, under
// each setting of the switches that concern them.
class ConformanceEdits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatCannotBeSetIsRefused_data();
    void whatCannotBeSetIsRefused();
    void switchesDecideWhatIsTaken_data();
    void switchesDecideWhatIsTaken();
    void everyEditMovesTheStamp();
    void theStampMayMoveOnceMore();
    void editsReachTheAlerts_data();
    void editsReachTheAlerts();
    void anAlertsEditConcernsItself_data();
    void anAlertsEditConcernsItself();
    void aCommentAnswersWithAll();
    void aWrongCommentIsRefused_data();
    void aWrongCommentIsRefused();
    void mergedIncidentsLeadToTheTarget();
    void whatCannotBeMergedIsRefused_data();
    void whatCannotBeMergedIsRefused();
    void theLastAlertLeavesAnIncident_data();
    void theLastAlertLeavesAnIncident();
    void movingToNobodyMakesAnIncident();
    void whatCannotBeMovedIsRefused_data();
    void whatCannotBeMovedIsRefused();
    void noValueHasItsManners_data();
    void noValueHasItsManners();

private:
    void start(const TenantDriver::Switches &switches = {});

    std::unique_ptr<TenantDriver> m_driver;
    QJsonObject m_incident; // open, with alerts, of nobody
};

void ConformanceEdits::init()
{
    start();
}

void ConformanceEdits::start(const TenantDriver::Switches &switches)
{
    m_driver = std::make_unique<TenantDriver>(40, switches);
    m_incident = {};
    const QJsonArray all = m_driver->get(u"/security/incidents?$expand=alerts"_s).value();
    for (const QJsonValue &item : all) {
        const bool isOpen = item[u"status"].toString().compare("active"_L1, Qt::CaseInsensitive) == 0;
        const bool isFree = item[u"assignedTo"].toString().isEmpty();
        if (m_incident.isEmpty() && isOpen && isFree && item[u"alerts"].toArray().size() > 1)
            m_incident = item.toObject();
    }
    QVERIFY(!m_incident.isEmpty());
}

void ConformanceEdits::whatCannotBeSetIsRefused_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("words");
    const auto row = [](const QString &kind, const QString &name, const QJsonValue &value, const QString &words) {
        QTest::addRow("%s %s", qPrintable(kind), qPrintable(name + u' ' + value.toVariant().toString()))
            << kind << QJsonObject {{name, value}} << words;
    };
    for (const QString &kind : {incidents, alerts}) {
        for (const QString &name : {u"id"_s, u"comments"_s, u"createdDateTime"_s, u"lastUpdateDateTime"_s, u"tenantId"_s, u"colour"_s})
            row(kind, name, u"x"_s, unknownProperty);
        row(kind, u"classification"_s, u"guilty"_s, u"Invalid value for property 'classification': 'guilty'"_s);
        row(kind, u"determination"_s, u"clean"_s, u"Invalid value for property 'determination'"_s); // the older spelling
        row(kind, u"status"_s, u"closed"_s, u"Invalid value for property 'status'"_s);
        row(kind, u"status"_s, QJsonValue::Null, u"Invalid value for property 'status'"_s);
        row(kind, u"assignedTo"_s, 7, u"must be a string"_s);
    }
    row(incidents, u"status"_s, u"redirected"_s, u"cannot be set"_s);
    row(incidents, u"status"_s, u"awaitingAction"_s, u"cannot be set"_s);
    row(incidents, u"severity"_s, u"huge"_s, u"Invalid value for property 'severity'"_s);
    row(incidents, u"customTags"_s, u"one"_s, u"must be an array"_s);
    row(incidents, u"customTags"_s, QJsonArray {1}, u"must hold strings"_s);
    row(incidents, u"systemTags"_s, QJsonArray(), unknownProperty);
    row(incidents, u"priorityScore"_s, 50, unknownProperty);
    row(alerts, u"severity"_s, u"low"_s, unknownProperty);
    row(alerts, u"evidence"_s, QJsonArray(), unknownProperty);
    row(alerts, u"customDetails"_s, QJsonObject {{u"a"_s, u"b"_s}}, unknownProperty);
}

void ConformanceEdits::whatCannotBeSetIsRefused()
{
    QFETCH(QString, kind);
    QFETCH(QJsonObject, body);
    QFETCH(QString, words);
    const QString id = kind == incidents ? m_incident[u"id"].toString() : m_incident[u"alerts"][0][u"id"].toString();
    const QByteArray before = m_driver->get(kind + id).body;
    QJsonObject whole = body;
    whole.insert(kind == incidents ? u"description"_s : u"assignedTo"_s, body.contains(u"assignedTo") ? body[u"assignedTo"] : QJsonValue(u"x"_s));
    for (const QJsonObject &attempt : {body, whole}) {
        const Reply reply = m_driver->send("PATCH", kind + id, attempt);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.json()[u"error"][u"code"].toString(), u"BadRequest"_s);
        QVERIFY2(reply.errorMessage().contains(words), qPrintable(reply.errorMessage()));
    }
    QCOMPARE(m_driver->get(kind + id).body, before); // all or nothing
}

void ConformanceEdits::switchesDecideWhatIsTaken_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("takesEffect");
    const auto row = [](const QString &name, const QString &setting, const QString &kind, const QJsonObject &body, int status, bool takesEffect) {
        QTest::addRow("%s=%s", qPrintable(name), qPrintable(setting)) << name << setting << kind << body << status << takesEffect;
    };
    row(u"inProgressAccepted"_s, u"on"_s, incidents, {{u"status"_s, u"inProgress"_s}}, 200, true);
    row(u"inProgressAccepted"_s, u"off"_s, incidents, {{u"status"_s, u"inProgress"_s}}, 400, false);
    row(u"priorityScoreAccepted"_s, u"on"_s, incidents, {{u"priorityScore"_s, 41}}, 200, true);
    row(u"priorityScoreAccepted"_s, u"off"_s, incidents, {{u"priorityScore"_s, 41}}, 400, false);
    row(u"determinationAlone"_s, u"refuse"_s, incidents, {{u"determination"_s, u"phishing"_s}}, 400, false);
    row(u"determinationAlone"_s, u"ignore"_s, incidents, {{u"determination"_s, u"phishing"_s}}, 200, false);
    row(u"customDetailsAccepted"_s, u"on"_s, alerts, {{u"customDetails"_s, QJsonObject {{u"ticket"_s, u"7"_s}}}}, 200, true);
    row(u"customDetailsAccepted"_s, u"off"_s, alerts, {{u"customDetails"_s, QJsonObject {{u"ticket"_s, u"7"_s}}}}, 400, false);
}

void ConformanceEdits::switchesDecideWhatIsTaken()
{
    QFETCH(QString, name);
    QFETCH(QString, setting);
    QFETCH(QString, kind);
    QFETCH(QJsonObject, body);
    start({{name, setting}});
    const QString id = kind == incidents ? m_incident[u"id"].toString() : m_incident[u"alerts"][0][u"id"].toString();
    const Reply reply = m_driver->send("PATCH", kind + id, body);
    QTEST(reply.status, "status");
    const QString member = body.keys().constFirst();
    const bool isSet = m_driver->get(kind + id).json()[member] == body[member];
    QTEST(isSet, "takesEffect");
}

void ConformanceEdits::everyEditMovesTheStamp()
{
    const QString id = m_incident[u"id"].toString();
    QString last = stampOf(m_incident);
    for (const QJsonObject &body : {QJsonObject {{u"assignedTo"_s, u"ada.lindqvist@harborline.example"_s}},
                                    QJsonObject {{u"classification"_s, u"TruePositive"_s}, {u"determination"_s, u"Phishing"_s}},
                                    QJsonObject {{u"assignedTo"_s, QJsonValue::Null}}, QJsonObject {{u"summary"_s, u"<b>x</b>"_s}},
                                    QJsonObject {{u"status"_s, u"resolved"_s}, {u"resolvingComment"_s, u"done"_s}},
                                    QJsonObject {{u"status"_s, u"active"_s}}, QJsonObject()}) {
        const Reply reply = m_driver->send("PATCH", incidents + id, body);
        QCOMPARE(reply.status, 200);
        const QString stamp = stampOf(reply.json());
        QVERIFY2(stamp > last, qPrintable(stamp));
        QCOMPARE(stamp.section(u'.', 1).size(), 8); // seven digits and Z
        last = stamp;
        QCOMPARE(stampOf(m_driver->get(incidents + id).json()), stamp);
        QCOMPARE(reply.json()[u"lastModifiedBy"].toString(), u"API-App:ada.lindqvist@harborline.example"_s);
    }
    const QJsonObject now = m_driver->get(incidents + id).json();
    QVERIFY(now[u"assignedTo"].isNull());
    QCOMPARE(now[u"classification"].toString(), u"truePositive"_s);
    QCOMPARE(now[u"determination"].toString(), u"phishing"_s);
}

void ConformanceEdits::theStampMayMoveOnceMore()
{
    start({{u"propagationStamp"_s, u"again"_s}});
    const QString id = m_incident[u"id"].toString();
    const Reply reply = m_driver->send("PATCH", incidents + id, {{u"description"_s, u"x"_s}});
    QVERIFY(stampOf(m_driver->get(incidents + id).json()) > stampOf(reply.json()));
}

void ConformanceEdits::editsReachTheAlerts_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<bool>("resolves");
    QTest::addColumn<bool>("assigns");
    QTest::newRow("all") << u"all"_s << true << true;
    QTest::newRow("resolve") << u"resolve"_s << true << false;
    QTest::newRow("none") << u"none"_s << false << false;
}

void ConformanceEdits::editsReachTheAlerts()
{
    QFETCH(QString, setting);
    QFETCH(bool, resolves);
    QFETCH(bool, assigns);
    start({{u"alertPropagation"_s, setting}});
    const QString id = m_incident[u"id"].toString();
    const auto all = [&](auto holds) {
        const QJsonArray members = m_driver->incident(id)[u"alerts"].toArray();
        return std::all_of(members.begin(), members.end(), holds);
    };
    const QString who = u"omar.haddad@harborline.example"_s;
    QVERIFY(!all([&](const QJsonValue &alert) { return alert[u"assignedTo"].toString() == who; }));
    const QString stamp = stampOf(m_driver->send("PATCH", incidents + id, {{u"assignedTo"_s, who}}).json());
    QCOMPARE(all([&](const QJsonValue &alert) { return alert[u"assignedTo"].toString() == who; }), assigns);
    QCOMPARE(all([&](const QJsonValue &alert) { return alert[u"lastUpdateDateTime"].toString() == stamp; }), assigns);
    QCOMPARE(m_driver->send("PATCH", incidents + id, {{u"status"_s, u"resolved"_s}}).status, 200);
    QCOMPARE(all([](const QJsonValue &alert) { return alert[u"status"].toString() == "resolved"_L1 && alert[u"resolvedDateTime"].isString(); }), resolves);
}

void ConformanceEdits::anAlertsEditConcernsItself_data()
{
    QTest::addColumn<QString>("setting");
    QTest::newRow("off") << u"off"_s;
    QTest::newRow("on") << u"on"_s;
}

void ConformanceEdits::anAlertsEditConcernsItself()
{
    QFETCH(QString, setting);
    start({{u"alertEditMovesIncident"_s, setting}});
    const QString alert = m_incident[u"alerts"][0][u"id"].toString();
    const Reply reply = m_driver->send("PATCH", alerts + alert, {{u"status"_s, u"resolved"_s}, {u"classification"_s, u"falsePositive"_s}, {u"determination"_s, u"notMalicious"_s}});
    QCOMPARE(reply.status, 200);
    QVERIFY(stampOf(reply.json()) > stampOf(m_incident[u"alerts"][0].toObject()));
    const QJsonObject incident = m_driver->get(incidents + m_incident[u"id"].toString()).json();
    QCOMPARE(incident[u"status"], m_incident[u"status"]); // never
    QCOMPARE(incident[u"classification"], m_incident[u"classification"]);
    QCOMPARE(stampOf(incident) != stampOf(m_incident), setting == "on"_L1);
}

void ConformanceEdits::aCommentAnswersWithAll()
{
    for (const QString &place : {QString(incidents + m_incident[u"id"].toString()), QString(alerts + m_incident[u"alerts"][0][u"id"].toString())}) {
        const QJsonArray before = m_driver->get(place).json()[u"comments"].toArray();
        const QJsonObject body {{u"@odata.type"_s, u"microsoft.graph.security.alertComment"_s}, {u"comment"_s, u"first"_s}};
        QCOMPARE(m_driver->send("POST", place + u"/comments"_s, body).status, 200);
        const Reply second = m_driver->send("POST", place + u"/comments"_s, {{u"comment"_s, u"second"_s}});
        QCOMPARE(second.status, 200);
        QCOMPARE(second.value().size(), before.size() + 2);
        QCOMPARE(second.value().last()[u"comment"].toString(), u"second"_s); // oldest first
        QCOMPARE(second.value().last()[u"createdByDisplayName"].toString(), u"Ada Lindqvist"_s);
        QCOMPARE(m_driver->get(place).json()[u"comments"].toArray(), second.value());
        m_driver->set(u"commentAnswer"_s, u"one"_s);
        const Reply third = m_driver->send("POST", place + u"/comments"_s, {{u"comment"_s, u"third"_s}});
        QCOMPARE(third.status, 201);
        QCOMPARE(third.json()[u"comment"].toString(), u"third"_s);
        m_driver->set(u"commentAnswer"_s, u"list"_s);
    }
}

void ConformanceEdits::aWrongCommentIsRefused_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QJsonObject {{u"comment"_s, u"  "_s}} << u"empty"_s;
    QTest::newRow("absent") << QJsonObject {{u"@odata.type"_s, u"microsoft.graph.security.alertComment"_s}} << u"empty"_s;
    QTest::newRow("too long") << QJsonObject {{u"comment"_s, QString(3001, u'x')}} << u"longer than 3000"_s;
    QTest::newRow("another type") << QJsonObject {{u"@odata.type"_s, u"#microsoft.graph.security.alert"_s}, {u"comment"_s, u"x"_s}} << u"is not assignable"_s;
    QTest::newRow("an author") << QJsonObject {{u"comment"_s, u"x"_s}, {u"createdByDisplayName"_s, u"Somebody"_s}} << unknownProperty;
}

void ConformanceEdits::aWrongCommentIsRefused()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, words);
    for (const QString &place : {QString(incidents + m_incident[u"id"].toString()), QString(alerts + m_incident[u"alerts"][0][u"id"].toString())}) {
        const Reply reply = m_driver->send("POST", place + u"/comments"_s, body);
        QCOMPARE(reply.status, 400);
        QVERIFY2(reply.errorMessage().contains(words), qPrintable(reply.errorMessage()));
    }
}

void ConformanceEdits::mergedIncidentsLeadToTheTarget()
{
    const QJsonArray some = m_driver->get(u"/security/incidents?$top=4&$expand=alerts"_s).value();
    QJsonArray ids;
    QStringList members;
    for (int i = 0; i < 3; ++i) {
        ids.append(some[i][u"id"]);
        const QJsonArray its = some[i][u"alerts"].toArray();
        for (const QJsonValue &alert : its)
            members.append(alert[u"id"].toString());
    }
    const Reply merged = m_driver->send("POST", incidents + u"mergeIncidents"_s,
                                        {{u"incidentIds"_s, ids}, {u"incidentComment"_s, u"one storm"_s}, {u"mergeReasons"_s, u"sameCampaign, SameActor"_s}});
    QCOMPARE(merged.status, 200);
    const QString target = merged.json()[u"targetIncidentId"].toString();
    QVERIFY(ids.contains(target));
    QStringList now;
    const QJsonObject kept = m_driver->incident(target);
    const QJsonArray its = kept[u"alerts"].toArray();
    for (const QJsonValue &alert : its) {
        now.append(alert[u"id"].toString());
        QCOMPARE(alert[u"incidentId"].toString(), target);
    }
    members.sort();
    now.sort();
    QCOMPARE(now, members);
    QCOMPARE(kept[u"comments"].toArray().last()[u"comment"].toString(), u"one storm"_s);
    for (const QJsonValue &id : std::as_const(ids)) {
        if (id.toString() == target)
            continue;
        const QJsonObject source = m_driver->incident(id.toString()); // still readable
        QCOMPARE(source[u"status"].toString(), u"redirected"_s);
        QCOMPARE(source[u"redirectIncidentId"].toString(), target);
        QVERIFY(source[u"alerts"].toArray().isEmpty());
        QCOMPARE(m_driver->send("PATCH", incidents + id.toString(), {{u"description"_s, u"x"_s}}).status, 400);
    }
    // and further: a chain
    const Reply again = m_driver->send("POST", incidents + u"mergeIncidents"_s, {{u"incidentIds"_s, QJsonArray {target, some[3][u"id"]}}});
    QCOMPARE(again.status, 200);
}

void ConformanceEdits::whatCannotBeMergedIsRefused_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("words");
    const QString a = u"{a}"_s;
    const QString b = u"{b}"_s;
    QTest::newRow("nothing") << QJsonObject() << u"At least two"_s;
    QTest::newRow("one") << QJsonObject {{u"incidentIds"_s, QJsonArray {a}}} << u"At least two"_s;
    QTest::newRow("the same twice") << QJsonObject {{u"incidentIds"_s, QJsonArray {a, a}}} << u"At least two"_s;
    QTest::newRow("unknown") << QJsonObject {{u"incidentIds"_s, QJsonArray {a, u"77777"_s}}} << u"does not exist"_s;
    QTest::newRow("reasons") << QJsonObject {{u"incidentIds"_s, QJsonArray {a, b}}, {u"mergeReasons"_s, u"sameColour"_s}} << u"Invalid value for property 'mergeReasons'"_s;
    QTest::newRow("comment") << QJsonObject {{u"incidentIds"_s, QJsonArray {a, b}}, {u"incidentComment"_s, QString(3001, u'x')}} << u"longer"_s;
}

void ConformanceEdits::whatCannotBeMergedIsRefused()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, words);
    const QJsonArray some = m_driver->get(u"/security/incidents?$top=2"_s).value();
    QJsonArray ids;
    const QJsonArray named = body[u"incidentIds"].toArray();
    for (const QJsonValue &id : named)
        ids.append(id == u"{a}"_s ? some[0][u"id"] : id == u"{b}"_s ? some[1][u"id"] : id);
    body.insert(u"incidentIds"_s, ids);
    const Reply reply = m_driver->send("POST", incidents + u"mergeIncidents"_s, body);
    QCOMPARE(reply.status, 400);
    QVERIFY2(reply.errorMessage().contains(words), qPrintable(reply.errorMessage()));
    QCOMPARE(m_driver->control("GET", u"/control/effects"_s)[u"effects"].toArray().size(), 0);
}

void ConformanceEdits::theLastAlertLeavesAnIncident_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("status");
    QTest::newRow("redirect") << u"redirect"_s << u"redirected"_s;
    QTest::newRow("resolve") << u"resolve"_s << u"resolved"_s;
}

void ConformanceEdits::theLastAlertLeavesAnIncident()
{
    QFETCH(QString, setting);
    QFETCH(QString, status);
    start({{u"emptyLeftIncident"_s, setting}});
    const QString left = m_incident[u"id"].toString();
    const QJsonArray others = m_driver->get(u"/security/incidents?$top=5&$filter=status eq 'active'"_s).value();
    const QString target = others[0][u"id"].toString() == left ? others[1][u"id"].toString() : others[0][u"id"].toString();
    const QJsonArray members = m_incident[u"alerts"].toArray();
    for (int i = 0; i < members.size(); ++i) {
        const Reply moved = m_driver->send("POST", alerts + u"moveAlerts"_s,
                                           {{u"alertIds"_s, QJsonArray {members[i][u"id"]}}, {u"incidentId"_s, target}, {u"newCorrelationReasons"_s, u"sameAsset, temporalProximity"_s}});
        QCOMPARE(moved.json()[u"targetIncidentId"].toString(), target);
        const QJsonObject now = m_driver->incident(left);
        QCOMPARE(now[u"alerts"].toArray().size(), members.size() - 1 - i);
        QCOMPARE(now[u"status"].toString(), i + 1 < members.size() ? u"active"_s : status);
    }
    QCOMPARE(m_driver->incident(left)[u"redirectIncidentId"].toString(), setting == "redirect"_L1 ? target : QString());
}

void ConformanceEdits::movingToNobodyMakesAnIncident()
{
    const QJsonObject alert = m_incident[u"alerts"][0].toObject();
    for (const QJsonObject &body : {QJsonObject {{u"alertIds"_s, QJsonArray {alert[u"id"]}}, {u"incidentId"_s, QJsonValue::Null}, {u"alertComment"_s, u"alone"_s}},
                                    QJsonObject {{u"alertIds"_s, QJsonArray {alert[u"id"]}}}}) {
        const Reply moved = m_driver->send("POST", alerts + u"moveAlerts"_s, body);
        QCOMPARE(moved.status, 200);
        const QJsonObject made = m_driver->incident(moved.json()[u"targetIncidentId"].toString());
        QCOMPARE(made[u"status"].toString(), u"active"_s);
        QCOMPARE(made[u"displayName"], alert[u"title"]);
        QCOMPARE(made[u"alerts"].toArray().size(), 1);
        QCOMPARE(made[u"alerts"][0][u"comments"].toArray().last()[u"comment"].toString(), u"alone"_s);
    }
}

void ConformanceEdits::whatCannotBeMovedIsRefused_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << QJsonObject() << u"At least one alert"_s;
    QTest::newRow("unknown alert") << QJsonObject {{u"alertIds"_s, QJsonArray {u"da1_1"_s}}} << u"Alert 'da1_1' does not exist"_s;
    QTest::newRow("unknown incident") << QJsonObject {{u"alertIds"_s, QJsonArray {u"{a}"_s}}, {u"incidentId"_s, u"77777"_s}} << u"does not exist or was merged"_s;
    QTest::newRow("reasons") << QJsonObject {{u"alertIds"_s, QJsonArray {u"{a}"_s}}, {u"newCorrelationReasons"_s, 4}} << u"Invalid value"_s;
}

void ConformanceEdits::whatCannotBeMovedIsRefused()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, words);
    if (body[u"alertIds"][0] == u"{a}"_s)
        body.insert(u"alertIds"_s, QJsonArray {m_incident[u"alerts"][0][u"id"]});
    const Reply reply = m_driver->send("POST", alerts + u"moveAlerts"_s, body);
    QCOMPARE(reply.status, 400);
    QVERIFY2(reply.errorMessage().contains(words), qPrintable(reply.errorMessage()));
}

void ConformanceEdits::noValueHasItsManners_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("setting");
    for (const char *pair : {"noValue=null", "noValue=empty", "noValue=absent", "noDate=null", "noDate=yearOne", "enumCase=pascal", "incidentUrl=old", "incidentUrl=new"}) {
        const QString text = QString::fromLatin1(pair);
        QTest::newRow(pair) << text.section(u'=', 0, 0) << text.section(u'=', 1);
    }
}

void ConformanceEdits::noValueHasItsManners()
{
    QFETCH(QString, name);
    QFETCH(QString, setting);
    start({{name, setting}});
    const QJsonObject item = m_driver->get(incidents + m_incident[u"id"].toString()).json();
    const QJsonObject alert = m_incident[u"alerts"][0].toObject();
    if (name == "noValue"_L1) {
        QCOMPARE(item.contains(u"assignedTo"), setting != "absent"_L1);
        QCOMPARE(item[u"assignedTo"].isNull(), setting == "null"_L1);
        QCOMPARE(item[u"redirectIncidentId"].isString(), setting == "empty"_L1);
    } else if (name == "noDate"_L1) {
        QCOMPARE(alert[u"resolvedDateTime"], setting == "null"_L1 ? QJsonValue() : QJsonValue(u"0001-01-01T00:00:00Z"_s));
    } else if (name == "enumCase"_L1) {
        QCOMPARE(item[u"status"].toString(), u"Active"_s);
        QVERIFY(alert[u"serviceSource"].toString().startsWith(u'M'));
    } else {
        QCOMPARE(item[u"incidentWebUrl"].toString().contains("/incident2/"_L1), setting == "new"_L1);
    }
}

CASEMATE_TEST(ConformanceEdits)
#include "conformance_edits.moc"
