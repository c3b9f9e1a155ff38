// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pure readers and writers of mail endpoints: hunting, analyzedEmails, remediate, KQL, facts and proof.

#include "remote/analyzedemails.h"
#include "remote/kql.h"
#include "remote/mailproof.h"

#include "domain/facts.h"
#include "domain/rules.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Fact;
using domain::MailAction;
using domain::MailTarget;
using domain::Moment;
using remote::MailSighting;
using remote::Proof;

class MailReading final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textCannotLeaveItsKqlString_data();
    void textCannotLeaveItsKqlString();
    void queriesNameTheirTargets();
    void huntingAnswersAreRead_data();
    void huntingAnswersAreRead();
    void whatIsNoHuntingAnswerIsRefused_data();
    void whatIsNoHuntingAnswerIsRefused();
    void analyzedEmailsAreRead();
    void theBulkIdIsFound_data();
    void theBulkIdIsFound();
    void theRemediationBodyIsTheContracts();
    void locationsFromBothSourcesCompare();
    void theNewestRowCounts();
    void factsAreNamedAsTheDecisionNamesThem();
    void mailIsProvedByItsPlace_data();
    void mailIsProvedByItsPlace();
    void aFailureIsSeen();
    void someAreNotAll();
    void anEventBeforeTheDecisionProvesNothing();
    void whoseMoveItWasIsTold_data();
    void whoseMoveItWasIsTold();
    void oneMailOfAnotherMakesTheDifference();
};

void MailReading::textCannotLeaveItsKqlString_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kql");
    QTest::newRow("plain") << u"a@b.example"_s << u"\"a@b.example\""_s;
    QTest::newRow("quote") << u"a\" | take 1 //"_s << u"\"a\\\" | take 1 //\""_s;
    QTest::newRow("backslash") << u"a\\"_s << u"\"a\\\\\""_s;
    QTest::newRow("both") << u"\\\""_s << u"\"\\\\\\\"\""_s;
    QTest::newRow("line feed") << u"a\nb"_s << u"\"a\\u000ab\""_s;
    QTest::newRow("NUL") << u"a\0b"_s << u"\"a\\u0000b\""_s;
    QTest::newRow("line separator") << u"a\u2028b"_s << u"\"a\\u2028b\""_s;
    QTest::newRow("right to left") << u"a\u202eb"_s << u"\"a\\u202eb\""_s;
    QTest::newRow("apostrophe") << u"o'neil"_s << u"\"o'neil\""_s;
    QTest::newRow("empty") << QString() << u"\"\""_s;
    QTest::newRow("letters") << u"жé😀"_s << u"\"жé😀\""_s;
}

void MailReading::textCannotLeaveItsKqlString()
{
    QFETCH(QString, text);
    QFETCH(QString, kql);
    QCOMPARE(remote::kqlString(text), kql);
}

void MailReading::queriesNameTheirTargets()
{
    const QString one = remote::latestLocationQuery({{u"n1"_s, u"a@b.example"_s}, {u"n1"_s, u"c@b.example"_s}});
    QVERIFY(one.startsWith("EmailEvents\n"_L1));
    QVERIFY(one.contains(u"NetworkMessageId in (\"n1\")\n"_s));
    QVERIFY(one.contains(u"RecipientEmailAddress in~ (\"a@b.example\", \"c@b.example\")"_s));
    QVERIFY(one.contains(u"LatestDeliveryLocation"_s));
    const QString everybody = remote::latestLocationQuery({{u"n1"_s, u"a@b.example"_s}, {u"n2"_s, {}}});
    QVERIFY(everybody.contains(u"(\"n1\", \"n2\")"_s));
    QVERIFY(!everybody.contains(u"in~"_s));
    const QString events = remote::postDeliveryQuery({{u"n1"_s, {}}}, *Moment::parse(u"2026-02-25T16:00:00Z"));
    QVERIFY(events.startsWith("EmailPostDeliveryEvents\n| where Timestamp >= datetime(2026-02-25T16:00:00"_L1));
}

