// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "tenantdriver.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace simulator;
using namespace simulator::test;

namespace {

const QString incidents = u"/security/incidents"_s;
const QString alerts = u"/security/alerts_v2"_s;
const QString mails = u"/security/collaboration/analyzedEmails"_s;

Caller callerFor(const QString &target)
{
    return target.startsWith(mails) ? application() : administrator();
}

QStringList idsOf(const QJsonArray &items)
{
    QStringList ids;
    for (const QJsonValue &item : items)
        ids.append(item[u"id"].toString());
    return ids;
}

bool isSortedDown(const QJsonArray &items, const QString &member)
{
    for (int i = 1; i < items.size(); ++i) {
        if (items[i - 1][member].toString() < items[i][member].toString())
            return false;
    }
    return true;
}

} // namespace

// Query options: what is documented works, anything else is refused; how pages hang together while rows change.
class ConformanceQueries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsDocumentedWorks_data();
    void whatIsDocumentedWorks();
    void whatIsNotIsRefused_data();
    void whatIsNotIsRefused();
    void theLargestTopIsSaid();
    void aFilterFindsWhatItNames_data();
    void aFilterFindsWhatItNames();
    void newestComesFirst_data();
    void newestComesFirst();
    void orderbyObeysItsSwitch_data();
    void orderbyObeysItsSwitch();
    void selectLeavesOutTheRest();
    void expandedAlertsAreThoseOfTheList();
    void linksLeadThroughEverythingOnce_data();
    void linksLeadThroughEverythingOnce();
    void anEditPushesARowOntoTheNextPage();
    void aRowThatLeavesTheFilterPullsOneOver();
    void whatIsTooOldIsGone();

private:
    TenantDriver m_driver {14}; // for those that change nothing
};

void ConformanceQueries::whatIsDocumentedWorks_data()
{
    QTest::addColumn<QString>("target");
    for (const char *target :
         {"/security/incidents?$top=50&$skip=3&$count=true&$expand=alerts", "/security/incidents?$filter=status eq 'active'",
          "/security/incidents?$filter=assignedTo eq null and (severity eq 'high' or severity eq 'MEDIUM')",
          "/security/incidents?$filter=assignedTo ne null or classification eq 'TruePositive'",
          "/security/incidents?$filter=determination ne 'phishing'",
          "/security/incidents?$filter=createdDateTime gt 2026-01-01T00:00:00Z and createdDateTime le 2026-12-01T00:00:00.1234567Z",
          "/security/incidents?$filter=lastUpdateDateTime ge 2026-01-01 and lastUpdateDateTime lt 2027-01-01T00:00:00Z",
          "/security/incidents?$orderby=createdDateTime desc", "/security/incidents?$orderby=lastUpdateDateTime asc",
          "/security/incidents?$select=id,displayName", "/security/incidents?$COUNT=TRUE", "/security/incidents?unknown=1",
          "/security/alerts_v2?$top=2000&$skip=1&$count=true", "/security/alerts_v2?$filter=serviceSource eq 'microsoftDefenderForOffice365'",
          "/security/alerts_v2?$filter=status eq 'new' and classification eq null and determination eq null and severity ne 'low' and assignedTo eq null",
          "/security/alerts_v2?$select=id,evidence", "/security/collaboration/analyzedEmails?$top=5&$count=true",
          "/security/collaboration/analyzedEmails?startTime=2026-11-20&endTime=2026-11-24T08:00:00Z",
          "/security/collaboration/analyzedEmails?$filter=networkMessageId eq 'a' and recipientEmailAddress eq 'b'"})
        QTest::newRow(target) << QString::fromLatin1(target);
}

void ConformanceQueries::whatIsDocumentedWorks()
{
    QFETCH(QString, target);
    const Reply reply = m_driver.get(target, callerFor(target));
    QVERIFY2(reply.status == 200, reply.body.constData());
    QVERIFY(reply.json()[u"value"].isArray());
    QCOMPARE(reply.json().contains(u"@odata.count"), target.contains("count="_L1, Qt::CaseInsensitive));
}

