// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Executors over a Graph of a few lines: what they send, once, and how they prove it.

#include "remote/fakegraph.h"
#include "remote/incidentexecutor.h"
#include "remote/mailexecutor.h"
#include "remote/portalexecutor.h"
#include "remote/reply.h"

#include "domain/facts.h"
#include "domain/rules.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace casemate::test;
using domain::Decision;
using domain::DecisionKind;
using domain::ErrorKind;
using domain::Fact;
using domain::Result;
using remote::Outcome;
using remote::Proof;

class Executors final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    // incident
    void editsAreOnePatch_data();
    void editsAreOnePatch();
    void editsAreProvedByReading_data();
    void editsAreProvedByReading();
    void tagsAreMergedIntoTheServersList();
    void tagsWithoutPreflightAreNotSent();
    void somebodyElsesValueContradicts();
    void aMergedIncidentContradicts();
    void commentsAreOneMarkedPost_data();
    void commentsAreOneMarkedPost();
    void factsOfAnIncidentAreReadAgain();
    void anUnknownFactIsRefused();
    void theDigestIsOfWhatIsSent();
    // mail
    void approvalIsOneRemediation();
    void approvalReadsWhereTheMailsAre();
    void approvalReadsVerdictAndPendingState();
    void aClusterIsExpandedByItsFacts();
    void whatCannotBeRemediatedIsNotSent_data();
    void whatCannotBeRemediatedIsNotSent();
    void manyMessagesAreReadByHunting();
    void remediationIsProvedByPlace();
    void acceptedIsNotProved();
    // outcomes
    void outcomesAreClassified_data();
    void outcomesAreClassified();
    void aFailureBeforeTheFirstByteIsANo();
    void aLostAnswerIsUnknown();
    // portal
    void thePortalGetsNoRequest();
    void portalAddressesAreBuiltFromIds();
    void thePortalsWorkIsProvedByHunting();

private:
    template <class T>
    [[nodiscard]] Result<T> waitFor(const std::function<void(std::function<void(Result<T>)>)> &ask);
    [[nodiscard]] Result<QList<Fact>> facts(remote::Executor &executor, const Decision &decision);
    [[nodiscard]] Result<Outcome> carryOut(remote::Executor &executor, const Decision &decision);
    [[nodiscard]] Result<Proof> prove(remote::Executor &executor, const Decision &decision);

    std::unique_ptr<FakeGraph> m_graph;
    std::unique_ptr<remote::IncidentExecutor> m_incident;
    std::unique_ptr<remote::MailExecutor> m_mail;
    std::unique_ptr<remote::PortalExecutor> m_portal;
};

void Executors::init()
{
    m_graph = std::make_unique<FakeGraph>();
    m_incident = std::make_unique<remote::IncidentExecutor>(m_graph->client(), m_graph->decoder());
    m_mail = std::make_unique<remote::MailExecutor>(m_graph->client(), m_graph->decoder());
    m_portal = std::make_unique<remote::PortalExecutor>(m_graph->client(), m_graph->decoder());
}

template <class T>
Result<T> Executors::waitFor(const std::function<void(std::function<void(Result<T>)>)> &ask)
{
    Reply<T> reply;
    ask(reply.function());
    const bool came = QTest::qWaitFor([&] {
        if (!reply.came())
            m_graph->clock().advance(std::chrono::seconds(2)); // retries of reads
        return reply.came();
    });
    if (!came)
        return domain::Error {.kind = ErrorKind::TimedOut, .code = u"no answer"_s};
    return reply.isGood() ? Result<T>(reply.value()) : Result<T>(reply.error());
}

Result<QList<Fact>> Executors::facts(remote::Executor &executor, const Decision &decision)
{
    return waitFor<QList<Fact>>([&](auto answer) { executor.readFacts(decision, this, answer); });
}

Result<Outcome> Executors::carryOut(remote::Executor &executor, const Decision &decision)
{
    return waitFor<Outcome>([&](auto answer) { executor.carryOut(decision, {u"attempt-1"_s}, this, answer); });
}