void MailReading::huntingAnswersAreRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("as documented") << QByteArray(
        R"({"schema":[{"name":"B","type":"String"},{"name":"A","type":"Int64"}],"results":[{"A":1,"A@odata.type":"#Int64","B":"x"},{"A":null,"B":""}]})");
    QTest::newRow("older") << QByteArray(
        R"({"Schema":[{"Name":"B","Type":"String"},{"Name":"A","Type":"Int64"}],"Results":[{"A":1,"B":"x"},{"A":null,"B":""}],"Stats":{}})");
}

void MailReading::huntingAnswersAreRead()
{
    QFETCH(QByteArray, body);
    const auto answer = remote::readHuntingAnswer(body);
    QVERIFY(answer.hasValue());
    QCOMPARE(answer->columns, QStringList({u"B"_s, u"A"_s}));
    QCOMPARE(answer->rows.size(), 2);
    QCOMPARE(answer->rows.at(0).keys(), QStringList({u"A"_s, u"B"_s}));
    QCOMPARE(answer->rows.at(0).value(u"A"_s).toInteger(), 1);
}

void MailReading::whatIsNoHuntingAnswerIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body :
         {"", "{}", "[]", "{\"results\":{}}", "{\"results\":null}", "{\"results\":[", "<html>", "{\"schema\":[]}"})
        QTest::newRow(body) << QByteArray(body);
}

void MailReading::whatIsNoHuntingAnswerIsRefused()
{
    QFETCH(QByteArray, body);
    QCOMPARE(remote::readHuntingAnswer(body).error().kind, domain::ErrorKind::NotGraph);
}

void MailReading::analyzedEmailsAreRead()
{
    const auto emails = remote::readAnalyzedEmails(R"({"value":[
        {"id":"n1-1-1","networkMessageId":"n1","recipientEmailAddress":"Ada@Contoso.Example","threatTypes":["phish"],
         "latestDelivery":{"action":"blocked","location":"deletedFolder"},"originalDelivery":{"action":"delivered","location":"inbox_folder"},
         "timelineEvents":[{"eventDateTime":"2026-02-25T17:00:00Z","eventSource":"admin","eventType":"air","eventResult":"Success"},
                           {"eventDateTime":"2026-02-25T16:00:00Z","eventSource":"system","eventType":"originalDelivery","eventResult":""},
                           {"eventDateTime":"never"}]},
        {"networkMessageId":"n2","recipientEmailAddress":"b@c.example","latestDelivery":null},
        {"networkMessageId":"n3","latestDelivery":{"location":""}}]})");
    QVERIFY(emails.hasValue());
    QCOMPARE(emails->size(), 3);
    const remote::AnalyzedEmail &first = emails->constFirst();
    QCOMPARE(first.target, (MailTarget {u"n1"_s, u"ada@contoso.example"_s}));
    QCOMPARE(first.latestLocation.value, domain::MailLocation::DeletedItems);
    QCOMPARE(first.originalLocation.value, domain::MailLocation::Inbox);
    QCOMPARE(first.latestAction, u"blocked"_s);
    QCOMPARE(first.events.size(), 2);
    QCOMPARE(first.events.constLast().source, u"admin"_s); // in order of time
    QCOMPARE(emails->at(1).latestLocation.value, domain::MailLocation::Unknown);
    QCOMPARE(emails->at(2).latestLocation.value, domain::MailLocation::Unknown);
    QVERIFY(!remote::readAnalyzedEmails("{\"value\":[5]}"));
    QVERIFY(!remote::readAnalyzedEmails("{\"value\":["));
}