void ConformanceQueries::whatIsNotIsRefused_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("words"); // in the message
    const auto row = [](const char *target, const char *words) {
        QTest::newRow(target) << QString::fromLatin1(target) << QString::fromLatin1(words);
    };
    row("/security/incidents?$search=phish", "Query option '$search' is not allowed");
    row("/security/incidents?$apply=groupby((status))", "Query option '$apply' is not allowed");
    row("/security/incidents?$expand=comments", "Could not find a property named 'comments'");
    row("/security/alerts_v2?$expand=evidence", "Query option '$expand' is not allowed");
    row("/security/incidents?$select=id,secret", "Could not find a property named 'secret' on type 'microsoft.graph.security.incident'");
    row("/security/incidents?$orderby=severity", "$orderby");
    row("/security/incidents?$orderby=createdDateTime sideways", "$orderby");
    row("/security/incidents?$top=-1", "Invalid value '-1' for $top");
    row("/security/incidents?$top=many", "Invalid value 'many' for $top");
    row("/security/incidents?$skip=x", "Invalid value 'x' for $skip");
    row("/security/incidents?$count=yes", "Invalid value 'yes' for $count");
    row("/security/incidents?$skiptoken=!!", "skip token is invalid");
    row("/security/incidents?$top=1&$top=2", "specified more than once");
    row("/security/incidents?$filter=displayName eq 'x'", "Could not find a property named 'displayName'");
    row("/security/incidents?$filter=id eq '101'", "Could not find a property named 'id'");
    row("/security/incidents?$filter=contains(displayName,'x')", "Function 'contains' is not allowed");
    row("/security/incidents?$filter=not (status eq 'active')", "Logical operator 'Not' is not allowed");
    row("/security/incidents?$filter=status in ('active')", "operator 'in' is not supported");
    row("/security/incidents?$filter=status eq active", "needs a quoted literal");
    row("/security/incidents?$filter=status eq 'new'", "is not a value");
    row("/security/incidents?$filter=severity gt 'low'", "is not a value that");
    row("/security/incidents?$filter=createdDateTime ge '2026-01-01T00:00:00Z'", "needs a date literal");
    row("/security/incidents?$filter=createdDateTime ge yesterday", "needs a date literal");
    row("/security/incidents?$filter=assignedTo gt null", "null can be compared");
    row("/security/incidents?$filter=(status eq 'active'", "')' expected");
    row("/security/incidents?$filter=status eq 'active') or status eq 'resolved'", "Syntax error");
    row("/security/incidents?$filter=status eq", "Invalid filter clause");
    row("/security/incidents?$filter=serviceSource eq 'microsoftSentinel'", "Could not find a property named 'serviceSource'");
    row("/security/alerts_v2?$filter=incidentId eq '101'", "Could not find a property named 'incidentId'");
    row("/security/alerts_v2?$filter=status eq 'redirected'", "is not a value");
    row("/security/collaboration/analyzedEmails?$skip=1", "Query option '$skip' is not allowed");
    row("/security/collaboration/analyzedEmails?$orderby=loggedDateTime", "Query option '$orderby' is not allowed");
    row("/security/collaboration/analyzedEmails?$expand=urls", "Query option '$expand' is not allowed");
    row("/security/collaboration/analyzedEmails?$select=id", "Query option '$select' is not allowed");
    row("/security/collaboration/analyzedEmails?$filter=subject eq 'x'", "Could not find a property named 'subject'");
    row("/security/collaboration/analyzedEmails?startTime=soon", "'startTime' is not a date");
    row("/security/collaboration/analyzedEmails?startTime=2026-11-24&endTime=2026-11-20", "lies before");
}