Result<Proof> Executors::prove(remote::Executor &executor, const Decision &decision)
{
    return waitFor<Proof>([&](auto answer) { executor.prove(decision, this, answer); });
}

void Executors::editsAreOnePatch_data()
{
    QTest::addColumn<DecisionKind>("kind");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("comment");
    QTest::addColumn<QJsonObject>("patch");
    QTest::newRow("assign") << DecisionKind::Assign << u"ada@contoso.example"_s << QString()
                            << QJsonObject {{u"assignedTo"_s, u"ada@contoso.example"_s}};
    QTest::newRow("unassign") << DecisionKind::Assign << QString() << QString()
                              << QJsonObject {{u"assignedTo"_s, QJsonValue()}};
    QTest::newRow("classify") << DecisionKind::Classify << u"truePositive/phishing"_s << QString()
                              << QJsonObject {{u"classification"_s, u"truePositive"_s},
                                              {u"determination"_s, u"phishing"_s}};
    QTest::newRow("status") << DecisionKind::SetStatus << u"InProgress"_s << QString()
                            << QJsonObject {{u"status"_s, u"inProgress"_s}};
    QTest::newRow("resolve") << DecisionKind::Resolve << QString() << QString()
                             << QJsonObject {{u"status"_s, u"resolved"_s}};
    QTest::newRow("resolve with all") << DecisionKind::Resolve << u"falsePositive/notMalicious"_s << u"a test"_s
                                      << QJsonObject {{u"status"_s, u"resolved"_s},
                                                      {u"classification"_s, u"falsePositive"_s},
                                                      {u"determination"_s, u"notMalicious"_s},
                                                      {u"resolvingComment"_s, u"a test"_s}};
}

void Executors::editsAreOnePatch()
{
    QFETCH(DecisionKind, kind);
    QFETCH(QString, value);
    QFETCH(QString, comment);
    QFETCH(QJsonObject, patch);
    Decision edit = decision(kind, value);
    edit.comment = comment;
    const auto outcome = carryOut(*m_incident, edit);
    QVERIFY(outcome.hasValue());
    QCOMPARE(outcome->verdict, Outcome::Class::Yes);
    QCOMPARE(outcome->httpStatus, 200);
    QCOMPARE(outcome->requestId, u"r-1"_s);
    QVERIFY(outcome->incidentBytes && m_graph->decoder().incident(*outcome->incidentBytes).hasValue());
    QCOMPARE(m_graph->patches, QList<QJsonObject>({patch}));
    QCOMPARE(m_graph->transport().count(), 1);
}

void Executors::editsAreProvedByReading_data()
{
    QTest::addColumn<DecisionKind>("kind");
    QTest::addColumn<QString>("value");
    QTest::newRow("assign") << DecisionKind::Assign << u"Ada@contoso.example"_s;
    QTest::newRow("tag") << DecisionKind::AddTag << u"mine"_s;
    QTest::newRow("untag") << DecisionKind::RemoveTag << u"VIP"_s;
    QTest::newRow("classify") << DecisionKind::Classify << u"truePositive/phishing"_s;
    QTest::newRow("status") << DecisionKind::SetStatus << u"inProgress"_s;
    QTest::newRow("resolve") << DecisionKind::Resolve << u"truePositive/malware"_s;
    QTest::newRow("comment") << DecisionKind::Comment << QString();
    QTest::newRow("reject") << DecisionKind::RejectAction << QString();
    QTest::newRow("handled") << DecisionKind::MarkHandled << QString();
}