void MailReading::theBulkIdIsFound_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("handle");
    const QString guid = u"0a1b2c3d-1111-2222-3333-444455556666"_s;
    const QByteArray page = "https://security.microsoft.com/action-center/history?filters=";
    QTest::newRow("raw, as it is sent") << QByteArray(page + "{\"bulkId\":[\"" + guid.toLatin1() + "\"]}&tid=t")
                                        << guid;
    QTest::newRow("encoded") << QByteArray(page + "%7B%22bulkId%22%3A%5B%22" + guid.toLatin1() + "%22%5D%7D&tid=t")
                             << guid;
    QTest::newRow("blanks") << QByteArray(page + "{ \"bulkId\" : [ \"" + guid.toLatin1() + "\" ] }") << guid;
    QTest::newRow("no list") << QByteArray(page + "{\"bulkId\":\"" + guid.toLatin1() + "\"}") << guid;
    QTest::newRow("a parameter") << QByteArray("https://x/?bulkId=" + guid.toLatin1()) << guid;
    QTest::newRow("another case") << QByteArray(page + "{\"BulkID\":[\"" + guid.toLatin1() + "\"]}") << guid;
    QTest::newRow("several: the first") << QByteArray(page + "{\"bulkId\":[\"" + guid.toLatin1()
                                                      + "\",\"other-other\"]}")
                                        << guid;
    QTest::newRow("none") << QByteArray("https://security.microsoft.com/action-center/history") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("empty list") << QByteArray(page + "{\"bulkId\":[]}") << QString();
    QTest::newRow("markup") << QByteArray(page + "{\"bulkId\":[\"<script>\"]}") << QString();
    QTest::newRow("endless") << QByteArray(page + "{\"bulkId\":[\"" + QByteArray(100'000, 'a')) << QString(64, u'a');
}

void MailReading::theBulkIdIsFound()
{
    QFETCH(QByteArray, location);
    QFETCH(QString, handle);
    QCOMPARE(remote::bulkId(location), handle);
}

void MailReading::theRemediationBodyIsTheContracts()
{
    remote::Remediation remediation;
    remediation.displayName = u"Casemate 1"_s;
    remediation.description = u"d"_s;
    remediation.action = MailAction::SoftDelete;
    remediation.targets = {{u"n1"_s, u"a@b.example"_s}, {u"n1"_s, u"c@b.example"_s}};
    const QJsonObject body = QJsonDocument::fromJson(remote::remediationBody(remediation)).object();
    QCOMPARE(body.keys(),
             QStringList({u"action"_s, u"analyzedEmails"_s, u"description"_s, u"displayName"_s,
                          u"remediateSendersCopy"_s, u"severity"_s}));
    QCOMPARE(body.value("action"_L1).toString(), u"softDelete"_s);
    QVERIFY(body.value("remediateSendersCopy"_L1).isBool());
    const QJsonArray emails = body.value("analyzedEmails"_L1).toArray();
    QCOMPARE(emails.size(), 2);
    QCOMPARE(emails.at(1).toObject(),
             (QJsonObject {{u"networkMessageId"_s, u"n1"_s}, {u"recipientEmailAddress"_s, u"c@b.example"_s}}));
}

void MailReading::locationsFromBothSourcesCompare()
{
    const auto value = [](const QString &wire) {
        return remote::locationValue(domain::word<domain::MailLocation>(wire));
    };
    QCOMPARE(value(u"Inbox/folder"_s), value(u"inbox_folder"_s));
    QCOMPARE(value(u"Junk folder"_s), value(u"junkFolder"_s));
    QCOMPARE(value(u"Deleted folder"_s), value(u"deletedFolder"_s));
    QCOMPARE(value(u"Quarantine"_s), value(u"quarantine"_s));
    QCOMPARE(value(u"On-premises/external"_s), value(u"onprem_external"_s));
    QCOMPARE(value(u"Others"_s), value(u"others"_s));
    QVERIFY(value(u"Others"_s) != value(u"Elsewhere"_s));
}

void MailReading::theNewestRowCounts()
{
    const auto answer = remote::readHuntingAnswer(R"({"schema":[],"results":[
        {"Timestamp":"2026-02-25T16:00:00Z","NetworkMessageId":"N1","RecipientEmailAddress":"A@b.example","LatestDeliveryLocation":"Quarantine"},
        {"Timestamp":"2026-02-25T15:00:00Z","NetworkMessageId":"n1","RecipientEmailAddress":"a@b.example","LatestDeliveryLocation":"Inbox/folder"},
        {"Timestamp":"2026-02-25T15:00:00Z","NetworkMessageId":"","RecipientEmailAddress":"a@b.example"}]})");
    const QList<MailSighting> seen = remote::sightings(*answer);
    QCOMPARE(seen.size(), 1);
    QCOMPARE(seen.constFirst().location.value, domain::MailLocation::Quarantine);
}