void ConformanceQueries::whatIsNotIsRefused()
{
    QFETCH(QString, target);
    QFETCH(QString, words);
    const Reply reply = m_driver.get(target, callerFor(target));
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.json()[u"error"][u"code"].toString(), u"BadRequest"_s);
    QVERIFY2(reply.errorMessage().contains(words), qPrintable(reply.errorMessage()));
    // of a single resource nothing that concerns collections is taken
    if (target == u"/security/incidents?$top=many") {
        const QString id = m_driver.get(incidents).value()[0][u"id"].toString();
        for (const QString &option : {u"$top=1"_s, u"$filter=status eq 'active'"_s, u"$count=true"_s, u"$skip=0"_s, u"$orderby=createdDateTime"_s}) {
            const Reply single = m_driver.get(incidents + u'/' + id + u'?' + option);
            QCOMPARE(single.status, 400);
            QVERIFY(single.errorMessage().contains("can be applied only on collections"_L1));
        }
    }
}

void ConformanceQueries::theLargestTopIsSaid()
{
    TenantDriver driver(14, {{u"alertTopCap"_s, u"10"_s}});
    QCOMPARE(driver.get(incidents + u"?$top=51"_s).errorMessage(),
             u"The limit of '50' for Top query has been exceeded. The value from the incoming request is '51'."_s);
    QCOMPARE(driver.get(alerts + u"?$top=11"_s).errorMessage(),
             u"The limit of '10' for Top query has been exceeded. The value from the incoming request is '11'."_s);
    QCOMPARE(driver.get(alerts + u"?$top=10"_s).status, 200);
}

void ConformanceQueries::aFilterFindsWhatItNames_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isThat");
    QTest::newRow("status") << u"status eq 'active'"_s << u"status"_s << u"active"_s << true;
    QTest::newRow("not the severity") << u"severity ne 'HIGH'"_s << u"severity"_s << u"high"_s << false;
    QTest::newRow("nobody's") << u"assignedTo eq null"_s << u"assignedTo"_s << QString() << true;
    QTest::newRow("somebody's") << u"assignedTo ne null"_s << u"assignedTo"_s << QString() << false;
    QTest::newRow("resolved or not") << u"(status eq 'resolved' or status eq 'active') and status eq 'resolved'"_s << u"status"_s << u"resolved"_s << true;
}

void ConformanceQueries::aFilterFindsWhatItNames()
{
    QFETCH(QString, filter);
    QFETCH(QString, member);
    QFETCH(QString, value);
    QFETCH(bool, isThat);
    TenantDriver driver(60);
    const QJsonArray all = driver.all(incidents);
    QSet<QString> expected;
    for (const QJsonValue &item : all) {
        if ((item[member].toString() == value) == isThat)
            expected.insert(item[u"id"].toString());
    }
    QVERIFY(!expected.isEmpty() && expected.size() < all.size());
    const QStringList found = idsOf(driver.all(incidents + u"?$filter="_s + filter));
    QCOMPARE(QSet<QString>(found.begin(), found.end()), expected);
}

void ConformanceQueries::newestComesFirst_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("member");
    QTest::newRow("updated") << u"updated"_s << u"lastUpdateDateTime"_s;
    QTest::newRow("created") << u"created"_s << u"createdDateTime"_s;
}

void ConformanceQueries::newestComesFirst()
{
    QFETCH(QString, setting);
    QFETCH(QString, member);
    TenantDriver driver(60, {{u"defaultOrder"_s, setting}});
    QVERIFY(isSortedDown(driver.all(incidents), member));
    QVERIFY(isSortedDown(driver.all(alerts), member));
}

void ConformanceQueries::orderbyObeysItsSwitch_data()
{
    QTest::addColumn<QString>("setting");
    for (const char *setting : {"on", "off", "refuse"})
        QTest::newRow(setting) << QString::fromLatin1(setting);
}

