// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxdesk.h"

#include "support/testmain.h"

#include "domain/rules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace casemate::test;
using domain::Decision;
using domain::DecisionKind;
using domain::DecisionState;
using remote::HttpAnswer;
using remote::HttpRequest;

namespace {

constexpr int diskFull = 13; // SQLITE_FULL

Decision decisionOf(Desk &desk, DecisionKind kind)
{
    if (kind == DecisionKind::ApproveAction)
        return desk.bench.approval();
    const bool isEdit = kind == DecisionKind::Assign;
    return desk.bench.decision(kind, u"7"_s, isEdit ? u"bo@contoso.example"_s : QString(),
                               isEdit ? QString() : u"Asked the recipient."_s);
}

QString effectOf(DecisionKind kind)
{
    return kind == DecisionKind::ApproveAction ? u"remediation"_s
        : kind == DecisionKind::Assign         ? u"edit"_s
                                               : u"comment"_s;
}

// Writes of this decision; the comment that follows an approval is another one's.
qsizetype writesOf(const Desk &desk, DecisionKind kind)
{
    QList<HttpRequest> writes = desk.writes();
    writes.removeIf([&](const HttpRequest &request) {
        return kind == DecisionKind::ApproveAction && !request.url.path().endsWith("/remediate"_L1);
    });
    return writes.size();
}

} // namespace

// The way of a decision when the network, the session, the disk or the program fails on it.
class OutboxFaults final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whatWasLostIsLookedFor_data();
    void whatWasLostIsLookedFor();
    void whatWasKilledIsLookedFor_data();
    void whatWasKilledIsLookedFor();
    void aServerThatFailedMayHaveActed();
    void offlineItWaitsWithoutATrace();
    void whatIsTooLateIsNotSent();
    void withoutASessionItWaits();
    void withoutTheCredentialItWaits();
    void whatANewRightAllowsIsSentAtOnce();
    void aNetworkThatIsBackIsLookedThroughAtOnce();
    void aThrottledEditIsSentOnceLater();
    void aThrottledApprovalIsRefused();
    void whatIsNotPermittedIsRefused_data();
    void whatIsNotPermittedIsRefused();
    void cancellingReachesAPreflight();
    void anOutcomeOutlivesAFullDisk();

private:
    void failFirstWrite(std::function<Fate()> how);

    std::unique_ptr<Desk> m_desk;
};

void OutboxFaults::init()
{
    m_desk = std::make_unique<Desk>();
    QVERIFY(m_desk->open());
}

void OutboxFaults::failFirstWrite(std::function<Fate()> how)
{
    m_desk->fate = [how = std::move(how), isFirst = true](const HttpRequest &request) mutable {
        if (!isWrite(request) || !std::exchange(isFirst, false))
            return Fate::Passes;
        return how();
    };
}

void OutboxFaults::whatWasLostIsLookedFor_data()
{
    QTest::addColumn<DecisionKind>("kind");
    QTest::addColumn<Fate>("fate");
    QTest::addColumn<DecisionState>("state");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("writes");
    QTest::addColumn<int>("effects");
    const auto edit = DecisionKind::Assign;
    const auto comment = DecisionKind::Comment;
    const auto approval = DecisionKind::ApproveAction;
    const auto verified = DecisionState::Verified;
    const auto person = DecisionState::NeedsPerson;
    QTest::newRow("edit, answer") << edit << Fate::AnswerLost << verified << QString() << 1 << 1;
    QTest::newRow("edit, request") << edit << Fate::RequestLost << verified << QString() << 2 << 1;
    QTest::newRow("edit, unreachable") << edit << Fate::Unreachable << verified << QString() << 2 << 1;
    QTest::newRow("comment, answer") << comment << Fate::AnswerLost << verified << QString() << 1 << 1;
    QTest::newRow("comment, request") << comment << Fate::RequestLost << person << u"absent"_s << 1 << 0;
    QTest::newRow("comment, unreachable") << comment << Fate::Unreachable << verified << QString() << 2 << 1;
    QTest::newRow("approval, answer") << approval << Fate::AnswerLost << verified << u"movedByAdministrator"_s << 1
                                         << 1;
    QTest::newRow("approval, request") << approval << Fate::RequestLost << person << u"unproved"_s << 1 << 0;
    QTest::newRow("approval, unreachable")
        << approval << Fate::Unreachable << DecisionState::Refused << u"unreachable"_s << 1 << 0;
}