void MailReading::factsAreNamedAsTheDecisionNamesThem()
{
    const QList<MailSighting> seen {{{u"n1"_s, u"a@b.example"_s}, domain::wordOf(domain::MailLocation::Inbox), {}, {}},
                                    {{u"n2"_s, u"x@b.example"_s}, domain::wordOf(domain::MailLocation::Junk), {}, {}},
                                    {{u"n2"_s, u"y@b.example"_s}, domain::wordOf(domain::MailLocation::Junk), {}, {}}};
    const auto time = Moment::parse(u"2026-02-25T16:00:00Z");
    const QList<Fact> facts = remote::locationFacts(
        {{u"N1"_s, u"A@b.example"_s}, {u"n2"_s, {}}, {u"n3"_s, u"z@b.example"_s}}, seen, u"hunting"_s, time);
    QStringList names;
    for (const Fact &fact : facts) {
        names.append(fact.name + u'=' + fact.value);
        QCOMPARE(fact.source, u"hunting"_s);
        QCOMPARE(fact.sourceTime, time);
        QVERIFY(domain::targetOfLocationFact(fact.name).has_value());
    }
    QCOMPARE(
        names,
        QStringList({u"latestLocation/N1/A@b.example=inbox_folder"_s, u"latestLocation/n2/x@b.example=junkFolder"_s,
                     u"latestLocation/n2/y@b.example=junkFolder"_s, u"latestLocation/n3/z@b.example="_s}));
    QVERIFY(!domain::targetOfLocationFact(u"latestLocation"_s));
    QVERIFY(!domain::targetOfLocationFact(u"verdict"_s));
    QVERIFY(!domain::targetOfLocationFact(u"latestLocation//a"_s));
}

void MailReading::mailIsProvedByItsPlace_data()
{
    QTest::addColumn<MailAction>("action");
    QTest::addColumn<QString>("before"); // frozen; "-" for no fact
    QTest::addColumn<QString>("now");
    QTest::addColumn<bool>("event"); // by an administrator, after the facts were read
    QTest::addColumn<Proof::State>("state");
    using S = Proof::State;
    const auto row = [](const char *name, MailAction action, const char *before, const char *now, bool event, S state) {
        QTest::newRow(name) << action << QString::fromLatin1(before) << QString::fromLatin1(now) << event << state;
    };
    row("junk", MailAction::MoveToJunk, "inbox_folder", "junkFolder", false, S::Proved);
    row("inbox", MailAction::MoveToInbox, "junkFolder", "inbox_folder", false, S::Proved);
    row("deleted items", MailAction::MoveToDeletedItems, "inbox_folder", "deletedFolder", false, S::Proved);
    row("soft delete, as a folder", MailAction::SoftDelete, "inbox_folder", "deletedFolder", false, S::Proved);
    row("soft delete, as others", MailAction::SoftDelete, "inbox_folder", "others", false, S::Proved);
    row("hard delete", MailAction::HardDelete, "junkFolder", "others", false, S::Proved);
    row("not yet", MailAction::SoftDelete, "inbox_folder", "inbox_folder", false, S::NotYet);
    row("not yet, though somebody tried", MailAction::SoftDelete, "inbox_folder", "inbox_folder", true, S::NotYet);
    row("was there before", MailAction::MoveToJunk, "junkFolder", "junkFolder", false, S::Proved);
    row("deleted by its reader before", MailAction::SoftDelete, "deletedFolder", "deletedFolder", false, S::NotYet);
    row("deleted by its reader before, then by us", MailAction::SoftDelete, "deletedFolder", "deletedFolder", true,
        S::Proved);
    row("elsewhere", MailAction::SoftDelete, "inbox_folder", "quarantine", false, S::Contradicted);
    row("unknown", MailAction::SoftDelete, "inbox_folder", "unknown", false, S::NotYet);
    row("no word at all", MailAction::SoftDelete, "inbox_folder", "", false, S::NotYet);
    row("never read before", MailAction::SoftDelete, "-", "inbox_folder", false, S::NotYet);
    row("never read before, there now", MailAction::MoveToJunk, "-", "junkFolder", false, S::Proved);
    row("junk is no deletion", MailAction::SoftDelete, "inbox_folder", "junkFolder", false, S::Contradicted);
}