void ConformanceQueries::orderbyObeysItsSwitch()
{
    QFETCH(QString, setting);
    TenantDriver driver(40, {{u"orderbyHonoured"_s, setting}});
    const Reply reply = driver.get(incidents + u"?$orderby=createdDateTime asc"_s);
    QCOMPARE(reply.status, setting == "refuse"_L1 ? 400 : 200);
    if (setting == "refuse"_L1)
        return;
    QStringList created;
    for (const QJsonValue &item : reply.value())
        created.append(item[u"createdDateTime"].toString());
    QCOMPARE(std::is_sorted(created.begin(), created.end()), setting == "on"_L1);
}

void ConformanceQueries::selectLeavesOutTheRest()
{
    TenantDriver driver(14);
    const QJsonArray chosen = driver.get(incidents + u"?$select=id,status"_s).value();
    QCOMPARE(chosen[0].toObject().keys(), (QStringList {u"id"_s, u"status"_s}));
    const QString id = chosen[0][u"id"].toString();
    const QJsonObject single = driver.get(incidents + u'/' + id + u"?$select=severity"_s).json();
    QCOMPARE(single.keys(), (QStringList {u"@odata.context"_s, u"severity"_s}));
    driver.set(u"selectHonoured"_s, u"off"_s);
    QVERIFY(driver.get(incidents + u"?$select=id"_s).value()[0].toObject().contains(u"displayName"));
    QCOMPARE(driver.get(incidents + u"?$select=secret"_s).status, 400); // checked all the same
}

void ConformanceQueries::expandedAlertsAreThoseOfTheList()
{
    TenantDriver driver(14);
    QHash<QString, QJsonValue> single;
    for (const QJsonValue &alert : driver.all(alerts))
        single.insert(alert[u"id"].toString(), alert);
    int count = 0;
    for (const QJsonValue &incident : driver.all(incidents + u"?$expand=alerts"_s)) {
        const QJsonArray members = incident[u"alerts"].toArray();
        for (const QJsonValue &alert : members) {
            ++count;
            QCOMPARE(alert, single[alert[u"id"].toString()]);
            QCOMPARE(alert[u"incidentId"], incident[u"id"]);
        }
    }
    QCOMPARE(count, single.size());
    const QString id = driver.get(incidents).value()[0][u"id"].toString();
    QVERIFY(!driver.get(incidents).value()[0].toObject().contains(u"alerts"));
    QVERIFY(driver.incident(id).contains(u"alerts"));
    driver.set(u"expandOnGet"_s, u"off"_s);
    QVERIFY(!driver.incident(id).contains(u"alerts"));
}

void ConformanceQueries::linksLeadThroughEverythingOnce_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("style");
    QTest::addColumn<QString>("isShort");
    for (const QString &style : {u"skip"_s, u"skiptoken"_s}) {
        for (const QString &isShort : {u"off"_s, u"on"_s}) {
            for (const QString &target : {QString(incidents + u"?$top=7&$filter=status ne 'resolved'"_s), QString(alerts + u"?$top=9&$count=true"_s), QString(mails + u"?$top=400"_s)})
                QTest::addRow("%s, %s, short %s", qPrintable(target), qPrintable(style), qPrintable(isShort)) << target << style << isShort;
        }
    }
}

