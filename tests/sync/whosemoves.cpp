// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxdesk.h"

#include "support/testmain.h"

#include "domain/differencetext.h"
#include "domain/rules.h"
#include "store/cachereader.h"

#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;
using namespace casemate::test;
using domain::Decision;
using domain::DecisionState;
using remote::HttpRequest;

namespace {

const QString message = u"m-1"_s;

bool isRemediation(const HttpRequest &request)
{
    return request.url.path().endsWith("/remediate"_L1);
}

QString cachedPlace(Desk &desk, const Decision &approval)
{
    const remote::GraphDecoder decoder;
    const auto places = store::CacheReader(desk.bench.folder(), decoder).latestLocations(approval.targets);
    return places && places->size() == 1 ? places->first().value : QString();
}

} // namespace

// Who has acted besides us, before the sending and after it, and what is said of it.
class WhoseMoves final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aMoveThatMayBeAnothersIsNotClaimed_data();
    void aMoveThatMayBeAnothersIsNotClaimed();
    void aMoveThatWasAcceptedIsOurs();
    void anAnswerThatWasLostClaimsNothing();
    void anothersMoveOfAnAcceptedOneIsTold();
    void whatWasDoneByHandStopsWhatWasDecidedUnseen_data();
    void whatWasDoneByHandStopsWhatWasDecidedUnseen();
    void whereItLiesBecomesAFactOfTheDecision();
    void theProofReachesTheCacheAfterAKill();
    void thePlacesAreReadWhenTheNetworkIsBack();

private:
    [[nodiscard]] QString commentOn(const Decision &approval);

    std::unique_ptr<Desk> m_desk;
};

void WhoseMoves::init()
{
    m_desk = std::make_unique<Desk>();
    QVERIFY(m_desk->open());
}

// As it was posted.
QString WhoseMoves::commentOn(const Decision &approval)
{
    const domain::DecisionId id = domain::approvalCommentId(approval.id);
    const QList<Effect> posted = m_desk->effects(u"comment"_s);
    for (const Effect &effect : posted) {
        if (domain::carriesMark(effect.text, id))
            return effect.text;
    }
    return {};
}

void WhoseMoves::aMoveThatMayBeAnothersIsNotClaimed_data()
{
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("says");
    QTest::newRow("an administrator") << u"admin"_s << u"movedByAdministrator"_s << u"not necessarily Casemate"_s;
    QTest::newRow("nobody on record") << QString() << u"movedByUnknown"_s << u"not necessarily Casemate"_s;
    QTest::newRow("the service") << u"system"_s << u"movedByOther"_s << u"moved by somebody else"_s;
}

void WhoseMoves::aMoveThatMayBeAnothersIsNotClaimed()
{
    QFETCH(QString, by);
    QFETCH(QString, says);
    m_desk->fate = [](const HttpRequest &request) { return isRemediation(request) ? Fate::RequestLost : Fate::Passes; };
    const Decision approval = m_desk->take(m_desk->seenApproval());
    QVERIFY(m_desk->bench.runUntil([&] { return m_desk->stateOf(approval) == DecisionState::Verifying; }));
    m_desk->bench.clock->pass(std::chrono::seconds(1));
    m_desk->bench.tenant.moveMail(message, u"deletedFolder"_s, by);
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->stateOf(approval), DecisionState::Verified);
    QTEST(m_desk->bench.stored(approval.id).stateReason, "reason");
    const QString comment = commentOn(approval);
    QVERIFY2(comment.contains(says), qPrintable(comment));
    QVERIFY2(!comment.contains(u"Approved"_s) && !comment.contains(u"carried out"_s), qPrintable(comment));
    QVERIFY(comment.contains(approval.upn) && comment.contains(approval.id.text));
    m_desk->bench.runFor(std::chrono::hours(9));
    QCOMPARE(m_desk->effects(u"remediation"_s).size(), 0);
    QCOMPARE(m_desk->writes().size(), 2); // the remediation that was lost, and the comment
}

void WhoseMoves::aMoveThatWasAcceptedIsOurs()
{
    const Decision approval = m_desk->take(m_desk->seenApproval());
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->stateOf(approval), DecisionState::Verified);
    QCOMPARE(m_desk->bench.stored(approval.id).stateReason, QString());
    QVERIFY(commentOn(approval).startsWith(u"Approved with Casemate by an@contoso.example: softDelete"_s));
}

void WhoseMoves::anAnswerThatWasLostClaimsNothing()
{
    m_desk->fate = [](const HttpRequest &request) { return isRemediation(request) ? Fate::AnswerLost : Fate::Passes; };
    const Decision approval = m_desk->take(m_desk->seenApproval());
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->stateOf(approval), DecisionState::Verified);
    QCOMPARE(m_desk->bench.stored(approval.id).stateReason, u"movedByAdministrator"_s);
    QVERIFY(commentOn(approval).contains(u"not necessarily Casemate"_s));
    QCOMPARE(m_desk->effects(u"remediation"_s).size(), 1);
}

