// SPDX-FileCopyrightText: The Casemate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decision.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using S = DecisionState;

namespace {

constexpr S states[] = {S::Held,    S::Queued,  S::Preflight,   S::Sending, S::Accepted,  S::Verifying, S::Verified,
                        S::Refused, S::Unknown, S::NeedsPerson, S::Stale,   S::Cancelled, S::Expired};
constexpr EffectClass effects[] = {EffectClass::Set, EffectClass::Append, EffectClass::Destructive};
constexpr DecisionKind kinds[] = {DecisionKind::ApproveAction, DecisionKind::RejectAction, DecisionKind::MarkHandled,
                                  DecisionKind::Assign,        DecisionKind::AddTag,       DecisionKind::RemoveTag,
                                  DecisionKind::Classify,      DecisionKind::SetStatus,    DecisionKind::Resolve,
                                  DecisionKind::Comment};

// The rule in words, once more and apart from the program's own table: what may follow each state.
QHash<S, QList<S>> allowed(EffectClass effect)
{
    QHash<S, QList<S>> table;
    table[S::Held] = {S::Queued, S::Cancelled, S::Expired};
    table[S::Queued] = {S::Preflight, S::Cancelled, S::Expired};
    table[S::Preflight] = {S::Queued, S::Stale, S::Refused, S::Sending, S::Cancelled, S::Expired};
    table[S::Stale] = {S::Queued, S::Cancelled, S::Expired};
    table[S::Sending] = {S::Accepted, S::Refused, S::Unknown, S::Queued};
    table[S::Accepted] = {S::Verifying, S::Verified};
    table[S::Unknown] = {S::Verifying};
    table[S::Verifying] = {S::Verifying, S::Verified, S::NeedsPerson};
    if (effect == EffectClass::Set)
        table[S::Verifying].append(S::Queued);
    table[S::NeedsPerson] = {S::Verified, S::Refused, S::Cancelled};
    return table;
}

} // namespace

class DecisionStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheArrowsOfTheTableExist_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("effect");
        for (const S from : states) {
            for (const S to : states) {
                for (const EffectClass effect : effects)
                    QTest::addRow("%s to %s, effect %d", qPrintable(decisionStateWord(from)),
                                  qPrintable(decisionStateWord(to)), int(effect))
                        << int(from) << int(to) << int(effect);
            }
        }
    }
    void onlyTheArrowsOfTheTableExist()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(int, effect);
        QCOMPARE(mayFollow(S(from), S(to), EffectClass(effect)), allowed(EffectClass(effect))[S(from)].contains(S(to)));
    }

    // Whatever happens after the first byte, no path leads a destructive or appending decision to a second sending, but for
    // a definite "not processed".
    void nothingIsSentTwiceByItself()
    {
        for (const EffectClass effect : {EffectClass::Append, EffectClass::Destructive}) {
            QSet<S> reached = {S::Accepted, S::Unknown};
            for (bool grew = true; grew;) {
                grew = false;
                const QSet<S> before = reached;
                for (const S from : before) {
                    for (const S to : states) {
                        if (mayFollow(from, to, effect) && !isPersonsStep(from, to) && !reached.contains(to)) {
                            reached.insert(to);
                            grew = true;
                        }
                    }
                }
            }
            QCOMPARE(reached, (QSet<S> {S::Accepted, S::Unknown, S::Verifying, S::Verified, S::NeedsPerson}));
        }
    }

    void finalStatesStayAndOpenOnesEnd()
    {
        for (const S state : states) {
            bool hasNext = false;
            for (const S to : states)
                hasNext = hasNext || mayFollow(state, to, EffectClass::Destructive);
            QCOMPARE(hasNext, isOpen(state));
            QCOMPARE(isFinal(state), !isOpen(state));
        }
    }

    void cancellingEndsWithSending()
    {
        for (const S state : states) {
            const bool before = state == S::Held || state == S::Queued || state == S::Preflight || state == S::Stale;
            QCOMPARE(isCancellable(state), before);
            if (before) {
                QVERIFY(mayFollow(state, S::Cancelled, EffectClass::Destructive));
                QVERIFY(mayFollow(state, S::Expired, EffectClass::Destructive));
            }
        }
    }

    void onlyAPersonConfirmsCancelsAndSettles()
    {
        for (const S from : states) {
            for (const S to : states) {
                const bool expected = mayFollow(from, to, EffectClass::Set)
                    && (to == S::Cancelled || from == S::NeedsPerson || (from == S::Stale && to == S::Queued));
                QCOMPARE(isPersonsStep(from, to), expected);
            }
        }
    }

    void effectsFollowTheKind()
    {
        QCOMPARE(effectClass(DecisionKind::ApproveAction), EffectClass::Destructive);
        for (const DecisionKind kind : {DecisionKind::RejectAction, DecisionKind::Comment})
            QCOMPARE(effectClass(kind), EffectClass::Append);
        for (const DecisionKind kind :
             {DecisionKind::Assign, DecisionKind::AddTag, DecisionKind::RemoveTag, DecisionKind::Classify,
              DecisionKind::SetStatus, DecisionKind::Resolve, DecisionKind::MarkHandled})
            QCOMPARE(effectClass(kind), EffectClass::Set);
    }

    void wordsReadBack()
    {
        QSet<QString> words;
        for (const DecisionKind kind : kinds) {
            QCOMPARE(decisionKind(decisionKindWord(kind)), kind);
            words.insert(decisionKindWord(kind));
        }
        QCOMPARE(words.size(), qsizetype(std::size(kinds)));
        for (const S state : states)
            QCOMPARE(decisionState(decisionStateWord(state)), state);
        for (const ExecutorKind executor :
             {ExecutorKind::Graph, ExecutorKind::MailRemediation, ExecutorKind::Portal, ExecutorKind::Local})
            QCOMPARE(executorKind(executorWord(executor)), executor);
        QVERIFY(!decisionKind(u"Approve"_s) && !decisionKind({}) && !decisionState(u"needsPerson"_s)
                && !executorKind(u"x"_s));
        QCOMPARE(decisionStateWord(S::NeedsPerson), u"needs-person"_s);
    }

    void ourCommentsAreToldApart()
    {
        const DecisionId id {u"6b1c0f0e-0000-4000-8000-000000000001"_s};
        const QString posted = markedComment(id, u" Seen, all fine.\n\n"_s);
        QCOMPARE(posted, u"Seen, all fine.\n[casemate 6b1c0f0e-0000-4000-8000-000000000001]"_s);
        QVERIFY(carriesMark(posted, id));
        QVERIFY(carriesMark(posted + u" \n"_s, id)); // a service may add or change white space
        QVERIFY(carriesMark(markedComment(id, {}), id));
        QVERIFY(!carriesMark(posted + u" and more"_s, id)); // somebody quoting us is not us
        QVERIFY(!carriesMark(posted, {u"6b1c0f0e-0000-4000-8000-000000000002"_s}));
        QVERIFY(!carriesMark(u"[casemate ]"_s, {}));
    }
};

CASEMATE_TEST(DecisionStates)
#include "decisionstates.moc"