void ConformanceQueries::linksLeadThroughEverythingOnce()
{
    QFETCH(QString, target);
    QFETCH(QString, style);
    QFETCH(QString, isShort);
    TenantDriver driver(120, {{u"nextLinkStyle"_s, style}, {u"shortPages"_s, isShort}});
    const int top = target.section("$top="_L1, 1).section(u'&', 0, 0).toInt();
    QSet<QString> seen;
    int pages = 0;
    int items = 0;
    for (QString next = target; !next.isEmpty();) {
        const Reply reply = driver.get(next, callerFor(target));
        QCOMPARE(reply.status, 200);
        const QStringList ids = idsOf(reply.value());
        seen += QSet<QString>(ids.begin(), ids.end());
        items += static_cast<int>(ids.size());
        ++pages;
        QVERIFY(ids.size() <= top);
        const QString link = reply.json()[u"@odata.nextLink"].toString();
        QVERIFY(link.isEmpty() || link.startsWith("http://127.0.0.1:4711/v1.0/security/"_L1));
        QVERIFY(link.isEmpty() || link.contains("$top="_L1)); // the query goes with it
        next = link.mid(link.indexOf("/v1.0"_L1));
        QVERIFY(pages < 200);
    }
    QVERIFY(pages > 2);
    QCOMPARE(seen.size(), items);
    const Reply counted = driver.get(QString(target).replace(u"$top=%1"_s.arg(top), u"$top=1&"_s + (target.contains("$count"_L1) ? QString() : u"$count=true"_s)), callerFor(target));
    QCOMPARE(counted.json()[u"@odata.count"].toInt(), items);
}

// The list is newest first, so what somebody edits moves to its front: the reader meets a row twice.
void ConformanceQueries::anEditPushesARowOntoTheNextPage()
{
    TenantDriver driver(40);
    const Reply first = driver.get(incidents + u"?$top=10"_s);
    const QStringList page = idsOf(first.value());
    const QString later = idsOf(driver.get(incidents + u"?$top=10&$skip=20"_s).value()).constFirst();
    QCOMPARE(driver.send("PATCH", incidents + u'/' + later, {{u"customTags"_s, QJsonArray {u"x"_s}}}).status, 200);
    const QString link = first.json()[u"@odata.nextLink"].toString();
    const QStringList second = idsOf(driver.get(link.mid(link.indexOf("/v1.0"_L1))).value());
    QCOMPARE(second.constFirst(), page.constLast());
    QCOMPARE(idsOf(driver.get(incidents + u"?$top=1"_s).value()), QStringList {later});
}

// And what no longer fits the filter lets the next row slip to a page that was read already: it is not met at all.
void ConformanceQueries::aRowThatLeavesTheFilterPullsOneOver()
{
    TenantDriver driver(120);
    const QString question = incidents + u"?$top=10&$filter=status ne 'resolved'"_s;
    const QStringList all = idsOf(driver.all(question));
    QVERIFY(all.size() > 12);
    const Reply first = driver.get(question);
    QCOMPARE(driver.send("PATCH", incidents + u'/' + all[3], {{u"status"_s, u"resolved"_s}}).status, 200);
    const QString link = first.json()[u"@odata.nextLink"].toString();
    const QStringList second = idsOf(driver.get(link.mid(link.indexOf("/v1.0"_L1))).value());
    QCOMPARE(second.constFirst(), all[11]);
    QVERIFY(!second.contains(all[10]));
}

void ConformanceQueries::whatIsTooOldIsGone()
{
    TenantDriver driver(60);
    const int before = static_cast<int>(driver.all(incidents).size());
    const QString oldest = driver.get(incidents + u"?$orderby=createdDateTime asc&$top=1"_s).value()[0][u"id"].toString();
    QCOMPARE(driver.get(incidents + u'/' + oldest).status, 200);
    driver.set(u"retentionDays"_s, u"30"_s);
    const QJsonArray left = driver.all(incidents);
    QVERIFY(!left.isEmpty() && left.size() < before);
    for (const QJsonValue &item : left)
        QVERIFY(item[u"createdDateTime"].toString() >= "2026-10-25T00:00:00"_L1);
    QCOMPARE(driver.get(incidents + u'/' + oldest).status, 404);
    const auto alertsLeft = driver.all(alerts);
    for (const QJsonValue &item : alertsLeft)
        QVERIFY(item[u"createdDateTime"].toString() >= "2026-10-25T00:00:00"_L1);
}

CASEMATE_TEST(ConformanceQueries)
#include "conformance_queries.moc"
