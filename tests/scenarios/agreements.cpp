// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the scenarios rely on to notice a wrong ending does notice it.

#include "scenarios/agreement.h"

#include "support/testmain.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace scenarios;
using domain::Decision;
using domain::DecisionKind;
using domain::DecisionState;

namespace {

Decision decision(const QString &id, DecisionKind kind, DecisionState state, const QString &value = {})
{
    Decision result;
    result.id = {id};
    result.kind = kind;
    result.state = state;
    result.value = value;
    result.incident = {u"29"_s};
    return result;
}

QJsonObject effect(int sequence, const QString &kind, const QJsonObject &detail)
{
    return {{u"sequence"_s, sequence},
            {u"kind"_s, kind},
            {u"target"_s, u"29"_s},
            {u"clientRequestId"_s, u"request-%1"_s.arg(sequence)},
            {u"detail"_s, detail}};
}

const QString mail = u"3d64d7e1-0001-4000-8000-000000000001"_s;
const QString tag = u"3d64d7e1-0002-4000-8000-000000000002"_s;
const QString comment = u"3d64d7e1-0003-4000-8000-000000000003"_s;
const QString assign = u"3d64d7e1-0004-4000-8000-000000000004"_s;

QList<Decision> decisions()
{
    return {decision(mail, DecisionKind::ApproveAction, DecisionState::Verified),
            decision(tag, DecisionKind::AddTag, DecisionState::Verified, u"phish"_s),
            decision(comment, DecisionKind::Comment, DecisionState::Verified),
            decision(assign, DecisionKind::Assign, DecisionState::Verified, u"mona@north.example"_s)};
}

QJsonArray effects()
{
    return {effect(1, u"remediate"_s, {{u"displayName"_s, QString(u"Casemate "_s + mail)}}),
            effect(2, u"patchIncident"_s, {{u"customTags"_s, QJsonArray {u"other"_s, u"phish"_s}}}),
            effect(3, u"comment"_s, {{u"comment"_s, domain::markedComment({comment}, u"seen"_s)}}),
            effect(4, u"patchIncident"_s, {{u"assignedTo"_s, u"mona@north.example"_s}})};
}

} // namespace

class Agreements : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneEffectForEachVerifiedDecisionAgrees();
    void aDoubledEffectIsReported_data();
    void aDoubledEffectIsReported();
    void theSameRequestTwiceIsReported();
    void aMissingEffectIsReported();
    void anEffectOfWhatWasNotSentIsReported_data();
    void anEffectOfWhatWasNotSentIsReported();
    void whatNeedsAPersonMayHaveOneEffectAndNotTwo();
    void anEffectOfNobodyIsReported();
    void everyDifferenceFromTheWorldIsReported();
};

void Agreements::oneEffectForEachVerifiedDecisionAgrees()
{
    QCOMPARE(disagreements(decisions(), effects()), QStringList());
}

void Agreements::aDoubledEffectIsReported_data()
{
    QTest::addColumn<int>("which");
    for (int i = 0; i < effects().size(); ++i)
        QTest::addRow("%d", i) << i;
}

void Agreements::aDoubledEffectIsReported()
{
    QFETCH(int, which);
    QJsonArray doubled = effects();
    QJsonObject again = doubled[which].toObject();
    again.insert(u"clientRequestId"_s, u"another"_s);
    doubled.append(again);
    const QStringList lines = disagreements(decisions(), doubled);
    QCOMPARE(lines.size(), 1);
    QVERIFY2(lines.constFirst().endsWith(u"is verified and has 2 effects"), qPrintable(lines.constFirst()));
}

void Agreements::theSameRequestTwiceIsReported()
{
    QJsonArray doubled = effects();
    doubled.append(doubled[0]);
    QCOMPARE(disagreements(decisions(), doubled).size(), 2); // as a second effect too
}

void Agreements::aMissingEffectIsReported()
{
    QJsonArray missing = effects();
    missing.removeFirst();
    const QStringList lines = disagreements(decisions(), missing);
    QCOMPARE(lines.size(), 1);
    QVERIFY2(lines.constFirst().endsWith(u"is verified and has 0 effects"), qPrintable(lines.constFirst()));
}

void Agreements::anEffectOfWhatWasNotSentIsReported_data()
{
    QTest::addColumn<DecisionState>("state");
    for (const DecisionState state :
         {DecisionState::Held, DecisionState::Queued, DecisionState::Refused, DecisionState::Stale,
          DecisionState::Cancelled, DecisionState::Expired, DecisionState::Sending})
        QTest::newRow(qPrintable(domain::decisionStateWord(state))) << state;
}

void Agreements::anEffectOfWhatWasNotSentIsReported()
{
    QFETCH(DecisionState, state);
    QList<Decision> changed = decisions();
    changed[0].state = state;
    QCOMPARE(disagreements(changed, effects()).size(), 1);
}

void Agreements::whatNeedsAPersonMayHaveOneEffectAndNotTwo()
{
    QList<Decision> changed = decisions();
    changed[0].state = DecisionState::NeedsPerson;
    QJsonArray fewer = effects();
    fewer.removeFirst();
    QCOMPARE(disagreements(changed, fewer), QStringList());
    QCOMPARE(disagreements(changed, effects()), QStringList());
    QJsonObject again = effects()[0].toObject();
    again.insert(u"clientRequestId"_s, u"another"_s);
    QJsonArray doubled = effects();
    doubled.append(again);
    QCOMPARE(disagreements(changed, doubled).size(), 1);
}

void Agreements::anEffectOfNobodyIsReported()
{
    QJsonArray more = effects();
    more.append(effect(5, u"patchIncident"_s, {{u"status"_s, u"resolved"_s}}));
    const QStringList lines = disagreements(decisions(), more);
    QCOMPARE(lines, QStringList {u"effect 5 (patchIncident) belongs to 0 decisions"_s});
}

void Agreements::everyDifferenceFromTheWorldIsReported()
{
    const QJsonObject alert {{u"id"_s, u"da1"_s}, {u"lastUpdateDateTime"_s, u"2026-03-02T08:00:00.1234567Z"_s}};
    const QJsonObject incident {
        {u"id"_s, u"29"_s}, {u"lastUpdateDateTime"_s, u"2026-03-02T08:00:01Z"_s}, {u"alerts"_s, QJsonArray {alert}}};
    const Stamps world = stampsOf({incident});
    QCOMPARE(world.incidents.size(), 1);
    QCOMPARE(world.alerts.size(), 1);
    QCOMPARE(differences(world, world), QStringList());

    Stamps cache = world;
    cache.alerts[u"da1"_s] = domain::Moment {cache.alerts[u"da1"_s].ticks - 1}; // 100 ns
    QCOMPARE(differences(cache, world).size(), 1);
    cache.alerts.clear();
    QCOMPARE(differences(cache, world), QStringList {u"alert da1 is missing"_s});
    cache.incidents.insert(u"30"_s, {});
    QCOMPARE(differences(cache, world).size(), 2);
}

CASEMATE_TEST(Agreements)
#include "agreements.moc"
