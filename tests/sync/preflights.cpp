// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"

#include "domain/differencetext.h"
#include "domain/rules.h"
#include "sync/preflight.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace casemate;
using domain::Decision;
using domain::Fact;
using domain::MailAction;
using domain::MailTarget;
using sync::Preflight;

namespace {

const domain::Moment now = *domain::Moment::parse(u"2026-02-25T16:00:00Z");

Fact place(const QString &recipient, const QString &value)
{
    return {domain::latestLocationFact({u"n1"_s, recipient}), value, u"analyzedEmail"_s, now};
}

Decision approval(const QList<MailTarget> &targets)
{
    Decision decision;
    decision.id = {u"d"_s};
    decision.kind = domain::DecisionKind::ApproveAction;
    decision.executor = domain::ExecutorKind::MailRemediation;
    decision.incident = {u"7"_s};
    decision.tenantId = u"t"_s;
    decision.oid = u"o"_s;
    decision.action = {u"a"_s};
    decision.mailAction = MailAction::SoftDelete;
    decision.targets = targets;
    decision.decidedAt = now.plusSeconds(-60);
    decision.expires = now.plusSeconds(3600);
    decision.state = domain::DecisionState::Preflight;
    return decision;
}

domain::Capabilities everything()
{
    domain::Capabilities can;
    can.signedIn = true;
    can.tenantId = u"t"_s;
    can.oid = u"o"_s;
    can.mayReadIncidents = true;
    can.mayEditIncidents = true;
    can.hasApplicationCredential = true;
    return can;
}

} // namespace

// What the last look before sending makes of a place that nobody knew when it was decided.
class Preflights final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPlaceThatComesToLight_data();
    void aPlaceThatComesToLight();
    void aMailboxThatNobodyNamedStopsIt();
};

void Preflights::aPlaceThatComesToLight_data()
{
    QTest::addColumn<MailAction>("action");
    QTest::addColumn<bool>("hasFact"); // an empty one, or none at all
    QTest::addColumn<QString>("found");
    QTest::addColumn<Preflight::Answer>("answer");
    using A = Preflight::Answer;
    const auto soft = MailAction::SoftDelete;
    QTest::newRow("in the inbox") << soft << true << u"inbox_folder"_s << A::Freeze;
    QTest::newRow("in the inbox, no fact") << soft << false << u"inbox_folder"_s << A::Freeze;
    QTest::newRow("in junk") << soft << true << u"junkFolder"_s << A::Freeze;
    QTest::newRow("deleted already") << soft << true << u"deletedFolder"_s << A::Stale;
    QTest::newRow("deleted already, no fact") << soft << false << u"deletedFolder"_s << A::Stale;
    QTest::newRow("in junk already") << MailAction::MoveToJunk << true << u"junkFolder"_s << A::Stale;
    QTest::newRow("deleted, wanted in junk") << MailAction::MoveToJunk << true << u"deletedFolder"_s << A::Freeze;
    QTest::newRow("in the inbox already") << MailAction::MoveToInbox << true << u"inbox_folder"_s << A::Stale;
    QTest::newRow("in quarantine") << soft << true << u"quarantine"_s << A::Stale;
    QTest::newRow("outside") << soft << false << u"onprem_external"_s << A::Stale;
    QTest::newRow("still not known") << soft << true << QString() << A::Refuse;
}

void Preflights::aPlaceThatComesToLight()
{
    QFETCH(MailAction, action);
    QFETCH(bool, hasFact);
    QFETCH(QString, found);
    QFETCH(Preflight::Answer, answer);
    const QString recipient = u"a@b.example"_s;
    Decision decision = approval({{u"n1"_s, recipient}});
    decision.mailAction = action;
    if (hasFact)
        decision.facts = {place(recipient, {})};
    const QList<Fact> current {place(recipient, found)};
    const Preflight preflight = sync::judgePreflight(decision, current, {}, everything(), now);
    QCOMPARE(preflight.answer, answer);
    if (answer == Preflight::Answer::Freeze)
        QCOMPARE(preflight.facts, current);
    if (answer != Preflight::Answer::Stale)
        return;
    QCOMPARE(domain::differencesIn(preflight.detail),
             QList<domain::FactDifference>({{current.first().name, QString(), found}}));
    decision.stateDetail = preflight.detail; // and the person wants it all the same
    decision.facts = sync::confirmedFacts(decision);
    const Preflight again = sync::judgePreflight(decision, current, {}, everything(), now);
    const bool isMailbox = domain::isCloudMailbox(domain::word<domain::MailLocation>(found).value);
    QCOMPARE(again.answer, isMailbox ? Preflight::Answer::Go : Preflight::Answer::Refuse);
}

void Preflights::aMailboxThatNobodyNamedStopsIt()
{
    Decision decision = approval({{u"n1"_s, {}}}); // whoever got the message, as far as it was known
    decision.facts = {place(u"a@b.example"_s, {})};
    QList<Fact> current {place(u"a@b.example"_s, u"inbox_folder"_s)};
    QCOMPARE(sync::judgePreflight(decision, current, {}, everything(), now).answer, Preflight::Answer::Freeze);
    current.append(place(u"c@b.example"_s, u"inbox_folder"_s));
    const Preflight preflight = sync::judgePreflight(decision, current, {}, everything(), now);
    QCOMPARE(preflight.answer, Preflight::Answer::Stale);
    QCOMPARE(domain::differencesIn(preflight.detail),
             QList<domain::FactDifference>({{current.last().name, QString(), u"inbox_folder"_s}}));
}

CASEMATE_TEST(Preflights)
#include "preflights.moc"