void Executors::editsAreProvedByReading()
{
    QFETCH(DecisionKind, kind);
    QFETCH(QString, value);
    Decision edit = decision(kind, value);
    edit.comment = u"why"_s;
    const auto before = prove(*m_incident, edit);
    QVERIFY(before.hasValue());
    QCOMPARE(before->state, Proof::State::Absent);
    QVERIFY(before->incidentBytes.has_value());
    QVERIFY(facts(*m_incident, edit).hasValue());
    QCOMPARE(carryOut(*m_incident, edit)->verdict, Outcome::Class::Yes);
    QCOMPARE(m_graph->writes(), 1);
    QCOMPARE(prove(*m_incident, edit)->state, Proof::State::Proved);
    m_graph->nextAnswer = remote::HttpAnswer {404, {}, "{}"};
    const auto unreadable = prove(*m_incident, edit);
    QCOMPARE(unreadable->state, Proof::State::Unreadable);
    QCOMPARE(unreadable->error->kind, ErrorKind::NotFound);
    QCOMPARE(m_graph->writes(), 1);
}

void Executors::tagsAreMergedIntoTheServersList()
{
    const Decision add = decision(DecisionKind::AddTag, u"mine"_s);
    m_graph->incident.insert(u"customTags"_s, QJsonArray {u"vip"_s, u"hers"_s}); // somebody was quicker
    QVERIFY(facts(*m_incident, add)->isEmpty());
    QVERIFY(carryOut(*m_incident, add).hasValue());
    QCOMPARE(m_graph->incident.value("customTags"_L1), (QJsonArray {u"vip"_s, u"hers"_s, u"mine"_s}));
    const Decision remove = [] {
        Decision d = decision(DecisionKind::RemoveTag, u"VIP"_s);
        d.id = {u"d-0002"_s};
        return d;
    }();
    QVERIFY(facts(*m_incident, remove).hasValue());
    QVERIFY(carryOut(*m_incident, remove).hasValue());
    QCOMPARE(m_graph->incident.value("customTags"_L1), (QJsonArray {u"hers"_s, u"mine"_s}));
}

void Executors::tagsWithoutPreflightAreNotSent()
{
    const Decision add = decision(DecisionKind::AddTag, u"mine"_s);
    QCOMPARE(carryOut(*m_incident, add).error().code, u"noPreflight"_s);
    QVERIFY(m_incident->digest(add).isEmpty());
    QVERIFY(facts(*m_incident, add).hasValue());
    QVERIFY(carryOut(*m_incident, add).hasValue());
    QCOMPARE(carryOut(*m_incident, add).error().code, u"noPreflight"_s); // one preflight, one sending
    QCOMPARE(m_graph->writes(), 1);
}

void Executors::somebodyElsesValueContradicts()
{
    Decision assign = decision(DecisionKind::Assign, u"ada@contoso.example"_s);
    assign.facts = {{QString::fromUtf16(domain::factAssignedTo), QString(), u"cache"_s, {}}};
    QCOMPARE(prove(*m_incident, assign)->state, Proof::State::Absent);
    m_graph->incident.insert(u"assignedTo"_s, u"bob@contoso.example"_s);
    const auto proof = prove(*m_incident, assign);
    QCOMPARE(proof->state, Proof::State::Contradicted);
    QCOMPARE(proof->detail, u"bob@contoso.example"_s);
}

void Executors::aMergedIncidentContradicts()
{
    m_graph->incident.insert(u"status"_s, u"redirected"_s);
    m_graph->incident.insert(u"redirectIncidentId"_s, u"31"_s);
    const auto proof = prove(*m_incident, decision(DecisionKind::Resolve));
    QCOMPARE(proof->state, Proof::State::Contradicted);
    QCOMPARE(proof->detail, u"redirected:31"_s);
}

void Executors::commentsAreOneMarkedPost_data()
{
    QTest::addColumn<DecisionKind>("kind");
    QTest::addColumn<QString>("comment");
    QTest::newRow("comment") << DecisionKind::Comment << u"Ümläut, \"quotes\"\nand lines"_s;
    QTest::newRow("reject") << DecisionKind::RejectAction << u"a newsletter"_s;
    QTest::newRow("reject without words") << DecisionKind::RejectAction << QString();
}