void MailReading::mailIsProvedByItsPlace()
{
    QFETCH(MailAction, action);
    QFETCH(QString, before);
    QFETCH(QString, now);
    QFETCH(bool, event);
    QFETCH(Proof::State, state);
    const MailTarget target {u"n1"_s, u"a@b.example"_s};
    const auto readAt = Moment::parse(u"2026-02-25T16:00:00Z");
    domain::Decision decision;
    decision.mailAction = action;
    decision.facts = {
        {domain::latestLocationFact(target), before == "-"_L1 ? QString() : before, u"hunting"_s, readAt}};
    if (before == "-"_L1)
        decision.facts.clear();
    MailSighting sighting {target, domain::word<domain::MailLocation>(now), {}, {}};
    if (now.isEmpty())
        sighting.location = {domain::MailLocation::Unknown, {}};
    if (event)
        sighting.events = {{readAt->plusSeconds(60), u"AdminAction"_s, u"Manual remediation"_s, u"Success"_s}};
    QCOMPARE(remote::mailProof(decision, {target}, {sighting}).state, state);
}

void MailReading::aFailureIsSeen()
{
    const MailTarget target {u"n1"_s, u"a@b.example"_s};
    const auto readAt = Moment::parse(u"2026-02-25T16:00:00Z");
    domain::Decision decision;
    decision.mailAction = MailAction::SoftDelete;
    decision.facts = {{domain::latestLocationFact(target), u"inbox_folder"_s, u"hunting"_s, readAt}};
    for (const QString &word : {u"Failed"_s, u"Error"_s, u"failure"_s}) {
        const MailSighting sighting {target,
                                     domain::word<domain::MailLocation>(u"inbox_folder"_s),
                                     {},
                                     {{readAt->plusSeconds(60), u"admin"_s, u"x"_s, word}}};
        const Proof proof = remote::mailProof(decision, {target}, {sighting});
        QCOMPARE(proof.state, Proof::State::Contradicted);
        QVERIFY(proof.detail.startsWith("failed"_L1));
    }
}