void OutboxFaults::whatWasLostIsLookedFor()
{
    QFETCH(DecisionKind, kind);
    QFETCH(Fate, fate);
    failFirstWrite([fate] { return fate; });
    const Decision decision = m_desk->take(decisionOf(*m_desk, kind));
    QVERIFY(!decision.id.isEmpty());
    QVERIFY(m_desk->runToTheEnd());
    m_desk->bench.runFor(std::chrono::hours(30)); // nothing more comes
    QTEST(m_desk->stateOf(decision), "state");
    QTEST(m_desk->bench.stored(decision.id).stateReason, "reason");
    QTEST(int(writesOf(*m_desk, kind)), "writes");
    QTEST(int(m_desk->effects(effectOf(kind)).size()), "effects");
    QCOMPARE(m_desk->bench.chainFault(), QString());
}

void OutboxFaults::whatWasKilledIsLookedFor_data()
{
    QTest::addColumn<DecisionKind>("kind");
    QTest::addColumn<bool>("hasArrived");
    QTest::addColumn<DecisionState>("state");
    QTest::addColumn<int>("writes");
    const auto verified = DecisionState::Verified;
    const auto person = DecisionState::NeedsPerson;
    QTest::newRow("edit, arrived") << DecisionKind::Assign << true << verified << 1;
    QTest::newRow("edit, not arrived") << DecisionKind::Assign << false << verified << 2;
    QTest::newRow("comment, arrived") << DecisionKind::Comment << true << verified << 1;
    QTest::newRow("comment, not arrived") << DecisionKind::Comment << false << person << 1;
    QTest::newRow("approval, arrived") << DecisionKind::ApproveAction << true << verified << 1;
    QTest::newRow("approval, not arrived") << DecisionKind::ApproveAction << false << person << 1;
}

void OutboxFaults::whatWasKilledIsLookedFor()
{
    QFETCH(DecisionKind, kind);
    QFETCH(bool, hasArrived);
    EngineBench &bench = m_desk->bench;
    failFirstWrite([&bench, hasArrived] {
        bench.gate.dieAt(1); // whatever the dying engine still wants to write
        bench.isHalted = true;
        return hasArrived ? Fate::AnswerLost : Fate::RequestLost;
    });
    const Decision decision = m_desk->take(decisionOf(*m_desk, kind));
    QVERIFY(bench.runUntil([&bench] { return bench.isHalted; }));
    bench.kill();
    bench.gate.clear();
    QCOMPARE(m_desk->stateOf(decision), DecisionState::Sending);
    bench.start();
    QVERIFY(m_desk->way(decision.id).contains(u"sending unknown"_s));
    QVERIFY(m_desk->runToTheEnd());
    bench.runFor(std::chrono::hours(30));
    QTEST(m_desk->stateOf(decision), "state");
    QTEST(int(writesOf(*m_desk, kind)), "writes");
    QCOMPARE(m_desk->effects(effectOf(kind)).size(), m_desk->stateOf(decision) == DecisionState::Verified ? 1 : 0);
    QCOMPARE(bench.chainFault(), QString());
}