void Executors::commentsAreOneMarkedPost()
{
    QFETCH(DecisionKind, kind);
    QFETCH(QString, comment);
    Decision write = decision(kind);
    write.comment = comment;
    const auto outcome = carryOut(*m_incident, write);
    QCOMPARE(outcome->verdict, Outcome::Class::Yes);
    QVERIFY(!outcome->incidentBytes);
    QCOMPARE(m_graph->comments, QStringList({domain::markedComment(write.id, comment)}));
    QCOMPARE(m_graph->transport().count(), 1);
    QCOMPARE(m_graph->transport().requests().constFirst().url.path(), u"/v1.0/security/incidents/29/comments"_s);
    Decision other = write;
    other.id = {u"d-0003"_s};
    QCOMPARE(prove(*m_incident, other)->state, Proof::State::Absent); // not somebody else's comment
}

void Executors::factsOfAnIncidentAreReadAgain()
{
    Decision assign = decision(DecisionKind::Assign, u"ada@contoso.example"_s);
    for (const char16_t *name :
         {domain::factIncidentStatus, domain::factAssignedTo, domain::factTags, domain::factClassification,
          domain::factDetermination, domain::factSeverity, domain::factUpdated, domain::factRedirect})
        assign.facts.append({QString::fromUtf16(name), u"old"_s, u"cache"_s, {}});
    const auto read = facts(*m_incident, assign);
    QVERIFY(read.hasValue());
    QStringList values;
    for (const Fact &fact : *read) {
        values.append(fact.value);
        QCOMPARE(fact.source, u"graph"_s);
        QCOMPARE(fact.sourceTime, domain::Moment::parse(u"2026-02-25T16:31:33Z"));
    }
    QCOMPARE(values,
             QStringList({u"active"_s, {}, u"vip"_s, {}, {}, u"high"_s, u"2026-02-25T16:29:33.1234567Z"_s, {}}));
    QCOMPARE(m_graph->transport().count(), 1);
    assign.facts.clear();
    QVERIFY(facts(*m_incident, assign)->isEmpty()); // relies on nothing: nothing to read
    QCOMPARE(m_graph->transport().count(), 1);
}

void Executors::anUnknownFactIsRefused()
{
    Decision assign = decision(DecisionKind::Assign);
    assign.facts = {{u"weather"_s, u"fine"_s, u"cache"_s, {}}};
    const auto read = facts(*m_incident, assign);
    QCOMPARE(read.error().code, u"unknownFact"_s);
    QCOMPARE(read.error().detail, u"weather"_s);
}

void Executors::theDigestIsOfWhatIsSent()
{
    const Decision assign = decision(DecisionKind::Assign, u"ada@contoso.example"_s);
    const QByteArray digest = m_incident->digest(assign);
    QCOMPARE(digest.size(), 32);
    QCOMPARE(m_incident->digest(assign), digest);
    QVERIFY(m_incident->digest(decision(DecisionKind::Assign, u"bob@contoso.example"_s)) != digest);
    QVERIFY(m_incident->digest(decision(DecisionKind::Comment)) != digest);
    QCOMPARE(m_mail->digest(approval()).size(), 32);
    QVERIFY(m_portal->digest(approval()).isEmpty());
}

void Executors::approvalIsOneRemediation()
{
    Decision approve = approval();
    approve.comment = u"as AIR says"_s;
    const auto outcome = carryOut(*m_mail, approve);
    QVERIFY(outcome.hasValue());
    QCOMPARE(outcome->verdict, Outcome::Class::Yes);
    QCOMPARE(outcome->httpStatus, 202);
    QCOMPARE(outcome->handle, u"bulk-0001"_s);
    QCOMPARE(m_graph->transport().count(), 1);
    QCOMPARE(m_graph->remediations.size(), 1);
    const QJsonObject body = m_graph->remediations.constFirst();
    QVERIFY(body.value("displayName"_L1).toString().contains(u"d-0001"_s));
    QVERIFY(body.value("description"_L1).toString().contains(u"ada@contoso.example"_s));
    QCOMPARE(body.value("action"_L1).toString(), u"softDelete"_s);
    QCOMPARE(body.value("analyzedEmails"_L1).toArray().size(), 2);
    const remote::HttpHeaders headers = m_graph->transport().requests().constFirst().headers;
    QVERIFY(headers.contains(qMakePair(QByteArray("client-request-id"), QByteArray("attempt-1"))));
}