void MailReading::someAreNotAll()
{
    const auto readAt = Moment::parse(u"2026-02-25T16:00:00Z");
    const QList<MailTarget> targets {
        {u"n1"_s, u"a@b.example"_s}, {u"n1"_s, u"b@b.example"_s}, {u"n2"_s, u"a@b.example"_s}};
    domain::Decision decision;
    decision.mailAction = MailAction::SoftDelete;
    QList<MailSighting> seen;
    for (const MailTarget &target : targets) {
        decision.facts.append({domain::latestLocationFact(target), u"inbox_folder"_s, u"hunting"_s, readAt});
        seen.append({target, domain::word<domain::MailLocation>(u"deletedFolder"_s), {}, {}});
    }
    QCOMPARE(remote::mailProof(decision, targets, seen).state, Proof::State::Proved);
    QCOMPARE(remote::mailProof(decision, targets, seen).detail, u"3/3"_s);
    QList<MailSighting> partly = seen;
    partly[1].location = domain::word<domain::MailLocation>(u"inbox_folder"_s);
    QCOMPARE(remote::mailProof(decision, targets, partly).state, Proof::State::NotYet);
    QCOMPARE(remote::mailProof(decision, targets, partly).detail, u"2/3"_s);
    partly.removeAt(1); // nobody knows it
    QCOMPARE(remote::mailProof(decision, targets, partly).state, Proof::State::NotYet);
    partly = seen;
    partly[2].location = domain::word<domain::MailLocation>(u"quarantine"_s);
    QCOMPARE(remote::mailProof(decision, targets, partly).state, Proof::State::Contradicted);
    QCOMPARE(remote::mailProof(decision, {}, seen).state, Proof::State::Unreadable);
}

void MailReading::anEventBeforeTheDecisionProvesNothing()
{
    const MailTarget target {u"n1"_s, u"a@b.example"_s};
    const auto readAt = Moment::parse(u"2026-02-25T16:00:00Z");
    domain::Decision decision;
    decision.mailAction = MailAction::SoftDelete;
    decision.facts = {{domain::latestLocationFact(target), u"deletedFolder"_s, u"hunting"_s, readAt}};
    MailSighting sighting {target,
                           domain::word<domain::MailLocation>(u"deletedFolder"_s),
                           {},
                           {{readAt->plusSeconds(-60), u"admin"_s, u"Manual remediation"_s, u"Success"_s}}};
    QCOMPARE(remote::mailProof(decision, {target}, {sighting}).state, Proof::State::NotYet);
    sighting.events = {{readAt->plusSeconds(60), u"user"_s, u"User action"_s, u"Success"_s}};
    QCOMPARE(remote::mailProof(decision, {target}, {sighting}).state, Proof::State::NotYet);
}

void MailReading::whoseMoveItWasIsTold_data()
{
    QTest::addColumn<QString>("unanswered"); // why nobody knows what became of the request; empty: it was accepted
    QTest::addColumn<MailAction>("action");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QStringList>("events"); // "source/type/result", all after the facts were read
    QTest::addColumn<Proof::State>("state");
    QTest::addColumn<QString>("reason");
    using S = Proof::State;
    const QString lost = u"connectionLost"_s;
    const QString inbox = u"inbox_folder"_s;
    const QString junk = u"junkFolder"_s;
    const QString deleted = u"deletedFolder"_s;
    const QString admin = u"AdminAction/Manual remediation/Success"_s;
    const QString late = u"admin/air/Already in destination"_s;
    const QString reader = u"user/unknown/Success"_s;
    const QString zap = u"SpecialAction/Phish ZAP/Success"_s;
    const QString click = u"user/userUrlClick/Success"_s;
    const auto soft = MailAction::SoftDelete;
    const auto toJunk = MailAction::MoveToJunk;
    const auto row = [](const char *name, const QString &unanswered, MailAction action, const QString &before,
                        const QString &now, const QStringList &events, S state, const char *reason) {
        QTest::newRow(name) << unanswered << action << before << now << events << state << QString::fromLatin1(reason);
    };
    row("accepted, an administrator's", {}, soft, inbox, deleted, {admin}, S::Proved, "");
    row("accepted, nobody's", {}, soft, inbox, deleted, {}, S::Proved, "");
    row("accepted, and clicked on", {}, soft, inbox, deleted, {click}, S::Proved, "");
    row("accepted, but it was there", {}, soft, inbox, deleted, {late}, S::Proved, "movedByOther");
    row("accepted, but ZAP was quicker", {}, toJunk, inbox, junk, {zap}, S::Proved, "movedByOther");
    row("accepted, but the reader was quicker", {}, toJunk, inbox, junk, {reader}, S::Proved, "movedByOther");
    row("accepted, deleted by the reader so far", {}, soft, inbox, deleted, {reader}, S::NotYet, "");
    row("accepted, deleted by the reader, then by us", {}, soft, inbox, deleted, {reader, admin}, S::Proved, "");
    row("accepted, was there before", {}, toJunk, junk, junk, {}, S::Proved, "");
    row("accepted, was there and was found there", {}, toJunk, junk, junk, {late}, S::Proved, "");
    row("lost, an administrator's", lost, soft, inbox, deleted, {admin}, S::Proved, "movedByAdministrator");
    row("lost, nobody's", lost, soft, inbox, deleted, {}, S::Proved, "movedByUnknown");
    row("lost, ZAP", lost, soft, inbox, deleted, {zap}, S::Proved, "movedByOther");
    row("lost, the reader", lost, soft, inbox, deleted, {reader}, S::NotYet, "");
    row("lost, the reader into junk", lost, toJunk, inbox, junk, {reader}, S::Proved, "movedByOther");
    row("lost, was there before", lost, toJunk, junk, junk, {}, S::Proved, "");
    row("lost, is where it was", lost, soft, inbox, inbox, {}, S::NotYet, "");
    row("killed, an administrator's", u"interrupted"_s, soft, inbox, deleted, {admin}, S::Proved,
        "movedByAdministrator");
}