void OutboxFaults::aServerThatFailedMayHaveActed()
{
    m_desk->bench.tenant.instead = [isFirst = true](const HttpRequest &request) mutable -> std::optional<HttpAnswer> {
        return isWrite(request) && std::exchange(isFirst, false) ? std::optional(answerWith(503)) : std::nullopt;
    };
    const Decision comment = m_desk->take(DecisionKind::Comment, {}, u"Asked the recipient."_s);
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->stateOf(comment), DecisionState::NeedsPerson);
    QVERIFY(m_desk->way(comment.id).contains(u"sending unknown verifying"_s));
    QCOMPARE(m_desk->writes().size(), 1);
}

void OutboxFaults::offlineItWaitsWithoutATrace()
{
    const Decision approval = m_desk->take(m_desk->bench.approval());
    m_desk->fate = [](const auto &) { return Fate::Unreachable; };
    m_desk->bench.runFor(std::chrono::hours(2));
    QCOMPARE(m_desk->way(approval.id), u"held queued preflight queued"_s);
    QCOMPARE(m_desk->bench.stored(approval.id).stateReason, u"unreachable"_s);
    m_desk->fate = {};
    m_desk->bench.runFor(std::chrono::minutes(10));
    QCOMPARE(m_desk->stateOf(approval), DecisionState::Verified);
    QCOMPARE(m_desk->effects(u"remediation"_s).size(), 1);
}

void OutboxFaults::whatIsTooLateIsNotSent()
{
    const Decision approval = m_desk->take(m_desk->bench.approval());
    m_desk->fate = [](const auto &) { return Fate::Unreachable; };
    m_desk->bench.runFor(std::chrono::hours(9));
    QCOMPARE(m_desk->stateOf(approval), DecisionState::Expired);
    m_desk->fate = {};
    m_desk->bench.runFor(std::chrono::hours(9));
    QCOMPARE(m_desk->stateOf(approval), DecisionState::Expired);
    QCOMPARE(m_desk->writes().size(), 0);
}

void OutboxFaults::withoutASessionItWaits()
{
    EngineBench &bench = m_desk->bench;
    bench.tenant.instead = [](const HttpRequest &request) -> std::optional<HttpAnswer> {
        if (!request.url.host().startsWith("login"_L1))
            return std::nullopt;
        return HttpAnswer {400,
                           {{"Content-Type", "application/json"}},
                           R"({"error":"invalid_grant","error_description":"AADSTS70008: expired"})"};
    };
    bench.clock->pass(std::chrono::hours(2)); // the access token is too old by now
    const Decision edit = m_desk->take(DecisionKind::Assign, u"bo@contoso.example"_s);
    QVERIFY(!edit.id.isEmpty());
    bench.runFor(std::chrono::hours(1));
    QCOMPARE(m_desk->stateOf(edit), DecisionState::Queued);
    QCOMPARE(m_desk->writes().size(), 0);
    bench.tenant.instead = {};
    bench.kill();
    bench.signIn(true);
    bench.start();
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->stateOf(edit), DecisionState::Verified);
    QCOMPARE(m_desk->effects(u"edit"_s).size(), 1);
}

void OutboxFaults::withoutTheCredentialItWaits()
{
    EngineBench &bench = m_desk->bench;
    const auto setCredential = [&bench](const QByteArray &json) {
        QObject asker;
        bool isSet = false;
        bench.core().setApplicationCredential(
            json, domain::Answer<domain::Done>(&asker, [&](const auto &done) { isSet = done.hasValue(); }));
        bench.turn();
        return isSet;
    };
    const Decision approval = m_desk->take(bench.approval());
    QVERIFY(setCredential({}));
    bench.runFor(std::chrono::hours(1));
    QCOMPARE(m_desk->stateOf(approval), DecisionState::Queued);
    QCOMPARE(m_desk->writes().size(), 0);
    QVERIFY(setCredential(R"({"clientId":"app","clientSecret":"secret"})"));
    QCOMPARE(m_desk->effects(u"remediation"_s).size(), 1); // at once
    bench.runFor(std::chrono::minutes(10));
    QCOMPARE(m_desk->stateOf(approval), DecisionState::Verified);
    QCOMPARE(m_desk->effects(u"remediation"_s).size(), 1);
}