void Executors::approvalReadsWhereTheMailsAre()
{
    const Decision approve = approval();
    auto read = facts(*m_mail, approve);
    QVERIFY(read.hasValue());
    QVERIFY(domain::differences(approve.facts, *read).isEmpty());
    m_graph->places[u"n1/a@b.example"_s] = u"quarantine"_s; // ZAP was quicker
    read = facts(*m_mail, approve);
    QCOMPARE(domain::differences(approve.facts, *read).size(), 1);
    m_graph->places.remove(u"n1/a@b.example"_s);
    read = facts(*m_mail, approve);
    QCOMPARE(domain::differences(approve.facts, *read).size(), 1);
    Decision unread = approve; // decided without a network: the locations count as new
    unread.facts.clear();
    QCOMPARE(domain::differences(unread.facts, *facts(*m_mail, unread)).size(), 2);
    QCOMPARE(m_graph->writes(), 0);
}

void Executors::approvalReadsVerdictAndPendingState()
{
    Decision approve = approval();
    approve.facts.append({QString::fromUtf16(domain::factVerdict), u"malicious"_s, u"cache"_s, {}});
    approve.facts.append({QString::fromUtf16(domain::factRemediationStatus), u"pendingApproval"_s, u"cache"_s, {}});
    approve.facts.append({QString::fromUtf16(domain::factTargetSet),
                          domain::targetSetText({{u"n1"_s, u"a@b.example"_s}}),
                          u"cache"_s,
                          {}});
    const auto read = facts(*m_mail, approve);
    QVERIFY(read.hasValue());
    const auto differences = domain::differences(approve.facts, *read);
    QVERIFY2(differences.isEmpty(),
             differences.isEmpty() ? "" : qPrintable(differences.constFirst().name + differences.constFirst().now));
    approve.action = {u"another"_s};
    const auto gone = facts(*m_mail, approve);
    QCOMPARE(domain::differences(approve.facts, *gone).size(), 3);
}

void Executors::aClusterIsExpandedByItsFacts()
{
    Decision approve = approval();
    approve.targets = {{u"n1"_s, {}}};
    const auto targets = remote::remediationTargets(approve);
    QVERIFY(targets.hasValue());
    QCOMPARE(*targets, QList<domain::MailTarget>({{u"n1"_s, u"a@b.example"_s}, {u"n1"_s, u"c@b.example"_s}}));
    QVERIFY(domain::differences(approve.facts, *facts(*m_mail, approve)).isEmpty());
    m_graph->places.insert(u"n1/new@b.example"_s, u"inbox_folder"_s); // the cluster grew
    QCOMPARE(domain::differences(approve.facts, *facts(*m_mail, approve)).size(), 1);
    QVERIFY(carryOut(*m_mail, approve).hasValue());
    QCOMPARE(m_graph->remediations.constFirst().value("analyzedEmails"_L1).toArray().size(), 2); // those that were seen
}

void Executors::whatCannotBeRemediatedIsNotSent_data()
{
    QTest::addColumn<int>("targets");
    QTest::addColumn<bool>("hasAction");
    QTest::addColumn<QString>("code");
    QTest::newRow("no targets") << 0 << true << u"noTargets"_s;
    QTest::newRow("one too many") << 101 << true << u"tooManyTargets"_s;
    QTest::newRow("no action") << 1 << false << u"notMail"_s;
}