void WhoseMoves::anothersMoveOfAnAcceptedOneIsTold()
{
    m_desk->bench.tenant.setRemediationDelay(3600);
    Decision approval = m_desk->seenApproval();
    approval.mailAction = domain::MailAction::MoveToJunk;
    approval = m_desk->take(approval);
    QVERIFY(m_desk->bench.runUntil([&] { return m_desk->stateOf(approval) == DecisionState::Accepted; }));
    m_desk->bench.tenant.moveMail(message, u"junkFolder"_s, u"user"_s);
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->stateOf(approval), DecisionState::Verified);
    QCOMPARE(m_desk->bench.stored(approval.id).stateReason, u"movedByOther"_s);
    QVERIFY(commentOn(approval).contains(u"moved by somebody else"_s));
}

void WhoseMoves::whatWasDoneByHandStopsWhatWasDecidedUnseen_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<DecisionState>("confirmed"); // what becomes of it when the person wants it all the same
    QTest::newRow("it is done") << u"deletedFolder"_s << DecisionState::Verified;
    QTest::newRow("in no mailbox") << u"quarantine"_s << DecisionState::Refused;
}

void WhoseMoves::whatWasDoneByHandStopsWhatWasDecidedUnseen()
{
    QFETCH(QString, place);
    QFETCH(DecisionState, confirmed);
    m_desk->bench.tenant.moveMail(message, place, u"admin"_s);
    const Decision approval = m_desk->take(m_desk->bench.approval()); // from the cache, which knows no place
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->way(approval.id), u"held queued preflight stale"_s);
    QCOMPARE(domain::differencesIn(m_desk->bench.stored(approval.id).stateDetail),
             QList<domain::FactDifference>(
                 {{domain::latestLocationFact(approval.targets.first()), QString(), place}}));
    QCOMPARE(m_desk->writes().size(), 0);
    m_desk->bench.clock->pass(std::chrono::seconds(5));
    QVERIFY(*m_desk->bench.confirm(approval.id));
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->stateOf(approval), confirmed);
    QCOMPARE(m_desk->effects(u"remediation"_s).size(), confirmed == DecisionState::Verified ? 1 : 0);
}

void WhoseMoves::whereItLiesBecomesAFactOfTheDecision()
{
    m_desk->bench.tenant.moveMail(message, u"junkFolder"_s, u"user"_s);
    const Decision approval = m_desk->take(m_desk->bench.approval());
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(m_desk->stateOf(approval), DecisionState::Verified);
    const QList<domain::Fact> facts = m_desk->bench.stored(approval.id).facts;
    const QString name = domain::latestLocationFact(approval.targets.first());
    const auto place = std::find_if(facts.begin(), facts.end(), [&](const domain::Fact &fact) { return fact.name == name; });
    QVERIFY(place != facts.end());
    QCOMPARE(place->value, u"junkFolder"_s);
    QCOMPARE(place->source, u"analyzedEmail"_s);
    QVERIFY(place->sourceTime.has_value());
}

void WhoseMoves::theProofReachesTheCacheAfterAKill()
{
    EngineBench &bench = m_desk->bench;
    const Decision approval = m_desk->take(m_desk->seenApproval());
    m_desk->fate = [&](const HttpRequest &) {
        if (m_desk->stateOf(approval) != DecisionState::Verified)
            return Fate::Passes;
        bench.gate.dieAt(1); // before the first read that follows
        bench.isHalted = true;
        return Fate::RequestLost;
    };
    QVERIFY(bench.runUntil([&bench] { return bench.isHalted; }));
    bench.kill();
    bench.gate.clear();
    m_desk->fate = {};
    QCOMPARE(m_desk->stateOf(approval), DecisionState::Verified);
    QCOMPARE(cachedPlace(*m_desk, approval), u"inbox_folder"_s);
    bench.start();
    QVERIFY(m_desk->runToTheEnd());
    QCOMPARE(cachedPlace(*m_desk, approval), u"deletedFolder"_s);
    QCOMPARE(m_desk->effects(u"remediation"_s).size(), 1);
    const qsizetype before = bench.transport->count(); // and it is shown once
    bench.kill();
    bench.start();
    bench.runFor(std::chrono::minutes(10));
    QCOMPARE(bench.transport->count(), before);
}

void WhoseMoves::thePlacesAreReadWhenTheNetworkIsBack()
{
    EngineBench &bench = m_desk->bench;
    const Decision approval = m_desk->take(m_desk->seenApproval());
    m_desk->fate = [&](const HttpRequest &) {
        return m_desk->stateOf(approval) == DecisionState::Verified ? Fate::Unreachable : Fate::Passes;
    };
    QVERIFY(bench.runUntil([&] { return m_desk->stateOf(approval) == DecisionState::Verified; }));
    bench.runFor(std::chrono::minutes(30));
    QCOMPARE(cachedPlace(*m_desk, approval), u"inbox_folder"_s);
    m_desk->fate = {};
    QVERIFY(*bench.pull());
    bench.turn();
    QCOMPARE(cachedPlace(*m_desk, approval), u"deletedFolder"_s);
}

CASEMATE_TEST(WhoseMoves)
#include "whosemoves.moc"