void MailReading::whoseMoveItWasIsTold()
{
    QFETCH(QString, unanswered);
    QFETCH(MailAction, action);
    QFETCH(QString, before);
    QFETCH(QString, now);
    QFETCH(QStringList, events);
    const MailTarget target {u"n1"_s, u"a@b.example"_s};
    const auto readAt = Moment::parse(u"2026-02-25T16:00:00Z");
    domain::Decision decision;
    decision.state = domain::DecisionState::Verifying;
    decision.stateReason = unanswered;
    decision.mailAction = action;
    decision.facts = {{domain::latestLocationFact(target), before, u"hunting"_s, readAt}};
    MailSighting sighting {target, domain::word<domain::MailLocation>(now), {}, {}};
    for (const QString &event : events)
        sighting.events.append({readAt->plusSeconds(60 + sighting.events.size()), event.section(u'/', 0, 0),
                                event.section(u'/', 1, 1), event.section(u'/', 2)});
    const Proof proof = remote::mailProof(decision, {target}, {sighting});
    QTEST(proof.state, "state");
    QTEST(proof.reason, "reason");
}

void MailReading::oneMailOfAnotherMakesTheDifference()
{
    const auto readAt = Moment::parse(u"2026-02-25T16:00:00Z");
    const QList<MailTarget> targets {{u"n1"_s, u"a@b.example"_s}, {u"n2"_s, u"a@b.example"_s}};
    domain::Decision decision;
    decision.state = domain::DecisionState::Accepted;
    decision.mailAction = MailAction::MoveToJunk;
    QList<MailSighting> seen;
    for (const MailTarget &target : targets) {
        decision.facts.append({domain::latestLocationFact(target), u"inbox_folder"_s, u"hunting"_s, readAt});
        seen.append({target,
                     domain::word<domain::MailLocation>(u"junkFolder"_s),
                     {},
                     {{readAt->plusSeconds(60), u"admin"_s, u"air"_s, u"Success"_s}}});
    }
    QCOMPARE(remote::mailProof(decision, targets, seen).reason, QString());
    seen[1].events.first().source = u"system"_s;
    const Proof proof = remote::mailProof(decision, targets, seen);
    QCOMPARE(proof.state, Proof::State::Proved);
    QCOMPARE(proof.detail, u"2/2"_s);
    QCOMPARE(proof.reason, u"movedByOther"_s);
}

CASEMATE_TEST(MailReading)
#include "mailreading.moc"