void Executors::whatCannotBeRemediatedIsNotSent()
{
    QFETCH(int, targets);
    QFETCH(bool, hasAction);
    QFETCH(QString, code);
    Decision approve = approval();
    approve.targets.clear();
    for (int i = 0; i < targets; ++i)
        approve.targets.append({u"n%1"_s.arg(i), u"a@b.example"_s});
    if (!hasAction)
        approve.mailAction.reset();
    const auto outcome = carryOut(*m_mail, approve);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Refused);
    QCOMPARE(outcome.error().code, code);
    QVERIFY(!outcome.error().mayHaveBeenApplied);
    QVERIFY(m_mail->digest(approve).isEmpty());
    QCOMPARE(m_graph->transport().count(), 0);
    Decision full = approval();
    full.targets.clear();
    for (int i = 0; i < 100; ++i)
        full.targets.append({u"n%1"_s.arg(i), u"a@b.example"_s});
    QVERIFY(remote::remediationTargets(full).hasValue());
}

void Executors::manyMessagesAreReadByHunting()
{
    Decision approve = approval();
    approve.targets.clear();
    approve.facts.clear();
    for (int i = 0; i < 60; ++i) {
        approve.targets.append({u"m%1"_s.arg(i), u"a@b.example"_s});
        m_graph->places.insert(u"m%1/a@b.example"_s.arg(i), u"inbox_folder"_s);
    }
    const auto read = facts(*m_mail, approve);
    QVERIFY(read.hasValue());
    QCOMPARE(read->size(), 60);
    QCOMPARE(read->constFirst().source, u"hunting"_s);
    QCOMPARE(m_graph->transport().count(), 1);
}

void Executors::remediationIsProvedByPlace()
{
    const Decision approve = approval();
    QCOMPARE(prove(*m_mail, approve)->state, Proof::State::NotYet);
    QVERIFY(carryOut(*m_mail, approve).hasValue());
    const auto proof = prove(*m_mail, approve);
    QCOMPARE(proof->state, Proof::State::Proved);
    QCOMPARE(proof->detail, u"2/2"_s);
    QCOMPARE(m_graph->writes(), 1);
}

void Executors::acceptedIsNotProved()
{
    m_graph->movesMails = false;
    const Decision approve = approval();
    QCOMPARE(carryOut(*m_mail, approve)->verdict, Outcome::Class::Yes);
    QCOMPARE(prove(*m_mail, approve)->state, Proof::State::NotYet);
    m_graph->places[u"n1/a@b.example"_s] = u"deletedFolder"_s;
    QCOMPARE(prove(*m_mail, approve)->detail, u"1/2"_s);
    m_graph->nextAnswer = remote::HttpAnswer {403, {}, "{}"};
    QCOMPARE(prove(*m_mail, approve)->state, Proof::State::Unreadable);
}

void Executors::outcomesAreClassified_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Outcome::Class>("verdict");
    using C = Outcome::Class;
    for (const int status : {200, 201})
        QTest::addRow("%d", status) << status << QByteArray("{\"id\":\"29\"}") << C::Yes;
    for (const int status : {202, 204})
        QTest::addRow("%d", status) << status << QByteArray() << C::Yes;
    for (const int status : {400, 401, 403, 404, 409, 412, 413, 415, 422, 429})
        QTest::addRow("%d", status) << status << QByteArray("{\"error\":{\"code\":\"x\"}}") << C::No;
    for (const int status : {203, 205, 206, 207, 405, 408, 410, 418, 423, 424, 500, 501, 502, 503, 504, 507, 599})
        QTest::addRow("%d", status) << status << QByteArray("{\"a\":1}") << C::Unknown;
    QTest::newRow("200 and HTML") << 200 << QByteArray("<html>") << C::Unknown;
    QTest::newRow("200 cut off") << 200 << QByteArray("{\"id\":\"2") << C::Unknown;
    QTest::newRow("200 and nothing") << 200 << QByteArray() << C::Unknown;
    QTest::newRow("200 and an error") << 200 << QByteArray("{\"error\":{}}") << C::Unknown;
    QTest::newRow("202 and HTML") << 202 << QByteArray("<html>") << C::Unknown;
}

