// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/overlay.h"
#include "support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace models;
using namespace domain;
using S = DecisionState;

namespace {

Decision decided(DecisionKind kind, const QString &value, S state = S::Held, qint64 at = 1)
{
    Decision decision;
    decision.id = {u"d"_s + QString::number(at)};
    decision.kind = kind;
    decision.incident = {u"29"_s};
    decision.value = value;
    decision.state = state;
    decision.decidedAt = {at};
    return decision;
}

Overlay over(const QList<Decision> &open)
{
    return overlayFor({u"29"_s}, {u"One"_s}, open);
}

} // namespace

class Overlays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingDecidedLaysNothing()
    {
        QCOMPARE(over({}), Overlay());
        Decision other = decided(DecisionKind::Assign, u"x"_s);
        other.incident = {u"30"_s};
        QCOMPARE(over({other}), Overlay());
    }

    void eachKindLaysItsField()
    {
        QCOMPARE(over({decided(DecisionKind::Assign, u" ada "_s)}).assignee,
                 (OverlayField<QString> {u"ada"_s, S::Held}));
        QCOMPARE(over({decided(DecisionKind::Assign, {})}).assignee, (OverlayField<QString> {QString(), S::Held}));
        QCOMPARE(over({decided(DecisionKind::SetStatus, u"inProgress"_s)}).status,
                 (OverlayField<IncidentStatus> {IncidentStatus::InProgress, S::Held}));
        const Judgement phish {Classification::TruePositive, Determination::Phishing};
        QCOMPARE(over({decided(DecisionKind::Classify, u"truePositive/phishing"_s)}).judgement,
                 (OverlayField<Judgement> {phish, S::Held}));
        const Overlay resolved = over({decided(DecisionKind::Resolve, u"truePositive/phishing"_s)});
        QCOMPARE(resolved.status.value, IncidentStatus::Resolved);
        QCOMPARE(resolved.judgement.value, phish);
        QVERIFY(!over({decided(DecisionKind::Resolve, {})}).judgement.state);
        QCOMPARE(over({decided(DecisionKind::AddTag, u"Two"_s)}).tags.value, (QStringList {u"One"_s, u"Two"_s}));
        QCOMPARE(over({decided(DecisionKind::RemoveTag, u"one"_s)}).tags.value, QStringList());
        const Overlay comment = over({decided(DecisionKind::Comment, {})});
        QCOMPARE(comment.decisions, 1);
        QVERIFY(!comment.assignee.state && !comment.status.state && !comment.judgement.state && !comment.tags.state);
    }

    void theLastDecisionCountsAndTagsAddUp()
    {
        const QList<Decision> open {decided(DecisionKind::Assign, u"new"_s, S::Queued, 5),
                                    decided(DecisionKind::Assign, u"old"_s, S::Sending, 2),
                                    decided(DecisionKind::RemoveTag, u"One"_s, S::Held, 9),
                                    decided(DecisionKind::AddTag, u"Two"_s, S::Accepted, 3)};
        const Overlay overlay = over(open);
        QCOMPARE(overlay.assignee, (OverlayField<QString> {u"new"_s, S::Queued}));
        QCOMPARE(overlay.tags, (OverlayField<QStringList> {QStringList {u"Two"_s}, S::Held}));
        QCOMPARE(overlay.decisions, 4);
    }

    void whatWillNotComeByItselfShowsTheServersValue()
    {
        for (const S stopped : {S::Stale, S::NeedsPerson}) {
            QCOMPARE(over({decided(DecisionKind::Assign, u"x"_s, stopped)}).assignee,
                     (OverlayField<QString> {std::nullopt, stopped}));
            QCOMPARE(over({decided(DecisionKind::AddTag, u"x"_s, stopped)}).tags,
                     (OverlayField<QStringList> {std::nullopt, stopped}));
        }
        for (const S done : {S::Verified, S::Refused, S::Cancelled, S::Expired})
            QCOMPARE(over({decided(DecisionKind::Assign, u"x"_s, done)}), Overlay());
        for (const S open : {S::Held, S::Queued, S::Preflight, S::Sending, S::Accepted, S::Verifying, S::Unknown})
            QCOMPARE(over({decided(DecisionKind::Assign, u"x"_s, open)}).assignee,
                     (OverlayField<QString> {u"x"_s, open}));
    }

    void theNewestDecisionAboutAnActionIsFound()
    {
        Decision first = decided(DecisionKind::ApproveAction, {}, S::Refused, 1);
        first.action = {u"action"_s};
        Decision second = decided(DecisionKind::RejectAction, {}, S::Queued, 2);
        second.action = {u"action"_s};
        QCOMPARE(decisionOn({u"action"_s}, {second, first})->id, second.id);
        QVERIFY(!decisionOn({u"another"_s}, {first, second}));
        QVERIFY(!decisionOn({}, {decided(DecisionKind::Comment, {})}));
    }
};

CASEMATE_TEST(Overlays)
#include "overlays.moc"