void OutboxFaults::whatANewRightAllowsIsSentAtOnce()
{
    EngineBench &bench = m_desk->bench;
    bool mayWrite = false;
    bench.tenant.instead = [&mayWrite](const HttpRequest &request) -> std::optional<HttpAnswer> {
        if (!request.body.contains("refresh_token") || mayWrite)
            return std::nullopt;
        return HttpAnswer {200,
                           {{"Content-Type", "application/json"}},
                           R"({"token_type":"Bearer","expires_in":7200,"access_token":"token","refresh_token":"again",)"
                           R"("scope":"SecurityIncident.Read.All SecurityAlert.Read.All"})"};
    };
    bench.clock->pass(std::chrono::hours(2)); // the access token is too old by now
    const Decision edit = m_desk->take(DecisionKind::Assign, u"bo@contoso.example"_s);
    QVERIFY(bench.runUntil([&] { return bench.stored(edit.id).stateReason == u"noCapability"_s; }));
    mayWrite = true;
    bench.runFor(std::chrono::hours(1)); // the token that may not is still good
    QCOMPARE(m_desk->stateOf(edit), DecisionState::Queued);
    bool wasRefused = false; // the service asks for a new one
    m_desk->bench.tenant.instead = [&wasRefused](const HttpRequest &request) -> std::optional<HttpAnswer> {
        const bool isFeed = request.url.path().endsWith("/incidents"_L1);
        return isFeed && !std::exchange(wasRefused, true) ? std::optional(answerWith(401)) : std::nullopt;
    };
    QVERIFY(*bench.pull());
    QVERIFY(wasRefused);
    bench.turn();
    QCOMPARE(m_desk->effects(u"edit"_s).size(), 1);
}

void OutboxFaults::aNetworkThatIsBackIsLookedThroughAtOnce()
{
    EngineBench &bench = m_desk->bench;
    const Decision approval = m_desk->take(bench.approval());
    QVERIFY(bench.runUntil([&] { return m_desk->stateOf(approval) == DecisionState::Accepted; }));
    m_desk->fate = [](const auto &) { return Fate::Unreachable; };
    bench.runFor(std::chrono::minutes(30)); // by now it looks every five minutes
    QVERIFY(m_desk->stateOf(approval) != DecisionState::Verified);
    m_desk->fate = {};
    QVERIFY(*bench.pull());
    bench.turn();
    QCOMPARE(m_desk->stateOf(approval), DecisionState::Verified);
}

void OutboxFaults::aThrottledEditIsSentOnceLater()
{
    EngineBench &bench = m_desk->bench;
    bench.tenant.instead = [isFirst = true](const HttpRequest &request) mutable -> std::optional<HttpAnswer> {
        if (!isWrite(request) || !std::exchange(isFirst, false))
            return std::nullopt;
        return answerWith(429, {{"Retry-After", "30"}});
    };
    QList<domain::Moment> sentAt;
    m_desk->fate = [&](const HttpRequest &request) {
        if (isWrite(request))
            sentAt.append(bench.clock->now());
        return Fate::Passes;
    };
    const Decision edit = m_desk->take(DecisionKind::Assign, u"bo@contoso.example"_s);
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->stateOf(edit), DecisionState::Verified);
    QVERIFY(m_desk->way(edit.id).contains(u"sending queued"_s));
    QCOMPARE(sentAt.size(), 2);
    QVERIFY(sentAt.at(1) >= sentAt.at(0).plusSeconds(30));
    QCOMPARE(m_desk->effects(u"edit"_s).size(), 1);
    QCOMPARE(bench.stored(edit.id).attempts, 2);
}