void Executors::outcomesAreClassified()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Outcome::Class, verdict);
    for (remote::Executor *executor :
         {static_cast<remote::Executor *>(m_incident.get()), static_cast<remote::Executor *>(m_mail.get())}) {
        const bool isMail = executor == m_mail.get();
        m_graph->nextAnswer = remote::HttpAnswer {status, {{"Retry-After", "30"}, {"request-id", "r-9"}}, body};
        m_graph->transport().forgetRequests();
        const auto outcome =
            carryOut(*executor, isMail ? approval() : decision(DecisionKind::Assign, u"ada@contoso.example"_s));
        QVERIFY(outcome.hasValue());
        QCOMPARE(outcome->verdict, verdict);
        QCOMPARE(outcome->httpStatus, status);
        QCOMPARE(outcome->requestId, u"r-9"_s);
        QCOMPARE(m_graph->transport().count(), 1);
        if (status == 429)
            QCOMPARE(outcome->error.retryAfterSeconds, std::optional(30));
        if (status == 429)
            m_graph->clock().advance(std::chrono::seconds(40));
    }
}

void Executors::aFailureBeforeTheFirstByteIsANo()
{
    m_graph->transport().failRequest(1, FakeTransport::FailureMode::BeforeFirstByte);
    const auto outcome = carryOut(*m_mail, approval());
    QCOMPARE(outcome->verdict, Outcome::Class::No);
    QCOMPARE(outcome->error.kind, ErrorKind::Unreachable);
    QVERIFY(m_graph->remediations.isEmpty());
}

void Executors::aLostAnswerIsUnknown()
{
    m_graph->transport().failRequest(1, FakeTransport::FailureMode::LostAnswer);
    const auto outcome = carryOut(*m_mail, approval());
    QCOMPARE(outcome->verdict, Outcome::Class::Unknown);
    QCOMPARE(m_graph->remediations.size(), 1); // it had its effect
    QCOMPARE(prove(*m_mail, approval())->state, Proof::State::Proved);
    QCOMPARE(m_graph->writes(), 1);
}

void Executors::thePortalGetsNoRequest()
{
    const auto outcome = carryOut(*m_portal, approval());
    QCOMPARE(outcome->verdict, Outcome::Class::Yes);
    QVERIFY(outcome->handle.startsWith("https://security.microsoft.com/action-center/pending?tid=1111"_L1));
    QCOMPARE(m_graph->transport().count(), 0);
}

void Executors::portalAddressesAreBuiltFromIds()
{
    domain::Cloud cloud;
    cloud.portal = QUrl(u"http://127.0.0.1:8080/portal"_s);
    QCOMPARE(remote::portalIncident(cloud, u"t 1&x"_s, {u"29"_s}).toEncoded(),
             QByteArray("http://127.0.0.1:8080/portal/incident2/29/overview?tid=t%201%26x"));
    QVERIFY(remote::portalIncident(cloud, u"t"_s, {u"../x"_s}).isEmpty());
    QCOMPARE(remote::portalActionHistory(cloud, u"t"_s).path(), u"/portal/action-center/history"_s);
    QCOMPARE(remote::portalPendingActions(cloud, u"t"_s).host(), u"127.0.0.1"_s);
}

void Executors::thePortalsWorkIsProvedByHunting()
{
    const Decision approve = approval();
    QVERIFY(domain::differences(approve.facts, *facts(*m_portal, approve)).isEmpty());
    QCOMPARE(prove(*m_portal, approve)->state, Proof::State::NotYet);
    m_graph->places[u"n1/a@b.example"_s] = u"Deleted folder"_s;
    m_graph->places[u"n1/c@b.example"_s] = u"Others"_s;
    QCOMPARE(prove(*m_portal, approve)->state, Proof::State::Proved);
    m_graph->mayHunt = false;
    QCOMPARE(prove(*m_portal, approve)->state, Proof::State::Unreadable);
    QCOMPARE(m_graph->writes(), 0);
}

CASEMATE_TEST(Executors)
#include "executors.moc"