void OutboxFaults::aThrottledApprovalIsRefused()
{
    EngineBench &bench = m_desk->bench;
    bench.tenant.instead = [isFirst = true](const HttpRequest &request) mutable -> std::optional<HttpAnswer> {
        return isWrite(request) && std::exchange(isFirst, false) ? std::optional(answerWith(429)) : std::nullopt;
    };
    const Decision approval = m_desk->take(bench.approval());
    QVERIFY(m_desk->runToTheEnd());
    bench.runFor(std::chrono::hours(9));
    QCOMPARE(m_desk->stateOf(approval), DecisionState::Refused);
    QCOMPARE(bench.stored(approval.id).stateReason, u"throttled"_s);
    QCOMPARE(m_desk->writes().size(), 1);
    const Decision anew = m_desk->take(bench.approval()); // a person may decide again
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->stateOf(anew), DecisionState::Verified);
    QCOMPARE(m_desk->effects(u"remediation"_s).size(), 1);
}

void OutboxFaults::whatIsNotPermittedIsRefused_data()
{
    QTest::addColumn<bool>("isTheWrite");
    QTest::addColumn<int>("writes");
    QTest::newRow("reading") << false << 0;
    QTest::newRow("writing") << true << 1;
}

void OutboxFaults::whatIsNotPermittedIsRefused()
{
    QFETCH(bool, isTheWrite);
    const Decision edit = m_desk->take(DecisionKind::Assign, u"bo@contoso.example"_s);
    m_desk->bench.tenant.instead = [isTheWrite](const HttpRequest &request) -> std::optional<HttpAnswer> {
        return isWrite(request) == isTheWrite ? std::optional(answerWith(403)) : std::nullopt;
    };
    QVERIFY(m_desk->runToTheEnd());
    m_desk->bench.runFor(std::chrono::hours(9));
    QCOMPARE(m_desk->stateOf(edit), DecisionState::Refused);
    QCOMPARE(m_desk->bench.stored(edit.id).stateReason, u"notPermitted"_s);
    QTEST(int(m_desk->writes().size()), "writes");
}

void OutboxFaults::cancellingReachesAPreflight()
{
    const Decision edit = m_desk->take(DecisionKind::Assign, u"bo@contoso.example"_s);
    std::optional<domain::Result<domain::Done>> undone;
    QObject asker;
    m_desk->fate = [&](const HttpRequest &) {
        if (!undone) // the facts are on their way
            m_desk->bench.core().cancelDecision(
                edit.id, domain::Answer<domain::Done>(&asker, [&](const auto &result) { undone = result; }));
        return Fate::Passes;
    };
    QVERIFY(m_desk->bench.runUntil([&] { return undone.has_value(); }));
    QVERIFY(undone->hasValue());
    m_desk->bench.runFor(std::chrono::hours(9));
    QCOMPARE(m_desk->way(edit.id), u"held queued preflight cancelled"_s);
    QCOMPARE(m_desk->writes().size(), 0);
}

void OutboxFaults::anOutcomeOutlivesAFullDisk()
{
    EngineBench &bench = m_desk->bench;
    failFirstWrite([&bench] {
        bench.gate.dieAt(1, diskFull); // from now on nothing can be written
        return Fate::Passes;
    });
    const Decision approval = m_desk->take(bench.approval());
    QVERIFY(bench.runUntil([&] { return m_desk->effects(u"remediation"_s).size() == 1; }));
    bench.runFor(std::chrono::minutes(20));
    QCOMPARE(m_desk->stateOf(approval), DecisionState::Sending);
    bench.gate.clear();
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->stateOf(approval), DecisionState::Verified);
    QVERIFY(m_desk->way(approval.id).contains(u"sending accepted"_s)); // and not "unknown": nothing was forgotten
    QCOMPARE(m_desk->effects(u"remediation"_s).size(), 1);
    QCOMPARE(m_desk->effects(u"comment"_s).size(), 1);
}

CASEMATE_TEST(OutboxFaults)
#include "outboxfaults.moc"
